"""What a row below an entry adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.intake.agenda.content import Content


def go_on(target: Content, content: Content) -> None:
    """Add to an entry what a row below it says: talks, people, a place, or its title in another language."""
    talks = content.talks
    if _translates(target, content):
        target.titles.update(talks[0].titles)
        return
    target.talks.extend(talks)
    people = content.speakers
    (talks[-1].speakers if talks and people and not talks[-1].speakers else target.speakers).extend(people)
    target.chair.extend(content.chair)
    target.place = target.place or content.place
    for tag, text in content.remarks.items():
        target.remark(tag, text)


def _translates(above: Content, below: Content) -> bool:
    """Tell whether a row only says in another language what the row above says."""
    if above.talks or len(below.talks) != 1 or below.speakers or len(above.titles) != 1:
        return False
    (talk,) = below.talks
    return not (talk.marked or talk.speakers or talk.talks) and not set(talk.titles) & set(above.titles)
