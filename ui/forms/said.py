"""A value of a field as it is read: in the choice between mine and theirs, in the history of a row."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from models.text.dates import DayForm, clock, day, partial_date
from models.text.localised import LocalisedText
from ui.forms.choices import chosen_name
from ui.forms.spec import FieldKind

if TYPE_CHECKING:
    from ui.forms.record import FormContext
    from ui.forms.spec import FieldSpec

EMPTY = "–"


def said(spec: FieldSpec | None, column: str, value: Any, context: FormContext) -> str:
    """Return a value of a column; ``spec`` is the field that edits it, where there is one."""
    words = context.words
    if value is None or value in ("", ()):
        return EMPTY
    if isinstance(value, bool):
        return words.say_in("form", "Yes") if value else words.say_in("form", "No")
    if isinstance(value, dt.date):
        return day(value, words.language, DayForm.FULL)
    if isinstance(value, dt.time):
        return clock(value)
    if isinstance(value, LocalisedText):
        picked = value.pick([words.language, *context.languages])
        return picked.text if picked else EMPTY
    if column == "end_day":
        return f"+{value}"
    if spec is None:
        return str(value)
    return _by_kind(spec, column, value, context)


def _by_kind(spec: FieldSpec, column: str, value: Any, context: FormContext) -> str:
    words = context.words
    match spec.kind:
        case FieldKind.CHOICE:
            return chosen_name(spec.choices, str(value), words)
        case FieldKind.AUDIENCE:
            if column == spec.columns[0]:
                return chosen_name("Audience", str(value), words)
            return context.called("party", str(value)) or EMPTY
        case FieldKind.REFERENCE:
            return context.called(spec.target, str(value)) or EMPTY
        case FieldKind.REFERENCES:
            return ", ".join(context.called(spec.target, str(key)) or EMPTY for key in value)
        case FieldKind.TAGS | FieldKind.LANGUAGES:
            return ", ".join(chosen_name(spec.choices, str(code), words) for code in value)
        case FieldKind.PARTIAL_DATE | FieldKind.PARTIAL_PERIOD:
            return partial_date(str(value), words.language)
        case _:
            return str(value)
