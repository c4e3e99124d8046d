"""The visits of the file, upcoming ones before past ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from models.text.dates import DayForm, day_range, partial_date
from ui.widgets.painted import RowModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from models.text.catalogue import Words
    from ui.values import VisitLine


@dataclass(frozen=True, slots=True)
class Nav:
    """A page of the window, and how much there is in it."""

    code: str
    icon: str
    text: str
    count: int

    def spoken(self) -> str:
        """Return what a screen reader says."""
        return f"{self.text}, {self.count}"


@dataclass(frozen=True, slots=True)
class Caption:
    """The head of a group of visits."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A visit as it is written."""

    visit: VisitLine
    title: str
    language: str
    dates: str
    days_left: str

    def spoken(self) -> str:
        """Return what a screen reader says."""
        return ", ".join(part for part in (self.title, self.visit.other, self.dates, self.days_left) if part)


def pages(counts: Mapping[str, int], words: Words) -> list[Nav | Caption | Entry]:
    """Write the pages of the window with how much there is in each."""
    people = counts.get("person", 0) + counts.get("organisation", 0) + counts.get("place", 0)
    return [
        Nav("visits", "calendar", words.say_in("window", "Visits"), counts.get("visit", 0)),
        Nav("directory", "users", words.say_in("window", "Directory"), people),
        Nav("series", "repeat", words.say_in("window", "Series and agreements"), counts.get("series", 0)),
        Nav(
            "cooperation",
            "handshake",
            words.say_in("window", "Cooperation"),
            counts.get("cooperation_item", 0),
        ),
        Nav("glossary", "book-a", words.say_in("window", "Glossary"), counts.get("term", 0)),
    ]


def entries(visits: Sequence[VisitLine], today: date, words: Words) -> list[Nav | Caption | Entry]:
    """Write the visits in two groups: upcoming by date, then past, the last one first."""
    coming = [visit for visit in visits if _is_coming(visit, today)]
    past = [visit for visit in visits if visit not in coming]
    coming.sort(key=lambda visit: (visit.first is None, visit.first or today))
    past.sort(key=lambda visit: visit.first.isoformat() if visit.first else visit.period, reverse=True)
    made: list[Nav | Caption | Entry] = []
    for caption, group in ((words.say("Upcoming visits"), coming), (words.say("Past visits"), past)):
        if group:
            made.append(Caption(caption))
            made.extend(_entry(visit, today, words) for visit in group)
    return made


def _is_coming(visit: VisitLine, today: date) -> bool:
    if visit.last is not None:
        return visit.last >= today
    # 2024-05 against 2024-11-22: compared as far as the partial date goes.
    return not visit.period or visit.period >= today.isoformat()[: len(visit.period)]


def days_left(first: date | None, last: date | None, today: date, words: Words) -> str:
    """Return how far away a visit is: D-18, in 18 days; nothing once it is over."""
    if first is None or (last or first) < today:
        return ""
    left = (first - today).days
    if left <= 0:
        return words.say("under way")
    return words.count("in {number} day", "in {number} days", left)


def _entry(visit: VisitLine, today: date, words: Words) -> Entry:
    title = visit.title.pick([words.language, "en"])
    if visit.first and visit.last:
        form = DayForm.BARE if visit.first.year == today.year else DayForm.NUMERIC
        dates = day_range(visit.first, visit.last, words.language, form)
    else:
        dates = partial_date(visit.period, words.language) if visit.period else ""
    return Entry(
        visit,
        title.text if title else words.say("Untitled"),
        title.language if title else words.language,
        dates,
        days_left(visit.first, visit.last, today, words),
    )


class VisitModel(RowModel["Nav | Caption | Entry"]):
    """The rows of the sidebar."""

    def spoken(self, row: Nav | Caption | Entry) -> str:
        """Return what a screen reader says of a row."""
        return row.text if isinstance(row, Caption) else row.spoken()

    def is_head(self, row: Nav | Caption | Entry) -> bool:
        """Tell whether a row is a caption."""
        return isinstance(row, Caption)

    def index_of(self, code: str) -> QModelIndex:
        """Return where a visit (by its id) or a page (by its code) stands."""
        for at, row in enumerate(self.rows):
            if code and code == (row.visit.id if isinstance(row, Entry) else getattr(row, "code", "")):
                return self.index(at)
        return QModelIndex()
