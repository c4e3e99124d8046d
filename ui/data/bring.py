"""A file that is brought, as the worker looks into it: from a connection of its own, with a way to stop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.catalogue import PaperRequest, export, write_template
from models.actions.intake import preview
from models.actions.intake.chosen import with_chosen
from models.actions.intake.left_out import left_out_before
from models.errors import Cancelled, ParleyError, SourceForeign
from models.intake.readers.files import read_book, read_pasted
from models.intake.readers.sniff import Nature
from models.intake.understand import Correction
from models.store import Database
from ui.data.bring_lines import line_views, source_lines
from ui.data.bring_sheets import brings_visit, delegations_of, kind_choices, sheet_views
from ui.data.bring_targets import targets_of
from ui.pages.bring.rows import rows
from ui.pages.bring.wish import Brought

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from models.actions.intake import Proposal
    from models.intake.grid import Book
    from models.rules.lookup import Lookup
    from ui.pages.bring.wish import Asked, Wish

_EACH = 200
"""Records between two reports of how far it is."""


class _Beat:
    """Counts the records, each of which is met twice: once read, once compared."""

    def __init__(
        self, book: Book | None, progress: Callable[[int, int], None], stop: threading.Event
    ) -> None:
        self._total = 2 * sum(len(grid.rows) for grid in book.grids) if book is not None else 0
        self._done = 0
        self._progress, self._stop = progress, stop

    def __call__(self) -> None:
        self._done += 1
        if self._stop.is_set():
            raise Cancelled
        if self._done % _EACH == 0:
            self._progress(min(self._done, self._total), self._total)


def look_into(
    database: Path, asked: Asked, lookup: Lookup, progress: Callable[[int, int], None], stop: threading.Event
) -> Brought:
    """Return what a source would change, or the problem that stands against it; raises Cancelled."""
    wish, words, book = asked.wish, asked.words, asked.book
    kinds = kind_choices(words)
    try:
        if book is None:
            book = _read(wish)
        if stop.is_set():
            raise Cancelled
        if not wish.visit_said and book is not None and brings_visit(book):
            wish = replace(wish, visit="")
        with Database.open(database) as opened:
            proposal = _proposal(opened, wish, book, _Beat(book, progress, stop), words.language)
            delegations = delegations_of(opened, wish.visit, words) if wish.visit else ()
            before = left_out_before(opened, proposal) - asked.taken_back
    except Cancelled:
        raise
    except ParleyError as problem:
        sheets = sheet_views(book, None, wish)
        return Brought(wish, problem=problem, sheets=sheets, kinds=kinds, book=book)
    if stop.is_set():
        raise Cancelled
    proposal = with_chosen(proposal, wish.values, settled=True)
    sheets = sheet_views(book, proposal.reading, wish)
    lines, proposal = line_views(proposal, lookup, words, wish.places)
    whose = any(sheet.kind == "delegations" and not sheet.own for sheet in sheets)
    return Brought(
        wish,
        proposal,
        sheets=sheets,
        lines=lines,
        source_lines=source_lines(proposal, words),
        kinds=kinds,
        targets={sheet.kind: targets_of(sheet, words) for sheet in sheets if sheet.kind and not sheet.own},
        delegations=delegations if whose and len(delegations) > 1 else (),
        book=book,
        rows=tuple(rows(lines, asked.refused | before, words, agenda=proposal.agenda is not None)),
        refused=asked.refused | before,
        left_out_before=before,
    )


def _read(wish: Wish) -> Book | None:
    """Read the cells of a source; nothing for a Word agenda, which is no sheet."""
    if isinstance(wish.source, str):
        return read_pasted(wish.source, wish.name)
    try:
        return read_book(wish.source)
    except SourceForeign as problem:
        if problem.values.get("found") != Nature.DOCX.value:
            raise
        return None


def _proposal(
    database: Database, wish: Wish, book: Book | None, beat: Callable[[], None], language: str
) -> Proposal:
    return preview(
        database,
        book if book is not None else Path(wish.source),
        visit=wish.visit or None,
        answers=wish.answers,
        delegation=wish.delegation or None,
        corrections={
            name: Correction(said.kind, said.columns, said.left_out) for name, said in wish.sheets.items()
        },
        beat=beat,
        language=language,
    )


def write_empty_workbook(
    path: Path, languages: tuple[str, ...], said: str, sheets: tuple[str, ...] = ()
) -> Path:
    """Write the empty workbook, or some of its sheets; the dialog has asked whether to replace a file."""
    write_template(path, languages, said, sheets=sheets, overwrite=True)
    return path


def write_visit_workbook(database: Path, visit_id: str, path: Path) -> Path:
    """Write the workbook of a visit, in all its languages."""
    with Database.open(database) as opened:
        visit = opened.load_visit(visit_id)
    request = PaperRequest("workbook", tuple(visit.languages), format="xlsx")
    (made,) = export(visit, [request], path, overwrite=True)
    return made
