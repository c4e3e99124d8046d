"""What a row is called where a cell names it, and by which texts it is found again.

Rows are plain mappings of stored fields here, so that loaded objects and rows of a file are called alike.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from models.text.localised import NO_TEXT, LocalisedText
from models.text.matching import letters
from models.text.names import Name, full_name

Values = Mapping[str, Any]
Lookup = Callable[[str, str | None], Values | None]
"""Finds a row by table and id."""

TAIL = 8
"""Letters of an id behind a label that alone would not tell."""
FALLBACK = ("en", "ko", "ja")


def texts_in(row: Values, field: str) -> Mapping[str, str]:
    """Return the texts of a field by language; none where it has none."""
    return row.get(field) or NO_TEXT


def label_of(table: str, row: Values, find: Lookup, languages: Sequence[str]) -> str:
    """Return what a row is called in the first of the languages that has a text."""
    found = _LABELS[table](row, find, tuple(languages))
    return found or str(row["id"])


def with_tail(label: str, key: str) -> str:
    """Return a label with the end of the id, where several rows are called so."""
    return f"{label} #{key[-TAIL:]}"


def texts_of(table: str, row: Values, find: Lookup) -> set[str]:
    """Return the folded texts by which a row is found."""
    texts = {letters(text) for text in _texts(table, row, find)}
    texts.discard("")
    return texts


def person_texts(row: Values) -> Iterable[str]:
    """Yield how a person may be written: both orders in each script, and the preferred form."""
    family, given, preferred = (texts_in(row, field) for field in ("family", "given", "preferred"))
    for tag in {*family, *given}:
        first, last = family.get(tag, ""), given.get(tag, "")
        yield f"{first}{last}"
        yield f"{last}{first}"
    yield from preferred.values()


def _texts(table: str, row: Values, find: Lookup) -> Iterable[str]:
    if table == "person":
        yield from person_texts(row)
        return
    if table == "organisation":
        yield row.get("acronym") or ""
        yield from (row.get("name") or {}).values()
        return
    if table == "place":
        yield row.get("code") or ""
        yield from (row.get("name") or {}).values()
        return
    for tag in _tags(row) or FALLBACK[:1]:
        yield _LABELS[table](row, find, (tag,))
    if table == "schedule_item":
        yield from (row.get("title") or {}).values()
    if table in ("party", "delegation"):
        organisation = find("organisation", row.get("organisation_id"))
        if organisation is not None:
            yield from _texts("organisation", organisation, find)
    if table in ("lab_tour", "cooperation_decision"):
        parent = "schedule_item" if table == "lab_tour" else "cooperation_item"
        item = find(parent, row.get("item_id"))
        if item is not None:
            for tag in _tags(item):
                yield _LABELS[table](row, find, (tag,))
            if table == "lab_tour":
                yield from _texts(parent, item, find)
    if table == "tour_stop" and not row.get("name"):
        place = find("place", row.get("place_id"))
        if place is not None:
            yield from _texts("place", place, find)
    if table == "meeting":
        series = find("series", row.get("series_id"))
        for tag in _tags(series) if series else ():
            yield _LABELS[table](row, find, (tag,))


def _tags(row: Values) -> list[str]:
    tags: dict[str, None] = {}
    for value in row.values():
        if isinstance(value, LocalisedText):
            tags.update(dict.fromkeys(value))
    return list(tags)


def _pick(text: LocalisedText | None, languages: Sequence[str]) -> str:
    written = text.pick((*languages, *FALLBACK)) if text else None
    return " ".join(written.text.split()) if written else ""


def name_of(row: Values) -> Name:
    """Return the name of a person's row as the text layer writes it."""
    empty = LocalisedText()
    return Name(
        family=row.get("family") or empty,
        given=row.get("given") or empty,
        preferred=row.get("preferred") or empty,
        native=row.get("native_language") or "",
    )


def _person(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    name = name_of(row)
    for language in (*languages, *FALLBACK):
        if written := full_name(name, language, title=False).text:
            return written
    return ""


def _organisation(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    return row.get("acronym") or _pick(row.get("name"), languages)


def _named(field: str) -> Callable[[Values, Lookup, tuple[str, ...]], str]:
    def label(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
        return _pick(row.get(field), languages)

    return label


def _place(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    return _pick(row.get("name"), languages) or row.get("code") or ""


def _of_organisation(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    organisation = find("organisation", row.get("organisation_id"))
    own = _pick(row.get("title"), languages) if "title" in row else ""
    return own or (_organisation(organisation, find, languages) if organisation else "")


def _item(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    start = row.get("start")
    day = row.get("date")
    parts = (
        day.isoformat() if isinstance(day, dt.date) else "",
        start.strftime("%H:%M") if start else "",
        _pick(row.get("title"), languages),
    )
    return " ".join(part for part in parts if part)


def _through(table: str, column: str) -> Callable[[Values, Lookup, tuple[str, ...]], str]:
    def label(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
        target = find(table, row.get(column))
        return _LABELS[table](target, find, languages) if target else ""

    return label


def _meeting(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    title = _pick(row.get("title"), languages) or _through("series", "series_id")(row, find, languages)
    number = row.get("number")
    return " ".join(part for part in (title, f"({number})" if number is not None else "") if part)


def _stop(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    return _pick(row.get("name"), languages) or _through("place", "place_id")(row, find, languages)


def _decision(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    item = _through("cooperation_item", "item_id")(row, find, languages)
    return f"{item} / {_through('meeting', 'meeting_id')(row, find, languages)}"


def _leg(row: Values, find: Lookup, languages: tuple[str, ...]) -> str:
    day = row.get("departure_date")
    return " ".join(part for part in (row.get("number") or "", day.isoformat() if day else "") if part)


_LABELS: dict[str, Callable[[Values, Lookup, tuple[str, ...]], str]] = {
    "organisation": _organisation,
    "person": _person,
    "place": _place,
    "series": _named("title"),
    "meeting": _meeting,
    "visit": _named("title"),
    "visit_day": lambda row, find, languages: row["date"].isoformat() if row.get("date") else "",
    "party": _of_organisation,
    "delegation": _of_organisation,
    "delegate": _through("person", "person_id"),
    "affiliation": _through("person", "person_id"),
    "schedule_item": _item,
    "participation": _through("schedule_item", "item_id"),
    "presentation": _named("title"),
    "lab_tour": _through("schedule_item", "item_id"),
    "tour_stop": _stop,
    "tour_group": _named("name"),
    "leg": _leg,
    "leg_passenger": _through("person", "person_id"),
    "stay": _through("place", "place_id"),
    "room": lambda row, find, languages: row.get("number") or "",
    "visit_contact": _named("purpose"),
    "task": _named("title"),
    "cooperation_item": _named("title"),
    "cooperation_person": _through("person", "person_id"),
    "cooperation_decision": _decision,
    "follow_up": _named("what"),
}
