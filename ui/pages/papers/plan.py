"""What is wanted of papers, as values that leave the window: no Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class PaperKind(Enum):
    """A paper as the list offers it: the two itineraries differ in who may have them."""

    AGENDA = "agenda"
    DELEGATION = "delegation"
    PERSON = "person"

    @property
    def paper(self) -> str:
        """Return the id of the paper in the catalogue."""
        return "agenda" if self is PaperKind.AGENDA else "itinerary"


@dataclass(frozen=True, slots=True)
class Options:
    """How a paper is made; empty languages, layout and audience leave it to the paper."""

    languages: tuple[str, ...] = ()
    own_language: bool = False
    """In the language of the one who gets it, whatever ``languages`` says; a delegation's has a second."""
    layout: str = ""
    audience: str = ""
    """``public``, ``parties``, ``office``, or the id of a party."""
    final: bool = False
    """Whether it is what is sent out, and no draft; the same for all papers of a set."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One paper for one reader; ``who`` is the id of a delegation or a person."""

    kind: PaperKind
    who: str = ""
    options: Options = Options()


@dataclass(frozen=True, slots=True)
class PaperSet:
    """Papers that are made at one go, all or none, in every format that is wanted."""

    wishes: tuple[Wish, ...]
    formats: tuple[str, ...]
    folder: Path = field(default_factory=Path)
    overwrite: bool = False

    def __len__(self) -> int:
        return len(self.wishes) * len(self.formats)
