"""A layout as the user says it: what columns are by their place or heading, which row the heading is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice

from models.errors import ImportProblem
from models.intake.columns import Holds
from models.intake.grid import Grid
from models.intake.headings import column_in, read_heading
from models.intake.layout import LOOKED_AT, Assigned, Layout
from models.intake.recognise import assigned, field_of
from models.intake.sheets import SHEETS
from models.intake.values.read import text_of, tidy
from models.text.matching import letters


def bare_layout(grid: Grid, kind: str) -> Layout:
    """Return a layout of which the user says what each column is: below the first row of several cells."""
    heading = next(
        (
            number
            for number, row in islice(grid.lines(), LOOKED_AT)
            if sum(1 for cell in row if cell is not None and cell != "") > 1
        ),
        -1,
    )
    titles = grid.rows[heading] if heading >= 0 else ()
    wide = max((len(row) for row in grid.rows), default=0)
    columns = tuple(
        Assigned(place, tidy(text_of(titles[place])) if place < len(titles) else "", "")
        for place in range(wide)
    )
    return Layout(kind, heading, heading + 1, columns)


def placed(layout: Layout, fields: Mapping[int, str]) -> Layout:
    """Return the layout with what the user says of its columns by their place; no field stands twice."""
    columns = list(layout.columns)
    for place, field in fields.items():
        named = _known_field(layout.kind, field)
        for number, each in enumerate(columns):
            if each.place == place:
                columns[number] = replace(each, field=named, certain=True, said=True)
            elif named and each.field == named and each.place not in fields:
                columns[number] = replace(each, field="")
    return replace(layout, columns=tuple(columns))


def layout_by_headings(grid: Grid, kind: str, headings: Iterable[str]) -> Layout | None:
    """Return how a sheet is read whose heading row is the one with these headings, known words or not."""
    wanted = {letters(each) for each in headings} - {""}
    best: Layout | None = None
    most = 0
    for number, row in islice(grid.lines(), LOOKED_AT):
        texts = [tidy(text_of(cell)) for cell in row]
        found = sum(1 for text in texts if letters(text) in wanted)
        if found > most:
            best, most = Layout(kind, number, number + 1, assigned(kind, texts)[0]), found
    return best


def corrected(layout: Layout, fields: Mapping[str, str]) -> Layout:
    """Return the layout with what the user says of its columns: by heading; raises ImportProblem."""
    columns = list(layout.columns)
    for heading, field in fields.items():
        wanted = letters(heading)
        places = [
            number
            for number, each in enumerate(columns)
            if each.heading == heading or (wanted and letters(each.heading) == wanted)
        ]
        if not places:
            raise ImportProblem(
                reason="no-heading",
                heading=heading,
                known=tuple(each.heading for each in columns if each.heading),
            )
        named = _known_field(layout.kind, field)
        for number, each in enumerate(columns):
            if named and each.field == named:
                columns[number] = replace(each, field="")
        columns[places[0]] = replace(columns[places[0]], field=named, certain=True, said=True)
    return replace(layout, columns=tuple(columns))


def _known_field(kind: str, field: str) -> str:
    """Return a field of a sheet by its name or its heading; nothing where the column is to be left out."""
    if not field.strip() or field.strip() in ("-", "ignore"):
        return ""
    name, _, tag = field.strip().partition(".")
    column = column_in(kind, name)
    if column is not None and (not tag or column.holds in (Holds.LOCALISED, Holds.FULL_NAME)):
        return field.strip()
    found = read_heading(kind, field)
    if found is None or not found.column:
        known = tuple(column.name for column in SHEETS[kind].columns() if column.reads)
        raise ImportProblem(reason="unknown-field", field=field, kind=kind, known=known)
    return field_of(kind, found)
