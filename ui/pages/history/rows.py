"""The steps as rows of a list, under the day on which they were done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text.dates import DayForm, clock, day
from ui.words_steps import step_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.text.catalogue import Words
    from ui.values_history import HistoryView, RecordView


@dataclass(frozen=True, slots=True)
class DayRow:
    """The head of a day."""

    date: dt.date
    text: str

    def spoken(self) -> str:
        """Return what is read aloud."""
        return self.text


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of somebody."""

    record: RecordView
    time: str
    text: str
    author: str

    def spoken(self) -> str:
        """Return what is read aloud."""
        return f"{self.time}, {self.author}: {self.text}"


def rows(view: HistoryView, words: Words) -> Iterator[DayRow | StepRow]:
    """Yield the rows, the newest first, a head before each day."""
    last: dt.date | None = None
    for record in view.records:
        local = record.at.astimezone()
        if local.date() != last:
            last = local.date()
            yield DayRow(last, day(last, words.language, DayForm.FULL))
        text = step_line(record, words, view.named)
        yield StepRow(record, clock(local.time()), text, record.author or "?")
