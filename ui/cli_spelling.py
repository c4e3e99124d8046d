"""What was misspelt on the command line, and what it may have been."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ALIKE = 0.75


def nearest(text: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant; nothing where none is near."""
    words = list(known)
    begun = [word for word in words if len(text) > 4 and word.startswith(text)]
    return (begun or difflib.get_close_matches(text, words, 1, _ALIKE) or [""])[0]


def unknown_option(arguments: Sequence[str], known: Iterable[str]) -> str:
    """Return the first long option that is not known; nothing where all are."""
    options = set(known)
    for argument in arguments:
        if argument == "--":
            return ""
        option = argument.partition("=")[0]
        if option.startswith("--") and option not in options:
            return option
    return ""
