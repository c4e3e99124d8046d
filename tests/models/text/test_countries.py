"""Countries are found by what people call them, in any language."""

from __future__ import annotations

import pytest

from models.text.countries import countries_called
from models.text.zones import zones_of_country


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kor", "KR"),
        ("Korea", "KR"),
        ("north k", "KP"),
        ("한국", "KR"),
        ("남한", "KR"),
        ("대한", "KR"),
        ("ROK", "KR"),
        ("韓国", "KR"),
        ("미국", "US"),
        ("USA", "US"),
        ("米国", "US"),
        ("UK", "GB"),
        ("영국", "GB"),
        ("英国", "GB"),
        ("日本", "JP"),
        ("일본", "JP"),
        ("ger", "DE"),
        ("호주", "AU"),
    ],
)
@pytest.mark.parametrize("tag", ["ko", "ja", "en"])
def test_a_country_is_found_by_what_people_call_it(text, code, tag):
    assert countries_called(text, tag)[0] == code


def test_what_is_no_country_finds_nothing():
    assert countries_called("Atlantis", "en") == []


def test_most_countries_have_one_zone():
    assert zones_of_country("KR") == ("Asia/Seoul",)
    assert zones_of_country("DE") == ("Europe/Berlin",)
    assert "America/New_York" in zones_of_country("US")
