"""What the columns of a sheet can be taken for, by what it is about, with all that it may be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.intake.columns import Holds
from models.intake.sheets import SHEETS
from models.text.catalogue import mark_in
from ui.pages.bring.wish import Target
from ui.words_things import language_name, with_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.intake.columns import Column
    from models.text.catalogue import Words
    from ui.pages.bring.wish import SheetView

_LANGUAGES = ("ko", "ja", "en")

_NAME = mark_in("import", "Name")
_POSITION = mark_in("import", "Position and organisation")
_DELEGATION = mark_in("import", "Delegation")
_PERSON = mark_in("import", "Person")
_FLIGHT = mark_in("import", "Flight")
_STAY = mark_in("import", "Stay")
_TIME = mark_in("import", "Day and time")
_PLACE = mark_in("import", "Place")
_PEOPLE = mark_in("import", "People")
_DEPARTURE = mark_in("import", "Departure")
_ARRIVAL = mark_in("import", "Arrival")

_OF_TABLES = {
    "affiliation": _POSITION,
    "person": _PERSON,
    "delegation": _DELEGATION,
    "delegate": _DELEGATION,
    "leg_passenger": _PEOPLE,
}
"""What the columns of a table are about, where no more is said of one of them."""
_OF_COLUMNS: dict[tuple[str, str], str] = {
    **dict.fromkeys(
        (("person", name) for name in ("full_name", "family", "given", "reading", "preferred", "title")),
        _NAME,
    ),
    **dict.fromkeys((("delegate", name) for name in ("organisation", "department", "position")), _POSITION),
    **dict.fromkeys(
        (
            ("schedule_item", name)
            for name in (
                "moment",
                "times",
                "date",
                "start",
                "end",
                "end_day",
                "zone",
                "start_fold",
                "end_fold",
            )
        ),
        _TIME,
    ),
    **dict.fromkeys(
        (("schedule_item", name) for name in ("place", "alternative_place", "meeting_point", "online_link")),
        _PLACE,
    ),
    **dict.fromkeys((("schedule_item", name) for name in ("speakers", "chair")), _PEOPLE),
    ("leg", "from_place"): _DEPARTURE,
    ("leg", "to_place"): _ARRIVAL,
    ("leg", "departs"): _DEPARTURE,
    ("leg", "arrives"): _ARRIVAL,
    ("room", "occupants"): _PEOPLE,
}
_BEGINNINGS = {"departure_": _DEPARTURE, "arrival_": _ARRIVAL}
_OF_STAYS = frozenset({"hotel", "check_in", "check_out", "room"})
_IN_ORDER = (_NAME, _POSITION, _DELEGATION, _PERSON, _FLIGHT, _STAY, _TIME)
"""What comes first; then what the sheet itself is about, and what else there is."""


def targets_of(sheet: SheetView, words: Words) -> tuple[Target, ...]:
    """Return what the columns of a sheet can be taken for, what is about the same together."""
    found: dict[str, Target] = {}
    tags = dict.fromkeys((words.language, *_LANGUAGES))
    tags |= dict.fromkeys(each.taken.partition(".")[2] for each in sheet.columns if "." in each.taken)
    for about, column in _columns(sheet.kind, words):
        if not column.reads or column.holds is Holds.NUMBERING:
            continue
        heading = column.heading.said(words.language)
        called = (*column.heading, *column.synonyms, column.name)
        found.setdefault(column.name, Target(column.name, heading, about, called))
        if column.holds in (Holds.LOCALISED, Holds.FULL_NAME):
            for tag in tags:
                text = _in_language(heading, language_name(tag, words), words)
                field = f"{column.name}.{tag}"
                found.setdefault(field, Target(field, text, about, (*called, field)))
    first = [words.say_in("import", about) for about in _IN_ORDER]
    heads = list(dict.fromkeys([*first, *(each.about for each in found.values())]))
    return tuple(sorted(found.values(), key=lambda each: heads.index(each.about)))


def _columns(kind: str, words: Words) -> Iterator[tuple[str, Column]]:
    """Yield the columns that a sheet can have, each with what it is about in the user's language."""
    for name in (kind, *SHEETS[kind].also):
        for block in SHEETS[name].blocks:
            for column in block.columns:
                about = _about(block.table, column.name)
                yield (
                    (words.say_in("import", about) if about else SHEETS[name].title.said(words.language)),
                    column,
                )
    for column in SHEETS[kind].beside:
        yield words.say_in("import", _STAY if column.name in _OF_STAYS else _FLIGHT), column


def _about(table: str, name: str) -> str:
    if (table, name) in _OF_COLUMNS:
        return _OF_COLUMNS[table, name]
    if table == "leg":
        return next((about for start, about in _BEGINNINGS.items() if name.startswith(start)), "")
    return _OF_TABLES.get(table, "")


def _in_language(heading: str, language: str, words: Words) -> str:
    """Return a heading with its language, in the brackets that it may have already."""
    if heading.endswith((")", "）")):
        return f"{heading[:-1]}, {language}{heading[-1]}"
    return with_brackets(heading, language, words)
