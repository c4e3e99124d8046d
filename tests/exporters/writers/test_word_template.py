"""Our template, and an office's own letterhead in its place."""

from __future__ import annotations

import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from exporters.document import Document, PageBreak, Picture, Run, Style, Table, TableKind, cell, line, row
from exporters.writers.word_template import OWN, word_template
from models.errors import PaperProblem
from models.text.languages import language
from tests.support import demo_papers
from tests.support.demo_words import PNG
from tests.support.ooxml import part, pdf_pages, squeezed, to_pdf, violations, w, write
from tools import template as builder

NAMED = """
Normal, Title, Subtitle, heading 1, heading 2, heading 3, header, footer, Parley Day Heading, Parley Overline,
Parley Cover Rule, Parley Cell, Parley Item Title, Parley Second Language, Parley Talk, Parley Talk Second,
Parley Speaker, Parley Table Head, Parley Time, Parley Cell Small, Parley Note, Parley Body, Parley Letter,
Parley Letter Head, Parley Letter Signatory, Parley Signature, Parley Plate Name, Parley Plate Second,
Parley Plate Post, Parley Tail, Parley Korean, Parley Japanese, Parley English, Parley Chinese,
Parley Figures, Parley Table, Parley Dense, Parley Facts, Parley Plain, Parley Parallel Text
"""
NAMES = [name.strip() for name in NAMED.split(",")]


def test_the_template_has_every_named_style():
    have = {name.get(w("val")) for name in part(OWN, "word/styles.xml").iter(w("name"))}
    assert set(NAMES) - have == set()


def test_the_template_is_what_its_builder_makes(tmp_path):
    builder.build(tmp_path / "made.docx")
    with zipfile.ZipFile(tmp_path / "made.docx") as made, zipfile.ZipFile(OWN) as kept:
        assert made.namelist() == kept.namelist()
        for name in made.namelist():
            assert made.read(name) == kept.read(name), name


@pytest.mark.schema
def test_the_template_holds_to_the_schema(schema_folder):
    assert violations(OWN, schema_folder) == []


@pytest.mark.parametrize(
    ("tag", "name"), [("ko", "Korean"), ("ja", "Japanese"), ("zh", "Chinese"), ("en", "English")]
)
def test_faces_and_languages_are_those_of_the_data(tag, name):
    (style,) = (
        s for s in part(OWN, "word/styles.xml").iter(w("style")) if s.get(w("styleId")) == f"Parley{name}"
    )
    properties = style.find(w("rPr"))
    assert [child.tag for child in properties] == [w("rFonts"), w("lang")], "neither size nor weight"
    data = language(tag)
    spoken, faces = properties.find(w("lang")), properties.find(w("rFonts"))
    assert spoken.get(w("eastAsia"), spoken.get(w("val"))) == data.word_lang
    assert faces.get(w("ascii")) == "Arial"
    if tag != "en":
        assert faces.get(w("eastAsia")) == data.word_font
        fonts = {
            f.get(w("name")): f.find(w("altName")) for f in part(OWN, "word/fontTable.xml").iter(w("font"))
        }
        assert fonts[data.word_font].get(w("val")) == data.word_font_alternative


def test_lines_are_exact_in_every_style_but_that_of_pictures():
    for style in part(OWN, "word/styles.xml").iter(w("style")):
        spacing = style.find(f"{w('pPr')}/{w('spacing')}")
        if spacing is not None and style.get(w("styleId")) != "ParleyPicture":
            assert spacing.get(w("lineRule")) == "exact"


def test_headings_skip_no_level():
    levels = {
        style.find(w("name")).get(w("val")): style.find(f"{w('pPr')}/{w('outlineLvl')}").get(w("val"))
        for style in part(OWN, "word/styles.xml").iter(w("style"))
        if style.find(f"{w('pPr')}/{w('outlineLvl')}") is not None
    }
    assert {name: levels[name] for name in ("heading 1", "heading 2", "heading 3", "Parley Day Heading")} == {
        "heading 1": "0",
        "heading 2": "1",
        "heading 3": "2",
        "Parley Day Heading": "0",
    }


def test_the_template_is_opened_once():
    assert word_template() is word_template()


@pytest.fixture
def letterhead(tmp_path):
    """Return an office's letterhead: its own margins, header, footer, defaults and first lines."""
    path = tmp_path / "letterhead.docx"
    office = docx.Document()
    section = office.sections[0]
    section.left_margin = section.right_margin = Mm(30)
    section.header.paragraphs[0].text = "한국표준과학연구원"
    section.footer.paragraphs[0].text = "대전광역시 유성구"
    office.add_paragraph("측정표준 대표기관")
    office.add_paragraph("")
    office.styles["Normal"].paragraph_format.space_after = Mm(5)
    office.save(str(path))
    return path


