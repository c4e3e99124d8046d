"""The itinerary of one person, all days in one table."""

from __future__ import annotations

from exporters.document import (
    COVER_RULE,
    EMPTY_CELL,
    Cell,
    Document,
    Row,
    Rule,
    Style,
    Table,
    TableKind,
    cell,
    head_row,
    row,
    time_cell,
)
from tests.support.demo_words import document, head, ko


def personal() -> Document:
    def day_row(text: str) -> Row:
        return row(cell(ko(text, Style.DAY_ROW), span=4), keep_with_next=True)

    def entry(
        time: str, what: str, place: str = "", role: str = "", below: str = "", last: bool = False
    ) -> Row:
        style = Style.ITEM_TITLE if role and role != "2조" else Style.CELL
        return row(
            time_cell(time, "ko"),
            cell(ko(role, Style.ITEM_TITLE)) if role else EMPTY_CELL,
            cell(ko(what, style), *([ko(below, Style.SECOND_LANGUAGE)] if below else [])),
            cell(ko(place, Style.CELL_SMALL)) if place else EMPTY_CELL,
            rule=Rule.STRONG if last else Rule.HAIRLINE,
        )

    days = Table(
        (27, 16, 97, 30),
        (
            day_row("7. 29.(월)  이동"),
            entry(
                "10:30–12:50",
                "출국 ZZ 901편 [견본]",
                "견본공항",
                below="탑승구 0번, 좌석 0A, 예약번호 ZZZ901",
            ),
            entry("14:00–15:30", "호텔로 이동(전용 차량) [견본]", "도착층 출구 2"),
            entry("18:30–20:30", "만찬 [견본]", "견본식당", last=True),
            day_row("7. 30.(화)  제19차 한일 국가측정표준기관장회의"),
            entry("09:00–09:20", "회의장으로 이동 [견본]", "호텔 로비"),
            entry("09:30–10:30", "환영사 · 답사 · 기관 현황 소개", "AIST 츠쿠바 본부"),
            entry("10:30–10:45", "단체사진"),
            entry(
                "10:45–11:25",
                "KRISS의 DX 추진 계획",
                "AIST 츠쿠바 본부",
                "발표",
                "디지털 전환(DX) 분과, 20분, 발표자료 제출 완료 [견본]",
            ),
            entry("11:25–12:05", "양자 기술"),
            entry("12:05–13:30", "오찬"),
            entry(
                "13:30–17:00",
                "협력패키지 토의",
                "",
                "토의",
                "물리측정 분야 의제: 절대복사계 상호 비교 검증",
                last=True,
            ),
            day_row("7. 31.(수)  NMIJ 랩투어"),
            entry(
                "09:30–12:00",
                "NMIJ 랩투어",
                "NMIJ 1층 로비",
                "2조",
                "시간표준 → 양자전기표준 → 바이오의료표준 → 무기표준 [견본]",
                last=True,
            ),
            day_row("8. 1.(목)  제1차 한일 퀀텀워크숍"),
            entry("09:30–12:30", "경영진 티타임 미팅 · 전략 발표 · 연구 현황과 협력의제 제안", "G-QuAT"),
            entry("12:30–14:00", "오찬"),
            entry("14:00–16:15", "G-QuAT 랩투어 · 단체사진", last=True),
            day_row("8. 2.(금)  귀국"),
            entry("09:00–11:00", "공항으로 이동 [견본]", "호텔 로비"),
            entry("23:40–01:55", "귀국 ZZ 902편 [견본]", "견본국제공항", below="+1일, 8. 3.(토) 01:55 도착"),
        ),
        "개인 일정",
        "날마다의 시각, 역할, 일정, 장소",
        (head_row(head("시각"), head("역할"), head("일정"), head("장소")),),
    )

    def block(name: str, *lines: str) -> Cell:
        return cell(ko(name, Style.TABLE_HEAD), *(ko(text, Style.CELL_SMALL) for text in lines))

    strip = Table(
        (57, 57, 56),
        (
            row(
                block("숙소 [견본]", "견본호텔 츠쿠바", "체크인 7. 29. 15:00 / 4박", "+81-00-0000-0000"),
                block("담당 [견본]", "국제협력 담당", "+82-00-000-0000", "sample@example.org"),
                block("긴급(일본)", "경찰 110 · 구급/소방 119", "시차 없음(UTC+9)"),
            ),
        ),
        "숙소와 연락처",
        "숙소, 담당, 긴급 전화",
        kind=TableKind.STRIP,
    )
    blocks = (
        ko("개인 일정표", Style.OVERLINE),
        ko("권수용 물리측정본부장", Style.TITLE),
        ko("KRISS 대표단 일본 AIST 방문, 2024. 7. 29.(월)~8. 2.(금)", Style.SUBTITLE),
        COVER_RULE,
        days,
        strip,
    )
    return document("권수용 물리측정본부장 개인 일정", "개인 일정표", blocks, ("ko",))
