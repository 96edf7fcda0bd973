package io.deskbell.bench;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.deskbell.bench.seed.History;
import io.deskbell.bench.server.Browser;
import io.deskbell.bench.server.Company;
import io.deskbell.bench.server.Traffic;

/** What pages ask for, and what they go on asking for. */
final class HistoryRequests {

    private final List<Request> all = new ArrayList<>();

    HistoryRequests(Company company, Traffic traffic, History history) {
        Browser guide = company.signIn(Company.guide(1));
        String region = Company.REGIONS.getFirst();
        String own = "calls/" + traffic.call() + "/messages";
        add("guide", guide, "", "session", "checksum", "notes", "notes?unread=true", "calls/current", "calls",
                "calls?state=MISSED", "calls?state=RINGING", "regions/" + region + "/presence",
                "regions/" + region + "/desks");
        add("guide who reads nothing", company.signIn(Company.lastGuide()), "", "checksum", "notes",
                "notes?unread=true");
        add("guide who talks", traffic.guide(), "", "checksum", own);
        add("desk that talks", traffic.desk(), "", "session", "checksum", "calls/current", own);
        addAdmins(company.admin(), region, history);
    }

    private void addAdmins(Browser admin, String region, History history) {
        Instant middle = history.end().minus(history.span().dividedBy(2));
        String day = "from=" + middle + "&to=" + middle.plus(Duration.ofDays(1));
        String old = admin.get("/api/admin/calls?" + day).lastId();
        String desk = Company.desk(0);
        String guide = Company.guide(0);
        add("admin", admin, "", "notes", "calls/" + old + "/messages", "calls/" + old + "/events",
                "calls/" + old + "/alerts");
        add("admin", admin, "admin/", "live", "desks", "regions", "accounts", "calls", "calls?region=" + region,
                "calls?desk=" + desk, "calls?guide=" + guide, "calls?state=MISSED", "calls?" + day,
                "calls?region=" + region + "&" + day, "calls?q=" + encoded(History.FREQUENT), "messages",
                "messages?region=" + region, "messages?desk=" + desk, "messages?username=" + guide,
                "messages?username=desk:" + desk, "messages?" + day, "messages?q=" + encoded(History.FREQUENT), "audit",
                "audit?actor=" + guide, "audit?action=PAIRING_FAILED", "audit?" + day,
                "messages?q=" + History.RARE + "&desk=" + desk, "messages?q=" + History.ABSENT + "&" + day,
                absentAtDesk(), "messages?q=" + History.ABSENT + "&region=" + region, "messages?q=" + History.RARE,
                absent());
    }

    /** Looks through all messages. */
    static String absent() {
        return "messages?q=" + History.ABSENT;
    }

    /** Looks through all messages of the busiest desk. */
    static String absentAtDesk() {
        return absent() + "&desk=" + Company.desk(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void add(String who, Browser browser, String below, String... paths) {
        for (String path : paths) {
            this.all.add(new Request(who + ": " + readable(path), browser, "/api/" + below + path));
        }
    }

    private static String readable(String path) {
        return URLDecoder.decode(path, StandardCharsets.UTF_8)
            .replaceAll("[0-9a-f-]{36}", "{id}")
            .replaceAll("(from|to)=[^&]+", "$1=…");
    }

    List<Request> all() {
        return List.copyOf(this.all);
    }

    /**
     * One of them.
     *
     * @param label who asks, and for what
     */
    record Request(String label, Browser browser, String path) {

        Browser.Answer ask() {
            return this.browser.get(this.path);
        }

    }

}
