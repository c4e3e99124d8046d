"""Which kind of list a sheet is, where its heading row stands, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from models.errors import ImportProblem
from models.intake.columns import Holds
from models.intake.contents import guess_contents
from models.intake.grid import Grid, Plain
from models.intake.headings import Heading, column_in, is_own, own_table, read_heading
from models.intake.layout import LOOKED_AT, Assigned, Layout
from models.intake.sheets import KIND_NAMES, SHEETS
from models.intake.values.read import text_of, tidy
from models.intake.values.simple import language_of
from models.text.matching import letters

_GUESSED_KINDS = (
    "people",
    "schedule",
    "delegations",
    "travel",
    "presentations",
    "organisations",
    "places",
    "stays",
    "lab_tours",
    "cooperation_items",
)
"""What lists of others are; the best goes first where several fit alike."""
_OF_TRAVELLERS = frozenset(
    {"role", "interprets", "present_from", "present_to", "delegation", "party"}
    | {"diet", "passport", "access_needs", "emergency_contact"}
    | {column.name for column in SHEETS["delegations"].beside}
)
_OF_ADDRESSES = frozenset({"email", "phone", "department"})
_WHERE_ONE_WORKS = frozenset(map(letters, ("소속부서", "소속 부서", "所属部署")))

_MERELY_NAME = frozenset(letters(name) for name in ("이름", "名前", "Name"))


def kind_named(name: str) -> str:
    """Return a kind by what it may be called; raises ImportProblem."""
    plain = name.strip().lower()
    plain = KIND_NAMES.get(plain, plain.replace(" ", "_").replace("-", "_"))
    if plain in SHEETS:
        return plain
    for sheet in SHEETS.values():
        if letters(name) in {letters(each) for each in (*sheet.title, *sheet.synonyms)}:
            return sheet.name
    raise ImportProblem(reason="unknown-kind", kind=name, known=tuple(SHEETS))


def layout_of(
    grid: Grid, kind: str | None = None, hints: Sequence[str] = (), *, visit: bool = False
) -> Layout | None:
    """Return how a sheet is best read; None where nothing in it is understood."""
    if own := _own_layout(grid):
        return own
    kinds = (kind,) if kind else _GUESSED_KINDS
    best: Layout | None = None
    merit = 0.0
    for each in kinds:
        found, worth = _best_heading(grid, each, sure=kind is not None)
        if found is None:
            continue
        worth += _named(each, (grid.name, *hints, *_titles(grid, found.heading)))
        if each == "delegations" and visit:
            worth += _is_of_the_visit(found)
        if each == "places" and not _is_of_places(found):
            worth -= 0.3
        if worth > merit + 0.01:
            best, merit = found, worth
    if best is None and kind is not None:
        best = _under_the_heading_of_another(grid, kind)
    if best is None:
        best = _without_heading(grid, kind or "people")
    return None if best is None else _completed(grid, best)


def _under_the_heading_of_another(grid: Grid, kind: str) -> Layout | None:
    """Take the heading row that a list of any kind would have, where the said kind knows few of its words."""
    layouts = [_best_heading(grid, each, sure=False) for each in _GUESSED_KINDS]
    found, _worth = max(layouts, key=lambda pair: pair[1])
    if found is None:
        return None
    headings = [each.heading for each in found.columns]
    return Layout(kind, found.heading, found.first, assigned(kind, headings)[0])


def _is_of_the_visit(layout: Layout) -> float:
    """Weigh whether people belong to the visit: flights and meals say so, telephones rather not."""
    fields = {each.field.partition(".")[0] for each in layout.columns}
    if fields & _OF_TRAVELLERS:
        return 1.2
    return 0.0 if fields & _OF_ADDRESSES else 0.6


def _is_of_places(layout: Layout) -> bool:
    """Tell whether some column is of places alone: a name and an organisation, people have too."""
    fields = {each.field.partition(".")[0] for each in layout.columns}
    return not fields <= {"", "name", "organisation", "note"}


def _own_layout(grid: Grid) -> Layout | None:
    if not grid.rows or not is_own(text_of(grid.rows[0][0] if grid.rows[0] else None)):
        return None
    kind = next((sheet.name for sheet in SHEETS.values() if grid.name in sheet.title), None)
    if kind is None:
        kind = max(
            SHEETS, key=lambda name: sum(1 for cell in grid.rows[0] if _own_field(name, text_of(cell)))
        )
    columns = tuple(
        Assigned(place, text_of(cell), _own_field(kind, text_of(cell)))
        for place, cell in enumerate(grid.rows[0])
    )
    return Layout(
        kind, 0, 2 if len(grid.rows) > 1 and _is_guidance(kind, grid.rows[1]) else 1, columns, own=True
    )


def _own_field(kind: str, heading: str) -> str:
    if is_own(heading):
        return "id"
    if (table := own_table(heading)) is not None:
        return f"id:{table}"
    base, _, tag = heading.rpartition(" [")
    for column in SHEETS[kind].columns():
        if heading in column.heading and column.holds is not Holds.LOCALISED:
            return column.name
        if tag and base in column.heading and column.holds is Holds.LOCALISED:
            return f"{column.name}.{tag.rstrip(']')}"
    return ""


def _is_guidance(kind: str, row: Sequence[Plain]) -> bool:
    first = text_of(row[0]) if row else ""
    return first.startswith("※")


def _best_heading(grid: Grid, kind: str, *, sure: bool) -> tuple[Layout | None, float]:
    best: Layout | None = None
    # One word that is a heading is little proof, unless there is only one column, or the kind was said.
    merit = 0.9 if sure or len(grid.rows[0]) == 1 else 1.4
    for number, row in islice(grid.lines(), LOOKED_AT):
        texts = [tidy(text_of(cell)) if isinstance(cell, str) else "" for cell in row]
        if best is not None and number > best.heading + 3:
            # Below a heading stand its entries.
            break
        filled = sum(1 for cell in row if cell is not None and cell != "")
        if filled < 2 and len(row) > 1:
            continue
        columns, worth = assigned(kind, texts)
        if worth > merit:
            best, merit = Layout(kind, number, number + 1, columns), worth
        below = _below(grid, number)
        if below is not None:
            joined = _joined(grid, number, texts, below)
            columns, more = assigned(kind, joined)
            if more > merit + 0.4 and _is_heading_row(grid.rows[below]):
                best, merit = Layout(kind, below, below + 1, columns), more
    return best, merit if best else 0.0


def _is_heading_row(row: Sequence[Plain]) -> bool:
    filled = [cell for cell in row if cell is not None and cell != ""]
    return bool(filled) and all(isinstance(cell, str) and len(cell) < 40 for cell in filled)


def _below(grid: Grid, number: int) -> int | None:
    """Return the row under a heading that is divided further: it has merged cells, or gaps."""
    if number + 1 >= len(grid.rows):
        return None
    line = number + grid.first_line
    if any(merge.top <= line <= merge.bottom for merge in grid.merges):
        return number + 1
    row, under = grid.rows[number], grid.rows[number + 1]
    gaps = sum(1 for cell, below in zip(row, under, strict=False) if not cell and below)
    return number + 1 if gaps else None


def _joined(grid: Grid, number: int, texts: list[str], below: int) -> list[str]:
    """Join a heading with the row under it: 성명 over 국문 and 영문."""
    upper = list(texts)
    for merge in grid.merges:
        if merge.top == number + grid.first_line and merge.right > merge.left:
            for column in range(merge.left, merge.right + 1):
                place = column - grid.first_column
                if place < len(upper):
                    upper[place] = texts[merge.left - grid.first_column]
    if not any(merge.top == number + grid.first_line and merge.right > merge.left for merge in grid.merges):
        last = ""
        for place, text in enumerate(upper):
            last = text or last
            if not text and tidy(text_of(grid.rows[below][place])):
                upper[place] = last
    joined: list[str] = []
    for place, text in enumerate(upper):
        low = tidy(text_of(grid.rows[below][place])) if place < len(grid.rows[below]) else ""
        joined.append(
            text
            if not low or low == text
            else low
            if not text
            else f"{text}({low})"
            if language_of(low)
            else f"{text} {low}"
        )
    return joined


def assigned(kind: str, texts: Sequence[str]) -> tuple[tuple[Assigned, ...], float]:
    """Return what the columns with some headings are taken for, and how much that proves of the kind."""
    columns: list[Assigned] = []
    taken: set[str] = set()
    worth = 0.0
    for place, text in enumerate(texts):
        found = read_heading(kind, text) if text else None
        if found is None and " " in text:
            # Of a heading in two rows the lower alone may say it.
            found = read_heading(kind, text.rpartition(" ")[2])
        field = field_of(kind, found)
        if found is not None and found.language == "numbering":
            columns.append(Assigned(place, text, ""))
            worth += 0.2
            continue
        if field and field in taken:
            field = ""
        if field:
            taken.add(field)
            worth += (1.0 if found and found.exact else 0.7) * _weight(kind, field)
        elif text:
            worth -= 0.25
        columns.append(Assigned(place, text, field, bool(found and found.exact)))
    return tuple(_given_beside_family(_department_alone(columns))), worth


def _department_alone(columns: list[Assigned]) -> list[Assigned]:
    """Take 소속부서 for the organisation where no other column says it."""
    if any(each.field == "organisation" for each in columns):
        return columns
    return [
        replace(each, field="organisation")
        if each.field == "department" and letters(each.heading) in _WHERE_ONE_WORKS
        else each
        for each in columns
    ]


def _given_beside_family(columns: Sequence[Assigned]) -> Iterator[Assigned]:
    """Where the family name has a column of its own, one called merely Name holds the given name."""
    fields = {each.field for each in columns}
    for each in columns:
        whole, dot, tag = each.field.partition(".")
        beside = whole == "full_name" and f"family{dot}{tag}" in fields and f"given{dot}{tag}" not in fields
        if beside and letters(each.heading) in _MERELY_NAME:
            yield replace(each, field=f"given{dot}{tag}")
        else:
            yield each


def _weight(kind: str, field: str) -> float:
    """Weigh a column: what its sheet is about counts in full, what many sheets have counts less."""
    name = field.partition(".")[0]
    own = SHEETS[kind].column(name)
    if own is None:
        # Flights alone do not make a list of people out of one of flights.
        beside = any(name == column.name for column in SHEETS[kind].beside)
        return 0.9 if not beside else 0.0 if name == "flights" else 0.6
    if name in ("note", "remarks", "kind", "status"):
        return 0.5
    return 1.05 if own in SHEETS[kind].blocks[0].columns else 1.0


def field_of(kind: str, found: Heading | None) -> str:
    """Return the field that a heading means, with its language where the field has one."""
    if found is None or not found.column:
        return ""
    column = column_in(kind, found.column)
    if column is None:
        return ""
    if found.language and column.holds in (Holds.LOCALISED, Holds.FULL_NAME):
        return f"{found.column}.{found.language}"
    return found.column


def _named(kind: str, texts: Sequence[str]) -> float:
    sheet = SHEETS[kind]
    names = {letters(each) for each in (*sheet.title, *sheet.synonyms)}
    for text in texts:
        key = letters(text)
        if key in names:
            return 1.5
    if any(name in letters(text) for text in texts for name in names if len(name) > 1):
        return 0.8
    return 0.0


def _titles(grid: Grid, heading: int) -> list[str]:
    """Return the texts above a heading row."""
    return [
        text_of(cell)
        for row in grid.rows[: max(0, heading)]
        for cell in row
        if isinstance(cell, str) and cell
    ][:10]


def _without_heading(grid: Grid, kind: str) -> Layout | None:
    """Take a list without headings by its contents alone."""
    if not grid.rows:
        return None
    width = max(len(row) for row in grid.rows)
    columns = tuple(Assigned(place, "", "") for place in range(width))
    layout = Layout(kind, -1, 0, columns)
    guessed = _completed(grid, layout)
    return guessed if any(each.field for each in guessed.columns) else None


def _completed(grid: Grid, layout: Layout) -> Layout:
    """Guess the columns that no heading explains from what they hold."""
    guesses = guess_contents(grid, layout.kind, layout.first, [each.field for each in layout.columns])
    columns = tuple(
        replace(
            each,
            field=guesses.get(each.place, each.field),
            certain=each.certain and each.place not in guesses,
        )
        for each in layout.columns
    )
    return replace(layout, columns=columns)
