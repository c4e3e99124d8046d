"""The agendas of the house style in two columns and stacked, set by hand."""

from __future__ import annotations

from exporters.document import (
    COVER_RULE,
    EMPTY_CELL,
    Document,
    PageBreak,
    Paragraph,
    Row,
    Rule,
    Run,
    Style,
    Table,
    TableKind,
    cell,
    head_row,
    item,
    leading,
    over_columns,
    row,
    side_by_side,
    time_cell,
)
from tests.support.demo_words import document, en, head, ja, ko, second, title

PAIRS = (27, 71.5, 71.5)


def agenda_columns() -> Document:
    def both(korean: Paragraph, japanese: Paragraph, time: str = "", rule: Rule = Rule.NONE) -> Row:
        return Row(
            (time_cell(time, "ko") if time else EMPTY_CELL, cell(korean), cell(japanese)),
            rule,
            keep_with_next=rule is Rule.NONE,
        )

    def session(time: str, korean: str, japanese: str, *inner: Row) -> tuple[Row, ...]:
        rows = (both(title(korean), title(japanese, "ja"), time), *inner)
        last = rows[-1]
        return (*rows[:-1], Row(last.cells))

    def paired(korean: str, japanese: str, speaker: str, speaker_ja: str) -> Row:
        return Row(
            (
                EMPTY_CELL,
                cell(item("–", korean, "ko"), ko(speaker, Style.TALK_SPEAKER)),
                cell(item("–", japanese, "ja"), ja(speaker_ja, Style.TALK_SPEAKER)),
            ),
            Rule.NONE,
            keep_with_next=True,
        )

    def visited(number: int, korean: str, japanese: str) -> Row:
        return both(item(f"{number})", korean, "ko"), item(f"{number})", japanese, "ja"))

    def spoken(time: str, korean: str, japanese: str, speaker: str, speaker_ja: str) -> Row:
        return row(
            time_cell(time, "ko"),
            cell(title(korean), ko(speaker, Style.SPEAKER)),
            cell(title(japanese, "ja"), ja(speaker_ja, Style.SPEAKER)),
        )

    def day(date: str, date_ja: str, meeting: str, meeting_ja: str, *rows: Row) -> tuple:
        return (
            over_columns((Run(date, "ko"), Run(date_ja, "ja")), 98.5),
            Table(
                PAIRS,
                rows,
                f"{date} 회의 일정",
                "시각, 한국어 일정, 일본어 일정",
                (head_row(head("시각", "時刻"), head(meeting), cell(ja(meeting_ja, Style.TABLE_HEAD))),),
                TableKind.PARALLEL,
            ),
        )

    def over(*paragraphs: tuple[Paragraph, ...]) -> Table:
        return Table(
            (98.5, 71.5),
            (row(*(cell(*column) for column in paragraphs)),),
            "제목",
            "두 언어의 제목과 회의 이름",
            kind=TableKind.PLAIN,
        )

    blocks = (
        over(
            (
                ko("회의 일정", Style.TITLE),
                ko("제19차 한일 국가측정표준기관장회의", Style.COLUMN_SUBTITLE),
                ko("제1차 한일 퀀텀워크숍", Style.COLUMN_SUBTITLE),
            ),
            (
                ja("議事次第", Style.TITLE),
                ja("第19回日韓国家計量標準機関長会議", Style.COLUMN_SUBTITLE),
                ja("第1回日韓量子ワークショップ", Style.COLUMN_SUBTITLE),
            ),
        ),
        COVER_RULE,
        over(
            (ko("2024. 7. 30.(화)~8. 1.(목)"), ko("일본 츠쿠바, AIST")),
            (
                ja("2024年7月30日（火）～8月1日（木）", Style.CELL),
                ja("つくば市、産業技術総合研究所", Style.CELL),
            ),
        ),
        *day(
            "2024. 7. 30.(화)",
            "2024年7月30日（火）",
            "제19차 한일 국가측정표준기관장회의",
            "第19回日韓国家計量標準機関長会議",
            spoken(
                "09:30–09:40",
                "환영사",
                "歓迎の挨拶",
                "USUDA Takashi 기관장(NMIJ)",
                "臼田 孝 総合センター長（NMIJ）",
            ),
            spoken("09:40–09:50", "답사", "答辞", "이호성 원장(KRISS)", "LEE Ho Seong 院長（KRISS）"),
            *session(
                "09:50–10:30",
                "기관 현황 소개",
                "機関紹介",
                paired(
                    "NMIJ 추진방향과 최신 연구성과",
                    "NMIJの方針と最近の成果",
                    "USUDA Takashi 기관장(NMIJ)",
                    "臼田 孝 総合センター長（NMIJ）",
                ),
                paired(
                    "KRISS 추진방향과 최신 연구성과",
                    "KRISSの方針と最近の成果",
                    "이호성 원장(KRISS)",
                    "LEE Ho Seong 院長（KRISS）",
                ),
            ),
            *session("10:30–10:45", "단체사진", "集合写真"),
            *session(
                "10:45–11:25",
                "디지털 전환(DX)",
                "デジタルトランスフォーメーション(DX)",
                paired(
                    "KRISS의 DX 추진 계획",
                    "KRISSのDX推進計画",
                    "권수용 물리측정본부장(KRISS)",
                    "KWON Su Yong 物理計測本部長（KRISS）",
                ),
                paired("NMIJ의 DX", "NMIJのDX", "NMIJ (발표자 미정)", "NMIJ（発表者未定）"),
            ),
            *session("13:30–17:00", "협력패키지 토의", "協力パッケージの討議"),
        ),
        PageBreak(),
        *day(
            "2024. 7. 31.(수)",
            "2024年7月31日（水）",
            "제19차 한일 국가측정표준기관장회의",
            "第19回日韓国家計量標準機関長会議",
            *session(
                "09:30–12:00",
                "NMIJ 랩투어",
                "NMIJラボツアー",
                visited(1, "바이오의료표준그룹", "バイオメディカル標準研究グループ"),
                visited(2, "무기표준그룹", "無機標準研究グループ"),
            ),
            *session(
                "10:50–12:30",
                "연구 현황과 협력의제 제안: 양 기관 연구자 각 4명",
                "研究現況と協力提案: 双方の研究者各4名",
                paired(
                    "초전도 양자컴퓨팅 시스템",
                    "超伝導量子コンピューティングシステム",
                    "이용호 초전도양자컴퓨팅시스템연구단장(KRISS)",
                    "LEE Yong-Ho 超伝導量子コンピューティングシステム研究団長（KRISS）",
                ),
            ),
        ),
        Paragraph(
            side_by_side(
                Run("※  시각은 공표된 순서에 맞춘 가정입니다.", "ko"),
                Run("時刻は公表された順序による仮のものです。", "ja"),
            ),
            Style.NOTE,
        ),
    )
    return document("회의 일정 · 議事次第", "회의 일정 · 議事次第", blocks)


