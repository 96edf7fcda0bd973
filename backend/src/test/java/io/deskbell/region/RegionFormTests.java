package io.deskbell.region;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.deskbell.region.OpeningHours.Day;
import io.deskbell.shared.FieldProblem;
import io.deskbell.shared.Refusal;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What a region's form lets in. */
class RegionFormTests {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();

    private static final Validator VALIDATOR = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "se", "seoul", "seoul-2", "0-0", "abcdefghijklmnopqrstuvwxyz-12345" })
    void codesOfTheContractAreRight(String code) {
        assertThat(wrongFields(region(code, "Asia/Seoul"))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "s", "Seoul", "서울", "se oul", "seoul.1", "abcdefghijklmnopqrstuvwxyz-123456" })
    void otherCodesAreNot(@Nullable String code) {
        assertThat(wrongFields(region(code, "Asia/Seoul"))).containsExactly("code");
    }

    @ParameterizedTest
    @CsvSource({ "00:00,24:00", "09:00,18:00", "23:58,23:59", "00:00,00:01" })
    void hoursThatEndAfterTheyBeginAreRight(String from, String to) {
        RegionForm form = region("seoul", "Asia/Seoul", new OpeningHours(Day.MON, from, to));
        assertThat(wrongFields(form)).isEmpty();
        assertThatNoException().isThrownBy(form::check);
    }

    @ParameterizedTest
    @CsvSource({ "18:00,09:00", "09:00,09:00", "24:00,24:00" })
    void hoursThatDoNotAreRefused(String from, String to) {
        assertThat(refusedField(region("seoul", "Asia/Seoul", new OpeningHours(Day.MON, from, to)))).isEqualTo("hours");
    }

    @ParameterizedTest
    @ValueSource(strings = { "9:00", "25:00", "24:01", "12:60", "noon", "" })
    void timesAreOfTwoAndTwoDigits(String time) {
        assertThat(wrongFields(region("seoul", "Asia/Seoul", new OpeningHours(Day.MON, time, "24:00"))))
            .containsExactly("hours[0].from");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Mars/Base", "Seoul", "", "asia/seoul", "GMT+99" })
    void timeZonesMustExist(String zone) {
        assertThat(refusedField(region("seoul", zone))).isEqualTo("timeZone");
    }

    @Test
    void theTimeZoneIsSeoulWhereNoneIsGiven() {
        assertThat(region("seoul", null).timeZone()).isEqualTo("Asia/Seoul");
    }

    @Test
    void noHolidaysAreAnEmptyList() {
        assertThat(region("seoul", "Asia/Seoul").holidays()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "2027-02-29", "2027-13-01", "2027-1-1", "20270101", "2027-01-01T00:00:00Z",
            "+12027-01-01", "-2027-01-1", "01.01.2027", "New Year" })
    void holidaysAreDates(@Nullable String holiday) {
        assertThat(refusedField(onHolidays(Arrays.asList("2027-01-01", holiday)))).isEqualTo("holidays");
    }

    @Test
    void holidaysAreUniqueAndAtMostTwoHundred() {
        List<String> days = Stream.iterate(LocalDate.of(2027, 1, 1), (day) -> day.plusDays(1))
            .limit(201)
            .map(LocalDate::toString)
            .toList();
        assertThat(wrongFields(onHolidays(days))).containsExactly("holidays");
        assertThat(wrongFields(onHolidays(List.of("2027-01-01", "2027-01-01")))).containsExactly("holidays");
        RegionForm most = onHolidays(days.subList(0, 200));
        assertThat(wrongFields(most)).isEmpty();
        assertThatNoException().isThrownBy(most::check);
        assertThat(new Region(most).form()).isEqualTo(most);
    }

    @Test
    void datesAreKeptAsALineAndComeBack() {
        DatesConverter converter = new DatesConverter();
        List<LocalDate> dates = List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 2, 29));
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(dates))).isEqualTo(dates);
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(List.of()))).isEmpty();
    }

    @Test
    void aDeskSpeaksTheFourLanguagesWhereNoneAreGiven() {
        assertThat(new DeskForm("seoul-1", "East", "seoul", null, null).languages()).containsExactly("ko", "en", "ja",
                "zh");
    }

    @ParameterizedTest
    @ValueSource(strings = { "de", "KO", "zh-CN", "" })
    void aDeskSpeaksNoOtherLanguage(String language) {
        assertThat(wrongFields(new DeskForm("seoul-1", "East", "seoul", List.of(language), true)))
            .allMatch((field) -> field.startsWith("languages"))
            .isNotEmpty();
    }

    @Test
    void hoursAreKeptAsALineAndComeBack() {
        OpeningHoursConverter converter = new OpeningHoursConverter();
        List<OpeningHours> hours = List.of(new OpeningHours(Day.MON, "09:00", "12:00"),
                new OpeningHours(Day.SUN, "00:00", "24:00"));
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(hours))).isEqualTo(hours);
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(List.of()))).isEmpty();
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(null))).isNull();
    }

    private static RegionForm region(@Nullable String code, @Nullable String zone, OpeningHours... hours) {
        return new RegionForm(code, "Seoul", null, List.of(hours), zone, null);
    }

    private static RegionForm onHolidays(List<String> holidays) {
        return new RegionForm("seoul", "Seoul", null, null, "Asia/Seoul", holidays);
    }

    private static Set<String> wrongFields(Object form) {
        return Set.copyOf(
                VALIDATOR.validate(form).stream().map((violation) -> violation.getPropertyPath().toString()).toList());
    }

    private static String refusedField(RegionForm form) {
        return assertThatExceptionOfType(Refusal.class).isThrownBy(form::check)
            .actual()
            .getErrors()
            .stream()
            .map(FieldProblem::field)
            .findFirst()
            .orElseThrow();
    }

}
