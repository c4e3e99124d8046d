"""Numbers, yes and no, addresses, time zones and languages as people write them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from zoneinfo import available_timezones

from models.intake.grid import Plain
from models.intake.record import Doubt, Unreadable
from models.intake.values.read import Read, plain, text_of

_NUMBER = re.compile(
    r"^(?:약|約|approx\.?|ca\.?|max\.?|최대|最大)?\s*(-?\d[\d,]*)(?:\.0+)?\s*(?:분|分|명|名|人|席|석|min(?:ute)?s?\.?|persons?|people|pax|seats?|회|回|차|th|개|'|일|日|days?)?$",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"^(?:(\d{1,2})\s*(?:시간|時間|h|hours?|hrs?))\s*(?:(\d{1,2})\s*(?:분|分|min\w*)?)?$", re.IGNORECASE
)
_EDITION = re.compile(r"^(?:제|第)?\s*(\d{1,4})\s*(?:차|회|回|th|st|nd|rd)$", re.IGNORECASE)
_MAIL = re.compile(r"""[^\s@<>(),;:"\[\]（）＜＞、，：/|]+@[^\s@<>(),;:"'\[\]（）＜＞、，：/|]+""")
_ADDRESS = re.compile(
    r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*"
    r"@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[^\W_]|-){0,61}[^\W_]"
)
YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "1",
        "o",
        "○",
        "◯",
        "●",
        "✓",
        "✔",
        "☑",
        "예",
        "네",
        "유",
        "참",
        "해당",
        "はい",
        "有",
        "真",
        "可",
        "필요",
        "要",
        "✅",
    ]
)
NO = frozenset(
    [
        "no",
        "n",
        "false",
        "0",
        "x",
        "×",
        "✕",
        "✗",
        "☐",
        "아니오",
        "아니요",
        "무",
        "거짓",
        "いいえ",
        "無",
        "偽",
        "否",
        "불필요",
        "不要",
    ]
)
_ZONES = {
    "kst": "Asia/Seoul",
    "korea": "Asia/Seoul",
    "seoul": "Asia/Seoul",
    "한국": "Asia/Seoul",
    "서울": "Asia/Seoul",
    "한국시간": "Asia/Seoul",
    "韓国": "Asia/Seoul",
    "ソウル": "Asia/Seoul",
    "jst": "Asia/Tokyo",
    "japan": "Asia/Tokyo",
    "tokyo": "Asia/Tokyo",
    "일본": "Asia/Tokyo",
    "도쿄": "Asia/Tokyo",
    "일본시간": "Asia/Tokyo",
    "日本": "Asia/Tokyo",
    "東京": "Asia/Tokyo",
    "日本時間": "Asia/Tokyo",
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "germany": "Europe/Berlin",
    "독일": "Europe/Berlin",
    "ドイツ": "Europe/Berlin",
    "paris": "Europe/Paris",
    "london": "Europe/London",
    "gmt": "Etc/GMT",
    "utc": "Etc/UTC",
    "est": "America/New_York",
    "edt": "America/New_York",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "china": "Asia/Shanghai",
    "중국": "Asia/Shanghai",
    "中国": "Asia/Shanghai",
    "beijing": "Asia/Shanghai",
    "taipei": "Asia/Taipei",
    "singapore": "Asia/Singapore",
}
LANGUAGE_NAMES = {
    "ko": "korean 한국어 한국말 국어 국문 한글 한 韓国語 朝鮮語 ハングル 韓 kor kr",
    "ja": "japanese 일본어 일어 일문 일 日本語 和文 日文 日 jpn jp",
    "en": "english 영어 영문 영 英語 英文 英字 英 eng ローマ字 alphabet latin roman romanized",
    "zh": "chinese 중국어 중문 중 中国語 中文 中 chn cn 漢語",
    "de": "german 독일어 독어 독 ドイツ語 独 deutsch",
    "fr": "french 프랑스어 불어 フランス語 仏 français",
    "es": "spanish 스페인어 スペイン語 español",
    "ru": "russian 러시아어 ロシア語",
}


