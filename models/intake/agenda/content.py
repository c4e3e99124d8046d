"""What one entry says: title, talks, people, place, minutes; and the same in another language."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.intake.agenda.people import Speaker
from models.intake.grid import Origin
from models.intake.record import Doubt
from models.tables.choices import ItemStatus

_LONG_REMARK = 4_000


@dataclass(slots=True)
class Text:
    """A text with the line that it stood in."""

    text: str
    origin: Origin
    source: str
    doubt: Doubt | None = None


@dataclass(slots=True)
class Named:
    """A speaker in the languages of the file."""

    forms: dict[str, Speaker]
    origin: Origin
    source: str
    doubt: Doubt | None = None


@dataclass(slots=True)
class Content:
    """What an entry, or a talk, says."""

    titles: dict[str, Text] = field(default_factory=dict[str, Text])
    speakers: list[Named] = field(default_factory=list[Named])
    chair: list[Named] = field(default_factory=list[Named])
    place: Text | None = None
    remarks: dict[str, Text] = field(default_factory=dict[str, Text])
    minutes: tuple[int, Text] | None = None
    status: tuple[ItemStatus, Text] | None = None
    talks: list[Content] = field(default_factory=list["Content"])
    marked: bool = False
    """It began with a bullet or a number."""

    @property
    def empty(self) -> bool:
        """Tell whether it says nothing."""
        return not (self.titles or self.speakers or self.talks or self.place or self.remarks or self.chair)

    def remark(self, language: str, text: Text) -> None:
        """Add a remark; several stand on lines of their own."""
        known = self.remarks.get(language)
        if known is None:
            self.remarks[language] = text
        elif len(known.text) > _LONG_REMARK:
            known.doubt = known.doubt or Doubt.SPLIT
        else:
            doubt = known.doubt or text.doubt
            self.remarks[language] = Text(f"{known.text}\n{text.text}", known.origin, known.source, doubt)


def merge_people(known: list[Named], others: list[Named]) -> None:
    """Add to each of some people the form in which another language names them."""
    for each, other in zip(known, others, strict=True):
        each.forms.update(other.forms)
        each.doubt = each.doubt or other.doubt


def merge(first: Content, second: Content) -> None:
    """Add to an entry what it says in another language, in the other column."""
    for tag, text in second.titles.items():
        first.titles.setdefault(tag, text)
    for mine, theirs in ((first.speakers, second.speakers), (first.chair, second.chair)):
        if len(mine) == len(theirs):
            merge_people(mine, theirs)
        elif not mine:
            mine.extend(theirs)
        else:
            for each in mine:
                each.doubt = each.doubt or Doubt.REFERENCE
    first.place = first.place or second.place
    first.minutes = first.minutes or second.minutes
    first.status = first.status or second.status
    for tag, text in second.remarks.items():
        first.remarks.setdefault(tag, text)
    if len(first.talks) == len(second.talks):
        for mine, theirs in zip(first.talks, second.talks, strict=True):
            merge(mine, theirs)
    elif not first.talks:
        first.talks.extend(second.talks)
    else:
        # Which talk answers to which cannot be told: those of the first column stay, to be looked at.
        for talk in first.talks:
            for text in talk.titles.values():
                text.doubt = text.doubt or Doubt.SPLIT
