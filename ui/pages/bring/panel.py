"""What one line of a file says, cell by cell: what stands there, what would, and what is to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.pages.bring.rows import fields_of
from ui.style import measures
from ui.style.tokens import Severity
from ui.widgets.button import Button, Rank
from ui.widgets.field import Note
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from models.actions.intake import CellChange, Proposal, Question
    from models.text.catalogue import Words
    from ui.pages.bring.wish import LineView, Refused, Wish
    from ui.style.theme import Theme

NEW = "new"
"""The answer that somebody is none of those who are known."""
_CHECK = 24
_BETWEEN = " · "


class _Label(Text):
    """The text of a choice; a click on it chooses."""

    def __init__(self, theme: Theme, radio: QRadioButton, text: str, size: int, colour: str) -> None:
        super().__init__(theme, text, size, colour=colour, wrap=True)
        self._radio = radio

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        del event
        self._radio.click()


class LinePanel(Ground):
    """Shows one line or question; everything that is decided here is told by a signal."""

    taken = Signal(str, str, bool)
    """Line, field (empty for the whole line), and whether it is to be brought in."""
    answered = Signal(str, str)
    """The key of a question, and an id or ``NEW``."""
    chosen = Signal(str, object)
    """A line, and the values that were chosen for its doubtful cells, by field."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", Edge.LEFT, parent)
        self._view: LineView | None = None
        self.title = Text(theme, "", 16, bold=True, wrap=True)
        self.close_button = Button(theme, Rank.QUIET, "x")
        self.close_button.clicked.connect(self.closed)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setProperty("frame", "none")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(measures.PANEL_MARGIN, 12, 12, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self._groups: list[QButtonGroup] = []
        self._orders: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._body = QWidget()
        self._fresh()

    def key(self) -> str:
        """Return the key of the line that is shown."""
        return self._view.key if self._view is not None else ""

    def show_line(
        self, view: LineView, wish: Wish, proposal: Proposal, refused: Refused, words: Words
    ) -> None:
        """Show a line with what was refused of it."""
        focused = self._focused()
        self._view = view
        self.title.setText(view.name)
        self.close_button.tell("", words.say("Close"))
        self._area.setAccessibleName(view.name)
        column = self._fresh()
        column.addWidget(Text(self.theme, view.detail, 12, colour="text2", wrap=True))
        if view.source:
            self._caption(column, words.say_in("import", "In the file"))
            column.addWidget(Text(self.theme, view.source, wrap=True))
        whole = (view.key, "") not in refused
        if view.takes:
            box = self._box(words.say("Bring this line in"), whole)
            box.toggled.connect(lambda on: self.taken.emit(view.key, "", on))
            column.addWidget(box)
        if view.question is not None:
            self._ask(column, view.question, wish, words)
        self._refusals(column, view, proposal, words)
        self._changes(column, view, proposal, refused, words, whole=whole)
        column.addStretch(1)
        self._focus_again(focused)

    def focus_first(self) -> None:
        """Put the focus on what can be decided first."""
        for kind in (QRadioButton, QCheckBox):
            found = [each for each in self._body.findChildren(kind) if each.isEnabled()]
            if found:
                first = next((each for each in found if each.isChecked()), found[0])
                # What was laid out just now is shown only later, and nothing hidden takes the focus.
                first.show()
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fresh(self) -> QVBoxLayout:
        self._groups.clear()
        body = Ground(self.theme, "panel")
        self._body = body
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.PANEL_MARGIN - 1, 0, measures.PANEL_MARGIN, measures.PANEL_MARGIN)
        column.setSpacing(measures.LABEL_GAP)
        self._area.setWidget(body)
        return column

    def _focused(self) -> str:
        """Return the name of the control that has the focus, so that it can have it again."""
        inside = self._body.focusWidget()
        return inside.accessibleName() if inside is not None and inside.hasFocus() else ""

    def _focus_again(self, name: str) -> None:
        if name:
            found = [each for each in self._body.findChildren(QWidget) if each.accessibleName() == name]
            if found:
                found[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _caption(self, column: QVBoxLayout, text: str) -> None:
        column.addSpacing(measures.GROUP_GAP - measures.LABEL_GAP)
        column.addWidget(Text(self.theme, text, 12, bold=True, colour="text2", wrap=True))

    def _box(self, text: str, checked: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setFont(self.theme.font())
        box.setAccessibleName(text)
        box.setChecked(checked)
        return box

    def _radio(  # noqa: PLR0917 - what a choice is shown from
        self,
        column: QBoxLayout,
        group: QButtonGroup,
        text: str,
        name: str,
        checked: bool,
        about: str = "",
    ) -> QRadioButton:
        """Add a choice whose text has as many lines as it needs; a radio button alone would cut it off."""
        radio = QRadioButton()
        radio.setAccessibleName(name)
        radio.setChecked(checked)
        group.addButton(radio)
        row, said = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(4)
        said.setSpacing(0)
        said.setContentsMargins(0, 3, 0, 3)
        said.addWidget(_Label(self.theme, radio, text, 13, "text"))
        if about:
            said.addWidget(_Label(self.theme, radio, about, 12, "text2"))
        row.addWidget(radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        column.addLayout(row)
        return radio

    def _ask(self, column: QVBoxLayout, question: Question, wish: Wish, words: Words) -> None:
        asked = words.say("Is “{text}” one of these?", text=question.text)
        self._caption(column, asked)
        group = self._group()
        answer = wish.answers.get(question.key, "")
        offered = [*question.candidates, (NEW, words.say_in("import", "None of them: new"))]
        for key, name in offered:
            facts = list(question.facts.get(key, ()))
            if key in question.brought:
                facts.append(words.say_in("import", "new in this file, too"))
            about = _BETWEEN.join(facts)
            spoken = f"{asked} {name} {about}".strip()
            radio = self._radio(column, group, name, spoken, key == answer, about)
            radio.clicked.connect(lambda _on=False, key=key: self.answered.emit(question.key, key))
        if not answer:
            note = Note(self.theme)
            note.tell(words.say("Until this is answered, what depends on it is left out."), Severity.WARN)
            column.addWidget(note)

    def _refusals(self, column: QVBoxLayout, view: LineView, proposal: Proposal, words: Words) -> None:
        from ui.words_import import place_in, refusal_sentence

        for refusal in view.line.refusals if view.line is not None else ():
            note = Note(self.theme)
            note.tell(
                f"{place_in(refusal.origin, proposal, words)}: {refusal_sentence(refusal, words)}",
                Severity.ERROR,
            )
            column.addSpacing(measures.LABEL_GAP)
            column.addWidget(note)

    def _changes(
        self,
        column: QVBoxLayout,
        view: LineView,
        proposal: Proposal,
        refused: Refused,
        words: Words,
        *,
        whole: bool,
    ) -> None:
        if view.line is None:
            return
        if not fields_of(view):
            if not view.line.refusals:
                column.addSpacing(measures.LABEL_GAP)
                same = words.say("Everything that this line says is there already.")
                column.addWidget(Text(self.theme, same, colour="text2", wrap=True))
            return
        for step in view.line.steps:
            for change in step.changes:
                self._change(column, view, change, proposal, refused, words, whole=whole)

    def _change(  # noqa: PLR0917 - what a cell is shown from
        self,
        column: QVBoxLayout,
        view: LineView,
        change: CellChange,
        proposal: Proposal,
        refused: Refused,
        words: Words,
        *,
        whole: bool,
    ) -> None:
        from ui.words_import import called_field, doubt_name, place_in, value_shown

        label = called_field(change.field, words)
        column.addSpacing(measures.GROUP_GAP - measures.LABEL_GAP)
        box = self._box(label, (view.key, change.field) not in refused)
        box.setFont(self.theme.font(12, bold=True))
        box.setEnabled(whole)
        new = value_shown(change, change.new, proposal, words)
        old = value_shown(change, change.old, proposal, words) if change.old not in (None, "", ()) else ""
        box.setAccessibleName(f"{label}: {old} → {new}" if old else f"{label}: {new}")
        box.toggled.connect(lambda on: self.taken.emit(view.key, change.field, on))
        column.addWidget(box)
        inner = QVBoxLayout()
        inner.setContentsMargins(_CHECK, 0, 0, 0)
        inner.setSpacing(2)
        column.addLayout(inner)
        if old:
            inner.addWidget(
                Text(self.theme, words.say("before: {value}", value=old), colour="text2", wrap=True)
            )
        inner.addWidget(Text(self.theme, new, wrap=True))
        source = " ".join(change.text.split())
        if source and source != new:
            place = place_in(change.origin, proposal, words)
            said = words.say("{place}: “{text}”", place=place, text=source)
            inner.addWidget(Text(self.theme, said, 12, colour="text3", wrap=True))
        if change.doubt is not None and not _asked_with_family(view, change):
            note = Note(self.theme)
            note.tell(
                words.say("Not certain: {doubt}", doubt=doubt_name(change.doubt.value, words)), Severity.WARN
            )
            inner.addWidget(note)
        if change.options and not _asked_with_family(view, change):
            self._options(inner, view, change, label, proposal, words)

    def _options(  # noqa: PLR0917 - what a cell is shown from
        self,
        column: QBoxLayout,
        view: LineView,
        change: CellChange,
        label: str,
        proposal: Proposal,
        words: Words,
    ) -> None:
        from ui.words_import import value_shown

        group = self._group()
        decided = change.doubt is None
        values = (change.new, *change.options)
        for value in self._in_order(view.key, change.field, values):
            place = values.index(value)
            together = _together(view, change, place)
            text = _BETWEEN.join(value_shown(change, each, proposal, words) for each in together.values())
            radio = self._radio(column, group, text, f"{label}: {text}", decided and place == 0)
            radio.clicked.connect(lambda _on=False, said=together: self.chosen.emit(view.key, said))

    def _in_order(self, line: str, field: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the choices of a cell in the order in which they were first offered."""
        known = self._orders.get((line, field), ())
        if len(known) != len(values) or any(value not in known for value in values):
            self._orders[line, field] = known = values
        return known

    def _group(self) -> QButtonGroup:
        group = QButtonGroup(self)
        self._groups.append(group)
        return group


def _asked_with_family(view: LineView, change: CellChange) -> bool:
    """Tell whether a given name is decided with its family name: one answer does for both."""
    part, _, tag = change.field.partition(".")
    return part == "given" and any(
        each.field == f"family.{tag}" and each.options
        for step in (view.line.steps if view.line is not None else ())
        for each in step.changes
    )


def _together(view: LineView, change: CellChange, place: int) -> dict[str, Any]:
    """Return the values of one choice: family and given name change their places together."""
    found: dict[str, Any] = {}
    name, _, tag = change.field.partition(".")
    partners = {f"family.{tag}", f"given.{tag}"} if name in ("family", "given") else {change.field}
    for step in view.line.steps if view.line is not None else ():
        for each in step.changes:
            values = (each.new, *each.options)
            if each.field in partners and place < len(values):
                found[each.field] = values[place]
    return found
