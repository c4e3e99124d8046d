"""Lists inside the forms of a page: which there are, what their rows are, and what adding one means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui import deeds
from ui.forms.sublist import SubList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.text.catalogue import Words
    from ui.deeds import Deed
    from ui.forms.panel import FormPanel
    from ui.forms.record import Record
    from ui.forms.spec import FormSpec, ListSpec
    from ui.forms.sublist import SubRow
    from ui.hands import Hands


@dataclass(frozen=True, slots=True)
class Inner:
    """A list inside a form."""

    spec: ListSpec
    rows: Callable[[Record], Sequence[SubRow]]
    """Makes the rows for the row that the form shows."""
    fields: Callable[[Record], dict[str, Any]] = lambda _record: {}
    """What a row that is added has besides the reference to the row of the form."""
    movable: bool = True
    total: Callable[[Record], str] = lambda _record: ""
    can_add: Callable[[Record], bool] = lambda _record: True
    shown: Callable[[Record], bool] = lambda _record: True
    deed: Callable[[Record], Deed] | None = None
    """Adds a row, where that is more than a row that refers to the row of the form."""
    after: str = ""
    """The field below which the list stands; below all of them where empty."""


class InnerLists:
    """The lists inside the forms of one panel; rows are opened in the same panel."""

    def __init__(self, hands: Hands, panel: FormPanel, open_row: Callable[[str, str], None]) -> None:
        self._hands, self._panel, self._open = hands, panel, open_row
        self._lists: dict[str, list[tuple[Inner, SubList]]] = {}
        self._record: Record | None = None

    def add(self, form: FormSpec, inner: Inner) -> SubList:
        """Put a list into a form."""
        made = SubList(self._hands.theme, inner.spec)
        table = inner.spec.table
        made.added.connect(lambda: self._add(inner))
        made.opened.connect(lambda row_id: self._open(table, row_id))
        made.removed.connect(lambda row_id: self._hands.remove(table, row_id))
        made.moved.connect(lambda row_id, before: self._hands.do(deeds.move(table, row_id, before or None)))
        self._panel.add_section(form, made, inner.after)
        self._lists.setdefault(form.table, []).append((inner, made))
        return made

    def show(self, record: Record, words: Words) -> None:
        """Fill the lists of the form that shows a row."""
        self._record = record
        for inner, made in self._lists.get(record.table, ()):
            made.show_rows(
                inner.rows(record),
                words,
                read_only=self._hands.read_only(),
                total=inner.total(record),
                movable=inner.movable,
            )
            made.add_button.setEnabled(inner.can_add(record))
            made.setVisible(inner.shown(record))

    def _add(self, inner: Inner) -> None:
        record = self._record
        if record is None or self._hands.read_only():
            return
        if inner.deed is not None:
            deed = inner.deed(record)
        else:
            deed = deeds.add(inner.spec.table, **{inner.spec.by: record.id, **inner.fields(record)})
        self._hands.do(deed, lambda key: self._open(inner.spec.table, str(key)))
