"""The person behind a delegate, edited inside the panel: names, languages, diet and access needs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from models.text.catalogue import mark_in
from ui.forms.editors.name import NameEditor
from ui.forms.panel import FormPanel
from ui.forms.spec import FormSpec, GroupSpec
from ui.widgets.cursor import put_cursor

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.style.theme import Theme


@cache
def person_spec() -> FormSpec:
    """Return the part of a person's form that a delegation needs."""
    from ui.forms.specs import FORMS

    whole = FORMS["person"]
    known = {field.name: field for field in whole.fields()}
    return FormSpec(
        table="person",
        called=whole.called,
        icon=whole.icon,
        groups=(
            GroupSpec(
                mark_in("form", "The person"),
                tuple(known[name] for name in ("name", "title", "languages", "email", "phone")),
            ),
            GroupSpec(
                mark_in("form", "Diet and access needs"),
                tuple(known[name] for name in ("diet", "access_needs")),
            ),
        ),
        titled=whole.titled,
    )


class PersonPart(FormPanel):
    """A form inside a form: without head and foot, as high as its fields."""

    def __init__(self, theme: Theme, delegate_of: Callable[[str], tuple[str, str] | None]) -> None:
        super().__init__(theme)
        self.delegate_of = delegate_of
        self.head.hide()
        self.foot.hide()
        inside = self._scroll.takeWidget()
        self._scroll.hide()
        whole = self.layout()
        if isinstance(whole, QVBoxLayout) and inside is not None:
            whole.setContentsMargins(0, 0, 0, 0)
            column = inside.layout()
            if column is not None:
                column.setContentsMargins(0, 0, 0, 0)
            whole.addWidget(inside)
            inside.show()

    def place_of(self, table: str, row_id: str) -> tuple[str, str]:
        """Return the delegate in whose form a person is shown."""
        return self.delegate_of(row_id) or (table, row_id)

    def focus_name(self, tag: str) -> None:
        """Put the cursor into the name in a language."""
        editor = self.editor("name")
        row = editor.rows.get(tag) if isinstance(editor, NameEditor) else None
        entry = row.first() if row is not None else editor.first()
        if entry is not None:
            put_cursor(entry)
