from __future__ import annotations

import datetime as dt
import errno
import gc
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from exporters.catalogue import (
    Kind,
    PaperRequest,
    choices_for,
    choose,
    default_languages,
    export,
    file_name,
    find_reader,
    make,
    papers,
)
from exporters.papers.collector import collector_waiting
from exporters.papers.files import safe_name, write_files
from models.errors import (
    Ambiguous,
    Cancelled,
    FileExists,
    FileFull,
    FileMissing,
    FileNotAllowed,
    NotFound,
    PaperProblem,
    UnknownLanguage,
)
from models.rules.audiences import Reader
from models.tables import Audience
from tests.support.files import new_database, sample_database, sample_visit
from tests.support.visits import small_visit

TODAY = dt.date(2024, 7, 26)
AGENDA = PaperRequest("agenda", ("ko", "ja"))


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    with sample_database(tmp_path_factory.mktemp("sample")) as database:
        return sample_visit(database)


@pytest.fixture(scope="module")
def germany(tmp_path_factory):
    with new_database(tmp_path_factory.mktemp("germany")) as database:
        return database.load_visit(small_visit(database).visit)


def reason(visit, request):
    with pytest.raises(PaperProblem) as problem:
        make(visit, request, TODAY)
    return problem.value.values["reason"]


def test_the_papers_and_for_whom_they_are():
    offered = {paper.id: (paper.takes.value, paper.most_languages, paper.formats) for paper in papers()}
    assert offered == {
        "itinerary": ("both", 2, ("docx", "pdf")),
        "agenda": ("none", 3, ("docx", "pdf")),
        "workbook": ("none", 8, ("xlsx",)),
    }


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (PaperRequest("poster", ("ko",)), "unknown-paper"),
        (PaperRequest("agenda", ("ko", "ja", "en", "de")), "too-many-languages"),
        (PaperRequest("itinerary", ("ko", "ja", "en")), "too-many-languages"),
        (PaperRequest("agenda", ("ko", "ko")), "language-twice"),
        (PaperRequest("agenda", ("ko",), layout="columns"), "columns-need-two-languages"),
        (PaperRequest("agenda", ("ko",), layout="spiral"), "unknown-layout"),
        (PaperRequest("agenda", ("ko",), who="somebody"), "not-for-one"),
        (PaperRequest("itinerary", ("ko",), layout="stacked"), "layout-not-for-paper"),
    ],
)
def test_what_does_not_go_together_is_refused(visit, request_, expected):
    assert reason(visit, request_) == expected


def test_an_unknown_language_is_refused(visit):
    with pytest.raises(UnknownLanguage):
        make(visit, PaperRequest("agenda", ("xx",)), TODAY)


def test_several_sides_that_travel_leave_open_who_is_meant(germany):
    assert reason(germany, PaperRequest("itinerary", ("ko",))) == "who-open"


def test_what_is_for_one_party_does_not_go_to_another(visit):
    kriss = choose(visit, "itinerary", "KRISS")
    aist = find_reader(visit, "AIST")
    assert reason(visit, PaperRequest("itinerary", ("ko",), aist, kriss.id)) == "audience-of-others"


def test_languages_that_were_not_chosen_are_the_first_of_the_visit(visit):
    assert default_languages(visit, "itinerary") == ("ko", "ja")
    assert make(visit, PaperRequest("agenda"), TODAY).languages == ("ko", "ja")


def test_tags_of_languages_may_be_written_large(visit):
    assert make(visit, PaperRequest("agenda", ("KO", "Ja")), TODAY).languages == ("ko", "ja")
    assert reason(visit, PaperRequest("agenda", ("ko", "KO"))) == "language-twice"


def test_languages_without_data_are_passed_over():
    strange = SimpleNamespace(languages=("xx", "JA", "ko"))
    assert default_languages(strange, "agenda") == ("ja", "ko")


def test_the_collector_waits_until_the_last_paper_is_built():
    first, second = collector_waiting(), collector_waiting()
    assert gc.isenabled()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


@pytest.mark.parametrize("text", ["이호성", "호성", "Ho Seong Lee", "LEE HO SEONG", "ho-seong"])
def test_people_are_found_by_a_part_of_any_name(visit, text):
    assert choose(visit, "itinerary", text).label("ko").text == "이호성"


def test_delegations_are_found_by_acronym_and_name(visit):
    assert choose(visit, "itinerary", "NMIJ").kind is Kind.DELEGATION
    assert choose(visit, "itinerary", "표준과학").acronym == "KRISS"
    assert choose(visit, "itinerary", "AIST").kind is Kind.PARTY


def test_several_or_nobody_of_a_name_is_said(visit):
    with pytest.raises(Ambiguous) as several:
        choose(visit, "itinerary", "Lee")
    assert len(several.value.values["candidates"]) == 2
    with pytest.raises(NotFound):
        choose(visit, "itinerary", "Nobody")


def test_an_audience_is_a_word_or_an_organisation(visit):
    assert find_reader(visit, "public") == Reader(Audience.PUBLIC)
    assert find_reader(visit, "office") == Reader(Audience.OFFICE)
    party = next(party for party in visit.parties if party.organisation.acronym == "AIST")
    assert find_reader(visit, "NMIJ") == Reader(Audience.PARTY, party.id)


def test_every_choice_makes_a_paper(visit, germany):
    for one in (visit, germany):
        for choice in choices_for(one, "itinerary"):
            assert make(one, PaperRequest("itinerary", ("ja",), who=choice.id), TODAY).blocks


