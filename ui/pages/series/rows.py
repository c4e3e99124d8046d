"""Series with their editions, and agreements, as rows; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.dates import partial_date
from models.text.localised import Written
from models.text.matching import holds
from models.text.ordinals import ordinal
from ui.pages.writing import leading, second, short_name
from ui.widgets.rows import Cell, Column, Group, ListRow
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.text.catalogue import Words

AGREEMENTS = "agreements"


def columns(words: Words) -> list[Column]:
    """Return the columns of the list."""
    return [
        Column("what", words.say_in("series", "Meeting"), share=4),
        Column("date", words.say_in("series", "Date"), width=120),
        Column("host", words.say_in("series", "Host"), share=2, least=560),
        Column("how", words.say_in("series", "How it was held"), width=196, least=700),
    ]


def series_rows(
    series: Iterable[Any], words: Words, languages: Sequence[str], text: str
) -> list[Group | ListRow]:
    """Write each series with its editions, the newest first."""
    made: list[Group | ListRow] = []
    for one in series:
        title = leading(one.title, words, languages)
        own = [*one.title.values(), *(link.organisation.acronym for link in one.parties)]
        whole = not text.strip() or any(holds(name, text) for name in own)
        editions = [
            meeting
            for meeting in sorted(one.editions, key=_newest, reverse=True)
            if whole or any(holds(name, text) for name in _texts(meeting, words))
        ]
        if not whole and not editions:
            continue
        parties = " · ".join(short_name(link.organisation, words) for link in one.parties)
        rhythm = [code_name("Frequency", one.frequency.value, words)]
        if one.first_year:
            rhythm.append(words.say("since {year}", year=one.first_year))
        made.append(
            Group(
                one.id,
                title or Written(words.say("Untitled"), words.language),
                second(one.title, words, languages, title),
                Written(parties, "") if parties else None,
                right=" · ".join(rhythm),
                table="series",
            )
        )
        made += [edition_row(meeting, words, languages) for meeting in editions]
    return made


def edition_row(meeting: Any, words: Words, languages: Sequence[str]) -> ListRow:
    """Write one meeting of a series."""
    number = ordinal(meeting.number, words.language) if meeting.number is not None else ""
    title = leading(meeting.title, words, languages)
    first = Written(number, words.language) if number else title
    city = leading(meeting.city, words, languages)
    visit = getattr(meeting, "visit", None)
    trip = leading(visit.title, words, languages) if visit is not None else None
    return ListRow(
        "meeting",
        meeting.id,
        (
            Cell(
                first or Written(words.say("Untitled"), words.language),
                (title if number else None) or trip,
                icon="messages-square",
                bold=True,
            ),
            Cell(Written(partial_date(meeting.date, words.language), "") if meeting.date else None),
            Cell(Written(short_name(meeting.host, words), "") if meeting.host else None, city),
            Cell(Written(code_name("MeetingMode", meeting.mode.value, words), words.language)),
        ),
    )


def agreement_rows(
    agreements: Iterable[Any], words: Words, languages: Sequence[str], text: str
) -> list[Group | ListRow]:
    """Write the agreements, those that end first at the top."""
    wanted = [one for one in agreements if not text.strip() or any(holds(name, text) for name in _names(one))]
    if not wanted:
        return []
    wanted.sort(key=lambda one: (one.expires or "9999", one.signed, one.id))
    head = Group(
        AGREEMENTS,
        Written(words.say_in("series", "Agreements"), words.language),
        right=words.count("{number} agreement", "{number} agreements", len(wanted)),
    )
    return [head, *(_agreement(one, words, languages) for one in wanted)]


def _agreement(one: Any, words: Words, languages: Sequence[str]) -> ListRow:
    title = leading(one.title, words, languages)
    parties = " · ".join(short_name(link.organisation, words) for link in one.parties)
    tag = words.language
    expires = words.say("until {date}", date=partial_date(one.expires, tag)) if one.expires else ""
    renewed = (
        words.say_in("series", "renewed {date}", date=partial_date(one.renewed, tag)) if one.renewed else ""
    )
    return ListRow(
        "agreement",
        one.id,
        (
            Cell(
                title or Written(words.say("Untitled"), words.language),
                second(one.title, words, languages, title),
                icon="signature",
                bold=True,
            ),
            Cell(Written(partial_date(one.signed, tag), "") if one.signed else None),
            Cell(Written(parties, "") if parties else None),
            Cell(
                Written(code_name("AgreementKind", one.kind.value, words), tag),
                Written(expires or renewed, tag) if expires or renewed else None,
            ),
        ),
    )


def _newest(meeting: Any) -> tuple[str, int, str]:
    return meeting.date, meeting.number or 0, meeting.order


def _texts(meeting: Any, words: Words) -> list[str]:
    number = [ordinal(meeting.number, words.language), str(meeting.number)] if meeting.number else []
    host = [meeting.host.acronym, *meeting.host.name.values()] if meeting.host is not None else []
    return [*meeting.title.values(), *meeting.city.values(), meeting.date, *number, *host]


def _names(agreement: Any) -> list[str]:
    parties = [link.organisation for link in agreement.parties]
    return [
        *agreement.title.values(),
        *(one.acronym for one in parties),
        *(name for one in parties for name in one.name.values()),
    ]
