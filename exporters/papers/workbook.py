"""The workbook of a visit as data: each sheet with its columns, and its rows of cells.

The sheets and columns are those of ``models.intake.sheets``, so that what goes out comes back the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from exporters.papers.delegation_form import KIND as DELEGATION
from exporters.papers.delegation_form import delegation_tab
from models.intake.collect import Rows, rows_of
from models.intake.columns import Block, Column, Holds, In3, Sheet
from models.intake.headings import is_own, own_heading
from models.intake.labels import Values, label_of, texts_of, with_tail
from models.intake.links import DERIVED, is_plain_link
from models.intake.sheets import SHEETS, tables_by_sheet
from models.intake.tabs import Head, Tab
from models.intake.values.choices import wording
from models.text.localised import LocalisedText
from models.text.matching import letters

if TYPE_CHECKING:
    from models.tables import Visit

YES = In3("예", "はい", "Yes")
NO = In3("아니요", "いいえ", "No")
GUIDANCE = In3(
    "※ 이 줄은 안내이며 가져오지 않습니다. 첫 열의 식별 번호는 비워 두어도 됩니다."
    " 빈 칸은 아무것도 바꾸지 않습니다.",
    "※ この行は案内で、取り込まれません。先頭列の番号は空のままで構いません。空欄は何も変更しません。",
    "※ This line is guidance and is not brought in. The ids in the first column may stay empty; an empty cell"
    " changes nothing.",
)


def empty_tabs(languages: Sequence[str], said: str) -> tuple[Tab, ...]:
    """Return the sheets of the empty workbook; headings are said in a language."""
    return tuple(_tab(sheet, languages, said, None) for sheet in SHEETS.values())


def chosen_tabs(kinds: Sequence[str], languages: Sequence[str], said: str) -> tuple[Tab, ...]:
    """Return only some empty sheets; that of delegations is one that a partner can fill in by itself."""
    return tuple(
        delegation_tab(languages, said) if kind == DELEGATION else _tab(SHEETS[kind], languages, said, None)
        for kind in dict.fromkeys(kinds)
    )


def visit_tabs(
    visit: Visit, languages: Sequence[str], said: str, *, sensitive: bool = False
) -> tuple[Tab, ...]:
    """Return the sheets of a visit; what is sensitive only where it is asked for."""
    filling = _Filling(rows_of(visit), visit.id, languages, said)
    return tuple(_tab(sheet, languages, said, filling, sensitive=sensitive) for sheet in SHEETS.values())


def _tab(
    sheet: Sheet, languages: Sequence[str], said: str, filling: _Filling | None, *, sensitive: bool = False
) -> Tab:
    heads: list[Head] = [Head(own_heading(said), "", None)]
    hidden: list[Head] = []
    for number, block in enumerate(sheet.blocks):
        if number and block.table not in DERIVED:
            hidden.append(Head(own_heading(said, block.table), "", None, hidden=True))
        for column in sorted(block.columns, key=lambda each: each.rare):
            if column.writes and (sensitive or filling is None or not column.sensitive):
                heads += _heads(block, column, languages, said, filling)
    # What few need stands behind what everybody needs.
    ordered = [heads[0], *sorted(heads[1:], key=lambda head: head.rare), *hidden]
    rows = tuple(filling.rows(sheet, ordered)) if filling is not None else ()
    return Tab(sheet.title.said(said), sheet.main, GUIDANCE.said(said), tuple(ordered), rows)


def _heads(
    block: Block, column: Column, languages: Sequence[str], said: str, filling: _Filling | None
) -> Iterator[Head]:
    heading = column.heading.said(said)
    hint = column.hint.said(said) if column.hint else ""
    if column.holds is Holds.LOCALISED:
        tags = dict.fromkeys(languages)
        if filling is not None:
            tags.update(dict.fromkeys(filling.tags(block.table, column.stored)))
        for tag in tags:
            yield Head(f"{heading} [{tag}]", hint, column, tag)
        return
    choices: tuple[str, ...] = ()
    if column.choice is not None:
        choices = tuple(wording(member, said) for member in column.choice)
    elif column.holds is Holds.FLAG:
        choices = (YES.said(said), NO.said(said))
    yield Head(heading, hint, column, choices=choices)


class _Filling:
    """Turns the rows of a visit into cells."""

    def __init__(self, rows: Rows, visit: str, languages: Sequence[str], said: str) -> None:
        self._rows = rows
        self._visit = visit
        self._languages = tuple(languages)
        self._said = said
        self._counts: dict[str, Counter[str]] = {}
        self._tails: dict[str, Counter[str]] = {}
        self._listed = self._links()

    def find(self, table: str, key: str | None) -> Values | None:
        return self._rows.get(table, {}).get(key) if key else None

    def tags(self, table: str, field: str) -> list[str]:
        """Return the languages in which a field has texts."""
        tags: set[str] = set()
        for row in self._rows.get(table, {}).values():
            tags.update(row[field] or ())
        return sorted(tags)

    def _links(self) -> dict[tuple[str, str], list[Values]]:
        """Return the rows of each table that links things, by the row that they hang on."""
        found: dict[tuple[str, str], list[Values]] = {}
        tables = {
            (column.link.table, column.link.by)
            for sheet in SHEETS.values()
            for column in sheet.columns()
            if column.link
        }
        for table, by in tables:
            for row in self._rows.get(table, {}).values():
                found.setdefault((table, row[by]), []).append(row)
        return found

    def rows(self, sheet: Sheet, heads: Sequence[Head]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a sheet."""
        first, *further = sheet.blocks
        for row in self._of_block(first):
            parts = [self._children(block, row) for block in further]
            (children,) = parts or [[]]
            yield self._cells(sheet, heads, row, children[0] if children else None, whole=True)
            for child in children[1:]:
                yield self._cells(sheet, heads, row, child, whole=False)

    def _of_block(self, block: Block) -> list[Values]:
        rows = list(self._rows.get(block.table, {}).values())
        if block.visit:
            rows = [row for row in rows if row["visit_id"] == self._visit]
        if block.table == "visit":
            rows = [row for row in rows if row["id"] == self._visit]
        if block.table == "participation":
            rows = [row for row in rows if not self._is_in_a_list(row)]
        return rows

    def _is_in_a_list(self, row: Values) -> bool:
        return is_plain_link("participation", row) and row["role"] in ("speaker", "chair")

    def _children(self, block: Block, row: Values) -> list[Values]:
        return [
            child for child in self._rows.get(block.table, {}).values() if child[block.parent] == row["id"]
        ]

    def _cells(
        self, sheet: Sheet, heads: Sequence[Head], row: Values, child: Values | None, *, whole: bool
    ) -> tuple[Any, ...]:
        cells: list[Any] = []
        leading = {column.name for column in sheet.blocks[0].columns}
        for head in heads:
            if head.column is None:
                cells.append(row["id"] if is_own(head.heading) else child["id"] if child else None)
            elif head.column.name in leading:
                cells.append(self._cell(head, row) if whole else None)
            else:
                cells.append(self._cell(head, child) if child else None)
        return tuple(cells)

    def _cell(self, head: Head, row: Values) -> Any:
        column = head.column
        assert column is not None
        if column.link is not None:
            return self._list(column, row)
        value = row[column.stored]
        if head.language:
            return cast("LocalisedText", value).text_in(head.language) or None
        if column.stored == "visit_id":
            return self._yes(value == self._visit)
        if column.holds is Holds.ONE:
            return self._label(tables_by_sheet()[column.to], value) if value else None
        if column.holds is Holds.CHOICE:
            return wording(cast("StrEnum", value), self._said) if value is not None else None
        if column.holds is Holds.FLAG:
            return self._yes(bool(value))
        if column.holds in (Holds.TAGS, Holds.CODES):
            return ", ".join(value) or None
        return None if value == "" else value

    def _yes(self, value: bool) -> str:
        return (YES if value else NO).said(self._said)

    def _list(self, column: Column, row: Values) -> str | None:
        link = column.link
        assert link is not None
        labels: list[str] = []
        for each in self._listed.get((link.table, row["id"]), ()):
            if any(each[name] != value for name, value in link.fixed.items()) or not is_plain_link(
                link.table, each
            ):
                continue
            for sheet, end in link.ends.items():
                if each[end]:
                    tables = [tables_by_sheet()[other] for other in link.ends]
                    labels.append(self._label(tables_by_sheet()[sheet], each[end], tables))
                    break
        return "; ".join(labels) or None

    def _label(self, table: str, key: str, among: Sequence[str] = ()) -> str:
        """Return what a row is called, with the end of its id where others are called so, or so alike."""
        row = self.find(table, key)
        if row is None:
            return with_tail("", key)
        label = label_of(table, row, self.find, self._languages)
        wanted = letters(label)
        alone = sum(self._texts(each)[wanted] for each in among or (table,)) == 1
        if alone and wanted and wanted in texts_of(table, row, self.find) and not set(label) & set(";#\n/"):
            return label
        return with_tail(label.replace(";", ",").replace("#", ""), self._tail(table, key))

    def _texts(self, table: str) -> Counter[str]:
        if table not in self._counts:
            self._counts[table] = Counter(
                text for row in self._rows.get(table, {}).values() for text in texts_of(table, row, self.find)
            )
        return self._counts[table]

    def _tail(self, table: str, key: str) -> str:
        if table not in self._tails:
            self._tails[table] = Counter(each[-8:] for each in self._rows.get(table, {}))
        return key if self._tails[table][key[-8:]] == 1 else key.replace("-", "")
