"""Papers as PDF, read back with poppler and held against what LibreOffice makes of the Word files."""

from __future__ import annotations

import re
import subprocess
import threading
from collections import Counter
from zipfile import ZipFile

import pytest
from lxml import etree
from PySide6.QtCore import QBuffer, QIODevice, QLocale
from PySide6.QtGui import QImage

from exporters.document import (
    Cell,
    Document,
    Look,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Run,
    Style,
    Table,
    cell,
    head_row,
    line,
    row,
)
from exporters.writers.pdf import layout, layout_steps, pdf_bytes
from exporters.writers.pdf.styles import MEASURES
from exporters.writers.word_parts import w
from exporters.writers.word_template import OWN
from exporters.writers.word_xml import STYLE_NAMES
from models.errors import PaperProblem
from tests.support import demo_papers


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pdf")


@pytest.fixture(autouse=True)
def application(qapp):
    """Have one application for all: the window's tests may run in the same process."""


def tool(*arguments):
    return subprocess.run(list(map(str, arguments)), capture_output=True, text=True, check=True).stdout


def saved(made, folder, name="paper"):
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf_bytes(made))
    return path


def pages_of(path):
    return tool("pdftotext", "-enc", "UTF-8", path, "-").split("\f")[:-1]


def paper(*blocks, languages=("ko",), **more):
    return Document("제목", languages, blocks, author="국제협력실", **more)


def table(number, *, lines=1, keep=False, splits=False):
    rows = tuple(
        Row(
            (
                cell(*(line(f"row{n}line{at}.", "ko") for at in range(lines))),
                cell(line(f"둘째 칸 {n}", "ko")),
            ),
            keep_with_next=keep,
            can_split=splits,
        )
        for n in range(number)
    )
    head = (head_row(cell(line("HEAD", "en", Style.TABLE_HEAD)), cell(line("둘째", "ko"))),)
    return Table((85, 85), rows, "표", "설명", head)


@pytest.mark.parametrize("name", sorted(demo_papers.ALL))
def test_every_page_says_what_it_says_in_libreoffice(name, printed, folder):
    ours = pages_of(saved(demo_papers.ALL[name](), folder, name))
    theirs = pages_of(printed[name])
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        # Which of two columns is read first differs, and so do the spaces: the letters may not.
        assert Counter("".join(mine.split())) == Counter("".join(other.split()))


@pytest.mark.parametrize("style", list(Style))
def test_measures_are_those_of_the_word_template(style):
    styles = etree.fromstring(ZipFile(OWN).read("word/styles.xml"))
    named = {found.find(w("name")).get(w("val")): found for found in styles.iter(w("style"))}
    there = named[STYLE_NAMES[style]]

    def value(path, attribute="val", default=None):
        found = there.find("/".join(w(part) for part in path.split("/")))
        return default if found is None else found.get(w(attribute), default)

    ours = MEASURES[style]
    assert int(value("rPr/sz", default=20)) * 10 == ours.size
    assert int(value("pPr/spacing", "line", 300)) == ours.line
    assert int(value("pPr/spacing", "before", 0)) == ours.before
    assert int(value("pPr/spacing", "after", 0)) == ours.after
    assert int(value("pPr/ind", "left", 0)) == ours.left
    assert (there.find(f"{w('rPr')}/{w('b')}") is not None) == ours.bold
    assert (there.find(f"{w('pPr')}/{w('keepNext')}") is not None) == ours.keep
    assert (value("pPr/jc") == "center") == ours.centred
    assert "#" + value("rPr/color", default="000000") == ours.colour


@pytest.mark.parametrize(
    ("tag", "text", "face"),
    [
        ("ko", "骨 직 한글", "NotoSansCJKkr-Regular"),
        ("ja", "骨 直 かな", "NotoSansCJKjp-Regular"),
        ("zh", "骨 直 汉字", "NotoSansCJKsc-Regular"),
    ],
)
def test_each_language_is_set_in_its_own_face(tag, text, face, folder):
    path = saved(paper(line(text, tag, Style.BODY), languages=(tag,)), folder, tag)
    fonts = {found.split()[0]: found for found in tool("pdffonts", path).splitlines()[2:]}
    east_asian = {name for name in fonts if "CJK" in name}
    assert {name.split("+")[-1] for name in east_asian} == {face}
    assert text in pages_of(path)[0]


