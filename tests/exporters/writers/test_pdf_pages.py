"""Pages of any document: nothing is lost, nothing twice, nothing outside the page or over something else."""

from __future__ import annotations

import re
from collections import Counter
from itertools import count, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.document import Document, PageBreak, Paragraph, Row, Rule, Run, Style, Table, TableKind, cell
from exporters.writers.pdf import layout
from exporters.writers.pdf.styles import FOOTER_BOTTOM, MARGIN
from exporters.writers.pdf.text import Glyphs

STYLES = [Style.CELL, Style.HEADING_1, Style.HEADING_2, Style.BODY, Style.NOTE, Style.TALK, Style.TITLE]


@pytest.fixture(autouse=True, scope="module")
def application(qapp):
    """Have one application for all examples."""


def paragraphs(draw, number, most=60):
    words = " ".join(f"w{next(number)}." for _ in range(draw(st.integers(1, most))))
    tag = draw(st.sampled_from(["ko", "ja", "en"]))
    style = draw(st.sampled_from(STYLES))
    return Paragraph((Run(words, tag),), style, keep_next=draw(st.booleans()) and draw(st.booleans()))


def rows(draw, number):
    cells = tuple(
        cell(*(paragraphs(draw, number, 25) for _ in range(draw(st.integers(0, 4))))) for _ in range(2)
    )
    rule = draw(st.sampled_from(Rule))
    return Row(cells, rule, keep_with_next=draw(st.booleans()), can_split=draw(st.booleans()))


@st.composite
def documents(draw):
    number = count()
    blocks = []
    for _ in range(draw(st.integers(1, 12))):
        kind = draw(st.sampled_from(["text", "text", "table", "break"]))
        if kind == "text":
            blocks.append(paragraphs(draw, number, 150 if draw(st.booleans()) else 20))
        elif kind == "break":
            blocks.append(PageBreak())
        else:
            head = (Row((cell(Paragraph((Run("HEAD", "en"),))), cell())),) if draw(st.booleans()) else ()
            body = tuple(rows(draw, number) for _ in range(draw(st.integers(1, 12))))
            blocks.append(Table((40, 130), body, "t", "d", head, draw(st.sampled_from(TableKind))))
    return Document("x", ("ko",), tuple(blocks), landscape=draw(st.booleans())), next(number)


@given(documents())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_word_stands_once_in_its_place(made):
    document, words = made
    pages = layout(document)
    said = "\n".join(pages.text(number) for number in range(len(pages)))
    assert Counter(re.findall(r"w\d+\.", said)) == Counter(f"w{number}." for number in range(words))
    for number, placed in enumerate(pages.pages):
        *body, foot = placed
        assert foot.ink.text() == f"{number + 1} / {len(pages)}"
        heights = [(one.x, one.y, one.ink) for one in body]
        assert number == 0 or any(isinstance(ink, Glyphs) for _, _, ink in heights)
        for x, y, ink in heights:
            assert MARGIN <= x <= pages.wide - MARGIN
            assert MARGIN <= y + 1 <= pages.high - MARGIN + 1, ink.text()
            assert y < pages.high - FOOTER_BOTTOM
        for left in {x for x, _, _ in heights}:
            tops = sorted(y for x, y, ink in heights if x == left and isinstance(ink, Glyphs))
            # The closest lines are those of notes, 13 points high.
            assert all(below - above >= 13 * 20 - 1 for above, below in pairwise(tops))
