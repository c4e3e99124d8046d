"""Made Word agendas are understood: how much is measured, and how much is wrong without a mark."""

from __future__ import annotations

import pytest

from models.intake.agenda.agenda import LineRole
from models.intake.readers.word import word_of
from models.intake.readers.word_text import Line
from tests.models.intake.agendas.build import content
from tests.models.intake.agendas.damage import fuzz, read_all, stuttering
from tests.models.intake.agendas.measure import CORPUS, Score, measure_all, measure_file


@pytest.fixture(scope="module")
def scores():
    return measure_all()


def test_there_are_enough_agendas_each_with_its_truth(scores):
    assert len(scores) >= 25
    assert all(score.cells >= 15 for score in scores.values())


def test_nearly_all_cells_are_right_and_hardly_any_is_wrong_unmarked(scores):
    total = Score()
    for score in scores.values():
        total.add(score)
    assert total.share_right >= 0.95, total
    assert total.share_silent <= 0.01, total
    # Marking everything would be no answer either.
    assert total.asked <= 0.05 * total.cells, total


def test_every_agenda_for_itself_is_mostly_right(scores):
    assert {name: score.wrong for name, score in scores.items() if score.share_right < 0.85} == {}


@pytest.mark.parametrize("make", CORPUS, ids=lambda make: make.__name__)
def test_every_line_of_the_file_is_beside_what_became_of_it(make):
    document, _ = make()
    text = word_of(content(document), "a", "a")
    wanted = sorted(
        line.text
        for block in text.blocks
        for line in (
            [block] if isinstance(block, Line) else [each for cell in block.cells for each in cell.lines]
        )
    )
    _, agenda = measure_file(make)
    said = [line.text for line in agenda.lines]
    missing = [line for line in wanted if not any(line in each or each in line for each in said)]
    assert missing == []
    keys = {item.key for item in agenda.items} | {day.key for day in agenda.days}
    keys |= {talk.key for item in agenda.items for talk in (*item.talks, *item.stops)}
    assert {key for line in agenda.lines for key in line.about} <= keys
    assert any(line.role is LineRole.ITEM and line.about for line in agenda.lines)


def test_the_doubtful_lines_come_first():
    _, agenda = measure_file(next(make for make in CORPUS if make.__name__ == "en_twelve_unsaid"))
    ordered = agenda.doubtful_first()
    marks = [line.doubt is not None for line in ordered]
    assert marks == sorted(marks, reverse=True)
    assert any(marks)
    assert not all(marks)


def test_damaged_files_neither_crash_nor_hang():
    ends, longest = fuzz(240)
    assert sum(ends.values()) == 240
    assert ends["read"] > 50
    assert sum(count for code, count in ends.items() if code != "read") > 50
    assert longest < 20


def test_lines_that_stutter_take_no_longer_than_others():
    ends, longest = read_all(stuttering())
    assert set(ends) == {"read"}
    assert longest < 20
