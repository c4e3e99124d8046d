"""The itineraries of the house style, set by hand: proofs of what a Document can say."""

from __future__ import annotations

from exporters.document import (
    COVER_RULE,
    Document,
    Look,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    TableKind,
    cell,
    head_row,
    item,
    leading,
    row,
    side_by_side,
    time_cell,
)
from tests.support.demo_words import document, en, head, ja, ko, second, title


def facts(*rows: tuple[Paragraph | tuple[Paragraph, ...], ...]) -> Table:
    written = []
    for label, *values in rows:
        labels = label if isinstance(label, tuple) else (label,)
        written.append(row(cell(*labels), cell(*values)))
    return Table((24, 146), tuple(written), "개요", "방문의 기간, 장소, 회의를 적은 표", kind=TableKind.FACTS)


def label(text: str, other: str = "") -> tuple[Paragraph, ...]:
    first = ko(text, Style.TABLE_HEAD)
    return (first, ja(other)) if other else (first,)


def entry(
    time: str,
    korean: str,
    japanese: str,
    place: str = "",
    place_ja: str = "",
    *inner: Paragraph,
    note: str = "",
) -> Row:
    places = tuple(p for p in (place and ko(place, Style.CELL_SMALL), place_ja and ja(place_ja)) if p)
    notes = (ko(note, Style.SECOND_LANGUAGE),) if note else ()
    return row(time_cell(time, "ko", *notes), cell(title(korean), ja(japanese), *inner), cell(*places))


def talk(korean: str, japanese: str, speaker: str) -> tuple[Paragraph, ...]:
    return (item("–", korean, "ko"), ja(japanese, Style.TALK_SECOND), ko(speaker, Style.TALK_SPEAKER))


def stop(number: int, korean: str, japanese: str) -> tuple[Paragraph, ...]:
    return (item(f"{number})", korean, "ko"), ja(japanese, Style.TALK_SECOND))


def day(date: str, korean: str, japanese: str, *rows: Row) -> tuple[Paragraph, Table]:
    heading = leading(f"{date}  {korean}", "ko", second(japanese), style=Style.HEADING_2)
    table = Table(
        (30, 100, 40),
        rows,
        f"{date} 일정",
        "하루의 시각, 일정, 장소",
        (head_row(head("시각", "時刻"), head("일정", "日程"), head("장소", "場所")),),
    )
    return heading, table


