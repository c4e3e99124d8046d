"""What Parley writes it also reads: its own agendas of the sample visit come back whole."""

from __future__ import annotations

import datetime as dt

import pytest

from exporters.catalogue import PaperRequest, export
from models.intake.agenda.read import read_agenda
from models.intake.readers.word import read_word
from models.intake.record import Doubt
from tests.support.files import sample_database, sample_visit


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    database = sample_database(tmp_path_factory.mktemp("sample"))
    yield sample_visit(database)
    database.close()


LAYOUTS = [
    (("ko", "ja"), "columns"),
    (("ko", "ja"), "stacked"),
    (("en", "ko"), None),
    (("ja", "en"), "columns"),
    (("ko",), None),
    (("en",), None),
    (("ja",), None),
    (("ko", "ja", "en"), None),
]


@pytest.mark.parametrize(("languages", "layout"), LAYOUTS)
def test_an_exported_agenda_is_read_back(visit, tmp_path, languages, layout):
    path = tmp_path / "agenda.docx"
    request = PaperRequest("agenda", languages, layout=layout)
    export(visit, [request], path, today=dt.date(2024, 7, 26))
    agenda = read_agenda(read_word(path))
    items = [item for item in visit.items if str(item.audience) in ("parties", "public")]
    wanted = sorted(
        (
            (item.date, item.start, item.end, tuple(item.title.text_in(tag) for tag in languages)),
            item.kind.value,
        )
        for item in items
    )
    found = sorted(
        (
            (
                item.date.value, item.start.value, item.end.value,
                tuple(item.title[tag].value for tag in languages),
            ),
            item.kind.value,
            item.kind.doubtful,
        )
        for item in agenda.items
    )  # fmt: skip
    assert [each for each, _, _ in found] == [each for each, _ in wanted]
    other = [
        (kind, read)
        for (_, kind), (_, read, doubtful) in zip(wanted, found, strict=True)
        if read != kind and not doubtful
    ]
    assert other == []


@pytest.mark.parametrize(("languages", "layout"), LAYOUTS)
def test_talks_and_their_speakers_are_read_back(visit, tmp_path, languages, layout):
    path = tmp_path / "agenda.docx"
    export(visit, [PaperRequest("agenda", languages, layout=layout)], path, today=dt.date(2024, 7, 26))
    agenda = read_agenda(read_word(path))
    wanted = sorted(
        (tuple(talk.title.text_in(tag) for tag in languages), tuple(map(called, talk.speakers)))
        for item in visit.items
        for talk in item.presentations
    )
    found = sorted(
        (
            tuple(talk.title[tag].value for tag in languages),
            tuple(
                frozenset(text for name, text in said.value.names.items() if name.startswith("name."))
                or said.value.names["organisation"]
                for said in talk.speakers
            ),
        )
        for item in agenda.items
        for talk in item.talks
    )
    assert len(found) == len(wanted) > 0
    for (titles, people), (titles_read, people_read) in zip(wanted, found, strict=True):
        assert titles_read == titles
        assert len(people_read) == len(people)
        for person, read in zip(people, people_read, strict=True):
            assert read == person if isinstance(person, str) else read & person


def called(speaker):
    """Return the forms of a speaker's name that a paper may have, or the acronym of who has no name yet."""
    if speaker.person is None:
        return speaker.organisation.acronym
    person, forms = speaker.person, set()
    for tag, family in person.family.items():
        given = person.given.text_in(tag)
        forms |= {f"{family}{given}", f"{family} {given}", f"{family.upper()} {given}", f"{given} {family}"}
    return forms


def test_stops_of_a_tour_are_read_back(visit, tmp_path):
    path = tmp_path / "agenda.docx"
    export(visit, [PaperRequest("agenda", ("ko", "ja"))], path, today=dt.date(2024, 7, 26))
    agenda = read_agenda(read_word(path))
    wanted = {stop.name.text_in("ja") for item in visit.items for tour in item.tours for stop in tour.stops}
    found = {stop.title["ja"].value for item in agenda.items for stop in item.stops}
    assert found == wanted


def test_of_what_parley_wrote_only_a_meeting_over_tea_is_doubtful(visit, tmp_path):
    path = tmp_path / "agenda.docx"
    export(visit, [PaperRequest("agenda", ("ko", "ja"))], path, today=dt.date(2024, 7, 26))
    agenda = read_agenda(read_word(path))
    doubtful = {item.kind.doubt for item in agenda.items if item.kind.doubtful}
    assert doubtful == {Doubt.KIND}
    assert {item.key for item in agenda.items if item.kind.doubtful} == {
        key for line in agenda.lines if line.doubt is not None for key in line.about
    }
    assert [item.title["ko"].value for item in agenda.items if item.kind.doubtful] == ["경영진 티타임 미팅"]
