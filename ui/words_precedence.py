"""Why somebody stands where in a proposed order of precedence, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.catalogue import mark_in

if TYPE_CHECKING:
    from models.rules.precedence import Placed
    from models.text.catalogue import Words

_ROLES = {
    "head": mark_in("precedence", "heads the delegation"),
    "deputy": mark_in("precedence", "deputy, right after the head"),
    "guest": mark_in("precedence", "guest, after the members"),
    "interpreter": mark_in("precedence", "interpreter, outside the ranking"),
    "coordinator": mark_in("precedence", "coordinator, outside the ranking"),
}
_LEVELS = {
    1: mark_in("precedence", "heads an institution"),
    2: mark_in("precedence", "deputy of the head of an institution, or on its board"),
    3: mark_in("precedence", "directs an institute, centre or division"),
    4: mark_in("precedence", "deputy director of an institute, centre or division"),
    5: mark_in("precedence", "heads a department or group"),
    6: mark_in("precedence", "principal researcher or professor"),
    7: mark_in("precedence", "senior researcher"),
    8: mark_in("precedence", "researcher or officer"),
}


def reason(placed: Placed, words: Words) -> str:
    """Return why somebody stands at a place."""
    from models.rules.precedence import Basis

    if placed.basis is Basis.ROLE:
        return words.say_in("precedence", _ROLES[placed.delegate.role.value])
    if placed.basis is Basis.TITLE:
        return words.say_in("precedence", _LEVELS[placed.level])
    if placed.basis is Basis.UNKNOWN_TITLE:
        return words.say_in("precedence", "title not in the list of ranks: after those that are")
    return words.say_in("precedence", "no position known: after those whose position is")
