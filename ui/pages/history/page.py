"""The history of the whole file: who did what, when, before and after, and putting it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.history.changes import ChangeLines
from ui.pages.history.filters import Filters
from ui.pages.history.rows import rows
from ui.pages.history.steps import StepList
from ui.style import measures
from ui.values_history import HistoryFilter, HistoryView, PutBack
from ui.widgets.button import Button, Rank
from ui.widgets.empty import Empty
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Text
from ui.words_steps import step_line
from ui.words_together import moment_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme


_PANEL_LEAST = 260


class HistoryPage(Ground):
    """Asks by signals and is told by ``show_…``; everything comes from the worker."""

    asked = Signal(object)
    """Carries the ``HistoryFilter`` for which steps are to be read; with ``before``, older ones."""
    opened = Signal(str)
    """The id of a step that is to be shown in full."""
    put_back = Signal(object)
    """Carries a ``PutBack``."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self._words: Words | None = None
        self._view = HistoryView(())
        self._step = HistoryView(())
        self._wanted = HistoryFilter()
        self._may_write = True
        self._title = Text(theme, "", 20, bold=True)
        self.close_button = Button(theme, Rank.QUIET, "x")
        self.filters = Filters(theme)
        self.list = StepList(theme)
        self.older = Button(theme, Rank.PLAIN)
        self._empty = Empty(theme, "history")
        self._stack = QStackedWidget()
        self.all_back = Button(theme, Rank.PLAIN, "undo-2")
        self._head = Text(theme, "", 16, bold=True, wrap=True)
        self._signed = Text(theme, "", 12, colour="text2", wrap=True)
        self.lines: ChangeLines | None = None
        self._inside = QWidget()
        self._inside_column = QVBoxLayout(self._inside)
        self._panel = self._build_panel()
        self._build()
        self.close_button.clicked.connect(self.left)
        self.filters.changed.connect(self._filtered)
        self.list.picked.connect(self.opened)
        self.older.clicked.connect(self._ask_older)
        self.all_back.clicked.connect(self._put_all_back)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(measures.MARGIN, 18, 14, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        bar = QHBoxLayout()
        bar.setContentsMargins(measures.MARGIN, 8, measures.MARGIN, 12)
        bar.addWidget(self.filters)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        more = QHBoxLayout()
        more.setContentsMargins(measures.MARGIN, 8, measures.MARGIN, 8)
        more.addWidget(self.older)
        more.addStretch(1)
        column.addLayout(more)
        self._stack.addWidget(listed)
        self._stack.addWidget(self._empty)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addLayout(bar)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._panel)

    def _build_panel(self) -> Ground:
        panel = Ground(self.theme, "panel", Edge.LEFT)
        panel.setFixedWidth(measures.PANEL)
        panel.hide()
        self._inside_column.setContentsMargins(
            measures.PANEL_MARGIN, measures.PANEL_MARGIN, measures.PANEL_MARGIN, measures.PANEL_MARGIN
        )
        self._inside_column.setSpacing(measures.GROUP_GAP)
        self._inside_column.addWidget(self._head)
        self._inside_column.addWidget(self._signed)
        self._inside_column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(self._inside)
        # The area would paint the ground of a window behind it.
        self._inside.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(measures.PANEL_MARGIN, 10, measures.PANEL_MARGIN, 12)
        foot.addWidget(self.all_back)
        foot.addStretch(1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        return panel

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel of a narrow window less room."""
        super().resizeEvent(event)
        self._panel.setFixedWidth(max(_PANEL_LEAST, min(measures.PANEL, round(self.width() * 0.45))))

    def begin(
        self, people: Sequence[tuple[str, str]], visits: Sequence[tuple[str, str]], *, may_write: bool
    ) -> None:
        """Say of whom and of which visits the history can be asked for, and ask for it."""
        self._may_write = may_write
        self.filters.offer(people, visits)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the newest steps again, as after somebody saved."""
        self._wanted = self.filters.value()
        self.asked.emit(self._wanted)

    def show_history(self, view: HistoryView, wanted: HistoryFilter) -> None:
        """Show the steps that were asked for, or add older ones; what nobody waits for is let go."""
        if wanted != self._wanted:
            return
        if wanted.before is not None:
            view = HistoryView(
                (*self._view.records, *view.records), {**self._view.named, **view.named}, view.more
            )
        self._view = view
        self._show_list()

    def show_step(self, view: HistoryView) -> None:
        """Show one step in full."""
        self._step = view
        self._show_step()

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words = words
        self._title.setText(words.say_in("history", "History"))
        self.close_button.tell("", words.say("Close"))
        self.older.tell(words.say("Show older changes"))
        self.all_back.tell(words.say("Put all of it back"))
        self.list.setAccessibleName(words.say_in("history", "History"))
        self._empty.tell(
            words.say("Nothing was changed here yet."),
            words.say("What somebody changes is listed here, with what stood before; each can be put back."),
        )
        self.filters.retranslate(words)
        self._show_list()
        self._show_step()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape, where no field has used it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _filtered(self, wanted: HistoryFilter) -> None:
        self._wanted = wanted
        self.asked.emit(wanted)

    def _ask_older(self) -> None:
        if self._view.records:
            self._wanted = replace(self._wanted, before=self._view.records[-1].place)
            self.asked.emit(self._wanted)

    def _put_all_back(self) -> None:
        if self._step.records:
            self.put_back.emit(PutBack(self._step.records[0].id))

    def _show_list(self) -> None:
        if self._words is None:
            return
        self.older.setVisible(self._view.more)
        self._stack.setCurrentIndex(0 if self._view.records else 1)
        self.list.show_rows(list(rows(self._view, self._words)))
        if not self._view.records:
            self.show_step(HistoryView(()))

    def _show_step(self) -> None:
        if self.lines is not None:
            self._inside_column.removeWidget(self.lines)
            self.lines.deleteLater()
            self.lines = None
        words = self._words
        record = self._step.records[0] if self._step.records else None
        self._panel.setVisible(record is not None)
        if record is None or words is None:
            return
        self._head.setText(step_line(record, words, self._step.named))
        self._signed.setText(f"{record.author or '?'}, {moment_words(record.at, words)}")
        self.lines = ChangeLines(self.theme, record, self._step.named, words, may_write=self._may_write)
        self.lines.put_back.connect(self.put_back)
        self._inside_column.insertWidget(2, self.lines)
        self.all_back.setVisible(self._may_write and record.code not in ("file.create", "sample.build"))
