package io.deskbell.history.export;

import io.deskbell.shared.text.VisibleText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * In which form calls are exported, and why.
 *
 * @param format {@code csv} or {@code ndjson}
 * @param reason 1 to 500 characters (code points), kept in the audit trail
 */
public record ExportRequest(
        @NotNull(message = "must be csv or ndjson") @Pattern(regexp = "csv|ndjson",
                message = "must be csv or ndjson") String format,
        @NotNull(message = "say what it is for") @VisibleText @Pattern(regexp = "(?s).{1,500}",
                message = "1 to 500 characters") String reason) {
}
