"""A picker: one of many, found as one types; what is missing can be made of what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.text.matching import letters
from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.entry import left_to_window
from ui.widgets.field import Note, mark_state
from ui.widgets.picklist import Choice, PickList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QMouseEvent, QResizeEvent

    from ui.style.theme import Theme

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CLEAR = 26
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickLine(QLineEdit):
    """The field of a picker: typing searches, arrows choose, Return takes, Escape goes back."""

    left = Signal()
    asked = Signal(str)
    """A text was typed of which something new is to be made."""
    missed = Signal(bool)
    """Whether a text was left standing that is nothing of the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = PickList(theme, self)
        self.list.taken.connect(self._take)
        self.offers: Callable[[str], Sequence[Choice]] = lambda _text: ()
        self.making: Callable[[str], str] | None = None
        """Says what would be made of a text ("Create “…”"); None where nothing can be made."""
        self._key = self._shown = self._latest = ""
        self._told: str | None = None
        """What was told last: what is picked back to the old value is told, too."""
        self._texts: dict[str, str] = {"": ""}
        self._scrolls: QAbstractScrollArea | None = None
        self._marked = False
        """Something in the list was looked for: Tab takes it. What only opened at a click is left alone."""
        self._missed = False
        self.setFont(theme.font())
        self.textEdited.connect(self._typed)

    def show_key(self, key: str, text: str) -> None:
        """Show what is saved."""
        self._texts[key] = text
        self._key = self._shown = self._latest = key
        self._told = None
        self._write()

    def refresh_key(self, key: str, text: str) -> None:
        """Show what is saved now, unless something else was picked or is being typed."""
        # Asked before the text is exchanged: what is called otherwise by now is nothing that somebody typed.
        searching = self.searching()
        self._texts[key] = text
        if (self.changed() or self._told not in (None, self._key)) and self._key != key:
            self._latest = key
        elif searching:
            self._key = self._shown = self._latest = key
        else:
            self.show_key(key, text)

    def confirm(self, key: str) -> None:
        """Note that a choice is saved."""
        if self.changed() or self._told not in (None, self._key):
            self._shown = self._latest = key

    def overlay(self, key: str, text: str, base: str) -> None:
        """Put back what was picked and is not saved yet."""
        self._texts[key] = text
        self._key, self._shown, self._told = key, base, key
        self._write()

    def put_back(self) -> None:
        """Show again what is saved."""
        self._key = self._shown = self._latest
        self._write()

    def key(self) -> str:
        """Return the key of what is picked; empty for nothing."""
        return self._key

    def shown(self) -> str:
        """Return what was picked when the user began."""
        return self._shown

    def text_of(self, key: str) -> str:
        """Return what a key is called that was once shown or picked here."""
        return self._texts.get(key, "")

    def changed(self) -> bool:
        """Tell whether something is picked that is not saved."""
        return self._key != self._shown

    def searching(self) -> bool:
        """Tell whether something is typed of which nothing was picked yet."""
        return self.text() != self._texts.get(self._key, "")

    def pick(self, key: str, text: str) -> None:
        """Pick something for the user."""
        self._texts[key] = text
        self._key = key
        self._write()
        self.list.hide()
        if self.changed() or self._told not in (None, key):
            self._told = key
            self.left.emit()

    def unmatched(self) -> bool:
        """Tell whether a text was left standing that is nothing of the list."""
        return self._missed

    def leave_text(self, text: str) -> None:
        """Let a text stand again that is nothing of the list."""
        self.setText(text)
        self._miss(missed=True)

    def settle(self) -> None:
        """Take what is called exactly as was typed; what is called otherwise stays for the user to see."""
        self.list.hide()
        text = self.text().strip()
        if self.isReadOnly() or not self.searching():
            self._write()
        elif not text:
            self.pick("", "")
        else:
            same = [each for each in self.offers(text) if each.key and self._is_called(each, text)]
            if len(same) == 1:
                self.pick(same[0].key, same[0].text)
            else:
                self._miss(missed=True)

    def undo_typing(self) -> bool:
        """Take back typing of which nothing was picked; tell whether there was any."""
        if not self.searching():
            return False
        self._close()
        return True

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window; Tab takes what is marked in the list."""
        if left_to_window(event):
            return False
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            self._take_marked(by_tab=True)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take, go back."""
        key = Qt.Key(event.key())
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif key in _MOVES:
            self._marked = True
            if self.list.isVisible():
                self.list.go(_MOVES[key])
            else:
                self._search("" if not self.searching() else self.text())
        elif key in _TAKES and (self.list.isVisible() or self.searching()):
            self._take_marked()
        elif key is Qt.Key.Key_Escape and (self.list.isVisible() or self.searching()):
            self._close()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search also for what is being composed: Hangul and kana from their first letter."""
        super().inputMethodEvent(event)
        if not self.isReadOnly() and event.preeditString():
            self._marked = True
            text, at = self.text(), self.cursorPosition()
            self._search(text[:at] + event.preeditString() + text[at:])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list at a click: one need not know what to type."""
        super().mousePressEvent(event)
        if not self.isReadOnly() and not self.list.isVisible() and not self.searching():
            self.selectAll()
            self._marked = False
            self._search("")
            self.list.mark(self._key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the field: what was emptied is cleared; what is nothing of the list stays, and is marked."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list in its place."""
        super().resizeEvent(event)
        self.list.hide()

    def _typed(self, text: str) -> None:
        # Who empties a field looks for nothing: only the arrows mark something then.
        self._marked = bool(text.strip())
        self._miss(missed=False)
        self._search(text)

    def _search(self, text: str) -> None:
        rows = list(self.offers(text))
        wanted = text.strip()
        if wanted and self.making is not None and all(row.text != wanted for row in rows):
            rows.append(Choice("", self.making(wanted), icon="plus"))
        self.list.show_rows(rows)
        if rows:
            self._follow_scrolling()
            self.list.open_at(self)
        else:
            self.list.hide()

    def _take_marked(self, *, by_tab: bool = False) -> None:
        """Take what is marked, or clear the field where it was emptied; Tab makes nothing new."""
        found = self.list.current() if self.list.isVisible() and self._marked else None
        if found is not None and (found.key or not by_tab):
            self._take(found)
        elif not self.text().strip() and self.searching():
            self.pick("", "")
        else:
            self.settle()

    @staticmethod
    def _is_called(choice: Choice, text: str) -> bool:
        return letters(text) in (letters(choice.text), letters(choice.detail))

    def _miss(self, *, missed: bool) -> None:
        if missed != self._missed:
            self._missed = missed
            mark_state(self, "error" if missed else "")
            self.missed.emit(missed)

    def _take(self, found: Choice) -> None:
        if found.key:
            self.pick(found.key, found.text)
        else:
            text = self.text().strip()
            self._close()
            self.asked.emit(text)

    def _close(self) -> None:
        self.list.hide()
        self._write()

    def _write(self) -> None:
        text = self._texts.get(self._key, "")
        if self.text() != text:
            self.setText(text)
        self._miss(missed=False)
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.setToolTip(text if self.fontMetrics().horizontalAdvance(text) > self.width() - 20 else "")

    def _follow_scrolling(self) -> None:
        if self._scrolls is not None:
            return
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QAbstractScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QAbstractScrollArea):
            self._scrolls = parent
            parent.verticalScrollBar().valueChanged.connect(self.list.hide)


