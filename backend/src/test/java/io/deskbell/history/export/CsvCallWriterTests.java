package io.deskbell.history.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import io.deskbell.call.CallState;
import io.deskbell.call.view.CallView;
import io.deskbell.chat.Message;
import io.deskbell.region.CodeAndName;
import io.deskbell.shared.text.UserText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.h2.tools.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows that another reader of CSV reads as they were meant, and no spreadsheet computes.
 */
class CsvCallWriterTests {

    private static final List<String> STARTS = List.of("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20",
            "\ufe66", "\ufe62", "\ufe63", "\ufe6b", "\u2212", "\t", "\r", "\n", "\u2028");

    private static final List<String> UNSEEN = List.of("", " ", "  ", "\u00a0", "\u3000", "\u200b", "\u2060", "\ufeff",
            "\u3164", "\u00ad", "\u202e", "\u0001");

    /** As a spreadsheet of the most careless kind would decide. */
    private static final Pattern FORMULA = Pattern.compile(
            "(?s)[\\s\\p{Z}\\p{C}\u3164]*[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212].*|[\\t\\r\\n].*");

    private static final Instant RANG = Instant.parse("2026-11-22T10:48:00Z");

    @Property(tries = 3_000)
    void noCellIsAFormulaAndEachTextComesBack(@ForAll("texts") String text) throws IOException, SQLException {
        List<String> row = rows(text).get(1);
        assertThat(row).hasSize(14).noneMatch((cell) -> FORMULA.matcher(cell).matches());
        String cell = row.getLast();
        assertThat(cell.startsWith("'") ? cell.substring(1) : cell).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> rest = Arbitraries.strings().ofMaxLength(12).filter(UserText::isStorable);
        Arbitrary<String> mean = Combinators
            .combine(Arbitraries.of(UNSEEN), Arbitraries.of(UNSEEN), Arbitraries.of(STARTS), rest)
            .as((first, second, start, end) -> first + second + start + end);
        Arbitrary<String> quoting = Arbitraries.of("'", "\"", ",", ";", "\r\n=1", "a\n=1", "''=1", "\"=1\"", "'=1")
            .flatMap((start) -> rest.map((end) -> start + end));
        return Arbitraries.oneOf(mean, quoting, rest).filter((text) -> !text.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "경복궁에 어떻게 가나요?", "1+1", "a=b", "-", "😀 @home", "École", "(+82) 2", "a - b", "\"=1\"" })
    void whatIsNoFormulaIsLeftAlone(String text) throws IOException, SQLException {
        assertThat(rows(text).get(1).getLast()).isEqualTo(text.equals("-") ? "'-" : text);
    }

    @Test
    void aCallInWhichNothingWasSaidHasOneRow() throws IOException, SQLException {
        List<List<String>> rows = rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).containsExactly("callId", "region", "desk", "guide", "state", "language", "ringAt",
                "acceptedAt", "endedAt", "seq", "sendDate", "username", "displayName", "contents");
        assertThat(rows.getLast())
            .startsWith("0198a0b8-0000-7000-8000-000000000001", "seoul", "'-1", "", "MISSED", "ko",
                    "2026-11-22T10:48:00.000Z")
            .endsWith("", "", "", "", "");
    }

    private static List<List<String>> rows(String... texts) throws IOException, SQLException {
        StringWriter file = new StringWriter();
        CsvCallWriter writer = new CsvCallWriter(file);
        writer.begin(call());
        for (String text : texts) {
            writer.write(new Message(call().id(), 1, "c", "desk:-1", "Desk", text, RANG));
        }
        writer.end();
        writer.flush();
        assertThat(file.toString()).startsWith("\ufeff").endsWith("\r\n");
        return read(file.toString().substring(1));
    }

    /** The one of H2. */
    private static List<List<String>> read(String file) throws IOException, SQLException {
        Csv csv = new Csv();
        csv.setPreserveWhitespace(true);
        csv.setCaseSensitiveColumnNames(true);
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet read = csv.read(new StringReader(file), null)) {
            int columns = read.getMetaData().getColumnCount();
            List<String> header = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                header.add(read.getMetaData().getColumnLabel(i));
            }
            rows.add(header);
            while (read.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String cell = read.getString(i);
                    row.add((cell != null) ? cell : "");
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static CallView call() {
        return CallView.builder()
            .id(UUID.fromString("0198a0b8-0000-7000-8000-000000000001"))
            .state(CallState.MISSED)
            .desk(new CodeAndName("-1", "Desk"))
            .region(new CodeAndName("seoul", "Seoul"))
            .language("ko")
            .ringAt(RANG)
            .build();
    }

}
