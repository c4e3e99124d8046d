"""The first page: make a file, open one, or look round in the sample; and the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.text.languages import language
from ui.style import measures
from ui.style.icons import LARGE, SMALL
from ui.style.paint import Ink, box, rule, runs, start
from ui.widgets.button import Pressable
from ui.widgets.field import paint_keys
from ui.widgets.ground import Ground
from ui.widgets.segment import Choice, Segment
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme

_HIGH, _WIDE = 64, 560


class Way(Pressable):
    """One way to begin: icon, what, explanation, keys."""

    def __init__(
        self, theme: Theme, icon: str, keys: QKeySequence | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._keys = keys
        self._what = ""
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, what: str, explanation: str) -> None:
        """Set the texts."""
        self.setText(what)
        self._what = explanation
        self.setAccessibleName(what)
        self.setAccessibleDescription(explanation)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a way."""
        return QSize(_WIDE, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the way."""
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        wide = self.width()
        rule(painter, 12, _HIGH - 1, wide - 24, tokens.line)
        area = QRectF(0, 1, wide, _HIGH - 2)
        focused = self.hasFocus()
        if self.hovered or self.isDown() or focused:
            box(painter, area, measures.RADIUS_CARD, tokens.press if self.isDown() else tokens.hover)
        if focused:
            box(painter, area, measures.RADIUS_CARD, "", tokens.accent, 2)
        self.theme.icons.paint(painter, self._icon, tokens.accent, 16, (_HIGH - LARGE) / 2, LARGE)
        right = float(wide - 20)
        if self._keys is not None:
            keys = self._keys.toString(QKeySequence.SequenceFormat.NativeText)
            right = paint_keys(painter, self.theme, keys, right, (_HIGH - 18) / 2) - 12
        runs(painter, self.theme, [Ink(self.text(), tokens.text, 14, True)], 56, 28, right)
        runs(painter, self.theme, [Ink(self._what, tokens.text2)], 56, 50, right)
        painter.end()

    # The focused way is framed by itself, larger than a button.
    keyboard_focus = False


class StartPage(Ground):
    """Shown while no file is open."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    recent_asked = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, languages: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self._languages = languages
        self._title = Text(theme, "", 24, bold=True)
        self._lead = Text(theme, "", 14, colour="text2", wrap=True)
        self._new = Way(theme, "file-plus", QKeySequence(QKeySequence.StandardKey.New))
        self._open = Way(theme, "folder-open", QKeySequence(QKeySequence.StandardKey.Open))
        self._sample = Way(theme, "book-open")
        self._recent_caption = Text(theme, "", 12, bold=True, colour="text2")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._privacy = _Privacy(theme)
        self._segment_caption = Text(theme, "", 12, colour="text2")
        self.segment = Segment(theme)
        self._build()
        self._new.clicked.connect(self.new_asked)
        self._open.clicked.connect(self.open_asked)
        self._sample.clicked.connect(self.sample_asked)
        self.segment.chosen.connect(self.language_chosen)

    def _build(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(0)
        heads = QVBoxLayout()
        heads.setContentsMargins(12, 0, 12, 0)
        heads.addWidget(self._title)
        heads.addSpacing(4)
        heads.addWidget(self._lead)
        inner.addLayout(heads)
        inner.addSpacing(24)
        for way in (self._new, self._open, self._sample):
            inner.addWidget(way)
        inner.addSpacing(16)
        recent = QVBoxLayout()
        recent.setContentsMargins(12, 0, 12, 0)
        recent.addWidget(self._recent_caption)
        inner.addLayout(recent)
        inner.addLayout(self._recent)
        inner.addWidget(self._privacy)
        holder = QWidget()
        holder.setMaximumWidth(_WIDE + 24)
        holder.setLayout(inner)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self._segment_caption)
        foot.addWidget(self.segment)
        foot.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(holder, 1000)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.MARGIN, measures.MARGIN, measures.MARGIN, 28)
        column.addStretch(3)
        column.addLayout(across)
        column.addStretch(4)
        column.addLayout(foot)

    def show_recent(self, paths: list[Path]) -> None:
        """Offer the files that were open before."""
        while (kept := self._recent.takeAt(0)) is not None:
            widget = kept.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in paths[:3]:
            way = RecentFile(self.theme, path)
            way.clicked.connect(lambda _checked=False, path=path: self.recent_asked.emit(path))
            self._recent.addWidget(way)
        self._recent_caption.setVisible(bool(paths))

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._title.setText(words.say("It begins with one file"))
        self._lead.setText(
            words.say("Visits, people, schedules and papers are kept in one file, which several can share.")
        )
        self._new.tell(words.say("Make a new file"), words.say("An empty file for your office"))
        self._open.tell(words.say("Open a file"), words.say("A .parley file, for example in a shared folder"))
        self._sample.tell(
            words.say("Look round in the sample"),
            words.say("19th Korea-Japan directors' meeting, Tsukuba 2024"),
        )
        self._recent_caption.setText(words.say("Open recent"))
        self._privacy.tell(
            words.say("Your data stay on this computer and in the folder you choose. No internet is used.")
        )
        self._segment_caption.setText(words.say("Language of the screen"))
        self.segment.setAccessibleName(words.say("Language of the screen"))
        self.segment.offer([Choice(tag, language(tag).own_name, tag) for tag in self._languages])
        self.segment.take(words.language)
        for text in (self._title, self._lead, self._recent_caption, self._segment_caption):
            text.restyle()

    def start_focus(self) -> None:
        """Put the focus on the first way."""
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)


class RecentFile(Pressable):
    """A file that was open before: its name, and its folder."""

    keyboard_focus = False

    def __init__(self, theme: Theme, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._path = path
        self.setText(path.stem)
        self.setAccessibleName(path.stem)
        self.setAccessibleDescription(str(path.parent))
        self.setToolTip(str(path))
        self.setFixedHeight(measures.ROW_ONE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name and folder."""
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect())
        if self.hovered or self.hasFocus():
            box(painter, area, measures.RADIUS, tokens.hover)
        if self.hasFocus():
            box(painter, area, measures.RADIUS, "", tokens.accent, 2)
        self.theme.icons.paint(painter, "database", tokens.text2, 19, 10)
        inks = [Ink(self._path.stem, tokens.text), Ink(str(self._path.parent), tokens.text3, 12, gap=10)]
        runs(painter, self.theme, inks, 56, 23, area.right() - 12)
        painter.end()


class _Privacy(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = Text(theme, "", 12, colour="text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(42, 12, 12, 0)
        row.addWidget(self._text, 1)

    def tell(self, text: str) -> None:
        self._text.setText(text)
        self._text.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        text = self._text
        # The label may be higher than its lines; they stand in its middle, the icon beside the first.
        spare = max(0, text.height() - text.heightForWidth(text.width())) / 2
        y = text.y() + spare + (text.fontMetrics().height() - SMALL) / 2
        self._theme.icons.paint(painter, "shield-check", self._theme.tokens.text2, 18, y, SMALL)
        painter.end()
