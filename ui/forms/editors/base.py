"""What all editors of a form share: label, explanation, note, and the protocol that the panel speaks."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.tokens import Severity
from ui.widgets.button import Button, Rank
from ui.widgets.cursor import put_cursor
from ui.widgets.field import Note
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtGui import QMoveEvent, QResizeEvent

    from models.text.catalogue import Words
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

_ABOVE_NOTE, _LEADING = 1, 4
"""Room above what is wrong, and of its line what is empty above and below the letters."""
Values = dict[str, Any]
"""Plain values by column; ``title.ko`` is one language of a text."""


class Unfit(ValueError):
    """What is typed cannot be taken; words it in the language of the screen."""

    def __init__(self, message: str, column: str = "", **values: object) -> None:
        super().__init__(message)
        self.message, self.column, self._values = message, column, values

    def sentence(self, words: Words) -> str:
        """Return what is wrong."""
        return words.say(self.message, **self._values)


class FieldEditor(QWidget):
    """Edits one field of a form.

    It knows the value that it showed when the user began (the base of what is saved) and the value that is
    in the file. What is typed stays while others save.
    """

    left = Signal(str, object, object)
    """The name of what was left (``title.ko`` for one language), its values by column, those shown before."""
    late = Signal(str, str, str, object, object)
    """As ``left``, after table and id of a row that is not shown any more."""
    typed = Signal()
    """Something changed that may not be saved yet: for previews."""
    judged = Signal()
    """It was found whether what is typed can be taken."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.spec = theme, spec
        self._words: Words | None = None
        self.record: Record | None = None
        self.context: FormContext | None = None
        self.caption = Text(theme, "", 12, bold=True, colour="text2")
        self.hint = Text(theme, "", 12, colour="text3", wrap=True)
        self.note = Note(theme)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.setSpacing(measures.GAP)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.head.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self.hint, 1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(measures.LABEL_GAP)
        column = self._whole = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.LABEL_GAP)
        column.addLayout(self.head)
        self._content = QWidget()
        self._content.setLayout(self.body)
        self._veil: Button | None = None
        if spec.sensitive:
            self._veil = Button(theme, Rank.PLAIN, "eye")
            self._veil.clicked.connect(self._unveil)
            column.addWidget(self._veil)
        column.addWidget(self._content)
        column.addWidget(self.note)
        self._over: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def float_note(self, over: QWidget) -> None:
        """Let what is wrong stand in the gap below the field: there it comes and goes and moves nothing."""
        self._over = over
        self._whole.removeWidget(self.note)
        self.note.setParent(over)
        self.note.hide()

    def _place_note(self) -> None:
        """Put what is wrong below the field; only what is longer than the gap takes room."""
        if self._over is None:
            return
        told = not self.note.isHidden()
        # What is too long for half a line goes on below the neighbour.
        wide = min(self._over.width(), max(self.width(), self.note.whole_width())) if told else 0
        high = self.note.heightForWidth(wide) if told else 0
        more = max(0, high + _ABOVE_NOTE - measures.GROUP_GAP - _LEADING)
        if self._whole.contentsMargins().bottom() != more:
            self._whole.setContentsMargins(0, 0, 0, more)
        if told:
            corner = self.mapTo(self._over, QPoint(0, self.height() - more + _ABOVE_NOTE))
            self.note.setGeometry(min(corner.x(), self._over.width() - wide), corner.y(), wide, high)
            self.note.raise_()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take along what is wrong."""
        super().moveEvent(event)
        self._place_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is wrong below the field."""
        super().resizeEvent(event)
        self._place_note()

    def show_record(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show the field of a row; what is typed and not saved stays where ``keep_typed`` is set."""
        if self._veil is not None:
            self._word_veil(record, context)
            if not keep_typed:
                self._show_content(shown=False)
        self.take(record, context, keep_typed=keep_typed)
        hint = self.explanation(context.words)
        if context.words is not self._words or hint != self.hint.text():
            self._words = context.words
            self.caption.setText(self.label(context.words))
            self.caption.restyle()
            self.hint.setText(hint)
            self.hint.setVisible(bool(hint))
            self.hint.restyle()

    def _word_veil(self, record: Record, context: FormContext) -> None:
        """Say whether there is something behind it, without saying what."""
        assert self._veil is not None
        words, label = context.words, self.label(context.words)
        there = any(record.values.get(column) for column in self.spec.edits())
        if there or context.read_only:
            self._veil.tell(
                words.say_in("form", "Show") if there else words.say_in("form", "Nothing here yet")
            )
            self._veil.setAccessibleName(words.say("Show: {field}", field=label))
        else:
            self._veil.tell(words.say_in("form", "Add"))
            self._veil.setAccessibleName(words.say("Add: {field}", field=label))
        self._veil.show_icon("eye" if there or context.read_only else "plus")

    def label(self, words: Words) -> str:
        """Return what the field is called."""
        return words.say_in("form", self.spec.label) if self.spec.label else ""

    def explanation(self, words: Words) -> str:
        """Return what stands at the right of the label."""
        return words.say_in("form", self.spec.help) if self.spec.help else ""

    def entrance(self) -> QWidget | None:
        """Return what takes the cursor first: where the field is sensitive, the button that shows it."""
        return self._veil if self._veil is not None and self.veiled() else self.first()

    def enter(self, field: str = "") -> bool:
        """Put the cursor where something is wrong, else where the field begins."""
        del field
        wrong = (each for each in self.findChildren(QWidget) if each.property("state") == "error")
        found = next((each for each in wrong if each.isVisible()), None) or self.entrance()
        if found is not None:
            put_cursor(found)
        return found is not None

    def veiled(self) -> bool:
        """Tell whether a sensitive field is not shown."""
        return self._content.isHidden()

    @abstractmethod
    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Take the value of a row; see :meth:`show_record`."""

    @abstractmethod
    def changed(self) -> bool:
        """Tell whether something is typed that is not saved."""

    def unread_rows(self) -> Collection[str]:
        """Return the ids of rows into which something was typed that could not be read."""
        return ()

    @abstractmethod
    def values(self) -> Values:
        """Return what stands in the field; raises Unfit where it cannot be read."""

    @abstractmethod
    def shown(self) -> Values:
        """Return what stood in the field when typing began."""

    @abstractmethod
    def confirm(self, field: str, values: Mapping[str, Any]) -> None:
        """Note that values are saved: what follows is typed on top of them."""

    @abstractmethod
    def overlay(self, field: str, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put back what was typed on top of an older value and is not saved yet."""

    @abstractmethod
    def put_back(self, field: str) -> None:
        """Show again what is saved."""

    @abstractmethod
    def flush(self) -> None:
        """Tell of what is being typed: the panel is about to show something else."""

    @abstractmethod
    def lock(self, locked: bool) -> None:
        """Let the field be read only."""

    @abstractmethod
    def first(self) -> QWidget | None:
        """Return what takes the cursor first."""

    def error(self, field: str, text: str) -> None:
        """Show what is wrong with the value, or nothing."""
        del field
        other = text != self.note.text()
        self.note.tell(text, Severity.ERROR)
        self._place_note()
        if other:
            self.judged.emit()

    def problem(self) -> str:
        """Return what is shown as wrong."""
        return self.note.text()

    def _unveil(self) -> None:
        self._show_content(shown=True)
        first = self.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_content(self, *, shown: bool) -> None:
        self._content.setVisible(shown)
        if self._veil is not None:
            self._veil.setVisible(not shown)

    def minimumSizeHint(self) -> QSize:
        """Return a small width: fields stand side by side in a narrow panel."""
        return QSize(60, super().minimumSizeHint().height())
