"""The directory: a list of people, organisations or places, and the form of what is selected in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import deeds
from ui.data.shown import Watch
from ui.forms.panel import FormPanel
from ui.pages.directory.columns import TABLES, spec_of, tree
from ui.pages.directory.duplicates import DuplicatesView
from ui.pages.directory.entry import EntryForm
from ui.pages.directory.together import TogetherForm
from ui.style import measures
from ui.widgets.beside import Beside
from ui.widgets.button import Button, Rank
from ui.widgets.empty import Empty
from ui.widgets.ground import Ground
from ui.widgets.search import SearchEntry
from ui.widgets.segment import Choice, Segment
from ui.widgets.table import Table
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.hands import Hands


class DirectoryPage(QWidget):
    """Lists come from the lookup at once; what is selected is read whole."""

    code: ClassVar[str] = "directory"
    picked = Signal(str, str)

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hands = hands
        self.words: Words | None = None
        self.table = "person"
        self._open = False
        self._tables: dict[str, Table] = {}
        theme = hands.theme
        self.title = Text(theme, "", 16, bold=True)
        self.segment = Segment(theme)
        self.segment.chosen.connect(self.show_table)
        self.filter = SearchEntry(theme)
        self.filter.setMinimumWidth(120)
        self.filter.setMaximumWidth(280)
        self.filter.typed.connect(self._filter)
        self.count = Text(theme, "", 12, colour="text2")
        self.duplicates_button = Button(theme, Rank.PLAIN, "merge")
        self.duplicates_button.clicked.connect(self.show_duplicates)
        self.add_button = Button(theme, Rank.PRIMARY, "plus")
        self.add_button.clicked.connect(self.add)
        self.empty_add = Button(theme, Rank.PLAIN, "plus")
        self.empty_add.clicked.connect(self.add)
        self._empty = Empty(theme, "users", self.empty_add)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty)
        self.panel = FormPanel(theme)
        self.entry = EntryForm(hands, self.panel, self._open_row)
        self.together = TogetherForm(hands)
        self.right = QStackedWidget()
        self.right.addWidget(self.panel)
        self.right.addWidget(self.together.panel)
        self.beside = Beside(self._left(), self.right, width=measures.PANEL_MOST - 60)
        self.duplicates = DuplicatesView(hands, self.close_duplicates)
        self.whole = QStackedWidget()
        self.whole.addWidget(self.beside)
        self.whole.addWidget(self.duplicates)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole)
        self._wire()

    def _left(self) -> QWidget:
        left = Ground(self.hands.theme, "surface")
        bar = QHBoxLayout()
        bar.setContentsMargins(measures.MARGIN, 0, measures.MARGIN, 0)
        bar.setSpacing(measures.GAP)
        bar.addWidget(self.segment)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.count)
        bar.addStretch(1)
        bar.addWidget(self.duplicates_button)
        bar.addWidget(self.add_button)
        toolbar = QWidget()
        toolbar.setFixedHeight(measures.TOOLBAR)
        toolbar.setLayout(bar)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(self.stack, 1)
        return left

    def _wire(self) -> None:
        self.panel.edited.connect(self.hands.save)
        self.panel.removed.connect(self.hands.remove)
        self.panel.closed.connect(self.close_panel)
        self.panel.head.back.connect(self.entry.go_up)
        self.together.panel.closed.connect(self.close_panel)
        self.hands.lookup_changed.connect(self._lookup_changed)

    # What the window asks for.

    def enter(self) -> None:
        """Show what is there now."""
        self._open = True
        self._show_lines()
        self.list().setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what is being typed and read no longer."""
        self._open = False
        self.panel.flush()
        self.hands.unwatch(self.code)
        self.hands.unwatch(self.duplicates.code)

    def forms(self) -> Sequence[FormPanel]:
        """Return the forms in which something may be typed."""
        return (self.panel, self.together.panel)

    def select(self, table: str, row_id: str, *, edit: bool = False) -> bool:
        """Select a row and open its form."""
        self.close_duplicates()
        if table == "affiliation":
            self._read(table, row_id, edit=edit)
            return True
        self.show_table(table)
        if self.filter.text() and row_id not in self.list().shown():
            self.filter.clear()
        self.list().select([row_id])
        self._read(table, row_id, edit=edit)
        return True

    def add(self) -> None:
        """Add a row to the list that is shown."""
        if not self.hands.read_only():
            table = self.table
            self.hands.do(deeds.add(table), lambda key: self.select(table, str(key), edit=True))

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self.words = words
        names = {
            "person": words.say_in("directory", "People"),
            "organisation": words.say_in("directory", "Organisations"),
            "place": words.say_in("directory", "Places"),
        }
        self.segment.setAccessibleName(words.say_in("window", "Directory"))
        self.segment.offer([Choice(table, names[table]) for table in TABLES])
        self.segment.take(self.table)
        self.filter.setPlaceholderText(words.say_in("window", "Filter"))
        self.filter.setAccessibleName(words.say_in("window", "Filter"))
        self.duplicates_button.tell(words.say_in("directory", "Duplicates"))
        self.duplicates.retranslate(words)
        self.together.retranslate(words)
        for table, made in self._tables.items():
            made.retranslate(words, self._spec(table))
        self._write()
        self.entry.show_again(words)

    # The lists.

    def list(self) -> Table:
        """Return the list that is shown, built where it is not there yet."""
        if self.table not in self._tables:
            assert self.words is not None
            made = Table(self.hands.theme, self.words, self._spec(self.table), self.hands.remembered())
            made.picked.connect(self._picked)
            made.opened.connect(lambda key: self.select(self.table, key, edit=True))
            made.selection.connect(self._selected)
            made.counted.connect(self._counted)
            made.typing.connect(self._type_on)
            self._tables[self.table] = made
            self.stack.addWidget(made)
        return self._tables[self.table]

    def show_table(self, table: str) -> None:
        """Show people, organisations or places."""
        if table != self.table:
            self.panel.flush()
            self.beside.close_panel()
            self.hands.unwatch(self.code)
            self.table = table
        self.segment.take(table)
        self._show_lines()

    def _spec(self, table: str) -> Any:
        assert self.words is not None
        lookup = self.hands.lookup()
        _lines, depths = tree(lookup, table, self.words.language) if table != "person" else ([], {})
        return spec_of(table, lookup, self.words, self.hands.languages(), depths)

    def _show_lines(self) -> None:
        words = self.words
        if words is None or not self._open:
            return
        lookup = self.hands.lookup()
        if self.table == "person":
            lines = list(lookup.lines("person", words.language))
        else:
            lines, _depths = tree(lookup, self.table, words.language)
        shown = self.list()
        shown.retranslate(words, self._spec(self.table))
        shown.show_rows(lines)
        shown.filter(self.filter.searched())
        self.stack.setCurrentWidget(shown if lines else self._empty)
        self._write()

    def _lookup_changed(self) -> None:
        if self._open:
            self._show_lines()

    def _filter(self, text: str) -> None:
        self.list().filter(text)

    def _type_on(self, text: str) -> None:
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.insert(text)

    def _counted(self, shown: int, whole: int) -> None:
        self.count.setText(f"{shown:,} / {whole:,}" if shown != whole else f"{whole:,}")

    # The form.

    def _picked(self, row_id: str) -> None:
        here = self.beside.is_open() and self.right.currentWidget() is self.panel
        if len(self.list().selected()) <= 1 and not (here and self.panel.row() == (self.table, row_id)):
            self._read(self.table, row_id)

    def _selected(self, keys: list[str]) -> None:
        if len(keys) < 2:
            return
        self.panel.flush()
        self.hands.unwatch(self.code)
        self.together.show_rows(self.table, keys)
        self.right.setCurrentWidget(self.together.panel)
        self.beside.open()

    def _open_row(self, table: str, row_id: str) -> None:
        """Open what a list inside a form leads to."""
        if table in TABLES:
            self.select(table, row_id)
        else:
            self._read(table, row_id, edit=True)

    def _read(self, table: str, row_id: str, *, edit: bool = False) -> None:
        """Read a row whole, and again whenever something was written, and show its form."""

        def read(office: Any) -> Any:
            return self.entry.read(office, table, row_id)

        def show(found: Any) -> None:
            nonlocal edit
            if found is None:
                above = self.entry.above()
                if self.panel.row() == (table, row_id) and above is not None:
                    self._read(*above)
                else:
                    self.close_panel()
                return
            self.right.setCurrentWidget(self.panel)
            assert self.words is not None
            other = self.panel.row() != (table, row_id) or not self.beside.is_open()
            self.entry.show(found, self.words)
            self.beside.open()
            self.hands.look_up_change(table, row_id, self._show_change)
            if other:
                self.picked.emit(table, row_id)
            if edit:
                edit = False
                self.panel.edit_first()

        self.panel.flush()
        self.hands.watch(Watch(self.code, read, show))

    def _show_change(self, table: str, row_id: str, change: Any) -> None:
        if self.words and self.panel.row() == (table, row_id):
            self.panel.show_change(change, self.words)

    def close_panel(self) -> None:
        """Close the panel and give the list its room."""
        self.panel.flush()
        self.hands.unwatch(self.code)
        if self.beside.close_panel():
            self.list().setFocus(Qt.FocusReason.OtherFocusReason)

    # Duplicates.

    def show_duplicates(self) -> None:
        """Show what may be there twice, instead of the list."""
        self.close_panel()
        self.duplicates.begin(self.table)
        self.whole.setCurrentWidget(self.duplicates)

    def close_duplicates(self) -> None:
        """Go back to the list."""
        self.hands.unwatch(self.duplicates.code)
        self.whole.setCurrentWidget(self.beside)

    def _write(self) -> None:
        words = self.words
        assert words is not None
        adds = {
            "person": words.say_in("directory", "Add person"),
            "organisation": words.say_in("directory", "Add organisation"),
            "place": words.say_in("directory", "Add place"),
        }
        nothing = {
            "person": (
                words.say_in("directory", "No people yet"),
                words.say_in(
                    "directory",
                    "Everybody who travels, receives or speaks stands here once, with names in each script"
                    " and posts over time.",
                ),
            ),
            "organisation": (
                words.say_in("directory", "No organisations yet"),
                words.say_in(
                    "directory",
                    "Institutes, their divisions and ministries, each under the one it is part of.",
                ),
            ),
            "place": (
                words.say_in("directory", "No places yet"),
                words.say_in(
                    "directory", "Buildings, rooms, laboratories, hotels, stations: each within another."
                ),
            ),
        }
        self.add_button.tell(adds[self.table])
        self.empty_add.tell(adds[self.table])
        writable = not self.hands.read_only()
        self.add_button.setVisible(writable)
        self.empty_add.setVisible(writable)
        self.duplicates_button.setVisible(writable)
        self._empty.tell(*nothing[self.table])