def test_latin_letters_and_figures_are_arial_in_korean_text_too(folder):
    path = saved(paper(line("AIST 09:30–10:00", "ko", Style.BODY)), folder, "latin")
    names = [found.split()[0].split("+")[-1] for found in tool("pdffonts", path).splitlines()[2:]]
    assert names == ["LiberationSans"] or names == ["ArialMT"]


def test_signs_of_both_scripts_take_the_east_asian_face(folder):
    path = saved(paper(line("A·B ※", "ko", Style.BODY), footer_left=()), folder, "signs")
    assert "NotoSansCJKkr-Regular" in tool("pdffonts", path)


def test_all_fonts_are_inside(folder):
    path = saved(demo_papers.ALL["itinerary"](), folder, "fonts")
    listed = tool("pdffonts", path).splitlines()[2:]
    assert len(listed) >= 4
    for found in listed:
        embedded = found.split()[-5]
        assert embedded == "yes", found


def test_title_author_size_and_count(folder):
    path = saved(paper(line("가", "ko"), PageBreak(), line("나", "ko")), folder, "properties")
    told = tool("pdfinfo", path)
    assert re.search(r"Title:\s+제목", told)
    assert re.search(r"Author:\s+국제협력실", told)
    assert re.search(r"Pages:\s+2\b", told)
    assert "(A4)" in told
    squeezed = ["".join(text.split()) for text in pages_of(path)]
    assert squeezed == ["가1/2", "나2/2"]


def test_a_landscape_paper_lies(folder):
    path = saved(paper(line("가", "ko"), landscape=True), folder, "landscape")
    assert re.search(r"Page size:\s+84[12][.\d]* x 595", tool("pdfinfo", path))


def test_the_head_of_a_table_stands_on_every_page_and_no_row_is_split(folder):
    texts = pages_of(saved(paper(table(70, lines=3)), folder, "long"))
    assert len(texts) > 3
    for text in texts:
        assert text.count("HEAD") == 1
    for number in range(70):
        on = [at for at, text in enumerate(texts) for part in range(3) if f"row{number}line{part}." in text]
        assert len(on) == 3
        assert len(set(on)) == 1


def test_a_row_that_no_page_holds_is_parted_and_nothing_is_lost():
    pages = layout(paper(table(2, lines=90)))
    said = "\n".join(pages.text(number) for number in range(len(pages)))
    assert len(pages) >= 4
    for number in range(2):
        for part in range(90):
            assert said.count(f"row{number}line{part}.") == 1
    inside(pages)


def test_a_row_that_may_be_parted_fills_the_page():
    pages = layout(paper(table(1, lines=30), table(1, lines=25, splits=True)))
    assert len(pages) == 2
    assert pages.text(0).count("row0line20.") == 1
    assert "row0line24." in pages.text(1)
    assert pages.text(0).count("HEAD") == 2
    assert pages.text(1).count("HEAD") == 1
    inside(pages)


def inside(pages):
    """See that nothing stands below the text of a page, the foot aside."""
    for placed in pages.pages:
        *body, _foot = placed
        for x, y, _ink in body:
            assert 0 <= x <= pages.wide
            assert y <= pages.high - 1100


@pytest.mark.parametrize("filling", range(38, 52))
def test_a_heading_stands_with_the_first_row_of_its_table(filling):
    blocks = [line(f"채움 {n}", "ko") for n in range(filling)]
    pages = layout(paper(*blocks, line("제목입니다", "ko", Style.HEADING_1), table(3)))
    for number in range(len(pages)):
        text = pages.text(number)
        if "제목입니다" in text:
            assert "row0line0." in text
            assert "HEAD" in text


def test_rows_that_are_read_in_pairs_stay_on_one_page():
    pages = layout(paper(table(30), table(12, keep=True)))
    assert len(pages) == 2
    assert "row11line0." in pages.text(1)
    assert pages.text(1).count("HEAD") == 1
    assert "row0line0." in pages.text(1)


def test_korean_breaks_between_words():
    words = "국가측정표준기관장회의 대표단이 참석합니다 " * 12
    pages = layout(paper(line(words.strip(), "ko", Style.BODY)))
    lines = [text for text in pages.text(0).splitlines() if "국가" in text or "대표" in text]
    assert len(lines) > 3
    for text in lines:
        assert set(text.split()) <= set(words.split())


