"""From a file to records: sheets laid out, corrected by the user and by memory, and read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from models.errors import ImportProblem
from models.intake.corrected import bare_layout, corrected, layout_by_headings, placed
from models.intake.grid import Book, Grid, Notice
from models.intake.layout import Layout
from models.intake.memory import Memory
from models.intake.recognise import kind_named, layout_of
from models.intake.record import Record
from models.intake.records import records_of
from models.intake.values.read import Context
from models.text.matching import letters


@dataclass(frozen=True, slots=True)
class Correction:
    """What the user says of a sheet: what it holds, what its columns are by place, or to leave it out."""

    kind: str = ""
    columns: Mapping[int, str] = field(default_factory=dict[int, str])
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """One sheet, how it is read, and what it says; without a layout nothing in it was understood."""

    grid: Grid
    layout: Layout | None
    records: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as it was understood."""

    source: str
    sheets: tuple[Understood, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """Return the records of all sheets."""
        return tuple(record for sheet in self.sheets for record in sheet.records)


def understand(
    book: Book,
    context: Context,
    *,
    kind: str | None = None,
    mapping: Mapping[str, str] | None = None,
    visit: bool = False,
    memory: Memory | None = None,
    corrections: Mapping[str, Correction] | None = None,
    beat: Callable[[], None] | None = None,
) -> Reading:
    """Read the sheets of a book; raises ImportProblem where none is understood, or a correction fits none.

    ``corrections`` are by the name of the sheet; ``beat`` is called for each record, and may raise Cancelled.
    """
    wanted = kind_named(kind) if kind else None
    sheets: list[Understood] = []
    unused = dict(mapping or {})
    for grid in book.grids:
        if not any(True for _ in grid.lines()):
            continue
        said = (corrections or {}).get(grid.name, Correction())
        if said.left_out:
            sheets.append(Understood(grid, None))
            continue
        held = said.kind or wanted
        layout = layout_of(grid, held, (book.source,), visit=visit)
        if layout is None and said.kind:
            layout = bare_layout(grid, said.kind)
        if memory is not None and not (layout and layout.own):
            layout = memory.recalled(grid, layout, held, read_as=partial(layout_of, grid, visit=visit))
        if mapping and not (layout and (layout.own or _has_any(layout, mapping))):
            layout = layout_by_headings(grid, layout.kind if layout else held or "people", mapping) or layout
        if layout is not None and not layout.own:
            layout, unused = _with_mapping(layout, mapping or {}, unused)
            layout = replace(placed(layout, said.columns), said=layout.said or bool(held))
        if layout is None or not any(each.field for each in layout.columns):
            sheets.append(Understood(grid, layout))
            continue
        sheets.append(Understood(grid, layout, tuple(beating(records_of(grid, layout, context), beat))))
    if unused:
        heading = next(iter(unused))
        known = tuple(
            each.heading for sheet in sheets if sheet.layout for each in sheet.layout.columns if each.heading
        )
        raise ImportProblem(reason="no-heading", heading=heading, known=known)
    if not any(sheet.layout for sheet in sheets) and not any(
        said.left_out for said in (corrections or {}).values()
    ):
        raise ImportProblem(reason="nothing-understood", path=book.source)
    return Reading(book.source, tuple(sheets), book.notices)


def beating(records: Iterable[Record], beat: Callable[[], None] | None) -> Iterator[Record]:
    """Yield records, each with a beat by which somebody counts, or stops the work."""
    for record in records:
        if beat is not None:
            beat()
        yield record


def _has_any(layout: Layout, headings: Iterable[str]) -> bool:
    wanted = {letters(each) for each in headings}
    return any(letters(each.heading) in wanted for each in layout.columns)


def _with_mapping(
    layout: Layout, mapping: Mapping[str, str], unused: dict[str, str]
) -> tuple[Layout, dict[str, str]]:
    """Apply the corrections whose headings this sheet has."""
    for heading, wanted in mapping.items():
        try:
            layout = corrected(layout, {heading: wanted})
        except ImportProblem as problem:
            if problem.values.get("reason") != "no-heading":
                raise
            continue
        unused = {name: value for name, value in unused.items() if name != heading}
    return layout, unused
