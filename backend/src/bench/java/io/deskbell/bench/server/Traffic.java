package io.deskbell.bench.server;

import java.util.Map;

import io.deskbell.bench.client.Connection;
import io.deskbell.bench.client.Inbox;
import io.deskbell.bench.client.Loop;
import io.deskbell.bench.client.Stomp;

/** A talk that goes on, and a desk beside it that rings and hangs up again. */
public final class Traffic {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Company company;

    private final Browser desk;

    private final Browser guide;

    private final String call;

    private final Connection talking;

    private final Inbox atDesk;

    private final Connection ringing;

    private final Inbox atRinging;

    private final Inbox atDuty;

    private int said;

    /** Connects two desks and two guides of the first region. */
    public Traffic(Company company, Loop loop) {
        this.company = company;
        this.desk = company.pair(Company.desk(0));
        this.guide = company.signIn(Company.guide(0));
        Browser onDuty = company.signIn(Company.guide(1));
        Connection hearing = DeskbellClients.connect(loop, this.desk);
        this.talking = DeskbellClients.connect(loop, this.guide);
        Connection duty = DeskbellClients.connect(loop, onDuty);
        this.ringing = DeskbellClients.connect(loop, company.pair(Company.desk(1)));
        this.atRinging = this.ringing.collect();
        duty.send(Stomp.send("/app/presence", "{\"state\":\"AVAILABLE\"}"));
        this.call = Calls.connect(hearing, this.talking);
        this.atDesk = hearing.collect();
        this.atDuty = duty.collect();
        duty.subscribe("/topic/regions." + Company.REGIONS.getFirst());
    }

    /** The desk that talks. */
    public Browser desk() {
        return this.desk;
    }

    /** The guide who talks. */
    public Browser guide() {
        return this.guide;
    }

    /** The call in which they talk. */
    public String call() {
        return this.call;
    }

    /** The guide says something; milliseconds until the desk has it. */
    public double say() {
        this.talking.collect();
        String name = "c-" + this.said++;
        long start = System.nanoTime();
        this.talking.send(Stomp.send("/app/calls." + this.call + ".messages",
                "{\"clientId\":\"%s\",\"contents\":\"anything new\"}".formatted(name)));
        this.atDesk.next("/user/queue/messages", "\"" + name + "\"");
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    /**
     * The other desk rings and hangs up again; milliseconds until the guide on duty has
     * the alert.
     */
    public double ring() {
        long start = System.nanoTime();
        this.ringing.send(Calls.ring());
        this.atDuty.next("/topic/regions.", "\"CALL\"", "\"RINGING\"");
        double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        String rung = Calls.idIn(this.atRinging.next("/user/queue/calls", "\"RINGING\""));
        this.ringing.send(Stomp.send("/app/calls." + rung + ".cancel", "{}"));
        this.atRinging.next("/user/queue/calls", "\"CANCELLED\"", rung);
        this.atDuty.next("/topic/regions.", "\"CALL\"", "\"CANCELLED\"", rung);
        return millis;
    }

    /** Writes to calls, messages, notes and the audit trail. */
    public void write() {
        say();
        ring();
        this.company.admin()
            .post("/api/notes", Map.of("to", Map.of("region", Company.REGIONS.getFirst()), "contents", "note"));
        this.company.admin().get("/api/admin/calls?limit=1");
    }

}
