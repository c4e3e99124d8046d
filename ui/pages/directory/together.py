"""Editing several rows of the directory at once: what is typed holds for all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui.deeds import Deed
from ui.forms.panel import FormPanel
from ui.forms.record import Record
from ui.forms.spec import FieldKind, FormSpec, GroupSpec
from ui.forms.specs import FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.edits import Edit
    from ui.hands import Hands

_SHARED = {
    FieldKind.CHOICE,
    FieldKind.REFERENCE,
    FieldKind.LANGUAGES,
    FieldKind.ZONE,
    FieldKind.COUNTRY,
    FieldKind.NUMBER,
}
"""Kinds of fields that several rows may well have alike; names and texts are each row's own."""


class TogetherForm:
    """A panel whose record stands for several rows."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.panel = FormPanel(hands.theme)
        self.panel.edited.connect(self._edited)
        self.panel.head.more.hide()
        self._words: Words | None = None
        self._table = ""
        self._keys: Sequence[str] = ()
        self._specs: dict[str, FormSpec] = {}

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words = words
        if self._keys and not self.panel.isHidden():
            self.show_rows(self._table, self._keys)

    def show_rows(self, table: str, keys: Sequence[str]) -> None:
        """Read several rows and show what they have in common."""
        self._table, self._keys = table, tuple(keys)

        def read(office: Any) -> Any:
            return office.several(table, keys)

        self._hands.ask(read, self._show)

    def spec(self, table: str) -> FormSpec:
        """Return the fields that can be set for several rows at once."""
        if table not in self._specs:
            whole = FORMS[table]
            fields = tuple(
                replace(field, required=False, half=False)
                for field in whole.fields()
                if field.kind in _SHARED and not field.sensitive
            )
            self._specs[table] = FormSpec(table, whole.called, whole.icon, (GroupSpec("", fields),), ())
        return self._specs[table]

    def _show(self, rows: Sequence[Any]) -> None:
        words = self._words
        if words is None or not rows:
            return
        from ui.data.labels import labels_of
        from ui.data.records import record_of

        spec = self.spec(self._table)
        records = [record_of(row, labels_of(row)) for row in rows]
        columns = [column for field in spec.fields() for column in field.edits()]
        first = records[0]
        common = {
            column: first.values.get(column)
            if all(record.values.get(column) == first.values.get(column) for record in records)
            else _nothing(first.values.get(column))
            for column in columns
        }
        labels = {column: label for column, label in first.labels.items() if common.get(column)}
        # The id names the selection: another one is another record.
        record = Record(self._table, "+".join(sorted(self._keys)), common, labels)
        said = words.count("{number} selected", "{number} selected", len(rows))
        context = replace(self._hands.context(self._hands.languages()), subject=said)
        self.panel.show_record(spec, record, context)
        self.panel.head.more.hide()

    def _edited(self, edit: Edit) -> None:
        arguments = {"keys": list(self._keys), "values": dict(edit.values)}
        self.panel.confirm(edit)
        self._hands.do(
            Deed(f"{self._table}.edit_all", arguments), lambda _none: self.show_rows(self._table, self._keys)
        )


def _nothing(value: Any) -> Any:
    return () if isinstance(value, tuple) else "" if isinstance(value, str) else None
