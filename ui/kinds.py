"""Which colour and icon a kind of entry or journey has; what it is called says ``ui.words``."""

from __future__ import annotations

from typing import NamedTuple

from ui.style.tokens import Kind


class KindLook(NamedTuple):
    """The colour and the icon of a kind of entry."""

    colour: Kind
    icon: str


ITEM_KINDS = {
    "address": KindLook(Kind.RITE, "mic"),
    "presentations": KindLook(Kind.TALK, "presentation"),
    "discussion": KindLook(Kind.DISCUSSION, "messages-square"),
    "bilateral": KindLook(Kind.DISCUSSION, "handshake"),
    "signing": KindLook(Kind.RITE, "signature"),
    "photo": KindLook(Kind.RITE, "camera"),
    "tea": KindLook(Kind.MEAL, "coffee"),
    "meal": KindLook(Kind.MEAL, "utensils"),
    "lab tour": KindLook(Kind.TOUR, "microscope"),
    "transfer": KindLook(Kind.MOVE, "bus"),
    "free": KindLook(Kind.MOVE, "armchair"),
    "other": KindLook(Kind.MOVE, "circle"),
}

LEG_KINDS = {
    "flight": KindLook(Kind.MOVE, "plane"),
    "train": KindLook(Kind.MOVE, "train-front"),
    "bus": KindLook(Kind.MOVE, "bus"),
    "car": KindLook(Kind.MOVE, "car"),
    "ship": KindLook(Kind.MOVE, "ship"),
    "walk": KindLook(Kind.MOVE, "footprints"),
    "other": KindLook(Kind.MOVE, "arrow-left-right"),
}


def look_of(kind: str) -> KindLook:
    """Return how a kind of entry looks."""
    return ITEM_KINDS.get(kind, ITEM_KINDS["other"])


def way_icon(outward: bool | None) -> str:
    """Return the icon of a visit that goes out or comes in, or of which that is not known."""
    if outward is None:
        return "calendar"
    return "arrow-up-right" if outward else "arrow-down-left"
