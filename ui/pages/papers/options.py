"""How the paper that is looked at is made, and where the files go."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.text.languages import known_languages
from ui.pages.papers.plan import Options, PaperKind
from ui.style import measures
from ui.style.tokens import Severity
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Rank
from ui.widgets.entry import ChoiceEntry, LineEntry
from ui.widgets.field import Field
from ui.widgets.ground import Ground
from ui.widgets.segment import Choice, Segment
from ui.widgets.text import Text

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import VisitView

FORMATS = ("docx", "pdf")
_BETWEEN = "+"
_DRAFT, _FINAL = "draft", "final"
_TOGETHER, _ALONE = 3, 4
"""So many languages of a visit are offered."""


def language_sets(visit: VisitView, kind: PaperKind) -> tuple[list[list[tuple[str, ...]]], list[tuple[str]]]:
    """Return the languages that are offered: rows of several at once, and one alone.

    Of the first three languages each pair stands in a row, either way round.
    """
    # A name may be known in a language that no paper can be in.
    tags = [tag for tag in dict.fromkeys(visit.languages) if tag in known_languages()] or ["en"]
    rows: list[list[tuple[str, ...]]] = [
        [(one, other), (other, one)] for one, other in combinations(tags[:_TOGETHER], 2)
    ]
    if len(tags) >= _TOGETHER and kind is PaperKind.AGENDA:
        rows[0].append(tuple(tags[:_TOGETHER]))
    return rows, [(tag,) for tag in tags[:_ALONE]]


class OptionsPanel(Ground):
    """The right side; ``changed`` when a paper is to be made otherwise, ``filed`` when its files are."""

    changed = Signal(object, object)
    filed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", parent=parent)
        self._kind = PaperKind.AGENDA
        self._options = Options()
        self._visit: VisitView | None = None
        self._words: Words | None = None
        self.several = [Segment(theme) for _ in combinations(range(_TOGETHER), 2)]
        self.single = Segment(theme)
        self.own = QCheckBox()
        self.layout_choice = ChoiceEntry(theme)
        self.audience = ChoiceEntry(theme)
        self.formats = {form: QCheckBox() for form in FORMATS}
        self.folder = LineEntry(theme)
        self.choose = Button(theme, Rank.PLAIN, "folder-open")
        self.overwrite = QCheckBox()
        self._banner: Banner | None = None
        self._banner_text = ""
        self._banner_place = QVBoxLayout()
        self.state = Segment(theme)
        self._state = Text(theme, "", 12, bold=True, colour="text2")
        self._head = Text(theme, "", 14, bold=True)
        self._languages = Text(theme, "", 12, bold=True, colour="text2")
        self._files = Text(theme, "", 14, bold=True)
        self._format = Text(theme, "", 12, bold=True, colour="text2")
        self._layout_field = Field(theme, self.layout_choice)
        self._audience_field = Field(theme, self.audience)
        self._folder_field = Field(theme, self.folder)
        self._build()
        self.state.chosen.connect(self._state_chosen)
        for segment in (*self.several, self.single):
            segment.chosen.connect(self._languages_chosen)
        self.own.toggled.connect(self._own_chosen)
        self.layout_choice.activated.connect(self._layout_chosen)
        self.audience.activated.connect(self._audience_chosen)
        for box in self.formats.values():
            box.toggled.connect(self.filed)
        self.folder.textChanged.connect(self.filed)
        self.choose.clicked.connect(self._choose_folder)

    def _build(self) -> None:
        inner = Ground(self.theme, "panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(measures.PANEL_MARGIN, 16, measures.PANEL_MARGIN, measures.PANEL_MARGIN)
        column.setSpacing(measures.LABEL_GAP)
        column.addLayout(self._banner_place)
        column.addWidget(self._head)
        column.addSpacing(4)
        column.addWidget(self._languages)
        for segment in (*self.several, self.single):
            column.addWidget(segment)
        column.addWidget(self.own)
        column.addSpacing(measures.GROUP_GAP - 5)
        column.addWidget(self._layout_field)
        column.addSpacing(measures.GROUP_GAP - 5)
        column.addWidget(self._audience_field)
        column.addSpacing(measures.MARGIN)
        column.addWidget(self._files)
        column.addSpacing(4)
        column.addWidget(self._state)
        column.addWidget(self.state)
        column.addSpacing(measures.GROUP_GAP - 5)
        column.addWidget(self._format)
        row = QHBoxLayout()
        row.setSpacing(20)
        for box in self.formats.values():
            row.addWidget(box)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(measures.GROUP_GAP - 5)
        where = QHBoxLayout()
        where.setSpacing(measures.GAP)
        where.addWidget(self._folder_field, 1)
        where.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(where)
        column.addWidget(self.overwrite)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_options(
        self, kind: PaperKind, title: str, options: Options, visit: VisitView, words: Words
    ) -> None:
        """Show how a paper is made."""
        self._kind, self._options, self._visit, self._words = kind, options, visit, words
        self._head.setText(title)
        several, single = language_sets(visit, kind)
        for at, segment in enumerate(self.several):
            segment.setVisible(at < len(several))
            self._offer(segment, several[at] if at < len(several) else [])
        self._offer(self.single, single)
        chosen = options.languages or visit.languages[:2]
        for segment in (*self.several, self.single):
            segment.setEnabled(not options.own_language)
            _take(segment, "" if options.own_language else _BETWEEN.join(chosen))
        self.own.setVisible(kind is not PaperKind.AGENDA)
        self._quietly(self.own, options.own_language)
        self._layout_field.setVisible(kind is PaperKind.AGENDA and len(chosen) > 1)
        self.layout_choice.offer(
            [
                ("", words.say("As the paper suggests")),
                *([("columns", words.say("Side by side"))] if len(chosen) == 2 else []),
                ("stacked", words.say("One below the other")),
            ],
            options.layout,
        )
        self.audience.offer(self._audiences(kind, visit, words), options.audience)
        states = [
            Choice(_DRAFT, words.say_in("papers", "Draft")),
            Choice(_FINAL, words.say_in("papers", "Final")),
        ]
        self.state.offer(states)
        _take(self.state, _FINAL if options.final else _DRAFT)
        self._write(words)

    def set_formats(self, formats: set[str]) -> None:
        """Show which formats are wanted."""
        for form, box in self.formats.items():
            self._quietly(box, form in formats)

    def chosen_formats(self) -> tuple[str, ...]:
        """Return the formats that are wanted."""
        return tuple(form for form, box in self.formats.items() if box.isChecked())

    def chosen_folder(self) -> Path:
        """Return where the files go."""
        return Path(self.folder.text()).expanduser()

    def warn_of(self, visit: VisitView, words: Words) -> None:
        """Say that a visit with errors has its papers all the same."""
        errors = sum(finding.severity is Severity.ERROR for finding in visit.findings)
        text = words.count(
            "The visit has {number} error; its papers can be made all the same.",
            "The visit has {number} errors; its papers can be made all the same.",
            errors,
        )
        self.warn(text if errors else "")

    def warn(self, text: str) -> None:
        """Say what is wrong with the visit, or nothing."""
        if text == self._banner_text:
            return
        self._banner_text = text
        if self._banner is not None:
            self._banner_place.removeWidget(self._banner)
            self._banner.deleteLater()
            self._banner = None
        if text:
            self._banner = Banner(self.theme, text, Severity.WARN)
            self._banner_place.addWidget(self._banner)
            self._banner_place.addSpacing(8)

    def retranslate(self) -> None:
        """Take the fonts of another language for the screen."""
        for text in (self._head, self._languages, self._files, self._state, self._format):
            text.restyle()
        for entry in (self.layout_choice, self.audience, self.folder):
            entry.restyle()

    @staticmethod
    def _offer(segment: Segment, sets: list[tuple[str, ...]]) -> None:
        segment.offer([Choice(_BETWEEN.join(tags), " + ".join(tags), "en") for tags in sets])

    @staticmethod
    def _audiences(kind: PaperKind, visit: VisitView, words: Words) -> list[tuple[str, str]]:
        made = [("", words.say("As the paper suggests")), ("public", words.say_in("Audience", "Public"))]
        made.append(("parties", words.say_in("Audience", "All parties")))
        if kind is PaperKind.AGENDA:
            # An itinerary is for the traveller's own party already.
            made += [(party.id, words.say("{party} only", party=party.name)) for party in visit.parties]
        made.append(("office", words.say_in("Audience", "Office only")))
        return made

    def _write(self, words: Words) -> None:
        self._languages.setText(words.say_in("papers", "Languages"))
        for segment in self.several:
            segment.setAccessibleName(words.say_in("papers", "Several languages"))
        self.single.setAccessibleName(words.say_in("papers", "One language"))
        if self._kind is PaperKind.DELEGATION:
            self.own.setText(words.say("The recipient's own language first"))
        else:
            self.own.setText(words.say("In the recipient's own language"))
        self._layout_field.tell(words.say("Layout"))
        self._audience_field.tell(words.say_in("papers", "For whose eyes"))
        self._files.setText(words.say_in("papers", "Files"))
        self._state.setText(words.say_in("papers", "Draft or final"))
        self.state.setAccessibleName(words.say_in("papers", "Draft or final"))
        self.state.setToolTip(
            words.say("The head of a draft’s pages says that it is one; a final paper says its date.")
        )
        self._format.setText(words.say_in("papers", "Format"))
        self.formats["docx"].setText("Word")
        self.formats["pdf"].setText("PDF")
        self._folder_field.tell(words.say("Folder"))
        self.choose.tell("", words.say("Choose a folder"))
        self.overwrite.setText(words.say("Replace files of the same name"))
        for box in (self.own, self.overwrite, *self.formats.values()):
            box.setFont(self.theme.font())

    @staticmethod
    def _quietly(box: QCheckBox, checked: bool) -> None:
        box.blockSignals(True)
        box.setChecked(checked)
        box.blockSignals(False)

    def _languages_chosen(self, code: str) -> None:
        tags = tuple(code.split(_BETWEEN))
        layout = self._options.layout
        if len(tags) == 1 or (len(tags) == 3 and layout == "columns"):
            layout = ""
        self._change(languages=tags, layout=layout)

    def _state_chosen(self, code: str) -> None:
        self._change(final=code == _FINAL)

    def _own_chosen(self, checked: bool) -> None:
        self._change(own_language=checked)

    def _layout_chosen(self) -> None:
        self._change(layout=self.layout_choice.value())

    def _audience_chosen(self) -> None:
        self._change(audience=self.audience.value())

    def _change(self, **values: object) -> None:
        options = replace(self._options, **values)  # pyright: ignore[reportArgumentType]
        if options != self._options:
            self._options = options
            self.changed.emit(self._kind, options)

    def _choose_folder(self) -> None:
        words = self._words
        if words is None:
            return
        named = QFileDialog.getExistingDirectory(self, words.say("Folder"), self.folder.text())
        if named:
            self.folder.show_text(named)


def _take(segment: Segment, code: str) -> None:
    """Put a choice in force, or none of this row: the other row has it."""
    segment.clear()
    segment.take(code)
