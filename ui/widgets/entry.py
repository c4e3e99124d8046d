"""Editors that tell when they are left changed: a line, growing prose, a time, a date, a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from ui.style import measures
from ui.widgets.kept import Kept
from ui.widgets.room import lay_out
from ui.widgets.typed import Around, Unreadable, read_date, read_time

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, time

    from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent

    from ui.style.theme import Theme


_COMMANDS = (Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_I, Qt.Key.Key_K)


def left_to_window(event: QEvent) -> bool:
    """Tell whether a field is asked if it wants the keys of a command for itself: it does not."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    mine = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    # On some systems a field would go to the end of its line with Ctrl+E, and cut it off with Ctrl+K.
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    mine = mine or (control and event.key() in _COMMANDS)
    if mine:
        event.ignore()
    return mine


class LineEntry(Kept, QLineEdit):
    """One line of text in the font of its language; ``left`` is emitted when it is left changed."""

    left = Signal()
    restored = Signal()

    def __init__(self, theme: Theme, language: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self.restyle()
        self.editingFinished.connect(self._finished)
        self.textChanged.connect(self._tip)

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(self._theme.font(language=self._language))

    def show_text(self, text: str) -> None:
        """Show a value as saved; what was typed before can no longer be undone here."""
        self.begin(text)
        same, at = self.text() == text, self.cursorPosition()
        marked = (self.selectionStart(), len(self.selectedText()))
        self.setText(text)
        if same and self.hasFocus():
            self.setCursorPosition(at)
            if marked[0] >= 0:
                self.setSelection(*marked)
        else:
            self.setCursorPosition(0)

    def put_text(self, text: str) -> None:
        """Let a text stand in the field."""
        self.setText(text)

    def can_undo(self, *, again: bool = False) -> bool:
        """Tell whether typing can be taken back, or done ``again``."""
        return self.isRedoAvailable() if again else self.isUndoAvailable()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window: it asks the field first."""
        return False if left_to_window(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the saved value back with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.changed():
            self.put_back()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _finished(self) -> None:
        self.tell_left()

    def _tip(self, text: str) -> None:
        cut = self.fontMetrics().horizontalAdvance(text) > self.width() - 20
        self.setToolTip(text if cut else "")


class ProseEntry(Kept, QPlainTextEdit):
    """Text that grows with what is in it; Tab leaves it, and where it is one paragraph Return does too."""

    left = Signal()
    restored = Signal()

    def __init__(
        self,
        theme: Theme,
        language: str = "",
        *,
        lines: int = 1,
        paragraphs: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._lines = lines
        self._paragraphs = paragraphs
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        # Not textChanged: of a text from an input method the lines are not laid out then.
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.restyle()

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(self._theme.font(language=self._language))
        self._grow()

    def show_text(self, text: str) -> None:
        """Show a value as saved; what was typed before can no longer be undone here."""
        self.begin(text)
        if self.toPlainText() == text:
            self.document().clearUndoRedoStacks()
        else:
            self.setPlainText(text)

    def text(self) -> str:
        """Return what stands in the field."""
        return self.toPlainText()

    def put_text(self, text: str) -> None:
        """Let a text stand in the field."""
        self.setPlainText(text)

    def can_undo(self, *, again: bool = False) -> bool:
        """Tell whether typing can be taken back, or done ``again``."""
        return self.document().isRedoAvailable() if again else self.document().isUndoAvailable()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window: it asks the field first."""
        return False if left_to_window(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Return where no new line is possible, put back with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.changed():
            self.put_back()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._paragraphs:
            self.tell_left()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: object) -> None:
        """Paste plain text, on one line where no new line is possible."""
        text = source.text()  # pyright: ignore[reportAttributeAccessIssue]
        self.insertPlainText(text if self._paragraphs else " ".join(text.split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left changed; a menu or another window does not count."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.tell_left()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when the lines break anew."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        return QSize(100, self.height())

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        # The document counts lines as laid out at the width the field has now.
        laid_out = max(1, round(self.document().size().height()))
        wanted = max(self._lines, min(laid_out, 12)) * line + 12
        wanted = max(wanted, measures.CONTROL)
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
            if self.isVisible():
                lay_out(self)


class TimeEntry(LineEntry):
    """A time of day, typed as one likes: 0930, 9:30, 9시 30분."""

    def value(self) -> time | None:
        """Return the time; raises Unreadable."""
        return read_time(self.text())

    def readable(self) -> bool:
        """Tell whether a time, or nothing, stands in the field."""
        try:
            self.value()
        except Unreadable:
            return False
        return True


class DateEntry(LineEntry):
    """A date, typed as one likes; shown as the language of the screen writes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._near: date | Around | None = None
        self._write: Callable[[date], str] = lambda day: day.isoformat()
        self._day: date | None = None

    def show_date(self, value: date | None, near: date | Around, write: Callable[[date], str]) -> None:
        """Show a date as saved; ``near`` decides the year where none is typed."""
        self._day, self._near, self._write = value, near, write
        self.show_text(write(value) if value else "")

    def value(self) -> date | None:
        """Return the date; raises Unreadable."""
        if not self.changed():
            return self._day
        return read_date(self.text(), self._near) if self._near else None


class ChoiceEntry(QComboBox):
    """One of several; scrolling leaves it alone. ``left`` is emitted when the user takes another."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = self._latest = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.activated.connect(self._taken)

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(self._theme.font())

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Set the choices (code and text) and which of them is saved; one that is not saved yet stays."""
        unsaved = self.count() > 0 and self.changed()
        mine = self.value() if unsaved else value
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] != list(choices):
            self.clear()
            for code, text in choices:
                self.addItem(text, code)
        self._latest = value
        if not unsaved or mine == value:
            self._shown = value
        # What comes in while the list is open does not move it. Whether it is, only its view knows: Qt closes
        # it without a word where the focus goes elsewhere.
        if not self.view().isVisible():
            self.setCurrentIndex(self.findData(mine))

    def begin(self) -> None:
        """Forget a choice that is not saved: another entry is shown."""
        self._shown = self.value()

    def confirm(self, value: str) -> None:
        """Note that a choice is saved."""
        if self.changed():
            self._shown = self._latest = value

    def overlay(self, value: str, base: str) -> None:
        """Put back what was chosen and is not saved yet."""
        self.setCurrentIndex(self.findData(value))
        self._shown = base

    def shown(self) -> str:
        """Return what was chosen when the user began."""
        return self._shown

    def value(self) -> str:
        """Return the code of the choice."""
        return self.currentData() or ""

    def changed(self) -> bool:
        """Tell whether the choice differs from what was shown."""
        return self.value() != self._shown

    def put_back(self) -> None:
        """Show again what is saved."""
        self._shown = self._latest
        self.setCurrentIndex(self.findData(self._latest))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the panel."""
        event.ignore()

    def _taken(self) -> None:
        if self.changed():
            self.left.emit()
