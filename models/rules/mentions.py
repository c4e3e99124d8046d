"""Finding in free text what names a person, or may."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.text.languages import known_languages
from models.text.localised import LocalisedText
from models.text.matching import folded, letters
from models.text.names import Name, full_name


class Certainty(StrEnum):
    """How sure it is that a text names the person."""

    NAMES = "names"
    MAY_NAME = "may-name"


# Who is spoken of as a person: before a Latin name, behind an Asian one.
_BEFORE = "dr|mr|mrs|ms|miss|prof|professor|sir|madam|herr|frau|director|president|ambassador"
_BEHIND = """
    박사 교수 원장 부원장 소장 본부장 부장 실장 팀장 센터장 그룹장 책임 선임 연구원 님 씨 대표
    이사장 회장 선생 과장 국장 장관 대사
    さん 様 氏 先生 博士 教授 所長 理事長 理事 部長 課長 室長 グループ長 センター長 研究員 主任 局長 大臣 大使
    女士 所长 院长 处长 主席
"""
_LONG_LATIN = 5
"""Letters from which a Latin name alone, without Dr. or the like, is taken to be one."""
_FEWEST_DIGITS = 7
_JOINT = r"[\s\-.,'’·・]*"
"""What may stand between the letters of a name: Jae-Hyuk, Jae Hyuk, Jaehyuk; 이 호성, 이호성."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person is known by, ready to be looked for."""

    names: re.Pattern[str]
    may_name: re.Pattern[str]

    def found_in(self, text: str) -> Certainty | None:
        """Tell whether a text names the person, or may."""
        plain = folded(text)
        if not plain:
            return None
        if self.names.search(plain):
            return Certainty.NAMES
        return Certainty.MAY_NAME if self.may_name.search(plain) else None


def marks_of(names: Iterable[Name], exact: Iterable[str] = ()) -> Marks:
    """Make the marks of a person from every name they had, and what is theirs alone: e-mail, passport."""
    sure: set[str] = {pattern for text in exact if (pattern := _exact(text))}
    perhaps: set[str] = set()
    for name in names:
        for whole in _whole_names(name):
            sure.add(_spelled(whole))
        for tag in name.family:
            perhaps |= set(_part(name.family[tag]))
        for tag in name.given:
            perhaps |= set(_part(name.given[tag]))
    return Marks(_any_of(sure), _any_of(perhaps - sure))


def _whole_names(name: Name) -> Iterator[str]:
    for tag in {*name.family, *name.given}:
        family, given = name.family.text_in(tag), name.given.text_in(tag)
        if family and given:
            yield f"{family} {given}"
            yield f"{given} {family}"
    for texts in (name.preferred, name.reading):
        for text in texts.values():
            if len(letters(text)) > 1:
                yield text
    if name.family or name.given:
        for language in known_languages():
            written = full_name(name, language, capitals=False, title=False).text
            # A family name alone is no whole name.
            if written not in (*name.family.values(), *name.given.values()) and len(letters(written)) > 1:
                yield written


def _part(text: str) -> Iterator[str]:
    """Yield how one part of a name may stand alone: with a form of address, or as it is where it is long."""
    plain = letters(text)
    if not plain:
        return
    if _is_latin(plain):
        if len(plain) >= 2:
            yield rf"\b(?:{_BEFORE})\b[\s.]*(?:\w[\w\-]*\.?\s+)?" + _spelled(text)
        if len(plain) >= _LONG_LATIN:
            yield _spelled(text)
        return
    behind = "|".join(re.escape(letters(form)) for form in _BEHIND.split())
    yield rf"(?<!\w){_spelled(text)}\s*(?:{behind})"
    if len(plain) >= 2:
        yield _spelled(text)


def _spelled(text: str) -> str:
    plain = letters(text)
    between = _JOINT.join(map(re.escape, plain))
    return rf"(?<![a-z0-9]){between}(?![a-z0-9])" if _is_latin(plain) else between


def _exact(text: str) -> str:
    """Spell a number or an address; one that is too short would be found everywhere."""
    plain = letters(text)
    if "@" in text:
        return re.escape(folded(text))
    if sum(letter.isdigit() for letter in plain) < _FEWEST_DIGITS and len(plain) < _FEWEST_DIGITS:
        return ""
    return r"(?<!\w)" + r"[\W_]*".join(map(re.escape, plain)) + r"(?!\w)"


def _is_latin(plain: str) -> bool:
    return all(letter.isascii() or "\u00c0" <= letter <= "\u024f" for letter in plain)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(sorted((each for each in patterns if each), key=lambda each: (-len(each), each)))
    return re.compile(joined or r"(?!)")


def name_of(fields: dict[str, LocalisedText], native: str = "") -> Name:
    """Make a name from the fields of a person, whatever of them is there."""
    return Name(
        **{key: fields[key] for key in ("family", "given", "reading", "preferred") if key in fields},
        native=native,
    )
