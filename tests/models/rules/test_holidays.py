from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from models.rules.holidays import country_of, days_off, holiday, is_known, is_weekend, parties_by_country


def test_holidays_are_known_in_the_language_of_the_country_and_in_english():
    liberation = dt.date(2024, 8, 15)
    assert holiday("KR", liberation, "ko") == "광복절"
    assert holiday("KR", liberation, "en") == "Liberation Day"
    assert holiday("JP", dt.date(2024, 8, 12), "ja") == "振替休日"
    assert not holiday("JP", liberation)


def test_korean_and_japanese_holidays_have_names_in_the_language_of_the_other():
    assert holiday("KR", dt.date(2024, 8, 15), "ja") == "光復節"
    assert holiday("JP", dt.date(2024, 7, 15), "ko") == "바다의 날"
    assert holiday("KR", dt.date(2021, 8, 16), "ja") == "光復節の代替休日"
    assert holiday("KR", dt.date(2025, 5, 5), "ja") == "釈迦誕生日; こどもの日"


@pytest.mark.parametrize(("country", "language"), [("JP", "ko"), ("KR", "ja")])
def test_every_holiday_of_many_years_has_such_a_name(country, language):
    first = dt.date(2018, 1, 1)
    days = [first + dt.timedelta(at) for at in range(365 * 17)]
    english = {holiday(country, date, "en") for date in days}
    assert len(english) > 15
    assert not english & {holiday(country, date, language) for date in days} - {""}


def test_a_language_that_the_library_lacks_gets_english_and_else_the_own_name_of_the_holiday():
    assert holiday("DE", dt.date(2024, 10, 3), "ja") == "German Unity Day"


def test_weekends_differ_between_countries():
    friday = dt.date(2024, 8, 16)
    assert is_weekend("KR", friday + dt.timedelta(1))
    assert not is_weekend("KR", friday)
    assert is_weekend("BD", friday)


def test_an_unknown_country_has_only_weekends():
    assert not is_known("Korea")
    assert not holiday("Korea", dt.date(2024, 8, 15))
    assert is_weekend("Korea", dt.date(2024, 8, 17))


def test_days_off_by_country():
    found = days_off(["KR", "JP", "KR"], dt.date(2024, 8, 12), "ja")
    assert [(each.country, each.name) for each in found] == [("JP", "振替休日")]


def test_a_division_is_in_the_country_of_what_it_stands_under(plan):
    def act(planner):
        above = planner.organisation("AIST", country="JP")
        planner.party("X", note="")
        from models.actions import visits

        division = planner.organisation("NMIJ", parent_id=above)
        visits.party.add.within(planner.writing, visit_id=planner.visit, organisation_id=division)

    visit, _ = plan(act)
    assert country_of(visit.parties[-1].organisation) == "JP"
    assert [len(parties) for parties in parties_by_country(visit).values()] == [1]


def test_the_library_is_imported_only_when_a_day_is_asked_for():
    code = (
        "import sys, models.rules.holidays as h, datetime as dt; assert 'holidays' not in sys.modules;"
        "h.holiday('KR', dt.date(2024, 8, 15)); assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
