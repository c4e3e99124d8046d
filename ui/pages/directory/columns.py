"""The columns of the three lists of the directory; rows are lines of the lookup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.find.describe import icon_of, second_name
from ui.widgets.table import Column, Side, TableSpec
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.rules.lookup import Line, Lookup
    from models.text.catalogue import Words

TABLES = ("person", "organisation", "place")


def spec_of(
    table: str, lookup: Lookup, words: Words, languages: Sequence[str], depths: Mapping[str, int]
) -> TableSpec:
    """Return the list of a table; ``depths`` says how deep in its tree a row stands."""
    makers = {"person": _people, "organisation": _organisations, "place": _places}
    columns = makers[table](lookup, words, languages, depths)
    labels = {
        "person": words.say_in("directory", "People"),
        "organisation": words.say_in("directory", "Organisations"),
        "place": words.say_in("directory", "Places"),
    }
    return TableSpec(
        f"directory-{table}",
        columns,
        key=lambda line: line.id,
        label=labels[table],
        two_lines=True,
        needle=lookup.letters_of,
    )


def _name(lookup: Lookup, words: Words, depths: Mapping[str, int], label: str = "") -> Column:
    def text(line: Line, said: Words) -> str:
        indent = "\u2003" * depths.get(line.id, 0)
        return indent + lookup.called(line.table, line.id, said.language)

    def below(line: Line, said: Words) -> str:
        written = second_name(lookup, line, said)
        return "\u2003" * depths.get(line.id, 0) + written.text if written.text else ""

    return Column(
        "name",
        label or words.say_in("directory", "Name"),
        text,
        sort=lambda line: lookup.sort_key(line, words.language),
        width=230,
        second=below,
        icon=icon_of,
    )


def _in_language(lookup: Lookup, tag: str, own_name: str) -> Column:
    return Column(
        f"name-{tag}",
        own_name,
        lambda line, _words: _told(lookup, line, tag),
        width=150,
        language=lambda _line: tag,
        shown=False,
    )


def _told(lookup: Lookup, line: Line, tag: str) -> str:
    if line.name is not None:
        from models.text.names import full_name, has_form

        return full_name(line.name, tag).text if has_form(line.name, tag) else ""
    del lookup
    return line.label.text_in(tag)


def _others(lookup: Lookup, languages: Sequence[str]) -> tuple[Column, ...]:
    from models.text.languages import known_languages, language

    return tuple(
        _in_language(lookup, tag, language(tag).own_name) for tag in languages if tag in known_languages()
    )


def _detail(code: str, label: str, width: int = 200, *, shown: bool = True) -> Column:
    def text(line: Line, said: Words) -> str:
        written = line.detail.pick([said.language, "en"])
        return written.text if written else ""

    return Column(code, label, text, width=width, shown=shown)


def _holder(code: str, label: str, lookup: Lookup, words: Words, width: int = 150) -> Column:
    def text(line: Line, said: Words) -> str:
        return lookup.called(*line.holder, said.language, short=True) if line.holder else ""

    def below(line: Line, said: Words) -> str:
        if not line.holder:
            return ""
        whole = lookup.called(*line.holder, said.language)
        return whole if whole != text(line, said) else ""

    del words
    return Column(code, label, text, width=width, second=below)


def _kind(label: str, enum: str, width: int = 110) -> Column:
    return Column(
        "kind", label, lambda line, said: code_name(enum, line.kind, said) if line.kind else "", width=width
    )


def _people(
    lookup: Lookup, words: Words, languages: Sequence[str], depths: Mapping[str, int]
) -> tuple[Column, ...]:
    return (
        _name(lookup, words, depths, words.say_in("people", "Name")),
        _holder("organisation", words.say_in("directory", "Organisation"), lookup, words),
        _detail("position", words.say_in("directory", "Position")),
        Column(
            "mail",
            words.say_in("directory", "E-mail"),
            lambda line, _said: next((word for word in line.words if "@" in word), ""),
            width=190,
            shown=False,
        ),
        *_others(lookup, languages),
    )


def _organisations(
    lookup: Lookup, words: Words, languages: Sequence[str], depths: Mapping[str, int]
) -> tuple[Column, ...]:
    people: dict[str, int] = {}
    for line in lookup.lines("person"):
        if line.holder is not None and line.holder[0] == "organisation":
            people[line.holder[1]] = people.get(line.holder[1], 0) + 1
    return (
        _name(lookup, words, depths),
        Column("acronym", words.say_in("directory", "Acronym"), lambda line, _said: line.short, width=100),
        _kind(words.say_in("directory", "Kind"), "OrganisationKind"),
        _detail("city", words.say_in("directory", "City"), 130),
        Column(
            "people",
            words.say_in("directory", "People"),
            lambda line, _said: str(people[line.id]) if line.id in people else "",
            sort=lambda line: -people.get(line.id, 0),
            width=96,
            align=Side.RIGHT,
        ),
        *_others(lookup, languages),
    )


def _places(
    lookup: Lookup, words: Words, languages: Sequence[str], depths: Mapping[str, int]
) -> tuple[Column, ...]:
    return (
        _name(lookup, words, depths),
        _kind(words.say_in("directory", "Kind"), "PlaceKind", 136),
        _holder("inside", words.say_in("directory", "Part of"), lookup, words, 180),
        Column("code", words.say_in("directory", "Code"), lambda line, _said: line.short, width=80),
        *_others(lookup, languages),
    )


def tree(lookup: Lookup, table: str, tag: str) -> tuple[list[Line], dict[str, int]]:
    """Return the lines of a table, each behind the one that it is a part of, and how deep each stands."""
    lines = lookup.lines(table, tag)
    there = {line.id for line in lines}
    below: dict[str, list[Line]] = {}
    for line in lines:
        holder = line.holder[1] if line.holder and line.holder[0] == table else ""
        below.setdefault(holder if holder in there and holder != line.id else "", []).append(line)
    ordered: list[Line] = []
    depths: dict[str, int] = {}
    waiting = [(line, 0) for line in reversed(below.get("", []))]
    while waiting:
        line, depth = waiting.pop()
        if line.id in depths:
            continue
        ordered.append(line)
        depths[line.id] = depth
        waiting += [(child, depth + 1) for child in reversed(below.get(line.id, []))]
    # What stands in a circle hangs on nothing: it is shown all the same.
    ordered += [line for line in lines if line.id not in depths]
    return ordered, depths
