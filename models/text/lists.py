"""Several things in a row, joined as a language joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text import languages

if TYPE_CHECKING:
    from collections.abc import Sequence


def join(items: Sequence[str], language: str, *, conjunction: bool = True) -> str:
    """Join by the pattern of CLDR: A, B 및 C; A、B、C; A, B and C. Without conjunction: A, B, C."""
    rules = languages.language(language).lists
    if not conjunction or len(items) < 2:
        return rules.separator.join(items)
    if len(items) == 2:
        return rules.two.format(*items)
    whole = rules.end.format(items[-2], items[-1])
    for item in reversed(items[1:-2]):
        whole = rules.middle.format(item, whole)
    return rules.start.format(items[0], whole)
