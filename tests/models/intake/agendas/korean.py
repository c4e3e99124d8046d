"""Agendas as Korean offices send them."""

from __future__ import annotations

from docx.document import Document

from .build import bold, field, hidden, lines, nested, new, styled, table, text_box, tracked
from .truth import Truth

Made = tuple[Document, Truth]


def ko_boxed_days() -> Made:
    """Day heads with a box sign, a table for each day, times with a tilde."""
    document = new()
    bold(document, "제19차 한일 국가측정표준기관장회의 세부일정(안)")
    lines(document, "□ 기간: 2024. 7. 30.(화)~7. 31.(수)", "□ 장소: 한국표준과학연구원 대회의실")
    lines(document, "■ 2024. 7. 30.(화)")
    table(
        document,
        [
            ["시 간", "내 용", "비 고"],
            ["09:30~09:40", "환영사", "이호성 원장(KRISS)"],
            ["09:40~09:50", "답사", "우스다 다카시 센터장(NMIJ)"],
            ["09:50~10:30", "기관 현황 소개\n- KRISS 추진방향(권수용 본부장)\n- NMIJ 추진방향(미정)", ""],
            ["10:30~10:45", "기념촬영 및 휴식", "로비"],
            ["12:00~13:30", "오찬", "구내식당"],
        ],
    )
    lines(document, "■ 2024. 7. 31.(수)")
    table(
        document,
        [
            ["시 간", "내 용", "비 고"],
            ["09:30~12:00", "연구실 견학", ""],
            ["12:00~", "폐회 및 오찬", ""],
        ],
    )
    lines(document, "※ 상기 일정은 사정에 따라 변경될 수 있음", "끝.")
    truth = Truth("ko").on("2024-07-30")
    truth.item("09:30-09:40", "address", "환영사", "이호성|KRISS|원장")
    truth.item("09:40-09:50", "address", "답사", "우스다 다카시|NMIJ|센터장")
    truth.item("09:50-10:30", "presentations", "기관 현황 소개")
    truth.talk("KRISS 추진방향", "권수용||본부장").talk("NMIJ 추진방향", "||")
    truth.item("10:30-10:45", "photo", "기념촬영 및 휴식", place="로비")
    truth.item("12:00-13:30", "meal", "오찬", place="구내식당")
    truth.on("2024-07-31").item("09:30-12:00", "lab tour", "연구실 견학").item(
        "12:00-", "meal", "폐회 및 오찬"
    )
    return document, truth


def ko_merged_dates() -> Made:
    """One table, the date in a merged column, the place in another."""
    document = new()
    styled(document, "Title", "미국 대표단 방문 일정표")
    table(
        document,
        [
            ["일자", "시간", "일정", "장소"],
            ["9.3(화)", "10:00-10:30", "기관장 면담", "원장실"],
            ["^", "10:30-12:00", "연구현황 발표 및 토의", "행정동 301호"],
            ["^", "12:00-13:20", "오찬", "구내식당"],
            ["^", "13:30-17:00", "실험실 투어 (길이표준실, 시간표준실)", "연구동"],
            ["9.4(수)", "09:00", "호텔 출발", "호텔 로비"],
            ["^", "10:00-11:30", "업무협약(MOU) 체결식", "대강당"],
            ["^", "15:40", "인천공항 출발", ""],
        ],
    )
    lines(document, "2024년 8월 20일 국제협력실")
    truth = Truth("ko").on("2024-09-03")
    truth.item("10:00-10:30", "bilateral", "기관장 면담", place="원장실")
    truth.item("10:30-12:00", "discussion", "연구현황 발표 및 토의", place="행정동 301호")
    truth.item("12:00-13:20", "meal", "오찬", place="구내식당")
    truth.item("13:30-17:00", "lab tour", "실험실 투어 (길이표준실, 시간표준실)", place="연구동")
    truth.on("2024-09-04").item("09:00-", "transfer", "호텔 출발", place="호텔 로비")
    truth.item("10:00-11:30", "signing", "업무협약(MOU) 체결식", place="대강당")
    truth.item("15:40-", "transfer", "인천공항 출발")
    return document, truth


