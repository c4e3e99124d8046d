"""Made schedules, lists of flights, hotels, talks and cooperation items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from models.intake.record import Mention
from models.intake.values.read import Context
from tests.models.intake.corpus.files import Case, Rows, ods, page, separated, xlsx
from tests.models.intake.corpus.people_cases import VISIT, whole
from tests.models.intake.corpus.pools import EVERYBODY, FIRST, FLIGHTS, KOREANS, PROGRAMME, Event, Flight

KO_DAYS, JA_DAYS = "월화수목금토일", "月火水木金土日"
EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NO_VISIT = Context(today=dt.date(2024, 6, 1))


def said(event: Event, language: str, *, who: bool = False, end: bool = True) -> dict[str, Any]:
    """Return what a line of a schedule says."""
    fields: dict[str, Any] = {
        "date": event.date,
        "start": event.time(event.start),
        f"title.{language}": getattr(event, language),
        "place": Mention(getattr(event, f"place_{language}")),
    }
    if end:
        fields["end"] = event.time(event.end)
    if who and event.who >= 0:
        fields["speakers"] = (Mention(speaker(event, language)),)
    return fields


def speaker(event: Event, language: str) -> str:
    if event.who < 0:
        return ""
    who = EVERYBODY[event.who]
    return f"{who.latin_given} {who.latin_family}" if language == "en" else whole(who)


def cases() -> Iterator[Case]:
    """Yield the files."""
    yield from _korean()
    yield from _japanese()
    yield from _english()
    yield from _two_languages()
    yield from _flights()
    yield from _rooms()
    yield from _talks()


def _made(
    name: str,
    suffix: str,
    heading: list[str],
    row: Callable[[Event], list[Any]],
    language: str,
    write: Callable[[Rows], bytes] = xlsx,
    *,
    context: Context = VISIT,
    who: bool = False,
    end: bool = True,
) -> Case:
    rows = [heading, *[row(event) for event in PROGRAMME]]
    truth = {
        number: said(event, language, who=who, end=end) for number, event in enumerate(PROGRAMME, start=2)
    }
    return Case(name, suffix, write(rows), "schedule", truth, context)


def _half(text: str) -> str:
    hour, minute = (int(part) for part in text.split(":"))
    half = "오전" if hour < 12 else "오후"
    hour = hour if hour <= 12 else hour - 12
    return f"{half} {hour}시" + (f" {minute}분" if minute else "")


def _korean() -> Iterator[Case]:
    yield _made(
        "ko-schedule",
        ".xlsx",
        ["일자", "시간", "내용", "장소", "발표자"],
        lambda e: [
            f"{e.date.month}/{e.date.day}({KO_DAYS[e.date.weekday()]})",
            f"{e.start}~{e.end}",
            e.ko,
            e.place_ko,
            speaker(e, "ko"),
        ],
        "ko",
        who=True,
    )
    yield _made(
        "ko-official-dates",
        ".xlsx",
        ["날짜", "시작", "종료", "행사내용", "장소"],
        lambda e: [
            f"{e.date.year}. {e.date.month}. {e.date.day}.({KO_DAYS[e.date.weekday()]})",
            e.start,
            e.end,
            e.ko,
            e.place_ko,
        ],
        "ko",
        context=NO_VISIT,
    )
    yield _made(
        "ko-half-days",
        ".xlsx",
        ["월일", "시간", "주요 일정", "장소"],
        lambda e: [
            f"{e.date.month}월 {e.date.day}일",
            f"{_half(e.start)} ~ {_half(e.end)}",
            e.ko,
            e.place_ko,
        ],
        "ko",
    )
    yield _made(
        "ko-moments",
        ".csv",
        ["일시", "프로그램", "장소"],
        lambda e: [
            f"{e.date.year}. {e.date.month}. {e.date.day}.({KO_DAYS[e.date.weekday()]}) {e.start}",
            e.ko,
            e.place_ko,
        ],
        "ko",
        lambda rows: separated(rows, "cp949"),
        context=NO_VISIT,
        end=False,
    )
    rows: Rows = [["일자", "시간", "일정", "장소"]]
    merges, start, truth = [], 1, {}
    for number, event in enumerate(PROGRAMME, start=1):
        new = number == 1 or PROGRAMME[number - 2].date != event.date
        if new:
            start = number
        rows.append(
            [
                f"{event.date.month}. {event.date.day}." if new else None,
                f"{event.start}-{event.end}",
                event.ko,
                event.place_ko,
            ]
        )
        truth[number + 1] = said(event, "ko")
        if number == len(PROGRAMME) or PROGRAMME[number].date != event.date:
            merges.append((start, 0, number, 0))
    merges = [each for each in merges if each[0] != each[2]]
    yield Case("ko-merged-days", ".xlsx", xlsx(rows, merges=tuple(merges)), "schedule", truth, VISIT)


def _japanese() -> Iterator[Case]:
    rows: Rows = [["時間", "内容", "会場"]]
    truth = {}
    for number, event in enumerate(PROGRAMME):
        if number == 0 or PROGRAMME[number - 1].date != event.date:
            rows.append(
                [f"{event.date.month}月{event.date.day}日（{JA_DAYS[event.date.weekday()]}）", None, None]
            )
        rows.append([f"{event.start}～{event.end}", event.ja, event.place_ja])
        truth[len(rows)] = said(event, "ja")
    yield Case("ja-day-headings", ".xlsx", xlsx(rows), "schedule", truth, VISIT)
    yield Case("ja-day-headings-sjis", ".csv", separated(rows, "cp932"), "schedule", truth, VISIT)
    yield _made(
        "ja-eras",
        ".xlsx",
        ["日付", "開始時刻", "終了時刻", "行事", "場所"],
        lambda e: [
            f"令和{e.date.year - 2018}年{e.date.month}月{e.date.day}日",
            e.start,
            e.end,
            e.ja,
            e.place_ja,
        ],
        "ja",
        context=NO_VISIT,
    )
    yield _made(
        "ja-ods",
        ".ods",
        ["月日", "時間", "予定", "開催場所"],
        lambda e: [
            f"{e.date.month}/{e.date.day}（{JA_DAYS[e.date.weekday()]}）",
            f"{e.start}－{e.end}",
            e.ja,
            e.place_ja,
        ],
        "ja",
        ods,
    )
    yield _made(
        "ja-full-width",
        ".tsv",
        ["日付", "時刻", "議題", "会場", "発表者"],
        lambda e: [
            f"{e.date.month}月{e.date.day}日".translate(_WIDE),
            f"{e.start}〜{e.end}".translate(_WIDE),
            e.ja,
            e.place_ja,
            speaker(e, "ja"),
        ],
        "ja",
        lambda rows: separated(rows, "utf-8", "\t"),
        who=True,
    )


_WIDE = str.maketrans("0123456789:", "０１２３４５６７８９：")


def _clock12(text: str) -> str:
    hour, minute = (int(part) for part in text.split(":"))
    return f"{(hour - 1) % 12 + 1}:{minute:02} {'a.m.' if hour < 12 else 'p.m.'}"


def _english() -> Iterator[Case]:
    yield _made(
        "en-long-dates",
        ".xlsx",
        ["Date", "Time", "Programme", "Venue", "Speaker"],
        lambda e: [
            f"{EN_DAYS[e.date.weekday()]}, {e.date.day} July {e.date.year}"
            if e.date.month == 7
            else f"{EN_DAYS[e.date.weekday()]}, {e.date.day} August {e.date.year}",
            f"{e.start} – {e.end}",
            e.en,
            e.place_en,
            speaker(e, "en"),
        ],
        "en",
        context=NO_VISIT,
        who=True,
    )
    yield _made(
        "en-serials",
        ".xlsx",
        ["Day", "Start time", "End time", "Event", "Location"],
        lambda e: [e.date, e.time(e.start), e.time(e.end), e.en, e.place_en],
        "en",
        context=NO_VISIT,
    )
    yield _made(
        "en-twelve-hours",
        ".csv",
        ["Date", "Start", "End", "Activity", "Room"],
        lambda e: [
            f"{e.date:%b} {e.date.day}, {e.date.year}",
            _clock12(e.start),
            _clock12(e.end),
            e.en,
            e.place_en,
        ],
        "en",
        lambda rows: separated(rows, "utf-8"),
        context=NO_VISIT,
    )
    yield _made(
        "en-short-dates",
        ".xlsx",
        ["Date", "Time", "Session", "Place"],
        lambda e: [
            f"{e.date.day}-{e.date:%b}-{e.date:%y}",
            f"{e.start.replace(':', '')}-{e.end.replace(':', '')}",
            e.en,
            e.place_en,
        ],
        "en",
        context=NO_VISIT,
    )
    yield _made(
        "en-iso",
        ".csv",
        ["Date/Time", "Agenda item", "Where"],
        lambda e: [f"{e.date.isoformat()} {e.start}", e.en, e.place_en],
        "en",
        lambda rows: separated(rows, "utf-16", "\t"),
        context=NO_VISIT,
        end=False,
    )
    yield _made(
        "en-web-page",
        ".html",
        ["Date", "Hours", "Title", "Venue"],
        lambda e: [f"{e.date.day}/{e.date.month}/{e.date.year}", f"{e.start} to {e.end}", e.en, e.place_en],
        "en",
        page,
        context=NO_VISIT,
    )


def _two_languages() -> Iterator[Case]:
    rows: Rows = [["날짜", "시간", "내용(국문)", "내용(영문)", "장소"]]
    truth = {}
    for number, event in enumerate(PROGRAMME, start=2):
        rows.append([event.date, f"{event.start}~{event.end}", event.ko, event.en, event.place_ko])
        truth[number] = {**said(event, "ko"), "title.en": event.en}
    yield Case("two-title-columns", ".xlsx", xlsx(rows), "schedule", truth, VISIT)
    rows = [["Date / 日付", "Time / 時間", "Programme / プログラム", "Venue / 会場"]]
    truth = {}
    for number, event in enumerate(PROGRAMME, start=2):
        rows.append([event.date, f"{event.start}-{event.end}", f"{event.ja} / {event.en}", event.place_ja])
        truth[number] = {**said(event, "ja"), "title.en": event.en}
    yield Case("two-languages-in-a-cell", ".xlsx", xlsx(rows), "schedule", truth, VISIT)


def _flight(flight: Flight, language: str) -> dict[str, Any]:
    who = EVERYBODY[flight.who]
    day = FIRST + dt.timedelta(flight.day)
    origin, target = {
        "ko": (flight.from_ko, flight.to_ko),
        "ja": (flight.from_ja, flight.to_ja),
        "en": (flight.from_code, flight.to_code),
    }[language]
    return {
        "person": Mention(
            f"{who.latin_family.upper()} {who.latin_given}" if language == "en" else whole(who)
        ),
        "number": flight.number,
        "departure_date": day,
        "departure_time": dt.time.fromisoformat(flight.start),
        "arrival_date": day + dt.timedelta(flight.later),
        "arrival_time": dt.time.fromisoformat(flight.end),
        "from_place": Mention(origin),
        "to_place": Mention(target),
    }


def _flights() -> Iterator[Case]:
    headings = {
        "ko": ["성명", "편명", "출발일", "출발지", "출발시각", "도착지", "도착시각"],
        "ja": ["氏名", "便名", "搭乗日", "出発地", "出発時刻", "到着地", "到着時刻"],
        "en": ["Passenger", "Flight", "Date", "From", "Dep.", "To", "Arr."],
    }
    for language, heading in headings.items():
        rows: Rows = [heading]
        truth = {}
        for number, flight in enumerate(FLIGHTS, start=2):
            fields = truth[number] = _flight(flight, language)
            day = fields["departure_date"]
            shown = {
                "ko": f"{day.month}/{day.day}",
                "ja": f"{day.month}月{day.day}日",
                "en": f"{day.day} {day:%b}",
            }[language]
            later = {"ko": "(+1)", "ja": "（翌日）", "en": "+1"}[language] if flight.later else ""
            rows.append(
                [
                    fields["person"].text,
                    flight.number,
                    shown,
                    fields["from_place"].text,
                    flight.start,
                    fields["to_place"].text,
                    f"{flight.end}{later}",
                ]
            )
        yield Case(f"{language}-flights", ".xlsx", xlsx(rows), "travel", truth, VISIT)
    rows = [["탑승자", "출발편", "출발일시", "도착일시", "출발공항", "도착공항", "예약번호"]]
    truth = {}
    for number, flight in enumerate(FLIGHTS, start=2):
        fields = truth[number] = {**_flight(flight, "ko"), "booking_code": f"ABC{number}"}
        there, back = fields["departure_date"], fields["arrival_date"]
        rows.append(
            [
                fields["person"].text,
                flight.number,
                f"{there.month}. {there.day}. {flight.start}",
                f"{back.month}. {back.day}. {flight.end}",
                flight.from_ko,
                flight.to_ko,
                f"ABC{number}",
            ]
        )
    yield Case("ko-flights-moments", ".csv", separated(rows, "utf-8-sig"), "travel", truth, VISIT)


def _rooms() -> Iterator[Case]:
    rows: Rows = [["성명", "호텔", "체크인", "체크아웃", "객실유형", "객실"]]
    truth = {}
    for number, who in enumerate(KOREANS[:6], start=2):
        rows.append([whole(who), "대전호텔", "7/29", "8/1", "싱글" if number % 2 else "트윈", 300 + number])
        truth[number] = {
            "occupants": (Mention(whole(who)),),
            "place": Mention("대전호텔"),
            "check_in": FIRST,
            "check_out": FIRST + dt.timedelta(3),
            "room_kind": "single" if number % 2 else "twin",
            "room": str(300 + number),
        }
    yield Case("ko-rooms", ".xlsx", xlsx(rows, sheet="숙박"), "stays", truth, VISIT)
    rows = [["Guest name", "Hotel", "Check-in", "Check-out", "Room type", "Confirmation number"]]
    truth = {}
    for number, who in enumerate(EVERYBODY[10:20], start=2):
        written = f"{who.latin_family.upper()} {who.latin_given}"
        rows.append([written, "Hotel Okura", "29 July 2024", "1 Aug 2024", "Single", f"X{number}Y"])
        truth[number] = {
            "occupants": (Mention(written),),
            "place": Mention("Hotel Okura"),
            "check_in": FIRST,
            "check_out": FIRST + dt.timedelta(3),
            "room_kind": "single",
            "booking_code": f"X{number}Y",
        }
    yield Case("en-rooms", ".xlsx", xlsx(rows, sheet="Rooming list"), "stays", truth, VISIT)


def _talks() -> Iterator[Case]:
    titles = [
        ("광시계의 최신 동향", "Advances in optical clocks"),
        ("양자 전압 표준", "Quantum voltage standards"),
        ("질량 표준의 재정의", "Redefinition of the kilogram"),
    ]
    rows: Rows = [["발표제목", "발표자", "발표시간", "발표자료"]]
    truth = {}
    for number, ((ko, _), who) in enumerate(zip(titles, KOREANS, strict=False), start=2):
        rows.append([ko, whole(who), "20분", "접수"])
        truth[number] = {
            "title.ko": ko,
            "speakers": (Mention(whole(who)),),
            "minutes": 20,
            "slides": "received",
        }
    yield Case("ko-talks", ".xlsx", xlsx(rows, sheet="발표목록"), "presentations", truth, VISIT)
    rows = [["Title of presentation", "Presenter", "Duration (min)"]]
    truth = {}
    for number, ((_, en), who) in enumerate(zip(titles, EVERYBODY[12:], strict=False), start=2):
        written = f"Dr. {who.latin_given} {who.latin_family}"
        rows.append([en, written, 25])
        truth[number] = {"title.en": en, "speakers": (Mention(written),), "minutes": 25}
    yield Case("en-talks", ".csv", separated(rows, "utf-8"), "presentations", truth, VISIT)
    rows = [["협력의제", "제안기관", "분야", "진행상황", "협력내용"]]
    truth = {}
    states = (("제안", "proposed"), ("진행 중", "under way"), ("완료", "completed"))
    for number, ((ko, _), (word, state)) in enumerate(zip(titles, states, strict=True), start=2):
        rows.append([ko, "한국표준과학연구원", "양자", word, f"{ko} 공동 연구"])
        truth[number] = {
            "title.ko": ko,
            "proposer": Mention("한국표준과학연구원"),
            "field.ko": "양자",
            "state": state,
            "content.ko": f"{ko} 공동 연구",
        }
    yield Case("ko-cooperation", ".xlsx", xlsx(rows, sheet="협력패키지"), "cooperation_items", truth)
