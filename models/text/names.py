"""Names of people as they stand on paper.

CLDR decides the order and the spaces of foreign names. Ours beat it: a space in native Japanese names, the
title before the whole Latin name, FAMILY in capitals and first for names whose own language puts it first.
What the person prefers beats both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from models.text import languages, person_names
from models.text.localised import NO_TEXT, LocalisedText, Written
from models.text.matching import folded
from models.text.person_names import NameFormality, NameLength, NameUsage, base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.text.languages import Language

LATIN = "en"
_KATAKANA = re.compile(r"[゠-ヿ･-ﾟ\s]+")
_IDEOGRAPHS = re.compile(
    "[々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in each script; ``native`` is the language that the name itself is in."""

    family: LocalisedText = NO_TEXT
    given: LocalisedText = NO_TEXT
    reading: LocalisedText = NO_TEXT
    preferred: LocalisedText = NO_TEXT
    title: LocalisedText = NO_TEXT
    native: str = ""


class _Form(NamedTuple):
    """The name as it is known in one script, to be written in a language."""

    family: str
    given: str
    preferred: str
    rules: Language


def full_name(name: Name, language: str, *, capitals: bool = True, title: bool = True) -> Written:
    """Return the name for a paper in a language, in the Latin form if there is none in its script."""
    return _full_name(name, language, capitals, title)


@lru_cache(maxsize=8192)
def _full_name(name: Name, language: str, capitals: bool, title: bool) -> Written:
    paper = languages.language(language)
    form = _form(name, paper)
    if form is None:
        return Written("", language)
    written = form.preferred or _on_paper(form, _native(name), capitals)
    if title and paper.names.title_first and form.rules.names.title_first:
        written = _titled(name.title.text_in(language) or name.title.text_in(paper.names_from), written)
    return Written(written, form.rules.tag)


def cldr_name(
    name: Name,
    language: str,
    *,
    length: NameLength = NameLength.LONG,
    usage: NameUsage = NameUsage.REFERRING,
    formality: NameFormality = NameFormality.FORMAL,
) -> Written:
    """Return the name just as CLDR has it, for a letter; the preferred form wins when referring."""
    form = _form(name, languages.language(language))
    if form is None:
        return Written("", language)
    if form.preferred and usage is NameUsage.REFERRING:
        return Written(form.preferred, form.rules.tag)
    rules = person_names.patterns(form.rules.locale.replace("_", "-"))
    native = _native(name)
    pattern = rules.pattern(rules.puts_family_first(native), length, usage, formality)
    title = name.title.text_in(form.rules.tag) or name.title.text_in(form.rules.names_from)
    written = person_names.compose(
        pattern, {"surname": form.family, "given": form.given, "title": title}, rules
    )
    at_home = base(native) == base(form.rules.tag)
    return Written(
        written.replace(" ", rules.native_space if at_home else rules.foreign_space), form.rules.tag
    )


def has_form(name: Name, language: str) -> bool:
    """Tell whether the name is known in the script of a language."""
    paper = languages.language(language)
    return any(
        texts.text_in(tag)
        for tag in (language, paper.names_from)
        for texts in (name.preferred, name.family, name.given)
    )


@lru_cache(maxsize=8192)
def is_written(name: Name, language: str) -> bool:
    """Tell whether papers in a language show the name in its script; a family name alone is not enough."""
    return has_form(name, language) and full_name(name, language).language == language


def sort_key(name: Name, language: str) -> tuple[int, str]:
    """Return what a list in a language is sorted by: the reading, else the letters; other scripts after."""
    paper = languages.language(language)
    for tag in (language, paper.names_from):
        if reading := name.reading.text_in(tag):
            return (0, folded(reading))
    form = _form(name, paper)
    if form is None:
        return (3, "")
    letters = folded(f"{form.family} {form.given}") or folded(form.preferred)
    if form.rules is not paper:
        return (2, letters)
    # Among kana, an ideograph without reading has no place of its own.
    return (int(paper.names.sorted_by_reading and bool(_IDEOGRAPHS.match(letters))), letters)


def _form(name: Name, paper: Language) -> _Form | None:
    partial: _Form | None = None
    for tag in _tags(name, paper):
        form = _Form(
            name.family.text_in(tag), name.given.text_in(tag), name.preferred.text_in(tag), _rules(tag, paper)
        )
        if form.preferred or (form.family and form.given):
            return form
        if partial is None and (form.family or form.given):
            partial = form
    return partial


def _tags(name: Name, paper: Language) -> Iterator[str]:
    """Yield where to look: the paper's own language and script, the Latin form, the native, any."""
    yield from dict.fromkeys(
        (paper.tag, paper.names_from, LATIN, name.native, *name.preferred, *name.family, *name.given)
    )


def _rules(tag: str, paper: Language) -> Language:
    if tag in (paper.tag, paper.names_from):
        return paper
    known = languages.known_languages()
    return languages.language(tag if tag in known else base(tag) if base(tag) in known else LATIN)


def _native(name: Name) -> str:
    """Return the language of the name; if nobody said it, of the only form in a script of its own."""
    if name.native:
        return name.native
    forms = {tag: name.family.text_in(tag) + name.given.text_in(tag) for tag in (*name.family, *name.given)}
    foreign = {tag for tag, text in forms.items() if _KATAKANA.fullmatch(text)}
    # Who is ミラー in Japanese and 밀러 in Korean is of neither; 민 may be Korean.
    if foreign and not person_names.is_korean_family(name.family.text_in("ko")):
        foreign.add("ko")
    others = [
        tag
        for tag, text in forms.items()
        if tag not in foreign and not (tag in _latin_tags() or text.isascii())
    ]
    ideographic = [tag for tag in others if _IDEOGRAPHS.match(forms[tag])]
    found = others if len(others) == 1 else ideographic
    return found[0] if len(found) == 1 else "und"


def _latin_tags() -> tuple[str, ...]:
    return tuple(tag for tag in languages.known_languages() if languages.language(tag).script == "Latn")


def _on_paper(form: _Form, native: str, capitals: bool) -> str:
    rules, own = person_names.patterns(form.rules.tag), form.rules.names
    family = person_names.capitals(form.family, native) if capitals and own.capitals else form.family
    if own.capitals:
        family_first = person_names.puts_own_family_first(native)
    else:
        family_first = rules.puts_family_first(native)
    pattern = rules.pattern(family_first, NameLength.LONG, NameUsage.REFERRING, NameFormality.FORMAL)
    if family_first and own.family_first_pattern:
        pattern = own.family_first_pattern
    written = person_names.compose(pattern, {"surname": family, "given": form.given}, rules)
    # 李 浩成 on a Japanese paper, 臼田孝 on a Chinese one: ideographs are at home wherever they are read.
    at_home = base(native) == base(form.rules.tag) or (
        family_first and _IDEOGRAPHS.fullmatch(form.family + form.given) is not None
    )
    return written.replace(" ", own.space if at_home else rules.foreign_space)


def _titled(title: str, written: str) -> str:
    # Who prefers a form may have put the title into it.
    return written if not title or written.startswith(f"{title} ") else f"{title} {written}"
