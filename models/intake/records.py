"""Rows of a sheet become records, each value with its place and what is doubtful about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from models.intake.cells import MOST_LETTERS, Reader, Row, faulty, is_empty, read_own, reader_of
from models.intake.columns import Block, Column, Holds
from models.intake.departments import settle_department
from models.intake.each import each_of
from models.intake.grid import Grid, Origin, Plain
from models.intake.headings import column_in
from models.intake.journeys import Journeys, divided
from models.intake.layout import Layout, covered
from models.intake.record import Mention, Parsed, Record, Unread, Unreadable
from models.intake.sheets import SHEETS
from models.intake.values.dates import find_date
from models.intake.values.known_names import likeness
from models.intake.values.names import Split, script_language, settle_order
from models.intake.values.read import Context, plain, text_of, tidy
from models.tables.base import TableRow
from models.tables.choices import DelegateRole
from models.tables.fields import SEVERAL_LINES
from models.text.matching import letters

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_SECTION = re.compile(r"^[■●○◎□▶▷◆◇★☆※＊*【〔<\[▣▪•·\-–]")
_TOTALS = frozenset(
    letters(each)
    for each in [
        "합계",
        "계",
        "소계",
        "총계",
        "총",
        "Total",
        "Sum",
        "Subtotal",
        "合計",
        "計",
        "小計",
        "総計",
        "이상",
        "以上",
        "끝",
        "End",
    ]
)
_COUNTED = re.compile(
    r"^[\W_]*(?:이상|계|총계?|합계|총원|총인원|인원|전체|모두|以上|計|合計|総計|総数|全"
    r"|total(?: of)?|sum|number of \w+)"
    r"\s*[:：]?\s*\d+\s*(?:명|인|분|건|개|名(?:様)?|人|件|persons?|people|pax|participants?|members?|guests?)?"
    r"(?:\s*끝)?[\s.。)]*$",
    re.IGNORECASE,
)
_INTERPRETER = re.compile(r"(?:^|\s)(?:통역(?:사|관|원)?|通訳(?:者|士|官)?|interpreter)$", re.IGNORECASE)
_ALIKE, _CLEARLY = 75, 10
"""How alike a family name must sound to its Latin form, and how much more than any other."""
_SAMPLE = 60


def records_of(grid: Grid, layout: Layout, context: Context) -> Iterator[Record]:
    """Yield the records of a sheet."""
    if layout.own:
        yield from _own_records(grid, layout)
        return
    context = _with_year(grid, layout, context)
    plan = _Plan(grid, layout, context)
    journeys = Journeys(context)
    for number in range(layout.first, len(grid.rows)):
        row = plan.read(number)
        if row is not None and (row.fields or row.unread):
            yield from _of_row(grid, layout, number, row, journeys)
    yield from journeys.records()


def _own_records(grid: Grid, layout: Layout) -> Iterator[Record]:
    columns = [
        (each.place, each.field, column_in(layout.kind, each.field.partition(".")[0].partition(":")[0]))
        for each in layout.columns
        if each.field
    ]
    for number in range(layout.first, len(grid.rows)):
        cells = grid.rows[number]
        row = Row({}, [])
        for place, field, column in columns:
            value = cells[place] if place < len(cells) else None
            if value is None or value == "":
                continue
            text, origin = text_of(value), grid.origin(number, place)
            if fault := _fault(grid, value, origin):
                row.unread.append(Unread(field, text[:MOST_LETTERS], origin, fault))
            elif column is None:
                row.fields[field] = Parsed(text.strip(), text, origin)
            else:
                read_own(column, field.partition(".")[2], value, origin, row)
        if any(not field.startswith("id") for field in row.fields) or row.unread:
            key, origin = f"{grid.name}:{number}", grid.origin(number)
            yield from each_of(Record(layout.kind, key, origin, row.fields, tuple(row.unread)))


def _fault(grid: Grid, value: Plain, origin: Origin) -> Unreadable | None:
    if grid.unvalued and (origin.line, origin.column) in grid.unvalued:
        return Unreadable.FORMULA_WITHOUT_VALUE
    return faulty(value)


def _with_year(grid: Grid, layout: Layout, context: Context) -> Context:
    """Take the year from the texts above the list, where the visit does not say it."""
    if context.first is not None or context.year is not None:
        return context
    texts = [grid.name, *(text_of(cell) for row in grid.rows[: max(0, layout.first)] for cell in row if cell)]
    years = [int(found) for text in texts for found in _YEAR.findall(plain(text))]
    return replace(context, year=years[0]) if years else context


@dataclass(slots=True)
class _Planned:
    place: int
    field: str
    column: Column
    read: Reader


class _Plan:
    """How the rows of one sheet are read, and what goes on from row to row."""

    def __init__(self, grid: Grid, layout: Layout, context: Context) -> None:
        self._grid = grid
        self._kind = layout.kind
        self._covered = covered(grid, grid.merges)
        self._wide = {
            merge.top - grid.first_line
            for merge in grid.merges
            if merge.right - merge.left >= 2 and merge.top == merge.bottom
        }
        self._context = context
        self._heading = [letters(each.heading) for each in layout.columns]
        self._leading = {heading for heading in self._heading if heading}
        self._day: Parsed | None = None
        self._first = layout.first
        self._columns = [
            _Planned(each.place, each.field, column, self._reader(each.place, each.field, column))
            for each in layout.columns
            if each.field and (column := column_in(layout.kind, each.field.partition(".")[0])) is not None
        ]
        self._width = sum(1 for _ in self._columns)
        self._dated = any(each.column.name in ("date", "moment") for each in self._columns)

    def _reader(self, place: int, field: str, column: Column) -> Reader:
        context = self._context
        if column.holds in (Holds.DATE, Holds.MOMENT):
            context = replace(context, day_first=self._day_first(place))
        language = self._language(place) if column.holds is Holds.LOCALISED else ""
        return reader_of(column, field, context, lines=_has_lines(self._kind, column), language=language)

    def _sample(self, place: int) -> list[str]:
        rows = self._grid.rows[self._first : self._first + _SAMPLE]
        return [
            text
            for row in rows
            if place < len(row) and isinstance(row[place], str) and (text := text_of(row[place]))
        ]

    def _day_first(self, place: int) -> bool | None:
        """Tell from the other dates of a column which of two numbers is the day."""
        for text in self._sample(place):
            if found := re.match(r"^\D*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}", plain(text)):
                if int(found[1]) > 12 >= int(found[2]):
                    return True
                if int(found[2]) > 12 >= int(found[1]):
                    return False
        return None

    def _language(self, place: int) -> str:
        """Return the language in which the texts of a column are."""
        found = [script_language(text) for text in self._sample(place)]
        for tag in ("ko", "ja"):
            if found.count(tag) * 3 > len(found):
                chinese = (
                    tag == "ja" and "zh" in self._context.languages and "ja" not in self._context.languages
                )
                return "zh" if chinese else tag
        return "en" if found else ""

    def read(self, number: int) -> Row | None:
        """Read one row; None where it is no entry of the list."""
        cells = self._grid.rows[number]
        filled: list[Plain] = [cell for cell in cells if cell is not None and cell != ""]
        if not filled or self._is_no_entry(number, cells, filled):
            return None
        row = Row({}, [])
        for each in self._columns:
            place, value = (number, each.place), cells[each.place] if each.place < len(cells) else None
            if value is None or value == "":
                if place not in self._covered:
                    continue
                place = self._covered[place]
                value = self._grid.rows[place[0]][place[1]]
            text = text_of(value).strip()
            origin = self._grid.origin(*place)
            if is_empty(value, text):
                if fault := _fault(self._grid, "x", origin):
                    row.unread.append(Unread(each.field, "", origin, fault))
                continue
            if fault := _fault(self._grid, value, origin):
                row.unread.append(Unread(each.field, text[:200], origin, fault))
                continue
            each.read(value, text, origin, row)
        self._note_unvalued(number, row)
        if self._kind == "schedule":
            self._carry_day(row)
        return row

    def _note_unvalued(self, number: int, row: Row) -> None:
        if not self._grid.unvalued:
            return
        for each in self._columns:
            origin = self._grid.origin(number, each.place)
            if (origin.line, origin.column) in self._grid.unvalued and all(
                unread.origin != origin for unread in row.unread
            ):
                row.unread.append(Unread(each.field, "", origin, Unreadable.FORMULA_WITHOUT_VALUE))

    def _carry_day(self, row: Row) -> None:
        if "date" in row.fields:
            self._day = row.fields["date"]
        elif self._day is not None and all(unread.field != "date" for unread in row.unread):
            row.fields["date"] = self._day

    def _is_no_entry(self, number: int, cells: Sequence[Plain], filled: list[Plain]) -> bool:
        text = tidy(text_of(filled[0]))
        if len(filled) < 3 and _COUNTED.match(plain("".join(text_of(cell) for cell in filled))):
            # 이상 30명; 총 12名; Total 30 persons
            return True
        if len(text) < 12:
            leading = letters(text)
            if leading in _TOTALS:
                return True
            if leading in self._leading and self._repeats_heading(cells):
                return True
        if len(filled) > 1 or self._width < 2:
            return False
        if self._kind == "schedule" and self._day_heading(number, cells, text):
            return True
        return number in self._wide or bool(_SECTION.match(text)) or len(text) > 60

    def _repeats_heading(self, cells: Sequence[Plain]) -> bool:
        return [letters(text_of(cell)) for cell in cells][: len(self._heading)] == self._heading

    def _day_heading(self, number: int, cells: Sequence[Plain], text: str) -> bool:
        """Take a row that holds only a day: what follows is on that day."""
        place = next(place for place, cell in enumerate(cells) if cell is not None and cell != "")
        value = cells[place]
        if isinstance(value, (dt.date, dt.datetime)):
            day = value.date() if isinstance(value, dt.datetime) else value
            self._day = Parsed(day, text, self._grid.origin(number, place))
            return True
        found = find_date(text, self._context)
        if found is None or isinstance(found.read, Unreadable) or ":" in found.rest:
            return False
        read = found.read
        self._day = Parsed(read.value, text, self._grid.origin(number, place), read.doubt, read.options)
        return True


@cache
def _lines_by_table() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(column.name for column in table.columns if column.info.get(SEVERAL_LINES))
        for name, table in TableRow.metadata.tables.items()
    }


def _has_lines(kind: str, column: Column) -> bool:
    """Tell whether the field of a column takes several lines."""
    blocks: list[Block] = [block for name in (kind, *SHEETS[kind].also) for block in SHEETS[name].blocks]
    block = next((each for each in blocks if column in each.columns), None)
    return block is not None and column.stored in _lines_by_table()[block.table]


def _of_row(grid: Grid, layout: Layout, number: int, row: Row, journeys: Journeys) -> Iterator[Record]:
    _settle_names(row)
    _settle_split(row)
    _settle_arrival(row)
    settle_department(row.fields)
    sheet = SHEETS[layout.kind]
    key, origin = f"{grid.name}:{number}", grid.origin(number)
    way: dict[str, Parsed] = {}
    if sheet.beside:
        way, row.fields = divided(row.fields)
        _settle_role(row)
    own = {column.name for column in sheet.columns()}
    for other in sheet.also:
        theirs = {column.name for column in SHEETS[other].columns()}
        fields = {
            name: parsed
            for name, parsed in row.fields.items()
            if _base(name) in theirs
            and (_base(name) not in own or _base(name) in ("organisation", "position"))
        }
        if any(_base(name) not in own for name in fields):
            yield Record(other, f"{key}:{other}", origin, fields)
            row.fields = {name: parsed for name, parsed in row.fields.items() if _base(name) in own}
            first = next(parsed for name, parsed in fields.items() if _base(name) not in own)
            row.fields["person"] = Parsed(
                Mention(first.text, record=f"{key}:{other}"), first.text, first.origin
            )
    yield from each_of(Record(layout.kind, key, origin, row.fields, tuple(row.unread)))
    if way and (person := row.fields.get("person")) is not None:
        journeys.take(key, origin, person, way, row.fields)


def _base(field: str) -> str:
    return field.partition(".")[0]


def _settle_names(row: Row) -> None:
    """Let the name in its own script decide the order of the Latin one in another column."""
    latin = row.fields.get("family.en")
    if latin is None or latin.doubt is None:
        return
    own = next(
        (row.fields[name] for name in ("family.ko", "family.ja", "family.zh") if name in row.fields), None
    )
    given = row.fields.get("given.en")
    if own is None or given is None or not latin.options or not given.options:
        return
    split = Split("en", latin.value, given.value, "", latin.doubt, (latin.options[0], given.options[0]))
    settled = settle_order(split, own.value)
    if settled.doubt is None:
        row.fields["family.en"] = latin._replace(value=settled.family, doubt=None, options=())
        row.fields["given.en"] = given._replace(value=settled.given, doubt=None, options=())


def _settle_split(row: Row) -> None:
    """Let a Latin name whose family name is certain tell where the one in its own script is parted."""
    latin = row.fields.get("family.en")
    if latin is None or latin.doubt is not None or not isinstance(latin.value, str):
        return
    for tag in ("ko", "ja"):
        family, given = row.fields.get(f"family.{tag}"), row.fields.get(f"given.{tag}")
        if family is None or given is None or family.doubt is None or not family.options:
            continue
        ways = [(family.value, given.value), *zip(family.options, given.options, strict=False)]
        first, *others = sorted(ways, key=lambda way: -likeness(way[0], latin.value))
        if likeness(first[0], latin.value) < _ALIKE or any(
            likeness(first[0], latin.value) - likeness(other[0], latin.value) < _CLEARLY for other in others
        ):
            continue
        row.fields[f"family.{tag}"] = family._replace(value=first[0], doubt=None, options=())
        row.fields[f"given.{tag}"] = given._replace(value=first[1], doubt=None, options=())


def _settle_role(row: Row) -> None:
    """Take who is an interpreter by position for one also in the delegation."""
    if "role" in row.fields:
        return
    said = next((row.fields[name] for name in row.fields if name.startswith("position.")), None)
    if said is not None and _INTERPRETER.search(str(said.value)):
        row.fields["role"] = Parsed(DelegateRole.INTERPRETER, said.text, said.origin)


def _settle_arrival(row: Row) -> None:
    """Put an arrival without a day on the day of departure, or as many days later as it says."""
    later = row.fields.pop("arrives_later", None)
    departs, arrives = row.fields.get("departure_date"), row.fields.get("arrival_time")
    if departs is None or arrives is None or "arrival_date" in row.fields:
        return
    if later is None and row.fields.get("departure_time") is None:
        return
    days = later.value if later is not None else 0
    row.fields["arrival_date"] = departs._replace(
        value=departs.value + dt.timedelta(days), text=arrives.text, origin=arrives.origin
    )
