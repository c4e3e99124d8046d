"""A field of a form: label above, explanation to its right, editor, and below it what is wrong or missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.icons import SMALL
from ui.style.paint import Ink, base_in, runs, start, width
from ui.style.tokens import Severity
from ui.widgets.badge import ICONS
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme

HEAD = 18
"""Height of the line of a label that something stands beside."""


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

    def whole_width(self) -> int:
        """Return the width at which all is said in one line."""
        return SMALL + 8 + self._text.fontMetrics().horizontalAdvance(self._text.text())


class Aside(QWidget):
    """An icon, and where there is room a few words, beside the label: it comes and goes and moves nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words, self._bare = "", False
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(SMALL)

    def tell(self, words: str, sentence: str) -> None:
        """Show words, and the whole sentence as a tip; nothing where both are empty."""
        self._words = words
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self.update()

    def be_bare(self, bare: bool) -> None:
        """Show the icon alone: something else has the room."""
        self._bare = bare
        policy = QSizePolicy.Policy.Fixed if bare else QSizePolicy.Policy.Ignored
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the icon."""
        return QSize(SMALL, HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon, and the words where the whole of them fits."""
        del event
        painter = QPainter(self)
        start(painter)
        ink = self._theme.tokens.severity(Severity.WARN).ink
        self._theme.icons.paint(painter, ICONS[Severity.WARN], ink, 0, (HEAD - SMALL) / 2, SMALL)
        said = Ink(self._words, ink, 12)
        if not self._bare and width(self._theme, said) <= self.width() - SMALL - 5:
            runs(painter, self._theme, [said], SMALL + 5, base_in(self._theme, 0, HEAD, 12), self.width() + 1)
        painter.end()


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
        self.editor, self.theme = editor, theme
        self._caption = Text(theme, "", 12, bold=not quiet, colour="text2", language=language)
        self._hint = Text(theme, "", 12, colour="text3")
        self._note = Note(theme)
        self._aside = Aside(theme)
        self._aside.hide()
        self._caption.setBuddy(editor)
        head = self.head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._caption)
        head.addWidget(self._aside, 1)
        head.addStretch(0)
        head.addWidget(self._hint)
        if language:
            head.addStrut(HEAD)
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
        self._aside.tell("", "")
        self._mark("error" if text else "")

    def keep_room(self) -> None:
        """Keep the room for the note, so that nothing jumps when something is wrong."""
        policy = self._note.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._note.setSizePolicy(policy)

    def missing(self, words: str, sentence: str) -> None:
        """Show beside the label that a translation is missing and what the paper will show instead."""
        self._note.tell("")
        self._aside.tell(words, sentence)
        self.editor.setAccessibleDescription(sentence or self._hint.text())
        self._mark("missing" if sentence else "")

    def caption_width(self) -> int:
        """Return the room of the label."""
        return self._caption.sizeHint().width()

    def be_short(self, short: bool) -> None:
        """Leave the room beside the label to something else."""
        self._aside.be_bare(short)

    def note(self) -> str:
        """Return what stands below the field or beside its label."""
        return self._note.text() or (self._aside.accessibleName() if not self._aside.isHidden() else "")

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
