"""What is inside an entry, as lists in its form: its talks, and where it is a tour its stops and groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.catalogue import mark_in
from models.text.dates import duration
from ui.deeds import Deed
from ui.forms.inner import Inner
from ui.forms.spec import ListSpec
from ui.forms.specs.schedule import SCHEDULE_ITEM
from ui.forms.sublist import SubRow
from ui.pages.writing import leading, person_name, short_name
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.forms.record import Record
    from ui.pages.schedule.page import SchedulePage

TALKS = ListSpec("talks", "presentation", "item_id", mark_in("form", "Talks"), mark_in("form", "Add talk"))
STOPS = ListSpec("stops", "tour_stop", "tour_id", mark_in("form", "Stops"), mark_in("form", "Add stop"))
GROUPS = ListSpec("groups", "tour_group", "tour_id", mark_in("form", "Groups"), mark_in("form", "Add group"))

_WITHOUT_TALKS = frozenset({"tea", "meal", "photo", "transfer", "free", "lab tour"})


class Inside:
    """Makes the rows of these lists for the entry that the page shows."""

    def __init__(self, page: SchedulePage) -> None:
        self._page = page
        add = page.inner.add
        add(
            SCHEDULE_ITEM,
            Inner(TALKS, self._talks, total=self._total, shown=self._has_talks, after="audience"),
        )
        add(SCHEDULE_ITEM, Inner(STOPS, self._stops, deed=_add_stop, shown=self._is_tour, after="audience"))
        add(
            SCHEDULE_ITEM,
            Inner(GROUPS, self._groups, deed=self._add_group, shown=self._has_stops, after="audience"),
        )

    def _item(self, record: Record) -> Any:
        return self._page.row("schedule_item", record.id)

    def _tour(self, record: Record) -> Any:
        item = self._item(record)
        return item.tours[0] if item is not None and item.tours else None

    def _has_talks(self, record: Record) -> bool:
        item = self._item(record)
        return item is not None and (bool(item.presentations) or item.kind.value not in _WITHOUT_TALKS)

    def _is_tour(self, record: Record) -> bool:
        item = self._item(record)
        return item is not None and (bool(item.tours) or item.kind.value == "lab tour")

    def _has_stops(self, record: Record) -> bool:
        tour = self._tour(record)
        return tour is not None and bool(tour.stops or tour.groups)

    def _add_group(self, record: Record) -> Deed:
        return Deed("tour_group.add", {"tour_id": self._tour(record).id})

    def _total(self, record: Record) -> str:
        item, words = self._item(record), self._page.words
        if item is None or words is None or not item.presentations:
            return ""
        minutes = [talk.minutes for talk in item.presentations]
        count = words.count("{number} talk", "{number} talks", len(minutes))
        if any(minute is None for minute in minutes):
            return count
        return f"{count} · {duration(sum(minutes), words.language)}"

    def _talks(self, record: Record) -> Sequence[SubRow]:
        item, words = self._item(record), self._page.words
        if item is None or words is None:
            return ()
        return [self._talk(talk, at, words) for at, talk in enumerate(item.presentations, 1)]

    def _talk(self, talk: Any, at: int, words: Words) -> SubRow:
        title = leading(talk.title, words, self._page.languages())
        named = [person_name(each.person, words) for each in talk.speakers if each.person is not None]
        still_open = [
            words.say("{organisation}: to be confirmed", organisation=short_name(each.organisation, words))
            for each in talk.speakers
            if each.person is None
        ]
        facts = [*(name.text for name in named if name), *still_open]
        if not facts:
            facts.append(words.say_in("schedule", "Speaker open"))
        if talk.slides.value != "not asked":
            facts.append(code_name("SlidesState", talk.slides.value, words))
        return SubRow(
            talk.id,
            title.text if title else words.say("Untitled"),
            " · ".join(facts),
            lead=duration(talk.minutes, words.language) if talk.minutes else str(at),
            language=title.language if title else "",
            warn=not named or bool(still_open),
        )

    def _stops(self, record: Record) -> Sequence[SubRow]:
        tour, words = self._tour(record), self._page.words
        if tour is None or words is None:
            return ()
        made: list[SubRow] = []
        for at, stop in enumerate(tour.stops, 1):
            text = stop.name or (stop.place.name if stop.place is not None else stop.name)
            name, guide = leading(text, words, self._page.languages()), person_name(stop.guide, words)
            facts = [guide.text if guide else words.say_in("tours", "No guide")]
            if stop.minutes:
                facts.append(duration(stop.minutes, words.language))
            title = name.text if name else words.say("Untitled")
            made.append(SubRow(stop.id, title, " · ".join(facts), lead=str(at), warn=guide is None))
        return made

    def _groups(self, record: Record) -> Sequence[SubRow]:
        tour, words = self._tour(record), self._page.words
        if tour is None or words is None:
            return ()
        made: list[SubRow] = []
        for group in tour.groups:
            name = leading(group.name, words, self._page.languages())
            count = words.count("{number} person", "{number} people", len(group.members))
            title = name.text if name else words.say("Untitled")
            made.append(SubRow(group.id, title, count, warn=not group.members))
        return made


def _add_stop(record: Record) -> Deed:
    return Deed("tour_stop.in_entry", {"item_id": record.id})
