"""What a row is called at the head of its panel."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from models.text.dates import DayForm, day
from models.text.lists import join
from models.text.localised import NO_TEXT, LocalisedText, Written
from models.text.names import Name, full_name

if TYPE_CHECKING:
    from ui.forms.record import Called, FormContext, Record
    from ui.forms.spec import FormSpec


def title_of(spec: FormSpec, record: Record, context: FormContext) -> Written:
    """Return the first of the columns that the form is headed with that says something."""
    for column in spec.titled:
        written = _said(column, record, context)
        if written.text:
            return written
    return Written("", context.words.language)


def called_in(called: Called, context: FormContext) -> Written:
    """Return a label in the language of the screen, else in the first working language that has it."""
    tag = context.words.language
    if isinstance(called, Name):
        return full_name(called, tag)
    if isinstance(called, LocalisedText):
        return called.pick([tag, *context.languages]) or Written("", tag)
    return Written(called, tag)


def name_of(values: Any) -> Name:
    """Return the name of a person from the values of their row."""
    return Name(
        family=values.get("family") or NO_TEXT,
        given=values.get("given") or NO_TEXT,
        reading=values.get("reading") or NO_TEXT,
        preferred=values.get("preferred") or NO_TEXT,
        title=values.get("title") or NO_TEXT,
        native=values.get("native_language") or "",
    )


def _said(column: str, record: Record, context: FormContext) -> Written:
    tag = context.words.language
    if record.table == "person" and column == "family":
        return full_name(name_of(record.values), tag)
    if column in record.labels:
        return called_in(record.labels[column], context)
    value = record.values.get(column)
    if isinstance(value, tuple):
        names = [record.labels.get(f"{column}.{key}") for key in cast("tuple[str, ...]", value)]
        said = [called_in(name, context).text for name in names if name is not None]
        return Written(join(said, tag, conjunction=False), tag)
    if isinstance(value, dt.date):
        return Written(day(value, tag, DayForm.FULL), tag)
    if isinstance(value, LocalisedText):
        return called_in(value, context)
    return Written(value if isinstance(value, str) and not column.endswith("_id") else "", tag)
