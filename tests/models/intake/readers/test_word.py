"""Word files are read as the page shows them, and what cannot be read is said, not suffered."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from models.errors import (
    FileIsFolder,
    FileMissing,
    SourceDamaged,
    SourceEmpty,
    SourceForeign,
    SourceProtected,
    SourceTooLarge,
)
from models.intake.readers.word import LONGEST_LINE, MOST_LETTERS, MOST_LINES, read_word, word_of
from models.intake.readers.word_text import Line, Table
from tests.models.intake.agendas.build import content, field, hidden, nested, new, table, text_box, tracked
from tests.models.intake.agendas.damage import of_body, packed, paragraph


def read(document):
    return word_of(content(document), "made.docx", "made.docx")


def texts(document):
    return [block.text for block in read(document).blocks if isinstance(block, Line)]


def test_merged_cells_stand_once_with_their_extent():
    document = new()
    table(document, [["a", "b", None], ["^", "c", "d"], ["^", "e", "f"]])
    (made,) = read(document).blocks
    assert isinstance(made, Table)
    cells = {cell.text: (cell.row, cell.column, cell.width, cell.height) for cell in made.cells}
    assert cells == {
        "a": (0, 0, 1, 3), "b": (0, 1, 2, 1), "c": (1, 1, 1, 1), "d": (1, 2, 1, 1),
        "e": (2, 1, 1, 1), "f": (2, 2, 1, 1),
    }  # fmt: skip


def test_rows_that_leave_out_columns_keep_their_places():
    document = new()
    made = table(document, [["a", "b", "c"], ["x", "y", "z"]])
    row = made.rows[1]._tr
    row.remove(row.tc_lst[0])
    properties = row.get_or_add_trPr()
    skipped = OxmlElement("w:gridBefore")
    skipped.set(f"{{{docx.oxml.ns.nsmap['w']}}}val", "1")
    properties.append(skipped)
    (read_table,) = read(document).blocks
    assert [(cell.text, cell.column) for cell in read_table.cells if cell.row == 1] == [("y", 1), ("z", 2)]


def test_deleted_text_is_ignored_and_said():
    document = new()
    tracked(document.add_paragraph("오찬 "), "12:00", "12:30")
    text = read(document)
    assert [line.text for line in text.blocks] == ["오찬 12:30"]
    assert [notice.code for notice in text.notices] == ["tracked-changes"]


def test_paragraphs_joined_under_tracked_changes_are_one_line():
    document = new()
    first = document.add_paragraph("09:30 ")
    properties = first._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="a"/></w:rPr>'))
    document.add_paragraph("Welcome")
    assert texts(document) == ["09:30 Welcome"]


def test_fields_show_their_result_and_hidden_text_stays_hidden():
    document = new()
    said = document.add_paragraph("on ")
    field(said, " DATE ", "30 July")
    hidden(said, " not for them")
    assert texts(document) == ["on 30 July"]


def test_foot_notes_and_comments_are_ignored():
    document = new()
    run = document.add_paragraph("Welcome").add_run()
    run._r.append(OxmlElement("w:footnoteReference"))
    run._r.append(OxmlElement("w:commentReference"))
    assert texts(document) == ["Welcome"]


def test_a_text_box_is_read_once():
    document = new()
    text_box(document, "Day 1")
    assert texts(document) == ["Day 1"]


def test_tabs_and_soft_breaks_part_lines():
    document = new()
    document.add_paragraph("09:30\tWelcome\n환영사")
    first, second = read(document).blocks
    assert (first.text, second.text) == ("09:30\tWelcome", "환영사")
    assert second.continued
    assert first.origin == second.origin


def test_lists_and_headings_are_known():
    document = new()
    document.add_paragraph("one", style="List Bullet")
    document.add_paragraph("two", style="Heading 2")
    document.add_paragraph("three").runs[0].bold = True
    first, second, third = read(document).blocks
    assert (first.listed, second.heading, third.bold) == (True, True, True)
    assert (first.heading, second.listed, third.listed) == (False, False, False)


def test_a_frame_around_a_table_gives_way_to_it():
    document = new()
    nested(document, [["09:30", "Welcome"], ["10:00", "Tea"]])
    (made,) = read(document).blocks
    assert [cell.text for cell in made.cells] == ["09:30", "Welcome", "10:00", "Tea"]


def test_lines_say_where_they_stand():
    document = new()
    document.add_paragraph("first")
    document.add_paragraph("")
    document.add_paragraph("third")
    table(document, [["a", "b"], ["c", "d"]])
    first, third, made = read(document).blocks
    assert (first.origin.line, third.origin.line) == (1, 3)
    assert [cell.lines[0].origin.address for cell in made.cells] == ["A1", "B1", "A2", "B2"]
    assert made.cells[0].lines[0].origin.sheet == "T1"


def test_strict_files_are_read():
    body = paragraph("09:30 Welcome")
    xml = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{body}</w:body></w:document>'
    assert [line.text for line in word_of(packed({"word/document.xml": xml}), "a", "a").blocks] == [
        "09:30 Welcome"
    ]


def test_the_part_with_the_text_may_have_any_name():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    with zipfile.ZipFile(__import__("io").BytesIO(of_body(paragraph("here")))) as package:
        xml = package.read("word/document.xml")
    text = word_of(packed({"_rels/.rels": relations, "word/document2.xml": xml}), "a", "a")
    assert [line.text for line in text.blocks] == ["here"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", SourceEmpty),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), SourceForeign),
        (b"%PDF-1.7 " + bytes(100), SourceForeign),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            SourceProtected,
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"),
            SourceForeign,
        ),
        (packed({"xl/workbook.xml": "<x/>"}), SourceForeign),
        (packed({"notes.txt": "hello"}), SourceForeign),
        (packed({"word/styles.xml": "<x/>"}), SourceDamaged),
        (packed({"word/document.xml": "<w:document"}), SourceDamaged),
        (packed({"word/document.xml": "<other/>"}), SourceDamaged),
        (of_body(paragraph("whole"))[:-40], SourceDamaged),
        (b"plain words, named .docx", SourceForeign),
    ],
)
def test_what_is_no_word_file_is_refused_with_its_reason(tmp_path, data, problem):
    path = tmp_path / "agenda.docx"
    path.write_bytes(data)
    with pytest.raises(problem) as raised:
        read_word(path)
    assert raised.value.values["path"] == path


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(FileMissing):
        read_word(tmp_path / "none.docx")
    with pytest.raises(FileIsFolder):
        read_word(tmp_path)


def test_entities_are_not_resolved(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    start = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY out SYSTEM "{secret.as_uri()}"><!ENTITY two "2222">]>'
    )
    xml = start + f"<w:document {nsdecls('w')}><w:body>{paragraph('a&out;b&two;c')}</w:body></w:document>"
    blocks = word_of(packed({"word/document.xml": xml}), "a", "a").blocks
    assert not any("secret" in block.text for block in blocks)


def test_entities_that_multiply_are_refused_or_stay_small():
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "lol">{levels}]><w:document {nsdecls("w")}><w:body>'
    xml += paragraph("&a11;") + "</w:body></w:document>"
    try:
        blocks = word_of(packed({"word/document.xml": xml}), "a", "a").blocks
    except SourceDamaged:
        return
    assert sum(len(block.text) for block in blocks) < 1000


def test_few_bytes_that_unpack_to_many_are_refused():
    bomb = packed({"word/document.xml": b" " * 200_000_000})
    assert len(bomb) < 1_000_000
    with pytest.raises(SourceTooLarge):
        word_of(bomb, "a", "a")


def test_too_many_lines_are_refused():
    with pytest.raises(SourceTooLarge):
        word_of(of_body(paragraph("x") * (MOST_LINES + 1)), "a", "a")


def test_too_many_letters_are_refused():
    with pytest.raises(SourceTooLarge):
        word_of(of_body(paragraph("x" * LONGEST_LINE) * (MOST_LETTERS // LONGEST_LINE + 1)), "a", "a")


def test_a_line_without_end_is_cut_and_said():
    text = word_of(of_body(paragraph("x" * 100_000)), "a", "a")
    assert len(text.blocks[0].text) == LONGEST_LINE
    assert [notice.code for notice in text.notices] == ["long-lines-cut"]


def test_deep_nesting_is_refused_and_does_not_overflow():
    depth = 5_000
    body = "<w:tbl><w:tr><w:tc>" * depth + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * depth
    with pytest.raises(SourceDamaged):
        word_of(of_body(body), "a", "a")


def test_tables_nested_as_deep_as_xml_allows_are_read():
    depth = 80
    body = "<w:tbl><w:tr><w:tc>" * depth + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * depth
    assert any(
        "deep" in cell.text for block in word_of(of_body(body), "a", "a").blocks for cell in block.cells
    )


def test_spans_beyond_all_measure_are_bounded():
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{paragraph("wide")}</w:tc>'
    (made,) = word_of(of_body(f"<w:tbl><w:tr>{cell * 3}</w:tr></w:tbl>"), "a", "a").blocks
    assert made.width < 200


def test_a_huge_file_takes_little_memory(tmp_path):
    path = tmp_path / "huge.docx"
    cells = f"<w:tc>{paragraph('09:30 Welcome')}</w:tc>" * 5
    path.write_bytes(of_body("<w:tbl>" + f"<w:tr>{cells}</w:tr>" * 3_900 + "</w:tbl>"))
    code = (
        "import sys; from pathlib import Path; from models.errors import SourceProblem\n"
        "from models.intake.readers.word import read_word\n"
        "from models.intake.agenda.read import read_agenda\n"
        "try: read_agenda(read_word(Path(sys.argv[1])))\n"
        "except SourceProblem: pass\n"
        # The peak that getrusage tells is at least that of the process that started this one.
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 600_000
