"""Whether the parts of a name stand where they belong: which of two words is the family name."""

from __future__ import annotations

from enum import Enum

from models.intake.values.known_names import known_names
from models.intake.values.names import settle_order, split_name
from models.text.languages import language


class NameOrder(Enum):
    """What can be said of the order of family and given name."""

    CLEAR = "clear"
    OPEN = "open"
    """Either word may be the family name."""
    TURNED = "turned"
    """What stands as the given name is known as a family name, and the other way round."""


def order_of(family: str, given: str, tag: str, native: str = "") -> NameOrder:
    """Judge the parts of a name in a language; ``native`` is the family name in its own script."""
    family, given = family.strip(), given.strip()
    if not family or not given:
        return NameOrder.CLEAR
    if tag == "ko":
        known = known_names()
        surnames = known.hangul | known.hangul_long
        turned = given in surnames and family not in surnames
        return NameOrder.TURNED if turned else NameOrder.CLEAR
    if language(tag).script != "Latn":
        return NameOrder.CLEAR
    split = split_name(f"{given} {family}", tag)
    if len(split) != 1:
        return NameOrder.CLEAR
    found = settle_order(split[0], native) if native else split[0]
    if found.doubt is not None:
        return NameOrder.OPEN
    same = found.family.casefold() == given.casefold() and found.given.casefold() == family.casefold()
    return NameOrder.TURNED if same else NameOrder.CLEAR
