"""From a Word file to the agenda that it says."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from models.intake.agenda.agenda import Agenda, LineRole, Understood
from models.intake.agenda.assemble import Assembly
from models.intake.agenda.clock import find_span
from models.intake.agenda.columns import Layout, layout_of
from models.intake.agenda.content import Text, merge
from models.intake.agenda.content_reader import ContentReader
from models.intake.agenda.dates import find_dates, years_of
from models.intake.agenda.rows import TableWalk
from models.intake.agenda.slots import Slot
from models.intake.agenda.tongues import Tongues, tongues_of
from models.intake.agenda.walk import Walk
from models.intake.readers.word_text import Line, Table, WordText
from models.intake.record import Parsed

if TYPE_CHECKING:
    from models.intake.readers.word_text import Cell

_GENERIC: Final = re.compile(
    r"(?:회의\s?)?(?:세부\s?)?(?:일정표?|프로그램|의제|안건)(?:\s?\(안\))?|議事次第|日程表?"
    r"|プログラム|次第|スケジュール|(?:draft |tentative |detailed )?(?:agenda|programme?"
    r"|schedule|itinerary|timetable)",
    re.IGNORECASE,
)

_ISSUED: Final = re.compile(
    r"작성|배포|발행|개정|기준일|버전|作成|発行|改訂|現在"
    r"|\b(?:draft|version|rev(?:ision|ised)?|as of|issued|updated|printed)\b",
    re.IGNORECASE,
)
"""The date on such a line is that of the paper, not of the visit."""


@dataclass(frozen=True, slots=True)
class AgendaContext:
    """What is known before the file is read: the languages of the visit, and its days."""

    languages: tuple[str, ...] = ()
    first: dt.date | None = None


def read_agenda(text: WordText, context: AgendaContext | None = None) -> Agenda:
    """Read the days, entries, talks, speakers and places of a Word file."""
    context = context or AgendaContext()
    lines = list(_lines(text))
    tongues = tongues_of((line.text for line in lines), context.languages)
    year = _year(lines, context) or _year(list(text.margins), context)
    base, sure = _base(lines, year, context)
    about = _Margins(text.margins)
    # A date at the edge of a page may be that of the paper: it is taken where there is no other, in doubt.
    base = base or _base(list(text.margins), year, context)[0]
    walk = Walk(ContentReader(tongues), year, base, sure)
    layout: Layout | None = None
    timed = any(layout_of(block, tongues, year) for block in text.blocks if isinstance(block, Table))
    for block in text.blocks:
        if isinstance(block, Line):
            walk.paragraph(block)
        else:
            layout = _table(walk, block, layout, timed)
    walk.close()
    assembly = Assembly(tongues, base, sure)
    assembly.run(walk.events)
    understood = assembly.understood(walk.noted)
    place = walk.place or about.place(walk)
    return Agenda(
        text.source,
        _title(understood, walk, tongues) or _title(about.understood, walk, tongues),
        Parsed(place.text, place.source, place.origin, place.doubt) if place else None,
        tuple(assembly.days),
        (*about.understood, *understood),
        text.notices,
    )


class _Margins:
    """What heads and feet of pages say of the whole, where the text itself leaves it unsaid."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self.understood = tuple(Understood(line.origin, line.text, LineRole.ABOUT) for line in lines)

    def place(self, walk: Walk) -> Text | None:
        """Return the place that a head names."""
        side = Walk(walk.reader, walk.year, walk.base, walk.sure_base)
        for line in self._lines:
            side.paragraph(line)
        side.close()
        return side.place


def _lines(text: WordText) -> Iterator[Line]:
    for block in text.blocks:
        if isinstance(block, Line):
            yield block
        else:
            for cell in block.cells:
                yield from cell.lines


def _year(lines: list[Line], context: AgendaContext) -> int | None:
    """Find the year of dates that do not say it: of dates that do, of the visit, or named anywhere."""
    said = Counter(
        found.date.year for line in lines for found in find_dates(line.text, 2024) if found.said_year
    )
    if said:
        return said.most_common(1)[0][0]
    if context.first:
        return context.first.year
    named = Counter(year for line in lines for year in years_of(line.text))
    return named.most_common(1)[0][0] if named else None


