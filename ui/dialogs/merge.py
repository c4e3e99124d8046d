"""Bring it home: what a copy would change, what is to be decided, doing it, and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.errors import Cancelled, OpenQuestions
from ui.dialogs.question import QuestionBox
from ui.dialogs.scroll import Scroll
from ui.dialogs.working import WorkingDialog
from ui.style import measures
from ui.widgets.busy import BusyBar
from ui.widgets.button import Button, Link, Rank
from ui.widgets.field import Note
from ui.widgets.figures import Figures
from ui.widgets.text import Text
from ui.words_merge import MergeNamer
from ui.words_stages import stage_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.store.merge import MergePlan
    from ui.style.theme import Theme
    from ui.tongue import Tongue
    from ui.values_safety import MergeDone

AT_ONCE = 30
"""How many questions are shown before somebody asks for more."""


class Home(Protocol):
    """What the dialog asks; both run on a thread of their own."""

    def preview(self) -> MergePlan:
        """Say what bringing the copy home would do."""
        ...

    def merge(
        self, decisions: Mapping[str, str], progress: Callable[[str], None], stopped: Callable[[], bool]
    ) -> MergeDone:
        """Do it."""
        ...


class MergeDialog(WorkingDialog):
    """Opens with the comparison under way; ``merged`` carries what it came to."""

    merged = Signal(object)
    advanced = Signal(str)

    def __init__(self, theme: Theme, tongue: Tongue, home: Home, name: str, parent: QWidget) -> None:
        words = tongue.words
        super().__init__(
            theme,
            words.say("Bring it home"),
            words.say_in("merge", "Not now"),
            words.say_in("merge", "Merge"),
            parent,
        )
        self._most = parent.window().height() - 24
        self._tongue, self._home = tongue, home
        self._plan: MergePlan | None = None
        self._namer: MergeNamer | None = None
        self._decided: dict[str, str] = {}
        self._shown = 0
        self.figures = Figures(theme)
        self.said = Text(
            theme, words.say("Comparing {name} with this file.", name=name), colour="text2", wrap=True
        )
        self.boxes: list[QuestionBox] = []
        self._scroll = Scroll()
        self._more = Link(theme, "")
        self.busy = BusyBar(theme)
        self.note = Note(theme)
        self.all_ours = Button(theme, Rank.PLAIN, text=words.say("All as in this file"))
        self.all_theirs = Button(theme, Rank.PLAIN, text=words.say("All as in the copy"))
        self._left = Text(theme, "", 12, colour="text2")
        self._build()
        self.act.setEnabled(False)
        self.act.clicked.connect(self.merge)
        self.all_ours.clicked.connect(lambda: self.decide_all("ours"))
        self.all_theirs.clicked.connect(lambda: self.decide_all("theirs"))
        self._more.clicked.connect(self._show_more)
        self.busy.stopped.connect(self.stopping.set)
        self.advanced.connect(self._advance)
        self.setMinimumSize(660, 260)
        self.compare()

    def _build(self) -> None:
        self.body.addWidget(self.said)
        self.body.addWidget(self.figures)
        self._more.hide()
        self._scroll.hide()
        self.figures.hide()
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._more)
        row = QHBoxLayout()
        row.setSpacing(measures.GAP)
        row.addWidget(self._left, 1)
        row.addWidget(self.all_ours)
        row.addWidget(self.all_theirs)
        self.body.addLayout(row)
        for part in (self.all_ours, self.all_theirs, self._left):
            part.hide()
        self.body.addWidget(self.busy)
        self.body.addWidget(self.note)
        self.body.addStretch(0)

    def compare(self) -> None:
        """Compare both files; what was decided already stays decided where the question is the same."""
        words = self._tongue.words
        self.act.setEnabled(False)
        self.busy.begin(words.say("Comparing…"), words.say("Stop"))
        self.work.ask(self._home.preview, self._compared, self._failed)

    def _compared(self, plan: MergePlan) -> None:
        words = self._tongue.words
        self.busy.end()
        self._plan, self._namer = plan, MergeNamer(words, plan.named)
        keys = {question.key for question in plan.questions}
        self._decided = {key: choice for key, choice in self._decided.items() if key in keys}
        if plan.is_empty:
            self.said.setText(words.say("There is nothing to merge: everything is here already."))
            self.act.hide()
            self.cancel.tell(words.say("Close"))
            return
        self._show_counts(plan)
        self._scroll.clear()
        self.boxes, self._shown = [], 0
        asks = bool(plan.questions)
        self._scroll.setVisible(asks)
        for part in (self.all_ours, self.all_theirs, self._left):
            part.setVisible(asks)
        if asks:
            # No higher than the window that it lies over.
            self.resize(max(self.width(), 760), min(660, self._most))
        self._show_more()
        self._count_left()

    def _show_counts(self, plan: MergePlan) -> None:
        words, counts = self._tongue.words, plan.counts
        self.figures.show_figures(
            [
                (str(counts.change_sets), words.say_in("merge", "to merge")),
                (str(counts.known), words.say_in("merge", "already here")),
                (str(counts.to_decide), words.say_in("merge", "to decide")),
            ]
        )
        self.figures.show()
        said = words.say(
            "Taken without asking: {added} added, {changed} changed, {removed} removed.",
            added=counts.added,
            changed=counts.changed,
            removed=counts.removed,
        )
        if plan.notes:
            said += " " + words.count(
                "{number} thing was moved on both sides; the later move stays.",
                "{number} things were moved on both sides; the later move stays.",
                len(plan.notes),
            )
        if plan.questions:
            said += " " + words.say("What is not chosen stays in the history.")
        self.said.setText(said)

    def _show_more(self) -> None:
        if self._plan is None or self._namer is None:
            return
        coming = self._plan.questions[self._shown : self._shown + AT_ONCE]
        for question in coming:
            box = QuestionBox(self.theme, question, self._namer)
            if question.key in self._decided:
                box.take(self._decided[question.key])
            box.decided.connect(lambda box=box: self._took(box))
            self.boxes.append(box)
            self._scroll.add(box)
        self._shown += len(coming)
        left = len(self._plan.questions) - self._shown
        self._more.setVisible(left > 0)
        self._more.tell(self._tongue.words.count("Show {number} more", "Show {number} more", left))

    def decide_all(self, choice: str) -> None:
        """Decide every question alike."""
        if self._plan is None:
            return
        self._decided = {question.key: choice for question in self._plan.questions}
        for box in self.boxes:
            box.take(choice)
        self._count_left()

    def _took(self, box: QuestionBox) -> None:
        if box.choice():
            self._decided[box.question.key] = box.choice()
        self._count_left()

    def _count_left(self) -> None:
        if self._plan is None:
            return
        words = self._tongue.words
        left = sum(question.key not in self._decided for question in self._plan.questions)
        self.act.setEnabled(not left and not self._plan.is_empty)
        self._left.setText(
            words.count("{number} to decide", "{number} to decide", left)
            if left
            else words.say_in("merge", "All decided")
        )

    def merge(self) -> None:
        """Merge as decided."""
        words, home, decisions, stop = self._tongue.words, self._home, dict(self._decided), self.stopping
        stop.clear()
        self.note.tell("")
        self.act.setEnabled(False)
        self._scroll.setEnabled(False)
        self.busy.begin(words.say("Getting ready…"), words.say("Stop"))
        self.work.ask(
            lambda: home.merge(decisions, self.advanced.emit, stop.is_set), self._merged, self._failed
        )

    def _advance(self, stage: str) -> None:
        stages = ("comparing", "backing-up", "writing", "saving")
        self.busy.advance(stage_words(stage, self._tongue.words), stages.index(stage) + 1, len(stages))

    def _merged(self, done: MergeDone) -> None:
        words = self._tongue.words
        self.busy.end()
        self._scroll.hide()
        for part in (self.all_ours, self.all_theirs, self._left, self._more, self.figures):
            part.hide()
        said = words.say("Merged; it can be undone in one step.")
        if done.errors:
            said += " " + words.count(
                "The visits that it touched have {number} error; look at the findings.",
                "The visits that it touched have {number} errors; look at the findings.",
                done.errors,
            )
        self.said.setText(said)
        self.act.hide()
        self.cancel.tell(words.say("Close"))
        self.cancel.setFocus()
        self.merged.emit(done)

    def _failed(self, error: Exception) -> None:
        words = self._tongue.words
        self.busy.end()
        self._scroll.setEnabled(True)
        if isinstance(error, OpenQuestions):
            # Somebody has saved since: what was decided stays, what is new is asked.
            self.note.tell(words.say("Something was saved meanwhile; please look again."))
            self.compare()
            return
        if isinstance(error, Cancelled):
            self.note.tell(words.say("Stopped; nothing was merged."))
        else:
            self.note.tell(self._tongue.error(error))
        self._count_left()
