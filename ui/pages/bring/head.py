"""The head of the page: which file, for which visit, what it holds, and the ways to look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.text.dates import DayForm, day_range, partial_date
from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.entry import ChoiceEntry
from ui.widgets.field import Field
from ui.widgets.ground import Edge, Ground
from ui.widgets.segment import Choice, Segment
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.pages.bring.wish import Brought
    from ui.style.theme import Theme
    from ui.values import VisitLine

CHANGES, COLUMNS, LINES = "changes", "columns", "lines"


class Head(Ground):
    """Two rows; the lower one is there once a file was read."""

    visit_chosen = Signal(str)
    kind_chosen = Signal(str)
    delegation_chosen = Signal(str)
    turned = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", Edge.BOTTOM, parent)
        self.title = Text(theme, "", 16, bold=True)
        self.choose = Button(theme, Rank.PLAIN, "folder-open")
        self.paste = Button(theme, Rank.PLAIN, "clipboard-paste")
        self.visit = ChoiceEntry(theme)
        self.kind = ChoiceEntry(theme)
        self.delegation = ChoiceEntry(theme)
        self.views = Segment(theme)
        self._of_visit = Field(theme, self.visit)
        self._of_kind = Field(theme, self.kind)
        self._of_delegation = Field(theme, self.delegation)
        self.title.setMinimumHeight(measures.CONTROL)
        first = QHBoxLayout()
        first.setSpacing(measures.GAP)
        first.addWidget(self.title, 1)
        first.addWidget(self.paste)
        first.addWidget(self.choose)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(12)
        for part, share in ((self._of_visit, 3), (self._of_kind, 2), (self._of_delegation, 2)):
            part.setMaximumWidth(300)
            second.addWidget(part, share)
        second.addStretch(1)
        right = QVBoxLayout()
        right.addStretch(1)
        right.addWidget(self.views)
        second.addLayout(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(measures.MARGIN, 10, measures.MARGIN, 10)
        whole.setSpacing(10)
        whole.addLayout(first)
        whole.addWidget(self._second)
        self._second.hide()
        self.visit.activated.connect(lambda _at: self.visit_chosen.emit(self.visit.value()))
        self.kind.activated.connect(lambda _at: self.kind_chosen.emit(self.kind.value()))
        self.delegation.activated.connect(lambda _at: self.delegation_chosen.emit(self.delegation.value()))
        self.views.chosen.connect(self.turned)

    def retranslate(self, words: Words) -> None:
        """Write what does not depend on the file."""
        self.choose.tell(words.say("Choose a file…"))
        self.paste.tell(words.say("Paste rows"))
        self._of_visit.tell(words.say_in("import", "For the visit"))
        self._of_kind.tell(words.say_in("import", "Holds"))
        self._of_delegation.tell(words.say_in("import", "People join"))
        self.views.setAccessibleName(words.say_in("import", "What is shown"))

    def show_nothing(self, words: Words) -> None:
        """Ask for a file."""
        self.title.setText(words.say("Bring a file"))
        self._second.hide()
        # An empty page has its own.
        self._show_buttons(shown=False)

    def show_source(self, name: str) -> None:
        """Name the file that is being read."""
        self.title.setText(name)
        self.title.setToolTip(name)
        self._show_buttons(shown=True)

    def _show_buttons(self, *, shown: bool) -> None:
        for button in (self.paste, self.choose):
            button.setVisible(shown)

    def show_brought(self, brought: Brought, visits: Sequence[VisitLine], view: str, words: Words) -> None:
        """Show what the file is for, and what it holds."""
        self.show_source(brought.wish.name)
        self._second.show()
        own = [sheet for sheet in brought.sheets if sheet.own]
        none = ("", words.say_in("import", "The one in the file") if own else words.say_in("import", "None"))
        self.visit.offer(
            [none, *((line.id, _visit_name(line, words)) for line in visits)], brought.wish.visit
        )
        single = brought.sheets[0] if len(brought.sheets) == 1 and not own else None
        self._of_kind.setVisible(single is not None)
        if single is not None:
            nothing = ("", words.say_in("import", "Not recognised"))
            self.kind.begin()
            self.kind.offer([*(() if single.kind else (nothing,)), *brought.kinds], single.kind)
        self._of_delegation.setVisible(bool(brought.delegations))
        open_ = ("", words.say_in("import", "As the list says"))
        self.delegation.offer([open_, *brought.delegations], brought.wish.delegation)
        self._offer_views(brought, view, words)

    def _offer_views(self, brought: Brought, view: str, words: Words) -> None:
        offered = [Choice(CHANGES, words.say_in("import", "Changes"))]
        if brought.sheets:
            offered.append(Choice(COLUMNS, words.say_in("import", "Columns")))
        if brought.source_lines:
            offered.append(Choice(LINES, words.say_in("import", "Line by line")))
        self.views.offer(offered)
        self.views.take(view)
        self.views.setVisible(len(offered) > 1)


def _visit_name(line: VisitLine, words: Words) -> str:
    title = line.title.pick([words.language, "en"])
    if line.first and line.last:
        dates = day_range(line.first, line.last, words.language, DayForm.NUMERIC)
    else:
        dates = partial_date(line.period, words.language) if line.period else ""
    named = title.text if title else words.say("Untitled")
    return f"{named} · {dates}" if dates else named
