"""The one table of papers and formats, and the way from a loaded visit to files.

``make`` and ``export`` raise PaperProblem with one of these reasons and their values:

- ``unknown-paper`` (paper, known), ``unknown-format`` (format, known)
- ``too-many-languages`` (paper, most, languages), ``language-twice`` (languages), ``languages-missing``
- ``columns-need-two-languages`` (languages), ``layout-not-for-paper`` (paper)
- ``unknown-layout`` (layout, known)
- ``nobody-to-choose`` (paper): the paper is for somebody and the visit has no delegation
- ``who-open`` (paper, candidates): several sides travel, so one must be named
- ``not-for-one`` (paper): the paper is the same for everybody
- ``audience-of-others`` (who): an itinerary for the audience of a party that is not the traveller's own
- ``folder-needed`` (path, number): several papers go into a folder, and this is a file or named as one

besides NotFound and Ambiguous where nobody, or several, answer to a name, UnknownLanguage, FileExists,
FileMissing, FileIsFolder, FileNotAllowed, FileFull, FileProblem and Cancelled.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from exporters.papers import agenda, itinerary, personal, phrases
from exporters.papers.choices import Choice, Kind, choices, find_choice, find_reader
from exporters.papers.collector import collector_waiting
from exporters.papers.files import safe_name, write_files
from exporters.papers.requests import PaperRequest, chosen_for, refuse_others
from exporters.papers.view import View
from models.errors import Cancelled, PaperProblem
from models.rules.audiences import ALL_PARTIES, Reader
from models.tables import Audience
from models.text.languages import known_languages
from models.text.languages import language as language_rules
from models.text.moment import now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from exporters.document import Document
    from models.tables import Visit

__all__ = [
    "PAPERS",
    "Choice",
    "Kind",
    "Paper",
    "PaperRequest",
    "Takes",
    "choices_for",
    "choose",
    "content",
    "default_languages",
    "export",
    "file_name",
    "find_reader",
    "make",
    "paper_named",
    "papers",
    "write_template",
]


class Takes(Enum):
    """For whom a paper can be."""

    NONE = "none"
    PERSON = "person"
    DELEGATION = "delegation"
    BOTH = "both"


class Order(NamedTuple):
    """What a paper is built from, looked at and found good: languages, reader, for whom, layout."""

    view: View
    languages: tuple[str, ...]
    today: dt.date
    reader: Reader | None
    choice: Choice | None
    layout: str | None
    final: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it is offered, and how it is built; ``title`` is a message in the context "paper"."""

    id: str
    title: str
    formats: tuple[str, ...]
    takes: Takes
    fewest_languages: int
    most_languages: int
    build: Callable[[Order], Document]
    layouts: tuple[str, ...] = ()


WORKBOOK = "workbook"
FORMATS = ("docx", "pdf")
"""How a paper can be written, the usual way first."""


def _itinerary(order: Order) -> Document:
    """Build the itinerary of a delegation, a side or a person."""
    view, languages, today, reader, choice, _, final = order
    if choice is None:
        raise PaperProblem(reason="nobody-to-choose", paper="itinerary")
    if choice.kind is Kind.PERSON:
        return personal.build(
            view.visit, personal.PersonalOptions(languages, choice.id, today, reader, final), view
        )
    return itinerary.build(
        view.visit, itinerary.ItineraryOptions(languages, choice.id, today, reader, final), view
    )


def _agenda(order: Order) -> Document:
    """Build the agenda, which is the same for everybody."""
    layout = agenda.Layout(order.layout) if order.layout else agenda.Layout.AUTO
    options = agenda.AgendaOptions(
        order.languages, order.today, order.reader or ALL_PARTIES, layout, order.final
    )
    return agenda.build(order.view.visit, options, order.view)


def _no_document(order: Order) -> Document:
    """Refuse to build pages of a workbook, which has none."""
    del order
    raise PaperProblem(reason="unknown-format", format="docx", known=("xlsx",))


PAPERS: dict[str, Paper] = {
    paper.id: paper
    for paper in (
        Paper("itinerary", phrases.ITINERARY, FORMATS, Takes.BOTH, 1, 2, _itinerary),
        Paper("agenda", phrases.AGENDA, FORMATS, Takes.NONE, 1, 3, _agenda, ("columns", "stacked")),
        Paper(WORKBOOK, phrases.WORKBOOK, ("xlsx",), Takes.NONE, 1, 8, _no_document),
    )
}


def papers() -> tuple[Paper, ...]:
    """Return the papers in the order in which they are offered."""
    return tuple(PAPERS.values())


