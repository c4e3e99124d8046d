"""Workbooks of other kinds (.xls, .xlsb) are read like .xlsx: dates, merged cells, hidden sheets, errors.

The .xls in ``files`` were saved by LibreOffice from the .xlsx that ``as_xlsx`` makes, in both calendars.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import random
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from models.errors import SourceDamaged, SourceProblem, SourceTooLarge
from models.intake.grid import Merge
from models.intake.readers.files import book_of
from models.intake.understand import understand
from models.intake.values.read import Context
from tests.models.intake.xlsb import Sheet, xlsb

FILES = Path(__file__).parents[1] / "files"
PEOPLE = (
    ("2024년 방문단 명단",),
    ("성명", "소속", "입국일", "이메일"),
    ("김새롬", "한국표준과학연구원", dt.date(2024, 7, 30), "kim@kriss.example"),
    ("박하늘", None, dt.date(2024, 7, 31), "park@kriss.example"),
    ("최별", "서울대학교", dt.date(2024, 7, 31), "choi@snu.example"),
)
DAYS = (("날짜", "시작", "종료", "내용"), (dt.date(2024, 7, 30), dt.time(9, 30), dt.time(10, 15), "개회"))
SECRET = (("성명", "소속"), ("비밀", "KRISS"))
MERGES = ((0, 0, 0, 3), (2, 1, 3, 1))
SHEETS = (Sheet("명단", PEOPLE, MERGES), Sheet("일정", DAYS), Sheet("숨김", SECRET, hidden=True))


def as_xlsx(*, epoch_1904=False):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"date_1904": epoch_1904, "in_memory": True}) as workbook:
        day, clock = (workbook.add_format({"num_format": each}) for each in ("yyyy-mm-dd", "hh:mm"))
        for each in SHEETS:
            sheet = workbook.add_worksheet(each.name)
            for top, left, bottom, right in each.merges:
                sheet.merge_range(top, left, bottom, right, each.rows[top][left])
            for line, row in enumerate(each.rows):
                for column, value in enumerate(row):
                    if isinstance(value, dt.date):
                        sheet.write_datetime(line, column, dt.datetime.combine(value, dt.time()), day)
                    elif isinstance(value, dt.time):
                        sheet.write_number(line, column, (value.hour * 60 + value.minute) / 1440, clock)
                    elif value is not None and (line, column) not in {merge[:2] for merge in each.merges}:
                        sheet.write(line, column, value)
            if each.hidden:
                sheet.hide()
    return buffer.getvalue()


def contents(kind):
    match kind:
        case "xlsx":
            return as_xlsx()
        case "xlsb":
            return xlsb(SHEETS)
        case _:
            return (FILES / kind).read_bytes()


def said(content, name):
    book = book_of(content, name, name)
    records = understand(book, Context(), visit=True).records
    grids = [(grid.name, [list(row) for row in grid.rows], set(grid.merges)) for grid in book.grids]
    fields = [(record.kind, {key: each.value for key, each in record.fields.items()}) for record in records]
    return grids, fields, book.notices


@pytest.mark.parametrize("kind", ["list.xls", "list-1904.xls", "xlsb"])
def test_a_workbook_of_another_kind_says_the_same_as_an_xlsx(kind):
    grids, fields, notices = said(contents("xlsx"), "list")
    assert said(contents(kind), "list") == (grids, fields, notices)
    assert [name for name, _, _ in grids] == ["명단", "일정"]
    assert grids[0][2] == {Merge(1, 1, 1, 4), Merge(3, 2, 4, 2)}
    # The merged cell speaks for both people; the hidden sheet is left out and named.
    houses = [each["organisation"].text for kind, each in fields if kind == "people"]
    assert houses == ["한국표준과학연구원", "한국표준과학연구원", "서울대학교"]
    assert ("schedule", dt.date(2024, 7, 30), dt.time(9, 30)) in {
        (kind, each.get("date"), each.get("start")) for kind, each in fields
    }
    assert [notice.code for notice in notices] == ["hidden-sheets"]


@pytest.mark.parametrize("kind", ["list.xls", "xlsb"])
def test_half_a_workbook_is_damaged(kind):
    content = contents(kind)
    with pytest.raises(SourceDamaged):
        book_of(content[: len(content) // 2], "half", "half")


@pytest.mark.parametrize("rows", [((("성명",),) * 3, 100_001), ((("성명",) * 600,), 0)])
def test_a_binary_workbook_that_is_too_large_is_refused(rows):
    texts, lines = rows
    sheet = Sheet("명단", texts + (("",),) * max(0, lines - len(texts)))
    with pytest.raises(SourceTooLarge):
        book_of(xlsb([sheet]), "large.xlsb", "large.xlsb")


def test_a_merged_cell_without_end_hangs_nothing():
    far = 2**32 - 2
    (grid,) = book_of(xlsb([Sheet("명단", PEOPLE, [(2, 1, far, far)])]), "far.xlsb", "far.xlsb").grids
    assert grid.merges == (Merge(3, 2, 5, 4),)


def test_damaged_binary_workbooks_are_refused_or_read_and_nothing_else():
    draw = random.Random(7)
    whole = xlsb(SHEETS)
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(300):
        name = draw.choice([each for each in parts if each.endswith(".bin")])
        content = bytearray(parts[name])
        for _ in range(draw.randint(1, 6)):
            content[draw.randrange(len(content))] = draw.randrange(256)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            for each, part in parts.items():
                package.writestr(each, bytes(content) if each == name else part)
        with contextlib.suppress(SourceProblem):
            book_of(buffer.getvalue(), "damaged.xlsb", "damaged.xlsb")


def test_merged_cells_of_a_workbook_of_libreoffice_hold_for_all_their_rows():
    # ``merged.ods`` was saved by LibreOffice: heads over two rows, a day over three, a room over two.
    data = (FILES / "merged.ods").read_bytes()
    book = book_of(data, "merged.ods", "merged.ods")
    (grid,) = book.grids
    assert Merge(4, 1, 6, 1) in grid.merges
    assert Merge(4, 5, 5, 5) in grid.merges
    (sheet,) = understand(book, Context(), kind="schedule").sheets
    assert [record.fields["place"].text for record in sheet.records] == ["대회의실", "대회의실", "본관"]


def test_a_merged_cell_of_an_ods_that_claims_any_number_of_rows_is_cut():
    source = io.BytesIO((FILES / "merged.ods").read_bytes())
    made = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "content.xml":
                part = part.replace(b'number-rows-spanned="3"', b'number-rows-spanned="999999999"')
            new.writestr(name, part)
    (grid,) = book_of(made.getvalue(), "claims.ods", "claims.ods").grids
    assert Merge(4, 1, 6, 1) in grid.merges
