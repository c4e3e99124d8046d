"""The colours of the window: two sets of one frozen dataclass; palette, sheet and painters read them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """The families of things that carry a colour of their own."""

    TALK = "talk"
    RITE = "rite"
    DISCUSSION = "disc"
    TOUR = "tour"
    MEAL = "meal"
    MOVE = "move"


class Severity(Enum):
    """How bad a finding is, worst first; OK says that something is in order."""

    ERROR = "error"
    WARN = "warn"
    NOTE = "note"
    OK = "ok"


class Tinted(NamedTuple):
    """A colour and the ground on which it can be read."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour, by what it is for."""

    dark: bool
    surface: str
    sidebar: str
    panel: str
    raised: str
    field: str
    hover: str
    press: str
    hover2: str
    select: str
    tint: str
    line: str
    edge: str
    control: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    fill: str
    fill_hover: str
    on_fill: str
    toast: str
    on_toast: str
    toast_action: str
    error: Tinted
    warn: Tinted
    note: Tinted
    ok: Tinted
    talk: Tinted
    rite: Tinted
    disc: Tinted
    tour: Tinted
    meal: Tinted
    move: Tinted

    def kind(self, kind: Kind) -> Tinted:
        """Return the colour of a kind of item."""
        return getattr(self, kind.value)

    def severity(self, severity: Severity) -> Tinted:
        """Return the colour of a severity."""
        return getattr(self, severity.value)


LIGHT = Tokens(
    dark=False,
    surface="#FFFFFF",
    sidebar="#F3F4F5",
    panel="#FAFBFB",
    raised="#FFFFFF",
    field="#FFFFFF",
    hover="#F1F3F4",
    press="#E6E9EB",
    hover2="#F1F3F4",
    select="#D6EAEF",
    tint="#E4F1F4",
    line="#E5E8EA",
    edge="#C3C9CE",
    control="#8A9299",
    text="#1A1F23",
    text2="#545E66",
    text3="#616B73",
    disabled="#A3ABB1",
    accent="#0E6A83",
    fill="#0E6A83",
    fill_hover="#0B586D",
    on_fill="#FFFFFF",
    toast="#23292E",
    on_toast="#FFFFFF",
    toast_action="#86D3E6",
    error=Tinted("#B3261E", "#FCECEB"),
    warn=Tinted("#8A5300", "#FDF4E3"),
    note=Tinted("#3A5A9B", "#EDF2FB"),
    ok=Tinted("#1F7443", "#E7F4EC"),
    talk=Tinted("#3F63C6", "#ECF0FC"),
    rite=Tinted("#7A4FB0", "#F4EEFB"),
    disc=Tinted("#AD3F6E", "#FAF0F4"),
    tour=Tinted("#247544", "#E8F5EC"),
    meal=Tinted("#955C00", "#FAF4E7"),
    move=Tinted("#5D6871", "#EFF1F3"),
)

DARK = Tokens(
    dark=True,
    surface="#1A1D20",
    sidebar="#141719",
    panel="#1E2225",
    raised="#272C30",
    field="#15181A",
    hover="#23282B",
    press="#2C3236",
    hover2="#353C41",
    select="#1C3A46",
    tint="#1A333B",
    line="#2B3034",
    edge="#434A50",
    control="#6A747B",
    text="#E4E7E9",
    text2="#A9B2B9",
    text3="#8D979F",
    disabled="#5D666D",
    accent="#62BAD2",
    fill="#1A7891",
    fill_hover="#1C7E98",
    on_fill="#FFFFFF",
    toast="#3A4147",
    on_toast="#FFFFFF",
    toast_action="#86D3E6",
    error=Tinted("#F28B82", "#3A2221"),
    warn=Tinted("#E3B05E", "#352B1A"),
    note=Tinted("#9AB3EC", "#232C40"),
    ok=Tinted("#6FC48F", "#1C3326"),
    talk=Tinted("#8EA7F2", "#232A3E"),
    rite=Tinted("#BA9AE8", "#2E2740"),
    disc=Tinted("#E68DB2", "#32252C"),
    tour=Tinted("#6FC48F", "#1C2D24"),
    meal=Tinted("#DDAC5C", "#2F281C"),
    move=Tinted("#9EA9B1", "#2A3034"),
)
