"""Which family names there are, in the scripts of Korean and Japanese and in Latin letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from models.text.matching import letters

_FREQUENT = 25
"""How many lines of the Korean list, which begins with the most frequent, count as such."""
NAMES = Path(__file__).parents[3] / "resources" / "names"

_KANA = (
    "きゃkya きゅkyu きょkyo しゃsha しゅshu しょsho ちゃcha ちゅchu "
    "ちょcho にゃnya にゅnyu にょnyo ひゃhya ひゅhyu ひょhyo みゃmya "
    "みゅmyu みょmyo りゃrya りゅryu りょryo ぎゃgya ぎゅgyu ぎょgyo じゃja "
    "じゅju じょjo びゃbya びゅbyu びょbyo ぴゃpya ぴゅpyu ぴょpyo あa いi "
    "うu えe おo かka きki くku けke こko さsa しshi すsu せse そso "
    "たta ちchi つtsu てte とto なna にni ぬnu ねne のno はha ひhi "
    "ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri "
    "るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo ざza じji "
    "ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo "
    "ぱpa ぴpi ぷpu ぺpe ぽpo"
)


@cache
def _syllables() -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in _KANA.split():
        cut = next(place for place, letter in enumerate(pair) if letter.isascii())
        found[pair[:cut]] = pair[cut:]
    return found


def romaji(kana: str) -> str:
    """Return a reading in Latin letters, each vowel as it is written: さとう is satou."""
    hiragana = "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in kana)
    table, written, place, doubled = _syllables(), "", 0, False
    while place < len(hiragana):
        if hiragana[place] == "っ":
            doubled, place = True, place + 1
            continue
        pair = hiragana[place : place + 2]
        step = 2 if pair in table else 1
        sound = table.get(hiragana[place : place + step], "")
        if hiragana[place] == "ー" and written:
            sound = written[-1] if written[-1] in "aiueo" else ""
        written += (sound[:1] if doubled else "") + sound
        doubled, place = False, place + step
    return written


def short_vowels(latin: str) -> str:
    """Return letters without the length of vowels, which people write or leave out: satou, satoh, sato."""
    for long, short in (
        ("ou", "o"),
        ("oo", "o"),
        ("oh", "o"),
        ("uu", "u"),
        ("aa", "a"),
        ("ee", "e"),
        ("ii", "i"),
    ):
        latin = latin.replace(long, short)
    return latin


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Family names by script."""

    hangul: frozenset[str]
    hangul_long: frozenset[str]
    """Those of two syllables."""
    ideographs: frozenset[str]
    """Japanese ones, and Korean ones in ideographs."""
    longest: int
    latin: frozenset[str]
    """Only letters, folded, vowels short."""
    frequent: frozenset[str]
    """Latin forms of the names that most Koreans have."""
    latin_of: dict[str, frozenset[str]]
    """The usual Latin forms of a name in Hangul or ideographs."""


@cache
def known_names() -> KnownNames:
    """Read the lists of family names."""
    hangul: set[str] = set()
    ideographs: set[str] = set()
    latin: set[str] = set()
    frequent: set[str] = set()
    latin_of: dict[str, frozenset[str]] = {}
    for line in (NAMES / "ko.txt").read_text("utf-8").splitlines():
        name, forms, *spelled = line.split()
        hangul.add(name)
        spelled = [_key(each) for each in spelled if each != "-"]
        latin.update(spelled)
        if len(hangul) <= _FREQUENT:
            frequent.update(spelled)
        latin_of[name] = frozenset(spelled)
        if forms != "-":
            parts = [forms] if len(name) > 1 else list(forms)
            ideographs.update(parts)
            for part in parts:
                latin_of[part] = latin_of.get(part, frozenset()) | frozenset(spelled)
    for line in (NAMES / "ja.txt").read_text("utf-8").splitlines():
        name, reading = line.split()
        ideographs.add(name)
        spelled = [_key(romaji(reading))]
        latin.update(spelled)
        latin_of[name] = latin_of.get(name, frozenset()) | frozenset(spelled)
    latin.update(_key(each) for each in (NAMES / "latin.txt").read_text("utf-8").split())
    return KnownNames(
        frozenset(hangul),
        frozenset(name for name in hangul if len(name) > 1),
        frozenset(ideographs),
        max(map(len, ideographs)),
        frozenset(latin),
        frozenset(frequent),
        latin_of,
    )


def _key(latin: str) -> str:
    return short_vowels(letters(latin))


def is_family_name(latin: str) -> bool:
    """Tell whether a word in Latin letters is a family name that we know."""
    return _key(latin) in known_names().latin


def is_frequent(latin: str) -> bool:
    """Tell whether a word in Latin letters is one of the family names that most Koreans have."""
    return _key(latin) in known_names().frequent


_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "_").split()
_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_FINALS = [
    "_",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]


def romanised(hangul: str) -> str:
    """Return Hangul in Latin letters, syllable by syllable, as the revised romanisation has them."""
    written = ""
    for letter in hangul:
        code = ord(letter) - 0xAC00
        if not 0 <= code < 11_172:
            continue
        initial, rest = divmod(code, 588)
        vowel, final = divmod(rest, 28)
        written += f"{_INITIALS[initial]}{_VOWELS[vowel]}{_FINALS[final]}".replace("_", "")
    return written


def likeness(family: str, latin: str) -> float:
    """Return how alike a family name in its own script sounds to one in Latin letters, up to 100."""
    written = _loosely(letters(latin))
    forms = {_loosely(form) for form in known_names().latin_of.get(family, frozenset())}
    if spelt := romanised(family):
        forms.add(_loosely(spelt))
    return max((fuzz.ratio(form, written) for form in forms), default=0.0)


def _loosely(latin: str) -> str:
    """Return Latin letters with the spellings that people choose freely made one: Sun and Seon, Woo and U."""
    for spelling, one in (("woo", "u"), ("wu", "u"), ("oo", "u"), ("ou", "u"), ("eo", "u"), ("ee", "i")):
        latin = latin.replace(spelling, one)
    return short_vowels(latin)
