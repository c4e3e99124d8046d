"""Ctrl+K: one field that finds people, visits, entries and commands, in any language, from the first sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.rules.lookup import SEARCHED, Lookup
from ui.pages.find.entries import Command, Entry, Result, entries
from ui.pages.find.listing import Results
from ui.style import measures
from ui.style.paint import box, start
from ui.widgets.search import SearchEntry
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme

_WIDTH, _TOP, _PAD, _MOST = 640, 72, 10, 420
_PAGE = 6


class Palette(QWidget):
    """Lies over its window while it is asked; ``opened`` gives table and id of what was chosen."""

    opened = Signal(str, str)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._lookup = Lookup({}, 0)
        self._commands: Sequence[Command] = ()
        self._tables: Sequence[str] = SEARCHED
        self._words: Words | None = None
        self._before: QWidget | None = None
        self.field = SearchEntry(theme, self)
        self.results = Results(theme, self)
        self.nothing = Text(theme, "", colour="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.results)
        self.field.typed.connect(self._search)
        self.field.installEventFilter(self)
        self.results.clicked.connect(self._clicked)
        window.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def ask(
        self,
        lookup: Lookup,
        words: Words,
        commands: Sequence[Command] = (),
        tables: Sequence[str] = SEARCHED,
    ) -> None:
        """Open over the window with an empty field."""
        self._lookup, self._commands, self._tables = lookup, commands, tables
        self._before = QApplication.focusWidget() if not self.isVisible() else self._before
        self._say(words)
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def use(self, lookup: Lookup) -> None:
        """Take a fresher snapshot; what is shown is found anew."""
        self._lookup = lookup
        if self.isVisible():
            self._search(self.field.searched())

    def retranslate(self, words: Words) -> None:
        """Say everything in another language."""
        self._say(words)
        self.field.restyle()
        if self.isVisible():
            self._search(self.field.searched())

    def close_up(self) -> None:
        """Leave without choosing; the focus goes back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None:
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list from the field, and follow the size of the window."""
        if watched is self.field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._pressed(event)
            if event.type() == QEvent.Type.FocusOut and self.isVisible():
                # Only once it is known who has it now: a menu of the field may.
                QTimer.singleShot(0, self, self._leave_if_left)
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and edge of a popover."""
        del event
        painter = QPainter(self)
        start(painter)
        tokens = self._theme.tokens
        box(painter, QRectF(self.rect()), measures.RADIUS_POPOVER, tokens.raised, tokens.edge)
        painter.end()

    def _say(self, words: Words) -> None:
        self._words = words
        name = words.say("Find anything")
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(words.say("People, visits, entries, commands"))
        self.results.setAccessibleName(words.say("Results"))

    def _search(self, text: str) -> None:
        if self._words is None:
            return
        found: list[Entry] = entries(self._lookup, self._commands, text, self._words, self._tables)
        self.results.show_entries(found)
        self.results.setVisible(bool(found))
        self.nothing.setVisible(not found and bool(text.strip()))
        self.nothing.setText(self._words.say("Nothing found. Part of a name is enough, in any language."))
        chosen = self.results.result()
        self.field.setAccessibleDescription(chosen.spoken if chosen is not None else self.nothing.text())
        self._place()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        wide = min(_WIDTH, window.width() - 2 * measures.MARGIN)
        room = min(_MOST, window.height() - _TOP - measures.CONTROL - 2 * _PAD - measures.MARGIN)
        self.results.setFixedHeight(max(0, min(room, self.results.height_wanted())))
        self.nothing.setFixedWidth(wide - 2 * _PAD)
        layout = self.layout()
        height = layout.sizeHint().height() if layout is not None else 0
        self.setGeometry((window.width() - wide) // 2, min(_TOP, window.height() // 8), wide, height)

    def _pressed(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.results.step(steps[key])
            chosen = self.results.result()
            self.field.setAccessibleDescription(chosen.spoken if chosen is not None else "")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.results.result())
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        else:
            return False
        return True

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(self.results.result_at(index))

    def _choose(self, result: Result | None) -> None:
        if result is None:
            return
        self.close_up()
        if result.command is not None:
            result.command.act()
        else:
            self.opened.emit(result.table, result.id)

    def _leave_if_left(self) -> None:
        now = QApplication.focusWidget()
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self._before = None
            self.close_up()
