package io.deskbell.note;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskbell.region.CodeAndName;
import org.jspecify.annotations.Nullable;

/**
 * What a note of Deskbell's own tells of. It is kept as what happened, so that each page
 * words it in its reader's language and zone.
 *
 * @param at since when or when it was
 * @param timeZone of the region
 * @param reason why a call is transferred
 * @param count how many things an inspection found
 * @param findings the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteEvent(Type type, @Nullable CodeAndName desk, @Nullable CodeAndName region, @Nullable Instant at,
        @Nullable String timeZone, @Nullable String reason, @Nullable Integer count, @Nullable List<Finding> findings) {

    /** Something about a call. */
    public static NoteEvent ofCall(Type type, CodeAndName desk, @Nullable CodeAndName region) {
        return new NoteEvent(type, desk, region, null, null, null, null, null);
    }

    /** A guide hands a call on. */
    public static NoteEvent handedOn(CodeAndName desk, @Nullable String reason) {
        return new NoteEvent(Type.CALL_HANDED_ON, desk, null, null, null, reason, null, null);
    }

    /** Nobody is on duty in a region. */
    public static NoteEvent uncovered(CodeAndName region) {
        return new NoteEvent(Type.REGION_UNCOVERED, null, region, null, null, null, null, null);
    }

    /** An inspection found something. */
    public static NoteEvent inspected(int count, List<Finding> findings) {
        return new NoteEvent(Type.INSPECTION_FOUND, null, null, null, null, null, count, findings);
    }

    static NoteEvent ofDesk(Type type, CodeAndName desk, CodeAndName region, Instant at, ZoneId zone) {
        return new NoteEvent(type, desk, region, at, zone.getId(), null, null, null);
    }

    static NoteEvent copied(CodeAndName desk) {
        return new NoteEvent(Type.DEVICE_COPIED, desk, null, null, null, null, null, null);
    }

    NoteEvent named(UnaryOperator<CodeAndName> desks, UnaryOperator<CodeAndName> regions) {
        return new NoteEvent(this.type, (this.desk != null) ? desks.apply(this.desk) : null,
                (this.region != null) ? regions.apply(this.region) : null, this.at, this.timeZone, this.reason,
                this.count, this.findings);
    }

    /** What happened. */
    public enum Type {

        /** A call rings in a region. */
        CALL_RANG,

        /** Nobody has answered a call yet, and admins are told. */
        CALL_UNANSWERED,

        /** Nobody answered a call. */
        CALL_MISSED,

        /** A guide hands a call on. */
        CALL_HANDED_ON,

        /** Nobody took the call that its reader transferred. */
        CALL_RETURNED,

        /** A desk is not connected any more. */
        DESK_SILENT,

        /** It is connected again. */
        DESK_BACK,

        /** A desk's button goes on being pressed. */
        DESK_STUCK,

        /** A desk's cookie is in use in two places. */
        DEVICE_COPIED,

        /** Nobody is on duty in a region. */
        REGION_UNCOVERED,

        /** An inspection of calls found something. */
        INSPECTION_FOUND

    }

    /**
     * One thing that an inspection found: what it is, and the call or guide it is about.
     */
    public record Finding(String check, String subject) {
    }

}
