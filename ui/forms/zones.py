"""Time zones as people look for them: by city, by name, by how far they are from UTC."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from models.text.dates import offset
from models.text.matching import letters
from models.text.zones import is_zone, known_zones, zones_of_country
from ui.forms.record import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_USUAL = ("Asia/Seoul", "Asia/Tokyo", "America/New_York", "America/Los_Angeles", "Europe/Berlin", "UTC")
_ALSO = {
    "Asia/Seoul": (
        "서울",
        "한국",
        "korea",
        "韓国",
        "ソウル",
        "인천",
        "incheon",
        "仁川",
        "김포",
        "gimpo",
        "金浦",
        "대전",
        "daejeon",
        "大田",
        "부산",
        "busan",
        "釜山",
        "제주",
        "jeju",
        "인천국제공항",
        "인천공항",
    ),
    "Asia/Tokyo": (
        "도쿄",
        "일본",
        "japan",
        "東京",
        "日本",
        "나리타",
        "narita",
        "成田",
        "하네다",
        "haneda",
        "羽田",
        "쓰쿠바",
        "츠쿠바",
        "tsukuba",
        "つくば",
        "오사카",
        "osaka",
        "大阪",
        "간사이",
        "kansai",
        "関西",
        "나리타공항",
        "하네다공항",
        "成田空港",
        "羽田空港",
        "成田国際空港",
    ),
    "America/New_York": (
        "뉴욕",
        "워싱턴",
        "washington",
        "gaithersburg",
        "dulles",
        "newark",
        "ニューヨーク",
        "ワシントン",
    ),
    "America/Los_Angeles": (
        "로스앤젤레스",
        "샌프란시스코",
        "san francisco",
        "ロサンゼルス",
        "サンフランシスコ",
    ),
    "America/Chicago": ("시카고", "シカゴ"),
    "America/Denver": ("덴버", "볼더", "boulder", "デンバー"),
    "Europe/Berlin": (
        "베를린",
        "독일",
        "germany",
        "braunschweig",
        "frankfurt",
        "프랑크푸르트",
        "뮌헨",
        "munich",
        "ベルリン",
        "ドイツ",
    ),
    "Europe/London": (
        "런던",
        "영국",
        "ロンドン",
        "イギリス",
        "히스로",
        "히드로",
        "heathrow",
        "ヒースロー",
        "teddington",
    ),
    "Europe/Paris": ("파리", "프랑스", "sèvres", "샤를드골", "cdg", "パリ", "フランス"),
    "Asia/Shanghai": ("베이징", "상하이", "중국", "beijing", "北京", "上海", "中国"),
    "Asia/Taipei": ("타이베이", "대만", "台北", "台湾"),
    "Asia/Singapore": ("싱가포르", "シンガポール"),
    "Australia/Sydney": ("시드니", "シドニー"),
}
_MOST = 20


def zone_offers(text: str, when: dt.date | None = None) -> Sequence[Offer]:
    """Return the zones that fit what is typed, the usual ones first, each as it is on a day, else today."""
    wanted = letters(text)
    if not wanted:
        return [_offer(name, when) for name in _USUAL]
    found = [name for name in _zones() if wanted in _texts(name)]
    found.sort(
        key=lambda name: (name not in _USUAL, not letters(name.rpartition("/")[2]).startswith(wanted), name)
    )
    return [_offer(name, when) for name in found[:_MOST]]


def zone_of(country: str, cities: Iterable[str]) -> str:
    """Return the zone that a country has, or that of a city in it; empty where that is not known."""
    there = zones_of_country(country) if country else ()
    if len(there) == 1:
        return there[0]
    wanted = {letters(city) for city in cities} - {""}
    known = there or _ALSO
    return next((name for name in known if not wanted.isdisjoint(_names(name))), "")


def zone_detail(name: str, when: dt.date | None = None) -> str:
    """Return how far a zone is from UTC on a day: UTC+9."""
    if not is_zone(name):
        return ""
    at = dt.datetime.combine(when or dt.date.today(), dt.time(12), ZoneInfo(name)).utcoffset()
    return offset(round(at.total_seconds() / 60)) if at is not None else ""


def _offer(name: str, when: dt.date | None) -> Offer:
    return Offer(name, name, zone_detail(name, when))


@cache
def _zones() -> tuple[str, ...]:
    plain = (name for name in known_zones() if "/" in name and not name.startswith(("Etc/", "posix/")))
    return tuple(sorted((*plain, "UTC")))


@cache
def _names(name: str) -> frozenset[str]:
    return frozenset(letters(text) for text in (name.rpartition("/")[2], *_ALSO.get(name, ())))


@cache
def _texts(name: str) -> str:
    return " ".join(letters(text) for text in (name, *_ALSO.get(name, ())))
