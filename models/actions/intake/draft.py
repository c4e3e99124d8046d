"""A line in the making: its steps, its refusals, and what it is called."""

from __future__ import annotations

from models.actions.intake.proposal import Refusal, Step
from models.intake.record import Parsed, Record, Unreadable


class Draft:
    """A line in the making."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.steps: list[Step] = []
        self.refusals: list[Refusal] = [
            Refusal(each.field, each.text, each.origin, each.reason, values=each.values)
            for each in record.unread
        ]
        self.row = ""
        self.table = ""
        self.lost = False

    def refuse(self, field: str, parsed: Parsed, reason: Unreadable) -> None:
        """Refuse a cell; the rest of the line is taken."""
        self.refusals.append(Refusal(field, parsed.text, parsed.origin, reason))

    def refuse_row(self, field: str, reason: Unreadable = Unreadable.MISSING, text: str = "") -> None:
        """Refuse what cannot be without a field."""
        self.lost = True
        self.refusals.append(Refusal(field, text, self.record.origin, reason, whole_row=True))


def name_said(record: Record) -> str:
    """Return the name of somebody as a list has it."""
    if record.kind != "people":
        return ""
    parsed = (
        record.fields.get("family.ko") or record.fields.get("family.ja") or record.fields.get("family.en")
    )
    return parsed.text if parsed is not None and parsed.value != parsed.text else ""


def said_of(record: Record) -> str:
    """Return the first text of a record, to name it where it has no row."""
    for name in ("family.ko", "family.ja", "family.en"):
        if name in record.fields:
            return record.fields[name].text
    return next((parsed.text for parsed in record.fields.values() if parsed.text), "")