def itinerary() -> Document:
    overview = facts(
        (
            label("기간"),
            leading(
                "2024. 7. 29.(월)~8. 2.(금), 4박 5일", "ko", Run("7월 29일·8월 2일은 견본", "ko", Look.QUIET)
            ),
        ),
        (
            label("방문지"),
            ko("일본 츠쿠바  일본 산업기술종합연구소(AIST) · NMIJ · G-QuAT"),
            ja("つくば  産業技術総合研究所・計量標準総合センター・G-QuAT"),
        ),
        (
            label("회의"),
            ko("제19차 한일 국가측정표준기관장회의, 7. 30.(화)~31.(수)"),
            ja("第19回日韓国家計量標準機関長会議"),
            ko("제1차 한일 퀀텀워크숍, 8. 1.(목)"),
            ja("第1回日韓量子ワークショップ"),
        ),
        (
            label("시각"),
            ko(
                "모든 시각은 현지 시각(일본, UTC+9)이며 한국과 시차가 없습니다. 따로 적지 않은 일정은 대표단 "
                "전원이 참석하고, 장소가 비어 있으면 위와 같습니다."
            ),
        ),
        (
            label("변경"),
            Paragraph(
                (
                    Run("제2판에서 바뀐 곳: 7. 31.(수) 랩투어 시작 09:00 → 09:30 ", "ko"),
                    Run("[견본]", "ko", Look.QUIET),
                )
            ),
        ),
    )

    def person(number: str, name: str, latin: str, post: str, post_ja: str, role: Run | None = None) -> Row:
        organisation = [Paragraph(side_by_side(Run("KRISS", "ko"), *([role] if role else [])))]
        if role:
            organisation.append(ja("団長"))
        return row(
            cell(Paragraph((Run(number, "ko", Look.FIGURES),))),
            cell(title(name), en(latin, Style.SECOND_LANGUAGE)),
            cell(ko(post), ja(post_ja)),
            cell(*organisation),
        )

    delegation = Table(
        (10, 40, 76, 44),
        (
            person("1", "이호성", "LEE Ho Seong", "원장", "院長", Run("단장", "ko")),
            person("2", "최재혁", "CHOI Jae-Hyuk", "양자기술연구소장", "量子技術研究所長"),
            person("3", "권수용", "KWON Su Yong", "물리측정본부장", "物理計測本部長"),
            person(
                "4",
                "이용호",
                "LEE Yong-Ho",
                "초전도양자컴퓨팅시스템연구단장",
                "超伝導量子コンピューティングシステム研究団長",
            ),
        ),
        "대표단",
        "단원의 성명, 직위, 기관을 서열순으로 적은 표",
        (head_row(head("No."), head("성명", "氏名"), head("직위", "役職"), head("기관", "機関")),),
    )
    blocks = (
        Paragraph(
            side_by_side(Run("한국표준과학연구원", "ko"), Run("KRISS", "en")),
            Style.OVERLINE,
        ),
        ko("KRISS 대표단 일본 AIST 방문 일정", Style.TITLE),
        ja("KRISS代表団 産総研訪問日程", Style.SUBTITLE),
        COVER_RULE,
        overview,
        leading("1. 대표단", "ko", second("代表団"), style=Style.HEADING_1),
        delegation,
        ko("※  일본어 성명 표기가 없는 단원은 로마자로 적었습니다. 서열은 직위순입니다.", Style.NOTE),
        leading("2. 일자별 일정", "ko", second("日程"), style=Style.HEADING_1),
        *_itinerary_days(),
        ko("※  회의 시각은 공표된 순서에 맞춘 가정이며, [견본] 표시는 실제 예약이 아닙니다.", Style.NOTE),
        *_travel(),
    )
    return document("KRISS 대표단 일본 AIST 방문 일정", "대표단 일정표", blocks)


def _itinerary_days() -> tuple:
    soon = "AIST 츠쿠바 본부", "産総研つくば本部"
    return (
        *day(
            "2024. 7. 29.(월)",
            "이동",
            "移動",
            entry(
                "10:30–12:50",
                "출국: 견본공항 → 견본국제공항 (ZZ 901편) [견본]",
                "出国: 見本空港→見本国際空港（ZZ901便）［見本］",
                "국제선 출발층",
                "国際線出発階",
            ),
            entry(
                "14:00–15:30",
                "공항 → 호텔 이동 (전용 차량) [견본]",
                "空港→ホテル移動（専用車）［見本］",
                "도착층 출구 2",
                "到着階 出口2",
            ),
            entry("18:30–20:30", "만찬 [견본]", "夕食［見本］", "견본식당", "見本食堂"),
        ),
        *day(
            "2024. 7. 30.(화)",
            "제19차 한일 국가측정표준기관장회의",
            "第19回日韓国家計量標準機関長会議",
            entry("09:00–09:20", "호텔 → 회의장 이동 [견본]", "ホテル→会場移動［見本］", "호텔 로비 집합"),
            entry(
                "09:30–09:40",
                "환영사",
                "歓迎の挨拶",
                *soon,
                ko("USUDA Takashi 기관장(NMIJ)", Style.SPEAKER),
            ),
            entry("09:40–09:50", "답사", "答辞", "", "", ko("이호성 원장(KRISS)", Style.SPEAKER)),
            entry(
                "09:50–10:30",
                "기관 현황 소개",
                "機関紹介",
                "",
                "",
                *talk(
                    "NMIJ 추진방향과 최신 연구성과", "NMIJの方針と最近の成果", "USUDA Takashi 기관장(NMIJ)"
                ),
                *talk("KRISS 추진방향과 최신 연구성과", "KRISSの方針と最近の成果", "이호성 원장(KRISS)"),
            ),
            entry("10:30–10:45", "단체사진", "集合写真"),
            entry(
                "10:45–11:25",
                "디지털 전환(DX)",
                "デジタルトランスフォーメーション(DX)",
                "",
                "",
                *talk("KRISS의 DX 추진 계획", "KRISSのDX推進計画", "권수용 물리측정본부장(KRISS)"),
                *talk("NMIJ의 DX", "NMIJのDX", "NMIJ (발표자 미정)"),
            ),
            entry(
                "11:25–12:05",
                "양자 기술",
                "量子技術",
                "",
                "",
                *talk(
                    "KRISS의 양자 정책과 양자기술 연구",
                    "KRISSの量子政策と量子技術研究",
                    "최재혁 양자기술연구소장(KRISS)",
                ),
                *talk("NMIJ의 양자 기술", "NMIJの量子技術", "NMIJ (발표자 미정)"),
            ),
            entry("12:05–13:30", "오찬", "昼食"),
            entry("13:30–17:00", "협력패키지 토의", "協力パッケージの討議"),
        ),
        *day(
            "2024. 7. 31.(수)",
            "NMIJ 랩투어",
            "NMIJラボツアー",
            entry(
                "09:30–12:00",
                "NMIJ 랩투어",
                "NMIJラボツアー",
                "NMIJ 연구동",
                "NMIJ研究棟",
                *stop(1, "바이오의료표준그룹", "バイオメディカル標準研究グループ"),
                *stop(2, "무기표준그룹", "無機標準研究グループ"),
                *stop(3, "시간표준그룹", "時間標準研究グループ"),
                *stop(4, "양자전기표준그룹", "量子電気標準研究グループ"),
            ),
        ),
        *day(
            "2024. 8. 2.(금)",
            "귀국",
            "帰国",
            entry(
                "23:40–01:55",
                "귀국: 견본국제공항 → 견본공항 (ZZ 902편) [견본]",
                "帰国: 見本国際空港→見本空港（ZZ902便）［見本］",
                "국제선 출발층",
                "国際線出発階",
                note="+1일, 8. 3.(토)",
            ),
        ),
    )


