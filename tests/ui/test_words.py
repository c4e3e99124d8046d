"""Every error, finding, choice, table and field has its words, in each language, with nothing left open."""

from __future__ import annotations

import ast
import datetime as dt
import importlib
import inspect
import pkgutil
import re
import string
import subprocess
import sys
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

import pytest

import models.rules.findings
from models import errors
from models.actions import schedule, visits
from models.actions.intake import Refusal, State
from models.errors import Ambiguous, EditConflict, InvalidValue, NotFound, PaperProblem, ParleyError
from models.intake.grid import Origin
from models.intake.record import Doubt, Unreadable
from models.intake.values.choice_words import WORDINGS
from models.rules.findings import RULES, Finding, FindingCode, Severity, findings
from models.store import Database, Profile
from models.tables import Row, choices
from models.tables.choices import Audience, ItemKind, ItemStatus, ParticipationRole
from models.tables.fields import GROUP
from models.text.catalogue import words
from models.text.languages import known_languages
from models.text.localised import LocalisedText
from tests.models.rules.planner import planned
from ui import words_choices, words_errors, words_findings, words_import, words_papers
from ui.words import (
    choice_name,
    code_name,
    error_sentence,
    field_name,
    finding_sentence,
    language_name,
    thing_name,
)

CHECKOUT = Path(__file__).parents[2]
LANGUAGES = ("en", "ko", "ja")
KEY = "0190f5a0-0000-7000-8000-000000000001"
OPEN = re.compile(r"\{|\}|\bNone\b|<[A-Z]\w+|\[|\]")

ERRORS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, ParleyError)]
FILE = {"path": Path("summit.parley"), "detail": "page 3", "version": 9, "known": 1}
VALUES = {
    errors.TextUnfit: {"character": "U+0007", "position": 4, "text": "Tea \x07"},
    errors.UnknownLanguage: {"language": "xx", "known": ("ko", "ja")},
    errors.InvalidValue: {"field": "zone", "value": "Mars", "reason": "unknown-zone"},
    errors.NotFound: {"what": "visit", "text": "Busan"},
    errors.Ambiguous: {"what": "recipient", "text": "Kim", "candidates": ((KEY, "Kim A"), ("2", "Kim B"))},
    errors.EditConflict: {
        "table": "schedule_item",
        "row": KEY,
        "group": "title.ko",
        "mine": {"title.ko": "다과"},
        "theirs": {"title.ko": "오찬"},
    },
    errors.UndoConflict: {
        "clashes": (
            SimpleNamespace(table="schedule_item", field="title.ko"),
            SimpleNamespace(table="visit", field=""),
        )
    },
    errors.PaperProblem: {"reason": "languages-missing"},
    errors.SourceForeign: {"path": "summit.parley", "found": "picture"},
    errors.SourceTooLarge: {"path": "summit.parley", "what": "rows", "limit": 100_000},
    errors.ImportProblem: {"reason": "no-heading", "heading": "Name", "known": ("성명",)},
}


def raised(error):
    """Return, by reason, the names of the values that the sources raise an error with."""
    found = {}
    for folder in ("models", "exporters"):
        for path in (CHECKOUT / folder).rglob("*.py"):
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                    continue
                given = {word.arg: word.value for word in call.keywords}
                if call.func.id == error and isinstance(given.get("reason"), ast.Constant):
                    found.setdefault(given["reason"].value, []).append(set(given))
                elif (
                    error == "InvalidValue"
                    and call.func.id == "_refuse"
                    and isinstance(call.args[0], ast.Constant)
                ):
                    found.setdefault(call.args[0].value, []).append({"field", "value", "reason"})
    return found


def assert_sentence(sentence):
    assert sentence.strip() == sentence
    assert len(sentence) > 5
    assert not OPEN.search(sentence), sentence


def in_three(say):
    """Return what is said in each language; no two of them are alike."""
    said = [say(words(language)) for language in LANGUAGES]
    assert len(set(said)) == len(said), said
    return said


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_has_a_sentence(kind):
    values = VALUES.get(kind, FILE if issubclass(kind, errors.FileProblem) else {})
    for sentence in in_three(lambda spoken: error_sentence(kind(**values), spoken)):
        assert_sentence(sentence)
        if issubclass(kind, errors.FileProblem):
            assert "summit.parley" in sentence


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_without_its_values_still_has_a_sentence(kind):
    if kind in (NotFound, Ambiguous):
        values = {"what": "visit"}
    elif kind is PaperProblem:
        values = {"reason": "something-new"}
    else:
        values = {}
    for language in LANGUAGES:
        assert_sentence(error_sentence(kind(**values), words(language)))


