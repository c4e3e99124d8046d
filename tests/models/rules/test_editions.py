from __future__ import annotations

from models.actions import directory, meetings
from models.rules.editions import HostBasis, guests, next_edition
from models.tables import Series
from tests.models.rules.planner import titled


def series(database, editions, parties=("A", "B"), **fields):
    """Make a series; an edition is (number, date, host as the place of a party or None)."""

    def act(writing):
        keys = [
            directory.organisation.add.within(writing, acronym=name, name=titled(name)) for name in parties
        ]
        under = directory.organisation.add.within(writing, acronym="A1", name=titled("A1"), parent_id=keys[0])
        made = meetings.series.add.within(writing, title=titled("Summit"), **fields)
        for key in keys:
            meetings.series_party.add.within(writing, series_id=made, organisation_id=key)
        for number, date, host in editions:
            key = None if host is None else under if host == "under" else keys[host]
            meetings.meeting.add.within(writing, series_id=made, number=number, date=date, host_id=key)
        return made

    return database.load(Series, database.run("test.series", act).value)


def test_the_number_follows_the_highest_and_gaps_are_told(database):
    found = next_edition(series(database, [(17, "2018", 0), (19, "2024-07-30", 0), (None, "2024", 1)]))
    assert (found.number, found.missing, found.year) == (20, (18,), 2025)


def test_the_other_side_is_host(database):
    made = series(database, [(17, "2018", 1), (18, "2019-05", 0)])
    found = next_edition(made)
    assert (found.host.acronym, found.basis) == ("B", HostBasis.TURN)
    assert [each.acronym for each in guests(made, found.host)] == ["A"]


def test_an_online_year_without_host_uses_up_nobodys_turn(database):
    found = next_edition(series(database, [(17, "2019", 0), (18, "2020", None)]))
    assert (found.number, found.host.acronym, found.last_hosted.number) == (19, "B", 17)


def test_with_three_parties_it_goes_round(database):
    made = series(database, [(1, "2022", 1), (2, "2023", 2)], parties=("A", "B", "C"))
    assert next_edition(made).host.acronym == "A"


def test_a_division_of_a_party_was_host_for_it(database):
    assert next_edition(series(database, [(1, "2023", "under")])).host.acronym == "B"


def test_fixed_and_irregular_hosts(database):
    fixed = next_edition(series(database, [(1, "2023", 1)], hosting="fixed"))
    assert (fixed.host.acronym, fixed.basis) == ("B", HostBasis.SAME)
    irregular = next_edition(series(database, [(1, "2023", 1)], hosting="irregular"))
    assert (irregular.host, irregular.basis) == (None, HostBasis.IRREGULAR)


def test_the_first_edition(database):
    found = next_edition(series(database, [], first_year=2026))
    assert (found.number, found.host.acronym, found.basis, found.year) == (1, "A", HostBasis.FIRST, 2026)