def ko_paragraphs() -> Made:
    """Paragraphs only; talks with hyphens, speakers in brackets; one tracked change."""
    document = new()
    bold(document, "한-독 양자센싱 공동워크숍 프로그램")
    lines(document, "일시 : 2025년 3월 12일(수) 13:00 ~ 18:00", "장소 : 서울대학교 글로벌공학교육센터")
    lines(document, "")
    lines(document, "13:00 ~ 13:10  개회사 (한국물리학회 김현정 회장)")
    paragraph = document.add_paragraph("13:10 ~ 13:20  축사 (과학기술정보통신부 ")
    tracked(paragraph, "박영호 국장", "최민지 과장")
    paragraph.add_run(")")
    lines(
        document,
        "13:20 ~ 14:40  세션 1. 다이아몬드 센서",
        "  - 단일 스핀 자기 측정 (KRISS 이정현 책임연구원)",
        "  - 생체 자기 영상 (고려대학교 서지훈 교수)",
        "14:40 ~ 15:00  휴식",
        "15:00 ~ 16:20  세션 2. 원자 센서",
        "  - 원자 중력계 (KRISS 이상범 책임연구원)",
        "  - 이온 시계 (연세대학교 문한섭 교수)",
        "16:20 ~ 17:30  종합토론",
        "18:00 ~        만찬 (한식당 다온)",
    )
    truth = Truth("ko").on("2025-03-12")
    truth.item("13:00-13:10", "address", "개회사", "김현정|한국물리학회|회장")
    truth.item("13:10-13:20", "address", "축사", "최민지|과학기술정보통신부|과장")
    truth.item("13:20-14:40", "presentations", "세션 1. 다이아몬드 센서")
    truth.talk("단일 스핀 자기 측정", "이정현|KRISS|책임연구원").talk(
        "생체 자기 영상", "서지훈|고려대학교|교수"
    )
    truth.item("14:40-15:00", "tea", "휴식")
    truth.item("15:00-16:20", "presentations", "세션 2. 원자 센서")
    truth.talk("원자 중력계", "이상범|KRISS|책임연구원").talk("이온 시계", "문한섭|연세대학교|교수")
    truth.item("16:20-17:30", "discussion", "종합토론").item("18:00-", "meal", "만찬", place="한식당 다온")
    return document, truth


def ko_half_days() -> Made:
    """오전 and 오후, hours and minutes in words, day numbers."""
    document = new()
    lines(document, "방한 연수단 일정 (2023년 11월 6일 ~ 11월 7일)")
    bold(document, "1일차 (11월 6일, 월요일)")
    lines(
        document,
        "오전 9시 30분 ~ 10시 : 접수 및 등록",
        "오전 10시 ~ 11시 30분 : 표준 제도의 이해 / 강연 : 정유진 박사 (한국표준협회)",
        "오후 12시 ~ 1시 : 점심 식사",
        "오후 2시 ~ 4시 : 질량 실험실 견학",
    )
    bold(document, "2일차 (11월 7일, 화요일)")
    lines(document, "오전 10시 : 자유 시간", "오후 6시 30분 ~ 9시 : 환송 만찬")
    truth = Truth("ko").on("2023-11-06")
    truth.item("09:30-10:00", "other", "접수 및 등록")
    truth.item("10:00-11:30", "presentations", "표준 제도의 이해", "정유진|한국표준협회|")
    truth.item("12:00-13:00", "meal", "점심 식사").item("14:00-16:00", "lab tour", "질량 실험실 견학")
    truth.on("2023-11-07").item("10:00-", "free", "자유 시간").item("18:30-21:00", "meal", "환송 만찬")
    return document, truth


def ko_minutes_column() -> Made:
    """Start and length, speakers and where they work in columns of their own; a frame around the table."""
    document = new()
    lines(document, "□ 일시: 2026. 5. 14.(목)", "□ 세부일정")
    nested(
        document,
        [
            ["순서", "시작", "소요시간", "내용", "발표자", "소속"],
            ["1", "14:00", "5분", "개회", "사회자", ""],
            ["2", "14:05", "20분", "국가 양자 전략 소개", "한지민", "과학기술정책연구원"],
            ["3", "14:25", "20분", "초전도 큐비트 연구 현황", "윤재호", "KRISS"],
            ["4", "14:45", "15분", "휴식", "", ""],
            ["5", "15:00", "60분", "패널 토론", "전원", ""],
        ],
    )
    truth = Truth("ko").on("2026-05-14")
    truth.item("14:00-14:05", "address", "개회", "사회자||")
    truth.item("14:05-14:25", "presentations", "국가 양자 전략 소개", "한지민|과학기술정책연구원|")
    truth.item("14:25-14:45", "presentations", "초전도 큐비트 연구 현황", "윤재호|KRISS|")
    truth.item("14:45-15:00", "tea", "휴식").item("15:00-16:00", "discussion", "패널 토론", "전원||")
    return document, truth