def test_each_error_that_can_be_told_apart_has_its_own_sentence():
    kinds = [kind for kind in ERRORS if kind is not errors.FileProblem and kind is not ParleyError]
    said = {error_sentence(kind(**VALUES.get(kind, FILE)), words("en")) for kind in kinds}
    assert len(said) == len(kinds)


def test_every_reason_of_a_value_is_worded():
    reasons = set(raised("InvalidValue"))
    assert {"unknown-zone", "not-a-choice", "not-a-partial-date"} <= reasons
    assert reasons == set(words_errors.VALUES)
    for reason in reasons:
        error = InvalidValue(field="title.ko", value="?", reason=reason)
        for sentence in in_three(lambda spoken, error=error: error_sentence(error, spoken)):
            assert_sentence(sentence)


def test_every_reason_of_a_paper_is_worded():
    reasons = set(raised("PaperProblem"))
    assert {"unknown-paper", "languages-missing", "control-character"} <= reasons
    assert reasons == set(words_papers.REASONS)


PAPER_VALUES = {
    "paper": "agenda",
    "format": "odt",
    "layout": "round",
    "known": ("docx", "pdf"),
    "languages": ("ko", "ja"),
    "most": 2,
    "who": "KRISS",
    "path": "out.docx",
    "number": 3,
    "candidates": ((KEY, "KRISS"), ("2", "NMIJ")),
    "character": "U+0007",
    "position": 3,
    "text": "Tea\x07",
    "table": "Agenda",
    "columns": 3,
    "detail": "no body",
    "limit": 32_767,
}


@pytest.mark.parametrize("reason", sorted(words_papers.REASONS))
def test_the_sentence_of_a_paper_is_whole(reason):
    error = PaperProblem(**{**PAPER_VALUES, "reason": reason})
    for sentence in in_three(lambda spoken: error_sentence(error, spoken)):
        assert_sentence(sentence)
        assert "\x07" not in sentence
        assert KEY not in sentence


def test_sentences_of_papers_ask_for_nothing_that_is_not_given():
    for reason, calls in raised("PaperProblem").items():
        asked = {name for _, name, _, _ in string.Formatter().parse(words_papers.REASONS[reason]) if name}
        for given in calls:
            assert asked <= (given | {"place"} if "position" in given else given), reason


def test_a_conflict_shows_values_as_the_user_sees_them():
    values = {"group": "time", "mine": {"start": dt.time(9)}, "theirs": {"start": dt.time(9, 30)}}
    said = error_sentence(EditConflict(**values), words("ko"))
    assert "09:30" in said
    assert "09:00" in said
    choice = error_sentence(
        EditConflict(group="kind", mine={"kind": ItemKind.TEA}, theirs={"kind": ItemKind.MEAL}), words("ja")
    )
    assert "食事" in choice
    text = LocalisedText(ko="오찬", en="Lunch")
    assert words_errors.shown_value(text, words("en")) == "Lunch"
    assert words_errors.shown_value("x" * 500, words("en")).endswith("…")
    assert words_errors.shown_value(None, words("en")) == "–"
    assert words_errors.shown_value(dt.date(2024, 7, 30), words("ko")) == "2024. 7. 30."


def test_a_sentence_is_one_line_whatever_was_typed():
    said = error_sentence(NotFound(what="visit", text="a\nb\x1b[31m"), words("en"))
    assert said.isprintable()


SETS = [kind for name, kind in vars(choices).items() if name in choices.__all__ and issubclass(kind, Enum)]


@pytest.mark.parametrize("member", [member for kind in SETS for member in kind], ids=repr)
def test_every_choice_has_a_name(member):
    said = [choice_name(member, words(language)) for language in LANGUAGES]
    assert all(said)
    assert said[0] != said[1]


SHOWN = [ItemKind, ItemStatus, Audience, choices.SlidesState, choices.LegKind]


@pytest.mark.parametrize("member", [member for kind in SHOWN for member in kind], ids=repr)
def test_a_stored_value_is_called_as_its_member(member):
    assert code_name(type(member).__name__, member.value, words("ko")) == choice_name(member, words("ko"))


