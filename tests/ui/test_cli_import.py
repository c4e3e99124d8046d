"""The commands that bring files in and write the empty workbook."""

from __future__ import annotations

import io
import json

import pytest
from python_calamine import CalamineWorkbook

from models.actions.intake import accept, preview
from models.intake.headings import own_heading
from models.intake.readers.files import read_book
from models.intake.sheets import SHEETS
from models.store import Database
from models.text.catalogue import words
from ui.cli import main
from ui.words_import import called_field

PEOPLE = (
    "성명\t소속\t직위\t이메일\n"
    "이호성\tKRISS\t원장\tlee@kriss.example\n"
    "김새롬\tKRISS\t연구원\tkim@kriss.example\n"
)
SCHEDULE = "日付\t時間\t内容\t会場\n7/30\t9:00-9:20\t受付\tロビー\n"


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "sample.parley"
    assert main(["sample", str(path)]) == 0
    return path


@pytest.fixture
def run(capsys):
    def run(*arguments):
        capsys.readouterr()
        code = main([str(each) for each in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def as_json(run, *arguments):
    code, out, _ = run("import", *arguments, "--json")
    return code, json.loads(out)


def test_a_list_of_people_is_brought_and_the_second_time_changes_nothing(run, database, tmp_path):
    data = tmp_path / "people.tsv"
    data.write_text(PEOPLE, "utf-8")
    code, found = as_json(run, database, data)
    assert code == 0
    assert (found["new"], found["changed"], found["same"], found["refused"]) == (1, 1, 0, 0)
    assert found["imported"]
    changed = next(line for line in found["details"] if line["state"] == "changed")
    (cell,) = changed["cells"]
    assert (cell["field"], cell["old"], cell["new"], cell["cell"]) == ("email", "", "lee@kriss.example", "D2")
    code, found = as_json(run, database, data)
    assert code == 0
    assert (found["new"], found["changed"], found["same"], found["imported"]) == (0, 0, 2, False)


def test_a_preview_writes_nothing_and_shows_what_was_understood(run, database, tmp_path):
    data = tmp_path / "people.tsv"
    data.write_text(PEOPLE, "utf-8")
    with Database.open(database) as opened:
        before = opened.counts()
    code, out, _ = run("import", database, data, "--preview")
    assert code == 0
    assert "lee@kriss.example" in out
    with Database.open(database) as opened:
        assert opened.counts() == before


def test_a_cell_that_cannot_be_read_is_named_and_the_rest_is_taken(run, database, tmp_path):
    data = tmp_path / "people.csv"
    data.write_text('Name,Organisation,Email\n"KIM, Saerom",KRISS,nowhere\n', "utf-8")
    code, _, err = run("import", database, data)
    assert code == 3
    assert "C2" in err
    assert "nowhere" in err
    with Database.open(database) as opened:
        assert opened.counts()["person"] == 8


def test_a_schedule_needs_its_visit(run, database, tmp_path):
    data = tmp_path / "days.tsv"
    data.write_text(SCHEDULE, "utf-8")
    code, _, err = run("import", database, data, "--kind", "schedule")
    assert code == 2
    assert "visit" in err
    code, found = as_json(run, database, data, "--kind", "schedule", "--visit", "Tsukuba")
    assert code == 0
    line = next(line for line in found["details"] if line["kind"] == "schedule")
    assert line["state"] == "new"
    assert {cell["field"]: cell["new"] for cell in line["cells"]}["start"] == "09:00"


def test_columns_are_corrected_by_their_heading(run, database, tmp_path):
    data = tmp_path / "odd.csv"
    data.write_text("A,B,C\n김새롬,KRISS,010-1234-5678\n", "utf-8")
    code, found = as_json(run, database, data, "--kind", "people", "--map", "A=full_name,B=소속,C=phone")
    assert code == 0
    fields = {cell["field"] for line in found["details"] for cell in line["cells"]}
    assert {"family.ko", "given.ko", "phone", "organisation_id"} <= fields


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--kind", "poster"], 2),
        (["--map", "없는 열=phone"], 2),
        (["--map", "성명"], 2),
        (["--map", "성명=nothing"], 2),
        (["--for", "KRISS"], 2),
    ],
)
def test_wrong_commands_change_nothing(run, database, tmp_path, arguments, code):
    data = tmp_path / "people.tsv"
    data.write_text(PEOPLE, "utf-8")
    ended, _, err = run("import", database, data, *arguments)
    assert ended == code
    assert err
    with Database.open(database) as opened:
        assert opened.counts()["person"] == 7


