"""The workbook of a visit and the empty one: what is in them, and what never is."""

from __future__ import annotations

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from exporters.catalogue import PaperRequest, export, make, write_template
from exporters.papers.workbook import visit_tabs
from exporters.writers.workbook import workbook_bytes
from models.actions.sample import create_sample
from models.errors import FileExists, PaperProblem
from models.intake.sheets import SHEETS
from models.rules.audiences import ALL_PARTIES
from models.store import Database
from tests.support.visits import SENSITIVE, small_visit


@pytest.fixture
def visit(tmp_path):
    with Database.create(tmp_path / "one.parley") as database:
        yield database.load_visit(small_visit(database).visit)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}


def test_what_is_sensitive_is_in_it_only_where_it_is_asked_for(visit):
    markers = [
        value if isinstance(value, str) else value["ko"]
        for name, value in SENSITIVE.items()
        if name != "note"
    ]
    plain = "".join(parts(workbook_bytes(visit_tabs(visit, ("ko", "en"), "ko"))).values())
    asked = "".join(parts(workbook_bytes(visit_tabs(visit, ("ko", "en"), "ko", sensitive=True))).values())
    for marker in markers:
        assert marker not in plain
        assert marker in asked


def test_every_sheet_has_guidance_choices_and_frozen_headings(tmp_path):
    path = tmp_path / "empty.xlsx"
    write_template(path, ("ja", "ko"), "en")
    content = parts(path.read_bytes())
    sheets = [xml for name, xml in content.items() if "worksheets/sheet" in name]
    assert len(sheets) == len(SHEETS)
    assert all('state="frozen"' in xml for xml in sheets)
    assert sum("<dataValidation " in xml for xml in sheets) > 8
    workbook = CalamineWorkbook.from_path(path)
    for name in workbook.sheet_names:
        assert str(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)[1][0]).startswith("※")
    with pytest.raises(FileExists):
        write_template(path, ("ja",), "en")


def test_texts_that_look_like_formulas_stay_texts(tmp_path):
    with create_sample(tmp_path / "s.parley") as database:
        from models.actions import directory

        key = next(each.id for each in database.visits() if each.days)
        directory.organisation.edit(
            database, database.load_visit(key).parties[0].organisation_id, {"note": "=HYPERLINK(1)"}
        )
        path = tmp_path / "visit.xlsx"
        export(database.load_visit(key), [PaperRequest("workbook", format="xlsx")], path)
    assert "<f>" not in "".join(parts(path.read_bytes()).values())


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        (PaperRequest("workbook", format="docx"), "unknown-format"),
        (PaperRequest("workbook", format="xlsx", who="x"), "not-for-one"),
        (PaperRequest("workbook", format="xlsx", layout="columns"), "layout-not-for-paper"),
        (PaperRequest("workbook", format="xlsx", reader=ALL_PARTIES), "office-only"),
    ],
)
def test_what_a_workbook_cannot_be_is_refused(visit, tmp_path, request_, reason):
    with pytest.raises(PaperProblem) as problem:
        export(visit, [request_], tmp_path / "visit.xlsx")
    assert problem.value.values["reason"] == reason


def test_a_workbook_is_no_document(visit):
    import datetime as dt

    with pytest.raises(PaperProblem):
        make(visit, PaperRequest("workbook", format="xlsx"), dt.date(2024, 7, 1))


def test_a_row_is_as_high_as_its_longest_text_and_a_sheet_prints_on_pages_across(visit):
    sheets = [
        text
        for name, text in parts(workbook_bytes(visit_tabs(visit, ("ko", "en"), "ko"))).items()
        if "worksheets" in name
    ]
    assert any('ht="30" customHeight="1"' in text for text in sheets)
    assert all('orientation="landscape"' in text and 'fitToHeight="0"' in text for text in sheets)