def _base(lines: list[Line], year: int | None, context: AgendaContext) -> tuple[dt.date | None, bool]:
    """Find the first day, said before the entries or known of the visit; and whether it is sure."""
    issued: dt.date | None = None
    for line in lines:
        found = find_dates(line.text, year)
        if found and _ISSUED.search(line.text):
            issued = issued or found[0].date
        elif found:
            first = min(each.date for each in found)
            # "29-31 July 2024", "30~31 July": the day before the range sign is the first.
            if ranged := re.search(r"(?<!\d)(\d{1,2})\s?[-–~〜～]\s?$", line.text[: found[0].begin]):
                day = int(ranged[1])
                if 0 < day < first.day:
                    first = first.replace(day=day)
            sure = all(each.doubt is None for each in found) and year is not None
            return first, sure
    return context.first or issued, False


def _table(walk: Walk, table: Table, known: Layout | None, timed: bool) -> Layout | None:
    """Read a table: as rows with times, as columns of paragraphs, or as what is said about the whole."""
    walk.close()
    if _paragraphs_side_by_side(table):
        _columns_of_paragraphs(walk, table)
        return known
    if table.width == 1:
        for cell in table.cells:
            for line in cell.lines:
                walk.paragraph(line)
        walk.close()
        return known
    layout = layout_of(table, walk.tongues, walk.year, known)
    if layout is not None:
        TableWalk(walk, table, layout).run()
        walk.close()
        return layout
    for _, cells in table.rows():
        _facts(walk, cells, timed)
    walk.close()
    return known


def _facts(walk: Walk, cells: tuple[Cell, ...], timed: bool) -> None:
    """Read a row of a table without times: a label and what it says, or a head."""
    filled = [cell for cell in cells if cell.lines]
    if len(filled) == 2 and len(filled[0].text) < 12:
        label, said = filled
        line = said.lines[0]
        walk.note(label.lines[0], LineRole.ABOUT)
        joined = " ".join(each.text for each in said.lines)
        before = len(walk.noted)
        walk.paragraph(replace(line, text=f"{label.text}: {joined}"))
        del walk.noted[before:]
        for each in said.lines:
            walk.note(each, LineRole.ABOUT)
        return
    for cell in filled:
        for line in cell.lines:
            if len(filled) == 1 or not timed:
                walk.paragraph(line)
            else:
                walk.note(line, LineRole.ABOUT if not walk.started else LineRole.UNUSED)


def _paragraphs_side_by_side(table: Table) -> bool:
    """Tell whether a table only sets text beside each other: cells that each hold several timed lines."""
    full = [cell for cell in table.cells if sum(find_span(line.text) is not None for line in cell.lines) > 1]
    return bool(full) and len(full) >= 0.5 * sum(bool(cell.lines) for cell in table.cells)


def _columns_of_paragraphs(walk: Walk, table: Table) -> None:
    """Read cells full of paragraphs; a second column in another language joins the first."""
    for _, cells in table.rows():
        filled = [cell for cell in cells if cell.lines]
        sides: list[list[Slot]] = []
        for place, cell in enumerate(filled):
            side = (
                walk if place == 0 else Walk(walk.reader, walk.year, walk.base, walk.sure_base, started=True)
            )
            begin = len(side.events)
            for line in cell.lines:
                side.paragraph(line)
            side.close()
            found = [event for event in side.events[begin:] if isinstance(event, Slot)]
            if place and sides and _same_times(sides[0], found):
                for mine, theirs in zip(sides[0], found, strict=True):
                    merge(mine.content, theirs.content)
                    for each in side.noted:
                        if each.event is theirs:
                            each.event = mine
                _day_titles(walk, side)
            elif place:
                walk.events.extend(side.events)
            if place:
                walk.noted.extend(side.noted)
            sides.append(found)


def _day_titles(walk: Walk, side: Walk) -> None:
    from models.intake.agenda.slots import DayHead

    mine = {event.date: event for event in walk.events if isinstance(event, DayHead)}
    for event in side.events:
        if isinstance(event, DayHead) and event.date in mine:
            merge(mine[event.date].titles, event.titles)


def _same_times(first: list[Slot], second: list[Slot]) -> bool:
    return len(first) == len(second) and all(
        (a.start and a.start.minutes) == (b.start and b.start.minutes)
        for a, b in zip(first, second, strict=True)
    )


def _title(understood: tuple[Understood, ...], walk: Walk, tongues: Tongues) -> dict[str, Parsed]:
    """Return what the file is of: in each language the first line of the preamble that is not a date."""
    titles: dict[str, Parsed] = {}
    for line in understood:
        if line.role is not LineRole.ABOUT:
            break
        if find_dates(line.text, walk.year) or len(line.text) < 5 or _GENERIC.fullmatch(line.text.strip()):
            continue
        tag = tongues.of(line.text)
        if tag not in titles and len(line.text) < 120:
            titles[tag] = Parsed(line.text, line.text, line.origin)
    return titles
