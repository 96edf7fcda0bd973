package io.deskbell.bench.seed;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What visitors speak. The first words of a language are the most frequent ones. */
enum Language {

    KO("ko", 55, " ", """
            네 저는 지금 여기서 어디에 있나요 화장실 지하철 감사합니다 버스 얼마나 걸리나요 가장 가까운 출구 왼쪽으로 오른쪽으로 가시면 됩니다 표를 \
            사려면 공항까지 택시 호텔 예약 확인해 주세요 안내해 드리겠습니다 잠시만 기다려 층에 엘리베이터 박물관 시장 몇 시에 문을 여나요 닫나요 \
            아이 유모차 빌릴 수 한국어 영어 지도 무료 와이파이 비밀번호 짐을 맡기는 곳 환전소 은행 약국 병원 경찰 분실물 지갑 여권 잃어버렸어요 \
            도와주세요 식당 채식 추천해 근처 공원 궁 입장료 학생 할인 카드 현금 영수증 다음 열차 막차 첫차"""),

    EN("en", 22, " ", """
            the to is you I a where can how do it of in at please thank for from here there bus station is there \
            ticket airport exit left right floor minutes walk taxi hotel map toilet open close much card cash \
            museum market luggage locker lost passport wallet phone police hospital pharmacy bank exchange child \
            stroller vegetarian restaurant recommend nearby park palace entrance fee student discount receipt next \
            last train first subway line transfer elevator escalator wifi password free charge"""),

    JA("ja", 12, "", """
            は を に どこ ですか ください ありがとう トイレ 駅 バス ここ から まで 何時 出口 切符 空港 左 右 階 タクシー \
            ホテル 地図 すみません 荷物 預ける 財布 パスポート なくしました 薬局 病院 銀行 両替 レストラン 近く 公園 入場料 学生 割引 \
            次の 電車 終電"""),

    ZH("zh", 9, "", """
            的 在 哪里 请问 我 谢谢 怎么 去 地铁站 厕所 出口 机场 公交车 多少钱 左边 右边 楼 出租车 酒店 地图 行李 寄存 \
            钱包 护照 丢了 药店 医院 银行 换钱 餐厅 附近 公园 门票 学生 优惠 下一班 末班车"""),

    ZH_TW("zh-TW", 2, "", """
            的 在 哪裡 請問 我 謝謝 怎麼 去 捷運站 廁所 出口 機場 公車 多少錢 左邊 右邊 樓 計程車 飯店 地圖 行李 寄放 \
            錢包 護照 不見了 藥局 醫院 銀行 換錢 餐廳 附近 公園 門票""");

    private static final int MOST_WORDS = 80;

    private final String code;

    private final int percent;

    private final String space;

    private final List<String> words;

    Language(String code, int percent, String space, String words) {
        this.code = code;
        this.percent = percent;
        this.space = space;
        this.words = List.of(words.split(" ", -1));
    }

    static Language any(Random random) {
        int left = random.nextInt(100);
        for (Language language : values()) {
            left -= language.percent;
            if (left < 0) {
                return language;
            }
        }
        return KO;
    }

    String code() {
        return this.code;
    }

    /** Mostly a few words, sometimes many; by Zipf's law. */
    String sentence(Random random) {
        long words = Math.min(MOST_WORDS, Math.round(Math.exp(1.4 + 0.8 * random.nextGaussian())));
        return Stream.generate(() -> word(random)).limit(Math.max(1, words)).collect(Collectors.joining(this.space));
    }

    private String word(Random random) {
        double rank = Math.exp(random.nextDouble() * Math.log(this.words.size()));
        return this.words.get((int) rank - 1);
    }

}
