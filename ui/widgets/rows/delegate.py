"""Paints rows, heads of groups, and the head of the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.style import measures
from ui.style.icons import SMALL
from ui.style.paint import Ink, base_in, box, rule, runs, runs_right
from ui.style.tokens import Tinted
from ui.widgets.badge import ICONS, Mark, badge_width, paint_badge
from ui.widgets.painted import ROW_ROLE, Index, RowDelegate
from ui.widgets.rows.values import EMPTY, Cell, Column, Group, Line, ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.style.theme import Theme
    from ui.widgets.rows.view import RowsView

_LINE1, _LINE2 = 21, 40  # base lines in a row of 50
_GAP = 12


def laid_out(columns: Sequence[Column], width: float) -> list[tuple[Column, float, float]]:
    """Return the columns that have room at a width, each with where it begins and ends."""
    shown = [column for column in columns if width >= column.least]
    room = width - 2 * measures.MARGIN - sum(column.width for column in shown)
    room -= _GAP * (len(shown) - 1)
    shares = sum(column.share for column in shown if not column.width) or 1
    x, made = float(measures.MARGIN), []
    for column in shown:
        wide = column.width or max(40.0, room * column.share / shares)
        made.append((column, x, x + wide))
        x += wide + _GAP
    return made


class RowsDelegate(RowDelegate):
    """Paints everything; all heights are fixed."""

    def __init__(self, theme: Theme, view: RowsView, *, lines: int) -> None:
        super().__init__(theme, view)
        self.height = measures.ROW_TWO if lines == 2 else measures.ROW_ONE
        self.columns: Sequence[Column] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of the row."""
        del option
        return QSize(200, 40 if isinstance(index.data(ROW_ROLE), Group) else self.height)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Group):
            if row.table:
                self.paint_ground(painter, area, state)
            self.paint_head(painter, area, row, first=index.row() == 0)
        elif isinstance(row, ListRow):
            selected = self.paint_ground(painter, area, state)
            self._paint_row(painter, area, row, selected=selected)

    def paint_columns(self, painter: QPainter, area: QRectF) -> None:
        """Paint the heads of the columns."""
        tokens = self._theme.tokens
        for column, x, end in laid_out(self.columns, area.width()):
            ink = Ink(column.label, tokens.text2, 12, True, column.language)
            base = base_in(self._theme, area.top(), area.height(), 12, bold=True, language=column.language)
            if column.right:
                runs_right(painter, self._theme, [ink], end, base)
            else:
                stop = runs(painter, self._theme, [ink], x, base, end - (20 if column.icon else 0))
                if column.icon:
                    top = area.top() + (area.height() - SMALL) / 2
                    self._theme.icons.paint(painter, column.icon, tokens.text2, stop + 6, top, SMALL)
        rule(painter, measures.MARGIN, area.bottom() - 1, area.width() - 2 * measures.MARGIN, tokens.line)

    def paint_head(self, painter: QPainter, area: QRectF, head: Group, *, first: bool) -> None:
        """Paint the head of a group."""
        tokens = self._theme.tokens
        left, right = area.left() + measures.MARGIN, area.right() - measures.MARGIN
        if not first:
            rule(painter, left, area.top(), right - left, tokens.line)
        base = area.top() + 25
        if head.mark:
            left = paint_badge(
                painter, self._theme, Mark(head.mark), tokens.note, left, area.top() + 10, border=True
            )
            left += 10
        stop = runs_right(painter, self._theme, [Ink(head.right, tokens.text2, 12)], right, base)
        if head.found:
            mark = _mark(head.found)
            stop -= badge_width(self._theme, mark) + 10
            paint_badge(
                painter, self._theme, mark, tokens.severity(head.found.severity), stop, area.top() + 10
            )
        inks = [Ink(head.title.text, tokens.text, 14, True, head.title.language)]
        for more in (head.second, head.third):
            if more:
                inks.append(Ink(more.text, tokens.text2, 12, False, more.language, 8))
        runs(painter, self._theme, inks, left, base, stop - 12)

    def _paint_row(self, painter: QPainter, area: QRectF, row: ListRow, *, selected: bool) -> None:
        tokens = self._theme.tokens
        if row.kind is not None:
            bar = QRectF(area.left() + 14, area.top() + 8, 3, area.height() - 16)
            box(painter, bar, 1.5, tokens.kind(row.kind).ink)
        laid = laid_out(self.columns, area.width())
        places = {column.code: (x, end, column.right) for column, x, end in laid}
        # The badge stands on the second line at the right: what is written there ends before it.
        stop = self._paint_found(painter, area, row.found) - 8 if row.found else area.right()
        for column, cell in zip(self.columns, row.cells, strict=True):
            if cell.wide and column.code in places:
                places[column.code] = (places[column.code][0], laid[-1][2], False)
            if column.code in places:
                self._paint_cell(painter, area, cell, places[column.code], row, stop, selected=selected)

    def _paint_found(self, painter: QPainter, area: QRectF, found: Line) -> float:
        """Paint the badge of what was found; return where it begins."""
        mark = _mark(found)
        x = area.right() - measures.MARGIN - badge_width(self._theme, mark)
        y = area.top() + (26 if self.height == measures.ROW_TWO else 8)
        paint_badge(painter, self._theme, mark, self._theme.tokens.severity(found.severity), x, y)
        return x

    def _paint_cell(  # noqa: PLR0917 - coordinates
        self,
        painter: QPainter,
        area: QRectF,
        cell: Cell,
        place: tuple[float, float, bool],
        row: ListRow,
        stop: float,
        *,
        selected: bool,
    ) -> None:
        tokens, (x, end, right) = self._theme.tokens, place
        faint = row.faint and not selected
        two = self.height == measures.ROW_TWO
        middle = area.top() + (area.height() + 9) / 2
        alone = cell.second is None and not cell.missing_second
        base = area.top() + _LINE1 if two and not alone else middle
        # Beside the badge of what was found nothing stands in the middle: it would lie below it.
        if two and alone and stop < end:
            base = area.top() + _LINE1
        if two and alone and any(other.second or other.missing_second for other in row.cells):
            base = area.top() + _LINE1
        if cell.icon and not cell.badge:
            ink = tokens.text3 if faint else tokens.text2
            self._theme.icons.paint(painter, cell.icon, ink, x, base - 12, SMALL)
            x += SMALL + 6
        if cell.missing:
            self._paint_missing(painter, cell.missing, x, base - 15)
        elif cell.badge:
            ground = getattr(tokens, cell.colour)
            colours = ground if isinstance(ground, Tinted) else Tinted(tokens.accent, ground)
            mark = Mark(cell.badge, cell.icon, bold=True)
            paint_badge(painter, self._theme, mark, colours, x - 6, base - 15)
        else:
            first = cell.first
            colour = tokens.text3 if faint or first is None else tokens.text
            size = 14 if cell.bold else 13
            bold = cell.bold and (selected or not two)
            nothing = "" if cell.said else EMPTY
            ink = Ink(first.text if first else nothing, colour, size, bold, first.language if first else "")
            if right:
                runs_right(painter, self._theme, [ink], end, base)
            else:
                to = runs(painter, self._theme, [ink], x, base, end)
                if row.struck and cell.bold:
                    rule(painter, x, base - 5, to - x, colour)
        below = area.top() + _LINE2
        if cell.missing_second:
            self._paint_missing(painter, cell.missing_second, x, below - 15)
        elif cell.second:
            ink = Ink(cell.second.text, tokens.text2, 12, False, cell.second.language)
            if right:
                runs_right(painter, self._theme, [ink], min(end, stop), below)
            else:
                runs(painter, self._theme, [ink], x, below, min(end, stop))

    def _paint_missing(self, painter: QPainter, text: str, x: float, y: float) -> None:
        """Paint the dashed mark of what is missing."""
        tokens = self._theme.tokens
        mark = Mark(text, "plus")
        wide = badge_width(self._theme, mark)
        area = QRectF(x, y, wide, measures.BADGE)
        paint_badge(painter, self._theme, mark, tokens.warn, x, y)
        box(painter, area, measures.RADIUS_BADGE, "", tokens.warn.ink, dash=True)


def _mark(found: Line) -> Mark:
    return Mark(found.text + (f" +{found.more}" if found.more else ""), ICONS[found.severity])