def paper_named(name: str) -> Paper:
    """Return a paper by its id; raises PaperProblem."""
    known = name.strip().casefold()
    if known not in PAPERS:
        raise PaperProblem(reason="unknown-paper", paper=name, known=tuple(PAPERS))
    return PAPERS[known]


def choices_for(visit: Visit, paper: str) -> tuple[Choice, ...]:
    """Return whom a paper of a visit can be for: sides and delegations, then people."""
    takes = paper_named(paper).takes
    return choices(
        visit,
        people=takes in (Takes.PERSON, Takes.BOTH),
        delegations=takes in (Takes.DELEGATION, Takes.BOTH),
    )


def choose(visit: Visit, paper: str, text: str) -> Choice:
    """Return whom an id or a part of a name means; raises NotFound, Ambiguous and PaperProblem."""
    if paper_named(paper).takes is Takes.NONE:
        raise PaperProblem(reason="not-for-one", paper=paper)
    return find_choice(choices_for(visit, paper), text)


def default_languages(visit: Visit, paper: str) -> tuple[str, ...]:
    """Return the languages of a paper for which none were chosen: the visit's first two that we know."""
    known = [tag for tag in map(_known_tag, visit.languages) if tag in known_languages()]
    # A workbook has a column for every language of the visit; who reads a paper wants two.
    most = paper_named(paper).most_languages
    return tuple(dict.fromkeys(known))[: most if paper == "workbook" else min(2, most)]


def _known_tag(tag: str) -> str:
    """Return a tag as we write it: KO is ko; one that is not known stays as it is."""
    return next((known for known in known_languages() if known.casefold() == tag.casefold()), tag)


def make(visit: Visit, request: PaperRequest, today: dt.date, view: View | None = None) -> Document:
    """Build a paper; ``view`` keeps what several papers of one loaded visit share."""
    with collector_waiting():
        return _made(visit, request, today, view or View(visit))


def content(
    visit: Visit,
    request: PaperRequest,
    today: dt.date,
    view: View | None = None,
    template: Path | None = None,
) -> bytes:
    """Build a paper and write it in its format."""
    with collector_waiting():
        return _content(make(visit, request, today, view), request.format, template)


def _made(visit: Visit, request: PaperRequest, today: dt.date, view: View) -> Document:
    paper = paper_named(request.paper)
    languages = _languages(visit, paper, request)
    if paper.takes is Takes.NONE and request.who is not None:
        raise PaperProblem(reason="not-for-one", paper=paper.id)
    _refuse_layout(paper, request.layout)
    choice = None if paper.takes is Takes.NONE else chosen_for(view, request)
    if choice is not None:
        refuse_others(visit, choice, request.reader)
    return paper.build(Order(view, languages, today, request.reader, choice, request.layout, request.final))


def file_name(visit: Visit, request: PaperRequest, view: View | None = None) -> str:
    """Return what the file of a paper is called in its leading language; every system takes the name."""
    view = view or View(visit)
    paper = paper_named(request.paper)
    languages = _languages(visit, paper, request)
    first = languages[0]
    scribe = view.scribe(languages)
    title, parts = paper.title, list[str]()
    if paper.takes is not Takes.NONE:
        choice = chosen_for(view, request)
        personal_paper = choice.kind is Kind.PERSON
        title = phrases.PERSONAL_ITINERARY if personal_paper else phrases.DELEGATION_ITINERARY
        parts.append(choice.label(first).text if personal_paper or not choice.acronym else choice.acronym)
    about = visit.title.pick((first, *visit.languages))
    parts = [scribe.word(title, first).text, *parts, about.text if about else ""]
    return safe_name([*parts, "-".join(languages)], request.format)


def export(
    visit: Visit,
    requests: Sequence[PaperRequest],
    target: Path,
    *,
    overwrite: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    today: dt.date | None = None,
    template: Path | None = None,
) -> list[Path]:
    """Write papers into a folder, or one into a file, all of them or none; return where they are.

    ``template`` is an office's letterhead for Word files; what is printed stands on plain paper.
    """
    on = today or now().astimezone().date()
    view = View(visit)
    places = _places(view, requests, target)
    contents: dict[Path, bytes] = {}
    # The formats of one paper follow one another: it is built once for all of them.
    built: tuple[PaperRequest, Document] | None = None
    if progress is not None:
        progress(0, len(requests))
    with collector_waiting():
        for number, (request, place) in enumerate(zip(requests, places, strict=True), 1):
            if cancelled is not None and cancelled():
                raise Cancelled
            if request.paper == WORKBOOK:
                contents[place] = _workbook(visit, request)
            else:
                if built is None or replace(built[0], format=request.format) != request:
                    built = request, make(visit, request, on, view)
                contents[place] = _content(built[1], request.format, template)
            if progress is not None:
                progress(number, len(requests))
    if cancelled is not None and cancelled():
        raise Cancelled
    write_files(contents, overwrite=overwrite, folder=_folder(view, requests, target, places))
    return places


