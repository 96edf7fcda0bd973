package io.deskbell.note;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

import io.deskbell.region.CodeAndName;
import org.jspecify.annotations.Nullable;

/**
 * Renders events for clients that don't do so themselves: in Korean and English, with
 * times in the region's time zone.
 */
final class NoteTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '('VV')'", Locale.ROOT);

    private NoteTexts() {
    }

    static String of(NoteEvent event) {
        String text = switch (event.type()) {
            case CALL_RANG, CALL_UNANSWERED, CALL_MISSED -> "%1$s";
            case CALL_HANDED_ON -> (event.reason() != null) ? "%6$s" : "%1$s";
            case CALL_RETURNED -> """
                    넘긴 호출을 아무도 받지 않아 다시 돌아왔습니다.

                    Nobody took the call that you transferred; it is still yours.""";
            case DESK_SILENT -> """
                    데스크가 %4$s부터 연결되어 있지 않습니다: %2$s, %3$s. \
                    기기의 전원과 네트워크를 확인하세요.

                    A desk is not connected: %2$s, %3$s, since %4$s. \
                    Check the power and the network of its device.""";
            case DESK_BACK -> """
                    %4$s부터 끊겼던 데스크가 다시 연결되었습니다: %2$s, %3$s.

                    A desk is connected again: %2$s, %3$s. It had not been since %4$s.""";
            case DESK_STUCK ->
                """
                        데스크의 호출 버튼이 눌린 채로 있는 것 같습니다: %2$s, %3$s, %4$s. \
                        호출이 이미 울리는데도 계속 눌립니다. 기기의 화면과 버튼을 확인하세요.

                        The button of a desk seems to be stuck: %2$s, %3$s, %4$s. \
                        It goes on being pressed while its call rings already. Look at the screen and the button of its device.""";
            case DEVICE_COPIED -> """
                    데스크 %2$s의 쿠키가 동시에 두 곳에서 쓰이고 있습니다. 누군가 복사했을 수 있습니다. \
                    데스크를 확인하고, 관리 > 데스크에서 연결을 해제한 뒤 다시 연결하세요.

                    The cookie of desk %2$s is in use in two places at once; somebody may have copied it. \
                    Look at the kiosk, then unpair the desk under Admin > Desks and pair it again.""";
            case REGION_UNCOVERED ->
                """
                        %3$s에 응대할 안내원이 없습니다. 지금 호출하는 손님은 바로 다른 지역과 관리자에게 연결됩니다.

                        Nobody is on duty in %3$s. Whoever calls now is passed on to other regions and to admins at once.""";
            case INSPECTION_FOUND -> """
                    호출 점검에서 이상이 %5$s건 발견되었습니다. 실시간 화면에서 확인하세요.

                    The inspection of calls has found %5$s things that should not be. See the live page.

                    %7$s""";
        };
        return text.formatted(name(event.desk()), nameAndCode(event.desk()), name(event.region()), at(event),
                event.count(), event.reason(), findings(event));
    }

    private static String name(@Nullable CodeAndName named) {
        return (named != null) ? named.name() : "";
    }

    private static String nameAndCode(@Nullable CodeAndName named) {
        return (named != null) ? named.name() + " (" + named.code() + ")" : "";
    }

    private static String at(NoteEvent event) {
        Instant at = event.at();
        return (at != null && event.timeZone() != null) ? TIME.format(at.atZone(ZoneId.of(event.timeZone()))) : "";
    }

    private static String findings(NoteEvent event) {
        return (event.findings() == null) ? ""
                : event.findings()
                    .stream()
                    .map((finding) -> finding.check() + " " + finding.subject())
                    .collect(Collectors.joining("\n"));
    }

}
