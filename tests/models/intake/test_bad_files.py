"""Files that cannot be read are refused with an error and a sentence; nothing hangs, memory is bounded."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from time import perf_counter

import pytest

from models.errors import (
    FileIsFolder,
    FileMissing,
    SourceDamaged,
    SourceEmpty,
    SourceForeign,
    SourceProtected,
    SourceTooLarge,
)
from models.intake.readers.files import book_of, read_book, read_pasted
from models.intake.record import Unreadable
from models.intake.understand import understand
from models.intake.values.read import Context
from models.text.catalogue import words
from tests.models.intake.corpus.files import ods, xlsx
from ui.words import error_sentence

HEADING = ["성명", "소속", "이메일"]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def refused(content, name, kind):
    with pytest.raises(kind) as problem:
        book_of(content, name, name)
    for language in ("ko", "ja", "en"):
        sentence = error_sentence(problem.value, words(language))
        assert name in sentence
        assert "{" not in sentence
    return problem.value


def rewritten(content, change):
    """Return a package with its parts changed."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return buffer.getvalue()


def sheet_replaced(xml):
    return rewritten(
        xlsx([HEADING]), lambda name, part: xml if name.endswith("worksheets/sheet1.xml") else part
    )


def worksheet(rows):
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PNG, "list.xlsx", SourceForeign),
        (b"\xff\xd8\xff\xe0" + bytes(50), "list.csv", SourceForeign),
        (b"%PDF-1.7\n" + bytes(50), "list.xlsx", SourceForeign),
        (b"SQLite format 3\x00" + bytes(100), "list.xlsx", SourceForeign),
        (xlsx([HEADING])[:400], "list.xlsx", SourceDamaged),
        (xlsx([HEADING, ["a", "b", "c"]])[:-60], "list.xlsx", SourceDamaged),
        (b"PK\x03\x04 nothing", "list.xlsx", SourceDamaged),
        (random.Random(117).randbytes(4000), "list.xlsx", SourceDamaged),
        (random.Random(7).randbytes(4000), "list.csv", SourceForeign),
        (b"", "list.csv", SourceEmpty),
        (b"\n\n , ,\n", "list.csv", SourceEmpty),
        (xlsx([[None]]), "list.xlsx", SourceEmpty),
        (b"<html><body>no table</body></html>", "list.html", SourceEmpty),
        (b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD", "list.vcf", SourceEmpty),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_list_is_refused(content, name, kind):
    if not content:
        with pytest.raises(SourceEmpty):
            book_of(content, name, name)
        return
    refused(content, name, kind)


def test_a_workbook_with_a_password_is_named_as_such():
    container = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    )
    refused(container, "list.xlsx", SourceProtected)


def test_an_encrypted_ods_is_named_as_such():
    content = rewritten(
        ods([HEADING]),
        lambda name, part: (
            part.replace(b"/>", b"><encryption-data/></manifest:manifest>") if "manifest" in name else part
        ),
    )
    refused(content, "list.ods", SourceProtected)


def test_a_zip_bomb_is_refused_before_it_unpacks():
    bomb = sheet_replaced(worksheet("<row>" + " " * (300 * 1024 * 1024) + "</row>"))
    assert len(bomb) < 2_000_000
    begin = perf_counter()
    assert refused(bomb, "bomb.xlsx", SourceTooLarge).values["what"] == "bytes"
    assert perf_counter() - begin < 30


def test_a_million_rows_are_refused_in_bounded_memory():
    rows = "".join(f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(1, 1_000_001))
    content = sheet_replaced(worksheet(rows))
    del rows
    tracemalloc.start()
    assert refused(content, "rows.xlsx", SourceTooLarge).values["what"] == "rows"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 400 * 1024 * 1024


def test_one_cell_far_away_does_not_fill_the_memory():
    far = worksheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999"><c r="ZZZ99999"><v>1</v></c></row>'
    )
    assert refused(sheet_replaced(far), "far.xlsx", SourceTooLarge).values["what"] == "columns"


def test_repeated_cells_of_an_ods_are_counted():
    content = rewritten(
        ods([["x"]]),
        lambda name, part: part.replace(
            b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">'
        ),
    )
    assert refused(content, "far.ods", SourceTooLarge).values["what"] == "rows"


def test_a_csv_of_a_million_rows_is_refused():
    refused(b"a,b\n" * 1_000_000, "rows.csv", SourceTooLarge)


def test_folders_and_missing_files_are_named(tmp_path):
    with pytest.raises(FileIsFolder):
        read_book(tmp_path)
    with pytest.raises(FileMissing):
        read_book(tmp_path / "none.xlsx")


def test_a_database_is_never_opened_as_a_list(tmp_path):
    path = tmp_path / "mine.parley"
    path.write_bytes(b"x")
    with pytest.raises(SourceForeign):
        read_book(path)


def records(content, name="list.xlsx", **settings):
    reading = understand(book_of(content, name, name), Context(), **settings)
    return reading, reading.records


def test_formulas_without_a_value_are_named_by_their_cell():
    cells = (
        '<c r="A2" t="inlineStr"><is><t>이호성</t></is></c>'
        '<c r="B2"><f>A2</f></c><c r="C2"><f>A2</f><v></v></c>'
    )
    head = "".join(
        f'<c r="{c}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for c, text in zip("ABC", HEADING, strict=True)
    )
    reading, (record,) = records(
        sheet_replaced(worksheet(f'<row r="1">{head}</row><row r="2">{cells}</row>'))
    )
    assert [notice.code for notice in reading.notices] == ["formulas-without-value"]
    assert {each.origin.address: each.reason for each in record.unread} == {
        "B2": Unreadable.FORMULA_WITHOUT_VALUE,
        "C2": Unreadable.FORMULA_WITHOUT_VALUE,
    }


def test_error_cells_and_control_characters_are_named_by_their_cell():
    head = "".join(
        f'<c r="{c}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for c, text in zip("ABC", HEADING, strict=True)
    )
    cells = '<c r="A2" t="inlineStr"><is><t>이호성</t></is></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    _, (record,) = records(sheet_replaced(worksheet(f'<row r="1">{head}</row><row r="2">{cells}</row>')))
    assert [(each.origin.address, each.reason) for each in record.unread] == [("B2", Unreadable.ERROR_CELL)]
    _, (record,) = records("성명,소속\n이호성,KR\x07ISS\n".encode(), "list.csv")
    assert [(each.origin.address, each.reason) for each in record.unread] == [
        ("B2", Unreadable.CONTROL_CHARACTER)
    ]


def test_hidden_sheets_are_left_out_and_macros_ignored_and_both_are_said():
    buffer = io.BytesIO()
    import xlsxwriter

    with xlsxwriter.Workbook(buffer) as workbook:
        workbook.add_worksheet("명단").write_column(0, 0, ["성명", "이호성"])
        secret = workbook.add_worksheet("숨김")
        secret.write_column(0, 0, ["성명", "김민수"])
        secret.hide()
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")
    reading, found = records(buffer.getvalue())
    assert [notice.code for notice in reading.notices] == ["macros-ignored", "hidden-sheets"]
    assert [record.fields["family.ko"].value for record in found] == ["이"]


def test_pasted_nothing_is_refused():
    with pytest.raises(SourceEmpty):
        read_pasted("  \n ")