def agenda_stacked() -> Document:
    def entry(time: str, english: str, korean: str, *inner: Paragraph) -> Row:
        return row(
            time_cell(time, "en"), cell(title(english, "en"), ko(korean, Style.SECOND_LANGUAGE), *inner)
        )

    def spoken(english: str, korean: str, speaker: str) -> tuple[Paragraph, ...]:
        return (
            item("–", english, "en"),
            ko(korean, Style.TALK_SECOND),
            en(speaker, Style.TALK_SPEAKER),
        )

    def day(date: str, date_ko: str, meeting: str, *rows: Row) -> tuple:
        return (
            leading(date, "en", second(date_ko, "ko"), style=Style.DAY_HEADING),
            Table(
                (27, 143),
                rows,
                f"Agenda of {date}",
                "Time and item",
                (head_row(cell(en("Time (JST)", Style.TABLE_HEAD)), cell(en(meeting, Style.TABLE_HEAD))),),
            ),
        )

    meeting = "19th Korea–Japan NMI Directors’ Meeting"
    blocks = (
        en(
            "National Metrology Institute of Japan (NMIJ), AIST  ·  Korea Research Institute of Standards "
            "and Science (KRISS)",
            Style.OVERLINE,
        ),
        en("Agenda", Style.TITLE),
        en(f"{meeting} (KRISS–NMIJ Summit)", Style.SUBTITLE),
        ko("제19차 한일 국가측정표준기관장회의", Style.SECOND_LANGUAGE),
        en("1st Korea–Japan Quantum Workshop", Style.SUBTITLE),
        ko("제1차 한일 퀀텀워크숍", Style.SECOND_LANGUAGE),
        COVER_RULE,
        en("30 July – 1 August 2024, AIST, Tsukuba, Japan"),
        ko("2024. 7. 30.(화)~8. 1.(목), 일본 츠쿠바 AIST", Style.SECOND_LANGUAGE),
        *day(
            "Tuesday, 30 July 2024",
            "2024. 7. 30.(화)",
            meeting,
            entry(
                "09:30–09:40",
                "Welcome address",
                "환영사",
                en("Dr. USUDA Takashi, Director General, NMIJ", Style.SPEAKER),
            ),
            entry("09:40–09:50", "Reply", "답사", en("LEE Ho Seong, President, KRISS", Style.SPEAKER)),
            entry(
                "09:50–10:30",
                "Introduction of the institutes",
                "기관 현황 소개",
                *spoken(
                    "NMIJ: direction and recent results",
                    "NMIJ 추진방향과 최신 연구성과",
                    "Dr. USUDA Takashi, Director General, NMIJ",
                ),
                *spoken(
                    "KRISS: direction and recent results",
                    "KRISS 추진방향과 최신 연구성과",
                    "LEE Ho Seong, President, KRISS",
                ),
            ),
            entry("10:30–10:45", "Group photo", "단체사진"),
            entry(
                "10:45–11:25",
                "Digital transformation (DX)",
                "디지털 전환(DX)",
                *spoken(
                    "DX plan of KRISS",
                    "KRISS의 DX 추진 계획",
                    "KWON Su Yong, Director, Division of Physical Metrology, KRISS",
                ),
                *spoken("DX at NMIJ", "NMIJ의 DX", "NMIJ, speaker to be confirmed"),
            ),
            entry(
                "11:25–12:05",
                "Quantum technology",
                "양자 기술",
                *spoken(
                    "Quantum policy and quantum research at KRISS",
                    "KRISS의 양자 정책과 양자기술 연구",
                    "CHOI Jae-Hyuk, Director, Quantum Technology Institute, KRISS",
                ),
                *spoken("Quantum technology at NMIJ", "NMIJ의 양자 기술", "NMIJ, speaker to be confirmed"),
            ),
            entry("12:05–13:30", "Lunch", "오찬"),
        ),
        *day(
            "Wednesday, 31 July 2024",
            "2024. 7. 31.(수)",
            meeting,
            entry(
                "09:30–12:00",
                "NMIJ lab tour",
                "NMIJ 랩투어",
                item("1.", "Bio-medical Standards Group", "en"),
                ko("바이오의료표준그룹", Style.TALK_SECOND),
                item("2.", "Inorganic Standards Group", "en"),
                ko("무기표준그룹", Style.TALK_SECOND),
            ),
        ),
        en("Times are assumed within the published order.", Style.NOTE),
    )
    return document(
        "Agenda",
        "Agenda",
        blocks,
        ("en", "ko"),
        header_left=(Run(f"{meeting}  |  Agenda", "en"),),
        header_right=(Run("Version 3, 26 July 2024", "en"),),
    )
