"""A delegation on its itinerary: who, in which position, in order of precedence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.document import (
    EMPTY_CELL,
    Block,
    Cell,
    Look,
    Paragraph,
    Row,
    Rule,
    Run,
    Style,
    Table,
    TableKind,
)
from exporters.papers import phrases
from exporters.papers.legs import in_a_row
from exporters.papers.scribe import beside
from exporters.papers.times import noted
from models.rules.people import STAFF
from models.tables import DelegateRole
from models.text.languages import language as language_rules
from models.text.names import full_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.papers.people import Cast
    from exporters.papers.scribe import Runs, Scribe
    from models.tables import Delegate, Delegation, Organisation
    from models.text.localised import Written

PEOPLE = (10.0, 40.0, 76.0, 44.0)
PEOPLE_WITH_ROLES = (10.0, 40.0, 62.0, 32.0, 26.0)
BANKS = (9.0, 26.0, 50.0, 9.0, 26.0, 50.0)
LATIN = "Latn"
MANY = 24
"""A longer list stands in two banks."""


def members(delegations: Sequence[Delegation]) -> list[Delegate]:
    """Return the people of some delegations, each once, in their order."""
    people: dict[str, Delegate] = {}
    for delegation in delegations:
        for delegate in delegation.delegates:
            people.setdefault(delegate.person_id, delegate)
    return list(people.values())


def delegation_blocks(scribe: Scribe, cast: Cast, delegations: Sequence[Delegation]) -> list[Block]:
    """Make a table a delegation, and one note about names in Latin letters."""
    everybody = {id(delegate) for delegate in members(delegations)}
    blocks: list[Block] = []
    shown: list[Delegate] = []
    for delegation in delegations:
        people = [delegate for delegate in delegation.delegates if id(delegate) in everybody]
        if not people:
            continue
        if len(delegations) > 1:
            blocks.append(_house_heading(scribe, delegation.organisation))
        blocks.append(
            _banks(scribe, cast, delegation, people)
            if len(people) > MANY
            else _table(scribe, cast, delegation, people)
        )
        shown += people
    return [*blocks, *_latin_note(scribe, shown)]


def _latin_note(scribe: Scribe, people: Sequence[Delegate]) -> tuple[Paragraph, ...]:
    """Say in which of the paper's languages some names stand in Latin letters."""
    missing = [
        language
        for language in scribe.languages
        if any(_is_latin_instead(full_name(delegate.person.name, language), language) for delegate in people)
    ]
    if not missing:
        return ()
    return noted(
        scribe.word(phrases.NOTE_LATIN, language, languages=_one_of(scribe, missing, language))
        for language in scribe.languages
    )


def _is_latin_instead(shown: Written, language: str) -> bool:
    return language_rules(language).script != LATIN == language_rules(shown.language).script


def _one_of(scribe: Scribe, tags: Sequence[str], language: str) -> str:
    whole, *others = [_language_name(scribe, tag, language) for tag in tags]
    for other in others:
        whole = scribe.word(phrases.ONE_OR_OTHER, language, one=whole, other=other).text
    return whole


def _language_name(scribe: Scribe, tag: str, language: str) -> str:
    if tag in phrases.LANGUAGES:
        return scribe.word(phrases.LANGUAGES[tag], language).text
    return language_rules(tag).own_name


def _house_heading(scribe: Scribe, organisation: Organisation) -> Paragraph:
    first, *others = [scribe.whole_organisation(organisation, language) for language in scribe.languages]
    return Paragraph(beside(first, others), Style.HEADING_2)


def _table(scribe: Scribe, cast: Cast, delegation: Delegation, people: Sequence[Delegate]) -> Table:
    ranked = [delegate for delegate in people if delegate.role not in STAFF]
    staff = [delegate for delegate in people if delegate.role in STAFF]
    # Where nobody has a role, the column would be empty.
    roles = any(delegate.role in phrases.DELEGATE_ROLES for delegate in people)
    row = partial(_row, scribe, cast, delegation, roles=roles)
    rows = [row(delegate, str(number)) for number, delegate in enumerate(ranked, 1)]
    if rows and staff:
        rows[-1] = Row(rows[-1].cells, Rule.STRONG)
    rows += [row(delegate, "") for delegate in staff]
    heads = (phrases.NUMBER, phrases.NAME, phrases.POSITION, phrases.ORGANISATION)
    return Table(
        PEOPLE_WITH_ROLES if roles else PEOPLE,
        tuple(rows),
        scribe.word(phrases.DELEGATION, scribe.first).text,
        scribe.word(phrases.TABLE_PEOPLE_SAYS, scribe.first).text,
        (_head(scribe, (*heads, phrases.ROLE) if roles else heads),),
    )


