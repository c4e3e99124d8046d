"""More agendas, written after the reading was: how well it does with what it has not seen."""

from __future__ import annotations

from docx.document import Document

from .build import bold, lines, new, styled, table
from .truth import Truth

Made = tuple[Document, Truth]


def ko_ministry() -> Made:
    """The plan of a ministry: time in the last column, people in a column of those who attend."""
    document = new()
    bold(document, "한·네덜란드 과학기술공동위 일정")
    table(
        document,
        [
            ["날짜", "시간", "주요 일정", "장소", "비고"],
            ["6. 10.(화)", "14:00 ~ 15:30", "대표단 사전회의", "호텔 세미나실", "우리측"],
            ["^", "18:00 ~ 20:00", "네덜란드 대사 주최 만찬", "대사관저", ""],
            ["6. 11.(수)", "09:30 ~ 10:00", "수석대표 환담", "정부세종청사 접견실", ""],
            ["^", "10:00 ~ 12:00", "제4차 공동위 본회의", "대회의실", "동시통역"],
            ["^", "12:00 ~ 13:30", "차관 주최 오찬", "한식당", ""],
        ],
    )
    lines(document, "※ 2025년도 공동위는 양국 협의에 따라 변경될 수 있음")
    truth = Truth("ko").on("2025-06-10")
    truth.item("14:00-15:30", "discussion", "대표단 사전회의", place="호텔 세미나실", remark="우리측")
    truth.item("18:00-20:00", "meal", "네덜란드 대사 주최 만찬", place="대사관저").on("2025-06-11")
    truth.item("09:30-10:00", "bilateral", "수석대표 환담", place="정부세종청사 접견실")
    truth.item("10:00-12:00", "discussion", "제4차 공동위 본회의", place="대회의실", remark="동시통역")
    truth.item("12:00-13:30", "meal", "차관 주최 오찬", place="한식당")
    return document, truth


def ko_university() -> Made:
    """A university: times as 10:00-10:20 after a bullet, talks numbered, moderators in brackets."""
    document = new()
    styled(document, "Heading 1", "2026 국제 반도체 계측 워크숍")
    lines(document, "일 시: 2026년 2월 5일(목) 10:00~16:00", "장 소: 포항공과대학교 국제관 대회의실")
    lines(
        document,
        "▶ 10:00-10:20 개회 및 환영사 - 김성근 총장 (포항공과대학교)",
        "▶ 10:20-12:00 오전 세션 (좌장: 조만호 교수)",
        "1. 차세대 노광 계측 - 안승규 수석 (삼성전자)",
        "2. EUV 마스크 검사 - 이동근 대표 (이솔)",
        "▶ 12:00-13:30 점심식사 (국제관 레스토랑)",
        "▶ 13:30-15:30 오후 세션 (좌장: 김정원 교수)",
        "1. 3차원 구조 측정 - Dr. Bryan Barnes (NIST)",
        "2. 두께 표준 - 김경중 박사 (KRISS)",
        "▶ 15:30-16:00 폐회",
    )
    truth = Truth("ko").on("2026-02-05")
    truth.item("10:00-10:20", "address", "개회 및 환영사", "김성근|포항공과대학교|총장")
    truth.item("10:20-12:00", "presentations", "오전 세션", chair="조만호||교수")
    truth.talk("차세대 노광 계측", "안승규|삼성전자|수석").talk("EUV 마스크 검사", "이동근|이솔|대표")
    truth.item("12:00-13:30", "meal", "점심식사", place="국제관 레스토랑")
    truth.item("13:30-15:30", "presentations", "오후 세션", chair="김정원||교수")
    truth.talk("3차원 구조 측정", "Bryan Barnes|NIST|").talk("두께 표준", "김경중|KRISS|")
    truth.item("15:30-16:00", "address", "폐회")
    return document, truth


def ja_ministry() -> Made:
    """A ministry's 次第: vertical numbering in kanji, no end times, the venue of each part."""
    document = new()
    lines(document, "日仏科学技術協力合同委員会　日程（案）", "令和7年11月19日（水）～20日（木）")
    bold(document, "11月19日（水）")
    table(
        document,
        [
            ["10:00", "開会", "文部科学省 第2講堂"],
            [
                "10:05",
                "両国代表挨拶\n・西條 正明 審議官（文部科学省）\n・Dr. Claire Giry（仏高等教育・研究省）",
                "同上",
            ],
            ["10:30", "議題1：量子技術", ""],
            ["12:00", "昼食会", "レストラン霞"],
            ["13:30", "議題2：環境", ""],
            ["17:00", "1日目終了", ""],
        ],
    )
    bold(document, "11月20日（木）")
    table(document, [["10:00～12:00", "理化学研究所 視察", "和光市"], ["14:00", "解散", ""]])
    truth = Truth("ja").on("2025-11-19")
    truth.item("10:00-", "address", "開会", place="文部科学省 第2講堂")
    truth.item(
        "10:05-",
        "address",
        "両国代表挨拶",
        "西條 正明|文部科学省|審議官; Claire Giry|仏高等教育・研究省|",
        place="文部科学省 第2講堂",
    )
    truth.item("10:30-", "other", "議題1：量子技術").item("12:00-", "meal", "昼食会", place="レストラン霞")
    truth.item("13:30-", "other", "議題2：環境").item("17:00-", "other", "1日目終了").on("2025-11-20")
    truth.item("10:00-12:00", "lab tour", "理化学研究所 視察", place="和光市").item("14:00-", "other", "解散")
    return document, truth


