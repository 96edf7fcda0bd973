package io.deskbell.demo;

import java.util.List;
import java.util.Locale;

import io.deskbell.account.AccountAdministration;
import io.deskbell.account.AccountForm;
import io.deskbell.account.Pairing;
import io.deskbell.region.DeskAdministration;
import io.deskbell.region.DeskForm;
import io.deskbell.region.Directory;
import io.deskbell.region.RegionAdministration;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Three regions with two desks and two guides each (contract, section 6), made where they
 * are missing.
 */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoData implements SmartInitializingSingleton {

    static final String PASSWORD = "deskbell-demo";

    private static final List<Area> AREAS = List.of(
            new Area("seoul", "서울", List.of("동쪽 로비 1번", "북쪽 출구 2번"), List.of("하늘", "가람")),
            new Area("busan", "부산", List.of("여객선 터미널 1번", "역 광장 2번"), List.of("바다", "마루")),
            new Area("jeju", "제주", List.of("공항 도착장 1번", "오름 쉼터 2번"), List.of("나래", "다온")));

    private final Directory directory;

    private final RegionAdministration regions;

    private final DeskAdministration desks;

    private final AccountAdministration accounts;

    private final Pairing pairing;

    @Override
    public void afterSingletonsInstantiated() {
        AREAS.stream().filter((area) -> this.directory.region(area.code()).isEmpty()).forEach(this::make);
    }

    private void make(Area area) {
        this.regions.create(new RegionForm(area.code(), area.name(), null, null, "Asia/Seoul", List.of()));
        for (int i = 1; i <= area.desks().size(); i++) {
            String code = area.code() + "-" + i;
            this.desks.create(new DeskForm(code, area.desks().get(i - 1), area.code(),
                    List.of("ko", "en", "ja", "zh", "zh-TW"), true));
            this.pairing.offerAlways(code, "DEMO-" + code.toUpperCase(Locale.ROOT));
        }
        for (int i = 1; i <= area.guides().size(); i++) {
            this.accounts.create(new AccountForm(area.code() + ".guide" + i, area.guides().get(i - 1), Role.GUIDE,
                    List.of(area.code()), true, 1, PASSWORD));
        }
    }

    private record Area(String code, String name, List<String> desks, List<String> guides) {
    }

}
