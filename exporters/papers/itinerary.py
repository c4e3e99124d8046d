"""The itinerary of a delegation: for everyone who travels, the head's secretary and the driver's desk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.document import COVER_RULE, Block, Document, Paragraph, Run, Style
from exporters.papers import phrases
from exporters.papers.frame import framed, overline
from exporters.papers.itinerary_days import day_blocks
from exporters.papers.itinerary_facts import facts
from exporters.papers.itinerary_people import delegation_blocks, members
from exporters.papers.itinerary_travel import contact_blocks, travel_blocks
from exporters.papers.people import Cast
from exporters.papers.scribe import merged, text_of
from exporters.papers.times import assumed_note, assumed_times
from exporters.papers.view import Scope, View
from models.errors import NotFound
from models.rules.audiences import Reader
from models.tables import Audience, PartySide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.papers.scribe import Runs, Scribe
    from models.tables import Delegation, Meeting, Party, Visit


@dataclass(frozen=True, slots=True)
class ItineraryOptions:
    """For whom an itinerary is, in one or two languages; ``who`` is a delegation, or a party with its."""

    languages: tuple[str, ...]
    who: str
    today: dt.date
    reader: Reader | None = None
    """Who else may read it; without it, it is for the delegation's own party."""
    final: bool = False
    """Whether it is what is sent out, and no draft."""


def build(visit: Visit, options: ItineraryOptions, view: View | None = None) -> Document:
    """Build the itinerary of a delegation, or of all delegations of a party."""
    view = view or View(visit)
    scribe = view.scribe(options.languages)
    party, delegations = _whose(visit, options.who)
    people = members(delegations)
    reader = options.reader or Reader(Audience.PARTY, party.id)
    own = tuple(delegate.person_id for delegate in people)
    scope = Scope(view, (reader,), own, chosen=options.reader is not None)
    # Hosts are at home: a day that is called "Departure" is not theirs.
    days = scope.days(titled=party.side is PartySide.GUEST)
    items = [item for day in days for item in day.items]
    meetings = _meetings(view, {link.meeting_id for item in items for link in item.meetings})
    assumed = assumed_times(items, among_legs=any(plan.legs for plan in days))
    cast = Cast(view, scribe)
    house = delegations[0].organisation if len(delegations) == 1 else party.organisation
    sections: list[tuple[str, Sequence[Block]]] = [
        (phrases.DELEGATION, delegation_blocks(scribe, cast, delegations)),
        (
            phrases.DAYS,
            [
                *(block for day in days for block in day_blocks(scope, cast, scribe, day, assumed)),
                *(assumed_note(scribe, assumed) if days else ()),
            ],
        ),
        (phrases.TRAVEL, travel_blocks(scope, cast, scribe, days)),
        (phrases.CONTACTS, contact_blocks(scope, scribe)),
    ]
    titles = [_title(scribe, visit, language) for language in scribe.languages]
    blocks: list[Block] = [
        *overline(scribe, house),
        *_titles(titles),
        COVER_RULE,
        facts(scope, scribe, party, days, meetings, alone=len(people) < 2),
    ]
    number = 0
    for heading, content in sections:
        if content:
            number += 1
            blocks += [_heading(scribe, number, heading), *content]
    return framed(
        view,
        scribe,
        blocks,
        title=text_of(titles[0]),
        paper=phrases.DELEGATION_ITINERARY,
        today=options.today,
        final=options.final,
        meetings=meetings,
        house=house,
    )


def _whose(visit: Visit, who: str) -> tuple[Party, list[Delegation]]:
    for delegation in visit.delegations:
        if delegation.id == who:
            return delegation.party, [delegation]
    for party in visit.parties:
        mine = [delegation for delegation in visit.delegations if delegation.party_id == party.id]
        if party.id == who and mine:
            return party, mine
    raise NotFound(what="delegation", text=who)


def _meetings(view: View, wanted: set[str]) -> list[Meeting]:
    """Return the meetings that the paper is about: those of its entries, or all where it has none."""
    held = [meeting for meeting in view.meetings if meeting.id in wanted]
    return held or list(view.meetings)


def _title(scribe: Scribe, visit: Visit, language: str) -> Runs:
    title = scribe.runs(visit.title, language)
    if not title:
        return (scribe.word(phrases.ITINERARY, language),)
    return scribe.filled(phrases.VISIT_ITINERARY, language, visit=title)


def _titles(titles: Sequence[Runs]) -> list[Paragraph]:
    first, *others = titles
    return [
        Paragraph(first, Style.TITLE),
        *(Paragraph(runs, Style.SUBTITLE) for runs in others if text_of(runs) != text_of(first)),
    ]


def _heading(scribe: Scribe, number: int, message: str) -> Paragraph:
    label = scribe.label(message, Style.HEADING_1)
    first, *others = label.runs
    numbered = scribe.word(phrases.NUMBERED, scribe.first, number=str(number), heading=first.text)
    return Paragraph(merged((Run(numbered.text, first.language, first.look), *others)), Style.HEADING_1)
