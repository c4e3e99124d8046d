"""The wording of merging two copies: questions, what was taken, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from models.errors import OpenQuestions, OtherDatabase, ParleyError

if TYPE_CHECKING:
    from models.text.catalogue import Words


def _open_questions(values: Mapping[str, object], words: Words) -> str:
    count = values.get("count")
    return words.count(
        "{number} question is open between the two copies; decide it, or say whose version goes first."
        " Nothing was merged.",
        "{number} questions are open between the two copies; decide them, or say whose version goes first."
        " Nothing was merged.",
        count if isinstance(count, int) else 0,
    )


def _other_database(values: Mapping[str, object], words: Words) -> str:
    return words.say(
        "{path} is a copy of another database; choose a copy of this one.", path=str(values.get("path", "–"))
    )


MERGE: dict[type[ParleyError], Callable[[Mapping[str, object], Words], str]] = {
    OpenQuestions: _open_questions,
    OtherDatabase: _other_database,
}
