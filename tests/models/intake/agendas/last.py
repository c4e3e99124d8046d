"""The last agendas that were made: from offices of other kinds."""

from __future__ import annotations

from docx.document import Document

from .build import bold, lines, new, styled, table
from .truth import Truth

Made = tuple[Document, Truth]


def ko_forum() -> Made:
    """A forum: the time and its length in one cell, bilingual talks, who speaks under the title."""
    document = new()
    styled(document, "Title", "2025 글로벌 표준 포럼")
    lines(document, "2025. 9. 24.(수) 09:00 – 17:00 | 서울 코엑스 그랜드볼룸")
    table(
        document,
        [
            ["TIME", "PROGRAM"],
            ["09:00~09:30\n(30분)", "등록 Registration"],
            ["09:30~09:40\n(10분)", "개회사 Opening Remarks\n문동민 원장, 한국산업기술진흥원"],
            [
                "09:40~10:10\n(30분)",
                '기조강연 Keynote Speech\n"AI 시대의 표준"\nSung Hwan Cho, President, ISO',
            ],
            ["10:10~10:30\n(20분)", "휴식 Coffee Break"],
            ["12:00~13:30\n(90분)", "오찬 Luncheon"],
        ],
    )
    truth = Truth("ko").on("2025-09-24")
    truth.item("09:00-09:30", "other", {"ko": "등록", "en": "Registration"})
    truth.item(
        "09:30-09:40", "address", {"ko": "개회사", "en": "Opening Remarks"}, "문동민|한국산업기술진흥원|원장"
    )
    truth.item(
        "09:40-10:10",
        "presentations",
        {"ko": "기조강연", "en": "Keynote Speech"},
        "Sung Hwan Cho|ISO|President",
        remark='"AI 시대의 표준"',
    )
    truth.item("10:10-10:30", "tea", {"ko": "휴식", "en": "Coffee Break"})
    truth.item("12:00-13:30", "meal", {"ko": "오찬", "en": "Luncheon"})
    return document, truth


def ja_company() -> Made:
    """A company's visit: time to time in one column, our side and theirs in columns."""
    document = new()
    lines(document, "来訪スケジュール", "訪問日：2025年6月25日（水）")
    table(
        document,
        [
            ["時間", "内容", "場所", "対応者"],
            ["13:00 - 13:10", "名刺交換・ご挨拶", "応接室", "社長 中島 隆"],
            ["13:10 - 13:40", "会社概要のご説明", "応接室", "企画部 松本部長"],
            ["13:40 - 15:00", "工場見学", "第2工場", "製造部 井上課長、岡田主任"],
            ["15:00 - 16:00", "質疑応答・意見交換", "会議室A", "全員"],
            ["16:00", "お見送り", "正面玄関", ""],
        ],
    )
    truth = Truth("ja").on("2025-06-25")
    truth.item("13:00-13:10", "address", "名刺交換・ご挨拶", "中島 隆||社長", place="応接室")
    truth.item("13:10-13:40", "presentations", "会社概要のご説明", "松本|企画部|部長", place="応接室")
    truth.item("13:40-15:00", "lab tour", "工場見学", "井上|製造部|課長; 岡田||主任", place="第2工場")
    truth.item("15:00-16:00", "discussion", "質疑応答・意見交換", "全員||", place="会議室A")
    truth.item("16:00-", "transfer", "お見送り", place="正面玄関")
    return document, truth


def en_european_project() -> Made:
    """A project of the European Union: work packages, 24 hours with h, initials of institutes."""
    document = new()
    styled(document, "Title", "EMPIR 18SIB99 – M18 Meeting")
    lines(document, "INRIM, Torino, Italy", "4–5 November 2024")
    styled(document, "Heading 2", "Monday 4th November")
    table(
        document,
        [
            ["14h00", "Welcome and logistics", "M. Pisani (INRIM)"],
            ["14h15", "WP1: status and outlook", "A. Yacoot (NPL)"],
            ["15h00", "WP2: status and outlook", "R. Köning (PTB)"],
            ["15h45", "Coffee break", ""],
            ["16h15", "General discussion", "all"],
            ["20h00", "Social dinner", "Ristorante Porto di Savona"],
        ],
    )
    styled(document, "Heading 2", "Tuesday 5th November")
    table(
        document,
        [
            ["09h00", "Visit of the nanometrology lab", ""],
            ["11h00", "Actions and next meeting", "M. Pisani (INRIM)"],
            ["12h00", "End of meeting", ""],
        ],
    )
    truth = Truth("en").on("2024-11-04")
    truth.item("14:00-", "address", "Welcome and logistics", "M. Pisani|INRIM|")
    truth.item("14:15-", "presentations", "WP1: status and outlook", "A. Yacoot|NPL|")
    truth.item("15:00-", "presentations", "WP2: status and outlook", "R. Köning|PTB|")
    truth.item("15:45-", "tea", "Coffee break").item("16:15-", "discussion", "General discussion", "all||")
    truth.item("20:00-", "meal", "Social dinner", place="Ristorante Porto di Savona").on("2024-11-05")
    truth.item("09:00-", "lab tour", "Visit of the nanometrology lab")
    truth.item("11:00-", "other", "Actions and next meeting", "M. Pisani|INRIM|").item(
        "12:00-", "other", "End of meeting"
    )
    return document, truth


def en_ko_pairs_of_rows() -> Made:
    """English in one row, Korean in the row below, the time merged over both."""
    document = new()
    bold(document, "Opening ceremony of the joint laboratory / 공동연구실 개소식")
    lines(document, "Date: Friday 15 May 2026 / 2026년 5월 15일(금)")
    table(
        document,
        [
            ["Time", "Programme", "Venue"],
            ["10:30 – 10:40", "Welcome speech by the President", "Main Hall"],
            ["^", "원장 환영사", "^"],
            ["10:40 – 10:50", "Ribbon cutting", "Lab 101"],
            ["^", "테이프 커팅", "^"],
            ["10:50 – 11:30", "Lab tour", "Lab 101"],
            ["^", "연구실 견학", "^"],
            ["11:30 – 13:00", "Luncheon", "Cafeteria"],
            ["^", "오찬", "^"],
        ],
    )
    truth = Truth("en").on("2026-05-15")
    truth.item(
        "10:30-10:40",
        "address",
        {"en": "Welcome speech by the President", "ko": "원장 환영사"},
        place="Main Hall",
    )
    truth.item("10:40-10:50", "other", {"en": "Ribbon cutting", "ko": "테이프 커팅"}, place="Lab 101")
    truth.item("10:50-11:30", "lab tour", {"en": "Lab tour", "ko": "연구실 견학"}, place="Lab 101")
    truth.item("11:30-13:00", "meal", {"en": "Luncheon", "ko": "오찬"}, place="Cafeteria")
    return document, truth


LAST = (ko_forum, ja_company, en_european_project, en_ko_pairs_of_rows)
