"""The preview of a proposed order of precedence: a reason for each place, and still to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from models.rules.precedence import changes, proposed
from models.text.localised import Written
from models.text.names import full_name
from ui.dialogs.base import Dialog
from ui.pages.delegations.rows import STAFF, organisation_name, role_name
from ui.widgets.rows import RowsView
from ui.widgets.rows.values import Cell, Column, Group, ListRow, written
from ui.widgets.text import Text
from ui.words_precedence import reason

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.rules.precedence import Placed
    from models.tables import Visit
    from models.text.catalogue import Words
    from ui.style.theme import Theme


class OrderDialog(Dialog):
    """``decided`` carries by delegation the keys of its members in their new order."""

    decided = Signal(dict)

    def __init__(self, theme: Theme, words: Words, visit: Visit, side: str, parent: QWidget) -> None:
        super().__init__(
            theme,
            words.say_in("delegations", "Order by precedence"),
            words.say("Cancel"),
            words.say_in("delegations", "Use this order"),
            parent,
        )
        self._words = words
        self._visit = visit
        shown = [each for each in visit.delegations if side in ("", each.party.side.value) and each.delegates]
        self._placed: dict[str, dict[str, Placed]] = {}
        self.orders: dict[str, list[str]] = {}
        anything = False
        for delegation in shown:
            order = proposed(delegation, visit)
            anything = anything or changes(order)
            self._placed[delegation.id] = {each.delegate.id: each for each in order}
            self.orders[delegation.id] = [each.delegate.id for each in order]
        explained = words.say_in(
            "delegations",
            "Proposed from role and position. Nothing is changed yet;"
            " move people with the mouse or Alt and an arrow.",
        )
        same = words.say_in("delegations", "The delegations stand in the proposed order already.")
        self.body.addWidget(Text(theme, explained if anything else same, colour="text2", wrap=True))
        self.list = RowsView(theme, lines=2, movable=True)
        self.list.setAccessibleName(words.say_in("delegations", "Proposed order"))
        self.list.moved.connect(self._move)
        self.list.show_columns(
            [
                Column("place", words.say_in("delegations", "No."), width=40, right=True),
                Column("before", words.say_in("delegations", "So far"), width=64),
                Column("person", words.say_in("delegations", "Person"), share=1),
                Column("reason", words.say_in("delegations", "Why there"), share=1),
            ]
        )
        self.body.addWidget(self.list, 1)
        self.act.clicked.connect(self._decide)
        self.resize(760, 560)
        self._show()
        self.list.select(*self.list.first())
        self.list.setFocus()

    def _show(self) -> None:
        rows: list[Group | ListRow] = []
        tag = self._words.language
        for delegation in self._visit.delegations:
            order = self.orders.get(delegation.id)
            if order is None:
                continue
            rows.append(Group(delegation.id, Written(organisation_name(delegation.organisation, tag), tag)))
            place = 0
            for at, key in enumerate(order):
                placed = self._placed[delegation.id][key]
                ranked = placed.delegate.role.value not in STAFF
                place += ranked
                rows.append(self._row(placed, at, str(place) if ranked else ""))
        self.list.show_rows(rows, self.list.selected())

    def _ground(self, placed: Placed) -> str:
        """Return the title or the role that decides."""
        from models.rules.precedence import Basis

        if placed.basis is Basis.ROLE:
            return role_name(placed.delegate.role.value, self._words)
        tags = (self._words.language, *self._visit.languages, *placed.titles)
        return next((placed.titles[tag] for tag in tags if tag in placed.titles), "")

    def _row(self, placed: Placed, at: int, place: str) -> ListRow:
        words, delegate = self._words, placed.delegate
        position = placed.position.pick([words.language, *self._visit.languages])
        gap = placed.before - at
        icon = "arrow-up" if gap > 0 else "arrow-down" if gap < 0 else ""
        cells = (
            Cell(written(place)),
            Cell(written(str(placed.before + 1)), icon=icon),
            Cell(full_name(delegate.person.name, words.language), position, bold=True),
            Cell(written(self._ground(placed)), written(reason(placed, words))),
        )
        return ListRow("delegate", delegate.id, cells, faint=not gap)

    def _move(self, table: str, key: str, before: object) -> None:
        del table
        for order in self.orders.values():
            if key in order:
                order.remove(key)
                order.insert(order.index(str(before)) if before in order else len(order), key)
        self._show()

    def _decide(self) -> None:
        self.decided.emit(self.orders)
        self.accept()
