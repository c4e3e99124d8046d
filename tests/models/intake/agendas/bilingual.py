"""Agendas in two languages: in columns, stacked, after a slash, in brackets."""

from __future__ import annotations

from docx.document import Document

from .build import bold, lines, new, table
from .truth import Truth

Made = tuple[Document, Truth]


def ko_en_slashes() -> Made:
    """Both languages in a cell, with a slash between."""
    document = new()
    lines(
        document,
        "한-미 공동세미나 프로그램 / Korea-US Joint Seminar Programme",
        "2025. 4. 9.(수) / Wednesday, 9 April 2025",
    )
    table(
        document,
        [
            ["시간 / Time", "내용 / Programme", "발표자 / Speaker"],
            ["09:30-09:40", "환영사 / Welcome address", "이호성 원장 (KRISS)"],
            [
                "09:40-10:20",
                "양자 표준의 미래 / The future of quantum standards",
                "Dr. Robert Alvarez (NIST)",
            ],
            ["10:20-10:40", "휴식 / Coffee break", ""],
            ["10:40-12:00", "종합 토의 / General discussion", ""],
            ["12:00-13:30", "오찬 / Lunch", ""],
        ],
    )
    truth = Truth("ko").on("2025-04-09")
    truth.item("09:30-09:40", "address", {"ko": "환영사", "en": "Welcome address"}, "이호성|KRISS|원장")
    truth.item(
        "09:40-10:20",
        "presentations",
        {"ko": "양자 표준의 미래", "en": "The future of quantum standards"},
        "Robert Alvarez|NIST|",
    )
    truth.item("10:20-10:40", "tea", {"ko": "휴식", "en": "Coffee break"})
    truth.item("10:40-12:00", "discussion", {"ko": "종합 토의", "en": "General discussion"})
    truth.item("12:00-13:30", "meal", {"ko": "오찬", "en": "Lunch"})
    return document, truth


def ko_en_stacked() -> Made:
    """Both languages one under the other in a cell, and speakers too."""
    document = new()
    lines(document, "제5차 정기회의", "5th Regular Meeting", "2024. 10. 15.(화)")
    table(
        document,
        [
            ["Time", "Agenda", "Speaker", "Venue"],
            [
                "10:00\n~10:10",
                "개회사\nOpening remarks",
                "권수용 본부장(KRISS)\nDr. KWON Su Yong, Director, KRISS",
                "대회의실",
            ],
            [
                "10:10\n~11:00",
                "협력 성과 보고\vReport on cooperation",
                "김지현 실장(KRISS)\nMs. KIM Jihyun, Head, KRISS",
                "대회의실",
            ],
            ["11:00\n~11:30", "기념촬영\nGroup photo", "", "로비"],
            ["11:30\n~13:00", "오찬\nLuncheon", "", "귀빈식당"],
        ],
    )
    truth = Truth("ko").on("2024-10-15")
    truth.item(
        "10:00-10:10",
        "address",
        {"ko": "개회사", "en": "Opening remarks"},
        "권수용|KRISS|본부장",
        place="대회의실",
    )
    truth.item(
        "10:10-11:00",
        "presentations",
        {"ko": "협력 성과 보고", "en": "Report on cooperation"},
        "김지현|KRISS|실장",
        place="대회의실",
    )
    truth.item("11:00-11:30", "photo", {"ko": "기념촬영", "en": "Group photo"}, place="로비")
    truth.item("11:30-13:00", "meal", {"ko": "오찬", "en": "Luncheon"}, place="귀빈식당")
    return document, truth


