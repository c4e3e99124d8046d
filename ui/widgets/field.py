"""A field of a form: label above, explanation to its right, editor, and below it what is wrong or missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.icons import SMALL
from ui.style.paint import start
from ui.style.tokens import Severity
from ui.widgets.badge import ICONS
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme


def mark_state(widget: QWidget, state: str) -> None:
    """Give an entry the look of a state: error, missing, or none."""
    if (widget.property("state") or "") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Sign(QWidget):
    """The icon of a severity."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._severity = Severity.ERROR
        self.setFixedSize(SMALL, 18)

    def show_severity(self, severity: Severity) -> None:
        """Set whose icon it is."""
        self._severity = severity
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        painter = QPainter(self)
        start(painter)
        ink = self._theme.tokens.severity(self._severity).ink
        self._theme.icons.paint(painter, ICONS[self._severity], ink, 0, 2, SMALL)
        painter.end()


class Note(QWidget):
    """A line below a field: an icon and what is wrong; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign(theme)
        self._text = Text(theme, "", 12, colour="error", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        self.hide()

    def tell(self, text: str, severity: Severity = Severity.ERROR) -> None:
        """Say what is wrong, or nothing."""
        self._text.setText(text)
        self._text.recolour(severity.value)
        self._sign.show_severity(severity)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return what is said."""
        return self._text.text()


class Field(QWidget):
    """A labelled editor with room for an error; the label names the editor for screen readers too."""

    def __init__(
        self,
        theme: Theme,
        editor: QWidget,
        *,
        quiet: bool = False,
        language: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._caption = Text(theme, "", 12, bold=not quiet, colour="text2", language=language)
        self._hint = Text(theme, "", 12, colour="text3")
        self._note = Note(theme)
        self._caption.setBuddy(editor)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.LABEL_GAP)
        column.addLayout(head)
        column.addWidget(editor)
        column.addWidget(self._note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def tell(self, caption: str, hint: str = "", *, name: str = "") -> None:
        """Set the label, the explanation and, where the label says too little, a name to be read aloud."""
        self._caption.setText(caption)
        self._caption.restyle()
        self._caption.setVisible(bool(caption))
        self._hint.setText(hint)
        self._hint.restyle()
        self.editor.setAccessibleName(name or caption)
        self.editor.setAccessibleDescription(hint)

    def error(self, text: str) -> None:
        """Show what is wrong with the value, or that it is right."""
        self._note.tell(text, Severity.ERROR)
        self._mark("error" if text else "")

    def keep_room(self) -> None:
        """Keep the room for the note, so that nothing jumps when something is wrong."""
        policy = self._note.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._note.setSizePolicy(policy)

    def missing(self, text: str) -> None:
        """Show that a translation is missing and what the paper will show instead."""
        self._note.tell(text, Severity.WARN)
        self._mark("missing" if text else "")

    def note(self) -> str:
        """Return what stands below the field."""
        return self._note.text()

    def _mark(self, state: str) -> None:
        mark_state(self.editor, state)

    def minimumSizeHint(self) -> QSize:
        """Return a small width: fields stand side by side in a narrow panel."""
        return QSize(60, super().minimumSizeHint().height())


class KeyCap(QWidget):
    """The keys of a command, in a small frame."""

    def __init__(self, theme: Theme, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room it takes."""
        return QSize(round(self._theme.metrics(11).horizontalAdvance(self.keys)) + 12, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and keys."""
        del event
        painter = QPainter(self)
        start(painter)
        paint_keys(painter, self._theme, self.keys, self.width(), 0)
        painter.end()


def paint_keys(painter: QPainter, theme: Theme, keys: str, right: float, top: float) -> float:
    """Paint a key cap that ends at ``right``; return where it begins."""
    from ui.style.paint import Ink, base_in, box, runs, width

    ink = Ink(keys, theme.tokens.text2, 11)
    wide = width(theme, ink) + 12
    box(painter, QRectF(right - wide, top, wide, 18), 4, "", theme.tokens.edge)
    runs(painter, theme, [ink], right - wide + 6, base_in(theme, top, 18, 11), right + 8)
    return right - wide
