"""What looks different and is the same: numbers with and without hyphens, names in two scripts."""

from __future__ import annotations

import pytest

from models.actions.intake import State, preview
from models.intake.memory import Memory
from models.intake.readers.files import read_pasted
from models.intake.record import Doubt
from models.intake.understand import understand
from models.intake.values.read import Context
from models.store import Database
from tests.support.visits import small_visit


@pytest.fixture
def bring(tmp_path):
    with Database.create(tmp_path / "office.parley") as database:
        small_visit(database)

        def bring(*rows):
            text = "\n".join("\t".join(row) for row in rows)
            return preview(database, text, memory=Memory(tmp_path / "shapes.json"))

        yield bring


def people(proposal):
    return [line for line in proposal.lines if line.kind == "people" and not line.mentioned]


def test_one_number_written_in_two_ways_is_no_contradiction(bring):
    heads = ("성명", "소속", "휴대전화")
    proposal = bring(heads, ("박지영", "KRISS", "01023450003"), ("박지영", "KRISS", "010-2345-0003"))
    assert proposal.refusals == ()
    assert [line.state for line in people(proposal)] == [State.NEW, State.SAME]


def test_a_zero_that_a_spreadsheet_took_is_proposed(bring):
    (line,) = people(bring(("성명", "소속", "휴대전화"), ("황보성민", "KRISS", "1023450006")))
    (phone,) = [change for step in line.steps for change in step.changes if change.field == "phone"]
    assert (phone.new, phone.doubt, phone.options) == ("01023450006", Doubt.LOST_ZERO, ("1023450006",))


@pytest.mark.parametrize(
    ("name", "latin", "family", "given"),
    [
        ("남궁현", "NAMGUNG Hyun", "남궁", "현"),
        ("선우진", "SUNWOO Jin", "선우", "진"),
        ("선우진", "SUN Woojin", "선", "우진"),
        ("우스다 다카시", "USUDA Takashi", "우스다", "다카시"),
    ],
)
def test_a_latin_name_in_capitals_settles_where_the_family_name_ends(name, latin, family, given):
    book = read_pasted(f"성명\t영문성명\t소속\n{name}\t{latin}\tKRISS")
    (record,) = understand(book, Context()).records
    said = record.fields
    assert (said["family.ko"].value, said["given.ko"].value) == (family, given)
    assert said["family.ko"].doubt is None
    assert said["given.ko"].doubt is None
