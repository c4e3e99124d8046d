"""The history of what a form shows, in the place of the form, until one goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.data.shown import Watch
from ui.dialogs.scroll import Scroll
from ui.pages.history.panel import HistoryList
from ui.pages.history.spot import put_back
from ui.style import measures
from ui.values_history import HistoryView
from ui.widgets.button import Button, Rank
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.forms.panel import FormPanel
    from ui.hands import Hands

_KEY = "history of a row"


class HistoryCover(Ground):
    """Lies over a form; goes away when another row is shown there."""

    def __init__(self, hands: Hands, form: FormPanel, table: str, row: str) -> None:
        super().__init__(hands.theme, "panel", Edge.LEFT, form)
        self._hands, self._form = hands, form
        self._table, self._row = table, row
        words = hands.context(()).words
        self.back = Button(hands.theme, Rank.QUIET, "chevron-left")
        self.back.tell("", words.say("Back to the form"))
        self.back.clicked.connect(self.go_away)
        self.title = Text(hands.theme, words.say_in("history", "History"), 16, bold=True)
        self.list = HistoryList(hands.theme)
        self.list.put_back.connect(lambda what: put_back(hands, what))
        scroll = Scroll()
        scroll.add(self.list)
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, measures.PANEL_MARGIN, 8)
        head.setSpacing(6)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(measures.PANEL_MARGIN, 4, 8, measures.PANEL_MARGIN)
        inside.addWidget(scroll)
        column.addLayout(inside, 1)
        form.installEventFilter(self)
        form.shown.connect(self.go_away)
        self.setGeometry(form.rect())
        self.show()
        self.raise_()
        self.back.setFocus()
        hands.watch(Watch(_KEY, self._read, self._show))

    def _read(self, office: Any) -> HistoryView:
        from ui.data.history import of_row

        return of_row(office.database, self._table, self._row)

    def _show(self, view: HistoryView) -> None:
        words = self._hands.context(()).words
        self.list.show_history(view, words, may_write=not self._hands.read_only())

    def go_away(self) -> None:
        """Show the form again."""
        self._hands.unwatch(_KEY)
        self._form.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the form."""
        if event.type() == QEvent.Type.Resize and watched is self._form:
            self.setGeometry(self._form.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:
            self.go_away()
        else:
            super().keyPressEvent(event)