def test_a_picture_named_as_a_workbook_is_refused_with_a_sentence(run, database, tmp_path):
    data = tmp_path / "list.xlsx"
    data.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    code, _, err = run("import", database, data)
    assert code == 1
    assert "list.xlsx" in err
    assert "picture" in err


def test_rows_are_taken_from_the_standard_input(run, database, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(PEOPLE))
    code, found = as_json(run, database, "-")
    assert code == 0
    assert found["new"] == 1


def test_who_may_be_known_is_asked_and_answered(run, database, tmp_path):
    data = tmp_path / "people.csv"
    data.write_text("Name,Organisation\nLEE Ho Seong,Another Institute\n", "utf-8")
    code, found = as_json(run, database, data)
    assert code == 3
    assert [each["table"] for each in found["questions"]] == ["person"]
    with Database.open(database) as opened:
        assert opened.counts()["person"] == 7
    code, found = as_json(run, database, data, "--unsure", "known")
    assert code == 0
    with Database.open(database) as opened:
        assert opened.counts()["person"] == 7
    code, found = as_json(run, database, data, "--unsure", "new")
    assert code == 0


@pytest.mark.parametrize("languages", ["ko,ja,en", "ja", "en,ko"])
def test_the_template_has_every_sheet_and_brings_nothing(run, database, tmp_path, languages):
    path = tmp_path / "parley.xlsx"
    code, _, _ = run("template", "--output", path, "--languages", languages)
    assert code == 0
    workbook = CalamineWorkbook.from_path(path)
    leading = languages.split(",")[0]
    assert workbook.sheet_names == [sheet.title.said(leading) for sheet in SHEETS.values()]
    people = next(grid for grid in read_book(path).grids if grid.name == SHEETS["people"].title.said(leading))
    assert people.rows[0][0] == own_heading(leading)
    for tag in languages.split(","):
        assert any(str(cell).endswith(f"[{tag}]") for cell in people.rows[0])
    code, found = as_json(run, database, path)
    assert (code, found["new"], found["changed"], found["refused"]) == (0, 0, 0, 0)
    assert run("template", "--output", path)[0] == 1
    assert run("template", "--output", tmp_path / "parley.txt")[0] == 2


def test_a_filled_template_is_brought(run, tmp_path):
    import xlsxwriter

    path = tmp_path / "filled.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("인물")
        sheet.write_row(0, 0, ["Parley id", "성 [ko]", "이름(명) [ko]", "전자우편", "소속기관"])
        sheet.write_row(1, 0, ["※ 안내", "", "", "", ""])
        sheet.write_row(2, 0, ["", "김", "새롬", "kim@kriss.example", "KRISS"])
    database = tmp_path / "new.parley"
    assert run("new", database)[0] == 0
    code, found = as_json(run, database, path)
    assert code == 0
    assert found["new"] == 2
    with Database.open(database) as opened:
        assert opened.counts()["affiliation"] == 1


DELEGATION = "성명\t소속\t직위\n김새롬\tKRISS\t연구원\n박하늘\t서울대학교\t교수\n"


def test_a_preview_says_who_joins_what_is_there_and_that_nothing_has_been_changed(run, database, tmp_path):
    data = tmp_path / "delegation.tsv"
    data.write_text(DELEGATION + "이호성\tKRISS\t원장\n", "utf-8")
    command = ("import", database, data, "--kind", "delegation", "--visit", "Tsukuba", "--for", "KRISS")
    code, out, _ = run(*command, "--preview")
    assert code == 0
    lines = out.splitlines()
    assert lines[-1] == "This was a preview; nothing has been changed."
    assert "line 2  new  김새롬  joins the delegation of KRISS" in lines
    assert "B3  new  서울대학교  new organisation, mentioned in lines: 3" in lines
    assert "line 4  already there  이호성" in lines
    assert any("서울대학교  (not of the party" in line for line in lines)
    _, found = as_json(run, *command[1:], "--preview")
    assert [each["joins"] for each in found["details"] if each["kind"] == "delegations"] == [
        "KRISS",
        "KRISS",
        None,
    ]
    (house,) = [each for each in found["details"] if each["mentioned"]]
    assert [each["line"] for each in house["mentioned_in"]] == [3]


