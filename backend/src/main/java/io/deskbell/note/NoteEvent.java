package io.deskbell.note;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskbell.region.CodeAndName;
import org.jspecify.annotations.Nullable;

/**
 * What happened, for a note from Deskbell or a desk. Stored as data, so that each page
 * renders it in its reader's language and time zone.
 *
 * @param at when it happened or began
 * @param timeZone of the region
 * @param reason why a call is transferred
 * @param count how many findings an inspection has
 * @param findings the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteEvent(Type type, @Nullable CodeAndName desk, @Nullable CodeAndName region, @Nullable Instant at,
        @Nullable String timeZone, @Nullable String reason, @Nullable Integer count, @Nullable List<Finding> findings) {

    /** An event of a call. */
    public static NoteEvent ofCall(Type type, CodeAndName desk, @Nullable CodeAndName region) {
        return new NoteEvent(type, desk, region, null, null, null, null, null);
    }

    /** A guide transfers a call. */
    public static NoteEvent transferred(CodeAndName desk, @Nullable String reason) {
        return new NoteEvent(Type.CALL_HANDED_ON, desk, null, null, null, reason, null, null);
    }

    /** Nobody is on duty in a region. */
    public static NoteEvent uncovered(CodeAndName region) {
        return new NoteEvent(Type.REGION_UNCOVERED, null, region, null, null, null, null, null);
    }

    /** An inspection has findings. */
    public static NoteEvent inspected(int count, List<Finding> findings) {
        return new NoteEvent(Type.INSPECTION_FOUND, null, null, null, null, null, count, findings);
    }

    static NoteEvent ofDesk(Type type, CodeAndName desk, CodeAndName region, Instant at, ZoneId zone) {
        return new NoteEvent(type, desk, region, at, zone.getId(), null, null, null);
    }

    static NoteEvent deviceCopied(CodeAndName desk) {
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

        /** Nobody has answered a call yet; sent to admins. */
        CALL_UNANSWERED,

        /** Nobody answered a call. */
        CALL_MISSED,

        /** A guide transfers a call. */
        CALL_HANDED_ON,

        /** Nobody accepted the call that the reader transferred. */
        CALL_RETURNED,

        /** A desk is offline. */
        DESK_SILENT,

        /** It is connected again. */
        DESK_BACK,

        /** A desk's button keeps being pressed. */
        DESK_STUCK,

        /** A desk's cookie is used in two places. */
        DEVICE_COPIED,

        /** Nobody is on duty in a region. */
        REGION_UNCOVERED,

        /** An inspection has findings. */
        INSPECTION_FOUND

    }

    /**
     * One finding of an inspection, and the call or guide it is about.
     */
    public record Finding(String check, String subject) {
    }

}
