"""What a rule reports: a code, how much it matters, the things concerned, and values for the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.rules.findings.scene import Scene
    from models.tables import Row

Thing = tuple[str, str]
"""A row by its table and id."""


class Severity(Enum):
    """How much a finding matters: an error will go wrong on the day, a warning shows on paper."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class FindingCode(StrEnum):
    """What can be found."""

    PERSON_TWICE = "person-twice"
    PLACE_TWICE = "place-twice"
    GUIDE_TWICE = "guide-twice"
    OUTSIDE_DAYS = "outside-days"
    NO_SUCH_TIME = "no-such-time"
    ENDS_BEFORE_START = "ends-before-start"
    ARRIVES_BEFORE_LEAVING = "arrives-before-leaving"
    ZONE_UNKNOWN = "zone-unknown"
    TALKS_TOO_LONG = "talks-too-long"
    SPEAKER_NOT_DELEGATE = "speaker-not-delegate"
    SPEAKER_UNKNOWN = "speaker-unknown"
    NO_TRANSLATION = "no-translation"
    NO_TEXT = "no-text"
    NO_NAME = "no-name"
    NO_NATIVE_NAME = "no-native-name"
    ABSENT = "absent"
    HIDDEN = "hidden"
    HOLIDAY = "holiday"
    NO_ITEMS = "no-items"
    NO_WAY_THERE = "no-way-there"
    NO_WAY_BACK = "no-way-back"
    NO_BED = "no-bed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that wants attention; the first object is the one it stands at."""

    code: FindingCode
    severity: Severity
    objects: tuple[Thing, ...]
    values: Mapping[str, object] = field(default_factory=dict[str, object], hash=False)


Rule = Callable[["Scene"], Iterable[Finding]]


def thing(row: Row) -> Thing:
    """Return a row as a finding names it."""
    return row.__tablename__, row.id
