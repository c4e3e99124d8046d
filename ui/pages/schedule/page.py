"""The schedule section: toolbar, list and panel; on a narrow window the panel covers the list."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import deeds
from ui.pages.schedule.panel import ItemPanel
from ui.pages.schedule.rows import Row, RowMaker
from ui.pages.schedule.view import ScheduleView
from ui.style import measures
from ui.widgets.beside import Beside
from ui.widgets.button import Button, Rank
from ui.widgets.empty import Empty
from ui.widgets.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.forms.panel import FormPanel
    from ui.hands import Hands
    from ui.values import VisitView


class SchedulePage(QWidget):
    """The days of a visit and the entry that is edited."""

    picked = Signal(str, str)

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = hands.theme
        self.hands = hands
        self._visit: VisitView | None = None
        self._words: Words | None = None
        self._made = RowMaker()
        self.list = ScheduleView(theme)
        self.panel = ItemPanel(theme, self)
        self.panel.word_error = hands.error
        self.panel.make = hands.create
        self.add_button = Button(theme, Rank.PRIMARY, "plus")
        self._empty_add = Button(theme, Rank.PLAIN, "plus")
        self._empty = Empty(theme, "calendar-plus", self._empty_add)
        self._stack = QStackedWidget()
        self._left = Ground(theme, "surface")
        self.beside = Beside(self._left, self.panel)
        self._build()
        self._wire()

    def _build(self) -> None:
        bar = QWidget()
        bar.setFixedHeight(measures.TOOLBAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(measures.MARGIN, 0, measures.MARGIN, 0)
        row.setSpacing(measures.GAP)
        row.addStretch(1)
        row.addWidget(self.add_button)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)

    def _wire(self) -> None:
        self.list.picked.connect(self._pick)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)
        self.panel.edited.connect(self.hands.save)
        self.panel.removed.connect(lambda _table, item_id: self._remove(item_id))
        self.panel.closed.connect(self.close_panel)
        self.add_button.clicked.connect(self.add)
        self._empty_add.clicked.connect(self.add)

    def forms(self) -> Sequence[FormPanel]:
        """Return the forms in which something may be typed."""
        return (self.panel,)

    def show_visit(self, visit: VisitView, words: Words) -> None:
        """Show a visit, or what became of it; the selected entry stays selected."""
        other = self._visit is None or self._visit.id != visit.id
        if other:
            self.panel.flush()
        self._visit, self._words = visit, words
        keep = "" if other else self.panel.item_id() if self.beside.is_open() else self.list.selected()
        shown = self._made.rows(visit, words, self.hands.label)
        first = next((row.item.id for row in shown if isinstance(row, Row)), "") if other else ""
        self.list.show_rows(shown, keep or first)
        self._stack.setCurrentIndex(0 if visit.days else 1)
        item = visit.item(keep)
        if item and self.beside.is_open():
            self.panel.show_item(visit, item, words, self.hands.sentence)
            self.hands.look_up_change("schedule_item", item.id, self._show_change)
        elif item is None and self.beside.is_open():
            self._gone()
        self.add_button.setVisible(not visit.read_only)
        self._empty_add.setVisible(not visit.read_only)
        self._write(words)

    def _gone(self) -> None:
        """The entry in the panel is no longer there: the one that took its place is selected."""
        # What was being typed is kept: somebody else has deleted it meanwhile.
        self.panel.flush()
        if self.beside.close_panel() or self.list.hasFocus():
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
        self._empty.tell(
            words.say("No days yet"),
            words.say("Add the first item; its day and time are set in the panel at the right."),
        )

    def select(self, table: str, item_id: str, *, edit: bool = False) -> None:
        """Select an entry and open its panel."""
        del table
        self.list.select(item_id)
        self._pick(item_id)
        if edit:
            self.panel.edit_first()

    def add(self) -> None:
        """Add an entry after the selected one."""
        visit = self._visit
        if visit is None or visit.read_only:
            return
        self.panel.flush()
        last = visit.days[-1].items[-1] if visit.days and visit.days[-1].items else None
        item = visit.item(self.list.selected()) or last
        if item is not None:
            when = (item.date, item.end if not item.end_day else None, item.zone)
        else:
            first = visit.days[0].date if visit.days else visit.first or date.today()
            when = (first, time(9), visit.zone)
        fields: dict[str, Any] = dict(zip(("date", "start", "zone"), when, strict=True))
        self.hands.do(
            deeds.add("schedule_item", visit_id=visit.id, **fields),
            lambda item_id: self.select("schedule_item", item_id, edit=True),
        )

    def close_panel(self) -> None:
        """Close the panel and give the list its room."""
        self.panel.flush()
        self.beside.close_panel()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_finding(self) -> None:
        """Select the next entry about which something was found."""
        visit = self._visit
        if visit is None:
            return
        ids = [item.id for day in visit.days for item in day.items if visit.findings_of(item)]
        if ids:
            now = self.list.selected()
            at = ids.index(now) + 1 if now in ids else 0
            self.select("schedule_item", ids[at % len(ids)])

    def _remove(self, item_id: str) -> None:
        self.hands.remove("schedule_item", item_id)

    def _show_change(self, table: str, item_id: str, change: Any) -> None:
        del table
        if self._words and self.panel.item_id() == item_id:
            self.panel.show_change(change, self._words)

    def _open(self) -> None:
        self._pick(self.list.selected())
        if self.panel.isVisible():
            self.panel.edit_first()

    def _pick(self, item_id: str) -> None:
        item = self._visit.item(item_id) if self._visit else None
        if item is None or self._words is None or self._visit is None:
            return
        self.panel.show_item(self._visit, item, self._words, self.hands.sentence)
        self.beside.open()
        self.list.scrollTo(self.list.currentIndex())
        self.hands.look_up_change("schedule_item", item_id, self._show_change)
        self.picked.emit("schedule_item", item_id)
