"""Finding what somebody means: by id, or by an unambiguous part of a title or name in any language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.errors import Ambiguous, NotFound
from models.tables import Visit
from models.text.matching import holds, letters


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could be meant: how it is shown, and by which texts it is found."""

    id: str
    name: str
    texts: tuple[str, ...]


def find(candidates: Iterable[Candidate], what: str, text: str) -> Candidate:
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
    return tuple(visit.title.values())


def _title(visit: Visit, languages: Sequence[str]) -> str:
    written = visit.title.pick((*languages, *visit.languages))
    return written.text if written else visit.id
