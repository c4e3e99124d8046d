"""The panel that edits one row of any table, declared by its form; saved as its fields are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaMethod, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from models.errors import FileProblem
from ui.edits import Edit
from ui.forms.body import FormBody
from ui.forms.called import title_of
from ui.forms.conflict import ConflictBox
from ui.forms.foot import PanelFoot
from ui.forms.found import Found
from ui.forms.head import PanelHead
from ui.forms.proposals import proposed
from ui.style import measures
from ui.style.paint import Ink
from ui.widgets.badge import Mark
from ui.widgets.ground import Edge, Ground
from ui.widgets.order import chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QResizeEvent

    from models.text.catalogue import Words
    from ui.edits import Kept
    from ui.forms.editors.base import FieldEditor
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FormSpec
    from ui.style.theme import Theme
    from ui.style.tokens import Severity
    from ui.values import ChangeView

    Flight = dict[str, dict[str, object]]


class FormPanel(Ground):
    """Edits one row; ``edited`` carries what is to be saved."""

    edited = Signal(object)
    removed = Signal(str, str)
    closed = Signal()
    history_asked = Signal(str, str)
    shown = Signal()
    """Another row is shown: what could not be saved of it belongs into its fields."""
    decided = Signal(object, bool)
    """A kept edit of which two values stand against each other, and whether mine stays."""
    judged = Signal()
    """It was found whether what is typed in a field can be taken."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", Edge.LEFT, parent)
        self.record: Record | None = None
        self.context: FormContext | None = None
        self.boxes: list[ConflictBox] = []
        self.body: FormBody | None = None
        self._bodies: dict[FormSpec, FormBody] = {}
        self._flying: Flight = {}
        self._kept: Sequence[Kept] = ()
        self._banner_texts: list[tuple[str, Severity, tuple[str, ...], tuple[str, str]]] = []
        self.head = PanelHead(theme)
        self.head.closed.connect(self.closed)
        self.head.removed.connect(lambda: self.removed.emit(*self.row()))
        self.head.history.connect(lambda: self.history_asked.emit(*self.row()))
        self.foot = PanelFoot(theme)
        self.found = Found(theme)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(measures.GROUP_GAP)
        self._forms = QVBoxLayout()
        self._scroll = QScrollArea()
        self._build()

    def _build(self) -> None:
        inside = Ground(self.theme, "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(measures.PANEL_MARGIN, 0, measures.PANEL_MARGIN, measures.PANEL_MARGIN)
        column.setSpacing(measures.GROUP_GAP)
        for part in (self._boxes, self._forms):
            column.addLayout(part)
        column.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.found)
        whole.addWidget(self.foot)

    def form(self, spec: FormSpec) -> FormBody:
        """Return the fields of a form, built on first use."""
        known = self._bodies.get(spec)
        if known is None:
            known = self._bodies[spec] = FormBody(self.theme, spec)
            known.hide()
            for editor in known.editors.values():
                editor.left.connect(self._left)
                editor.judged.connect(self.judged)
                editor.late.connect(lambda *of: self.edited.emit(Edit(*of)))
            self._forms.addWidget(known)
        return known

    def add_section(self, spec: FormSpec, widget: QWidget, after: str = "") -> None:
        """Put a widget into a form, below the field ``after`` or below all fields."""
        self.form(spec).add_section(widget, after)

    def editor(self, name: str) -> FieldEditor:
        """Return the editor of a field of the form that is shown."""
        if self.body is None:
            raise LookupError(name)
        return self.body.editors[name]

    def show_record(self, spec: FormSpec, record: Record, context: FormContext) -> None:
        """Show a row; what is being typed into it stays."""
        same = self.row() == (record.table, record.id) and self.body is self._bodies.get(spec)
        if not same:
            self.flush()
            self._flying.clear()
            self._kept = ()
        languages = self.context.languages if self.context is not None else ()
        before, self.body = self.body, self.form(spec)
        self.record, self.context = record, context
        self.show_head(spec, record, context)
        self.head.offer(history=self._heard(self.history_asked), removal=not context.read_only)
        self._show_banners(context)
        self.body.show_record(record, context, keep_typed=same)
        if before is not self.body:
            if before is not None:
                before.hide()
            self.body.show()
        if not same:
            self.foot.show_change(None, context.words)
            self._scroll.verticalScrollBar().setValue(0)
        self._show_kept()
        if not same or tuple(languages) != tuple(context.languages):
            chain(self)
        if not same:
            self.shown.emit()

    def show_head(self, spec: FormSpec, record: Record, context: FormContext) -> None:
        """Show at the top what the row is and what it is called."""
        words = context.words
        title = title_of(spec, record, context)
        untitled = not (title.text or context.subject)
        text = title.text or ("" if context.subject else words.say("Untitled"))
        self.head.tell(
            Mark(words.say_in("form", spec.called), spec.icon),
            "note",
            lambda tokens: [
                Ink(text, tokens.text3 if untitled else tokens.text, 13, not untitled, title.language),
                Ink(context.subject, tokens.text2, 12, gap=8 if text else 0),
            ],
            words,
        )

    def show_kept(self, kept: Sequence[Kept], *, put_in: bool = False) -> None:
        """Show what is not saved of the row; ``put_in`` writes it into the fields anew."""
        self._kept = kept
        for each in kept:
            if self._flying.get(each.edit.field) == each.edit.values:
                del self._flying[each.edit.field]
            editor = self._editor_of(each.edit)
            if put_in and editor is not None:
                editor.overlay(each.edit.field, each.edit.values, each.edit.shown)
        self._show_kept()

    def confirm(self, edit: Edit) -> None:
        """Note that an edit is in the file."""
        if self.row() != (edit.table, edit.row_id):
            return
        if self._flying.get(edit.field) == edit.values:
            del self._flying[edit.field]
        editor = self._editor_of(edit)
        if editor is not None:
            editor.confirm(edit.field, edit.values)

    def put_back(self, edit: Edit) -> None:
        """Show what is in the file instead of an edit."""
        editor = self._editor_of(edit)
        if editor is not None and self.row() == (edit.table, edit.row_id):
            editor.put_back(edit.field)

    def typing(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return any(
            bool(editor.unread_rows()) or (body is self.body and editor.changed())
            for body in self._bodies.values()
            for editor in body.editors.values()
        )

    def unreadable(self) -> list[tuple[str, str, str]]:
        """Return the fields in which something is typed that cannot be saved: table, id of the row, field."""
        return [
            (spec.table, row, editor.spec.name)
            for spec, body in self._bodies.items()
            for editor in body.editors.values()
            for row in dict.fromkeys(editor.unread_rows())
        ]

    def place_of(self, table: str, row_id: str) -> tuple[str, str]:
        """Return what has to be found so that this form shows a row: the row itself."""
        return table, row_id

    def enter_field(self, field: str = "") -> bool:
        """Put the cursor into a field, or where something cannot be read; tell whether there is one."""
        if self.body is None or not self.isVisible():
            return False
        row, name = self.row()[1], field.partition(".")[0]
        for editor in self.body.editors.values():
            if editor.spec.name == name or (not field and row in editor.unread_rows()):
                return editor.enter(field)
        return False

    def flush(self) -> None:
        """Save what is being typed: the panel is about to show something else."""
        if self.body is not None:
            for editor in self.body.editors.values():
                editor.flush()

    def row(self) -> tuple[str, str]:
        """Return table and id of the row that is shown; both empty where none is."""
        return (self.record.table, self.record.id) if self.record is not None else ("", "")

    def edit_first(self) -> None:
        """Put the cursor into the first field."""
        first = self.body.first() if self.body is not None else None
        if isinstance(first, QLineEdit):
            # Nothing is selected: the next key does not wipe out what stands there.
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            first.end(False)
        elif first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_change(self, change: ChangeView | None, words: Words) -> None:
        """Say at the foot who changed the row last."""
        self.foot.show_change(change, words)

    def _heard(self, signal: SignalInstance) -> bool:
        """Tell whether anybody listens to a signal: what nobody answers is not offered."""
        return self.isSignalConnected(QMetaMethod.fromSignal(signal))

    def _editor_of(self, edit: Edit) -> FieldEditor | None:
        return self.body.editors.get(edit.field.partition(".")[0]) if self.body is not None else None

    def _show_kept(self) -> None:
        """Show beside its field what could not be saved, and above what two have changed."""
        if self.body is None or self.context is None:
            return
        wanted = [each for each in self._kept if each.conflict]
        other_words = any(box.words is not self.context.words for box in self.boxes)
        if [box.kept for box in self.boxes] != wanted or other_words:
            self._show_boxes(wanted, self.body.spec, self.context)
        for each in self._kept:
            editor = self._editor_of(each.edit)
            if editor is not None:
                editor.error(each.edit.field, self._said(each, self.context))

    def _show_boxes(self, wanted: list[Kept], spec: FormSpec, context: FormContext) -> None:
        _clear(self._boxes)
        self.boxes = []
        for each in wanted:
            if each.conflict:
                made = ConflictBox(self.theme, each, each.conflict, spec, context)
                made.decided.connect(self.decided)
                self.boxes.append(made)
                self._boxes.addWidget(made)
        if self.boxes:
            self._scroll.verticalScrollBar().setValue(0)
        chain(self)

    @staticmethod
    def _said(kept: Kept, context: FormContext) -> str:
        """Return what stands beside a field; what is wrong with the file is told above the page."""
        if kept.conflict:
            return context.words.say("See above")
        if isinstance(kept.error, FileProblem):
            return context.words.say("Not saved yet")
        return context.error(kept.error)

    def _show_banners(self, context: FormContext) -> None:
        repairs = [*context.repairs, *[()] * (len(context.findings) - len(context.repairs))]
        both = list(zip(context.findings, repairs, strict=True))
        texts = [(*found, tuple(text for text, _act in mending), self.row()) for found, mending in both]
        if texts == self._banner_texts:
            return
        self._banner_texts = texts
        self.found.tell([(text, severity, mending) for (text, severity), mending in both])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what was found its part of the new height."""
        super().resizeEvent(event)
        self.found.fit()

    def _left(self, field: str, values: dict[str, Any], shown: dict[str, Any]) -> None:
        if self.record is None or self._flying.get(field) == values:
            return
        # What is on its way is what the next edit of the same field stands on.
        base = {**shown, **self._flying.get(field, {})}
        waits = any(kept.edit.field == field for kept in self._kept)
        if not waits and values == {name: base.get(name) for name in values}:
            # Where an older value waits to be saved, the old value is an edit like any other.
            return
        more = proposed(self.record, values)
        values, base = {**values, **more}, {**base, **dict.fromkeys(more, "")}
        self._flying[field] = values
        self.edited.emit(Edit(self.record.table, self.record.id, field, values, base))


def _clear(column: QVBoxLayout) -> None:
    while (kept := column.takeAt(0)) is not None:
        widget = kept.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