def read_number(value: Plain) -> Read | Unreadable:
    """Read a whole number, with the unit that may stand behind it."""
    if isinstance(value, bool):
        return Unreadable.NOT_A_NUMBER
    if isinstance(value, (int, float)):
        return Read(int(value)) if float(value).is_integer() else Unreadable.NOT_A_NUMBER
    text = plain(text_of(value))
    if match := _NUMBER.match(text):
        return Read(int(match[1].replace(",", "")))
    if match := _HOURS.match(text):
        return Read(int(match[1]) * 60 + int(match[2] or 0))
    if match := _EDITION.match(text):
        return Read(int(match[1]))
    return Unreadable.NOT_A_NUMBER


def read_flag(value: Plain) -> Read | Unreadable:
    """Read yes or no."""
    if isinstance(value, bool):
        return Read(value)
    word = plain(text_of(value)).casefold()
    if word in YES:
        return Read(True)
    return Read(False) if word in NO else Unreadable.NOT_YES_OR_NO


@lru_cache(maxsize=65536)
def read_mail(text: str) -> Read | Unreadable:
    """Read an e-mail address, whatever stands around it."""
    written = plain(text)
    if written.count("@") != len(_MAIL.findall(written)):
        return Unreadable.NOT_AN_ADDRESS
    found = list(dict.fromkeys(each.strip("'").rstrip(".") for each in _MAIL.findall(written)))
    if not found or not all(is_mail(each) for each in found):
        return Unreadable.NOT_AN_ADDRESS
    # Of several addresses the first is taken, and the user is asked to look.
    return Read(
        found[0], Doubt.ADDRESS if len(found) > 1 or not found[0].isascii() else None, tuple(found[1:])
    )


def is_mail(text: str) -> bool:
    """Tell whether a text is one e-mail address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


@cache
def _known_zones() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def read_zone(value: Plain) -> Read | Unreadable:
    """Read the name of a time zone, or of a place whose time it is."""
    text = plain(text_of(value))
    zone = _known_zones().get(text.casefold().replace(" ", "_")) or _ZONES.get(
        text.casefold().replace(" ", "")
    )
    return Read(zone) if zone else Unreadable.UNKNOWN_ZONE


@cache
def _languages() -> dict[str, str]:
    return {name: tag for tag, names in LANGUAGE_NAMES.items() for name in (tag, *names.split())}


@lru_cache(maxsize=1024)
def language_of(text: str) -> str:
    """Return the tag of a language that is named; nothing where none is."""
    word = plain(text).casefold().strip(" .()[]")
    found = _languages().get(word)
    if found:
        return found
    return (
        word
        if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})?", word) and word in ("zh-hant", "zh-hans", "zh-tw")
        else ""
    )


def read_language(value: Plain) -> Read | Unreadable:
    """Read a language by its code or its name; a code that nobody knows is kept as it is."""
    text = plain(text_of(value))
    found = language_of(text)
    if found:
        return Read(found)
    return Read(text) if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", text) else Unreadable.NOT_A_CHOICE


def read_languages(value: Plain) -> Read | Unreadable:
    """Read a list of languages."""
    tags: list[str] = []
    for part in re.split(r"[,;/、，·・&\n→>-]+|\band\b", plain(text_of(value)).replace("↔", ",")):
        if not part.strip():
            continue
        read = read_language(part.strip())
        if isinstance(read, Unreadable):
            return read
        tags.append(read.value)
    return Read(tuple(dict.fromkeys(tags)))


def read_codes(value: Plain) -> Read | Unreadable:
    """Read a list of short codes."""
    parts = [part.strip() for part in re.split(r"[,;\n]+", text_of(value))]
    return Read(tuple(dict.fromkeys(part for part in parts if part)))
