package io.deskbell.history.export;

/** How much was written. */
public record ExportTotals(long calls, long messages) {

    static final ExportTotals NONE = new ExportTotals(0, 0);

    ExportTotals plusCall(long itsMessages) {
        return new ExportTotals(this.calls + 1, this.messages + itsMessages);
    }

    /** Such as {@code calls=3; messages=41}. */
    @Override
    public String toString() {
        return "calls=" + this.calls + "; messages=" + this.messages;
    }

}
