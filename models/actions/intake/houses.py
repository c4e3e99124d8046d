"""Which known organisation a text begins with, and whether what follows is a division of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from models.actions.intake.proposal import Step
from models.actions.intake.register import Register
from models.intake.departments import with_unit
from models.intake.record import Mention, Parsed, Record
from models.text.matching import letters

_BETWEEN = re.compile(r"\s*[,，/／·]\s*|\s+")
_DIVISION = re.compile(
    r"(?:실|팀|부|과|처|단|센터|본부|그룹|연구소|파트|지원|사무국|위원회)$"
    r"|(?:室|課|部|部門|局|所|センター|グループ|チーム|本部|係|支部|事務局|ユニット|ラボ|領域)$"
    r"|\b(?:Division|Department|Dept|Group|Section|Offices?|Cent(?:er|re)|Unit|Team|Laborator(?:y|ies)|Lab|Bureau"
    r"|Directorate|Secretariat)\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r"^\s*[,，/／·(（-]")
_SHORTEST = 3


class Beginning(NamedTuple):
    """The organisation with which a text begins, and the rest; whether that is surely a division of it."""

    organisation: str
    unit: str
    sure: bool


def beginning_of(register: Register, text: str) -> Beginning | None:
    """Return the longest beginning of a text that is one organisation; of two in a row the one below."""
    ends = [found.start() for found in _BETWEEN.finditer(text)]
    starts = [found.end() for found in _BETWEEN.finditer(text)]
    for end, start in reversed(list(zip(ends, starts, strict=True))):
        key = _only(register, text[:end])
        if key is None:
            continue
        rest = text[start:].strip()
        if below := _below(register, key, rest):
            return below
        return Beginning(key, rest, _is_division(text[end:], rest))
    return None


def unit_of(register: Register, organisation: str, name: str) -> str | None:
    """Return the division of an organisation that is called so."""
    keys = [key for key in register.by_text("organisation", name) if organisation in _above(register, key)]
    return keys[0] if len(keys) == 1 else None


def _below(register: Register, above: str, rest: str) -> Beginning | None:
    """Look in the rest for an organisation that stands under the first: AIST NMIJ."""
    if key := unit_of(register, above, rest):
        return Beginning(key, "", sure=True)
    found = beginning_of(register, rest)
    if found is not None and above in _above(register, found.organisation):
        return found
    return None


def _only(register: Register, text: str) -> str | None:
    if len(letters(text)) < _SHORTEST:
        return None
    keys = register.by_text("organisation", text)
    return keys[0] if len(keys) == 1 else None


def _above(register: Register, key: str) -> Iterator[str]:
    for _ in range(20):
        row = register.find("organisation", key)
        parent = row.get("parent_id") if row else None
        if not parent:
            return
        yield parent
        key = parent


def _is_division(following: str, rest: str) -> bool:
    """Tell a division from another house of a like name: in Latin letters only behind a comma."""
    if not _DIVISION.search(rest):
        return False
    return not rest.isascii() or _COMMA.match(following) is not None


def house_said(register: Register, record: Record) -> str | None:
    """Return the known organisation where somebody in a delegation list works."""
    parsed = record.fields.get("organisation")
    if parsed is None or not isinstance(parsed.value, Mention):
        return None
    keys = register.by_text("organisation", parsed.value.text)
    if len(keys) == 1:
        return keys[0]
    begun = beginning_of(register, parsed.value.text)
    return begun.organisation if begun is not None else None


def keep_unit(unit: str, fields: dict[str, Any], cells: dict[str, Parsed]) -> None:
    """Keep with the position the division that stands behind a known organisation."""
    house = cells["organisation_id"]
    positions = {name: value for name, value in fields.items() if name.startswith("position.")}
    for name, value in with_unit(positions, unit).items():
        if value != positions.get(name):
            fields[name] = value
            said = cells.get(name, house)
            cells[name] = said._replace(value=value, text=f"{house.text} {said.text}".strip())


def who_comes_along(register: Register, steps: Iterable[Step]) -> str:
    """Return who is meant by a line that only says that somebody comes along."""
    keys: list[str] = []
    for step in steps:
        keys += [change.new for change in step.changes if change.field == "person_id"]
        keys += [key for linked in step.links for end, key in linked.ends if end == "person_id"]
    return ", ".join(register.label("person", key) for key in keys)
