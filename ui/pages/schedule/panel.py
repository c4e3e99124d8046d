"""The panel at the right of the schedule: of an entry its head says kind, day and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.dates import DayForm, clock_range, day
from ui.forms.panel import FormPanel
from ui.kinds import look_of
from ui.pages.schedule.rows import length, own_times
from ui.style.paint import Ink
from ui.widgets.badge import Mark
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FormSpec
    from ui.style.theme import Theme
    from ui.values import ItemView


class ItemPanel(FormPanel):
    """Edits an entry, a day, or what belongs to them."""

    def __init__(
        self, theme: Theme, item_of: Callable[[str], ItemView | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._item_of = item_of

    def show_head(self, spec: FormSpec, record: Record, context: FormContext) -> None:
        """Show of an entry kind, day and time at the top."""
        item = self._item_of(record.id) if record.table == "schedule_item" else None
        if item is None:
            super().show_head(spec, record, context)
            return
        words, look = context.words, look_of(item.kind)
        at, own = item.at, own_times(item, words)
        when = day(at.date, words.language, DayForm.SHORT)
        times = clock_range(at.start, at.end, words.language, days=at.end_day)
        lasts = length(item, words)
        self.head.tell(
            Mark(code_name("ItemKind", item.kind, words), look.icon),
            look.colour.value,
            lambda tokens: [
                Ink(f"{when} {times}", tokens.text2, 12),
                Ink(own or lasts, tokens.text3, 12, gap=6),
            ],
            words,
        )
