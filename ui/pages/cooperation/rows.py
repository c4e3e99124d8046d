"""Cooperation items as rows, grouped by where they stand; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.localised import Written
from models.text.matching import holds
from models.text.ordinals import ordinal
from ui.pages.writing import leading, second, short_name
from ui.style.tokens import Severity
from ui.widgets.rows import Cell, Column, Group, Line, ListRow
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.text.catalogue import Words

STATES = ("draft", "proposed", "discussed", "agreed", "under way", "completed", "deferred", "withdrawn")
_OVER = ("completed", "withdrawn")


def columns(words: Words) -> list[Column]:
    """Return the columns of the list."""
    return [
        Column("title", words.say_in("cooperation", "Item"), share=4),
        Column("field", words.say_in("cooperation", "Field"), share=2, least=700),
        Column("parties", words.say_in("cooperation", "Proposed by, with"), share=2, least=560),
        Column("decision", words.say_in("cooperation", "Last decision"), share=3, least=860),
    ]


def rows(
    items: Iterable[Any], words: Words, languages: Sequence[str], text: str = ""
) -> list[Group | ListRow]:
    """Write items by state; ``text`` filters by title, field and names."""
    wanted = [item for item in items if not text.strip() or any(holds(own, text) for own in _texts(item))]
    made: list[Group | ListRow] = []
    for state in STATES:
        mine = sorted(
            (item for item in wanted if item.state.value == state), key=lambda item: (item.order, item.id)
        )
        if not mine:
            continue
        name = code_name("CooperationState", state, words)
        count = words.count("{number} item", "{number} items", len(mine))
        made.append(Group(state, Written(name, words.language), right=count))
        made += [_row(item, words, languages) for item in mine]
    return made


def _texts(item: Any) -> list[str]:
    people = [link.person for link in item.people]
    named = [text for person in people for text in (*person.family.values(), *person.given.values())]
    organisations = [link.organisation for link in item.parties]
    return [
        *item.title.values(),
        *item.field.values(),
        *named,
        *(one.acronym for one in organisations),
        *(name for one in organisations for name in one.name.values()),
    ]


def _row(item: Any, words: Words, languages: Sequence[str]) -> ListRow:
    title = leading(item.title, words, languages)
    others = [short_name(link.organisation, words) for link in item.parties]
    proposer = short_name(item.proposer, words)
    others = [name for name in others if name != proposer]
    last = item.decisions[-1] if item.decisions else None
    gaps = _gaps(item, words)
    return ListRow(
        "cooperation_item",
        item.id,
        (
            Cell(
                title or Written(words.say("Untitled"), words.language),
                second(item.title, words, languages, title),
                icon="handshake",
                bold=True,
            ),
            Cell(leading(item.field, words, languages)),
            Cell(
                Written(proposer, "") if proposer else None,
                Written(" · ".join(others), "") if others else None,
            ),
            _decision(last, words, languages),
        ),
        found=Line(gaps[0], Severity.NOTE, len(gaps) - 1) if gaps else None,
        faint=item.state.value in _OVER,
    )


def _decision(last: Any, words: Words, languages: Sequence[str]) -> Cell:
    if last is None:
        return Cell()
    meeting = last.meeting
    number = ordinal(meeting.number, words.language) if meeting.number is not None else ""
    state = code_name("CooperationState", last.state.value, words)
    text = leading(last.decision, words, languages)
    first = Written(" ".join(part for part in (number, state) if part), words.language)
    return Cell(first, Written(text.text.split("\n")[0], text.language) if text else None)


def _gaps(item: Any, words: Words) -> list[str]:
    """Return what is not known of an item that is still alive."""
    if item.state.value in _OVER:
        return []
    missing: list[str] = []
    if item.proposer is None:
        missing.append(words.say_in("cooperation", "No proposer"))
    if not item.parties:
        missing.append(words.say_in("cooperation", "No counterparts"))
    if item.state.value in ("agreed", "under way") and not item.people:
        missing.append(words.say_in("cooperation", "No contact persons"))
    return missing
