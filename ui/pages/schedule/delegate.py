"""Paints the rows of the schedule."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.kinds import look_of
from ui.pages.schedule.rows import Head, Journey, Row
from ui.style import measures
from ui.style.icons import SMALL
from ui.style.paint import Ink, box, rule, runs, runs_right, width
from ui.style.tokens import Kind
from ui.widgets.badge import ICONS, Mark, badge_width, paint_badge
from ui.widgets.painted import ROW_ROLE, Index, RowDelegate

_BAR, _ICON, _TITLE = 128, 142, 168
_LINE1, _LINE2 = 21, 40  # base lines in a row of 50
_BASE = 27  # base line in a head of 44
_STAY_FROM = 640  # below this width the head of a day has no room for the hotel


class Columns(NamedTuple):
    """Where the columns begin and end, by the width of the list."""

    title_end: float
    place: float
    place_end: float
    people: float
    right: float


def columns(width: float) -> Columns:
    """Lay out the columns: the place leaves first where there is no room, then the people."""
    right = width - measures.MARGIN
    if width < 470:
        return Columns(right, 0, 0, 0, right)
    people = right - max(130, min(190, width * 0.19))
    if width < 640:
        return Columns(people - 12, 0, 0, people, right)
    place = people - max(104, min(190, width * 0.14))
    return Columns(place - 12, place, people - 10, people, right)


class ScheduleDelegate(RowDelegate):
    """Paints heads and entries; all sizes are fixed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of the row."""
        del option
        head = isinstance(index.data(ROW_ROLE), Head)
        return QSize(200, measures.GROUP_HEAD if head else measures.ROW_TWO)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        selected = self.paint_ground(painter, area, state)
        if isinstance(row, Head):
            self.paint_head(painter, area, row, first=index.row() == 0)
        elif isinstance(row, Row):
            self._paint_row(painter, area, row, selected=selected)
        elif isinstance(row, Journey):
            self._paint_journey(painter, area, row)

    def paint_head(self, painter: QPainter, area: QRectF, head: Head, *, first: bool) -> None:
        """Paint the head of a day."""
        tokens = self._theme.tokens
        left, right = area.left() + measures.MARGIN, area.right() - measures.MARGIN
        if not first:
            rule(painter, area.left(), area.top(), area.width(), tokens.line)
        base = area.top() + _BASE
        from_right = runs_right(painter, self._theme, [Ink(head.span, tokens.text2, 12)], right, base)
        if head.stay and area.width() >= _STAY_FROM:
            stay = Ink(head.stay, tokens.text2, 12)
            wide = min(width(self._theme, stay), area.width() * 0.25)
            x = from_right - wide - (16 if head.span else 0)
            runs(painter, self._theme, [stay], x, base, x + wide + 1)
            from_right = x - SMALL - 6
            self._theme.icons.paint(painter, "bed-double", tokens.text2, from_right, base - 11, SMALL)
        inks = [Ink(head.title, tokens.text, 14, True)]
        if head.second:
            inks.append(Ink(head.second.text, tokens.text2, 12, False, head.second.language, 6))
        inks.append(Ink(head.meetings, tokens.text2, 12, gap=16))
        runs(painter, self._theme, inks, left, base, from_right - 16)

    def _paint_row(self, painter: QPainter, area: QRectF, row: Row, *, selected: bool) -> None:
        tokens = self._theme.tokens
        at = columns(area.width())
        left, top = area.left(), area.top()
        faint = tokens.text2 if selected else tokens.text3
        cancelled = row.item.status == "cancelled"
        main = tokens.text3 if cancelled and not selected else tokens.text
        self._paint_time(painter, row, (left, top), (main, faint))
        look = look_of(row.item.kind)
        ink = tokens.kind(look.colour).ink
        box(painter, QRectF(left + _BAR, top + 8, 3, area.height() - 16), 1.5, ink)
        self._theme.icons.paint(painter, look.icon, ink, left + _ICON, top + 8)
        title = Ink(row.title.text, faint if row.untitled else main, 14, selected, row.title.language)
        count = Ink(row.count, tokens.text2, 12, gap=10)
        end = left + at.title_end
        room = end - (self._theme.metrics(12).horizontalAdvance(row.count) + 10 if row.count else 0)
        x = runs(painter, self._theme, [title], left + _TITLE, top + _LINE1, room)
        if cancelled:
            rule(painter, left + _TITLE, top + _LINE1 - 5, x - left - _TITLE, main)
        runs(painter, self._theme, [count], x, top + _LINE1, end + 2)
        self._paint_people(painter, row, left, top, at)
        if row.second:
            stop = end if at.people else self._badge_left(row, left + at.right) - 8
            second = Ink(row.second.text, tokens.text2, 12, False, row.second.language)
            runs(painter, self._theme, [second], left + _TITLE, top + _LINE2, stop)

    def _paint_journey(self, painter: QPainter, area: QRectF, row: Journey) -> None:
        """Paint a journey more quietly than an entry: it is edited elsewhere."""
        tokens = self._theme.tokens
        at = columns(area.width())
        left, top = area.left(), area.top()
        faint = tokens.text3
        times = [Ink(row.start, tokens.text2, 13)]
        if row.end:
            times += [Ink("–", faint, 13, gap=4), Ink(row.end, tokens.text2, 13, gap=4)]
        end = left + _BAR - 4
        runs(painter, self._theme, times, left + measures.MARGIN, top + _LINE1, end)
        below = Ink(row.zones or row.length, faint, 12)
        runs(painter, self._theme, [below], left + measures.MARGIN, top + _LINE2, end)
        ink = tokens.kind(Kind.MOVE).ink
        box(painter, QRectF(left + _BAR, top + 8, 3, area.height() - 16), 1.5, tokens.edge)
        self._theme.icons.paint(painter, row.icon, ink, left + _ICON, top + 8)
        end = left + at.title_end
        title = [
            Ink(row.title.text, tokens.text2, 13, False, row.title.language),
            Ink(row.number, faint, 12, gap=10),
        ]
        runs(painter, self._theme, title, left + _TITLE, top + _LINE1, end)
        if row.way:
            way = [Ink(row.way.text, tokens.text2, 12, False, row.way.language)]
            if row.zones:
                way.append(Ink(row.length, faint, 12, gap=10))
            runs(painter, self._theme, way, left + _TITLE, top + _LINE2, end)
        if at.people:
            people = Ink(row.people, faint, 13)
            runs(painter, self._theme, [people], left + at.people, top + _LINE1, left + at.right)

    def _paint_time(
        self, painter: QPainter, row: Row, corner: tuple[float, float], colours: tuple[str, str]
    ) -> None:
        tokens = self._theme.tokens
        (left, top), (main, faint) = corner, colours
        times = [Ink(row.start, main, 13, True)]
        if row.end:
            times += [Ink("–", faint, 13, gap=4), Ink(row.end, tokens.text2, 13, gap=4)]
        runs(painter, self._theme, times, left + measures.MARGIN, top + _LINE1, left + _BAR - 4)
        runs(
            painter,
            self._theme,
            [Ink(row.length, faint, 12)],
            left + measures.MARGIN,
            top + _LINE2,
            left + _BAR - 4,
        )

    def _paint_people(self, painter: QPainter, row: Row, left: float, top: float, at: Columns) -> None:
        tokens = self._theme.tokens
        if at.place:
            place = Ink(row.place.text, tokens.text2, 13, False, row.place.language)
            runs(painter, self._theme, [place], left + at.place, top + _LINE1, left + at.place_end)
        if at.people:
            # What was found stands where else the speakers do: then they follow in the same line.
            parts = (row.people, row.named if row.badge else "")
            people = Ink(", ".join(part for part in parts if part), tokens.text2, 13)
            runs(painter, self._theme, [people], left + at.people, top + _LINE1, left + at.right)
        if not row.badge:
            if at.people and row.speaking:
                speaking = Ink(row.speaking, tokens.text2, 12)
                runs(painter, self._theme, [speaking], left + at.people, top + _LINE2, left + at.right)
            return
        x = self._badge_left(row, left + at.right) if not at.people else left + at.people - 6
        x = min(x, left + at.right - badge_width(self._theme, self._mark(row)))
        paint_badge(painter, self._theme, self._mark(row), tokens.severity(row.severity), x, top + 26)

    def _mark(self, row: Row) -> Mark:
        more = f" +{row.more}" if row.more else ""
        return Mark(row.badge + more, ICONS[row.severity])

    def _badge_left(self, row: Row, right: float) -> float:
        return right - (badge_width(self._theme, self._mark(row)) if row.badge else 0)


def fill(painter: QPainter, area: QRectF, colour: str) -> None:
    """Fill an area."""
    painter.fillRect(area, QColor(colour))
