"""The sheets of a file that is brought as the page shows them, and what the user says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.intake.grid import column_letters
from models.intake.headings import is_own
from models.intake.sheets import SHEETS, column_of
from models.intake.values.read import text_of
from models.tables import Delegation, Organisation
from ui.data.bring_lines import HIDDEN
from ui.pages.bring.wish import ColumnView, SheetView, SheetWish

if TYPE_CHECKING:
    from models.intake.grid import Book, Grid
    from models.intake.layout import Layout
    from models.intake.understand import Reading
    from models.store import Database
    from models.text.catalogue import Words
    from ui.pages.bring.wish import Wish

_SAMPLES = 3
_LONGEST = 60


def kind_choices(words: Words) -> tuple[tuple[str, str], ...]:
    """Return what a sheet can hold, what everybody needs first."""
    ordered = sorted(SHEETS.values(), key=lambda sheet: not sheet.main)
    return tuple((sheet.name, sheet.title.said(words.language)) for sheet in ordered)


def brings_visit(book: Book) -> bool:
    """Tell whether a book is a workbook of ours that says itself which visit it is."""
    titles = SHEETS["visit"].title
    return any(
        grid.name in titles
        and grid.rows
        and is_own(text_of(grid.rows[0][0] if grid.rows[0] else None))
        # Below the headings stands a line of guidance, which is no visit.
        and any(
            text_of(cell) for row in grid.rows[1:] for cell in row[:2] if not text_of(cell).startswith("※")
        )
        for grid in book.grids
    )


def sheet_views(book: Book | None, reading: Reading | None, wish: Wish) -> tuple[SheetView, ...]:
    """Return the sheets of a book; without a reading only what the user said of them."""
    if book is None:
        return ()
    layouts = {sheet.grid.name: sheet.layout for sheet in reading.sheets} if reading is not None else {}
    return tuple(
        _sheet(grid, layouts.get(grid.name), wish.sheets.get(grid.name, SheetWish()))
        for grid in book.grids
        if any(True for _ in grid.lines())
    )


def _sheet(grid: Grid, layout: Layout | None, said: SheetWish) -> SheetView:
    if layout is None:
        return SheetView(grid.name, said.kind, left_out=said.left_out, lines=len(grid.rows))
    columns = tuple(
        ColumnView(
            each.place,
            column_letters(each.place + grid.first_column),
            each.heading,
            (HIDDEN,) if samples and _is_sensitive(layout.kind, each.field) else samples,
            each.field,
            each.certain,
        )
        for each in layout.columns
        if (samples := _samples(grid, layout.first, each.place)) or each.heading
    )
    return SheetView(
        grid.name,
        layout.kind,
        layout.own,
        layout.remembered,
        lines=max(0, len(grid.rows) - layout.first),
        columns=columns,
    )


def _is_sensitive(kind: str, field: str) -> bool:
    column = column_of(kind, field.partition(".")[0]) if field else None
    return column is not None and column.sensitive


def _samples(grid: Grid, first: int, place: int) -> tuple[str, ...]:
    """Return the first values of a column, each once."""
    found: dict[str, None] = {}
    for row in grid.rows[first : first + 200]:
        text = " ".join(text_of(row[place]).split()) if place < len(row) else ""
        if text:
            found[text[:_LONGEST]] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def delegations_of(database: Database, visit: str, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the delegations of a visit with what they are called."""
    found: list[tuple[str, str]] = []
    for row in database.rows(Delegation, visit_id=visit):
        title = row.title.pick([words.language])
        organisation = next(iter(database.rows(Organisation, id=row.organisation_id)), None)
        name = organisation.name.pick([words.language]) if organisation is not None else None
        short = organisation.acronym if organisation is not None else ""
        found.append((row.id, title.text if title else short or (name.text if name else row.id)))
    return tuple(found)
