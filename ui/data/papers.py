"""Papers as the worker makes them: one to be looked at, or a set in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.catalogue import PaperRequest, default_languages, export, make
from models.errors import FileIsFolder, FileMissing
from models.rules.audiences import ALL_PARTIES, OFFICE, Reader
from models.store import Database
from models.tables import Audience
from models.text.languages import known_languages
from models.text.moment import now
from ui.pages.papers.plan import PaperKind

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from exporters.document import Document
    from models.tables import Visit
    from ui.pages.papers.plan import PaperSet, Wish

_READERS = {"public": Reader(Audience.PUBLIC), "parties": ALL_PARTIES, "office": OFFICE}


def make_papers(
    path: Path, visit_id: str, papers: PaperSet, progress: Callable[[int, int], None], stop: threading.Event
) -> list[Path]:
    """Write a set of papers, all or none, from a connection of its own.

    Raises Cancelled and what the catalogue raises.
    """
    if not papers.folder.exists():
        raise FileMissing(path=papers.folder)
    if not papers.folder.is_dir():
        raise FileIsFolder(path=papers.folder)
    with Database.open(path) as database:
        visit = database.load_visit(visit_id)
    return export(
        visit,
        [request(visit, wish, form) for wish in papers.wishes for form in papers.formats],
        papers.folder,
        overwrite=papers.overwrite,
        progress=progress,
        cancelled=stop.is_set,
    )


def paper_document(visit: Visit, wish: Wish) -> Document:
    """Return a paper of a loaded visit as it would be made today; raises what the catalogue raises."""
    return make(visit, request(visit, wish), now().astimezone().date())


def request(visit: Visit, wish: Wish, form: str = "docx") -> PaperRequest:
    """Return what the catalogue is asked for."""
    options = wish.options
    languages = _own_language(visit, wish) if options.own_language else options.languages
    agenda = wish.kind is PaperKind.AGENDA
    return PaperRequest(
        wish.kind.paper,
        languages,
        _reader(options.audience),
        None if agenda else wish.who or None,
        (options.layout or None) if agenda else None,
        form,
        options.final,
    )


def _reader(audience: str) -> Reader | None:
    """Return for whose eyes a paper is; None leaves it to the paper."""
    if not audience:
        return None
    return _READERS.get(audience) or Reader(Audience.PARTY, audience)


def _own_language(visit: Visit, wish: Wish) -> tuple[str, ...]:
    """Return the language of the one who gets a paper: a person's own, else that of their party.

    A delegation has the first other language of the visit beside it, as its hosts read along.
    """
    for delegation in visit.delegations:
        for delegate in delegation.delegates:
            if wish.who in (delegation.id, delegate.person_id):
                person = delegate.person.native_language if wish.who == delegate.person_id else ""
                party = next((one.language for one in visit.parties if one.id == delegation.party_id), "")
                known = [tag for tag in (person, party) if tag in known_languages()][:1]
                if known and wish.kind is PaperKind.DELEGATION:
                    known += [tag for tag in default_languages(visit, "itinerary") if tag not in known][:1]
                return tuple(known)
    return ()