def _travel() -> tuple:
    def leg(*texts: str) -> Row:
        return row(*(cell(ko(text)) for text in texts))

    return (
        leading("3. 이동과 숙박", "ko", second("移動・宿泊"), style=Style.HEADING_1),
        Table(
            (25, 24, 44, 44, 33),
            (
                leg("7. 29.(월)", "ZZ 901", "10:30  견본공항", "12:50  견본국제공항", "[견본] ZZZ901"),
                leg("8. 2.(금)", "ZZ 902", "23:40  견본국제공항", "01:55(+1)  견본공항", "[견본] ZZZ902"),
            ),
            "이동",
            "항공편의 날짜, 출발, 도착, 예약번호",
            (
                head_row(
                    head("날짜", "日付"),
                    head("편명", "便名"),
                    head("출발", "出発"),
                    head("도착", "到着"),
                    head("예약", "予約"),
                ),
            ),
        ),
        facts(
            (
                label("호텔", "ホテル"),
                ko("견본호텔 츠쿠바 [견본]  |  전화 +81-00-0000-0000"),
                ja("見本ホテルつくば（つくば市見本町0-0-0）"),
            ),
            (
                label("숙박", "宿泊"),
                ko("7. 29.(월) 15:00 입실~8. 2.(금) 10:00 퇴실, 4박, 1인실 4실, 조식 포함"),
                ja("4泊、シングル4室、朝食付"),
            ),
        ),
        leading("4. 연락처", "ko", second("連絡先"), style=Style.HEADING_1),
        Table(
            (44, 56, 70),
            (
                row(
                    cell(ko("KRISS 담당"), ja("KRISS担当")),
                    cell(ko("국제협력 담당 [견본]")),
                    cell(en("+82-00-000-0000  sample@example.org")),
                ),
                row(
                    cell(ko("긴급(일본)"), ja("緊急（日本）")),
                    cell(ko("경찰 · 구급/소방")),
                    cell(ko("110 · 119")),
                ),
            ),
            "연락처",
            "구분, 담당, 전화와 전자우편",
            (head_row(head("구분", "区分"), head("담당", "担当"), head("전화·전자우편", "電話・メール")),),
        ),
    )
