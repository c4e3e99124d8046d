"""The schedule section: toolbar, list and panel; on a narrow window the panel covers the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.schedule.panel import ItemPanel
from ui.pages.schedule.rows import Row, RowMaker
from ui.pages.schedule.view import ScheduleView
from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.empty import Empty
from ui.widgets.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import ChangeView, FindingView, VisitView

_SIDE_BY_SIDE = 940
"""Below this width list and panel do not stand side by side."""


class SchedulePage(QWidget):
    """The days of a visit and the entry that is edited."""

    edited = Signal(object)
    removed = Signal(str)
    added = Signal(str)
    picked = Signal(str)
    export_asked = Signal()
    decided = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._visit: VisitView | None = None
        self._words: Words | None = None
        self._label: Callable[[FindingView], str] = lambda finding: finding.code
        self._sentence: Callable[[FindingView], str] = lambda finding: finding.code
        self._made = RowMaker()
        self.list = ScheduleView(theme)
        self.panel = ItemPanel(theme, self)
        self.panel.setMinimumWidth(measures.PANEL_LEAST)
        self.panel.setMaximumWidth(measures.PANEL_MOST)
        self.add_button = Button(theme, Rank.PRIMARY, "plus")
        self.export_button = Button(theme, Rank.PLAIN, "file-output")
        self._empty_add = Button(theme, Rank.PLAIN, "plus")
        self._empty = Empty(theme, "calendar-plus", self._empty_add)
        self._stack = QStackedWidget()
        self._left = Ground(theme, "surface")
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._wire()
        self.panel.hide()

    def _build(self) -> None:
        bar = QWidget()
        bar.setFixedHeight(measures.TOOLBAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(measures.MARGIN, 0, measures.MARGIN, 0)
        row.setSpacing(measures.GAP)
        row.addStretch(1)
        row.addWidget(self.export_button)
        row.addWidget(self.add_button)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        self._split.addWidget(self._left)
        self._split.addWidget(self.panel)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([800, measures.PANEL])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _wire(self) -> None:
        self.list.picked.connect(self._pick)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self.removed)
        self.panel.edited.connect(self.edited)
        self.panel.decided.connect(self.decided)
        self.panel.removed.connect(lambda _table, row_id: self.removed.emit(row_id))
        self.panel.closed.connect(self.close_panel)
        self.add_button.clicked.connect(self.add)
        self._empty_add.clicked.connect(self.add)
        self.export_button.clicked.connect(self.export_asked)

    def word_findings(
        self, label: Callable[[FindingView], str], sentence: Callable[[FindingView], str]
    ) -> None:
        """Set how findings are worded: in two words on a row, in a sentence in the panel."""
        self._label, self._sentence = label, sentence

    def show_visit(self, visit: VisitView, words: Words) -> None:
        """Show a visit, or what became of it; the selected entry stays selected."""
        other = self._visit is None or self._visit.id != visit.id
        if other:
            self.panel.flush()
        self._visit, self._words = visit, words
        keep = "" if other else self.panel.item_id() if self.panel.isVisible() else self.list.selected()
        shown = self._made.rows(visit, words, self._label)
        first = next((row.item.id for row in shown if isinstance(row, Row)), "") if other else ""
        self.list.show_rows(shown, keep or first)
        self._stack.setCurrentIndex(0 if visit.days else 1)
        item = visit.item(keep)
        if item and self.panel.isVisibleTo(self):
            self.panel.show_item(visit, item, words, self._sentence)
        elif item is None and self.panel.isVisibleTo(self):
            self._gone()
        self.add_button.setVisible(not visit.read_only)
        self._empty_add.setVisible(not visit.read_only)
        self._write(words)

    def _gone(self) -> None:
        """The entry in the panel is no longer there: the one that took its place is selected."""
        inside = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        self.panel.hide()
        self._arrange()
        if inside or self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words = words
        self._write(words)
        if self._visit is not None:
            self.show_visit(self._visit, words)

    def _write(self, words: Words) -> None:
        self.list.setAccessibleName(words.say_in("window", "Schedule"))
        self.add_button.tell(words.say("Add item"))
        self._empty_add.tell(words.say("Add item"))
        self.export_button.tell(words.say("Export…"))
        self._empty.tell(
            words.say("No days yet"),
            words.say("Add the first item; its day and time are set in the panel at the right."),
        )

    def select(self, item_id: str, *, edit: bool = False) -> None:
        """Select an entry and open its panel."""
        self.list.select(item_id)
        self._pick(item_id)
        if edit:
            self.panel.edit_first()

    def add(self) -> None:
        """Ask for a new entry after the selected one."""
        self.added.emit(self.list.selected())

    def show_change(self, item_id: str, change: ChangeView | None) -> None:
        """Say in the panel who changed an entry last."""
        if self._words and self.panel.item_id() == item_id:
            self.panel.show_change(change, self._words)

    def close_panel(self) -> None:
        """Close the panel and give the list its room."""
        self.panel.flush()
        self.panel.hide()
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._pick(self.list.selected())
        if self.panel.isVisible():
            self.panel.edit_first()

    def _pick(self, item_id: str) -> None:
        item = self._visit.item(item_id) if self._visit else None
        if item is None or self._words is None or self._visit is None:
            return
        self.panel.show_item(self._visit, item, self._words, self._sentence)
        self.panel.show()
        self._arrange()
        self.list.scrollTo(self.list.currentIndex())
        self.picked.emit(item_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide whether list and panel fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= _SIDE_BY_SIDE
        inside = self.panel.parentWidget() is self._split
        if beside and not inside:
            shown = self.panel.isVisibleTo(self)
            self._split.addWidget(self.panel)
            self.panel.setVisible(shown)
            self._split.setSizes([self.width() - measures.PANEL, measures.PANEL])
        elif not beside and inside:
            shown = self.panel.isVisibleTo(self._split)
            self.panel.setParent(self)
            self.panel.setVisible(shown)
        if not beside:
            wide = min(self.width(), max(measures.PANEL_LEAST, min(measures.PANEL, self.width())))
            self.panel.setGeometry(self.width() - wide, 0, wide, self.height())
            self.panel.raise_()
