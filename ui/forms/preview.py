"""How a name will stand on an agenda, a name plate and an envelope; changes as one types."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.text.languages import language
from models.text.localised import NO_TEXT, LocalisedText
from models.text.names import Name, full_name, has_form
from models.text.speaker import speaker_runs
from ui.forms.editors.name import NameEditor
from ui.style import measures
from ui.style.paint import Ink, box, start
from ui.style.tokens import Severity
from ui.widgets.field import Note
from ui.widgets.text import Line, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from models.text.catalogue import Words
    from ui.forms.body import FormBody
    from ui.style.theme import Theme
    from ui.style.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Posted:
    """A person with the post that papers name."""

    name: Name = field(default_factory=Name)
    position: LocalisedText = NO_TEXT
    organisation: LocalisedText = NO_TEXT
    acronym: str = ""
    address: LocalisedText = NO_TEXT
    honorifics: Mapping[str, str] = field(default_factory=dict[str, str])
    """By language what stands with a name on an envelope: 様, 귀하."""


_HONORIFICS = {"ko": "귀하", "ja": "様"}
"""What stands on an envelope where the office has set nothing else."""


class Sheet(QWidget):
    """A card with lines of text, like a paper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 14, 10)
        self.column.setSpacing(2)
        self._lines: list[QWidget] = []

    def clear(self) -> None:
        """Take all lines off."""
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []

    def add_line(
        self, runs: Sequence[tuple[str, str]], *, size: int = 13, bold: bool = False, quiet: bool = False
    ) -> None:
        """Add a line of runs, each a text and its language."""
        line = Line(self._theme, {12: 18, 13: 20}.get(size, size + 12))

        def inks(tokens: Tokens) -> list[Ink]:
            colour = tokens.text2 if quiet else tokens.text
            return [Ink(text, colour, size, bold, tag) for text, tag in runs]

        line.show_runs(inks)
        self._lines.append(line)
        self.column.addWidget(line)

    def add_centred(
        self, text: str, tag: str, *, size: int = 13, bold: bool = False, quiet: bool = False
    ) -> None:
        """Add a line in the middle of the card."""
        shown = Text(
            self._theme, text, size, bold=bold, colour="text2" if quiet else "text", language=tag, wrap=True
        )
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lines.append(shown)
        self.column.addWidget(shown)

    def said(self) -> str:
        """Return all lines."""
        return "\n".join(
            line.text() if isinstance(line, Text) else line.accessibleName() for line in self._lines
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        del event
        painter = QPainter(self)
        start(painter)
        tokens = self._theme.tokens
        box(painter, QRectF(self.rect()), measures.RADIUS_CARD, tokens.raised, tokens.edge)
        painter.end()


class NamePreview(QWidget):
    """Three papers with one name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._posted = Posted()
        self._languages: tuple[str, ...] = ()
        self._words: Words | None = None
        self._name_editor: NameEditor | None = None
        self._body: FormBody | None = None
        self._title = Text(theme, "", 14, bold=True)
        self._hint = Text(theme, "", 12, colour="text3")
        self._captions: dict[str, tuple[Text, Text]] = {}
        self.agenda, self.plate, self.envelope = Sheet(theme), Sheet(theme), Sheet(theme)
        self.note = Note(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.LABEL_GAP)
        column.addLayout(_row(self._title, self._hint))
        for code, sheet in (("agenda", self.agenda), ("plate", self.plate), ("envelope", self.envelope)):
            pair = (Text(theme, "", 12, bold=True, colour="text2"), Text(theme, "", 12, colour="text3"))
            self._captions[code] = pair
            column.addSpacing(measures.GAP)
            column.addLayout(_row(*pair))
            column.addWidget(sheet)
        column.addSpacing(2)
        column.addWidget(self.note)

    def follow(self, body: FormBody) -> None:
        """Show what is typed into the form of a person, as it is typed."""
        self._body = body
        editor = body.editors["name"]
        self._name_editor = editor if isinstance(editor, NameEditor) else None
        for name in ("name", "title", "native_language"):
            body.editors[name].typed.connect(self._show)

    def show_person(self, posted: Posted, languages: Sequence[str], words: Words) -> None:
        """Show a person with the post that papers name."""
        self._posted, self._languages, self._words = posted, tuple(languages), words
        self._show()

    def _show(self) -> None:
        words = self._words
        if words is None:
            return
        posted = self._now()
        self._word(words)
        self._show_agenda(posted)
        self._show_plate(posted, words)
        self._show_envelope(posted, words)
        lacking = [tag for tag in self._languages if not has_form(posted.name, tag)]
        if lacking:
            names = ", ".join(language(tag).own_name for tag in lacking)
            self.note.tell(words.say("The name is missing in: {languages}", languages=names), Severity.WARN)
        else:
            self.note.tell(words.say("The name is there in all languages"), Severity.OK)

    def _now(self) -> Posted:
        """Return the person as it is typed now."""
        editor, body = self._name_editor, self._body
        if editor is None or body is None or editor.record is None:
            return self._posted
        titles = {column.partition(".")[2]: text for column, text in body.editors["title"].values().items()}
        native = str(body.editors["native_language"].values()["native_language"])
        name = replace(editor.name(), title=LocalisedText(titles), native=native)
        return replace(self._posted, name=name)

    def _word(self, words: Words) -> None:
        self._title.setText(words.say_in("form", "Preview"))
        self._hint.setText(words.say_in("form", "changes as you type"))
        said = {
            "agenda": words.say_in("PaperKind", "Agenda"),
            "plate": words.say_in("PaperKind", "Name plate"),
            "envelope": words.say_in("PaperKind", "Envelope"),
        }
        for code, text in said.items():
            self._captions[code][0].setText(text)
        for text in (self._title, self._hint, *(each for pair in self._captions.values() for each in pair)):
            text.restyle()

    def _show_agenda(self, posted: Posted) -> None:
        self.agenda.clear()
        for tag in self._languages:
            runs = speaker_runs(posted.name, posted.position, posted.organisation, posted.acronym, tag)
            self.agenda.add_line([(run.text, run.language) for run in runs])

    def _show_plate(self, posted: Posted, words: Words) -> None:
        self.plate.clear()
        own = self._own(posted)
        house = posted.organisation.pick((own, *self._languages))
        if house is not None:
            self.plate.add_centred(house.text, house.language, size=12, quiet=True)
        name = full_name(posted.name, own, title=False)
        self.plate.add_centred(name.text or "–", name.language, size=24, bold=True)
        latin = full_name(posted.name, "en")
        if latin.text and latin.text != name.text:
            self.plate.add_centred(latin.text, latin.language, quiet=True)
        self._captions["plate"][1].setText(words.say("in the language of the name"))

    def _show_envelope(self, posted: Posted, words: Words) -> None:
        self.envelope.clear()
        own = self._own(posted)
        for text, quiet in ((posted.address, True), (posted.organisation, False), (posted.position, False)):
            written = text.pick((own, *self._languages))
            for line in written.text.splitlines() if written is not None else ():
                self.envelope.add_line([(line, written.language if written else own)], quiet=quiet)
        name = full_name(posted.name, own)
        honour = posted.honorifics.get(own, _HONORIFICS.get(own, ""))
        parts = [(name.text or "–", name.language)]
        if honour:
            parts.append((f" {honour}", own))
        self.envelope.add_line(parts, size=16, bold=True)
        said = words.say("form of address: {form}", form=honour) if honour else ""
        self._captions["envelope"][1].setText(said)

    def _own(self, posted: Posted) -> str:
        """Return the language of name plate and envelope: that of the name, where it is one of ours."""
        native = posted.name.native
        return native if native in self._languages else next(iter(self._languages), "en")


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row
