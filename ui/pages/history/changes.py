"""What one step changed, line by line: before and after, with a way to put each back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.style import measures
from ui.values_history import PutBack
from ui.widgets.button import Link
from ui.widgets.text import Text
from ui.words_merge import MergeNamer
from ui.words_steps import is_sensitive
from ui.words_things import field_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values_history import LineView, RecordView

    Named = Mapping[tuple[str, str], Mapping[str, Any]]

EMPTY = "–"
HIDDEN_FIELDS = frozenset({"order", "start_fold", "end_fold", "departure_fold", "arrival_fold"})


class ChangeLines(QWidget):
    """The changes of one step, grouped by what they are about."""

    put_back = Signal(object)
    """Carries a ``PutBack``."""

    def __init__(
        self,
        theme: Theme,
        record: RecordView,
        named: Named,
        words: Words,
        *,
        heads: bool = True,
        may_write: bool = True,
    ) -> None:
        super().__init__()
        self._theme, self._record, self._words = theme, record, words
        self._namer = MergeNamer(words, named)
        self._may_write = may_write
        self.links: list[Link] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.GROUP_GAP)
        for (table, row), lines in _by_row(record.lines).items():
            if heads:
                column.addWidget(Text(theme, self._namer.thing(table, row), bold=True, wrap=True))
            column.addLayout(self._table(lines))
        if not record.whole:
            said = words.say("Only the first changes of this step are shown.")
            column.addWidget(Text(theme, said, 12, colour="text3", wrap=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _table(self, lines: Sequence[LineView]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, line in enumerate(lines):
            self._add(grid, at, line)
        return grid

    def _add(self, grid: QGridLayout, at: int, line: LineView) -> None:
        words, theme = self._words, self._theme
        if line.kind == "update":
            name, said = field_name(line.field, words), self._before_and_after(line)
        else:
            name = (
                words.say_in("history", "added")
                if line.kind == "insert"
                else words.say_in("history", "removed")
            )
            said = self._whole(line)
        caption = Text(theme, name, 12, bold=True, colour="text2", wrap=True)
        caption.setMaximumWidth(120)
        caption.setMinimumWidth(72)
        grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignTop)
        value = QWidget()
        column = QVBoxLayout(value)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for text, colour in said:
            column.addWidget(
                Text(theme, text, 13, colour=colour, language=line.field.partition(".")[2], wrap=True)
            )
        if self._may_write and line.kind != "insert":
            column.addLayout(self._back(line, name))
        grid.addWidget(value, at, 1)

    def _back(self, line: LineView, name: str) -> QHBoxLayout:
        link = Link(self._theme, self._words.say_in("history", "Put back"))
        link.setAccessibleName(self._words.say("Put back: {field}", field=name))
        what = PutBack(self._record.id, line.table, line.row, line.field)
        link.clicked.connect(lambda: self.put_back.emit(what))
        self.links.append(link)
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch(1)
        return row

    def _before_and_after(self, line: LineView) -> list[tuple[str, str]]:
        if is_sensitive(line.table, line.field):
            return [(self._words.say("confidential; shown only where it is edited"), "text3")]
        if line.field == "order":
            return [(self._words.say("another place in its list"), "text")]
        before, after = (
            EMPTY if value in (None, "", [], {}) else self._namer.value(line.table, line.field, value)
            for value in (line.before, line.after)
        )
        return [(self._words.say("before: {value}", value=before), "text2"), (f"→ {after}", "text")]

    def _whole(self, line: LineView) -> list[tuple[str, str]]:
        """Say what of a row that came or went is worth a line."""
        row = (line.after if line.kind == "insert" else line.before) or {}
        told = [
            f"{field_name(field, self._words)}: {self._namer.value(line.table, field, value)}"
            for field, value in row.items()
            if field not in {"id", *HIDDEN_FIELDS}
            and value not in (None, "", [], {}, 0, False)
            and not is_sensitive(line.table, field)
        ]
        return [("\n".join(told) or EMPTY, "text")]


def _by_row(lines: Sequence[LineView]) -> dict[tuple[str, str], list[LineView]]:
    found: dict[tuple[str, str], list[LineView]] = {}
    # That somebody has signed for the first time is no change of theirs, unless it is all there is.
    signed = [line for line in lines if line.table == "author"]
    for line in lines if len(signed) == len(lines) else [each for each in lines if each not in signed]:
        if line.kind == "update" and line.field in HIDDEN_FIELDS - {"order"}:
            continue
        found.setdefault((line.table, line.row), []).append(line)
    return found
