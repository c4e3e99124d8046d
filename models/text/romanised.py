"""Korean and kana in Latin letters, to compare how names sound; for searching only, never for paper."""

from __future__ import annotations

import re

from models.text.matching import letters

_INITIALS = (
    "g",
    "kk",
    "n",
    "d",
    "tt",
    "r",
    "m",
    "b",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
)
_VOWELS = (
    *("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi"),
    *("yu", "eu", "ui", "i"),
)
_FINALS = (
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p"),
    *("t", "t", "ng", "t", "t", "k", "t", "p", "t"),
)
_KANA = {
    "きゃ": "kya", "きゅ": "kyu", "きょ": "kyo", "しゃ": "sha", "しゅ": "shu", "しょ": "sho",
    "ちゃ": "cha", "ちゅ": "chu", "ちょ": "cho", "にゃ": "nya", "にゅ": "nyu", "にょ": "nyo",
    "ひゃ": "hya", "ひゅ": "hyu", "ひょ": "hyo", "みゃ": "mya", "みゅ": "myu", "みょ": "myo",
    "りゃ": "rya", "りゅ": "ryu", "りょ": "ryo", "ぎゃ": "gya", "ぎゅ": "gyu", "ぎょ": "gyo",
    "じゃ": "ja", "じゅ": "ju", "じょ": "jo", "びゃ": "bya", "びゅ": "byu", "びょ": "byo",
    "ぴゃ": "pya", "ぴゅ": "pyu", "ぴょ": "pyo",
}  # fmt: skip
_SOUNDS_OF_KANA = (
    "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho"
    " ma mi mu me mo ya yu yo ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de do"
    " ba bi bu be bo pa pi pu pe po"
)
_KANA_SIGNS = (
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ"
)
_SINGLE = dict(zip(_KANA_SIGNS, _SOUNDS_OF_KANA.split(" "), strict=True))
_TWO_KANA = re.compile("|".join(_KANA))
_FAMILY = {
    "i": "lee", "yi": "lee", "rhee": "lee", "ri": "lee", "bak": "park", "pak": "park", "gim": "kim",
    "choe": "choi", "jeong": "jung", "chung": "jung", "jeung": "jung", "gang": "kang", "jo": "cho",
    "yun": "yoon", "jang": "chang", "im": "lim", "rim": "lim", "o": "oh", "seo": "suh", "sin": "shin",
    "gwon": "kwon",
    "u": "woo", "go": "ko", "mun": "moon", "son": "sohn", "ryu": "yoo", "yu": "yoo", "no": "roh",
    "noh": "roh",    "heo": "hur", "nam": "nam", "sim": "shim", "gu": "koo", "baek": "paik", "jin": "chin",
}  # fmt: skip
_SOUNDS = str.maketrans(
    {"g": "k", "d": "t", "b": "p", "r": "l", "c": "j", "z": "j", "f": "h", "v": "p", "q": "k"}
)
_VOWEL = re.compile("[aeiouwyh]+")


def romanised(text: str) -> str:
    """Return how a Korean, kana or Latin text sounds in plain letters; empty for other writing."""
    plain = letters(text)
    if not plain or plain.isascii():
        return plain
    plain = _TWO_KANA.sub(lambda found: _KANA[found[0]], plain)
    said = [_sign(sign) for sign in plain if sign not in "ーっ"]
    return "" if None in said else "".join(sign for sign in said if sign)


def skeleton(text: str) -> str:
    """Return the consonants on which spellings agree: 재혁, Jae-Hyuk and Jaehyeok are one."""
    said = romanised(text).replace("ch", "j").replace("sh", "s").replace("ts", "j")
    bare = _VOWEL.sub("", said[1:].translate(_SOUNDS))
    return (said[:1].translate(_SOUNDS) + re.sub(r"(.)\1+", r"\1", bare)) if said else ""


def family_sound(text: str) -> str:
    """Return a family name in the one spelling that stands for all: 이, Lee, Yi and Rhee are one."""
    said = romanised(text)
    # うす and うすう, Sato and Satoh.
    return _FAMILY.get(said) or re.sub(
        "(?<=[ou])[uh]|oo", lambda found: "oo" if found[0] == "oo" else "", said
    )


def _sign(sign: str) -> str | None:
    if sign.isascii():
        return sign
    if "가" <= sign <= "힣":
        initial, rest = divmod(ord(sign) - 0xAC00, 588)
        vowel, final = divmod(rest, 28)
        return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]
    return _SINGLE.get(sign)
