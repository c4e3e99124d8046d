"""Word files: whole, right in every part, and the same for the same document."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from exporters.document import (
    Document,
    Look,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Rule,
    Run,
    Style,
    Table,
    TableKind,
    cell,
    head_row,
    item,
    line,
    row,
    runs_of,
    time_cell,
)
from exporters.writers.word import word_bytes
from models.errors import PaperProblem
from tests.support import demo_papers
from tests.support.demo_words import PNG
from tests.support.ooxml import W, pandoc_texts, part, pdf_faces, pdf_pages, squeezed, violations, w, write

CHECKOUT = Path(__file__).parents[3]


def body(*blocks, **more):
    content = word_bytes(Document("t", ("ko", "ja"), blocks, **more))
    with zipfile.ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def values(root, name, attribute="val"):
    return [element.get(w(attribute)) for element in root.iter(w(name))]


@pytest.mark.schema
@pytest.mark.parametrize("name", demo_papers.ALL)
def test_papers_hold_to_the_schema(papers, name, schema_folder):
    assert violations(papers[name], schema_folder) == []


@pytest.mark.schema
def test_rare_blocks_hold_to_the_schema(tmp_path, schema_folder):
    everything = Document(
        "t <&>",
        ("de", "zh", "ko"),
        (
            *(line(f"{style.value} 가나 “x”", "ko", style) for style in Style),
            Paragraph(tuple(Run(f"{look.value} ※ ", "zh", look) for look in Look), keep_next=True, tab_mm=40),
            Picture(PNG, 20, 10, "기관 로고"),
            PageBreak(),
            Picture(PNG, 20, 10),
            PageBreak(),
            *(
                Table(
                    (20, 30.3, 33.3),
                    (
                        Row((cell(shaded=True, span=2), cell()), Rule.NONE, keep_with_next=True),
                        row(cell(line("Grüße", "de")), cell(item("1)", "b", "fr")), cell()),
                    ),
                    'a "name"',
                    "x < y",
                    (head_row(cell(span=3)), head_row(cell(), cell(), cell())),
                    kind,
                )
                for kind in TableKind
            ),
        ),
        landscape=True,
        created=datetime(2024, 7, 26),
    )
    path = tmp_path / "rare.docx"
    write(everything, path)
    assert violations(path, schema_folder) == []


@pytest.mark.parametrize("name", demo_papers.ALL)
def test_pandoc_reads_every_text_in_order(papers, name):
    document = demo_papers.ALL[name]()
    head = len((*document.header_left, *document.header_right, *document.footer_left))
    expected = squeezed("".join(run.text for run in list(runs_of(document))[head:]))
    read = pandoc_texts(papers[name])
    for mark in ("–", "1)", "2)", "3)", "4)", "1.", "2."):
        if mark in read:  # marks of lists are not runs; times keep their dash on both sides
            read, expected = read.replace(mark, ""), expected.replace(mark, "")
    assert read == expected


def test_python_docx_reads_back_what_was_written(papers):
    read = docx.Document(str(papers["agenda_columns"]))
    properties = read.core_properties
    assert properties.title == "회의 일정 · 議事次第"
    assert properties.author == "KRISS"
    assert properties.language == "ko-KR"
    assert properties.subject == "제19차 한일 국가측정표준기관장회의"
    assert properties.created.isoformat() == "2024-07-26T09:00:00+00:00"
    headings = [p.text for p in read.paragraphs if p.style.name == "Parley Day Heading"]
    assert headings == ["2024. 7. 30.(화)\t2024年7月30日（火）", "2024. 7. 31.(수)\t2024年7月31日（水）"]
    section = read.sections[0]
    assert section.header.paragraphs[0].text.split("\t")[1] == "제3판  2024. 7. 26."
    assert round(section.page_width.mm) == 210
    assert [round(m.mm) for m in (section.left_margin, section.top_margin, section.header_distance)] == [
        20,
        20,
        10,
    ]
    cells = read.tables[2].rows[2].cells
    assert [c.text for c in cells] == [
        "09:40–09:50",
        "답사\n이호성 원장(KRISS)",
        "答辞\nLEE Ho Seong 院長（KRISS）",
    ]


def test_every_table_is_named_described_and_adds_up(papers):
    for path in papers.values():
        for table in part(path, "word/document.xml").iter(w("tbl")):
            properties = table[0]
            assert properties.find(w("tblCaption")).get(w("val"))
            assert properties.find(w("tblDescription")).get(w("val"))
            widths = [int(column) for column in values(table, "gridCol", "w")]
            assert sum(widths) == int(properties.find(w("tblW")).get(w("w")))
            for table_row in table.iter(w("tr")):
                assert sum(int(width) for width in values(table_row, "tcW", "w")) == sum(widths)
            heads = len(list(table.iter(w("tblHeader"))))
            assert properties.find(w("tblLook")).get(w("val")) == ("0620" if heads else "0600")


def test_rows_stay_whole_unless_told_and_heads_repeat():
    table = Table(
        (10,),
        (row(cell()), Row((cell(),), can_split=True)),
        "n",
        "d",
        (head_row(cell(line("시각", "ko", Style.TABLE_HEAD))),),
    )
    rows = list(body(table).iter(w("tr")))
    assert [len(r.findall(f"{w('trPr')}/{w('cantSplit')}")) for r in rows] == [1, 1, 0]
    assert [len(r.findall(f"{w('trPr')}/{w('tblHeader')}")) for r in rows] == [1, 0, 0]


def test_a_row_kept_with_the_next_keeps_every_paragraph_and_its_empty_cells():
    kept = Row((cell(), cell(line("a", "ko"), line("b", "ko"))), keep_with_next=True)
    made = body(Table((10, 10), (kept, row(cell(), cell())), "n", "d"))
    first, second = made.iter(w("tr"))
    assert len(list(first.iter(w("p")))) == len(list(first.iter(w("keepNext")))) == 3
    assert not list(second.iter(w("keepNext")))


def kept(*rows):
    made = body(Table((10, 10), rows, "n", "d"))
    return [bool(list(one.iter(w("keepNext")))) for one in made.iter(w("tr"))]


def test_the_last_row_does_not_stand_alone_on_a_page():
    one, day = row(cell(), cell()), row(cell(line("30 July", "en"), span=2))
    high = row(cell(*(line(str(n), "en") for n in range(9))), cell())
    assert kept(one, one, one, one) == [False, False, True, False]
    # A day inside the table is no company.
    assert kept(one, one, day, one) == [False, True, True, False]
    # Moving a high row would leave a larger hole.
    assert kept(one, one, high, one) == [False, False, False, False]
    assert kept(one) == [False]


def test_a_missing_line_is_named_on_both_its_sides():
    made = body(Table((10,), (Row((cell(),), Rule.NONE), Row((cell(),), Rule.STRONG), row(cell())), "n", "d"))
    borders = [
        {
            etree.QName(side).localname: side.get(w("val"))
            for side in r.iter(w("top"), w("bottom"))
            if side.get(w("val"))
        }
        for r in made.iter(w("tr"))
    ]
    assert borders == [{"bottom": "nil"}, {"top": "nil", "bottom": "single"}, {"top": "single"}]


def test_the_text_never_ends_in_a_table_and_tables_never_touch():
    table = Table((10,), (row(cell()),), "n", "d")
    tags = [etree.QName(child).localname for child in body(table, table)]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]
    assert [etree.QName(child).localname for child in body()] == ["p", "sectPr"]


def test_a_page_break_leaves_no_empty_page():
    made = body(line("a", "ko"), PageBreak(), line("b", "ko", Style.HEADING_1))
    broken = made[1]
    assert broken.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None
    assert len(made) == 3
    assert made.findall(f".//{w('br')}") == []


def test_language_is_said_by_the_character_style_of_every_run(papers):
    styles = {
        style.get(w("styleId")): style.find(f"{w('rPr')}/{w('lang')}")
        for style in part(papers["itinerary"], "word/styles.xml").iter(w("style"))
        if style.get(w("type")) == "character"
    }
    for run in part(papers["itinerary"], "word/document.xml").iter(w("r")):
        assert styles[run.find(f"{w('rPr')}/{w('rStyle')}").get(w("val"))] is not None
    assert styles["ParleyKorean"].get(w("eastAsia")) == "ko-KR"
    assert styles["ParleyJapanese"].get(w("eastAsia")) == "ja-JP"


def test_only_ambiguous_signs_carry_the_hint_and_times_never():
    made = body(
        Paragraph((Run("※ 09:00–09:30 → ‘가’ Directors’", "ko"), Run("09:30–09:40", "ko", Look.FIGURES)))
    )
    hinted = [
        "".join(run.itertext())
        for run in made.iter(w("r"))
        if run.find(f"{w('rPr')}/{w('rFonts')}") is not None
    ]
    assert hinted == ["※", "→", "‘", "’"]
    assert "".join(made[0].itertext()) == "※ 09:00–09:30 → ‘가’ Directors’09:30–09:40"
    latin = body(line("→ “x”", "en"))
    assert not list(latin.iter(w("rFonts")))


def test_figures_that_are_words_take_the_face_of_their_language():
    made = body(Table((30,), (row(time_cell("시각 미정", "ko")), row(time_cell("13:30–", "ko"))), "n", "d"))
    assert values(made, "rStyle") == ["ParleyKorean", "ParleyFigures"]


def test_quarter_spaces_are_off_except_in_japanese():
    made = body(line("KRISS의", "ko"), line("KRISSの", "ja"))
    assert [len(p.findall(f"{w('pPr')}/{w('autoSpaceDE')}")) for p in made.iter(w("p"))] == [0, 1]


def test_a_further_language_brings_its_style_from_the_data(tmp_path):
    path = tmp_path / "german.docx"
    write(Document("Tagesordnung", ("de", "ko"), (line("Begrüßung", "de"), line("환영사", "ko"))), path)
    read = docx.Document(str(path))
    assert read.paragraphs[0].runs[0].style.name == "Parley Deutsch"
    languages = part(path, "word/styles.xml").xpath(
        "//w:style[w:name/@w:val='Parley Deutsch']/w:rPr/w:lang/@w:val", namespaces={"w": W}
    )
    assert languages == ["de-DE"]
    assert read.core_properties.language == "de-DE"


def test_settings_ask_nothing_at_opening(papers):
    settings = part(papers["agenda_stacked"], "word/settings.xml")
    assert settings.find(w("updateFields")) is None
    mode = settings.find(f"{w('compat')}/{w('compatSetting')}")
    assert (mode.get(w("name")), mode.get(w("val"))) == ("compatibilityMode", "15")
    languages = settings.find(w("themeFontLang"))
    assert (languages.get(w("val")), languages.get(w("eastAsia"))) == ("en-GB", "ko-KR")


def test_pages_are_numbered_out_of_their_number(papers):
    footer = part(papers["itinerary"], "word/parleyFooter.xml")
    assert [field.strip() for field in values(footer, "fldSimple", "instr")] == ["PAGE", "NUMPAGES"]
    assert "".join(footer.itertext()).endswith("1 / 1")


def test_landscape_turns_the_page_and_its_tab_stops():
    content = word_bytes(Document("t", ("en",), (), landscape=True, header_right=(Run("x", "en"),)))
    with zipfile.ZipFile(BytesIO(content)) as package:
        document = etree.fromstring(package.read("word/document.xml"))
        header = etree.fromstring(package.read("word/parleyHeader.xml"))
    (size,) = document.iter(w("pgSz"))
    assert (size.get(w("w")), size.get(w("h")), size.get(w("orient"))) == ("16838", "11906", "landscape")
    stops = [(tab.get(w("val")), tab.get(w("pos"))) for tab in header.iter(w("tab")) if tab.get(w("pos"))]
    assert stops == [("clear", "9638"), ("right", "14570")]


def test_a_picture_has_its_description_or_is_decoration():
    content = word_bytes(Document("t", ("ko",), (Picture(PNG, 30, 15, "로고"), Picture(PNG, 30, 15))))
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert package.read("word/media/parley1.png") == PNG
        text = package.read("word/document.xml").decode()
    assert 'descr="로고"' in text
    assert text.count("adec:decorative ") == 1
    assert 'cx="1080000" cy="540000"' in text
    with pytest.raises(PaperProblem) as problem:
        word_bytes(Document("t", ("ko",), (Picture(b"GIF89a", 1, 1),)))
    assert problem.value.values == {"reason": "picture-format"}


def test_what_is_slow_to_import_waits_for_the_first_paper():
    code = "import sys, exporters.writers.word; print({'docx', 'lxml', 'babel'} & set(sys.modules))"
    done = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    assert done.stdout.strip() == "set()"


def test_the_same_document_gives_the_same_bytes():
    assert word_bytes(demo_papers.itinerary()) == word_bytes(demo_papers.itinerary())


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\r", "\x1b", "\x85", "\ud800", "\uffff"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_word_cannot_hold_is_refused_wherever_it_stands(character, language):
    bad = f"a{character}b"
    documents = (
        Document("t", ("ko",), (line(bad, language),)),
        Document(bad, ("ko",), ()),
        Document("t", ("ko",), (), header_right=(Run(bad, language),)),
        Document("t", ("ko",), (Table((1,), (row(cell()),), bad, "d"),)),
        Document("t", ("ko",), (item(bad, "x", language),)),
    )
    for document in documents:
        with pytest.raises(PaperProblem) as problem:
            word_bytes(document)
        assert problem.value.values["reason"] == "control-character"
        assert problem.value.values["position"] == 1


def test_a_row_that_does_not_fill_its_table_is_refused():
    for cells in ((cell(),), (cell(), cell(), cell()), (cell(span=3),)):
        with pytest.raises(PaperProblem) as problem:
            body(Table((10, 10), (Row(cells),), "name", "d"))
        assert problem.value.values["reason"] == "row-columns"


@given(
    st.lists(
        st.tuples(st.text(), st.sampled_from(("ko", "ja", "en", "zh", "de", "fr")), st.sampled_from(Look))
    ),
    st.sampled_from(Style),
    st.text(max_size=3),
)
def test_any_text_is_whole_or_refused(texts, style, lead):
    runs = tuple(Run(*entry) for entry in texts)
    document = Document("t", ("ko",), (Paragraph(runs, style, lead),))
    try:
        content = word_bytes(document)
    except PaperProblem as refused:
        problem = refused
        content = b""
    whole = (f"{lead}\t" if lead else "") + "".join(run.text for run in runs)
    if not content:
        assert problem.values["character"] in {f"U+{ord(character):04X}" for character in whole}
        return
    with zipfile.ZipFile(BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    paragraph = root[0][0]
    read = "".join(
        {"br": "\n", "tab": "\t"}.get(etree.QName(e).localname, e.text or "")
        for e in paragraph.iter(w("t"), w("br"), w("tab"))
    )
    assert read == whole


def test_libreoffice_prints_the_pages(printed):
    pages = {name: pdf_pages(path) for name, path in printed.items()}
    assert {name: len(texts) for name, texts in pages.items()} == {
        "itinerary": 3,
        "personal": 1,
        "agenda_columns": 2,
        "agenda_stacked": 2,
        "edge_cases": 1,
    }
    for texts in pages.values():
        for number, text in enumerate(texts, 1):
            assert squeezed(text).endswith(f"{number}/{len(texts)}")
    first, last = pages["agenda_stacked"]
    assert first.count("Time (JST)") == 1
    assert "Time (JST)" in last.split("Quantum technology")[0], "the head is repeated on the next page"


def test_libreoffice_sets_latin_in_arial_s_twin(printed):
    assert "LiberationSans" in pdf_faces(printed["agenda_stacked"])
