"""Journeys by day and hotels as rows; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.dates import DayForm, clock, day, day_range, duration, nights_days
from models.text.localised import Written
from ui.data.travel import leg_view
from ui.kinds import LEG_KINDS
from ui.pages.writing import leading, person_name, second
from ui.style.tokens import Kind, Severity
from ui.widgets.rows import Cell, Column, Group, Line, ListRow
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from models.text.catalogue import Words

    Found = Callable[..., Line | None]


def columns(words: Words) -> list[Column]:
    """Return the columns of the list."""
    return [
        Column("when", words.say_in("travel", "When"), width=116),
        Column("what", words.say_in("travel", "Journey, hotel"), share=5),
        Column("number", words.say_in("travel", "Number"), width=104, least=560),
        Column("who", words.say_in("travel", "Who"), share=3, least=480),
        Column("length", words.say_in("travel", "Duration"), width=96, least=760),
    ]


def leg_rows(
    legs: Iterable[Any], words: Words, languages: Sequence[str], found: Found
) -> list[Group | ListRow]:
    """Write the journeys under their days."""
    made: list[Group | ListRow] = []
    shown = None
    ordered = sorted(
        legs,
        key=lambda leg: (leg.departure_date, str(leg.departure_time or "99"), leg.order, leg.id),
    )
    for leg in ordered:
        if leg.departure_date != shown:
            shown = leg.departure_date
            title = Written(day(shown, words.language, DayForm.HEAD), words.language)
            made.append(Group(shown.isoformat(), title))
        made.append(_leg(leg, words, languages, found))
    return made


def _leg(leg: Any, words: Words, languages: Sequence[str], found: Found) -> ListRow:
    view = leg_view(leg)
    look = LEG_KINDS.get(view.kind, LEG_KINDS["other"])
    title = leading(leg.title, words, languages)
    ends = [leading(end.place, words, languages) for end in (view.start, view.end)]
    way = " → ".join(end.text if end else "?" for end in ends) if any(ends) else ""
    later = (view.end.date - view.start.date).days if view.end.date and view.start.date else 0
    times = clock(view.start.time) if view.start.time else words.say_in("window", "Open")
    if view.end.time:
        times += f" – {clock(view.end.time)}" + (f" {later:+d}" if later else "")
    zones = f"{view.start.offset} → {view.end.offset}" if view.start.offset != view.end.offset else ""
    people = [person_name(link.person, words) for link in leg.passengers]
    return ListRow(
        "leg",
        leg.id,
        (
            Cell(Written(times, ""), Written(zones, "") if zones else None),
            Cell(
                title or Written(way or code_name("LegKind", view.kind, words), words.language),
                Written(way, words.language) if way and title else None,
                icon=look.icon,
                bold=True,
            ),
            Cell(Written(leg.number, "") if leg.number else None),
            Cell(
                Written(words.count("{number} person", "{number} people", len(people)), words.language)
                if people
                else None,
                Written(", ".join(name.text for name in people if name), words.language) if people else None,
                missing="" if people else words.say_in("travel", "Nobody yet"),
            ),
            Cell(Written(duration(view.minutes, words.language), "") if view.minutes is not None else None),
        ),
        found=found(leg.id),
        kind=Kind.MOVE,
        faint=view.status == "cancelled",
    )


def stay_rows(
    stays: Iterable[Any], people: int, words: Words, languages: Sequence[str], found: Found
) -> list[Group | ListRow]:
    """Write the hotels with their rooms."""
    ordered = sorted(stays, key=lambda stay: (stay.check_in, stay.order, stay.id))
    if not ordered:
        return []
    title = Written(words.say_in("travel", "Hotels"), words.language)
    made: list[Group | ListRow] = [Group("stays", title)]
    for stay in ordered:
        name = leading(stay.place.name, words, languages) if stay.place is not None else None
        housed = {link.person_id for room in stay.rooms for link in room.occupants}
        rooms = words.count("{number} room", "{number} rooms", len(stay.rooms))
        without = people - len(housed)
        line = found(stay.id)
        if line is None and stay.rooms and without > 0:
            text = words.count("{number} without a room", "{number} without a room", without)
            line = Line(text, Severity.NOTE)
        nights = (stay.check_out - stay.check_in).days
        made.append(
            ListRow(
                "stay",
                stay.id,
                (
                    Cell(Written(day_range(stay.check_in, stay.check_out, words.language, DayForm.BARE), "")),
                    Cell(
                        name or Written(words.say_in("travel", "Hotel"), words.language),
                        second(stay.place.name, words, languages, name) if stay.place is not None else None,
                        icon="bed-double",
                        bold=True,
                    ),
                    Cell(Written(stay.booking_code, "") if stay.booking_code else None),
                    Cell(
                        Written(rooms, words.language),
                        Written(
                            words.count("{number} person", "{number} people", len(housed)), words.language
                        )
                        if housed
                        else None,
                    ),
                    Cell(Written(nights_days(nights, words.language), words.language)),
                ),
                found=line,
            )
        )
    return made
