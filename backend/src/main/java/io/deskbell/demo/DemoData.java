package io.deskbell.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.deskbell.account.AccountAdministration;
import io.deskbell.account.AccountForm;
import io.deskbell.account.device.DevicePairing;
import io.deskbell.region.DeskAdministration;
import io.deskbell.region.DeskForm;
import io.deskbell.region.RegionAdministration;
import io.deskbell.region.RegionDirectory;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Three regions with two desks and two guides each, created if they are missing.
 */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoData implements SmartInitializingSingleton {

    static final String PASSWORD = "deskbell-demo";

    private static final List<Area> AREAS = List.of(
            new Area("seoul", "서울", names("Seoul", "ソウル", "首尔", "首爾"),
                    List.of(new Place("동쪽 로비 1번", names("East lobby 1", "東ロビー1", "东大厅1号", "東大廳1號")),
                            new Place("북쪽 출구 2번", names("North exit 2", "北口2", "北出口2号", "北出口2號"))),
                    List.of("하늘", "가람")),
            new Area("busan", "부산", names("Busan", "釜山", "釜山", "釜山"),
                    List.of(new Place("여객선 터미널 1번", names("Ferry terminal 1", "フェリーターミナル1", "客运码头1号", "客運碼頭1號")),
                            new Place("역 광장 2번", names("Station square 2", "駅前広場2", "车站广场2号", "車站廣場2號"))),
                    List.of("바다", "마루")),
            new Area("jeju", "제주", names("Jeju", "済州", "济州", "濟州"),
                    List.of(new Place("공항 도착장 1번", names("Airport arrivals 1", "空港到着ロビー1", "机场到达厅1号", "機場入境大廳1號")),
                            new Place("오름 쉼터 2번", names("Oreum shelter 2", "オルム休憩所2", "火山丘休息处2号", "火山丘休息處2號"))),
                    List.of("나래", "다온")));

    private final RegionDirectory directory;

    private final RegionAdministration regions;

    private final DeskAdministration desks;

    private final AccountAdministration accounts;

    private final DevicePairing pairing;

    @Override
    public void afterSingletonsInstantiated() {
        AREAS.stream().filter((area) -> this.directory.region(area.code()).isEmpty()).forEach(this::make);
    }

    private void make(Area area) {
        this.regions
            .create(new RegionForm(area.code(), area.name(), null, null, "Asia/Seoul", List.of(), area.names()));
        for (int i = 1; i <= area.desks().size(); i++) {
            String code = area.code() + "-" + i;
            this.desks.create(new DeskForm(code, area.desks().get(i - 1).name(), area.code(),
                    List.of("ko", "en", "ja", "zh", "zh-TW"), true, area.desks().get(i - 1).names()));
            this.pairing.offerReusable(code, "DEMO-" + code.toUpperCase(Locale.ROOT));
        }
        for (int i = 1; i <= area.guides().size(); i++) {
            this.accounts.create(new AccountForm(area.code() + ".guide" + i, area.guides().get(i - 1), Role.GUIDE,
                    List.of(area.code()), true, 1, PASSWORD));
        }
    }

    private static Map<String, String> names(String en, String ja, String zh, String taiwanese) {
        return Map.of("en", en, "ja", ja, "zh", zh, "zh-TW", taiwanese);
    }

    private record Area(String code, String name, Map<String, String> names, List<Place> desks, List<String> guides) {
    }

    private record Place(String name, Map<String, String> names) {
    }

}
