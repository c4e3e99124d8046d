"""Which entries are talks of a session: those under its head, and those within its time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from models.intake.agenda.kinds import SESSION, kind_of
from models.intake.agenda.slots import DayHead, Event, Head, Slot
from models.tables.choices import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.intake.agenda.content import Content

_APART: Final = frozenset(
    {
        ItemKind.MEAL,
        ItemKind.TEA,
        ItemKind.PHOTO,
        ItemKind.TRANSFER,
        ItemKind.SIGNING,
        ItemKind.FREE,
        ItemKind.LAB_TOUR,
    }
)


def gather(events: Iterable[Event]) -> tuple[list[Event], dict[int, Event]]:
    """Put talks under their sessions; return what is left, and for each event taken, what took it."""
    done: list[Event] = []
    taken: dict[int, Event] = {}
    head: Head | None = None
    session: Slot | None = None
    for event in events:
        if isinstance(event, DayHead):
            head = session = None
            done.append(event)
        elif isinstance(event, Head):
            head, session = (event if event.session else None), None
        elif head is not None and _is_talk(event.content):
            if session is None:
                session = _session(head, event)
                taken[id(head)] = session
                done.append(session)
            _add(session, event, lengthen=True)
            taken[id(event)] = session
        elif session is not None and head is None and _within(session, event):
            _add(session, event, lengthen=False)
            taken[id(event)] = session
        else:
            kept = head is None
            if head is not None and kind_of(_titles(event.content)) in _APART and session is not None:
                # A break ends a session; what comes after it without a new head stands for itself.
                head = session = None
            done.append(event)
            if kept and not _inside(session, event):
                session = event if event.start and event.end and not event.track else None
    return done, taken


def _titles(content: Content) -> list[str]:
    return [text.text for text in content.titles.values()]


def _is_talk(content: Content) -> bool:
    """Tell whether an entry under the head of a session is one of its talks."""
    if not content.speakers or content.talks:
        return False
    kind = kind_of(_titles(content))
    return kind not in _APART and kind not in (ItemKind.ADDRESS, ItemKind.DISCUSSION)


def _within(session: Slot, event: Slot) -> bool:
    """Tell whether an entry is a talk within the time of the one before."""
    if not _inside(session, event) or event.track or event.content.talks:
        return False
    kind = kind_of(_titles(event.content))
    if kind in _APART:
        return False
    if any(SESSION.match(title) for title in _titles(session.content)):
        return True
    return bool(event.content.speakers) and kind not in (ItemKind.ADDRESS, ItemKind.DISCUSSION)


def _inside(session: Slot | None, event: Slot) -> bool:
    if session is None or session.start is None or session.end is None or event.start is None:
        return False
    begin, end = session.start.minutes, session.end.minutes
    start = event.start.minutes
    stop = event.end.minutes if event.end else start
    whole = start == begin and stop == end
    return begin <= start < end and stop <= end and not whole


def _session(head: Head, first: Slot) -> Slot:
    content = head.content
    slot = Slot(head.origin, head.source, first.start, first.end, first.sure, content)
    slot.date = first.date
    return slot


def _add(session: Slot, event: Slot, *, lengthen: bool) -> None:
    content = event.content
    if content.minutes is None and event.start and event.end:
        length = event.end.minutes - event.start.minutes
        if length < 0:
            length += 12 * 60
        if 0 < length <= 12 * 60:
            from models.intake.agenda.content import Text

            content.minutes = length, Text(event.source, event.origin, event.source)
    session.content.talks.append(replace(content))
    if lengthen:
        session.end = event.end
