"""Making a line of each row, table by table: one flat query each, whole or of the rows that are wanted."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from models.rules.lookup import Key, Line
from models.rules.zones import WallTime, elsewhere
from models.tables import (
    Affiliation,
    Agreement,
    AgreementParty,
    CooperationItem,
    Delegate,
    Delegation,
    Leg,
    Meeting,
    Organisation,
    Party,
    Person,
    Place,
    Presentation,
    Row,
    ScheduleItem,
    Series,
    Task,
    Term,
    TourGroup,
    TourStop,
    Visit,
    VisitContact,
    VisitDay,
)
from models.text.localised import NO_TEXT, LocalisedText
from models.text.names import Name
from models.text.ordinals import edition

Wanted = Sequence[str] | None
"""The ids of rows, or None for all of a table."""
_Held = tuple[LocalisedText, str | None]


class Reading(NamedTuple):
    """What a reader of lines works with."""

    session: Session
    wanted: Wanted
    sequences: dict[Key, int]

    def rows(self, kind: type[Row], *fields: str, by: str = "id") -> Iterator[Any]:
        """Yield the fields of the rows that are wanted, straight from the columns."""
        columns = kind.__table__.c
        query: Select[Any] = select(*(columns[field] for field in fields))
        if self.wanted is not None:
            query = query.where(columns[by].in_(listed(self.wanted)))
        return iter(self.session.execute(query))

    def sequence(self, kind: type[Row], key: str) -> int:
        """Return the number of the change set that wrote a row last."""
        return self.sequences.get((kind.__tablename__, key), 0)


def listed(keys: Sequence[str]) -> Any:
    """Return a query for keys as one bound value, however many they are."""
    values = func.json_each(bindparam(None, json.dumps(list(keys)))).table_valued("value")
    return select(values.c.value)


def _grouped(rows: Iterable[tuple[str, Any]]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for key, value in rows:
        found[key].append(value)
    return found


def _value(choice: Any) -> str:
    return str(choice.value) if choice is not None else ""


def _day(date: Any) -> str:
    return date.isoformat() if date is not None else ""


def _people(reading: Reading) -> Iterator[Line]:
    organisations = _organisations_by_key(reading.session)
    posts: defaultdict[str, list[tuple[bool, str, str, str, LocalisedText, str]]] = defaultdict(list)
    fields = ("person_id", "organisation_id", "position", "end", "order", "id")
    for person, organisation, position, end, order, key in reading.rows(Affiliation, *fields, by="person_id"):
        # What is held now comes before what was.
        posts[person].append((bool(end), order, key, organisation, position, end))
    names = ("family", "given", "reading", "preferred", "title", "native_language")
    for key, email, *forms in reading.rows(Person, "id", "email", *names):
        held = sorted(posts.get(key, ()), key=lambda post: post[:3])
        texts = [position for _, _, _, _, position, _ in held[1:] if position]
        words = [email] if email else []
        for place in dict.fromkeys(post[3] for post in held):
            name, acronym = organisations.get(place, (NO_TEXT, ""))
            texts.append(name)
            words.append(acronym or "")
        yield Line(
            "person",
            key,
            name=Name(*forms),
            detail=held[0][4] if held else NO_TEXT,
            holder=("organisation", held[0][3]) if held else None,
            others=tuple(texts),
            words=tuple(word for word in words if word),
            sequence=reading.sequence(Person, key),
        )


def _organisations_by_key(session: Session) -> dict[str, _Held]:
    columns = Organisation.__table__.c
    rows = session.execute(select(columns["id"], columns["name"], columns["acronym"]))
    return {key: (name, acronym) for key, name, acronym in rows}


def _organisations(reading: Reading) -> Iterator[Line]:
    fields = ("id", "parent_id", "kind", "name", "acronym", "city", "website", "order")
    for key, parent, kind, name, acronym, city, website, order in reading.rows(Organisation, *fields):
        yield Line(
            "organisation",
            key,
            label=name,
            short=acronym,
            detail=city,
            holder=("organisation", parent) if parent else None,
            kind=_value(kind),
            words=(website,) if website else (),
            order=order,
            sequence=reading.sequence(Organisation, key),
        )


def _places(reading: Reading) -> Iterator[Line]:
    fields = ("id", "parent_id", "organisation_id", "kind", "name", "code", "address", "order")
    for key, parent, organisation, kind, name, code, address, order in reading.rows(Place, *fields):
        above = ("place", parent) if parent else ("organisation", organisation) if organisation else None
        yield Line(
            "place",
            key,
            label=name,
            short=code,
            holder=above,
            kind=_value(kind),
            others=(address,) if address else (),
            order=order,
            sequence=reading.sequence(Place, key),
        )


def _visits(reading: Reading) -> Iterator[Line]:
    organisations = _organisations_by_key(reading.session)
    days = _grouped(reading.rows(VisitDay, "visit_id", "date", by="visit_id"))
    parties = _grouped(reading.rows(Party, "visit_id", "organisation_id", by="visit_id"))
    meetings: defaultdict[str, list[LocalisedText]] = defaultdict(list)
    series = _series_titles(reading.session)
    for visit, above, number, title in reading.rows(
        Meeting, "visit_id", "series_id", "number", "title", by="visit_id"
    ):
        if visit:
            meetings[visit].append(_numbered(title or series.get(above, NO_TEXT), number))
    fields = ("id", "title", "city", "status", "period")
    for key, title, city, status, period in reading.rows(Visit, *fields):
        held = sorted(days.get(key, ()))
        taking_part = [organisations.get(each, (NO_TEXT, "")) for each in parties.get(key, ())]
        yield Line(
            "visit",
            key,
            label=title,
            detail=city,
            kind=_value(status),
            date=_day(held[0]) if held else period,
            until=_day(held[-1]) if held else "",
            others=(*meetings.get(key, ()), *(name for name, _ in taking_part if name)),
            words=tuple(acronym for _, acronym in taking_part if acronym),
            sequence=reading.sequence(Visit, key),
        )


def _series_titles(session: Session) -> dict[str | None, LocalisedText]:
    columns = Series.__table__.c
    return {key: title for key, title in session.execute(select(columns["id"], columns["title"]))}  # noqa: C416


def _numbered(title: LocalisedText, number: int | None) -> LocalisedText:
    if number is None:
        return title
    return LocalisedText.stored({tag: edition(number, text, tag) for tag, text in title.items()})


def _series(reading: Reading) -> Iterator[Line]:
    for key, title, short, order in reading.rows(Series, "id", "title", "short_title", "order"):
        others = (short,) if short else ()
        sequence = reading.sequence(Series, key)
        yield Line("series", key, label=title, others=others, order=order, sequence=sequence)


def _meetings(reading: Reading) -> Iterator[Line]:
    titles = _series_titles(reading.session)
    fields = ("id", "series_id", "visit_id", "number", "title", "date", "city", "mode", "order")
    for key, series, visit, number, title, date, city, mode, order in reading.rows(Meeting, *fields):
        yield Line(
            "meeting",
            key,
            label=title or titles.get(series, NO_TEXT),
            number=number,
            detail=city,
            holder=("visit", visit) if visit else ("series", series) if series else None,
            kind=_value(mode),
            date=date,
            order=order,
            sequence=reading.sequence(Meeting, key),
        )


def _entries(reading: Reading) -> Iterator[Line]:
    columns = Visit.__table__.c
    zones = reading.session.execute(select(columns["id"], columns["time_zone"]))
    homes: dict[str, str] = {key: zone for key, zone in zones}  # noqa: C416
    fields = ("id", "visit_id", "title", "kind", "date", "start", "zone", "start_fold", "remarks", "order")
    for key, visit, title, kind, on, at, zone, fold, remarks, order in reading.rows(ScheduleItem, *fields):
        date, start = on, at
        if start is not None and zone != homes.get(visit):
            # Who joins from elsewhere is found at the time of the visit, as the schedule has it.
            there = elsewhere(WallTime(date, start, zone, fold), homes.get(visit) or "")
            date, start = there.date, there.time
        yield Line(
            "schedule_item",
            key,
            label=title,
            holder=("visit", visit),
            kind=_value(kind),
            date=_day(date),
            until=f"{start:%H:%M}" if start is not None else "",
            others=(remarks,) if remarks else (),
            order=order,
            sequence=reading.sequence(ScheduleItem, key),
        )


def _cooperation(reading: Reading) -> Iterator[Line]:
    fields = ("id", "series_id", "title", "field", "state", "order")
    for key, series, title, field, state, order in reading.rows(CooperationItem, *fields):
        yield Line(
            "cooperation_item",
            key,
            label=title,
            detail=field,
            holder=("series", series) if series else None,
            kind=_value(state),
            order=order,
            sequence=reading.sequence(CooperationItem, key),
        )


def _agreements(reading: Reading) -> Iterator[Line]:
    organisations = _organisations_by_key(reading.session)
    parties = _grouped(reading.rows(AgreementParty, "agreement_id", "organisation_id", by="agreement_id"))
    fields = ("id", "kind", "title", "signed", "expires", "order")
    for key, kind, title, signed, expires, order in reading.rows(Agreement, *fields):
        signing = [organisations.get(each, (NO_TEXT, "")) for each in parties.get(key, ())]
        yield Line(
            "agreement",
            key,
            label=title,
            kind=_value(kind),
            date=signed,
            until=expires,
            others=tuple(name for name, _ in signing if name),
            words=tuple(acronym for _, acronym in signing if acronym),
            order=order,
            sequence=reading.sequence(Agreement, key),
        )


class _Plain(NamedTuple):
    """A table whose lines are its columns: which is the label, what it belongs to."""

    kind: type[Row]
    label: str
    holder: tuple[str, str] | None = None
    short: str = ""
    detail: str = ""
    choice: str = ""
    date: str = ""

    def __call__(self, reading: Reading) -> Iterator[Line]:
        table = self.kind.__tablename__
        named = {
            "label": self.label,
            "short": self.short,
            "detail": self.detail,
            "kind": self.choice,
            "date": self.date,
            "order": "order" if "order" in self.kind.__table__.c else "",
        }
        used = {name: field for name, field in named.items() if field}
        fields = ["id", *used.values(), *([self.holder[1]] if self.holder else [])]
        for key, *values in reading.rows(self.kind, *fields):
            given: dict[str, Any] = dict(zip(used, values, strict=False))
            above = values[len(used)] if self.holder is not None else None
            if "kind" in given:
                given["kind"] = _value(given["kind"])
            if "date" in given:
                given["date"] = _day(given["date"])
            yield Line(
                table,
                key,
                holder=(self.holder[0], above) if self.holder is not None and above else None,
                sequence=reading.sequence(self.kind, key),
                **given,
            )


READERS: dict[str, Callable[[Reading], Iterator[Line]]] = {
    "person": _people,
    "organisation": _organisations,
    "place": _places,
    "visit": _visits,
    "series": _series,
    "meeting": _meetings,
    "schedule_item": _entries,
    "presentation": _Plain(Presentation, "title", ("schedule_item", "item_id")),
    "cooperation_item": _cooperation,
    "agreement": _agreements,
    "term": _Plain(Term, "text", detail="field"),
    "party": _Plain(Party, "", ("organisation", "organisation_id")),
    "delegation": _Plain(Delegation, "title", ("organisation", "organisation_id")),
    "delegate": _Plain(Delegate, "", ("person", "person_id"), detail="position"),
    "visit_day": _Plain(VisitDay, "title", ("visit", "visit_id"), date="date"),
    "leg": _Plain(Leg, "title", ("visit", "visit_id"), short="number", choice="kind", date="departure_date"),
    "tour_stop": _Plain(TourStop, "name", ("place", "place_id")),
    "tour_group": _Plain(TourGroup, "name"),
    "visit_contact": _Plain(VisitContact, "name", ("person", "person_id"), detail="purpose"),
    "task": _Plain(Task, "title", ("visit", "visit_id")),
}
