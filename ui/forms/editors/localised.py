"""A text in all working languages: side by side, what is missing marked, the last translation offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.text.languages import language
from models.text.localised import NO_TEXT
from ui.forms.editors.base import FieldEditor, Values
from ui.forms.spec import FieldKind
from ui.style import measures
from ui.widgets.button import Link
from ui.widgets.cursor import has_cursor, put_cursor
from ui.widgets.entry import ProseEntry
from ui.widgets.field import HEAD, Field
from ui.words import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from models.text.localised import LocalisedText, Written
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

_ONE_COLUMN, _ALL_COLUMNS = 300, 480
"""Below the one width a language has a row of its own, from the other on all stand in one row."""
_BESIDE = 40
"""What stands beside an earlier translation that is offered: the icon, and room between."""


class Cell(QWidget):
    """One language: its editor, and beside its label what was once written for the same text."""

    def __init__(self, theme: Theme, tag: str, *, lines: int, paragraphs: bool) -> None:
        super().__init__()
        self.tag = tag
        self.entry = ProseEntry(theme, tag, lines=lines, paragraphs=paragraphs)
        self.field = Field(theme, self.entry, quiet=True, language=tag)
        self.offer = Link(theme, bold=False, shrinks=True)
        self.offer.setFixedHeight(HEAD)
        self.offered, self._taking = "", lambda text: text
        self.offer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.field.head.addWidget(self.offer)
        column.addWidget(self.field)
        column.addStretch(1)

    def show_offer(self, text: str, taking: Callable[[str], str]) -> None:
        """Offer a text, or nothing; ``taking`` says what is offered."""
        self.offered, self._taking = text, taking
        self.offer.setVisible(bool(text))
        self.field.be_short(bool(text))
        self._fit_offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the offer as there is room for."""
        super().resizeEvent(event)
        self._fit_offer()

    def _fit_offer(self) -> None:
        if not self.offered:
            return
        metrics, text = self.field.theme.metrics(13), " ".join(self.offered.split())
        taken = self.field.caption_width() + metrics.horizontalAdvance(self._taking("")) + _BESIDE
        room = self.width() - round(taken)
        self.offer.tell(self._taking(metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))))
        self.offer.setToolTip(self.offered)


