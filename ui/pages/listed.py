"""A page with a list and the form of what is selected in it; what most pages and sections are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.forms.called import title_of
from ui.forms.inner import InnerLists
from ui.forms.panel import FormPanel
from ui.style import measures
from ui.widgets.beside import Beside
from ui.widgets.button import Button, Rank
from ui.widgets.empty import Empty
from ui.widgets.ground import Ground
from ui.widgets.rows import RowsView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.edits import Edit
    from ui.forms.record import FormContext, Record, Repair
    from ui.forms.spec import FormSpec
    from ui.hands import Hands
    from ui.style.tokens import Severity
    from ui.values import FindingView
    from ui.widgets.rows import Column, Group, ListRow


class ListedPage(QWidget):
    """Those that derive from it say what the rows, the forms and the words are.

    ``show_again`` is called whenever what they show has changed; the selected row stays selected, and what
    is being typed stays.
    """

    picked = Signal(str, str)
    """A row (table, id) was selected."""

    lines = 2
    movable = False
    between_groups = False
    empty_icon = "calendar-plus"
    marks: ClassVar[dict[tuple[str, str], str]] = {}
    """By table and column of the list the field that a mark of what is missing there leads to."""
    inside: ClassVar[dict[str, tuple[str, str]]] = {}
    """Tables of lists inside a form: the table of that form, and the column that leads to it."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hands = hands
        self.words: Words | None = None
        theme = hands.theme
        self.list = self.make_list()
        self.panel = self.make_panel()
        self.inner = InnerLists(hands, self.panel, self.open_inside)
        self.add_button = Button(theme, Rank.PRIMARY, "plus")
        self._new = ("", "")
        """The row that was just added, as long as it is shown."""
        self.empty_add = Button(theme, Rank.PLAIN, "plus")
        self._empty = Empty(theme, self.empty_icon, self.empty_add)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        left = Ground(theme, "surface")
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(measures.MARGIN, 0, measures.MARGIN, 0)
        self.bar.setSpacing(measures.GAP)
        self.fill_bar()
        toolbar = QWidget()
        toolbar.setFixedHeight(measures.TOOLBAR)
        toolbar.setLayout(self.bar)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(self._stack, 1)
        self.beside = Beside(left, self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)
        self._wire()

    def wire_list(self) -> None:
        """Listen to the list."""
        self.list.picked.connect(self.row_picked)
        self.list.opened.connect(lambda table, row_id: self.select(table, row_id, edit=True))
        self.list.removed.connect(self.remove)
        self.list.moved.connect(self.move_row)
        self.list.moved_between.connect(self.move_between)
        if self.marks:
            self.list.missing_opened.connect(self._fill_gap)

    def _wire(self) -> None:
        self.wire_list()
        self.panel.edited.connect(self.save)
        self.panel.removed.connect(self.remove)
        self.panel.closed.connect(self.close_panel)
        self.panel.head.back.connect(self.go_up)
        self.add_button.clicked.connect(self.add)
        self.empty_add.clicked.connect(self.add)

    # What a page says of itself.

    def make_list(self) -> Any:
        """Make the list: one of painted rows, or what speaks like it."""
        return RowsView(
            self.hands.theme, lines=self.lines, movable=self.movable, between_groups=self.between_groups
        )

    def make_panel(self) -> FormPanel:
        """Make the panel at the right."""
        return FormPanel(self.hands.theme)

    def save(self, edit: Edit) -> None:
        """Save what was typed into the form."""
        self.hands.save(edit)

    def repairs(self, finding: FindingView) -> Sequence[Repair]:
        """Return what would mend a finding, named by its result."""
        del finding
        return ()

    def fill_bar(self) -> None:
        """Put what belongs there into the toolbar."""
        self.bar.addStretch(1)
        self.bar.addWidget(self.add_button)

    def columns(self) -> Sequence[Column]:
        """Return the columns of the list."""
        raise NotImplementedError

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return the rows of the list."""
        raise NotImplementedError

    def spec(self, table: str) -> FormSpec:
        """Return the form of the rows of a table."""
        from ui.forms.specs import FORMS

        return FORMS[table]

    def record(self, table: str, row_id: str) -> Record | None:
        """Return a row as its form shows it; None where it is gone."""
        raise NotImplementedError

    def languages(self) -> Sequence[str]:
        """Return the languages of localised fields."""
        raise NotImplementedError

    def write(self, words: Words) -> None:
        """Write buttons and empty page in the language of the screen."""
        raise NotImplementedError

    def add(self) -> None:
        """Add a row."""
        raise NotImplementedError

    def move_row(self, table: str, row_id: str, before: str | None) -> None:
        """Put a row before another one of its list."""
        from ui import deeds

        self.hands.do(deeds.move(table, row_id, before))

    def move_between(self, table: str, row_id: str, group: str, before: str | None) -> None:
        """Put a row into another group."""
        raise NotImplementedError

    def found(self, row_id: str) -> Sequence[FindingView]:
        """Return what was found about a row."""
        del row_id
        return ()

    def context(self, findings: Sequence[tuple[str, Severity]]) -> FormContext:
        """Return what the form needs besides the record."""
        return self.hands.context(self.languages(), findings)

    def dress_panel(self, record: Record) -> None:
        """Fill the parts of the panel that are no fields: the lists inside the form, and what a page adds."""
        if self.words is not None:
            self.inner.show(record, self.words)

    # What every page does.

    def forms(self) -> Sequence[FormPanel]:
        """Return the forms in which something may be typed."""
        return (self.panel,)

    def show_again(self, *, other: bool = False) -> None:
        """Show what is there now; ``other`` where it is about something else than before."""
        if self.words is None:
            return
        if other:
            self.panel.flush()
            self.beside.close_panel()
        keep = ("", "") if other else self.panel.row() if self.beside.is_open() else self.list.selected()
        rows = self.make_rows()
        self.show_rows(rows, keep)
        self._stack.setCurrentIndex(0 if rows else 1)
        writable = not self.hands.read_only()
        self.add_button.setVisible(writable)
        self.empty_add.setVisible(writable)
        if self.beside.is_open():
            self._show_record(*self.panel.row())
        elif other and not self.list.selected()[1]:
            self.list.select(*self.list.first())
        self.write(self.words)

    def show_rows(self, rows: Sequence[Any], keep: tuple[str, str]) -> None:
        """Show rows in the list and keep one selected."""
        self.list.show_columns(self.columns())
        self.list.show_rows(rows, keep)

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self.words = words
        self.write(words)
        self.show_again()

    def select(self, table: str, row_id: str, *, edit: bool = False) -> bool:
        """Select a row and open its form; tell whether it is there."""
        there = self.list.select(table, row_id)
        shown = self._show_record(table, row_id)
        if shown and edit:
            self.panel.edit_first()
        return there or shown

    def open_inside(self, table: str, row_id: str) -> None:
        """Open a row of a list inside the form, in its place."""
        if self._show_record(table, row_id):
            self.panel.edit_first()

    def _fill_gap(self, table: str, row_id: str, column: str, below: bool) -> None:
        """Put the cursor where what is missing can be typed."""
        del below
        field = self.marks.get((table, column)) or self.marks.get((table, ""), "").format(column)
        if field and self.select(table, row_id):
            self.panel.enter_field(field)

    def go_up(self) -> None:
        """Go back from a row of a list inside a form to that form."""
        above = self._above()
        if above is not None:
            self._show_record(*above)

    def _above(self) -> tuple[str, str] | None:
        record = self.panel.record
        if record is None or record.table not in self.inside:
            return None
        table, column = self.inside[record.table]
        key = record.values.get(column)
        return (table, str(key)) if key else None

    def tell_empty(self, title: str, text: str, *, searching: bool = False) -> None:
        """Say what to do first; or, where rows are only filtered away, that nothing fits."""
        words = self.words
        if searching and words is not None:
            title, text = words.say("Nothing fits"), words.say("Type less, or clear the filter.")
        self._empty.tell(title, text)
        self.empty_add.setVisible(not searching and not self.hands.read_only())

    def close_panel(self) -> None:
        """Close the panel and give the list its room."""
        self.panel.flush()
        self.beside.close_panel()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, table: str, row_id: str) -> None:
        """Remove a row."""
        self.hands.remove(table, row_id)

    def added(self, table: str) -> Any:
        """Return what selects a row that was added and begins to edit it."""
        return lambda row_id: self._open_new(table, str(row_id))

    def _open_new(self, table: str, row_id: str) -> None:
        self._new = (table, row_id)
        self.select(table, row_id, edit=True)

    def row_picked(self, table: str, row_id: str) -> None:
        """Open the form of a row that the user selected."""
        if row_id and self._show_record(table, row_id):
            self.list.scrollTo(self.list.currentIndex())

    def _show_record(self, table: str, row_id: str) -> bool:
        record = self.record(table, row_id) if row_id else None
        if record is None and self.panel.row() == (table, row_id):
            # It is gone: where it stood inside a form, that one is shown.
            above = self._above()
            if above is not None and self.record(*above) is not None:
                # The cursor goes with the field in which it was, onto whatever is next in the window.
                focus = QApplication.focusWidget()
                lost = focus is None or self.panel.isAncestorOf(focus)
                shown = self._show_record(*above)
                if lost:
                    self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return shown
        if record is None or self.words is None:
            # What is being typed into what is gone is not lost: it cannot be saved, and that is told.
            self.panel.flush()
            if self.beside.is_open() and self.beside.close_panel():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if (table, row_id) != self._new:
            self._new = ("", "")
        # Of what was just added nobody has written anything yet: that is no finding to greet with.
        found = [one for one in self.found(row_id) if one.code != "no-text" or not self._new[1]]
        findings: list[tuple[str, Severity]] = [(self.hands.sentence(one), one.severity) for one in found]
        other = self.panel.row() != (table, row_id) or not self.beside.is_open()
        context = self.context(findings)
        if not context.read_only:
            context = replace(context, repairs=tuple(tuple(self.repairs(one)) for one in found))
        self.panel.show_record(self.spec(table), record, context)
        self.panel.head.show_way_up(self._way_up(), self.words)
        self.dress_panel(record)
        self.beside.open()
        self.hands.look_up_change(table, row_id, self._show_change)
        if other:
            self.picked.emit(table, row_id)
        return True

    def _way_up(self) -> str:
        """Return what the form is called from which this row was opened, or nothing."""
        above = self._above()
        record = self.record(*above) if above is not None else None
        if record is None:
            return ""
        context = self.hands.context(self.languages())
        return title_of(self.spec(record.table), record, context).text or context.words.say("Untitled")

    def _show_change(self, table: str, row_id: str, change: Any) -> None:
        if self.words and self.panel.row() == (table, row_id):
            self.panel.show_change(change, self.words)
