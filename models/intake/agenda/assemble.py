"""From the entries as they were found to the agenda: days, kinds, times, and what each line went into."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from models.intake.agenda.agenda import Day, Item, LineRole, Talk, Texts, Understood
from models.intake.agenda.kinds import is_meeting, kinds_of
from models.intake.agenda.places import PLACE
from models.intake.agenda.sessions import gather
from models.intake.agenda.slots import DayHead, Event, Slot
from models.intake.agenda.times import Settled, settle, twelve_hours
from models.intake.grid import Origin
from models.intake.record import Doubt, Mention, Parsed
from models.tables.choices import ItemKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.intake.agenda.content import Content, Named, Text
    from models.intake.agenda.slots import Noted
    from models.intake.agenda.tongues import Tongues


@dataclass(slots=True)
class Assembly:
    """Puts the agenda together and remembers which line each piece came from."""

    tongues: Tongues
    base: dt.date | None
    sure_base: bool
    days: list[Day] = field(default_factory=list[Day])
    pieces: dict[tuple[Origin, str], list[tuple[LineRole, str, Doubt | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    keys: dict[int, str] = field(default_factory=dict[int, str])
    items: int = 0
    talks: int = 0

    def run(self, found: list[Event]) -> None:
        """Assemble the days."""
        events, taken = gather(found)
        slots = [event for event in found if isinstance(event, Slot)]
        twelve = twelve_hours(slots)
        head: DayHead | None = None
        items: dict[dt.date | None, list[Item]] = {}
        heads: dict[dt.date | None, DayHead] = {}
        before: dict[dt.date | None, int] = {}
        for event in events:
            if isinstance(event, DayHead):
                if head is not None and head.date == event.date and not event.titles.titles:
                    event.titles = head.titles
                head = event
                if event.date not in heads or not items.get(event.date):
                    heads[event.date] = event
                if any(items.values()):
                    items.setdefault(event.date, [])
            elif isinstance(event, Slot):
                date = event.date or (head.date if head else self.base)
                settled = settle(event, before.get(date), twelve)
                if settled.start is not None and not settled.days:
                    before[date] = max(before.get(date, 0), settled.start.hour * 60 + settled.start.minute)
                item = self._item(event, settled, date, None if event.date else head)
                items.setdefault(date, []).append(item)
                self.keys[id(event)] = item.key
        for event_id, session in taken.items():
            self.keys[event_id] = self.keys.get(id(session), "")
        for date, held in items.items():
            self.days.append(self._day(date, heads.get(date), held))

    def _day(self, date: dt.date | None, head: DayHead | None, items: list[Item]) -> Day:
        key = f"day-{len(self.days) + 1}"
        if head is None:
            first = items[0] if items else None
            origin = first.origin if first else Origin()
            return Day(key, origin, first.date if first else Parsed(date, "", origin), {}, tuple(items))
        parsed = self._piece(
            date, head.source, head.origin, LineRole.DAY, key, doubt=head.doubt, options=head.options
        )
        self.keys[id(head)] = key
        return Day(key, head.origin, parsed, self._texts(head.titles.titles, LineRole.DAY, key), tuple(items))

    def _item(self, slot: Slot, settled: Settled, date: dt.date | None, head: DayHead | None) -> Item:
        self.items += 1
        key = f"item-{self.items}"
        content = slot.content
        self._without_title(content)
        place = content.place
        if place is None and slot.track and PLACE.search(slot.track):
            from models.intake.agenda.content import Text as Said

            place = Said(slot.track, slot.origin, slot.source)
        kind = self._kind(slot, key)
        talks = [self._talk(talk, key) for talk in content.talks]
        stops = (
            tuple(talks)
            if kind.value == ItemKind.LAB_TOUR.value and not any(t.speakers for t in talks)
            else ()
        )
        return Item(
            key,
            slot.origin,
            self._date(date, settled, slot, head, key),
            self._texts(content.titles, LineRole.ITEM, key),
            kind,
            self._time(settled.start, slot, settled.start_doubt, key),
            self._time(settled.end, slot, settled.end_doubt, key),
            self._piece(
                settled.end_days, slot.source, slot.origin, LineRole.ITEM, key, doubt=settled.end_doubt
            )
            if settled.end_days and settled.end is not None
            else None,
            self._piece(place.text, place.source, place.origin, LineRole.PLACE, key, doubt=place.doubt)
            if place
            else None,
            self._people(content.speakers, key),
            self._people(content.chair, key),
            self._texts(content.remarks, LineRole.REMARK, key),
            self._status(content, key),
            () if stops else tuple(talks),
            stops,
        )

    def _without_title(self, content: Content) -> None:
        """Give an entry that is nothing but talks the title of the first, to be looked at."""
        if content.titles or not content.talks:
            return
        for tag, text in content.talks[0].titles.items():
            from models.intake.agenda.content import Text as Said

            content.titles[tag] = Said(text.text, text.origin, text.source, Doubt.SPLIT)
        if len(content.talks) == 1:
            content.speakers.extend(content.talks.pop().speakers)
            for text in content.titles.values():
                text.doubt = None

    def _date(
        self, date: dt.date | None, settled: Settled, slot: Slot, head: DayHead | None, key: str
    ) -> Parsed:
        doubt, options, source, origin = None, (), slot.source, slot.origin
        if head is not None:
            doubt, options, source, origin = head.doubt, head.options, head.source, head.origin
        elif slot.date is None:
            doubt = None if self.sure_base else Doubt.GUESS
        if settled.days and date is not None:
            date = date + dt.timedelta(days=settled.days)
            doubt = doubt or settled.start_doubt
        return Parsed(date, source, origin, doubt, options)

    def _kind(self, slot: Slot, key: str) -> Parsed:
        content = slot.content
        titles = [text.text for text in content.titles.values()]
        kinds = kinds_of(titles)
        doubt: Doubt | None = None
        if kinds:
            kind = kinds[0]
            # A meeting over tea is a meeting to some.
            unsure = len(kinds) > 1 or (kind is ItemKind.TEA and is_meeting(titles))
            doubt = Doubt.KIND if unsure else None
        elif content.talks:
            kind = ItemKind.PRESENTATIONS
        else:
            meeting = is_meeting(titles)
            kind = (
                ItemKind.DISCUSSION
                if meeting
                else ItemKind.PRESENTATIONS
                if content.speakers
                else ItemKind.OTHER
            )
            doubt = Doubt.KIND
        return self._piece(kind.value, slot.source, slot.origin, LineRole.ITEM, key, doubt=doubt)

    def _talk(self, content: Content, item: str) -> Talk:
        self.talks += 1
        key = f"talk-{self.talks}"
        text = next(iter(content.titles.values()), None)
        origin = text.origin if text else content.speakers[0].origin if content.speakers else Origin()
        minutes = None
        if content.minutes is not None:
            count, said = content.minutes
            minutes = self._piece(count, said.source, said.origin, LineRole.TALK, key, doubt=said.doubt)
        titles = self._texts(content.titles, LineRole.TALK, key)
        return Talk(key, origin, titles, self._people(content.speakers, key), minutes)

    def _status(self, content: Content, key: str) -> Parsed | None:
        if content.status is None:
            return None
        status, text = content.status
        return self._piece(status.value, text.source, text.origin, LineRole.ITEM, key, doubt=text.doubt)

    def _time(self, value: dt.time | None, slot: Slot, doubt: Doubt | None, key: str) -> Parsed | None:
        if value is None:
            return None
        return self._piece(value, slot.source, slot.origin, LineRole.ITEM, key, doubt=doubt)

    def _people(self, people: list[Named], key: str) -> tuple[Parsed, ...]:
        return tuple(
            self._piece(
                self._mention(each), each.source, each.origin, LineRole.SPEAKER, key, doubt=each.doubt
            )
            for each in people
        )

    def _mention(self, named: Named) -> Mention:
        names: dict[str, str] = {}
        first = next(iter(named.forms.values()))
        for tag, form in named.forms.items():
            if form.name:
                script = self.tongues.of(form.name, tag) if not form.name.isascii() else self.tongues.latin
                names.setdefault(f"name.{script}", form.name)
            for part in ("organisation", "position", "title"):
                said = getattr(form, part)
                if said:
                    names.setdefault(part, said)
                    names[f"{part}.{tag}"] = said
        return Mention(first.name or first.organisation, names=names)

    def _texts(self, texts: Mapping[str, Text], role: LineRole, key: str) -> Texts:
        return {
            tag: self._piece(text.text, text.source, text.origin, role, key, doubt=text.doubt)
            for tag, text in texts.items()
        }

    def _piece(
        self,
        value: Any,
        source: str,
        origin: Origin,
        role: LineRole,
        key: str,
        *,
        doubt: Doubt | None = None,
        options: tuple[Any, ...] = (),
    ) -> Parsed:
        self.pieces[origin, source].append((role, key, doubt))
        return Parsed(value, source, origin, doubt, options)

    def understood(self, noted: list[Noted]) -> tuple[Understood, ...]:
        """Say of every line what it was taken for and what it went into."""
        lines: list[Understood] = []
        for each in noted:
            pieces = self.pieces.get((each.line.origin, each.line.text), ())
            key = self.keys.get(id(each.event), "") if each.event is not None else ""
            keys = dict.fromkeys((*((key,) if key else ()), *(piece[1] for piece in pieces)))
            roles = [piece[0] for piece in pieces]
            role = each.role
            if role is LineRole.ITEM and roles and LineRole.ITEM not in roles:
                role = roles[0]
            doubt = each.doubt or next((piece[2] for piece in pieces if piece[2] is not None), None)
            lines.append(Understood(each.line.origin, each.line.text, role, tuple(keys), doubt))
        return tuple(lines)