def test_choices_of_one_set_are_told_apart():
    for kind in SETS:
        for language in LANGUAGES:
            names = [choice_name(member, words(language)) for member in kind]
            assert len(set(names)) == len(names), (kind, language)


def test_every_table_field_and_group_has_a_name():
    # The journal's own tables are no things of the office: no sentence ever names their rows.
    tables = [mapper.local_table for mapper in Row.registry.mappers if issubclass(mapper.class_, Row)]
    assert len(tables) > 40
    for table in tables:
        said = [thing_name(table.name, words(language)) for language in LANGUAGES]
        assert all(said)
        for column in table.columns:
            for name in (column.name, column.info.get(GROUP, column.name)):
                assert name in words_things_fields(), (table.name, name)
    assert field_name("title.ko", words("ja")) == "件名（韓国語）"
    assert field_name("title.ko", words("en")) == "title (Korean)"
    assert field_name("no_such", words("en")) == "no_such"


def words_things_fields():
    from ui.words_things import FIELDS

    return FIELDS


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """Return a visit in which every rule finds something."""

    def build(p):
        people = [p.delegate(p.guests, f"Kim No{number}") for number in range(5)]
        room = p.place("Room", parent_id=None)
        for start, end in (("09:00", "10:00"), ("09:30", "10:30")):
            item = p.item(start, end, place_id=room)
            for person in people:
                p.takes_part(item, person)
        p.takes_part(p.item("09:00", "09:30"), people[0], role=ParticipationRole.CHAIR)
        p.item("10:00", "09:00", days=1)
        p.item("02:30", "04:00", days=9, zone="Asia/Tokyo")
        p.item("02:30", None, date=dt.date(2024, 3, 10), zone="America/New_York")
        session = p.item("11:00", "11:10", title="Session", audience=Audience.PUBLIC)
        p.talk(session, p.person("Doe Jane"), minutes=90)
        p.talk(session)
        p.item("13:00", "14:00", title="")
        late = p.delegate(p.guests, "Han Late", present_from=dt.date(2024, 8, 1))
        briefing = p.item("15:00", "15:30", audience=Audience.PARTY, audience_party_id=p.aist)
        p.takes_part(briefing, late)
        late_leg = {"remarks": {"ko": "늦음"}, "audience": Audience.OFFICE, "from_place_id": room}
        p.leg("10:00", "09:00", departure_zone="Asia/Tokyo", **late_leg)
        p.item("19:00", "20:00", zone="Asia/Singapore")
        tour = schedule.lab_tour.add.within(p.writing, item_id=p.item("16:00", "17:00", days=1, title="Labs"))
        schedule.tour_stop.add.within(p.writing, tour_id=tour, place_id=room, guide_id=people[0])
        for group in ({"escort_id": people[0]}, {}):
            schedule.tour_group.add.within(p.writing, tour_id=tour, name={"ko": "조"}, **group)
        p.delegate(p.hosts, person_id=p.person("Sato Ken", native_language="ja"))
        swiss = p.organisation("METAS", country="CH")
        visits.party.add.within(p.writing, visit_id=p.visit, organisation_id=swiss)

    path = tmp_path_factory.mktemp("words") / "faulty.parley"
    with Database.create(path, Profile("author", "Author", "device")) as database:
        yield planned(database, build)[0]


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Return a visit of which nothing is known but its days: what cannot be found beside other things."""
    path = tmp_path_factory.mktemp("words") / "bare.parley"
    with Database.create(path, Profile("author", "Author", "device")) as database:
        yield planned(database, lambda p: None)[0]


def test_every_finding_has_a_sentence(faulty, bare):
    listed = [(visit, finding) for visit in (faulty, bare) for finding in findings(visit)]
    assert {finding.code for _, finding in listed} == set(FindingCode)
    for visit, finding in listed:
        for sentence in in_three(lambda spoken, at=(finding, visit): finding_sentence(*at, spoken)):
            assert_sentence(sentence)


def test_every_rule_found_something(faulty, bare):
    from models.rules.findings import Scene

    scenes = Scene(faulty), Scene(bare)
    assert [rule.__name__ for rule in RULES if not any(list(rule(scene)) for scene in scenes)] == []


def test_codes_and_sentences_are_the_same_set():
    assert set(words_findings.SENTENCES) == {code.value for code in FindingCode}


def test_many_people_are_named_by_the_first_three(faulty):
    finding = next(f for f in findings(faulty) if f.code is FindingCode.PERSON_TWICE and len(f.objects) > 6)
    assert "2 others" in finding_sentence(finding, faulty, words("en"))
    assert "외 2명" in finding_sentence(finding, faulty, words("ko"))


def test_two_that_meet_are_told_by_one_clock(tmp_path):
    def build(p):
        person = p.delegate(p.guests)
        p.takes_part(p.item("15:30", "17:00", title="Boat"), person)
        p.takes_part(p.item("07:00", "08:00", title="Online", zone="Europe/London"), person)

    with Database.create(tmp_path / "zones.parley", Profile("author", "Author", "device")) as database:
        visit = planned(database, build)[0]
    finding = next(each for each in findings(visit) if each.code is FindingCode.PERSON_TWICE)
    assert "“Online” (30 July 15:00)" in finding_sentence(finding, visit, words("en"))


def test_a_thing_that_is_gone_is_named_by_its_kind(faulty):
    finding = Finding(FindingCode.SPEAKER_UNKNOWN, Severity.WARNING, (("presentation", "gone"),))
    assert finding_sentence(finding, faulty, words("ko")).startswith("발표:")


def test_every_rule_stands_in_the_table():
    """A rule that is written and not listed would never run."""
    listed = {rule.__name__ for rule in RULES}
    for module in pkgutil.iter_modules(models.rules.findings.__path__):
        loaded = importlib.import_module(f"models.rules.findings.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            is_rule = list(inspect.signature(function).parameters) == ["scene"] and not name.startswith("_")
            if is_rule and function.__module__ == loaded.__name__ and name != "gatherings":
                assert name in listed


def test_wording_an_error_loads_nothing_slow():
    code = (
        "import sys; import ui.words; "
        "print([name for name in ('sqlalchemy', 'babel', 'PySide6', 'docx') if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "[]"


def test_languages_are_called_in_the_users():
    assert language_name("ja", words("ko")) == "일본어"
    assert language_name("fr", words("ko")) == "fr"
    for tag in known_languages():
        in_three(lambda spoken, tag=tag: language_name(tag, spoken))


def test_statuses_of_two_sets_are_told_apart():
    # Members of two sets compare equal where their values do: names go by the set.
    assert ItemStatus.CANCELLED == choices.VisitStatus.CANCELLED
    assert choice_name(ItemStatus.TENTATIVE, words("ko")) == "잠정"


IMPORT_VALUES = {
    "kind": "poster",
    "field": "?",
    "heading": "Name",
    "known": ("people", "schedule"),
    "path": "list.xlsx",
}


def test_every_reason_of_an_import_is_worded():
    assert set(raised("ImportProblem")) == set(words_import.PROBLEMS)
    for reason in words_import.PROBLEMS:
        error = errors.ImportProblem(**{**IMPORT_VALUES, "reason": reason})
        for sentence in in_three(lambda spoken, error=error: error_sentence(error, spoken)):
            assert_sentence(sentence)


def test_every_refusal_doubt_and_state_of_an_import_is_worded():
    assert {each.value for each in Unreadable} == set(words_import.REASONS)
    assert {each.value for each in Doubt} == set(words_import.DOUBTS)
    assert [each.value for each in State] == list(words_import.STATES)
    for reason in Unreadable:
        refusal = Refusal("person_id", "x\x07", Origin("Sheet", 2, 3), reason)
        for sentence in in_three(
            lambda spoken, refusal=refusal: words_import.refusal_sentence(refusal, spoken)
        ):
            assert_sentence(sentence)
            assert "\x07" not in sentence


@pytest.mark.parametrize("found", [*sorted(words_import.FOREIGN), "unknown"])
def test_what_a_file_is_instead_of_a_list_is_said(found):
    error = errors.SourceForeign(path="list.xlsx", found=found)
    for sentence in in_three(lambda spoken: error_sentence(error, spoken)):
        assert_sentence(sentence)
        assert "list.xlsx" in sentence


def test_choices_are_called_alike_in_workbooks_and_on_the_screen():
    for kind, wordings in WORDINGS.items():
        for member, wording in wordings.items():
            assert words_choices.CHOICES[kind, member] == wording
