"""A proposal for the order of precedence in a delegation, from role and position, with the reason for each.

It is a proposal only: protocol knows more than titles do (who is whose guest, who was minister before), so
people may always be put elsewhere by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from models.rules.people import position_of
from models.tables import Delegate, DelegateRole, Delegation, Visit
from models.text.localised import LocalisedText
from models.text.matching import folded

RANKS = Path(__file__).parents[2] / "resources" / "precedence" / "ranks.json"
UNRANKED = 9
"""Behind all titles that are known."""

_ROLES = (
    DelegateRole.HEAD,
    DelegateRole.DEPUTY,
    DelegateRole.MEMBER,
    DelegateRole.GUEST,
    DelegateRole.INTERPRETER,
    DelegateRole.COORDINATOR,
)
_LATIN = re.compile(r"[\x00-\u024f]+")
_POSTS = re.compile(r"[;/&・·、]|\s(?:and|und|겸|兼)\s|兼")
_DETAIL = re.compile(r",|[(（［\[]|\s(?:of|for|at|to|in|der|des|für)\s")


class Basis(Enum):
    """What decided the place of a person."""

    ROLE = "role"
    """Head and deputy come first whatever their post, guests and those who serve the visit last."""
    TITLE = "title"
    UNKNOWN_TITLE = "unknown title"
    NO_POSITION = "no position"


@dataclass(frozen=True, slots=True)
class Placed:
    """A delegate in the order that is proposed, and why there."""

    delegate: Delegate
    position: LocalisedText
    """What the delegate is at this visit."""
    basis: Basis
    level: int
    titles: Mapping[str, str]
    """By language the words that were ranked."""
    before: int
    """The place so far, from 0."""


def proposed(delegation: Delegation, visit: Visit) -> tuple[Placed, ...]:
    """Return the members of a delegation in the order that is proposed; equals stay as they stand."""
    on = min((day.date for day in visit.days), default=None)
    placed: list[Placed] = []
    for before, delegate in enumerate(delegation.delegates):
        placed.append(_placed(delegate, position_of(delegate, delegation, on), before))
    return tuple(sorted(placed, key=lambda each: (_ROLES.index(each.delegate.role), each.level, each.before)))


def changes(order: Sequence[Placed]) -> bool:
    """Tell whether a proposed order differs from the one there is."""
    return [each.before for each in order] != sorted(each.before for each in order)


def level_of(position: LocalisedText) -> tuple[int, str]:
    """Return the level of a position, 1 the highest, and the title that says so."""
    found = [ranked for tag, text in position.items() for ranked in _titles(tag, text)]
    return min(found, key=lambda each: each[0], default=(UNRANKED, ""))


def _placed(delegate: Delegate, position: LocalisedText, before: int) -> Placed:
    level, title = level_of(position)
    titles = {
        tag: named
        for tag, text in position.items()
        for ranked, named in reversed(list(_titles(tag, text)))
        if ranked == level
    }
    if delegate.role is not DelegateRole.MEMBER:
        return Placed(delegate, position, Basis.ROLE, level, titles, before)
    if title:
        return Placed(delegate, position, Basis.TITLE, level, titles, before)
    basis = Basis.UNKNOWN_TITLE if position else Basis.NO_POSITION
    return Placed(delegate, position, basis, level, {}, before)


def _titles(tag: str, text: str) -> Iterable[tuple[int, str]]:
    """Yield the ranked titles of a text: several where somebody holds several posts."""
    known = _ranks().get(tag.partition("-")[0])
    if known is None:
        return
    for post in _POSTS.split(text):
        plain = _DETAIL.split(post)[0].strip()
        found = _longest(folded(plain), known)
        if found:
            yield known[found], plain


def _longest(plain: str, known: Mapping[str, int]) -> str:
    """Return the longest title in a text: Deputy Director is no Director, 부센터장 no 센터장."""
    if not plain:
        return ""
    if _LATIN.fullmatch(plain):
        words = f" {plain} "
        fitting = [title for title in known if f" {title} " in words]
    else:
        # In Korean, Japanese and Chinese the title stands at the end of what it is a title of.
        fitting = [title for title in known if plain.endswith(title)]
    return max(fitting, key=len, default="")


@cache
def _ranks() -> Mapping[str, Mapping[str, int]]:
    data: dict[str, dict[str, list[str]]] = json.loads(RANKS.read_text("utf-8"))
    return {
        tag: {folded(title): int(level) for level, titles in levels.items() for title in titles}
        for tag, levels in data.items()
    }
