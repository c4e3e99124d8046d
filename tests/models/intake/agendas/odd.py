"""Agendas that each go their own way."""

from __future__ import annotations

from docx.document import Document

from .build import bold, lines, new, styled, table
from .truth import Truth

Made = tuple[Document, Truth]


def ko_outline() -> Made:
    """The outline signs of Korean offices, times in brackets before the title."""
    document = new()
    lines(
        document,
        "해외 전문가 초청 세미나 계획(안)",
        "1. 개요",
        " ㅇ 일시: '25. 3. 4.(화)~3. 5.(수)",
        " ㅇ 장소: KRISS 본관 세미나실",
        "2. 세부일정",
        "□ '25. 3. 4.(화)",
        " ㅇ (10:00~10:30) 환영 인사 및 참석자 소개",
        " ㅇ (10:30~12:00) 초청 강연",
        "   - 나노 스케일 온도 측정 (NIST, John Miller 박사)",
        " ㅇ (12:00~13:00) 오찬",
        " ㅇ (14:00~16:00) 실험실 방문",
        "□ '25. 3. 5.(수)",
        " ㅇ (09:30~11:30) 협력과제 협의",
        " ㅇ (12:30) 공항 이동",
    )
    truth = Truth("ko").on("2025-03-04")
    truth.item("10:00-10:30", "address", "환영 인사 및 참석자 소개").item(
        "10:30-12:00", "presentations", "초청 강연"
    )
    truth.talk("나노 스케일 온도 측정", "John Miller|NIST|")
    truth.item("12:00-13:00", "meal", "오찬").item("14:00-16:00", "lab tour", "실험실 방문")
    truth.on("2025-03-05").item("09:30-11:30", "discussion", "협력과제 협의").item(
        "12:30-", "transfer", "공항 이동"
    )
    return document, truth


def ko_parts_of_day() -> Made:
    """A merged column for morning and afternoon, lengths beside the times, who takes part as a remark."""
    document = new()
    lines(document, "2024년 한-캐나다 과학기술협력 세미나 (2024. 9. 26.(목), 밴쿠버)")
    table(
        document,
        [
            ["구분", "시간", "주요내용", "발표자", "장소"],
            ["오전", "09:30~10:00 (30')", "등록 및 네트워킹", "", "1층 로비"],
            ["^", "10:00~10:05 (5')", "개회사", "박진수 총영사", "컨퍼런스룸 A"],
            ["^", "10:05~10:25 (20')", "한국 AI 연구 동향", "김도윤 교수(KAIST)", "^"],
            ["^", "10:25~10:45 (20')", "캐나다 양자 전략", "Dr. Marie Tremblay(NRC)", "^"],
            ["오후", "12:00~13:30 (90')", "네트워킹 오찬", "", "2층 레스토랑"],
            ["^", "13:30~15:00 (90')", "분야별 토론", "전체", "컨퍼런스룸 A"],
        ],
    )
    truth = Truth("ko").on("2024-09-26")
    truth.item("09:30-10:00", "other", "등록 및 네트워킹", place="1층 로비")
    truth.item("10:00-10:05", "address", "개회사", "박진수||총영사", place="컨퍼런스룸 A")
    truth.item("10:05-10:25", "presentations", "한국 AI 연구 동향", "김도윤|KAIST|교수", place="컨퍼런스룸 A")
    truth.item(
        "10:25-10:45", "presentations", "캐나다 양자 전략", "Marie Tremblay|NRC|", place="컨퍼런스룸 A"
    )
    truth.item("12:00-13:30", "meal", "네트워킹 오찬", place="2층 레스토랑")
    truth.item("13:30-15:00", "discussion", "분야별 토론", "전체||", place="컨퍼런스룸 A")
    return document, truth