class LocalisedEditor(FieldEditor):
    """One cell a language; each is saved by itself, as ``title.ko``."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self._several = spec.kind is FieldKind.TEXTS
        self._cells: dict[str, Cell] = {}
        self._columns = 2
        self._behind = NO_TEXT
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(measures.GAP)
        self._grid.setVerticalSpacing(measures.GAP)
        self.body.addLayout(self._grid)

    def stand_behind(self, text: LocalisedText) -> None:
        """Show what holds in the languages that have no text of their own."""
        self._behind = text
        self._mark_missing()

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show the text of a row in each language."""
        self.record, self.context = record, context
        self._use_languages(context.languages)
        text = self._text(record)
        what = self.label(context.words)
        for tag, cell in self._cells.items():
            name = language(tag).own_name
            cell.field.tell(name, name=f"{what}, {name}")
            if keep_typed:
                cell.entry.refresh_text(text.text_in(tag))
            else:
                cell.entry.show_text(text.text_in(tag))
        self._mark_missing()

    def changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return any(cell.entry.changed() or cell.entry.unsaid() for cell in self._cells.values())

    def values(self) -> Values:
        """Return the text in each language."""
        return {self._column(tag): cell.entry.text() for tag, cell in self._cells.items()}

    def shown(self) -> Values:
        """Return what stood in each language when typing began."""
        return {self._column(tag): cell.entry.shown() for tag, cell in self._cells.items()}

    def confirm(self, field: str, values: Mapping[str, Any]) -> None:
        """Note that the text of a language is saved."""
        cell = self._cell_of(field)
        if cell is not None and field in values:
            cell.entry.confirm(str(values[field] or ""))

    def overlay(self, field: str, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put back what was typed in a language and is not saved yet."""
        cell = self._cell_of(field)
        if cell is not None:
            cell.entry.overlay(str(values.get(field) or ""), str(shown.get(field) or ""))

    def put_back(self, field: str) -> None:
        """Show in a language what is saved."""
        cell = self._cell_of(field)
        if cell is not None:
            cell.entry.put_back()
            cell.field.error("")
            self._mark_missing()

    def flush(self) -> None:
        """Tell of a language that is being left because the panel shows something else."""
        for cell in self._cells.values():
            if has_cursor(cell.entry):
                cell.entry.tell_left()

    def lock(self, locked: bool) -> None:
        """Let the texts be read only."""
        for cell in self._cells.values():
            cell.entry.setReadOnly(locked)
            cell.offer.setEnabled(not locked)

    def first(self) -> ProseEntry | None:
        """Return the first editor."""
        return next((cell.entry for cell in self._cells.values()), None)

    def enter(self, field: str = "") -> bool:
        """Put the cursor into the text of a language."""
        cell = self._cell_of(field)
        if cell is None:
            return super().enter(field)
        put_cursor(cell.entry)
        return True

    def error(self, field: str, text: str) -> None:
        """Show what is wrong in a language."""
        cell = self._cell_of(field)
        if cell is None:
            super().error(field, text)
        else:
            cell.field.error(text)

    def entry(self, tag: str) -> ProseEntry:
        """Return the editor of a language."""
        return self._cells[tag].entry

    def field(self, tag: str) -> Field:
        """Return the field of a language."""
        return self._cells[tag].field

    def offer(self, tag: str) -> Link:
        """Return what offers the earlier translation into a language."""
        return self._cells[tag].offer

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the languages side by side where they fit."""
        super().resizeEvent(event)
        self._arrange()

    def _use_languages(self, languages: Sequence[str]) -> None:
        if list(self._cells) == list(languages):
            return
        before = self._cells
        for tag, cell in before.items():
            self._grid.removeWidget(cell)
            if tag not in languages:
                cell.hide()
                cell.deleteLater()
        # Another language of the screen only goes first: the cursor stays in its cell.
        self._cells = {tag: before.get(tag) or self._cell(tag) for tag in languages}
        self._columns = 0
        self._arrange()

    def _cell(self, tag: str) -> Cell:
        cell = Cell(self.theme, tag, lines=2 if self._several else 1, paragraphs=self._several)
        cell.entry.left.connect(lambda: self._left(cell))
        cell.entry.textChanged.connect(self.typed)
        cell.offer.clicked.connect(lambda: self._take_offer(cell))
        return cell

    def _arrange(self) -> None:
        number = len(self._cells)
        wide = self.width()
        columns = 1 if wide < _ONE_COLUMN else number if wide >= _ALL_COLUMNS and number <= 3 else 2
        columns = max(1, min(columns, number))
        if columns == self._columns:
            return
        self._columns = columns
        for at, cell in enumerate(self._cells.values()):
            self._grid.removeWidget(cell)
            alone = at == number - 1 and columns == 2 and number % 2 == 1
            self._grid.addWidget(cell, at // columns, at % columns, 1, 2 if alone else 1)
            cell.show()
        for at in range(max(3, columns)):
            self._grid.setColumnStretch(at, int(at < columns))

    def _mark_missing(self) -> None:
        """Mark the languages without text, where the paper needs one."""
        record, context = self.record, self.context
        if record is None or context is None:
            return
        text, words = self._text(record), context.words
        own = text.pick(list(self._cells))
        for tag, cell in self._cells.items():
            behind = self._behind.text_in(tag)
            lacks = own is not None and not text.text_in(tag) and not behind and not cell.entry.changed()
            if not lacks or own is None or not self.spec.required:
                cell.field.error("")
                cell.entry.setPlaceholderText(behind)
            else:
                name = language_name(own.language, words)
                cell.field.missing(
                    words.say_in("form", "Paper: {language}", language=name),
                    words.say("On paper: {language}, marked", language=name),
                )
                cell.entry.setPlaceholderText(words.say("No text yet"))
            if lacks and own is not None:
                self._offer_earlier(cell, own, context)
            else:
                cell.show_offer("", str)

    def _offer_earlier(self, cell: Cell, own: Written, context: FormContext) -> None:
        if context.read_only or self.spec.sensitive:
            cell.show_offer("", str)
            return
        found = context.earlier(own.text, own.language, cell.tag)
        cell.show_offer(found, lambda text: context.words.say("Take “{text}”", text=text))

    def _take_offer(self, cell: Cell) -> None:
        cell.entry.overlay(cell.offered, cell.entry.shown())
        cell.show_offer("", str)
        cell.field.error("")
        cell.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._left(cell)

    def _left(self, cell: Cell) -> None:
        column = self._column(cell.tag)
        self.left.emit(column, {column: cell.entry.text()}, {column: cell.entry.shown()})

    def _column(self, tag: str) -> str:
        return f"{self.spec.name}.{tag}"

    def _cell_of(self, field: str) -> Cell | None:
        return self._cells.get(field.partition(".")[2])

    def _text(self, record: Record) -> LocalisedText:
        return record.values.get(self.spec.name) or NO_TEXT
