"""Flights and hotel in the columns of a delegation list: legs with passengers, stays with guests."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from models.intake.columns import Column, Holds, In3, called
from models.intake.grid import Origin
from models.intake.mentions import mention_of
from models.intake.record import Doubt, Mention, Parsed, Record
from models.intake.values.read import Context, says_nothing
from models.tables.choices import LegKind
from models.text.matching import letters

COLUMNS: tuple[Column, ...] = (
    Column(
        "in_flight",
        Holds.TEXT,
        In3("입국편", "到着便", "Arrival flight"),
        called(
            "도착편|도착 편명|입국 편명|입국 항공편|도착 항공편|입국편명|오는 편|往路|往路便|"
            "往路便名|到着便名|到着 便名|入国便|Arrival flight no.|Arrival flight number|"
            "Arriving flight|Inbound flight|Inbound|Flight in|Flight (arrival)|Arrival Flight No"
        ),
    ),
    Column(
        "arrives",
        Holds.MOMENT,
        In3("도착 일시", "到着日時", "Arrival date and time"),
        called(
            "도착일시|입국일시|입국 일시|입국 시각|입국 시간|도착 시각|도착시각|도착 시간|"
            "도착시간|入国日時|到着時刻|到着時間|Arrival time|Arrival (date/time)|"
            "Arrival date/time|Arrival date & time|ETA|Time of arrival"
        ),
        parts=("in_date", "in_time"),
    ),
    Column(
        "in_place",
        Holds.TEXT,
        In3("도착 공항", "到着空港", "Arrival airport"),
        called("입국 공항|도착공항|도착지|到着地|Airport of arrival"),
    ),
    Column(
        "out_flight",
        Holds.TEXT,
        In3("출국편", "出発便", "Departure flight"),
        called(
            "출발편|출발 편명|출국 편명|출국 항공편|출발 항공편|출국편명|귀국편|귀국 항공편|"
            "귀국 편명|가는 편|復路|復路便|復路便名|出発便名|出発 便名|出国便|帰国便|帰り便|"
            "Departure flight no.|Departure flight number|Departing flight|Outbound flight|"
            "Outbound|Return flight|Flight out|Flight (departure)|Departure Flight No"
        ),
    ),
    Column(
        "departs",
        Holds.MOMENT,
        In3("출발 일시", "出発日時", "Departure date and time"),
        called(
            "출발일시|출국일시|출국 일시|출국 시각|출국 시간|귀국일시|귀국 일시|출발 시각|"
            "출발시각|출발 시간|출발시간|出国日時|帰国日時|出発時刻|出発時間|Departure time|"
            "Departure (date/time)|Departure date/time|Departure date & time|ETD|"
            "Time of departure"
        ),
        parts=("out_date", "out_time"),
    ),
    Column(
        "out_place",
        Holds.TEXT,
        In3("출발 공항", "出発空港", "Departure airport"),
        called("출국 공항|출발공항|Airport of departure"),
    ),
    Column(
        "flights",
        Holds.TEXT,
        In3("항공편", "便名", "Flights"),
        called("편명|항공편명|フライト|フライト番号|Flight|Flight number|Flight No.|Flight no"),
    ),
    Column(
        "hotel",
        Holds.TEXT,
        In3("숙소", "ホテル", "Hotel"),
        called(
            "호텔|숙박|숙소명|호텔명|숙박지|숙박 호텔|宿泊先|宿泊|宿|ホテル名|宿泊ホテル|"
            "Accommodation|Hotel name|Lodging|Staying at"
        ),
    ),
    Column(
        "check_in",
        Holds.DATE,
        In3("체크인", "チェックイン", "Check-in"),
        called(
            "입실일|입실|체크인 날짜|숙박 시작|チェックイン日|入室日|宿泊開始|Check in|Checkin|Check-in date"
        ),
    ),
    Column(
        "check_out",
        Holds.DATE,
        In3("체크아웃", "チェックアウト", "Check-out"),
        called(
            "퇴실일|퇴실|체크아웃 날짜|숙박 종료|チェックアウト日|退室日|宿泊終了|Check out|"
            "Checkout|Check-out date"
        ),
    ),
    Column(
        "room",
        Holds.TEXT,
        In3("객실 번호", "部屋番号", "Room number"),
        called("객실|객실번호|방 번호|호실|部屋|号室|Room|Room no.|Room No"),
    ),
)
"""What may stand in a delegation list besides people; none of it is a column of our own workbooks."""
FIELDS = frozenset({column.name for column in COLUMNS} | {"in_date", "in_time", "out_date", "out_time"})
_NUMBER = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?-?\d{2,4}(?!\d)")
_TRAIN = re.compile(
    r"KTX|SRT|ITX|무궁화|새마을|열차|新幹線|のぞみ|ひかり|こだま|みずほ|さくら|特急|\btrain\b|Shinkansen|Eurostar|ICE|TGV",
    re.IGNORECASE,
)


class _Way(NamedTuple):
    """One way of somebody: in or out, with what the row says of it."""

    key: str
    person: Parsed
    number: Parsed | None
    date: Parsed | None
    time: Parsed | None
    place: Parsed | None
    origin: Origin


class _Night(NamedTuple):
    """Where somebody sleeps, with the nights as far as they are known."""

    key: str
    person: Parsed
    hotel: Parsed
    check_in: Parsed | None
    check_out: Parsed | None
    room: Parsed | None
    origin: Origin


class Journeys:
    """Gathers the journeys of the rows of one list; who flies together is one leg, who sleeps one stay."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._ways: dict[str, list[_Way]] = {"in": [], "out": []}
        self._nights: list[_Night] = []

    def take(
        self,
        key: str,
        origin: Origin,
        person: Parsed,
        said: Mapping[str, Parsed],
        present: Mapping[str, Parsed],
    ) -> None:
        """Take what a row says; ``present`` are the days from and to which its person is there."""
        said = _parted(said)
        for way, days in (("in", "present_from"), ("out", "present_to")):
            number, time = said.get(f"{way}_flight"), said.get(f"{way}_time")
            if number is None and time is None:
                continue
            date = said.get(f"{way}_date") or present.get(days)
            self._ways[way].append(
                _Way(f"{key}:{way}", person, number, date, time, said.get(f"{way}_place"), origin)
            )
        if (hotel := said.get("hotel")) is not None:
            check_in = said.get("check_in") or _assumed(said.get("in_date") or present.get("present_from"))
            check_out = said.get("check_out") or _assumed(said.get("out_date") or present.get("present_to"))
            self._nights.append(
                _Night(f"{key}:stay", person, hotel, check_in, check_out, said.get("room"), origin)
            )

    def records(self) -> Iterator[Record]:
        """Yield the records of travel and stays."""
        for way, ways in self._ways.items():
            yield from self._legs(way, ways)
        yield from self._stays()

    def _legs(self, way: str, ways: list[_Way]) -> Iterator[Record]:
        days = self._days_by_number(ways)
        usual = self._context.first if way == "in" else self._context.last
        leading: dict[tuple[Any, ...], tuple[str, Any]] = {}
        for each in ways:
            date = each.date
            number = letters(str(each.number.value)) if each.number is not None else ""
            if date is None and len(days[number]) == 1:
                (date,) = days[number].values()
            if date is None and usual is not None:
                text = each.number or each.time
                assert text is not None
                date = Parsed(usual, text.text, text.origin, Doubt.UNSAID)
            time = each.time.value if each.time is not None else None
            together = (number or ("", time), date.value if date is not None else None)
            person = {"person": each.person}
            if together in leading and (time is None or time == leading[together][1]):
                yield Record("travel", each.key, each.origin, person, beside=leading[together][0])
                continue
            leading.setdefault(together, (each.key, time))
            yield Record("travel", each.key, each.origin, {**_leg(way, each, date), **person})

    def _days_by_number(self, ways: list[_Way]) -> dict[str, dict[dt.date, Parsed]]:
        """Return on which days each number flies, for the rows that do not say it."""
        days: dict[str, dict[dt.date, Parsed]] = defaultdict(dict)
        for each in ways:
            if each.number is not None and each.date is not None:
                days[letters(str(each.number.value))].setdefault(each.date.value, each.date)
        return days

    def _stays(self) -> Iterator[Record]:
        houses: dict[str, list[_Night]] = defaultdict(list)
        for night in self._nights:
            houses[letters(night.hotel.text)].append(night)
        for nights in houses.values():
            first = _bound(nights, "check_in", self._context.first)
            last = _bound(nights, "check_out", self._context.last)
            leading = ""
            for night in nights:
                fields = self._room(night, first, last)
                if leading:
                    yield Record("stays", night.key, night.origin, fields, beside=leading)
                    continue
                leading = night.key
                hotel = night.hotel
                place = {"place": hotel._replace(value=mention_of(hotel.text, people=False)[0])}
                said = {"check_in": first, "check_out": last}
                whole = {name: parsed for name, parsed in said.items() if parsed is not None}
                yield Record("stays", night.key, night.origin, {**place, **whole, **fields})

    def _room(self, night: _Night, first: Parsed | None, last: Parsed | None) -> dict[str, Parsed]:
        """Return the room of a guest, with nights of its own where they are not those of the stay."""
        fields = {"occupants": night.person._replace(value=(night.person.value,))}
        if night.room is not None:
            fields["room"] = night.room
        own = night.check_in, night.check_out
        if own[0] is not None and first is not None and own[0].value != first.value:
            fields["first_night"] = own[0]
        if own[1] is not None and last is not None and own[1].value != last.value:
            fields["last_night"] = own[1]._replace(value=own[1].value - dt.timedelta(1))
        return fields


