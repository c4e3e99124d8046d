"""Findings in two or three words, for the badge on a row; the sentences are in ``ui.words``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.catalogue import mark_in

if TYPE_CHECKING:
    from models.text.catalogue import Words

_LABELS = {
    "person-twice": mark_in("badge", "In two places"),
    "place-twice": mark_in("badge", "Place taken twice"),
    "guide-twice": mark_in("badge", "Guides and goes along"),
    "outside-days": mark_in("badge", "Outside the visit"),
    "no-such-time": mark_in("badge", "No such time"),
    "ends-before-start": mark_in("badge", "Ends before it starts"),
    "arrives-before-leaving": mark_in("badge", "Arrives too early"),
    "zone-unknown": mark_in("badge", "Time zone unknown"),
    "talks-too-long": mark_in("badge", "Talks too long"),
    "speaker-not-delegate": mark_in("badge", "Speaker in no delegation"),
    "speaker-unknown": mark_in("badge", "Speaker open"),
    "no-translation": mark_in("badge", "Translation missing"),
    "no-text": mark_in("badge", "Text missing"),
    "no-name": mark_in("badge", "Name missing"),
    "no-native-name": mark_in("badge", "Native name missing"),
    "absent": mark_in("badge", "Not there that day"),
    "hidden": mark_in("badge", "Hidden from who takes part"),
    "holiday": mark_in("badge", "Public holiday"),
    "no-items": mark_in("badge", "Nothing planned"),
    "no-way-there": mark_in("badge", "No journey there"),
    "no-way-back": mark_in("badge", "No journey back"),
    "no-bed": mark_in("badge", "No hotel"),
}


def label(code: str, words: Words) -> str:
    """Return a finding in two or three words."""
    found = _LABELS.get(code)
    return words.say_in("badge", found) if found else words.say_in("badge", "To be checked")
