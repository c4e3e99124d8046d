"""The sheets of a file and their columns: what each was taken for, and how to say otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.pages.bring.targets import TargetPicker
from ui.pages.bring.wish import SheetWish
from ui.style import measures
from ui.style.tokens import Severity
from ui.widgets.entry import ChoiceEntry
from ui.widgets.field import Note
from ui.widgets.ground import Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.pages.bring.wish import Brought, ColumnView, SheetView, Target, Wish
    from ui.style.theme import Theme

_MOST = 80
"""Columns of one sheet for which there is a picker; wider sheets have the rest left out or guessed."""
_PICKER = 230


class ColumnsView(QScrollArea):
    """Rebuilt whenever a file was read again; ``corrected`` gives the name of a sheet and what was said."""

    corrected = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wish: Wish | None = None
        self.pickers: dict[tuple[str, int], ChoiceEntry | TargetPicker] = {}
        """By sheet and place; -1 is what the sheet holds."""
        self.boxes: dict[str, QCheckBox] = {}
        self.setWidgetResizable(True)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sheets(self, brought: Brought, words: Words) -> None:
        """Show the sheets of a file."""
        focused, at = self._focused(), self.verticalScrollBar().value()
        self._wish = brought.wish
        self.setAccessibleName(words.say_in("import", "Columns"))
        self.pickers, self.boxes = {}, {}
        body = Ground(self._theme, "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.MARGIN, measures.GAP, measures.MARGIN, measures.MARGIN)
        column.setSpacing(measures.GAP)
        for sheet in brought.sheets:
            self._sheet(column, sheet, brought, words)
        column.addStretch(1)
        if (before := self.takeWidget()) is not None:
            # A picker may be telling what was chosen just now: it lives on until it has done so.
            before.hide()
            before.deleteLater()
        self.setWidget(body)
        self.verticalScrollBar().setValue(at)
        if focused in self.pickers:
            self.pickers[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> tuple[str, int] | None:
        return next((key for key, picker in self.pickers.items() if _has_cursor(picker)), None)

    def _sheet(self, column: QVBoxLayout, sheet: SheetView, brought: Brought, words: Words) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, measures.GROUP_GAP, 0, 0)
        head.setSpacing(12)
        name = sheet.name or brought.wish.name
        head.addWidget(Text(self._theme, name, 14, bold=True))
        rows = words.count("{number} row", "{number} rows", sheet.lines)
        head.addWidget(Text(self._theme, rows, 12, colour="text2"))
        head.addStretch(1)
        if sheet.own:
            kind = dict(brought.kinds).get(sheet.kind, sheet.kind)
            said = words.say("Written by Parley: {kind}", kind=kind)
            head.addWidget(Text(self._theme, said, colour="text2"))
        else:
            head.addWidget(self._kind(sheet, brought, words, name))
        head.addWidget(self._out(sheet, words, name))
        column.addLayout(head)
        if sheet.left_out or sheet.own:
            return
        if not sheet.columns:
            note = Note(self._theme)
            note.tell(words.say("Not understood; say what this sheet holds, or leave it out."), Severity.WARN)
            column.addWidget(note)
            return
        if sheet.remembered:
            said = words.say("As it was taken the last time for a file with these headings.")
            column.addWidget(Text(self._theme, said, 12, colour="text2", wrap=True))
        column.addLayout(self._columns(sheet, brought, words))

    def _kind(self, sheet: SheetView, brought: Brought, words: Words, name: str) -> ChoiceEntry:
        entry = ChoiceEntry(self._theme)
        entry.setFixedWidth(_PICKER)
        entry.setAccessibleName(words.say("What “{sheet}” holds", sheet=name))
        nothing = ("", words.say_in("import", "Not recognised"))
        entry.offer([*(() if sheet.kind else (nothing,)), *brought.kinds], sheet.kind)
        entry.setEnabled(not sheet.left_out)
        entry.activated.connect(lambda _at: self._say(sheet, SheetWish(entry.value())))
        self.pickers[sheet.name, -1] = entry
        return entry

    def _out(self, sheet: SheetView, words: Words, name: str) -> QCheckBox:
        box = QCheckBox(words.say("Leave out"))
        box.setFont(self._theme.font())
        box.setAccessibleName(words.say("Leave out “{sheet}”", sheet=name))
        box.setChecked(sheet.left_out)
        box.toggled.connect(lambda on: self._say(sheet, replace(self._said(sheet), left_out=on)))
        self.boxes[sheet.name] = box
        return box

    def _columns(self, sheet: SheetView, brought: Brought, words: Words) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        titles = (
            "",
            words.say_in("import", "Heading"),
            words.say_in("import", "Values"),
            words.say_in("import", "Taken for"),
        )
        for place, title in enumerate(titles):
            grid.addWidget(Text(self._theme, title, 12, bold=True, colour="text2"), 0, place)
        fields = brought.targets.get(sheet.kind, ())
        for row, each in enumerate(sheet.columns[:_MOST], 1):
            grid.addWidget(Text(self._theme, each.letters, 12, colour="text3"), row, 0)
            grid.addWidget(_clipped(self._theme, each.heading or "–"), row, 1)
            grid.addWidget(_clipped(self._theme, " · ".join(each.samples), colour="text2"), row, 2)
            grid.addWidget(self._picker(sheet, each, fields, words), row, 3)
        return grid

    def _picker(
        self, sheet: SheetView, each: ColumnView, fields: tuple[Target, ...], words: Words
    ) -> TargetPicker:
        picker = TargetPicker(self._theme, fields, words)
        picker.setFixedWidth(_PICKER)
        named = each.heading or each.letters
        picker.name(words.say("What the column “{column}” is", column=named), words)
        picker.show_value(each.taken)
        if each.taken and not each.certain:
            picker.doubt(words.say("Guessed; see whether it is right."))
        picker.line.left.connect(lambda: self._take(sheet, each.place, picker.value()))
        self.pickers[sheet.name, each.place] = picker
        return picker

    def _said(self, sheet: SheetView) -> SheetWish:
        return self._wish.sheets.get(sheet.name, SheetWish()) if self._wish is not None else SheetWish()

    def _take(self, sheet: SheetView, place: int, field: str) -> None:
        """Note what a column is; with it what all others are taken for now, so that none is guessed anew."""
        stands = {each.place: each.taken for each in sheet.columns if each.taken and each.taken != field}
        said = self._said(sheet)
        columns = {**stands, **said.columns, place: field}
        for other, taken in columns.items():
            if other != place and field and taken == field:
                columns[other] = ""
        self._say(sheet, SheetWish(sheet.kind, columns, said.left_out))

    def _say(self, sheet: SheetView, said: SheetWish) -> None:
        self.corrected.emit(sheet.name, said)


def _has_cursor(picker: ChoiceEntry | TargetPicker) -> bool:
    return (picker.line if isinstance(picker, TargetPicker) else picker).hasFocus()


def _clipped(theme: Theme, text: str, colour: str = "text") -> Text:
    """Return a text that gives way where there is no room, with all of it in its tip."""
    made = Text(theme, text, colour=colour)
    made.setMinimumWidth(40)
    made.setToolTip(text)
    return made