def test_a_letterhead_keeps_what_it_has_and_gets_our_lines(letterhead, tmp_path):
    path = tmp_path / "paper.docx"
    write(demo_papers.itinerary(), path, letterhead)
    read = docx.Document(str(path))
    section = read.sections[0]
    assert [p.text for p in section.header.paragraphs] == [
        "한국표준과학연구원",
        "제19차 한일 국가측정표준기관장회의  |  대표단 일정표\t제3판  2024. 7. 26.",
    ]
    assert section.footer.paragraphs[0].text == "대전광역시 유성구"
    assert section.footer.paragraphs[1].text.startswith("견본 · 見本 · SAMPLE\t")
    assert round(section.left_margin.mm) == 30
    assert [p.text for p in read.paragraphs][:2] == ["측정표준 대표기관", "한국표준과학연구원  KRISS"]
    assert read.core_properties.title == "KRISS 대표단 일본 AIST 방문 일정"
    assert {name for name in NAMES if name.startswith("Parley")} <= {style.name for style in read.styles}
    used = {
        style.get(w("val"))
        for style in part(path, "word/document.xml").iter(w("pStyle"), w("rStyle"), w("tblStyle"))
    }
    assert used <= {style.style_id for style in read.styles}
    (page,) = to_pdf([path], tmp_path)
    assert "한국표준과학연구원" in squeezed(pdf_pages(page)[0])


@pytest.mark.schema
def test_a_letterhead_gains_no_violation(letterhead, tmp_path, schema_folder):
    before = violations(letterhead, schema_folder)
    path = tmp_path / "paper.docx"
    write(demo_papers.agenda_columns(), path, letterhead)
    assert [line for line in violations(path, schema_folder) if line not in before] == []


def test_a_first_page_of_its_own_says_it_too(letterhead, tmp_path):
    office = docx.Document(str(letterhead))
    office.sections[0].different_first_page_header_footer = True
    office.sections[0].first_page_header.paragraphs[0].text = "첫 쪽"
    office.save(str(letterhead))
    path = tmp_path / "paper.docx"
    write(Document("t", ("ko",), (), header_right=(Run("초안", "ko"),)), path, letterhead)
    section = docx.Document(str(path)).sections[0]
    assert [p.text for p in section.first_page_header.paragraphs] == ["첫 쪽", "\t초안"]
    assert [p.text for p in section.header.paragraphs] == ["한국표준과학연구원", "\t초안"]


def test_an_office_s_own_count_of_pages_is_not_doubled(letterhead, tmp_path):
    office = docx.Document(str(letterhead))
    field = office.sections[0].footer.paragraphs[0]._p.makeelement(qn("w:fldSimple"), {qn("w:instr"): "PAGE"})
    office.sections[0].footer.paragraphs[0]._p.append(field)
    office.save(str(letterhead))
    path = tmp_path / "paper.docx"
    write(Document("t", ("ko",), (), footer_left=(Run("대외비", "ko"),)), path, letterhead)
    paragraphs = docx.Document(str(path)).sections[0].footer.paragraphs
    assert [p.text for p in paragraphs] == ["대전광역시 유성구", "대외비"]


def test_a_style_of_the_office_stays_the_office_s(letterhead, tmp_path):
    office = docx.Document(str(letterhead))
    office.styles.add_style("Parley Table", docx.enum.style.WD_STYLE_TYPE.TABLE).element.set(
        qn("w:styleId"), "Grid7"
    )
    office.save(str(letterhead))
    path = tmp_path / "paper.docx"
    table = Table((10,), (row(cell(line("a", "ko"))),), "n", "d")
    write(
        Document(
            "t", ("ko",), (table, PageBreak(), Table((9,), (row(cell()),), "n", "d", kind=TableKind.FACTS))
        ),
        path,
        letterhead,
    )
    used = [style.get(w("val")) for style in part(path, "word/document.xml").iter(w("tblStyle"))]
    assert used == ["Grid7", "ParleyFacts"]


@pytest.mark.schema
def test_a_paper_of_ours_may_become_a_letterhead(tmp_path, schema_folder):
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    document = Document("t", ("de", "ko"), (line("Grüße", "de"), Picture(PNG, 10, 10, "Logo")))
    write(document, first)
    write(document, second, first)
    assert violations(second, schema_folder) == []
    assert [p.text for p in docx.Document(str(second)).paragraphs] == ["Grüße", "", "Grüße", ""]
    with zipfile.ZipFile(second) as package:
        assert [name for name in package.namelist() if "media" in name] == [
            "word/media/parley1.png",
            "word/media/parley2.png",
        ]


def test_a_changed_letterhead_is_read_again(letterhead, tmp_path):
    path = tmp_path / "paper.docx"
    write(Document("t", ("ko",), ()), path, letterhead)
    office = docx.Document(str(letterhead))
    office.sections[0].header.paragraphs[0].text = "새 기관 이름"
    office.save(str(letterhead))
    write(Document("t", ("ko",), (line("a", "ko", Style.BODY),)), path, letterhead)
    assert docx.Document(str(path)).sections[0].header.paragraphs[0].text == "새 기관 이름"


@pytest.mark.parametrize("content", [b"", b"plain text", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_word_file_is_refused(content, tmp_path):
    path = tmp_path / "letterhead.docx"
    path.write_bytes(content)
    with pytest.raises(PaperProblem) as problem:
        word_template(path)
    assert problem.value.values["reason"] == "template-unusable"
    with pytest.raises(PaperProblem) as problem:
        word_template(tmp_path / "nothing.docx")
    assert problem.value.values["reason"] == "template-unreadable"