def _parted(said: Mapping[str, Parsed]) -> dict[str, Parsed]:
    """Take apart one column with both flights: KE704 / KE703 are there and back, a single one is there."""
    parted = {name: parsed for name, parsed in said.items() if not says_nothing(parsed.text)}
    both = parted.pop("flights", None)
    if both is None:
        return parted
    numbers = [found[0] for found in _NUMBER.finditer(both.text)] or [both.text]
    ways = ["in_flight", "out_flight"]
    if len(numbers) == 1 and "in_time" not in parted and ("out_time" in parted or "out_date" in parted):
        ways = ["out_flight"]
    for way, number in zip(ways, numbers, strict=False):
        doubt = None if len(numbers) == 2 or f"{way.partition('_')[0]}_time" in parted else Doubt.GUESS
        parted.setdefault(way, both._replace(value=number, doubt=doubt))
    return parted


def _leg(way: str, each: _Way, date: Parsed | None) -> dict[str, Parsed]:
    """Return the fields of a leg: of one that arrives the day of departure is taken to be the same."""
    fields: dict[str, Parsed] = {}
    if each.number is not None:
        fields["number"] = each.number
        train = _TRAIN.search(each.number.text) is not None
        if train or not _NUMBER.search(each.number.text):
            kind = LegKind.TRAIN if train else LegKind.FLIGHT
            fields["kind"] = each.number._replace(value=kind, doubt=None if train else Doubt.UNSAID)
    elif each.time is not None:
        fields["kind"] = each.time._replace(value=LegKind.FLIGHT, doubt=Doubt.UNSAID)
    if way == "in":
        if date is not None:
            fields["departure_date"] = date._replace(doubt=Doubt.UNSAID, options=())
            fields["arrival_date"] = date
        if each.time is not None:
            fields["arrival_time"] = each.time
        if each.place is not None:
            fields["to_place"] = _place(each.place)
    else:
        if date is not None:
            fields["departure_date"] = date
        if each.time is not None:
            fields["departure_time"] = each.time
        if each.place is not None:
            fields["from_place"] = _place(each.place)
    return fields


def _place(parsed: Parsed) -> Parsed:
    return parsed._replace(value=Mention(parsed.text))


def _assumed(parsed: Parsed | None) -> Parsed | None:
    return parsed._replace(doubt=Doubt.UNSAID, options=()) if parsed is not None else None


def _bound(nights: list[_Night], field: str, usual: dt.date | None) -> Parsed | None:
    """Return the first day in, or the last day out, of all guests of a house; else that of the visit."""
    days = [parsed for night in nights if (parsed := getattr(night, field)) is not None]
    if days:
        pick = min if field == "check_in" else max
        return pick(days, key=lambda parsed: parsed.value)
    hotel = nights[0].hotel
    return Parsed(usual, hotel.text, hotel.origin, Doubt.UNSAID) if usual is not None else None


def divided(fields: Mapping[str, Parsed]) -> tuple[dict[str, Parsed], dict[str, Parsed]]:
    """Divide the fields of a row into those of journeys and the others."""
    journeys = {name: parsed for name, parsed in fields.items() if name in FIELDS}
    return journeys, {name: parsed for name, parsed in fields.items() if name not in FIELDS}
