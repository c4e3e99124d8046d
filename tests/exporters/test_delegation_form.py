"""The sheet for a partner is read back like any list: every heading is understood."""

from __future__ import annotations

import pytest

from exporters.catalogue import write_template
from models.intake.readers.files import read_book
from models.intake.recognise import layout_of
from models.intake.understand import understand
from models.intake.values.read import Context


@pytest.mark.parametrize("said", ["ko", "ja", "en"])
def test_every_column_of_the_form_is_understood(tmp_path, said):
    path = tmp_path / "list.xlsx"
    write_template(path, (said, "en" if said != "en" else "ko"), said, sheets=("delegations",))
    (grid,) = read_book(path).grids
    layout = layout_of(grid, visit=True)
    assert layout.kind == "delegations"
    assert [each.field.partition(".")[0] for each in layout.columns] == [
        "full_name", "full_name", "organisation", "department", "position", "role", "email", "phone", "diet",
        "in_flight", "arrives", "out_flight", "departs", "hotel",
    ]  # fmt: skip
    assert {each.field for each in layout.columns if each.field.startswith("full_name")} == {
        f"full_name.{tag}" for tag in (said, "en" if said != "en" else "ko")
    }


def test_only_the_sheets_that_are_wanted_are_written(tmp_path):
    path = tmp_path / "some.xlsx"
    write_template(path, ("ko",), "ko", sheets=("travel", "stays"))
    assert [grid.name for grid in read_book(path).grids] == ["이동", "숙박"]


def test_only_what_was_filled_in_is_read(tmp_path):
    path = tmp_path / "list.xlsx"
    write_template(path, ("ko", "en"), "ko", sheets=("delegations",))
    book = read_book(path)
    book.grids[0].rows.append(["김하늘", "KIM Haneul", "NMIJ", "국제실", "실장", *[""] * 9])
    records = understand(book, Context(), visit=True).records
    assert {record.kind for record in records} == {"people", "delegations"}
    (person,) = [record for record in records if record.kind == "people"]
    assert person.fields["position.ko"].value == "국제실 실장"
