"""What long work is doing just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.catalogue import mark

if TYPE_CHECKING:
    from models.text.catalogue import Words

# By the value of ``models.actions.merge.Stage``, which is not imported: dialogs load before the database.
STAGES: dict[str, str] = {
    "comparing": mark("Comparing…"),
    "backing-up": mark("Making a backup…"),
    "writing": mark("Merging…"),
    "saving": mark("Saving…"),
}


def stage_words(stage: str, words: Words) -> str:
    """Return what a merge is doing."""
    return words.say(STAGES[stage])