def ko_ja_columns() -> Made:
    """A column for each language, talks and speakers within the cells, times on the left."""
    document = new()
    lines(document, "한일 질량표준 워크숍", "日韓質量標準ワークショップ")
    lines(document, "2025. 11. 5.(수)\t2025年11月5日（水）")
    table(
        document,
        [
            ["", "한국어", "日本語"],
            ["09:00–09:10", "개회사\n이승훈 센터장(KRISS)", "開会の辞\nLEE Seunghun センター長（KRISS）"],
            [
                "09:10–10:10",
                "연구 현황 발표\n- 키블저울 개발\n김동민 책임연구원(KRISS)\n- 실리콘 구 측정\nKURAMOTO Naoki 연구원",
                "研究の現状\n- キブルバランスの開発\nKIM Dongmin 責任研究員（KRISS）\n- シリコン球の測定\n倉本 直樹 研究員",
            ],
            ["10:10–10:30", "휴식", "休憩"],
            ["10:30–12:00", "토의", "討議"],
        ],
    )
    truth = Truth("ko").on("2025-11-05")
    truth.item("09:00-09:10", "address", {"ko": "개회사", "ja": "開会の辞"}, "이승훈|KRISS|센터장")
    truth.item("09:10-10:10", "presentations", {"ko": "연구 현황 발표", "ja": "研究の現状"})
    truth.talk({"ko": "키블저울 개발", "ja": "キブルバランスの開発"}, "김동민|KRISS|책임연구원")
    truth.talk({"ko": "실리콘 구 측정", "ja": "シリコン球の測定"}, "KURAMOTO Naoki||연구원")
    truth.item("10:10-10:30", "tea", {"ko": "휴식", "ja": "休憩"})
    truth.item("10:30-12:00", "discussion", {"ko": "토의", "ja": "討議"})
    return document, truth


def ja_en_brackets() -> Made:
    """The English in brackets after the Japanese."""
    document = new()
    bold(document, "日独ワークショップ (Japan-Germany Workshop)")
    lines(document, "2024年5月21日（火）")
    lines(
        document,
        "10:00-10:10 開会の挨拶 (Opening address)",
        "10:10-11:00 光周波数コムの紹介 (Introduction of optical frequency combs)",
        "11:00-11:20 休憩 (Coffee break)",
        "11:20-12:30 共同研究の討議 (Discussion of joint research)",
        "12:30-14:00 昼食 (Working lunch)",
    )
    truth = Truth("ja").on("2024-05-21")
    truth.item("10:00-10:10", "address", {"ja": "開会の挨拶", "en": "Opening address"})
    truth.item(
        "10:10-11:00",
        "presentations",
        {"ja": "光周波数コムの紹介", "en": "Introduction of optical frequency combs"},
    )
    truth.item("11:00-11:20", "tea", {"ja": "休憩", "en": "Coffee break"})
    truth.item("11:20-12:30", "discussion", {"ja": "共同研究の討議", "en": "Discussion of joint research"})
    truth.item("12:30-14:00", "meal", {"ja": "昼食", "en": "Working lunch"})
    return document, truth


def ko_en_side_by_side() -> Made:
    """Two cells full of paragraphs, Korean on the left, English on the right."""
    document = new()
    table(
        document,
        [
            [
                "방문 일정\n2025년 8월 27일(수)\n10:00 ~ 10:30 기관 소개\n10:30 ~ 12:00 연구실 투어\n12:00 ~ 13:00 오찬",
                "Visit programme\nWednesday, 27 August 2025\n10:00 – 10:30 Introduction of the institute\n10:30 – 12:00 Lab tour\n12:00 – 13:00 Luncheon",
            ]
        ],
    )
    truth = Truth("ko").on("2025-08-27")
    truth.item("10:00-10:30", "presentations", {"ko": "기관 소개", "en": "Introduction of the institute"})
    truth.item("10:30-12:00", "lab tour", {"ko": "연구실 투어", "en": "Lab tour"})
    truth.item("12:00-13:00", "meal", {"ko": "오찬", "en": "Luncheon"})
    return document, truth


BILINGUAL = (ko_en_slashes, ko_en_stacked, ko_ja_columns, ja_en_brackets, ko_en_side_by_side)
