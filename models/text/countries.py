"""Countries by their codes of two letters, as each language calls them."""

from __future__ import annotations

from functools import cache
from typing import cast

from models.text.languages import known_languages, language
from models.text.matching import letters


def country_name(code: str, tag: str) -> str:
    """Return what a country is called; a code that is not known by itself."""
    return countries(tag).get(code, code)


@cache
def countries(tag: str) -> dict[str, str]:
    """Return all countries, sorted by name."""
    from babel import Locale

    locale = Locale.parse(language(tag).locale.replace("-", "_"))
    known = cast("dict[str, str]", locale.territories)
    codes = (code for code in known if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES)
    return dict(sorted(((code, known[code]) for code in codes), key=lambda pair: pair[1]))


def countries_called(text: str, tag: str) -> list[str]:
    """Return the codes of the countries that are called as was typed, in any language, the likeliest first.

    What a country is called every day comes before what only holds the text: Korea is South Korea.
    """
    wanted = letters(text)
    ranked = ((rank, code) for code in countries(tag) if (rank := _rank(wanted, code)) is not None)
    return [code for _rank_of_it, code in sorted(ranked, key=lambda found: found[0])]


def _rank(wanted: str, code: str) -> int | None:
    everyday, official = _everyday(code), _official(code)
    if wanted in everyday or wanted in official or wanted == code.lower():
        return 0
    if any(name.startswith(wanted) for name in everyday):
        return 1
    if any(name.startswith(wanted) for name in official):
        return 2
    return 3 if any(wanted in name for name in (*everyday, *official)) else None


@cache
def _everyday(code: str) -> tuple[str, ...]:
    return tuple(letters(name) for name in _EVERYDAY.get(code, ()))


@cache
def _official(code: str) -> tuple[str, ...]:
    return tuple(letters(country_name(code, tag)) for tag in known_languages())


_EVERYDAY = {
    "AE": ("UAE",),
    "AU": ("호주", "豪州"),
    "CN": ("PRC", "중화인민공화국", "中華人民共和国"),
    "CZ": ("Czech Republic", "체코공화국"),
    "DE": ("Deutschland", "독일연방공화국", "独逸"),
    "ES": ("España", "에스파냐"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain", "England", "Scotland", "Wales", "英国", "잉글랜드"),
    "HK": ("香港", "홍콩"),
    "JP": ("Nippon", "Nihon", "일본국", "日本国"),
    "KP": ("DPRK", "조선민주주의인민공화국", "朝鮮民主主義人民共和国"),
    "KR": ("Korea", "ROK", "Republic of Korea", "한국", "남한", "韓国", "大韓民国", "대한민국"),
    "MO": ("マカオ", "마카오"),
    "NL": ("Holland", "홀란드"),
    "RU": ("Russian Federation", "러시아연방"),
    "TH": ("타이",),
    "TR": ("Turkey", "터키"),
    "TW": ("Chinese Taipei", "타이완"),
    "US": ("USA", "U.S.A.", "America", "United States of America", "米国", "アメリカ", "미합중국"),
    "VN": ("Viet Nam", "베트남", "越南"),
    "ZA": ("남아공",),
}
"""What people call a country besides its name, in whatever language."""

_NO_COUNTRIES = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
