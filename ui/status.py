"""The status line: which file, whether all is saved, what was found, and the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.text.languages import language
from ui.style import measures
from ui.style.icons import SMALL
from ui.style.paint import Ink, base_in, box, runs, start, width
from ui.style.tokens import Severity
from ui.widgets.badge import ICONS
from ui.widgets.button import Pressable
from ui.widgets.ground import Edge, Ground
from ui.words_together import company_count, company_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import FileView, FindingView
    from ui.values_safety import CompanyView

_NOTED_MS = 8000


class Fact(Pressable):
    """Icons and a text on the status line; it can be pressed only where something follows."""

    def __init__(self, theme: Theme, *, active: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icons: Sequence[tuple[str, str]] = ()
        self._bold = self._active = False
        self._stops = self.focusPolicy()
        self.let_press(active)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # Shown as soon as there is something to say.
        self.hide()

    def let_press(self, active: bool) -> None:
        """Let it be pressed, or only read."""
        self._active, self.only_read = active, not active
        self.setFocusPolicy(self._stops if active else Qt.FocusPolicy.NoFocus)
        if active:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def tell(self, text: str, icons: Sequence[tuple[str, str]], *, bold: bool = False) -> None:
        """Set text and icons (name, and token of the colour)."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icons, self._bold = icons, bold
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it takes."""
        wide = width(self.theme, Ink(self.text(), "", 12, self._bold)) + 16 + len(self._icons) * (SMALL + 5)
        return QSize(round(wide), measures.STATUS - 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icons and text."""
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        if self._active and (self.hovered or self.isDown()):
            box(painter, QRectF(self.rect()), measures.RADIUS_BADGE, tokens.press)
        x = 8.0
        for name, token in self._icons:
            colour = getattr(tokens, token)
            ink = colour if isinstance(colour, str) else colour.ink
            self.theme.icons.paint(painter, name, ink, x, (self.height() - SMALL) / 2, SMALL)
            x += SMALL + 5
        ink = Ink(self.text(), tokens.text if self._bold else tokens.text2, 12, self._bold)
        runs(painter, self.theme, [ink], x, base_in(self.theme, 0, self.height(), 12), self.width() + 4)
        painter.end()


class StatusLine(Ground):
    """At the foot of the window."""

    language_asked = Signal()
    findings_asked = Signal()
    unsaved_asked = Signal()
    """What is not saved is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sidebar", Edge.TOP, parent)
        self._file: FileView | None = None
        self._saved: datetime | None = None
        self._saving = False
        self._unsaved = 0
        self._found: Sequence[FindingView] = ()
        self._words: Words | None = None
        self._where = Fact(theme, active=False)
        self._state = Fact(theme, active=False)
        self.findings = Fact(theme, active=True)
        self.company = Fact(theme, active=False)
        self._company: CompanyView | None = None
        self.noted = Fact(theme, active=False)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(_NOTED_MS)
        self._fading.timeout.connect(lambda: self.note(""))
        self.language = Fact(theme, active=True)
        self._state.clicked.connect(self._press_state)
        self.findings.clicked.connect(self.findings_asked)
        self.language.clicked.connect(self.language_asked)
        self.setFixedHeight(measures.STATUS)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._where)
        row.addWidget(self._state)
        row.addWidget(self.noted)
        row.addStretch(1)
        row.addWidget(self.findings)
        row.addWidget(self.company)
        row.addWidget(self.language)

    def show_file(self, file: FileView | None) -> None:
        """Show which file is open."""
        self._file, self._saved = file, None
        self._write()

    def show_saving(self) -> None:
        """Show that a save is under way."""
        self._saving = True
        self._write()

    def state(self) -> Fact:
        """Return what says whether all is saved; what is not is led to."""
        return self._state

    def _press_state(self) -> None:
        if self._unsaved:
            self.unsaved_asked.emit()

    def said(self) -> str:
        """Return what is said about saving."""
        return self._state.text()

    def show_saved(self, at: datetime | None) -> None:
        """Show when the last save was done; nothing when it failed."""
        self._saving = False
        self._saved = at or self._saved
        self._write()

    def show_unsaved(self, number: int) -> None:
        """Show how many fields are not in the file yet."""
        self._unsaved = number
        self._write()

    def show_findings(self, found: Sequence[FindingView]) -> None:
        """Show how many things want attention."""
        self._found = found
        self._write()

    def note(self, text: str) -> None:
        """Say something in passing; it leaves by itself."""
        self.noted.tell(text, [("git-merge", "ok")] if text else ())
        if text:
            self._fading.start()

    def show_company(self, company: CompanyView | None) -> None:
        """Show how many work in the file."""
        self._company = company
        self._write()

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words = words
        self._write()

    def _write(self) -> None:
        words = self._words
        if words is None:
            return
        file = self._file
        leads = bool(file is not None and self._unsaved and not self._saving and not file.read_only)
        if self._state.only_read is leads:
            self._state.let_press(leads)
        self._state.setToolTip(words.say_in("window", "Go to the field") if leads else "")
        self._where.tell(
            file.path.name if file else words.say("No file is open"), [("database", "text2")] if file else []
        )
        if file is None:
            self._state.tell("", ())
        elif file.read_only:
            self._state.tell(words.say("Read only"), [("lock", "text2")])
        elif self._saving:
            self._state.tell(words.say("Saving…"), ())
        elif self._unsaved:
            said = words.count("{number} field not saved", "{number} fields not saved", self._unsaved)
            self._state.tell(said, [("circle-alert", "error")], bold=True)
        else:
            at = f" {self._saved:%H:%M}" if self._saved else ""
            self._state.tell(words.say("All saved") + at, [("check", "ok")])
        found = [one.severity for one in self._found]
        kinds = [kind for kind in (Severity.ERROR, Severity.WARN) if kind in found]
        counted = sum(found.count(kind) for kind in kinds)
        text = words.count("{number} finding", "{number} findings", counted) if counted else ""
        self.findings.tell(text, [(ICONS[kind], kind.value) for kind in kinds], bold=True)
        count = company_count(self._company, words) if self._company is not None else ""
        self.company.tell(count, [("users", "text2")] if count else ())
        self.company.setToolTip(
            "\n".join(company_lines(self._company, words)) if self._company is not None and count else ""
        )
        self.language.tell(language(words.language).own_name, [("languages", "text2")])
