"""What stands under the title of an entry: speakers, talks, the stops of a tour, places."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from exporters.document import EMPTY_CELL, Cell, Paragraph, Row, Rule, Run, Style
from exporters.papers import phrases
from exporters.papers.scribe import merged, plain
from exporters.papers.tours import tour_lines
from models.tables import ItemKind, ItemStatus
from models.text.dates import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exporters.papers.people import Cast
    from exporters.papers.scribe import Runs, Scribe
    from models.tables import Place, ScheduleItem
    from models.text.localised import LocalisedText

DASH = "–"
LUNCH_FROM, DINNER_FROM = dt.time(10, 30), dt.time(16)
"""Before, between and after these a meal is breakfast, lunch and dinner."""
MOST_LINES = 16
"""More fill over a third of a page."""
MOST_IN_THREE = 12
"""A talk alone fills six lines in three languages; kept whole, sessions leave a third of a page white."""
_TWO = 2
_RULES = "rules"
# Reading a member of an enum costs as much as making a run.
_TENTATIVE, _TALK, _SECOND = ItemStatus.TENTATIVE, Style.TALK, Style.SECOND_LANGUAGE


def item_lines(
    scribe: Scribe, cast: Cast, item: ScheduleItem, *, rules: bool = False
) -> tuple[Paragraph, ...]:
    """Write an entry: its title, and what stands under it whoever the paper is for; once for all papers.

    Papers that people carry with them also have the ``rules`` that hold at the stops of a tour.
    """
    key = f"{item.id} {_RULES}" if rules and item.tours else item.id
    found = scribe.entries.get(key)
    if found is None:
        contents = _contents(scribe, cast, item, rules=rules)
        found = scribe.entries[key] = (*_title(scribe, item), *contents)
    return found


def _title(scribe: Scribe, item: ScheduleItem) -> tuple[Paragraph, ...]:
    """Write the title of an entry in the languages of the paper, under each other."""
    tentative = item.status is _TENTATIVE
    if item.title:
        return scribe.stacked(item.title, tentative=tentative)
    lines = [title_runs(scribe, item, language) for language in scribe.languages]
    if tentative:
        lines = scribe.tentative(lines)
    return scribe.under_each_other(lines, Style.ITEM_TITLE, Style.SECOND_LANGUAGE)


def title_runs(scribe: Scribe, item: ScheduleItem, language: str) -> Runs:
    """Write the title of an entry in a language; one without a title is called by its kind."""
    if item.title:
        return scribe.runs(item.title, language)
    return (scribe.word(_kind(item), language),)


def _kind(item: ScheduleItem) -> str:
    if item.kind is not ItemKind.MEAL:
        return phrases.KINDS[item.kind]
    if item.start is None:
        return phrases.MEAL
    if item.start < LUNCH_FROM:
        return phrases.BREAKFAST
    return phrases.LUNCH if item.start < DINNER_FROM else phrases.DINNER


def _contents(scribe: Scribe, cast: Cast, item: ScheduleItem, *, rules: bool) -> list[Paragraph]:
    """Write speakers, chair, talks and stops of an entry."""
    contents = [*cast.lines(lambda language: _speaking(cast, item, language), Style.SPEAKER, _SECOND)]
    for talk in item.presentations:
        contents.extend(scribe.stacked(talk.title, _TALK, Style.TALK_SECOND, DASH))
        contents.extend(cast.lines(partial(cast.talk_speakers, talk), Style.TALK_SPEAKER, Style.TALK_SECOND))
    contents.extend(tour_lines(scribe, cast, item, rules=rules))
    return contents


def _speaking(cast: Cast, item: ScheduleItem, language: str) -> list[Runs]:
    """Write who speaks in an entry itself and who chairs it, a line each."""
    lines = cast.item_speakers(item, language)
    chair = cast.chair(item, language)
    return [*lines, chair] if chair else lines


def under_title(contents: Sequence[Paragraph], added: Sequence[Paragraph]) -> list[Paragraph]:
    """Put what holds for a whole entry before its talks and stops."""
    at = next((number for number, line in enumerate(contents) if line.style is _TALK), len(contents))
    return [*contents[:at], *added, *contents[at:]]


def session_rows(scribe: Scribe, time: Cell, contents: Sequence[Paragraph], *after: Cell) -> list[Row]:
    """Set an entry as one row; where it fills over a third of a page, a row for each talk or stop."""
    most = MOST_LINES if len(scribe.languages) <= _TWO else MOST_IN_THREE
    if len(contents) <= most:
        return [Row((time, Cell(tuple(contents)), *after))]
    parts: list[list[Paragraph]] = [[]]
    for paragraph in contents:
        if paragraph.style is _TALK and parts[-1]:
            parts.append([])
        parts[-1].append(paragraph)
    blank = (EMPTY_CELL,) * len(after)
    rows = [Row((time, Cell(tuple(parts[0])), *after), Rule.NONE, keep_with_next=True)]
    rows += [Row((EMPTY_CELL, Cell(tuple(part)), *blank), Rule.NONE) for part in parts[1:]]
    rows[-1] = Row(rows[-1].cells, can_split=len(parts[-1]) > MOST_LINES)
    return rows


def filled_place(scribe: Scribe, message: str, place: Place, language: str) -> Runs:
    """Write a place inside a sentence."""
    return scribe.about_place(message, place, language)


def gathering(scribe: Scribe, item: ScheduleItem, language: str) -> Runs:
    """Say where, and for a tour when, one gathers."""
    before = next((tour.minutes_before for tour in item.tours if tour.minutes_before), None)
    if before is None or item.start is None:
        if item.meeting_point is None:
            return ()
        return filled_place(scribe, phrases.GATHER, item.meeting_point, language)
    time = clock((dt.datetime.combine(item.date, item.start) - dt.timedelta(minutes=before)).time())
    if item.meeting_point is None:
        return (scribe.word(phrases.GATHER_TIME, language, time=time),)
    place = scribe.runs(item.meeting_point.name, language)
    return scribe.filled(phrases.GATHER_AT, language, place=place, time=time)


_ON_THE_WAY = ""
"""Stands for the place of a leg: no entry is at the same."""


class Places:
    """Prints a place where it changes: what is blank is as above, what has none has a dash."""

    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe
        self._last: str | None = None

    def of_item(self, item: ScheduleItem) -> list[Paragraph]:
        """Write where an entry is: the place if it is another one, and whatever else one must know."""
        scribe = self._scribe
        written: list[Paragraph] = []
        for language in scribe.languages:
            if runs := gathering(scribe, item, language):
                written.append(Paragraph(runs, small(scribe, language)))
        written = list(dict.fromkeys(written))
        if item.place is not None:
            if item.place_id != self._last:
                written = [*scribe.stacked(item.place.name, Style.CELL_SMALL), *written]
            self._last = item.place_id
        else:
            written.insert(0, Paragraph((scribe.word(phrases.NO_PLACE, scribe.first),), Style.CELL_SMALL))
            self._last = None
        if item.alternative_place is not None:
            written += scribe.each(partial(filled_place, scribe, phrases.OR_ELSE, item.alternative_place))
        if item.online_link:
            written += scribe.each(partial(_online, scribe, item.online_link))
        return written

    def of_leg(self, place: Place | None, terminal: LocalisedText) -> list[Paragraph]:
        """Write where a leg begins; what follows it is somewhere else."""
        scribe = self._scribe
        self._last = None if place is None else _ON_THE_WAY
        if place is None:
            return [Paragraph((scribe.word(phrases.NO_PLACE, scribe.first),), Style.CELL_SMALL)]
        lines = [with_terminal(scribe, place, terminal, language) for language in scribe.languages]
        return [*scribe.under_each_other(lines, Style.CELL_SMALL, Style.SECOND_LANGUAGE)]


def with_terminal(scribe: Scribe, place: Place, terminal: LocalisedText, language: str) -> Runs:
    """Write an airport or a station with its terminal."""
    name = scribe.runs(place.name, language)
    if not terminal:
        return name
    return merged((*name, Run(" ", language), *scribe.runs(terminal, language)))


def small(scribe: Scribe, language: str) -> Style:
    """Return the style of a small line in a language: the leading one is black."""
    return Style.CELL_SMALL if language == scribe.first else Style.SECOND_LANGUAGE


def _online(scribe: Scribe, link: str, language: str) -> Runs:
    return scribe.filled(phrases.ONLINE, language, link=(plain(link, "en"),))


def lines_of(paragraphs: Iterable[Paragraph]) -> int:
    """Count paragraphs that say something."""
    return sum(1 for paragraph in paragraphs if paragraph.runs)
