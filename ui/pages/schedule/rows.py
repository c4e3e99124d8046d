"""The rows of the schedule list as they are written in the language of the screen; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from models.text.dates import DayForm, clock, clock_range, day, duration
from models.text.localised import LocalisedText, Written
from models.text.names import full_name
from models.text.ordinals import edition
from ui.kinds import LEG_KINDS
from ui.style.tokens import Severity
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from models.rules.zones import Slot
    from models.text.catalogue import Words
    from ui.values import DayView, FindingView, ItemView, LegView, MeetingLine, StayView, VisitView, Who

EMPTY = "–"
_ORDER = list(Severity)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a day."""

    day: DayView
    title: str
    second: Written | None
    meetings: str
    span: str
    stay: str = ""
    """Where the night after this day is spent."""

    def spoken(self) -> str:
        """Return what a screen reader says."""
        return ", ".join(part for part in (self.title, self.meetings, self.span, self.stay) if part)


@dataclass(frozen=True, slots=True)
class Journey:
    """A journey among the entries of its day: to be read."""

    leg: LegView
    icon: str
    start: str
    end: str
    length: str
    title: Written
    number: str
    way: Written | None
    zones: str
    people: str

    def spoken(self) -> str:
        """Return what a screen reader says."""
        parts = (
            f"{self.start} {self.end}".strip(),
            self.title.text,
            self.number,
            self.way.text if self.way else "",
            self.zones,
            self.length,
            self.people,
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of a day."""

    item: ItemView
    start: str
    end: str
    length: str
    title: Written
    second: Written | None
    count: str
    place: Written
    people: str
    speaking: str
    named: str
    """Of the speakers those that are known: that others are open is said by what was found."""
    badge: str
    severity: Severity
    more: int
    untitled: bool

    def spoken(self) -> str:
        """Return what a screen reader says."""
        parts = (
            f"{self.start} {self.end}".strip(),
            self.title.text,
            self.count,
            self.place.text,
            self.people,
            self.speaking,
            self.badge,
        )
        return ", ".join(part for part in parts if part and part != EMPTY)


class RowMaker:
    """Writes the rows of a visit, and again only those of days and entries that have changed."""

    def __init__(self) -> None:
        self._tag = ""
        self._languages: tuple[str, ...] = ()
        self._stays: tuple[StayView, ...] = ()
        self._findings: tuple[FindingView, ...] = ()
        self._days: dict[str, tuple[DayView, list[Head | Row | Journey]]] = {}
        self._known: dict[str, tuple[ItemView, tuple[FindingView, ...], Row]] = {}

    def rows(
        self, visit: VisitView, words: Words, label: Callable[[FindingView], str]
    ) -> list[Head | Row | Journey]:
        """Write the rows of a visit; ``label`` words a finding in two or three words."""
        if (self._tag, self._languages) != (words.language, visit.languages):
            self._tag, self._languages = words.language, visit.languages
            self._known, self._days = {}, {}
        if visit.findings is not self._findings or visit.stays != self._stays:
            self._findings, self._stays = visit.findings, visit.stays
            self._days = {}
        days, self._days = self._days, {}
        before, self._known = self._known, {}
        made: list[Head | Row | Journey] = []
        for shown in visit.days:
            kept = days.get(shown.id)
            if kept is None or kept[0] is not shown:
                kept = (shown, self._day(shown, visit, words, label, before))
            else:
                self._known.update((item.id, before[item.id]) for item in shown.items)
            self._days[shown.id] = kept
            made.extend(kept[1])
        return made

    def _day(
        self,
        shown: DayView,
        visit: VisitView,
        words: Words,
        label: Callable[[FindingView], str],
        before: Mapping[str, tuple[ItemView, tuple[FindingView, ...], Row]],
    ) -> list[Head | Row | Journey]:
        made: list[Head | Row | Journey] = [_head(shown, visit, words)]
        waiting = list(shown.legs)
        for item in shown.items:
            while waiting and item.at.start and (waiting[0].start.time or time()) <= item.at.start:
                made.append(journey(waiting.pop(0), visit, words))
            found = visit.findings_of(item)
            known = before.get(item.id)
            if known is not None and known[1] == found and (known[0] is item or known[0] == item):
                row = known[2]
            else:
                row = _row(item, found, visit, words, label)
            self._known[item.id] = (item, found, row)
            made.append(row)
        made.extend(journey(leg, visit, words) for leg in waiting)
        return made


def other_languages(visit: VisitView, words: Words) -> list[str]:
    """Return the working languages besides the one of the screen, in their order."""
    return [tag for tag in visit.languages if tag != words.language]


def second(text: LocalisedText, visit: VisitView, words: Words, first: str) -> Written | None:
    """Return a text in the second language, where it has one that is not shown already."""
    for tag in other_languages(visit, words):
        if tag != first and text.text_in(tag):
            return Written(text[tag], tag)
    return None


def leading(text: LocalisedText, visit: VisitView, words: Words) -> Written | None:
    """Return a text in the language of the screen, else in the first working language that has it."""
    return text.pick([words.language, *visit.languages])


def _head(shown: DayView, visit: VisitView, words: Words) -> Head:
    others = other_languages(visit, words)
    written = Written(day(shown.date, others[0], DayForm.HEAD), others[0]) if others else None
    span = _span([item.at for item in shown.items])
    names = [meeting_title(meeting, visit, words) for meeting in shown.meetings]
    title = shown.title.pick([words.language, *visit.languages])
    subject = " · ".join([*names, *([title.text] if title and title.text not in names else [])])
    stays = [stay for stay in visit.stays if stay.first <= shown.date < stay.last]
    places = [leading(stay.place, visit, words) for stay in stays]
    nights = ", ".join(dict.fromkeys(place.text for place in places if place))
    return Head(shown, day(shown.date, words.language, DayForm.HEAD), written, subject, span, nights)


def _span(slots: Sequence[Slot]) -> str:
    """Return from when to when a day goes; the end is open where nobody knows when its last entry ends."""
    starts = [slot.start for slot in slots if slot.start]
    if not starts:
        return ""
    ends = [slot.end for slot in slots if slot.end and not slot.end_day]
    last = max(ends) if ends and not any(slot.end_day for slot in slots) else None
    if last and any(slot.end is None and slot.start and slot.start >= last for slot in slots):
        last = None
    return f"{clock(min(starts))} – {clock(last) if last else ''}".strip()


def own_times(item: ItemView, words: Words) -> str:
    """Return the times of an entry by its own clock, where that of the visit shows others."""
    if (item.date, item.start, item.end) == (item.at.date, item.at.start, item.at.end):
        return ""
    when = f"{day(item.date, words.language, DayForm.BARE)} " if item.date != item.at.date else ""
    return f"{when}{clock_range(item.start, item.end, words.language)} {item.offset}".strip()


def meeting_title(meeting: MeetingLine, visit: VisitView, words: Words) -> str:
    """Return a meeting with its ordinal."""
    title = leading(meeting.title, visit, words)
    return edition(meeting.number, title.text, title.language) if title else ""


def who_name(who: Who, words: Words) -> str:
    """Return what somebody is called in the language of the screen."""
    if who.name is not None:
        return full_name(who.name, words.language).text
    written = who.text.pick([words.language, "en"])
    if who.open:
        return words.say("{organisation}: to be confirmed", organisation=written.text if written else "")
    return written.text if written else words.say_in("window", "Everyone")


def _people(people: Sequence[Who], words: Words) -> str:
    named = [who_name(who, words) for who in people if not who.open]
    still_open = sum(1 for who in people if who.open)
    if still_open:
        named.append(words.count("{number} open", "{number} open", still_open))
    return ", ".join(dict.fromkeys(named)) or EMPTY


def length(item: ItemView, words: Words) -> str:
    """Return how long an entry lasts."""
    return duration(item.minutes, words.language) if item.minutes is not None and item.minutes >= 0 else ""


def journey(leg: LegView, visit: VisitView, words: Words) -> Journey:
    """Write a journey: both local times, with their zones where these differ."""
    look = LEG_KINDS.get(leg.kind, LEG_KINDS["other"])
    title = leading(leg.title, visit, words)
    ends = [leading(end.place, visit, words) for end in (leg.start, leg.end)]
    way = " → ".join(end.text for end in ends if end)
    later = (leg.end.date - leg.start.date).days if leg.end.date and leg.start.date else 0
    differ = leg.start.offset != leg.end.offset and leg.start.offset and leg.end.offset
    arrival = clock(leg.end.time) if leg.end.time else ""
    return Journey(
        leg,
        look.icon,
        clock(leg.start.time) if leg.start.time else words.say_in("window", "Open"),
        f"{arrival} {later:+d}" if arrival and later else arrival,
        duration(leg.minutes, words.language) if leg.minutes is not None else "",
        title or Written(_journey_name(leg.kind, words), words.language),
        leg.number,
        Written(way, next((end.language for end in ends if end), "")) if way else None,
        f"{leg.start.offset} → {leg.end.offset}" if differ else "",
        words.count("{number} person", "{number} people", leg.passengers) if leg.passengers else "",
    )


def _journey_name(kind: str, words: Words) -> str:
    if kind in LEG_KINDS and kind != "other":
        return code_name("LegKind", kind, words)
    return words.say_in("journey", "Journey")


def _row(
    item: ItemView,
    findings: Sequence[FindingView],
    visit: VisitView,
    words: Words,
    label: Callable[[FindingView], str],
) -> Row:
    title = leading(item.title, visit, words)
    place = item.place_name.pick([words.language, *visit.languages])
    found = sorted(findings, key=lambda finding: _ORDER.index(finding.severity))
    at = item.at
    start, end = clock(at.start) if at.start else "", clock(at.end) if at.end else ""
    if at.end_day and end:
        end += f" {at.end_day:+d}"
    if item.talks:
        count = words.count("{number} talk", "{number} talks", len(item.talks))
    elif item.stops:
        count = words.count("{number} stop", "{number} stops", len(item.stops))
    else:
        count = ""
    marks = [count] if count else []
    if item.status in ("tentative", "cancelled"):
        marks.append(code_name("ItemStatus", item.status, words))
    if own := own_times(item, words):
        marks.append(own)
    if item.assumed:
        marks.append(words.say_in("schedule", "time assumed"))
    marks.extend(_eyes(item, visit, words))
    return Row(
        item,
        start or (words.say_in("window", "Open") if not end else ""),
        end,
        length(item, words),
        title or Written(words.say("Untitled"), words.language),
        second(item.title, visit, words, title.language if title else ""),
        " · ".join(marks),
        place or Written(EMPTY, words.language),
        _people(item.people, words),
        _people(item.speaking, words) if item.speaking else "",
        ", ".join(dict.fromkeys(who_name(who, words) for who in item.speaking if not who.open)),
        label(found[0]) if found else "",
        found[0].severity if found else Severity.NOTE,
        max(0, len(found) - 1),
        title is None,
    )


def _eyes(item: ItemView, visit: VisitView, words: Words) -> list[str]:
    """Return who alone may see an entry, where not all parties may."""
    if item.audience == "office":
        return [code_name("Audience", "office", words)]
    party = next((each.name for each in visit.parties if each.id == item.audience_party), "")
    if item.audience == "party" and party:
        return [words.say("{organisation} only", organisation=party)]
    return []
