"""The delegations of a visit as the rows of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.rules.people import position_of
from models.text.catalogue import mark_in
from models.text.dates import DayForm, day, day_range
from models.text.languages import language
from models.text.localised import Written
from models.text.names import full_name, is_written
from ui.forms.record import own_language_first
from ui.widgets.rows.values import Cell, Column, Group, ListRow, written
from ui.words import code_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from models.tables import Delegate, Delegation, Organisation, Party, Person, Visit
    from models.text.catalogue import Words
    from models.text.localised import LocalisedText

STAFF = ("interpreter", "coordinator")
"""They stand outside the ranking (see ``models.rules.people``)."""

_ICONS = {"head": "star", "deputy": "star"}
_SHORT = {
    "ko": mark_in("short language", "KO"),
    "ja": mark_in("short language", "JA"),
    "en": mark_in("short language", "EN"),
    "zh": mark_in("short language", "ZH"),
    "de": mark_in("short language", "DE"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the delegations is shown, and how."""

    words: Words
    languages: tuple[str, ...]
    """The working languages, that of the screen first."""
    side: str = ""
    """``guest`` or ``host``; empty for both."""
    diets: bool = False
    locked: bool = False
    """Nothing can be written: what is missing is not asked for."""


def shown(words: Words, languages: Sequence[str], side: str, *, diets: bool, locked: bool) -> Shown:
    """Return how delegations are shown."""
    return Shown(words, own_language_first(words, languages), side, diets, locked)


def role_name(role: str, words: Words) -> str:
    """Return what somebody is in a delegation."""
    return code_name("DelegateRole", role, words)


def columns(how: Shown) -> list[Column]:
    """Return the columns: place, name and position in each language, role, languages, diet."""
    words = how.words
    found = [Column("place", words.say_in("delegations", "No."), width=30, right=True)]
    least = (0, 560, 640)
    for at, tag in enumerate(how.languages):
        found.append(Column(tag, language(tag).own_name, share=1, least=least[min(at, 2)], language=tag))
    found.append(Column("role", words.say_in("delegations", "Role"), width=146))
    found.append(Column("spoken", words.say_in("delegations", "Languages"), width=76, least=760))
    if how.diets:
        found.append(Column("diet", words.say_in("delegations", "Diet and access"), width=168, icon="lock"))
    return found


def rows(visit: Visit, how: Shown) -> list[Group | ListRow]:
    """Return each delegation with its people, guests before hosts; parties without a delegation too."""
    others = _delegations_by_person(visit)
    made: list[Group | ListRow] = []
    known = {delegation.party_id for delegation in visit.delegations}
    on = min((each.date for each in visit.days), default=None)
    for side in ("guest", "host"):
        if how.side not in ("", side):
            continue
        for delegation in visit.delegations:
            if delegation.party.side.value == side:
                made.append(_group(delegation, how))
                made += _members(delegation, others, on, how)
        made += [
            _bare(party, how) for party in visit.parties if party.side.value == side and party.id not in known
        ]
    return made


def headcount(visit: Visit, side: str = "") -> int:
    """Return how many people there are; who is in two delegations counts once."""
    return len(
        {
            delegate.person_id
            for delegation in visit.delegations
            for delegate in delegation.delegates
            if side in ("", delegation.party.side.value)
        }
    )


def missing(made: Sequence[Group | ListRow]) -> int:
    """Return how many names and positions are missing in a language."""
    cells = [cell for row in made if isinstance(row, ListRow) for cell in row.cells]
    return sum(bool(cell.missing) + bool(cell.missing_second) for cell in cells)


def organisation_name(organisation: Organisation, tag: str) -> str:
    """Return what an organisation is called for short, else by its name."""
    named = organisation.name.pick([tag, "en"])
    return organisation.acronym or (named.text if named else "?")


def _group(delegation: Delegation, how: Shown) -> Group:
    words, organisation = how.words, delegation.organisation
    # After the reader's language comes that of the party itself.
    own = [tag for tag in (delegation.party.language,) if tag in how.languages]
    tags = dict.fromkeys((*how.languages[:1], *own, *how.languages))
    names = [Written(text, tag) for tag in tags if (text := organisation.name.text_in(tag))]
    if delegation.title:
        title = delegation.title.pick(how.languages) or Written("", words.language)
        names = [Written(organisation_name(organisation, words.language), ""), *names]
    elif organisation.acronym:
        title = Written(organisation.acronym, "")
    else:
        title = organisation.name.pick(how.languages) or Written(words.say("Untitled"), words.language)
        names = [name for name in names if name != title]
    second, third = (*names, None, None)[:2]
    count = words.count(
        "{number} person", "{number} people", len({each.person_id for each in delegation.delegates})
    )
    return Group(
        delegation.id,
        title,
        second,
        third,
        mark=_side(delegation.party.side.value, words),
        right=count,
        table="delegation",
    )


