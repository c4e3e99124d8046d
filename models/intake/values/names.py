"""Full names divided into family and given name, by script and known family names.

Where a Latin name does not show its order (KIM Minsu, Kim, Minsu do; Alex Morgan does not) the answer is
marked doubtful and carries the other order as its option. It is never guessed silently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from models.intake.record import Doubt
from models.intake.values.known_names import is_family_name, is_frequent, known_names, short_vowels
from models.intake.values.read import tidy
from models.text.matching import letters

_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u309f\u30a0-\u30ff]")
_KATAKANA = re.compile("^[\u30a0-\u30ff・=＝\\s]+$")
_IDEOGRAPH = re.compile("[々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")

_TITLES = re.compile(
    r"^((?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Ing|Dipl|Sir|Dame|Hon|Eng)\.?(?:-Ing\.?)?\s*(?:/\s*)?)+)(?=[\s.]|(?<=\.)[A-Z])\s*",
    re.IGNORECASE,
)
_PLAIN_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx"})
_DEGREES = re.compile(r",?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?Sc\.?|Dr\.?|Esq\.?|MBA|P\.?E\.?)$", re.IGNORECASE)
_SUFFIX = re.compile(r",?\s+(Jr\.?|Sr\.?|II|III|IV)$")
_CJK_TITLE = re.compile(r"(?:\s*(님|씨|박사님|박사|교수님|교수|様|さま|氏|殿|先生|博士|教授|准教授|先生方))$")
_CJK_SPACED_TITLE = re.compile(
    r"\s+(?:님|씨|박사님?|교수님?|원장님?|소장님?|본부장님?|센터장님?|그룹장님?|팀장님?|부장님?|과장님?|실장님?|선임(?:연구원)?|책임(?:연구원)?|연구원"
    r"|様|氏|殿|先生|博士|教授|准教授|所長|部長|課長|室長|理事長?|研究員)$"
)
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ten",
        "ter",
        "zu",
        "zur",
        "af",
        "av",
        "y",
        "e",
        "st",
        "st.",
        "san",
    ]
)
_BRACKETS = re.compile(r"^(.*?)\s*[(（\[]([^()（）\[\]]+)[)）\]]\s*$", re.DOTALL)
_TWO = re.compile(r"\s*(?:/|／|\||\n|;)\s*")


@dataclass(frozen=True, slots=True)
class Split:
    """A name in one script: its language, its parts, the doubt, and the parts the other way round."""

    language: str
    family: str
    given: str
    title: str = ""
    doubt: Doubt | None = None
    other: tuple[str, str] | None = None


def script_language(text: str, hint: str = "") -> str:
    """Return the language whose letters a text is in; ideographs alone are those of the hint, or Japanese."""
    if _HANGUL.search(text):
        return "ko"
    if _KANA.search(text):
        return "ja"
    if _IDEOGRAPH.search(text):
        return hint if hint in ("ja", "zh", "ko") else "ja"
    return "en" if _LATIN.search(text) else hint or "en"


@lru_cache(maxsize=65536)
def split_name(text: str, hint: str = "") -> tuple[Split, ...]:
    """Divide a full name; one that stands in two scripts gives two: 이호성 (Lee Ho Seong)."""
    text = tidy(text).strip(" ,;")
    parts = _scripts(text)
    found: list[Split] = []
    for part in parts:
        split = _split_one(part, hint)
        if split is not None and all(each.language != split.language for each in found):
            found.append(split)
    return _settled(found)


def _settled(found: list[Split]) -> tuple[Split, ...]:
    """Let the name in its own script say which part of the Latin one is the family name."""
    own = next((each for each in found if each.language != "en"), None)
    if own is None:
        return tuple(found)
    return tuple(settle_order(each, own.family) if each.language == "en" else each for each in found)


def settle_order(latin: Split, family: str) -> Split:
    """Return a Latin name in the order that the family name in another script proves, doubt gone."""
    forms = known_names().latin_of.get(family)
    if latin.doubt is not Doubt.NAME_ORDER or latin.other is None or not forms:
        return latin
    this = short_vowels(letters(latin.family)) in forms
    other = short_vowels(letters(latin.other[0])) in forms
    if this and not other:
        return replace(latin, doubt=None, other=None)
    if other and not this:
        return Split("en", latin.other[0], latin.other[1], latin.title)
    return latin


def _scripts(text: str) -> list[str]:
    match = _BRACKETS.match(text)
    if match and _kind(match[1]) != _kind(match[2]) and _kind(match[1]) and _kind(match[2]):
        return [match[1], match[2]]
    if match and _kind(match[1]) and not _kind(match[2]):
        return [match[1]]
    pieces = [piece for piece in _TWO.split(text) if piece]
    if len(pieces) == 2 and _kind(pieces[0]) != _kind(pieces[1]):
        return pieces
    # 이호성 LEE Ho Seong, without anything between.
    mixed = re.match(r"^([^A-Za-zÀ-ɏ]+?)\s+([A-Za-zÀ-ɏ].*)$", text, re.DOTALL)
    if mixed and _kind(mixed[1]) in ("hangul", "cjk") and _kind(mixed[2]) == "latin":
        return [mixed[1], mixed[2]]
    return [match[1] if match and match[1] else text]


def _kind(text: str) -> str:
    if _HANGUL.search(text):
        return "hangul"
    if _KANA.search(text) or _IDEOGRAPH.search(text):
        return "cjk"
    return "latin" if _LATIN.search(text) else ""


def _split_one(text: str, hint: str) -> Split | None:
    text = " ".join(text.split()).strip(" ,;")
    if not text:
        return None
    kind = _kind(text)
    if kind == "hangul":
        return _korean(text)
    if kind == "cjk":
        return _ideographic(text, hint)
    return _latin(text) if kind == "latin" else None


def _korean(text: str) -> Split:
    text = _without_title(text)
    known = known_names()
    words = text.split(" ")
    if len(words) == 2:
        if words[0] in known.hangul:
            return Split("ko", words[0], words[1])
        # A foreign name in Hangul: the order is that of its own language, mostly given name first.
        return Split("ko", words[1], words[0], doubt=Doubt.NAME_ORDER, other=(words[0], words[1]))
    if len(words) > 2:
        if words[0] in known.hangul and all(len(word) == 1 for word in words[1:]):
            return Split("ko", words[0], "".join(words[1:]))
        if all(len(word) == 1 for word in words):
            return _korean("".join(words))
        given, family = " ".join(words[:-1]), words[-1]
        return Split("ko", family, given, doubt=Doubt.NAME_ORDER, other=(words[0], " ".join(words[1:])))
    if text[:2] in known.hangul_long and len(text) >= 3:
        one = text[:1] in known.hangul
        # 선우진: 선우 진 or 선 우진; 남궁민 is told by its length alone no better.
        doubt = Doubt.NAME_SPLIT if one and len(text) == 3 else None
        return Split("ko", text[:2], text[2:], doubt=doubt, other=(text[:1], text[1:]) if doubt else None)
    if len(text) == 1:
        return Split("ko", text, "", doubt=Doubt.NAME_SPLIT)
    doubt = None if text[:1] in known.hangul and len(text) <= 3 else Doubt.NAME_SPLIT
    return Split("ko", text[:1], text[1:], doubt=doubt)


def _without_title(text: str) -> str:
    shorter = _CJK_SPACED_TITLE.sub("", text)
    if shorter == text:
        found = _CJK_TITLE.search(text)
        # 김박사: a name of one syllable and a title is left for the user to see.
        if found and len(text[: found.start()].replace(" ", "")) >= (3 if _HANGUL.search(text) else 2):
            shorter = text[: found.start()]
    return shorter.strip() or text


def _ideographic(text: str, hint: str) -> Split:
    text = _without_title(text)
    language = script_language(text, hint)
    if _KATAKANA.match(text) and re.search("[・=＝\\s]", text):
        words = [word for word in re.split("[・=＝\\s]+", text) if word]
        if len(words) == 1:
            return Split("ja", words[0], "", doubt=Doubt.NAME_SPLIT)
        given, family = "・".join(words[:-1]), words[-1]
        return Split("ja", family, given, doubt=Doubt.NAME_ORDER, other=(words[0], "・".join(words[1:])))
    words = text.split(" ")
    if len(words) == 2:
        return Split(language, words[0], words[1])
    if len(words) > 2:
        joined = "".join(words)
        if all(len(word) == 1 for word in words):
            return _ideographic(joined, hint)
        return Split(language, words[0], " ".join(words[1:]), doubt=Doubt.NAME_SPLIT)
    known = known_names()
    if text in known.ideographs and len(text) > 1:
        return Split(language, text, "", doubt=Doubt.NAME_SPLIT, other=(text[:1], text[1:]))
    lengths = [
        size for size in range(min(known.longest, len(text) - 1), 0, -1) if text[:size] in known.ideographs
    ]
    if not lengths:
        size = 2 if len(text) > 3 else max(1, len(text) - 1) if len(text) < 3 else 2
        other = (text[:1], text[1:]) if len(text) == 3 else None
        return Split(language, text[:size], text[size:], doubt=Doubt.NAME_SPLIT, other=other)
    best = lengths[0]
    rest = len(text) - best
    others = [size for size in lengths[1:] if 1 <= len(text) - size <= 3]
    doubtful = rest > 3 or bool(others and (best > 2 or rest == 1))
    other = (text[: others[0]], text[others[0] :]) if others and doubtful else None
    return Split(
        language, text[:best], text[best:], doubt=Doubt.NAME_SPLIT if doubtful else None, other=other
    )


def _latin(text: str) -> Split:
    title, text = _take_title(text)
    text = _DEGREES.sub("", text)
    suffix = _SUFFIX.search(text)
    if suffix:
        text = text[: suffix.start()]
    split = _latin_parts(text.strip())
    given = f"{split.given} {suffix[1]}" if suffix else split.given
    return Split("en", split.family, given, title, split.doubt, split.other)


def _take_title(text: str) -> tuple[str, str]:
    match = _TITLES.match(text)
    if not match or not text[match.end() :].strip():
        return "", text
    words = [word for word in re.split(r"[\s/]+", match[1].strip()) if word]
    kept = [word for word in words if word.rstrip(".").lower() not in _PLAIN_TITLES]
    title = " ".join(word if word.endswith(".") or len(word) > 4 else f"{word}." for word in kept)
    return title, text[match.end() :].strip()


def _latin_parts(text: str) -> Split:
    if "," in text:
        family, _, given = text.partition(",")
        return Split("en", _cased(family.strip()), _cased(given.strip()))
    words = text.split()
    if len(words) == 1:
        return Split("en", _cased(words[0]), "", doubt=Doubt.NAME_SPLIT)
    capitals = [_is_capitals(word) for word in words]
    if any(capitals) and not all(capitals):
        first = capitals.index(True)
        last = len(words) - 1 - capitals[::-1].index(True)
        family = words[first : last + 1]
        others = words[:first] + words[last + 1 :]
        if all(capitals[first : last + 1]) and (first == 0 or last == len(words) - 1):
            if first > 0:
                while others and others[-1].lower() in _PARTICLES and last == len(words) - 1:
                    family.insert(0, others.pop())
            if others:
                return Split("en", _cased(" ".join(family)), " ".join(others))
    return _by_known_names([_cased(word) for word in words])


def _by_known_names(words: list[str]) -> Split:
    particle = next(
        (place for place, word in enumerate(words[:-1]) if word.lower() in _PARTICLES and place), None
    )
    if particle is not None:
        return Split("en", " ".join(words[particle:]), " ".join(words[:particle]))
    if words[0].lower() in _PARTICLES and len(words) > 2:
        return Split("en", " ".join(words[:-1]), words[-1], doubt=Doubt.NAME_ORDER)
    first, last = is_family_name(words[0]), is_family_name(words[-1])
    family_first = (words[0], " ".join(words[1:]))
    family_last = (words[-1], " ".join(words[:-1]))
    if words[0].endswith(".") and len(words[0]) <= 3:
        # An initial is a given name: M. S. Kim.
        return Split("en", *family_last)
    if words[-1].endswith(".") and len(words[-1]) <= 3:
        return Split("en", *family_first)
    if first and not last:
        return Split("en", *family_first)
    if last and not first:
        return Split("en", *family_last)
    if is_frequent(words[0]) and not is_frequent(words[-1]):
        return Split("en", *family_first, doubt=Doubt.NAME_ORDER, other=family_last)
    return Split("en", *family_last, doubt=Doubt.NAME_ORDER, other=family_first)


def _is_capitals(word: str) -> bool:
    bare = word.strip(".,-'’")
    return len(bare) > 1 and bare.upper() == bare and bare.lower() != bare and not word.endswith(".")


def _cased(text: str) -> str:
    """Return KIM as Kim: capitals are how a paper writes a family name, not how it is kept."""
    words = text.split()
    small = len(words) > 1 and all(map(_is_capitals, words))
    return " ".join(
        word.lower() if small and word.lower() in _PARTICLES else _word_cased(word) for word in words
    )


def cased_name(text: str) -> str:
    """Return a part of a Latin name as it is kept: KIM as Kim, VAN DER BERG as van der Berg."""
    return _cased(text)


def _word_cased(word: str) -> str:
    if not _is_capitals(word):
        return word
    pieces = re.split(r"([-'’])", word)
    return "".join(piece[:1].upper() + piece[1:].lower() for piece in pieces)
