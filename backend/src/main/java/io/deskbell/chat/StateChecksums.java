package io.deskbell.chat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.deskbell.call.view.CallQueries;
import io.deskbell.note.InboxService;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a page should know by now, in a few bytes: whoever compares it with its own finds
 * out that a connection which looks alive has stopped bringing news.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class StateChecksums {

    private final CallQueries calls;

    private final Messages messages;

    private final InboxService inboxes;

    /** That of this desk or guide. */
    public Checksum of(Caller caller) {
        List<CallQueries.CallVersion> versions = this.calls.versions(caller);
        String text = versions.stream().map(this::written).sorted().collect(Collectors.joining("\n"));
        long unread = caller.is(Role.DESK) ? 0 : this.inboxes.unread(caller);
        return new Checksum(HexFormat.of().toHexDigits(fnv1a(text)), unread);
    }

    private String written(CallQueries.CallVersion version) {
        int lastSeq = version.own() ? lastSeq(version.id()) : 0;
        return version.id() + ":" + version.version() + ":" + lastSeq;
    }

    private int lastSeq(UUID call) {
        return this.calls.participants(call).map(this.messages::lastSeq).orElse(0);
    }

    /**
     * FNV-1a of 32 bits (draft-eastlake-fnv), which fits in a few lines of any language.
     */
    private static int fnv1a(String text) {
        int hash = 0x811c9dc5;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return hash;
    }

    /**
     * What to compare.
     *
     * @param calls eight hexadecimal digits over the lines {@code id:version:lastSeq} of
     * all calls that this caller should know, sorted
     * @param unread how many notes are unread
     */
    public record Checksum(String calls, long unread) {
    }

}