def en_conference() -> Made:
    """A conference: rows for sessions with their times, talks with times within them, a poster hour."""
    document = new()
    styled(document, "Title", "CPEM Satellite Workshop")
    styled(document, "Subtitle", "Denver, Colorado | Sunday, 7 July 2024")
    table(
        document,
        [
            ["TIME", "TITLE", "PRESENTER", "AFFILIATION"],
            ["08:00", "Registration opens", "", ""],
            ["08:30 – 10:00", "SESSION A: Voltage", "", ""],
            ["08:30 – 09:00", "Programmable Josephson arrays", "Charles Burroughs", "NIST"],
            ["09:00 – 09:30", "Cryocooled standards", "Oliver Kieler", "PTB"],
            ["09:30 – 10:00", "Comparison results", "Stéphane Solve", "BIPM"],
            ["10:00 – 10:30", "COFFEE BREAK", "", ""],
            ["10:30 – 11:30", "SESSION B: Resistance", "", ""],
            ["10:30 – 11:00", "Graphene devices", "Albert Rigosi", "NIST"],
            ["11:00 – 11:30", "Graphene at ambient field", "Dong-Hun Chae", "KRISS"],
            ["11:30 – 12:30", "Poster session", "", ""],
        ],
    )
    truth = Truth("en").on("2024-07-07")
    truth.item("08:00-", "other", "Registration opens").item(
        "08:30-10:00", "presentations", "SESSION A: Voltage"
    )
    truth.talk("Programmable Josephson arrays", "Charles Burroughs|NIST|", 30)
    truth.talk("Cryocooled standards", "Oliver Kieler|PTB|", 30).talk(
        "Comparison results", "Stéphane Solve|BIPM|", 30
    )
    truth.item("10:00-10:30", "tea", "COFFEE BREAK").item(
        "10:30-11:30", "presentations", "SESSION B: Resistance"
    )
    truth.talk("Graphene devices", "Albert Rigosi|NIST|", 30).talk(
        "Graphene at ambient field", "Dong-Hun Chae|KRISS|", 30
    )
    truth.item("11:30-12:30", "presentations", "Poster session")
    return document, truth


def en_itinerary() -> Made:
    """A host's letter-like itinerary: day names without a year, times with hrs, places after at."""
    document = new()
    lines(document, "Dear colleagues, please find below the programme of your visit in May 2025.", "")
    bold(document, "Monday, May 19")
    lines(
        document,
        "0845 hrs: Pick-up at Hotel Novotel",
        "0930–1030 hrs: Meeting with the Director General, Dr. Martin Milton",
        "1030–1200 hrs: Tour of the mass laboratories",
        "1230 hrs: Lunch at Restaurant Le Pavillon",
        "1400–1600 hrs: Presentations by the delegation",
    )
    bold(document, "Tuesday, May 20")
    lines(
        document,
        "0900–1100 hrs: Wrap-up meeting",
        "1300 hrs: Departure to CDG Airport",
        "We look forward to seeing you.",
    )
    truth = Truth("en").on("2025-05-19")
    truth.item("08:45-", "transfer", "Pick-up at Hotel Novotel")
    truth.item("09:30-10:30", "discussion", "Meeting with the Director General", "Martin Milton||")
    truth.item("10:30-12:00", "lab tour", "Tour of the mass laboratories")
    truth.item("12:30-", "meal", "Lunch at Restaurant Le Pavillon")
    truth.item("14:00-16:00", "presentations", "Presentations by the delegation").on("2025-05-20")
    truth.item("09:00-11:00", "discussion", "Wrap-up meeting").item(
        "13:00-", "transfer", "Departure to CDG Airport"
    )
    return document, truth


def ko_ja_stacked_lines() -> Made:
    """Paragraphs in pairs, the Japanese under the Korean, people in both."""
    document = new()
    lines(
        document,
        "제2차 한일 온도표준 회의",
        "第2回 日韓温度標準会議",
        "2025. 4. 22.(화) / 2025年4月22日（火）",
    )
    lines(
        document,
        "10:00~10:10 개회 인사", "開会の挨拶", "양인석 그룹장(KRISS)",
        "10:10~11:00 온도 표준 현황", "温度標準の現状",
        "- KRISS 현황", "KRISSの現状", "양인석 그룹장(KRISS)",
        "- NMIJ 현황", "NMIJの現状", "YAMADA Yoshiro 그룹장(NMIJ)",
        "11:00~11:15 휴식", "休憩",
        "11:15~12:00 실험실 견학", "実験室見学",
    )  # fmt: skip
    truth = Truth("ko").on("2025-04-22")
    truth.item("10:00-10:10", "address", {"ko": "개회 인사", "ja": "開会の挨拶"}, "양인석|KRISS|그룹장")
    truth.item("10:10-11:00", "presentations", {"ko": "온도 표준 현황", "ja": "温度標準の現状"})
    truth.talk({"ko": "KRISS 현황", "ja": "KRISSの現状"}, "양인석|KRISS|그룹장")
    truth.talk({"ko": "NMIJ 현황", "ja": "NMIJの現状"}, "YAMADA Yoshiro|NMIJ|그룹장")
    truth.item("11:00-11:15", "tea", {"ko": "휴식", "ja": "休憩"})
    truth.item("11:15-12:00", "lab tour", {"ko": "실험실 견학", "ja": "実験室見学"})
    return document, truth


LATER = (ko_ministry, ko_university, ja_ministry, en_conference, en_itinerary, ko_ja_stacked_lines)
