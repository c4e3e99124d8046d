"""Making papers: which, for whom, in which languages, where; with progress and a way to stop."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from models.errors import Cancelled
from models.text.languages import known_languages, language
from models.text.names import full_name
from ui.dialogs.base import Dialog
from ui.pages.papers.plan import Options, PaperKind, PaperSet, Wish
from ui.style import measures
from ui.widgets.busy import BusyBar
from ui.widgets.button import Button, Rank
from ui.widgets.entry import ChoiceEntry, LineEntry
from ui.widgets.field import Field, Note
from ui.widgets.segment import Choice, Segment
from ui.widgets.text import Text
from ui.work import Work

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from ui.settings import Settings
    from ui.style.theme import Theme
    from ui.tongue import Tongue
    from ui.values import DelegationChoice, FileView, VisitView

AGENDA, ITINERARY = "agenda", "itinerary"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made."""

    paper: str
    whom: tuple[str, ...]
    """Ids of delegations or people, one paper each; empty where the paper is for everyone."""
    languages: tuple[str, ...]
    layout: str
    folder: Path
    overwrite: bool

    def papers(self) -> PaperSet:
        """Return the set that this is."""
        options = Options(self.languages, layout=self.layout)
        if self.paper == AGENDA:
            wishes = (Wish(PaperKind.AGENDA, options=options),)
        else:
            wishes = tuple(Wish(PaperKind.PERSON, who, options) for who in self.whom)
        return PaperSet(wishes, ("docx",), self.folder, self.overwrite)


