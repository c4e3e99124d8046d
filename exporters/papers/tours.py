"""The stops of a lab tour: who guides there, how long it takes, what holds on site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.document import Paragraph, Run, Style
from exporters.papers import phrases
from exporters.papers.legs import in_a_row
from exporters.papers.scribe import Runs, dot, joined, plain
from models.text.dates import duration
from models.text.localised import NO_TEXT, LocalisedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.papers.people import Cast
    from exporters.papers.scribe import Scribe
    from models.tables import ScheduleItem, TourStop


def stop_lead(scribe: Scribe, number: int, language: str) -> str:
    """Return the mark before a stop: 1) in Korean and Japanese, 1. in English."""
    return scribe.word(phrases.STOP, language, number=str(number)).text


def stop_name(stop: TourStop) -> LocalisedText:
    """Return what a stop is called: by itself, else by its place."""
    return stop.name or (stop.place.name if stop.place else NO_TEXT)


def tour_lines(scribe: Scribe, cast: Cast, item: ScheduleItem, *, rules: bool) -> Iterator[Paragraph]:
    """Write the stops of an entry, under each what one must know of it, in the languages of the paper."""
    for tour in item.tours:
        for number, stop in enumerate(tour.stops, 1):
            lead = stop_lead(scribe, number, scribe.first)
            yield from scribe.stacked(stop_name(stop), Style.TALK, Style.TALK_SECOND, lead)
            about = partial(_one_line, scribe, cast, stop)
            yield from cast.lines(about, Style.TALK_SPEAKER, Style.TALK_SECOND)
            if rules:
                held = partial(stop_rules, scribe, stop)
                yield from scribe.each(held, Style.TALK_SPEAKER, Style.TALK_SECOND)


def stop_about(scribe: Scribe, cast: Cast, stop: TourStop, language: str) -> Runs:
    """Write how long a stop takes and who guides there."""
    parts: list[Runs] = []
    if stop.minutes:
        parts.append((Run(duration(stop.minutes, language), language),))
    if stop.guide is not None:
        guide = cast.speaker(stop.guide, None, language)
        parts.append(scribe.filled(phrases.GUIDE_IS, language, who=guide))
    return in_a_row(scribe, parts, language)


def _one_line(scribe: Scribe, cast: Cast, stop: TourStop, language: str) -> list[Runs]:
    about = stop_about(scribe, cast, stop, language)
    return [about] if about else []


def stop_rules(scribe: Scribe, stop: TourStop, language: str) -> Runs:
    """Write what holds at a stop."""
    held = _held(scribe, stop, language)
    return scribe.filled(phrases.RULES_ARE, language, rules=held) if held else ()


def tour_rules(scribe: Scribe, stops: Sequence[TourStop], language: str) -> Runs:
    """Write what holds at some stops in one line: once where the same holds at all of them."""
    held = [_held(scribe, stop, language) for stop in stops]
    if not any(held):
        return ()
    if all(one == held[0] for one in held):
        return scribe.filled(phrases.RULES_ARE, language, rules=held[0])
    named = [
        scribe.filled(phrases.RULES_AT, language, stop=scribe.runs(stop_name(stop), language), rules=rules)
        for stop, rules in zip(stops, held, strict=True)
        if rules
    ]
    return joined(named, dot(language), language)


def _held(scribe: Scribe, stop: TourStop, language: str) -> Runs:
    rules: list[Runs] = [
        (scribe.word(phrases.RULES[code], language),) if code in phrases.RULES else (plain(code, language),)
        for code in stop.rules
    ]
    return in_a_row(scribe, [*rules, scribe.runs(stop.rules_text, language)], language)
