package io.deskbell.bench.server;

import java.util.Locale;
import java.util.regex.Pattern;

/** What carries HTTP and WebSockets. */
public enum Container {

    TOMCAT("(spring-boot-(starter-)?tomcat|tomcat-).*"),

    JETTY("(spring-boot-(starter-)?jetty|jetty-).*");

    private final Pattern jars;

    Container(String jars) {
        this.jars = Pattern.compile(jars);
    }

    boolean owns(String jar) {
        return this.jars.matcher(jar).matches();
    }

    Container other() {
        return (this == TOMCAT) ? JETTY : TOMCAT;
    }

    public static Container of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

}