class ExportDialog(Dialog):
    """Stays open until the papers are made, then offers their folder."""

    advanced = Signal(int, int)

    def __init__(
        self,
        theme: Theme,
        tongue: Tongue,
        settings: Settings,
        file: FileView,
        visit: VisitView,
        *,
        parent: QWidget,
    ) -> None:
        words = tongue.words
        super().__init__(
            theme, words.say_in("window", "Export"), words.say("Close"), words.say("Make the papers"), parent
        )
        self._tongue, self._settings, self._file, self._visit = tongue, settings, file, visit
        self._stop = threading.Event()
        self._work = Work(self)
        self.paper = Segment(theme)
        self.whom = ChoiceEntry(theme)
        self.languages = [ChoiceEntry(theme) for _ in range(3)]
        self.layout_choice = ChoiceEntry(theme)
        self.folder = LineEntry(theme)
        self.overwrite = QCheckBox()
        self.busy = BusyBar(theme)
        self.note = Note(theme)
        self.result_text = Text(theme, "", wrap=True)
        self.open_folder = Button(theme, Rank.PLAIN, "folder-open")
        self._choose = Button(theme, Rank.PLAIN)
        self._whom_field = Field(theme, self.whom)
        self._agenda_only: list[Field] = []
        self._build()
        self._fill()
        self.paper.chosen.connect(self._paper_chosen)
        self._choose.clicked.connect(self._choose_folder)
        self.act.clicked.connect(self.make)
        self.busy.stopped.connect(self._stop.set)
        self.open_folder.clicked.connect(self._show_folder)
        self.advanced.connect(self._advance)
        self.setMinimumWidth(520)

    def _build(self) -> None:
        words, theme = self._tongue.words, self.theme
        self.body.addWidget(self.paper)
        self._whom_field.tell(words.say("For whom"))
        self.body.addWidget(self._whom_field)
        captions = (words.say("First language"), words.say("Second language"), words.say("Third language"))
        row = QHBoxLayout()
        row.setSpacing(measures.GAP)
        for entry, caption in zip(self.languages, captions, strict=True):
            field = Field(theme, entry)
            field.tell(caption)
            row.addWidget(field)
            self._agenda_only = [field]
        self.body.addLayout(row)
        layout = Field(theme, self.layout_choice)
        layout.tell(words.say("Layout"))
        self._agenda_only.append(layout)
        self.body.addWidget(layout)
        where = Field(theme, self.folder)
        where.tell(words.say("Folder"))
        self._choose.tell(words.say("Choose…"))
        line = QHBoxLayout()
        line.setSpacing(measures.GAP)
        line.addWidget(where, 1)
        line.addWidget(self._choose)
        line.setAlignment(self._choose, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(line)
        self.overwrite.setText(words.say("Replace files of the same name"))
        self.overwrite.setFont(theme.font())
        self.body.addWidget(self.overwrite)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.note)
        self.body.addWidget(self.result_text)
        self.open_folder.tell(words.say("Open the folder"))
        self.foot.insertWidget(0, self.open_folder)
        self.open_folder.hide()
        self.result_text.hide()
        self.body.addStretch(1)

    def _fill(self) -> None:
        words = self._tongue.words
        self.paper.setAccessibleName(words.say("Paper"))
        self.paper.offer(
            [
                Choice(AGENDA, words.say_in("window", "Agenda")),
                Choice(ITINERARY, words.say_in("window", "Itinerary")),
            ]
        )
        self.paper.take(AGENDA)
        whom: list[tuple[str, str]] = []
        for delegation in self._visit.delegations:
            name = self._delegation_name(delegation)
            whom.append((delegation.id, name))
            whom.append((f"each:{delegation.id}", words.say("{delegation}: one for each", delegation=name)))
        whom += [(one.id, full_name(one.name, words.language).text) for one in self._visit.people()]
        self.whom.offer(whom, whom[0][0] if whom else "")
        tags = list(dict.fromkeys([*self._visit.languages, *known_languages()]))
        named = [(tag, language(tag).own_name) for tag in tags]
        none = ("", words.say_in("window", "None"))
        self.languages[0].offer(named, tags[0])
        for entry, at in ((self.languages[1], 1), (self.languages[2], 9)):
            tag = self._visit.languages[at] if at < len(self._visit.languages) else ""
            entry.offer([none, *named], tag)
        self.layout_choice.offer(
            [
                ("", words.say("As the paper suggests")),
                ("columns", words.say("Side by side")),
                ("stacked", words.say("One below the other")),
            ],
            "",
        )
        kept = self._settings.kept.papers or str(self._file.path.parent)
        self.folder.show_text(kept)
        self._paper_chosen(AGENDA)

    def _delegation_name(self, delegation: DelegationChoice) -> str:
        written = delegation.name.pick([self._tongue.words.language, *self._visit.languages])
        return written.text if written else "?"

    def _paper_chosen(self, paper: str) -> None:
        self._whom_field.setVisible(paper == ITINERARY)
        # An itinerary has two languages at most.
        for field in self._agenda_only:
            field.setVisible(paper == AGENDA)

    def _choose_folder(self) -> None:
        words = self._tongue.words
        named = QFileDialog.getExistingDirectory(self, words.say("Folder"), self.folder.text())
        if named:
            self.folder.show_text(named)

    def plan(self) -> Plan:
        """Return what is to be made."""
        paper = self.paper.value()
        most = 3 if paper == AGENDA else 2
        tags = [entry.value() for entry in self.languages[:most] if entry.value()]
        return Plan(
            paper,
            self._whom() if paper == ITINERARY else (),
            tuple(dict.fromkeys(tags)),
            self.layout_choice.value() if paper == AGENDA else "",
            Path(self.folder.text()).expanduser(),
            self.overwrite.isChecked(),
        )

    def _whom(self) -> tuple[str, ...]:
        value = self.whom.value()
        if not value.startswith("each:"):
            return (value,)
        wanted = value.removeprefix("each:")
        chosen = next(delegation for delegation in self._visit.delegations if delegation.id == wanted)
        return tuple(person.id for person in chosen.people)

    def make(self) -> None:
        """Make the papers on a thread of its own."""
        plan, path, visit_id, stop = self.plan(), self._file.path, self._visit.id, self._stop
        words = self._tongue.words
        self._settings.keep(papers=str(plan.folder))
        stop.clear()
        self.note.tell("")
        self.result_text.hide()
        self.open_folder.hide()
        self.act.setEnabled(False)
        self.busy.begin(words.say("Getting ready…"), words.say("Stop"))

        def act() -> list[Path]:
            from ui.data.papers import make_papers

            return make_papers(path, visit_id, plan.papers(), self.advanced.emit, stop)

        self._work.ask(act, self._made, self._failed)

    def _advance(self, done: int, total: int) -> None:
        words = self._tongue.words
        self.busy.advance(words.say("{done} of {total}", done=done, total=total), done, total)

    def _made(self, made: list[Path]) -> None:
        words = self._tongue.words
        self._ended()
        self.result_text.setText(
            words.count("{number} paper was made", "{number} papers were made", len(made))
        )
        self.result_text.show()
        self.open_folder.show()
        self.open_folder.setFocus()

    def _failed(self, error: Exception) -> None:
        self._ended()
        if isinstance(error, Cancelled):
            self.result_text.setText(self._tongue.words.say("Stopped; nothing half made is left"))
            self.result_text.show()
        else:
            self.note.tell(self._tongue.error(error))

    def _ended(self) -> None:
        self.busy.end()
        self.act.setEnabled(True)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.plan().folder)))

    def reject(self) -> None:
        """Stop what is under way, then close."""
        self._stop.set()
        self._work.stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way, then close."""
        self._stop.set()
        self._work.stop()
        super().closeEvent(event)
