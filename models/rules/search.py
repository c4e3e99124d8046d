"""Finding what somebody means: by id, or by an unambiguous part of a title or name in any language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from models.errors import Ambiguous, NotFound
from models.tables import Visit
from models.text.languages import known_languages
from models.text.matching import holds, letters
from models.text.ordinals import edition, ordinal


class Findable(Protocol):
    """What can be meant; its texts are asked for only where the id is not enough."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def texts(self) -> tuple[str, ...]: ...  # noqa: D102


_Found = TypeVar("_Found", bound=Findable)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could be meant: how it is shown, and by which texts it is found."""

    id: str
    name: str
    texts: tuple[str, ...]


def find(candidates: Iterable[_Found], what: str, text: str) -> _Found:
    """Return the one candidate that an id or a part of a text means.

    Whose whole text it is goes before those that only contain it. Raises NotFound or Ambiguous.
    """
    known = tuple(candidates)
    wanted = text.strip()
    for candidate in known:
        if candidate.id == wanted.lower():
            return candidate
    key = letters(wanted)
    whole = [each for each in known if key and any(letters(own) == key for own in each.texts)]
    found = whole or [each for each in known if key and any(holds(own, wanted) for own in each.texts)]
    if not found:
        raise NotFound(what=what, text=text)
    if len(found) > 1:
        raise Ambiguous(what=what, text=text, candidates=tuple((each.id, each.name) for each in found))
    return found[0]


def find_visit(visits: Iterable[Visit], text: str, languages: Sequence[str] = ()) -> Visit:
    """Return the visit that is meant; the languages are those in which candidates are named."""
    known = {visit.id: visit for visit in visits}
    candidates = (Candidate(key, _title(visit, languages), _texts(visit)) for key, visit in known.items())
    return known[find(candidates, "visit", text).id]


def _texts(visit: Visit) -> tuple[str, ...]:
    """Return by what a visit is known: its title, its meetings and their numbers, its city, its parties."""
    texts = [*visit.title.values(), *visit.city.values()]
    for meeting in visit.meetings:
        title = meeting.title or (meeting.series.title if meeting.series is not None else meeting.title)
        texts += [edition(meeting.number, text, tag) for tag, text in title.items()]
        if meeting.number is not None:
            texts += [str(meeting.number), *(ordinal(meeting.number, tag) for tag in known_languages())]
    for party in visit.parties:
        texts += [party.organisation.acronym, *party.organisation.name.values()]
    return tuple(text for text in texts if text)


def _title(visit: Visit, languages: Sequence[str]) -> str:
    written = visit.title.pick((*languages, *visit.languages))
    return written.text if written else visit.id
