"""Hangul taken apart, so that a syllable that is still being typed finds what it will become."""

from __future__ import annotations

import re

_FIRST = 0xAC00
_LAST = 0xD7A3
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
# What one presses twice for is two letters: 고 on the way to 과, 갑 on the way to 값.
_VOWELS = (
    *(
        "ㅏ",
        "ㅐ",
        "ㅑ",
        "ㅒ",
        "ㅓ",
        "ㅔ",
        "ㅕ",
        "ㅖ",
        "ㅗ",
        "ㅗㅏ",
        "ㅗㅐ",
        "ㅗㅣ",
        "ㅛ",
        "ㅜ",
        "ㅜㅓ",
        "ㅜㅔ",
    ),
    *("ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"),
)
_FINALS = (
    *(
        "",
        "ㄱ",
        "ㄲ",
        "ㄱㅅ",
        "ㄴ",
        "ㄴㅈ",
        "ㄴㅎ",
        "ㄷ",
        "ㄹ",
        "ㄹㄱ",
        "ㄹㅁ",
        "ㄹㅂ",
        "ㄹㅅ",
        "ㄹㅌ",
        "ㄹㅍ",
        "ㄹㅎ",
    ),
    *("ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"),
)
_CHOSEONG, _JUNGSEONG, _JONGSEONG = 0x1100, 0x1161, 0x11A7
_LONE = re.compile("[\u1100-\u1112]")
_LONE_FINAL = {code: _FINALS[code - _JONGSEONG] for code in range(_JONGSEONG + 1, _JONGSEONG + len(_FINALS))}


class _Letters(dict[int, str]):
    """Hangul as its letters one by one, made as they are asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _letters(code)
        return found


class _Initials(dict[int, str]):
    """Each syllable as its first consonant."""

    def __missing__(self, code: int) -> str:
        is_syllable = _FIRST <= code <= _LAST
        self[code] = found = chr(_CHOSEONG + (code - _FIRST) // 588) if is_syllable else chr(code)
        return found


def _letters(code: int) -> str:
    if _FIRST <= code <= _LAST:
        initial, rest = divmod(code - _FIRST, 588)
        vowel, final = divmod(rest, 28)
        return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]
    if _CHOSEONG <= code < _CHOSEONG + len(_INITIALS):
        return _INITIALS[code - _CHOSEONG]
    if _JUNGSEONG <= code < _JUNGSEONG + len(_VOWELS):
        return _VOWELS[code - _JUNGSEONG]
    return _LONE_FINAL.get(code, chr(code))


_AS_LETTERS = _Letters()
_AS_INITIALS = _Initials()


def taken_apart(text: str) -> str:
    """Return a text with each Hangul syllable as its letters; other writing stays as it is."""
    return text if text.isascii() else text.translate(_AS_LETTERS)


def initials(text: str) -> str:
    """Return a text with each Hangul syllable as its first consonant; other writing stays as it is."""
    return text if text.isascii() else text.translate(_AS_INITIALS)


def consonants_apart(text: str) -> str:
    """Return a typed text with consonants that stand together (ㄳ) one by one, as the first of a syllable."""
    return "".join(_as_initials(ord(sign)) for sign in text)


def _as_initials(code: int) -> str:
    letters = _LONE_FINAL.get(code)
    if letters is None:
        return chr(code)
    return "".join(chr(_CHOSEONG + _INITIALS.index(letter)) for letter in letters)


def has_lone_consonant(text: str) -> bool:
    """Tell whether a folded text has a consonant that belongs to no syllable."""
    return _LONE.search(text) is not None


def pattern(text: str) -> str:
    """Return a regular expression: each lone consonant stands for any syllable that begins with it."""
    return "".join(_class(sign) for sign in text)


def _class(sign: str) -> str:
    if not _LONE.match(sign):
        return re.escape(sign)
    first = _FIRST + (ord(sign) - _CHOSEONG) * 588
    return f"[{sign}{chr(first)}-{chr(first + 587)}]"
