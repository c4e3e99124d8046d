"""What all papers share around their text: head, foot, version, properties."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from exporters.document import GAP, Block, Document, Look, Paragraph, Run, Style
from exporters.papers import phrases
from exporters.papers.scribe import merged, plain, text_of
from models.tables import VisitStatus
from models.text.dates import DayForm, day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.papers.scribe import Runs, Scribe
    from exporters.papers.view import View
    from models.tables import Meeting, Organisation

BAR = "  |  "
DOT = " · "


def framed(
    view: View,
    scribe: Scribe,
    blocks: Sequence[Block],
    *,
    title: str,
    paper: str,
    today: dt.date,
    final: bool = False,
    meetings: Sequence[Meeting],
    house: Organisation | None = None,
) -> Document:
    """Put the text of a paper between head and foot; each page says in every language what it is."""
    meeting = meetings[0] if meetings else None
    if meeting is not None:
        subject = scribe.meeting(meeting, scribe.first, short=True)
    else:
        subject = scribe.runs(view.visit.title, scribe.first)
    names = _in_turn([(scribe.word(paper, language),) for language in scribe.languages])
    bar = (Run(BAR, scribe.first),) if subject else ()
    return Document(
        title=title,
        languages=scribe.languages,
        blocks=tuple(blocks),
        author=_author(scribe, house),
        subject=text_of(scribe.meeting(meeting, scribe.first)) if meeting else text_of(subject),
        created=dt.datetime.combine(today, dt.time(), dt.UTC),
        header_left=merged((*subject, *bar, *names)),
        header_right=_version(view, scribe, today, final=final),
        footer_left=_in_turn([scribe.runs(view.visit.mark, language) for language in scribe.languages]),
    )


def _author(scribe: Scribe, house: Organisation | None) -> str:
    return text_of(scribe.organisation(house, scribe.first)) if house else ""


def _in_turn(parts: Sequence[Runs]) -> Runs:
    """Put the same words of several languages in one line, each once."""
    runs: list[Run] = []
    for part in dict.fromkeys(part for part in parts if part):
        if text_of(part) in {run.text for run in runs}:
            continue
        if runs:
            runs.append(Run(DOT, part[0].language))
        runs.extend(part)
    return merged(runs)


def _version(view: View, scribe: Scribe, today: dt.date, *, final: bool) -> Runs:
    """Say which version this is, and of which day.

    Before anything was sent out it is a draft; what is to be sent out says its day alone.
    """
    languages = scribe.languages
    release = max(view.visit.releases, key=lambda release: release.number, default=None)
    if release is None:
        versions = [(scribe.word(phrases.DRAFT, language),) for language in languages]
        date = today
    else:
        number = str(release.number)
        versions = [(scribe.word(phrases.VERSION, language, number=number),) for language in languages]
        date = release.at.astimezone(ZoneInfo(view.visit.time_zone or "UTC")).date()
    dated = day(date, scribe.first, DayForm.NUMERIC)
    if final and release is None:
        version: Runs = (Run(dated, scribe.first),)
    else:
        version = scribe.filled(phrases.VERSION_DATE, scribe.first, version=_in_turn(versions), date=dated)
    if view.visit.status is not VisitStatus.CANCELLED:
        return version
    cancelled = [(scribe.word(phrases.CANCELLED, language, Look.STRONG),) for language in languages]
    return (*_in_turn(cancelled), Run(GAP, scribe.first), *version)


def overline(scribe: Scribe, organisation: Organisation) -> tuple[Paragraph, ...]:
    """Write the line over the title, once a language: the institute that speaks."""
    lines: list[Runs] = []
    for language in scribe.languages:
        name = scribe.runs(organisation.name, language)
        runs = [*name]
        if organisation.acronym and organisation.acronym != text_of(name):
            runs.append(plain(f"{GAP}{organisation.acronym}" if name else organisation.acronym, language))
        lines.append(merged(runs))
    return scribe.under_each_other(lines, Style.OVERLINE, Style.OVERLINE)