def test_a_question_stands_once_with_the_options_that_answer_it(run, database, tmp_path):
    data = tmp_path / "people.csv"
    data.write_text("Name,Organisation\n김새롬,KRIS\n최별,KRIS\n", "utf-8")
    code, _, err = run("import", database, data)
    assert code == 3
    assert err.count("KRIS”") == 1
    assert err.splitlines()[-1] == "Answer with --unsure known or --unsure new, or correct the file."


def test_a_template_without_rows_says_that_nothing_is_filled_in(run, database, tmp_path):
    path = tmp_path / "parley.xlsx"
    assert run("template", "--output", path)[0] == 0
    for more in ([], ["--preview"]):
        code, out, _ = run("import", database, path, *more)
        assert code == 0
        assert "No rows are filled in; there is nothing to bring." in out.splitlines()


@pytest.mark.parametrize(
    ("language", "order"),
    [("ko", ["ko", "ja", "en"]), ("ja", ["ja", "ko", "en"]), ("en", ["en", "ko", "ja"])],
)
def test_a_template_is_in_the_language_of_the_screen_first(run, tmp_path, monkeypatch, language, order):
    monkeypatch.setenv("PARLEY_LANGUAGE", language)
    path = tmp_path / "parley.xlsx"
    assert run("template", "--output", path)[0] == 0
    people = next(
        grid for grid in read_book(path).grids if grid.name == SHEETS["people"].title.said(language)
    )
    heading = next(block for block in SHEETS["people"].blocks).column("family").heading.said(language)
    assert [str(cell) for cell in people.rows[0] if str(cell).startswith(f"{heading} [")] == [
        f"{heading} [{tag}]" for tag in order
    ]


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_sentences_name_the_option_that_answers_them(run, database, tmp_path, monkeypatch, language):
    monkeypatch.setenv("PARLEY_LANGUAGE", language)
    schedule, odd, people = (tmp_path / name for name in ("days.tsv", "odd.csv", "people.tsv"))
    schedule.write_text(SCHEDULE, "utf-8")
    odd.write_text("1,2\n3,4\n", "utf-8")
    people.write_text(DELEGATION, "utf-8")
    template = tmp_path / "parley.xlsx"
    assert run("template", "--output", template)[0] == 0
    assert "--visit" in run("import", database, schedule, "--kind", "schedule")[2]
    _, _, err = run("import", database, odd)
    assert "--kind" in err
    assert "--map" in err
    _, _, err = run("import", database, people, "--kind", "delegation", "--visit", "Tsukuba")
    assert "--for" in err
    assert "--overwrite" in run("template", "--output", template)[2]


def test_what_was_left_out_in_the_window_is_left_out_here_too_until_all_is_asked_for(run, database, tmp_path):
    data = tmp_path / "people.tsv"
    data.write_text(PEOPLE, "utf-8")
    with Database.open(database) as opened:
        proposal = preview(opened, data)
        new = next(line for line in proposal.lines if line.name == "김새롬")
        accept(opened, proposal, {new.key})
    code, found = as_json(run, database, data)
    assert (code, found["new"], found["left_out"], found["imported"]) == (0, 1, 1, False)
    assert [line["name"] for line in found["details"] if line["left_out"]] == ["김새롬"]
    _, out, _ = run("import", database, data, "--preview")
    assert "1 thing is left out as the last time" in out
    code, found = as_json(run, database, data, "--all")
    assert (code, found["left_out"], found["imported"]) == (0, 0, True)
    assert as_json(run, database, data)[1]["left_out"] == 0


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_no_column_is_called_by_its_name_in_the_code(language):
    said = words(language)
    columns = [column for sheet in SHEETS.values() for column in (*sheet.columns(), *sheet.beside)]
    assert [column.name for column in columns if "_" in called_field(column.name, said)] == []
    if language != "en":
        assert [column.name for column in columns if column.name == called_field(column.name, said)] == []