def _folder(
    view: View, requests: Sequence[PaperRequest], target: Path, places: Sequence[Path]
) -> Path | None:
    """Return the folder that may be made: the target, or that of a file with the name that we give it."""
    if list(places) != [target]:
        return target
    return target.parent if target.name == file_name(view.visit, requests[0], view) else None


def _content(document: Document, file_format: str, template: Path | None) -> bytes:
    """Write a document in a format; what a format needs is imported when it is asked for."""
    if file_format == "docx":
        from exporters.writers.word import word_bytes

        return word_bytes(document, template)
    if file_format == "pdf":
        from exporters.writers.pdf import pdf_bytes

        return pdf_bytes(document)
    raise PaperProblem(reason="unknown-format", format=file_format, known=FORMATS)


def _workbook(visit: Visit, request: PaperRequest) -> bytes:
    """Write the workbook of a visit: the office's own working file, whatever the audience of a paper."""
    from exporters.papers.workbook import visit_tabs
    from exporters.writers.workbook import workbook_bytes

    paper = paper_named(request.paper)
    if request.format not in paper.formats:
        raise PaperProblem(reason="unknown-format", format=request.format, known=paper.formats)
    if request.who is not None:
        raise PaperProblem(reason="not-for-one", paper=paper.id)
    if request.layout is not None:
        raise PaperProblem(reason="layout-not-for-paper", paper=paper.id)
    if request.reader is not None and request.reader.audience is not Audience.OFFICE:
        raise PaperProblem(reason="office-only", paper=paper.id)
    languages = _languages(visit, paper, request)
    return workbook_bytes(visit_tabs(visit, languages, languages[0]))


def write_template(
    path: Path,
    languages: tuple[str, ...],
    said: str,
    *,
    sheets: tuple[str, ...] = (),
    overwrite: bool = False,
) -> None:
    """Write the empty workbook, or some of its sheets, headed in the first of its languages that we speak."""
    from exporters.papers.workbook import chosen_tabs, empty_tabs
    from exporters.writers.workbook import workbook_bytes

    leading = next((tag for tag in languages if tag in ("ko", "ja", "en")), said)
    tabs = chosen_tabs(sheets, languages, leading) if sheets else empty_tabs(languages, leading)
    content = workbook_bytes(tabs)
    write_files({path: content}, overwrite=overwrite)


def _languages(visit: Visit, paper: Paper, request: PaperRequest) -> tuple[str, ...]:
    languages = tuple(map(_known_tag, request.languages)) or default_languages(visit, paper.id)
    if len(languages) < paper.fewest_languages:
        raise PaperProblem(reason="languages-missing", paper=paper.id)
    if len(set(languages)) != len(languages):
        raise PaperProblem(reason="language-twice", paper=paper.id, languages=languages)
    if len(languages) > paper.most_languages:
        raise PaperProblem(
            reason="too-many-languages", paper=paper.id, most=paper.most_languages, languages=languages
        )
    for language in languages:
        language_rules(language)
    return languages


def _refuse_layout(paper: Paper, layout: str | None) -> None:
    if layout is None or layout in paper.layouts:
        return
    if not paper.layouts:
        raise PaperProblem(reason="layout-not-for-paper", paper=paper.id)
    raise PaperProblem(reason="unknown-layout", paper=paper.id, layout=layout, known=paper.layouts)


_SUFFIXES = {f".{name}" for paper in PAPERS.values() for name in paper.formats}
"""A folder of such a name was meant as a file."""


def _places(view: View, requests: Sequence[PaperRequest], target: Path) -> list[Path]:
    """Return where each paper goes; two papers of one name are told apart by a number."""
    if not target.is_dir():
        if len(requests) == 1:
            return [target]
        if target.exists() or target.suffix.lower() in _SUFFIXES:
            raise PaperProblem(reason="folder-needed", path=str(target), number=len(requests))
    places: list[Path] = []
    taken: set[str] = set()
    for request in requests:
        place = target / file_name(view.visit, request, view)
        number = 1
        while place.name.casefold() in taken:
            number += 1
            place = place.with_name(safe_name([f"{place.stem} ({number})"], request.format))
        taken.add(place.name.casefold())
        places.append(place)
    return places