def _bare(party: Party, how: Shown) -> Group:
    """Return the head of a party that has no delegation yet."""
    words = how.words
    name = party.organisation.name.pick(how.languages)
    title = Written(party.organisation.acronym, "") if party.organisation.acronym else name
    return Group(
        party.id,
        title or Written(words.say("Untitled"), words.language),
        name if party.organisation.acronym else None,
        mark=_side(party.side.value, words),
        right=words.say_in("delegations", "no delegation yet"),
        table="party",
    )


def _side(side: str, words: Words) -> str:
    return words.say_in("PartySide", "Host") if side == "host" else words.say_in("PartySide", "Guest")


def _delegations_by_person(visit: Visit) -> Mapping[str, list[Delegation]]:
    found: dict[str, list[Delegation]] = {}
    for delegation in visit.delegations:
        for delegate in delegation.delegates:
            found.setdefault(delegate.person_id, []).append(delegation)
    return found


def _members(
    delegation: Delegation, others: Mapping[str, list[Delegation]], on: dt.date | None, how: Shown
) -> list[ListRow]:
    made: list[ListRow] = []
    place = 0
    for delegate in delegation.delegates:
        ranked = delegate.role.value not in STAFF
        place += ranked
        also = [each for each in others[delegate.person_id] if each.id != delegation.id]
        position = position_of(delegate, delegation, on)
        made.append(_member(delegate, position, place if ranked else 0, also, how))
    return made


def _member(
    delegate: Delegate, position: LocalisedText, place: int, also: Sequence[Delegation], how: Shown
) -> ListRow:
    words, role = how.words, delegate.role.value
    cells = [Cell(written(str(place) if place else ""))]
    cells += [_name(delegate, position, tag, how, first=at == 0) for at, tag in enumerate(how.languages)]
    elsewhere = ""
    if also:
        names = " · ".join(organisation_name(each.organisation, words.language) for each in also)
        elsewhere = words.say_in("delegations", "also {names}", names=names)
    days = _present(delegate, words)
    head = role in _ICONS
    cells.append(
        Cell(
            None if head else written(role_name(role, words)),
            written(" · ".join(part for part in (days, elsewhere) if part)),
            icon=_ICONS.get(role, ""),
            badge=role_name(role, words) if head else "",
        )
    )
    spoken = (
        delegate.interprets if role == "interpreter" and delegate.interprets else delegate.person.languages
    )
    cells.append(Cell(written(" ".join(short_language(tag, words) for tag in spoken))))
    if how.diets:
        cells.append(_diet(delegate.person, how))
    return ListRow("delegate", delegate.id, tuple(cells))


def _present(delegate: Delegate, words: Words) -> str:
    """Return on which days somebody is there, where it is not on all."""
    first, last = delegate.present_from, delegate.present_to
    if first and last:
        return day_range(first, last, words.language, DayForm.BARE)
    if first:
        return words.say_in("delegations", "from {day}", day=day(first, words.language, DayForm.BARE))
    return (
        words.say_in("delegations", "until {day}", day=day(last, words.language, DayForm.BARE))
        if last
        else ""
    )


def _name(delegate: Delegate, held: LocalisedText, tag: str, how: Shown, *, first: bool) -> Cell:
    """Return name and position in a language; what is missing is a mark that opens its field."""
    words, name = how.words, delegate.person.name
    # What is marked here is what the findings count: models.rules.findings.texts.
    nameless = not is_written(name, tag) and not how.locked
    position = held.text_in(tag)
    # Where there is no position at all one mark says so, not one in each language; staff needs none.
    needed = first and delegate.role.value not in STAFF
    lacking = not position and (bool(held) or needed) and not how.locked
    return Cell(
        None if nameless else full_name(name, tag),
        written(position, tag),
        bold=first,
        missing=words.say_in("delegations", "Name missing") if nameless else "",
        missing_second=words.say_in("delegations", "Position missing") if lacking else "",
    )


def _diet(person: Person, how: Shown) -> Cell:
    return Cell(_picked(person.diet, how), _picked(person.access_needs, how))


def _picked(text: LocalisedText, how: Shown) -> Written | None:
    found = text.pick(how.languages)
    return Written(" ".join(found.text.split()), found.language) if found else None


def short_language(tag: str, words: Words) -> str:
    """Return a language in one sign or two letters."""
    return words.say_in("short language", _SHORT[tag]) if tag in _SHORT else tag.upper()