def ko_sessions_with_times() -> Made:
    """Sessions as rows over the whole width, every talk with its time."""
    document = new()
    lines(document, "국제 계측 심포지엄", "2025. 10. 21.(화), KRISS 강당")
    table(
        document,
        [
            ["시간", "제목", "연사"],
            ["09:00~09:20", "등록", ""],
            ["세션 1: 시간과 주파수 (좌장: 이원규 박사)", None, None],
            ["09:20~09:50", "광격자 시계의 최근 동향", "유대혁 (KRISS)"],
            ["09:50~10:20", "차세대 위성 시각 비교", "허명선 (KRISS)"],
            ["10:20~10:40", "커피 브레이크", None],
            ["세션 2: 양자 전기", None, None],
            ["10:40~11:10", "양자 홀 저항", "채동훈 책임연구원 (KRISS)"],
            ["11:10~11:40", "조셉슨 전압", "김무성 책임연구원 (KRISS)"],
            ["11:40~13:00", "점심", None],
        ],
    )
    truth = Truth("ko").on("2025-10-21")
    truth.item("09:00-09:20", "other", "등록")
    truth.item("09:20-10:20", "presentations", "세션 1: 시간과 주파수", chair="이원규||")
    truth.talk("광격자 시계의 최근 동향", "유대혁|KRISS|", 30).talk(
        "차세대 위성 시각 비교", "허명선|KRISS|", 30
    )
    truth.item("10:20-10:40", "tea", "커피 브레이크")
    truth.item("10:40-11:40", "presentations", "세션 2: 양자 전기")
    truth.talk("양자 홀 저항", "채동훈|KRISS|책임연구원", 30).talk(
        "조셉슨 전압", "김무성|KRISS|책임연구원", 30
    )
    truth.item("11:40-13:00", "meal", "점심")
    return document, truth


def ko_overnight() -> Made:
    """Late hours: the next day said in words, a field with the date, hidden text, text boxes."""
    document = new()
    paragraph = document.add_paragraph("작성일: ")
    field(paragraph, ' DATE \\@ "yyyy.M.d." ', "2024. 11. 1.")
    hidden(paragraph, "내부용 2020. 1. 1. 09:00 삭제할 것")
    text_box(document, "【 2024. 11. 18.(월) 】")
    table(
        document,
        [
            ["20:30~21:00", "공항 집결"],
            ["21:00~22:00", "출국 수속"],
            ["23:30~익일 05:40", "이동 (인천 → 시드니)"],
        ],
    )
    text_box(document, "【 2024. 11. 19.(화) 】")
    table(
        document,
        [
            ["10:00~11:00", "NMI 방문 및 환영 인사"],
            ["11:00~12:30", "개별 회의"],
            ["22:00~00:30", "시차 관측 실험"],
        ],
    )
    truth = Truth("ko").on("2024-11-18")
    truth.item("20:30-21:00", "transfer", "공항 집결").item("21:00-22:00", "transfer", "출국 수속")
    truth.item("23:30-05:40", "transfer", "이동 (인천 → 시드니)", end_day=1)
    truth.on("2024-11-19").item("10:00-11:00", "address", "NMI 방문 및 환영 인사")
    truth.item("11:00-12:30", "bilateral", "개별 회의").item(
        "22:00-00:30", "other", "시차 관측 실험", end_day=1
    )
    return document, truth


def ko_parallel_rooms() -> Made:
    """Two rooms side by side, common entries over both, soft line breaks."""
    document = new()
    lines(document, "2025년 한국측정표준포럼", "일시: 2025년 6월 17일(화)")
    table(
        document,
        [
            ["시간", "대회의실", "소회의실"],
            ["10:00~10:20", "개회식", None],
            [
                "10:20~11:20",
                "온도 분과 회의\v좌장: 양인석 책임연구원",
                "압력 분과 회의\v좌장: 우삼용 책임연구원",
            ],
            ["11:20~12:00", "습도 표준 현황 발표", "진공 표준 현황 발표"],
            ["12:00~13:30", "오찬", None],
            ["13:30~15:00", "연구시설 견학", None],
        ],
    )
    truth = Truth("ko").on("2025-06-17")
    truth.item("10:00-10:20", "address", "개회식")
    truth.item("10:20-11:20", "discussion", "온도 분과 회의", place="대회의실", chair="양인석||책임연구원")
    truth.item("10:20-11:20", "discussion", "압력 분과 회의", place="소회의실", chair="우삼용||책임연구원")
    truth.item("11:20-12:00", "presentations", "습도 표준 현황 발표", place="대회의실")
    truth.item("11:20-12:00", "presentations", "진공 표준 현황 발표", place="소회의실")
    truth.item("12:00-13:30", "meal", "오찬").item("13:30-15:00", "lab tour", "연구시설 견학")
    return document, truth


KOREAN = (
    ko_boxed_days, ko_merged_dates, ko_paragraphs, ko_half_days, ko_minutes_column, ko_sessions_with_times,
    ko_overnight, ko_parallel_rooms,
)  # fmt: skip
