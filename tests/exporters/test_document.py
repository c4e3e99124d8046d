"""The short forms in which papers are written."""

from __future__ import annotations

import pytest

from exporters.document import (
    Cell,
    Document,
    Look,
    Paragraph,
    Row,
    Rule,
    Run,
    Style,
    Table,
    cell,
    head_row,
    item,
    leading,
    line,
    over_columns,
    row,
    runs_of,
    side_by_side,
    time_cell,
)


def test_blocks_are_frozen_and_small():
    paragraph = line("답사", "ko")
    with pytest.raises(AttributeError):
        paragraph.style = Style.TITLE
    assert not hasattr(paragraph, "__dict__")


def test_equal_documents_are_equal():
    def made():
        return Document("t", ("ko", "ja"), (line("답사", "ko"), Table((10,), (row(cell()),), "n", "d")))

    assert made() == made()
    assert made().language == "ko"


def test_runs_on_one_line_are_parted_and_empty_ones_left_out():
    runs = side_by_side(Run("대표단", "ko"), Run("", "ja"), Run("Delegation", "en", Look.SECOND))
    assert [run.text for run in runs] == ["대표단  ", "Delegation"]
    assert [run.language for run in runs] == ["ko", "en"]
    assert side_by_side() == ()


def test_a_leading_line_without_a_second_language_has_no_gap_at_its_end():
    assert leading("대표단", "ko", Run("", "ja")) == line("대표단", "ko")


def test_the_second_heading_begins_at_the_tab_stop():
    heading = over_columns((Run("7. 30.", "ko"), Run("7月30日", "ja")), 98.5)
    assert [run.text for run in heading.runs] == ["7. 30.", "\t7月30日"]
    assert heading.tab_mm == 98.5


def test_times_are_figures_and_their_addition_is_small():
    plain = time_cell("09:30–09:40", "ko")
    assert plain == Cell((Paragraph((Run("09:30–09:40", "ko", Look.FIGURES),), Style.TIME),))
    night = time_cell("23:40–01:55", "ko", line("8. 3.(토)", "ko", Style.SECOND_LANGUAGE), addition="+1")
    assert [run.look for run in night.paragraphs[0].runs] == [Look.FIGURES, Look.SMALL]
    assert len(night.paragraphs) == 2


def test_every_run_is_met_in_reading_order():
    table = Table(
        (10, 20),
        (row(cell(item("–", "three", "en"))), Row((cell(), cell(line("four", "en"))), Rule.NONE)),
        "n",
        "d",
        (head_row(cell(line("two", "en"))),),
    )
    document = Document(
        "t",
        ("en",),
        (line("one", "en"), table),
        header_left=(Run("head", "en"),),
        footer_left=(Run("foot", "en"),),
    )
    assert [run.text for run in runs_of(document)] == ["head", "foot", "one", "two", "three", "four"]