def _head(scribe: Scribe, messages: Sequence[str]) -> Row:
    return Row(
        tuple(
            Cell(
                (
                    _number_head(scribe)
                    if message == phrases.NUMBER
                    else scribe.label(message, Style.TABLE_HEAD),
                )
            )
            for message in messages
        ),
        Rule.STRONG,
    )


def _number_head(scribe: Scribe) -> Paragraph:
    """Write the head of the column of numbers, too narrow for two languages."""
    return Paragraph((scribe.word(phrases.NUMBER, scribe.first),), Style.TABLE_HEAD)


def _row(
    scribe: Scribe, cast: Cast, delegation: Delegation, delegate: Delegate, number: str, *, roles: bool
) -> Row:
    names = _names(scribe, delegate)
    position = cast.position(delegate.person)
    house = _house(delegation, delegate)
    return Row(
        (
            Cell((Paragraph((Run(number, scribe.first, Look.FIGURES),)),)) if number else EMPTY_CELL,
            Cell(scribe.under_each_other(names, Style.ITEM_TITLE, Style.SECOND_LANGUAGE) if names else ()),
            Cell(scribe.stacked(position, Style.CELL)),
            Cell(scribe.each(partial(scribe.organisation, house), Style.CELL) if house else ()),
            *((Cell(_role(scribe, delegate)),) if roles else ()),
        )
    )


def _house(delegation: Delegation, delegate: Delegate) -> Organisation | None:
    """Return whose people somebody is: an interpreter from outside is nobody's."""
    outside = delegate.role is DelegateRole.INTERPRETER and not delegate.person.affiliations
    return delegate.organisation or (None if outside else delegation.organisation)


def _names(scribe: Scribe, delegate: Delegate) -> list[Runs]:
    return [
        (Run(name.text, name.language),)
        for language in scribe.languages
        if (name := full_name(delegate.person.name, language)).text
    ]


def _role(scribe: Scribe, delegate: Delegate) -> tuple[Paragraph, ...]:
    """Write what the person is in the delegation."""
    role = phrases.DELEGATE_ROLES.get(delegate.role)
    if role is None:
        return EMPTY_CELL.paragraphs
    return scribe.each(lambda language: (scribe.word(role, language),), Style.CELL)


def _banks(scribe: Scribe, cast: Cast, delegation: Delegation, people: Sequence[Delegate]) -> Table:
    """Set many names in two banks, numbered down."""
    ranked = [delegate for delegate in people if delegate.role not in STAFF]
    cells: list[tuple[Cell, Cell, Cell]] = []
    for number, delegate in enumerate([*ranked, *(d for d in people if d.role in STAFF)], 1):
        names = _names(scribe, delegate)
        shown = str(number) if number <= len(ranked) else ""
        cells.append(
            (
                Cell((Paragraph((Run(shown, scribe.first, Look.FIGURES),), Style.CELL_SMALL),)),
                Cell(
                    scribe.under_each_other(names, Style.CELL_SMALL, Style.SECOND_LANGUAGE) if names else ()
                ),
                Cell(_small_post(scribe, cast, delegation, delegate)),
            )
        )
    half = (len(cells) + 1) // 2
    empty = (EMPTY_CELL, EMPTY_CELL, EMPTY_CELL)
    rows = tuple(
        Row((*cells[place], *(cells[half + place] if half + place < len(cells) else empty)))
        for place in range(half)
    )
    heads = (phrases.NUMBER, phrases.NAME, phrases.POSITION) * 2
    return Table(
        BANKS,
        rows,
        scribe.word(phrases.DELEGATION, scribe.first).text,
        scribe.word(phrases.TABLE_PEOPLE_SAYS, scribe.first).text,
        (_head(scribe, heads),),
        TableKind.DENSE,
    )


def _small_post(
    scribe: Scribe, cast: Cast, delegation: Delegation, delegate: Delegate
) -> tuple[Paragraph, ...]:
    """Write in one cell the position, the role, and an organisation that is not the delegation's own."""
    position = cast.position(delegate.person)
    house = delegate.organisation if delegate.organisation_id != delegation.organisation_id else None
    role = phrases.DELEGATE_ROLES.get(delegate.role)

    def write(language: str) -> Runs:
        parts = [
            scribe.runs(position, language),
            scribe.organisation(house, language) if house else (),
            (scribe.word(role, language),) if role else (),
        ]
        return in_a_row(scribe, parts, language)

    return scribe.each(write, Style.CELL_SMALL)
