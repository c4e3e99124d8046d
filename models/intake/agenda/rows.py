"""The way through a table: each row is a time with an entry, goes on with the one above, or heads a day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from models.intake.agenda.agenda import LineRole
from models.intake.agenda.beside import Beside
from models.intake.agenda.clock import Clock, Span, find_minutes, find_span, plain
from models.intake.agenda.columns import Column, Layout, Role
from models.intake.agenda.content import Content, Text, merge
from models.intake.agenda.dates import find_dates, find_day_number
from models.intake.agenda.going_on import go_on
from models.intake.agenda.kinds import SESSION
from models.intake.agenda.slots import Slot
from models.intake.agenda.tracks import Tracks
from models.intake.agenda.walk import blank
from models.intake.readers.word_text import Line

if TYPE_CHECKING:
    from models.intake.agenda.walk import Walk
    from models.intake.readers.word_text import Cell, Table

_ROLES = {
    Role.SPEAKER: LineRole.SPEAKER,
    Role.ORGANISATION: LineRole.SPEAKER,
    Role.POSITION: LineRole.SPEAKER,
    Role.CHAIR: LineRole.SPEAKER,
    Role.PLACE: LineRole.PLACE,
    Role.REMARKS: LineRole.REMARK,
}


@dataclass(slots=True)
class TableWalk:
    """Goes through the rows of a table whose columns are known."""

    walk: Walk
    table: Table
    layout: Layout
    cover: list[dict[int, Cell]] = field(default_factory=list["dict[int, Cell]"])
    slot: Slot | None = None
    place: Text | None = None
    """Where the last entry that said so is."""
    tracks: Tracks = field(init=False)

    def __post_init__(self) -> None:
        self.tracks = Tracks(self)

    def run(self) -> None:
        """Read every row."""
        self.cover = [{} for _ in range(self.table.height)]
        for cell in self.table.cells:
            for row in range(cell.row, min(cell.row + cell.height, self.table.height)):
                for column in range(cell.column, cell.column + cell.width):
                    self.cover[row][column] = cell
        for number, cells in self.table.rows():
            if number in self.layout.heads:
                for cell in cells:
                    for line in cell.lines:
                        self.walk.note(line, LineRole.HEADING)
            elif any(cell.lines for cell in cells):
                self._row(number, cells)

    def _row(self, row: int, cells: tuple[Cell, ...]) -> None:
        if self._as_lines(row, cells) or self._as_day(row, cells):
            return
        self._date(row)
        before = len(self.walk.noted)
        span = self.span(row)
        if self.layout.parallel and span is not None:
            self.tracks.begin(row, span)
        elif span is None:
            if not self.tracks.goes_on(row):
                self._continues(row)
        else:
            self._begins(row, span)
        noted = {id(each.line) for each in self.walk.noted[before:]}
        event = self.slot
        for cell in cells:
            role = self._column(cell).role
            for line in cell.lines:
                if id(line) not in noted and not self._is_day(cell, row):
                    self.walk.note(line, _ROLES.get(role, LineRole.ITEM), event)

    # --- Rows that are no entries ---------------------------------------------------------------------

    def _as_lines(self, row: int, cells: tuple[Cell, ...]) -> bool:
        """Read a row that is one cell as lines of text."""
        filled = {id(cell): cell for cell in self.cover[row].values() if cell.lines}
        if len(filled) != 1:
            return False
        (cell,) = filled.values()
        whole = cell.width >= self.table.width and self.table.width > 1
        if cell.row != row or not (whole or (cell.width > 1 and cell.column == 0)):
            return False
        if self.layout.parallel and not whole:
            return False
        self.walk.close()
        for line in cell.lines:
            self.walk.paragraph(line)
        self.slot = self.walk.slot
        self.walk.close()
        return True

    def _as_day(self, row: int, cells: tuple[Cell, ...]) -> bool:
        """Read a row whose first cell is a date and that has no time as the head of a day."""
        filled = [cell for cell in cells if cell.lines]
        text = filled[0].text.replace("\n", " ")
        if filled[0].column > 0 or find_span(text) is not None or any(find_span(c.text) for c in filled[1:]):
            return False
        if self._column(filled[0]).role is Role.DATE and len(filled) > 1:
            return False
        dates = find_dates(text, self.walk.year)
        if not dates and not find_day_number(text):
            return False
        line = filled[0].lines[0]
        if not self.walk.day_head(replace(line, text=text), dates):
            return False
        for cell in filled[1:]:
            for each in cell.lines:
                day = self.walk.events[-1]
                self.walk.note(each, LineRole.DAY, day)
        self.slot = None
        return True

    def _is_day(self, cell: Cell, row: int) -> bool:
        return cell.column in self.layout.of(Role.DATE) and cell.width == 1

    def _date(self, row: int) -> None:
        """Begin a day where the column of days says so."""
        for place in self.layout.of(Role.DATE, Role.TIME):
            cell = self.cover[row].get(place)
            if cell is None or cell.row != row or not cell.lines:
                continue
            text = cell.text.replace("\n", " ")
            dates = find_dates(text, self.walk.year)
            line = replace(cell.lines[0], text=text)
            number = find_day_number(text)
            if dates and dates[0].date != self.walk.stated:
                own = self.layout.columns[place].role is Role.DATE
                if not (own and self.walk.day_head(replace(line, bold=True), dates)):
                    self.walk.begin_day(dates[0].date, line, dates[0].doubt, dates[0].options)
                return
            if number and not dates and self.layout.columns[place].role is Role.DATE:
                self.walk.day_head(line, [])

    # --- Times ----------------------------------------------------------------------------------------

    def span(self, row: int) -> Span | None:
        """Return the time of a row, if it begins there."""
        starts, ends = self.layout.of(Role.START), self.layout.of(Role.END)
        if starts:
            start = self._clock(row, starts[0])
            if start is None:
                return None
            end = self._clock(row, ends[0]) if ends else None
            minutes = self._minutes(row)
            if minutes and start.end is None and (end is None or end.start is None):
                return _lengthened(start, minutes)
            first = end.start if end else None
            return Span(start.start, start.end or first, 0, 0, start.sure, ranged=first is not None)
        for place in self.layout.of(Role.TIME):
            span = self._clock(row, place)
            if span is not None:
                minutes = self._minutes(row)
                return span if span.end or not minutes else _lengthened(span, minutes)
        return None

    def _clock(self, row: int, place: int) -> Span | None:
        cell = self.cover[row].get(place)
        if cell is None or cell.row != row or not cell.lines:
            return None
        text = plain(" ".join(line.text for line in cell.lines))
        for found in reversed(find_dates(text, self.walk.year)):
            text = text[: found.begin] + " " * (found.stop - found.begin) + text[found.stop :]
        span = find_span(text, bare=True)
        if span is None:
            return None
        if span.end is None and span.start is not None:
            # Two times one under the other, without a sign between them.
            second = find_span(text[span.stop :].lstrip(" ↓|"), bare=True)
            if second is not None and second.start is not None:
                span = replace(span, end=second.start, ranged=True)
            elif length := find_minutes(text[span.stop :]):
                span = _lengthened(span, length[0])
        return span

    def _minutes(self, row: int) -> int | None:
        for place in self.layout.of(Role.MINUTES):
            cell = self.cover[row].get(place)
            if cell is not None and cell.row == row and cell.lines:
                if found := find_minutes(cell.text):
                    return found[0]
                figures = cell.text.strip()
                return int(figures) if figures.isdigit() and len(figures) < 4 else None
        return None

    # --- Entries --------------------------------------------------------------------------------------

    def _begins(self, row: int, span: Span) -> None:
        line = self._first_line(row)
        self._session(row)
        slot = self.walk.begin_slot(line, span)
        self.walk.slot = None
        self.slot = slot
        slot.content = self._content(row, talks=False)
        if not slot.content.titles:
            self._after_time(row, slot.content)
        self.beside(row, slot.content)
        if blank(slot.content):
            self.walk.events.remove(slot)

    def _after_time(self, row: int, content: Content) -> None:
        """Read what stands in the cell of the time behind it, where there is no title elsewhere."""
        for place in self.layout.of(Role.TIME):
            cell = self.cover[row].get(place)
            lines = list(cell.lines) if cell is not None and cell.row == row else []
            span = find_span(lines[0].text) if lines else None
            if span is not None:
                lines[0] = replace(lines[0], text=lines[0].text[span.stop :].strip(" :：\t"))
                merge(content, self.walk.reader.read(line for line in lines if find_span(line.text) is None))

    def _continues(self, row: int) -> None:
        """Read a row without a time of its own: talks or people of the entry above."""
        slot = self.slot
        titles = [cell for cell in self._title_cells(row) if cell.row == row and cell.lines]
        if slot is None or self._heads_part(row, titles):
            for cell in titles:
                for line in cell.lines:
                    self.walk.paragraph(line)
            if slot is None:
                self.slot = self.walk.slot
            self.walk.close()
            return
        content = self._content(row, talks=True)
        self.beside(row, content)
        go_on(slot.content, content)

    def _heads_part(self, row: int, titles: list[Cell]) -> bool:
        time = next((self.cover[row].get(place) for place in self.layout.of(Role.TIME, Role.START)), None)
        merged = time is not None and time.row < row and bool(time.lines)
        return bool(titles) and not merged and bool(SESSION.match(plain(titles[0].text)))

    def _session(self, row: int) -> None:
        """Keep the head of a session that stands beside its talks, over rows with times of their own."""
        talks = self.layout.of(Role.TALK)
        for place in self.layout.of(Role.TITLE) if talks else ():
            cell = self.cover[row].get(place)
            time = self.cover[row].get(next(iter(self.layout.of(Role.TIME, Role.START))))
            if cell is None or time is None or cell.row != row or cell.width > 1 or not cell.lines:
                continue
            beside = self.cover[row].get(talks[0])
            if cell.height > time.height and beside is not None and beside.lines:
                line = replace(cell.lines[0], text=" ".join(each.text for each in cell.lines))
                self.walk.head(line, session=True)

    def _title_cells(self, row: int) -> list[Cell]:
        cells = [self.cover[row].get(place) for place in self.layout.of(Role.TITLE, Role.TALK)]
        return list({id(cell): cell for cell in cells if cell is not None}.values())

    def _content(self, row: int, *, talks: bool) -> Content:
        """Read the title cells of a row: languages beside each other become one."""
        reader = self.walk.reader
        whole = Content()
        first = True
        for place in self.layout.of(Role.TITLE):
            cell = self.cover[row].get(place)
            if (
                cell is None
                or not cell.lines
                or (cell.row != row and talks)
                or (place > 0 and self.cover[row].get(place - 1) is cell)
            ):
                continue
            if cell.row != row and self.layout.of(Role.TALK):
                continue
            beside = self._talk_cell(row, cell)
            time = self.cover[row].get(next(iter(self.layout.of(Role.TIME, Role.START)), 0))
            if beside is not None and time is not None and cell.height > time.height:
                continue
            language = self.layout.columns[place].language
            content = reader.read(cell.lines, "" if cell.width > 1 else language, talks=talks)
            if first:
                whole, first = content, False
            else:
                merge(whole, content)
        for place in self.layout.of(Role.TALK):
            cell = self.cover[row].get(place)
            if cell is None or cell.row != row or not cell.lines or cell.column != place:
                continue
            if whole.titles or talks:
                more = reader.read(cell.lines, talks=True)
                whole.talks.extend(more.talks)
                whole.speakers.extend(more.speakers)
            else:
                whole = reader.read(cell.lines)
        return whole

    def _talk_cell(self, row: int, title: Cell) -> Cell | None:
        for place in self.layout.of(Role.TALK):
            cell = self.cover[row].get(place)
            if cell is not None and cell is not title and cell.lines:
                return cell
        return None

    def beside(self, row: int, content: Content) -> None:
        """Add what stands beside the title of a row."""
        beside = Beside(self.walk.reader, self.layout, self.cover[row], row, self.place)
        beside.add(content, self._title_cells(row))
        self.place = content.place or self.place

    # --- Small helps ----------------------------------------------------------------------------------

    def _column(self, cell: Cell) -> Column:
        return self.layout.columns[min(cell.column, len(self.layout.columns) - 1)]

    def _first_line(self, row: int) -> Line:
        cells = [self.cover[row].get(place) for place in self.layout.of(Role.TIME, Role.START)]
        lines = [cell.lines[0] for cell in cells if cell is not None and cell.lines]
        return lines[0]


def _lengthened(span: Span, minutes: int) -> Span:
    """Return a time with the end that its length gives."""
    if span.start is None or not 0 < minutes <= 24 * 60:
        return span
    total = span.start.minutes + minutes
    return replace(span, end=Clock(total // 60, total % 60), ranged=True)