def test_names_of_files_are_in_the_leading_language(visit):
    assert file_name(visit, AGENDA) == "회의 일정_KRISS 대표단 일본 AIST 방문_ko-ja.docx"
    kwon = choose(visit, "itinerary", "권수용")
    request = PaperRequest("itinerary", ("ko",), who=kwon.id)
    assert file_name(visit, request) == "개인 일정표_권수용_KRISS 대표단 일본 AIST 방문_ko.docx"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (['a<b>:"c/d\\e|f?g*h', "ko"], "a b c d e f g h_ko.docx"),
        (["CON"], "_CON.docx"),
        (["a. ", "ko"], "a_ko.docx"),
        (["", ""], "Parley.docx"),
    ],
)
def test_names_of_files_are_taken_by_every_system(parts, expected):
    assert safe_name(parts, "docx") == expected


def test_a_long_name_keeps_its_end():
    name = safe_name(["가" * 300, "ko-ja"], "docx")
    assert len(name.encode()) <= 255
    assert name.endswith("_ko-ja.docx")


def test_papers_are_written_into_a_folder_and_counted(visit, tmp_path):
    seen = []
    requests = [AGENDA, PaperRequest("itinerary", ("ko", "ja")), AGENDA]
    paths = export(visit, requests, tmp_path, progress=lambda done, of: seen.append((done, of)), today=TODAY)
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert len(set(paths)) == 3
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    assert all(path.read_bytes().startswith(b"PK") for path in paths)


def test_one_paper_is_written_into_the_file_that_was_named(visit, tmp_path):
    assert export(visit, [AGENDA], tmp_path / "agenda.docx", today=TODAY) == [tmp_path / "agenda.docx"]


def test_several_papers_need_a_folder(visit, tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PaperProblem) as problem:
        export(visit, [AGENDA, AGENDA], tmp_path / "file", today=TODAY)
    assert problem.value.values["reason"] == "folder-needed"
    with pytest.raises(PaperProblem) as problem:
        export(visit, [AGENDA, AGENDA], tmp_path / "x.docx", today=TODAY)
    assert problem.value.values["reason"] == "folder-needed"
    assert not (tmp_path / "x.docx").exists()
    assert len(export(visit, [AGENDA, AGENDA], tmp_path / "new", today=TODAY)) == 2


def test_a_folder_is_made_only_where_it_was_named(visit, tmp_path):
    with pytest.raises(FileMissing):
        export(visit, [AGENDA], tmp_path / "nowhere" / "agenda.docx", today=TODAY)
    with pytest.raises(FileMissing):
        export(visit, [AGENDA, AGENDA], tmp_path / "nowhere" / "papers", today=TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_file_with_the_name_of_its_paper_stands_for_its_folder(visit, tmp_path):
    target = tmp_path / "new" / file_name(visit, AGENDA)
    assert export(visit, [AGENDA], target, today=TODAY) == [target]
    assert target.read_bytes().startswith(b"PK")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_that_was_made_goes_when_nothing_could_be_written(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(FileFull):
        write_files({tmp_path / "new" / "a": b"a"}, overwrite=False, folder=tmp_path / "new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_somebody_who_was_faster_keeps_their_file_and_ours_go(tmp_path, monkeypatch, links):
    faster = iter([False, True])
    link = os.link

    def place(draft, path):
        if next(faster):
            path.write_text("theirs")
        if not links:
            raise OSError(errno.EPERM, "no links here")
        link(draft, path)

    monkeypatch.setattr("os.link", place)
    with pytest.raises(FileExists):
        write_files({tmp_path / "a": b"a", tmp_path / "b": b"b"}, overwrite=False)
    assert names(tmp_path) == ["b"]
    assert (tmp_path / "b").read_text() == "theirs"


def test_what_was_replaced_comes_back_when_a_later_one_fails(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / name).write_text("mine")
    fails = iter([False, True, False, False])
    replace = Path.replace

    def place(self, target):
        if next(fails):
            raise OSError(errno.ENOSPC, "full")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", place)
    with pytest.raises(FileFull):
        write_files({tmp_path / "a": b"a", tmp_path / "b": b"b"}, overwrite=True)
    assert [(tmp_path / name).read_text() for name in ("a", "b")] == ["mine", "mine"]
    assert names(tmp_path) == ["a", "b"]


def test_without_hard_links_files_are_placed_all_the_same(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", refuse)
    write_files({tmp_path / "a": b"a"}, overwrite=False)
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"a"


def test_what_is_there_is_replaced_only_when_asked(visit, tmp_path):
    target = tmp_path / "agenda.docx"
    target.write_text("mine")
    with pytest.raises(FileExists):
        export(visit, [AGENDA], target, today=TODAY)
    assert target.read_text() == "mine"
    export(visit, [AGENDA], target, today=TODAY, overwrite=True)
    assert target.read_bytes().startswith(b"PK")


def test_nothing_is_left_when_the_user_stops(visit, tmp_path):
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        export(visit, [AGENDA, AGENDA, AGENDA], tmp_path, cancelled=lambda: next(asked), today=TODAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, FileFull), (errno.EACCES, FileNotAllowed), (errno.EROFS, FileNotAllowed)],
)
def test_what_the_system_refuses_is_said_and_leaves_nothing(visit, tmp_path, monkeypatch, number, error):
    def refuse(self, target):
        raise OSError(number, "no")

    monkeypatch.setattr("os.link", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(error):
        export(visit, [AGENDA], tmp_path, today=TODAY)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_refused(visit, tmp_path):
    with pytest.raises(PaperProblem) as problem:
        export(visit, [PaperRequest("agenda", ("ko",), format="odt")], tmp_path, today=TODAY)
    assert problem.value.values["reason"] == "unknown-format"
    assert list(tmp_path.iterdir()) == []