def ja_itinerary() -> Made:
    """An itinerary: day numbers with dates, hours when things start, where people stay."""
    document = new()
    lines(document, "韓国出張日程表", "出張期間：2025年5月12日～5月14日")
    table(
        document,
        [
            ["日程", "時間", "行程", "備考"],
            ["5/12（月）", "9:30", "羽田空港 出発", "KE712"],
            ["^", "12:00", "仁川空港 到着", ""],
            ["^", "18:30", "歓迎夕食会", ""],
            ["5/13（火）", "10:00-12:00", "KRISS 表敬訪問・研究紹介", ""],
            ["^", "13:30-16:30", "施設見学（時間センター、質量センター）", ""],
            ["5/14（水）", "15:20", "金浦空港 出発", "NH864"],
        ],
    )
    truth = Truth("ja").on("2025-05-12")
    truth.item("09:30-", "transfer", "羽田空港 出発", remark="KE712").item(
        "12:00-", "transfer", "仁川空港 到着"
    )
    truth.item("18:30-", "meal", "歓迎夕食会").on("2025-05-13")
    truth.item("10:00-12:00", "bilateral", "KRISS 表敬訪問・研究紹介")
    truth.item("13:30-16:30", "lab tour", "施設見学（時間センター、質量センター）")
    truth.on("2025-05-14").item("15:20-", "transfer", "金浦空港 出発", remark="NH864")
    return document, truth


def en_with_lists_of_people() -> Made:
    """A draft with its own date, a table of participants, the schedule after it with "Day" heads."""
    document = new()
    styled(document, "Title", "VAMAS TWA 41 Meeting")
    lines(document, "DRAFT v3 – 12 February 2025", "Location: National Physical Laboratory, Teddington, UK")
    styled(document, "Heading 1", "Participants")
    table(
        document,
        [
            ["Name", "Organisation", "Role"],
            ["Charles Clifford", "NPL", "Chair"],
            ["Jisoo Park", "KRISS", "Member"],
        ],
    )
    styled(document, "Heading 1", "Schedule")
    styled(document, "Heading 2", "Day 1 – Monday 7 April 2025")
    table(
        document,
        [
            ["Time", "Item", "Lead"],
            ["09:30", "Arrival and coffee", ""],
            ["10:00", "Welcome and safety briefing", "Dr. Charles Clifford"],
            ["10:15", "Interlaboratory study: results so far", "Jisoo Park (KRISS)"],
            ["12:30", "Lunch", ""],
            ["13:30", "Discussion: next study", "All"],
            ["19:00", "Dinner at The Anglers", ""],
        ],
    )
    styled(document, "Heading 2", "Day 2 – Tuesday 8 April 2025")
    table(
        document,
        [
            ["Time", "Item", "Lead"],
            ["09:00", "Laboratory tour", "Andrew Pollard (NPL)"],
            ["11:00", "Closing remarks", "Dr. Charles Clifford"],
        ],
    )
    truth = Truth("en").on("2025-04-07")
    truth.item("09:30-", "tea", "Arrival and coffee")
    truth.item("10:00-", "address", "Welcome and safety briefing", "Charles Clifford||")
    truth.item("10:15-", "presentations", "Interlaboratory study: results so far", "Jisoo Park|KRISS|")
    truth.item("12:30-", "meal", "Lunch").item("13:30-", "discussion", "Discussion: next study", "All||")
    truth.item("19:00-", "meal", "Dinner at The Anglers").on("2025-04-08")
    truth.item("09:00-", "lab tour", "Laboratory tour", "Andrew Pollard|NPL|")
    truth.item("11:00-", "address", "Closing remarks", "Charles Clifford||")
    return document, truth


def en_bullets() -> Made:
    """Lists of Word with short hours (9am), people after commas."""
    document = new()
    styled(document, "Heading 1", "Programme, Friday 20 June 2025")
    styled(
        document,
        "List Bullet",
        "9am–9.30am: Registration",
        "9.30am–9.45am: Welcome, Prof. Helen Clarke, University of Auckland",
        "9.45am–10.30am: Keynote: Measuring the ocean, Dr. Tomas Lindqvist, RISE",
        "10.30am–11am: Morning tea",
        "11am–12.30pm: Panel discussion",
        "12.30pm: Lunch",
    )
    truth = Truth("en").on("2025-06-20")
    truth.item("09:00-09:30", "other", "Registration")
    truth.item("09:30-09:45", "address", "Welcome", "Helen Clarke|University of Auckland|")
    truth.item("09:45-10:30", "presentations", "Keynote: Measuring the ocean", "Tomas Lindqvist|RISE|")
    truth.item("10:30-11:00", "tea", "Morning tea").item("11:00-12:30", "discussion", "Panel discussion")
    truth.item("12:30-", "meal", "Lunch")
    return document, truth


