"""The panel at the right of the schedule: the selected entry, and what is in it to be read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.text.dates import DayForm, clock_range, day
from ui.forms.panel import FormPanel
from ui.forms.record import FormContext, own_language_first
from ui.forms.specs.schedule import SCHEDULE_ITEM
from ui.kinds import look_of
from ui.pages.schedule.choices import called_in, offers_of
from ui.pages.schedule.contents import Contents
from ui.pages.schedule.rows import length
from ui.style.paint import Ink
from ui.widgets.badge import Mark
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.forms.record import Record
    from ui.forms.spec import FormSpec
    from ui.style.theme import Theme
    from ui.values import FindingView, ItemView, VisitView

    Create = Callable[[str, str, Callable[[str], None]], None]


class ItemPanel(FormPanel):
    """Edits one entry; its head says kind, day and time, and its talks and stops stand below the fields."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._item: ItemView | None = None
        self._contents = Contents(theme)
        self.word_error: Callable[[Exception], str] = str
        self.make: Create | None = None
        """Adds a place that is missing; nothing is offered to be made where this is not set."""
        self.add_section(SCHEDULE_ITEM, self._contents, after="audience")

    def show_item(
        self, visit: VisitView, item: ItemView, words: Words, sentence: Callable[[FindingView], str]
    ) -> None:
        """Show an entry; what is being typed into it stays. ``sentence`` words a finding."""
        self._item = item
        self._contents.show_item(item, visit, words)
        context = FormContext(
            words=words,
            languages=own_language_first(words, visit.languages),
            read_only=visit.read_only,
            error=self.word_error,
            offers=partial(offers_of, visit, words),
            create=self.make,
            called=partial(called_in, visit, words),
            findings=tuple((sentence(found), found.severity) for found in visit.findings_of(item)),
            near=item.date,
            zone=visit.zone,
        )
        self.show_record(SCHEDULE_ITEM, item.record, context)

    def show_head(self, spec: FormSpec, record: Record, context: FormContext) -> None:
        """Show kind, day and time at the top."""
        del spec, record
        item, words = self._item, context.words
        if item is None:
            return
        look = look_of(item.kind)
        when = day(item.date, words.language, DayForm.SHORT)
        times = clock_range(item.start, item.end, words.language, days=item.end_day)
        lasts = length(item, words)
        self.head.tell(
            Mark(code_name("ItemKind", item.kind, words), look.icon),
            look.colour.value,
            lambda tokens: [Ink(f"{when} {times}", tokens.text2, 12), Ink(lasts, tokens.text3, 12, gap=6)],
            words,
        )

    def item_id(self) -> str:
        """Return the id of the entry that is shown."""
        return self.row()[1]