class ClearButton(Button):
    """A small button inside a field."""

    def sizeHint(self) -> QSize:
        """Return a size that leaves the border of the field free."""
        return QSize(_CLEAR, _CLEAR)


class Picker(QWidget):
    """A picker with a button that clears it, where it may be empty, and a note of what is not there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing = ""
        self.note = Note(theme)
        self.line = PickLine(theme)
        self.clear_button = ClearButton(theme, Rank.QUIET, "x")
        self.clear_button.clicked.connect(self._clear)
        self._clearable = True
        # Tab goes from field to field: by keys it is emptied like any other, and is empty then.
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.LABEL_GAP)
        column.addLayout(row)
        column.addWidget(self.note)
        self.line.missed.connect(self._missed)
        # The button lies inside the field, at its right end, but is no part of it.
        self.clear_button.setParent(self)
        self.clear_button.resize(_CLEAR, _CLEAR)
        self.line.textChanged.connect(self._show_button)
        # No focus proxy: Tab would come to the field a second time, where the picker stands in Qt's chain.
        self._show_button()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the cursor into the field."""
        self.line.setFocus(reason)

    def tell(self, name: str, clear: str) -> None:
        """Set what field and button are read aloud as."""
        self.line.setAccessibleName(name)
        self.clear_button.tell("", clear)

    def tell_missing(self, text: str) -> None:
        """Set what is said below the field where what was typed is nothing of the list."""
        self._missing = text
        self._missed(self.line.unmatched())

    def _missed(self, missed: bool) -> None:
        self.note.tell(self._missing if missed else "")

    def let_clear(self, clearable: bool) -> None:
        """Set whether it may be empty."""
        self._clearable = clearable
        self._show_button()

    def lock(self, locked: bool) -> None:
        """Let the choice be read only."""
        self.line.setReadOnly(locked)
        self._show_button()

    def _clear(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.pick("", "")

    def _show_button(self) -> None:
        shown = self._clearable and bool(self.line.text()) and not self.line.isReadOnly()
        self.clear_button.setVisible(shown)
        self.line.setTextMargins(0, 0, _CLEAR - 6 if shown else 0, 0)
        self._place_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right end of the field."""
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        middle = self.line.y() + (self.line.height() - _CLEAR) // 2
        self.clear_button.move(self.width() - _CLEAR - 3, middle)
        self.clear_button.raise_()
