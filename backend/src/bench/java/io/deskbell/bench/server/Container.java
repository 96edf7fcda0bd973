package io.deskbell.bench.server;

import java.util.Locale;
import java.util.regex.Pattern;

/** What carries HTTP and WebSockets. */
public enum Container {

    /**
     * The validator's expressions come from Tomcat's library wherever the server runs.
     */
    TOMCAT("(spring-boot-(starter-)?tomcat|tomcat-(?!embed-el)).*", "jakarta\\.annotation-api.*"),

    /** Without those libraries whose types Deskbell's own classes name. */
    JETTY("(spring-boot-(starter-)?jetty|jetty-(?!websocket-(core-common|jetty-(api|common))|util|io|http)).*",
            "(asm|jakarta\\.(servlet|websocket|annotation)).*");

    private final Pattern own;

    private final Pattern further;

    Container(String own, String further) {
        this.own = Pattern.compile(own);
        this.further = Pattern.compile(further);
    }

    /** Whether a jar is this container's alone. */
    boolean owns(String jar) {
        return this.own.matcher(jar).matches();
    }

    /** Whether this container does not run without a jar. */
    boolean needs(String jar) {
        return owns(jar) || this.further.matcher(jar).matches();
    }

    Container other() {
        return (this == TOMCAT) ? JETTY : TOMCAT;
    }

    /** As it is written in options and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Container of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

}
