"""How the codes of the vocabulary are called, and which colour and icon a kind of entry has."""

from __future__ import annotations

from typing import NamedTuple

from models.text.catalogue import mark_in
from ui.style.tokens import Kind


class KindLook(NamedTuple):
    """The word, the colour and the icon of a kind of entry."""

    word: str
    colour: Kind
    icon: str


ITEM_KINDS = {
    "address": KindLook(mark_in("kind", "Address"), Kind.RITE, "mic"),
    "presentations": KindLook(mark_in("kind", "Presentations"), Kind.TALK, "presentation"),
    "discussion": KindLook(mark_in("kind", "Discussion"), Kind.DISCUSSION, "messages-square"),
    "bilateral": KindLook(mark_in("kind", "Bilateral meeting"), Kind.DISCUSSION, "handshake"),
    "signing": KindLook(mark_in("kind", "Signing"), Kind.RITE, "signature"),
    "photo": KindLook(mark_in("kind", "Group photo"), Kind.RITE, "camera"),
    "tea": KindLook(mark_in("kind", "Tea break"), Kind.MEAL, "coffee"),
    "meal": KindLook(mark_in("kind", "Meal"), Kind.MEAL, "utensils"),
    "lab tour": KindLook(mark_in("kind", "Lab tour"), Kind.TOUR, "microscope"),
    "transfer": KindLook(mark_in("kind", "Transfer"), Kind.MOVE, "bus"),
    "free": KindLook(mark_in("kind", "Free time"), Kind.MOVE, "armchair"),
    "other": KindLook(mark_in("kind", "Other"), Kind.MOVE, "circle"),
}

LEG_KINDS = {
    "flight": KindLook(mark_in("journey", "Flight"), Kind.MOVE, "plane"),
    "train": KindLook(mark_in("journey", "Train"), Kind.MOVE, "train-front"),
    "bus": KindLook(mark_in("journey", "Bus"), Kind.MOVE, "bus"),
    "car": KindLook(mark_in("journey", "Car"), Kind.MOVE, "car"),
    "ship": KindLook(mark_in("journey", "Ship"), Kind.MOVE, "ship"),
    "walk": KindLook(mark_in("journey", "On foot"), Kind.MOVE, "footprints"),
    "other": KindLook(mark_in("journey", "Journey"), Kind.MOVE, "arrow-left-right"),
}

AUDIENCES = {
    "public": mark_in("audience", "Public"),
    "parties": mark_in("audience", "All parties"),
    "party": mark_in("audience", "One party"),
    "office": mark_in("audience", "Office only"),
}

STATUSES = {
    "tentative": mark_in("status", "Tentative"),
    "confirmed": mark_in("status", "Confirmed"),
    "cancelled": mark_in("status", "Cancelled"),
}

SLIDES = {
    "not asked": mark_in("slides", "Slides not asked for"),
    "asked": mark_in("slides", "Slides asked for"),
    "received": mark_in("slides", "Slides received"),
    "final": mark_in("slides", "Slides final"),
}


def look_of(kind: str) -> KindLook:
    """Return how a kind of entry looks."""
    return ITEM_KINDS.get(kind, ITEM_KINDS["other"])
