"""A Word agenda in words: what each line was taken for, in the language of the screen."""

from __future__ import annotations

import json

import pytest

from models.intake.agenda.agenda import LineRole
from models.text.catalogue import words
from tests.models.intake.agendas.build import content
from tests.models.intake.agendas.japanese import ja_three_columns
from tests.models.intake.agendas.measure import measure_file
from tests.support.files import new_database
from ui.cli import main
from ui.words_agenda import ROLES, line_doubt, readings, role_name


def test_every_role_has_a_word():
    assert set(ROLES) == {role.value for role in LineRole}


@pytest.mark.parametrize(("language", "kind"), [("ko", "랩투어"), ("ja", "ラボツアー"), ("en", "Lab tour")])
def test_what_was_understood_is_said_in_the_language_of_the_screen(language, kind):
    _, agenda = measure_file(ja_three_columns)
    said = readings(agenda, words(language))
    tour = next(item for item in agenda.items if item.title["ja"].value == "ラボツアー")
    assert said[tour.key].startswith("13:30–16:30 · ラボツアー · ")
    assert kind.casefold() in said[tour.key].casefold()
    assert "渡辺 由美, 主任研究員" in said[tour.key]
    assert {key for line in agenda.lines for key in line.about} <= set(said)
    assert all(role_name(line, words(language)) for line in agenda.lines)
    assert any(line_doubt(line, words(language)) for line in agenda.lines) == any(
        line.doubt for line in agenda.lines
    )


def test_the_command_line_shows_each_line_beside_what_was_understood(tmp_path, capsys):
    from models.actions import visits

    with new_database(tmp_path) as database:
        title = {"ja": "訪問"}
        visits.visit.add(database, title=title, languages=("ja", "en"), time_zone="Asia/Tokyo")
        file = str(database.path)
    path = tmp_path / "agenda.docx"
    path.write_bytes(content(ja_three_columns()[0]))
    arguments = ["import", file, str(path), "--visit", "訪問", "--preview", "--json"]
    main(arguments)
    told = json.loads(capsys.readouterr().out)
    assert told["new"] > 8
    line = next(each for each in told["agenda"] if each["text"] == "覚書調印式")
    assert (line["role"], line["cell"]) == ("item", "B10")
    assert line["understood"][0].startswith("11:30–11:45 · 覚書調印式")
    main([*arguments[:-1]])
    assert "覚書調印式" in capsys.readouterr().out