def en_ko_columns_bare() -> Made:
    """Two columns of titles in two languages that no head tells apart; days within the table."""
    document = new()
    bold(document, "Korea–Finland Workshop 한-핀란드 워크숍 (2025)")
    table(
        document,
        [
            ["Tuesday 26 August / 8월 26일(화)", None, None],
            ["13:00 – 13:20", "Opening", "개회식"],
            [
                "13:20 – 14:30",
                "Quantum technologies in Finland\nDr. Antti Manninen, VTT",
                "핀란드의 양자기술\n안티 만니넨 박사(VTT)",
            ],
            ["14:30 – 15:00", "Coffee", "휴식"],
            ["Wednesday 27 August / 8월 27일(수)", None, None],
            ["10:00 – 11:30", "Visit to laboratories", "연구실 방문"],
            ["11:30 – 12:00", "Signing ceremony", "협약 체결식"],
        ],
    )
    truth = Truth("en").on("2025-08-26")
    truth.item("13:00-13:20", "address", {"en": "Opening", "ko": "개회식"})
    truth.item(
        "13:20-14:30", "presentations", {"en": "Quantum technologies in Finland", "ko": "핀란드의 양자기술"},
        "Antti Manninen|VTT|",
    )  # fmt: skip
    truth.item("14:30-15:00", "tea", {"en": "Coffee", "ko": "휴식"}).on("2025-08-27")
    truth.item("10:00-11:30", "lab tour", {"en": "Visit to laboratories", "ko": "연구실 방문"})
    truth.item("11:30-12:00", "signing", {"en": "Signing ceremony", "ko": "협약 체결식"})
    return document, truth


def en_one_column() -> Made:
    """A table of one column: each row a line, the time in front."""
    document = new()
    lines(document, "MEETING SCHEDULE", "16 October 2024, Room 4.12")
    table(
        document,
        [
            ["08:45 Meet in the hotel lobby"],
            ["09:00 – 10:00 Introduction to the facility (Mr. David Chen, A*STAR)"],
            ["10:00 – 12:00 Technical discussions"],
            ["12:00 – 13:00 Lunch"],
            ["13:00 – 14:00 Transfer to Changi Airport"],
        ],
    )
    truth = Truth("en").on("2024-10-16")
    truth.item("08:45-", "other", "Meet in the hotel lobby")
    truth.item("09:00-10:00", "presentations", "Introduction to the facility", "David Chen|A*STAR|")
    truth.item("10:00-12:00", "discussion", "Technical discussions").item("12:00-13:00", "meal", "Lunch")
    truth.item("13:00-14:00", "transfer", "Transfer to Changi Airport")
    return document, truth


def ja_en_stacked() -> Made:
    """Japanese and English one under the other, in the heads too; a chair for each session."""
    document = new()
    lines(
        document,
        "第3回 日加ワークショップ",
        "The 3rd Japan–Canada Workshop",
        "2026年3月3日（火） Tuesday, March 3, 2026",
    )
    table(
        document,
        [
            ["時間\nTime", "内容\nContents", "発表者\nSpeaker"],
            ["13:00～13:05", "開会\nOpening", ""],
            [
                "13:05～14:05",
                "セッション1：光計測\nSession 1: Optical metrology\n座長：稲場 肇 グループ長",
                "",
            ],
            ["", "光コムの応用\nApplications of combs", "大久保 章（AIST）"],
            ["", "時刻比較\nTime comparison", "Dr. Jason Liu (NRC)"],
            ["14:05～14:20", "休憩\nBreak", ""],
            ["14:20～15:30", "自由討論\nFree discussion", ""],
        ],
    )
    truth = Truth("ja").on("2026-03-03")
    truth.item("13:00-13:05", "address", {"ja": "開会", "en": "Opening"})
    truth.item(
        "13:05-14:05",
        "presentations",
        {"ja": "セッション1：光計測", "en": "Session 1: Optical metrology"},
        chair="稲場 肇||グループ長",
    )
    truth.talk({"ja": "光コムの応用", "en": "Applications of combs"}, "大久保 章|AIST|")
    truth.talk({"ja": "時刻比較", "en": "Time comparison"}, "Jason Liu|NRC|")
    truth.item("14:05-14:20", "tea", {"ja": "休憩", "en": "Break"})
    truth.item("14:20-15:30", "discussion", {"ja": "自由討論", "en": "Free discussion"})
    return document, truth


ODD = (
    ko_outline, ko_parts_of_day, ja_itinerary, en_with_lists_of_people, en_bullets, en_ko_columns_bare,
    en_one_column, ja_en_stacked,
)  # fmt: skip
