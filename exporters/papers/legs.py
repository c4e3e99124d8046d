"""A leg on a paper: what it is called, where it goes, what carries the travellers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.document import Paragraph, Style
from exporters.papers import phrases
from exporters.papers.scribe import merged, plain
from models.rules.journeys import LONG_DISTANCE
from models.tables import ItemStatus

if TYPE_CHECKING:
    from exporters.papers.scribe import Runs, Scribe
    from models.tables import Leg


def leg_title(scribe: Scribe, leg: Leg) -> tuple[Paragraph, ...]:
    """Write a leg by its title, else by its way, in the languages of the paper."""
    lines = [leg_line(scribe, leg, language) for language in scribe.languages]
    if leg.status is ItemStatus.TENTATIVE:
        lines = scribe.tentative(lines)
    return scribe.under_each_other(lines, Style.ITEM_TITLE, Style.SECOND_LANGUAGE)


def leg_line(scribe: Scribe, leg: Leg, language: str) -> Runs:
    """Write a leg in one line of one language, with its number or vehicle."""
    if not leg.title:
        return _way(scribe, leg, language)
    title = scribe.runs(leg.title, language)
    if leg.number:
        return scribe.filled(
            phrases.WITH_NUMBER, language, title=title, number=(plain(leg.number, language),)
        )
    if has_vehicle_in_title(leg):
        return scribe.filled(
            phrases.WITH_NUMBER, language, title=title, number=scribe.runs(leg.vehicle, language)
        )
    return title


def _way(scribe: Scribe, leg: Leg, language: str) -> Runs:
    """Write from where to where, with the number; without places, what kind of leg it is."""
    way = route(scribe, leg, language) or (scribe.word(phrases.LEGS[leg.kind], language),)
    if not leg.number:
        return way
    return scribe.filled(phrases.WITH_NUMBER, language, title=way, number=(plain(leg.number, language),))


def route(scribe: Scribe, leg: Leg, language: str) -> Runs:
    """Write from where to where a leg goes."""
    start = scribe.runs(leg.from_place.name, language) if leg.from_place else ()
    end = scribe.runs(leg.to_place.name, language) if leg.to_place else ()
    if not (start and end):
        return start or end
    return scribe.filled(phrases.ROUTE, language, start=start, end=end)


def leg_details(scribe: Scribe, leg: Leg) -> list[Paragraph]:
    """Write under the title what does not stand in it: the way, the driver."""
    details: list[Paragraph] = []
    if leg.title and (leg.number or leg.kind in LONG_DISTANCE):
        details += scribe.each(partial(route, scribe, leg), Style.SPEAKER)
    if not has_vehicle_in_title(leg):
        details += scribe.each(partial(vehicle, scribe, leg), Style.SPEAKER)
    return details


def has_vehicle_in_title(leg: Leg) -> bool:
    """Tell whether the vehicle stands in brackets behind the title: where there is no more to say of it."""
    return bool(leg.title and leg.vehicle and not (leg.number or leg.driver or leg.driver_phone))


def vehicle(scribe: Scribe, leg: Leg, language: str) -> Runs:
    """Write the vehicle, the driver and the driver's telephone."""
    parts: list[Runs] = [scribe.runs(leg.vehicle, language)]
    if leg.driver:
        parts.append(scribe.filled(phrases.DRIVER, language, name=(plain(leg.driver, language),)))
    if leg.driver_phone:
        parts.append((scribe.word(phrases.TELEPHONE, language, number=leg.driver_phone),))
    return in_a_row(scribe, parts, language)


def in_a_row(scribe: Scribe, parts: list[Runs], language: str) -> Runs:
    """Put short facts in one line, as the language lists them."""
    whole: Runs = ()
    for part in parts:
        if part:
            whole = scribe.filled(phrases.AND_THEN, language, one=whole, two=part) if whole else part
    return merged(run for run in whole if run.text)