def test_a_word_longer_than_the_line_is_broken_all_the_same():
    pages = layout(paper(line("가" * 120, "ko", Style.BODY)))
    assert sum(text.count("가") for text in pages.text(0).splitlines()) == 120
    assert len([text for text in pages.text(0).splitlines() if "가" in text]) == 3


def test_letters_beyond_the_first_plane_keep_their_formats(folder):
    text = "𠮷野家 の 𠮷"
    runs = (Run(text, "ja"), Run("後", "ja", Look.STRONG))
    path = saved(paper(Paragraph(runs, Style.BODY), languages=("ja",)), folder, "planes")
    assert "後" in pages_of(path)[0]
    assert "NotoSansCJKjp-Bold" in tool("pdffonts", path)
    assert text in layout(paper(Paragraph(runs, Style.BODY))).text(0)


def test_a_tab_leads_over_its_column(folder):
    heading = Paragraph((Run("왼쪽", "ko"), Run("\t右側", "ja")), Style.DAY_HEADING, tab_mm=98.5)
    path = saved(paper(heading), folder, "tab")
    boxes = tool("pdftotext", "-bbox", path, "-")
    left = float(re.search(r'xMin="([\d.]+)"[^>]*>右側', boxes)[1])
    assert left == pytest.approx((20 + 98.5) / 25.4 * 72, abs=1)


def test_a_break_begins_a_page_and_none_is_left_empty():
    pages = layout(paper(PageBreak(), line("하나", "ko"), PageBreak(), PageBreak(), line("둘", "ko")))
    assert len(pages) == 2
    assert "둘" in pages.text(1)


def test_a_picture_is_printed(folder):
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0x1F3A5F)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    picture = Picture(buffer.data().data(), 30, 20, "로고")
    path = saved(paper(picture), folder, "picture")
    assert len(tool("pdfimages", "-list", path).splitlines()) == 3


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (Picture(b"GIF89a", 10, 10), "picture-format"),
        (Table((10, 10), (row(Cell()),), "표", ""), "row-columns"),
    ],
)
def test_what_cannot_be_printed_is_refused(block, reason):
    with pytest.raises(PaperProblem) as problem:
        pdf_bytes(paper(block))
    assert problem.value.values["reason"] == reason


def test_a_paper_without_a_language_is_refused():
    with pytest.raises(PaperProblem):
        pdf_bytes(paper(languages=()))


def test_a_window_can_lay_out_in_steps():
    made = demo_papers.ALL["itinerary"]()
    steps = layout_steps(made)
    count = 0
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            pages = ended.value
            break
        count += 1
    assert count > 40
    assert [pages.text(n) for n in range(len(pages))] == [
        layout(made).text(n) for n in range(len(layout(made)))
    ]


def test_glyphs_mean_the_letters_of_the_text(folder):
    text = "第19回 日韓長力方土士 量子 月火木"
    path = saved(paper(line(text, "ja", Style.BODY), languages=("ja",)), folder, "letters")
    assert "".join(text.split()) in "".join(pages_of(path)[0].split())
    assert "\t" not in pages_of(path)[0]


def test_several_threads_print_at_once():
    made = demo_papers.ALL["agenda_columns"]()
    expected = len(pdf_bytes(made))
    sizes = []

    def act():
        for _ in range(3):
            sizes.append(len(pdf_bytes(made)))

    threads = [threading.Thread(target=act) for _ in range(3)]
    for thread in threads:
        thread.start()
    act()
    for thread in threads:
        thread.join()
    assert len(sizes) == 12
    assert all(abs(size - expected) < 200 for size in sizes)


@pytest.mark.parametrize("screen", ["ko", "ja", "en"])
def test_ideographs_keep_the_forms_of_their_language_on_every_screen(folder, screen):
    # Each of these has a Korean form in the Japanese face, which stands for no letter of its own.
    text = "次の近況と技術の総括を進める研究所"
    before = QLocale()
    QLocale.setDefault(QLocale(screen))
    try:
        (page,) = pages_of(saved(paper(line(text, "ja"), languages=("ja",)), folder, f"forms-{screen}"))
    finally:
        QLocale.setDefault(before)
    assert text in "".join(page.split())
