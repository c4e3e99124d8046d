"""The lists inside the form of a cooperation item: what was decided when, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.catalogue import mark_in
from models.text.dates import partial_date
from ui.forms.inner import Inner
from ui.forms.spec import ListSpec
from ui.forms.specs.cooperation import COOPERATION_ITEM
from ui.forms.sublist import SubRow
from ui.pages.writing import leading, meeting_name, person_name, short_name
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.record import Record
    from ui.pages.listed import ListedPage

DECISIONS = ListSpec(
    "decisions",
    "cooperation_decision",
    "item_id",
    mark_in("form", "Decisions"),
    mark_in("form", "Add decision"),
)
FOLLOW_UPS = ListSpec(
    "follow_ups", "follow_up", "item_id", mark_in("form", "Follow-ups"), mark_in("form", "Add follow-up")
)
INSIDE = {
    "cooperation_decision": ("cooperation_item", "item_id"),
    "follow_up": ("cooperation_item", "item_id"),
}


def add_lists(page: ListedPage, item: Callable[[str], Any], meeting: Callable[[Record], str | None]) -> None:
    """Put both lists into the form; ``meeting`` says to which meeting a new decision belongs."""

    def decisions(record: Record) -> list[SubRow]:
        words = page.words
        found = item(record.id)
        if found is None or words is None:
            return []
        return [
            SubRow(
                one.id,
                (meeting_name(one.meeting, words, page.languages()) or _EMPTY).text,
                " · ".join(
                    part
                    for part in (
                        code_name("CooperationState", one.state.value, words),
                        (leading(one.decision, words, page.languages()) or _EMPTY).text.split("\n")[0],
                    )
                    if part
                ),
            )
            for one in found.decisions
        ]

    def follow_ups(record: Record) -> list[SubRow]:
        words = page.words
        found = item(record.id)
        if found is None or words is None:
            return []
        return [_follow_up(one, page) for one in found.follow_ups]

    def decided(record: Record) -> dict[str, Any]:
        fields: dict[str, Any] = {"state": record.values.get("state") or "discussed"}
        key = meeting(record)
        return {**fields, "meeting_id": key} if key else fields

    page.inner.add(
        COOPERATION_ITEM,
        Inner(DECISIONS, decisions, decided, movable=False, can_add=lambda record: bool(meeting(record))),
    )
    page.inner.add(COOPERATION_ITEM, Inner(FOLLOW_UPS, follow_ups))


class _Empty:
    text = ""


_EMPTY = _Empty()


def _follow_up(one: Any, page: ListedPage) -> SubRow:
    words = page.words
    assert words is not None
    what = leading(one.what, words, page.languages())
    person = person_name(one.person, words)
    facts = [
        short_name(one.organisation, words),
        person.text if person else "",
        words.say("until {date}", date=partial_date(one.due, words.language)) if one.due else "",
        words.say("done {date}", date=partial_date(one.done, words.language)) if one.done else "",
    ]
    return SubRow(
        one.id,
        what.text.split("\n")[0] if what else words.say("Untitled"),
        " · ".join(fact for fact in facts if fact),
        language=what.language if what else "",
        warn=not one.done and not (one.organisation or one.person),
    )
