"""The next edition of a series: its number and its host, proposed from the editions that there were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from models.tables import Frequency, Hosting, Meeting, Organisation, Series


class HostBasis(Enum):
    """Why a host is proposed, or none."""

    TURN = "turn"
    """The next of the parties after the one that was host last."""
    SAME = "same"
    FIRST = "first"
    """No edition with a known host yet: the first of the parties begins."""
    IRREGULAR = "irregular"
    """Hosting follows no rule: nobody is proposed."""
    NO_PARTIES = "no parties"


@dataclass(frozen=True, slots=True)
class NextEdition:
    """What is proposed for the next edition of a series."""

    number: int
    host: Organisation | None
    basis: HostBasis
    last: Meeting | None
    """The edition with the highest number so far."""
    last_hosted: Meeting | None
    """The last edition whose host is known, from which the turn is counted."""
    missing: tuple[int, ...]
    """Numbers between the first and the last that no edition has."""
    year: int | None


def next_edition(series: Series) -> NextEdition:
    """Propose number and host of the next edition; editions without a number count for nothing."""
    numbered = sorted(
        (each for each in series.editions if each.number is not None),
        key=lambda each: (each.number or 0, each.date),
    )
    last = numbered[-1] if numbered else None
    number = (last.number or 0) + 1 if last else 1
    # An edition online may have had no host: it does not use up anybody's turn.
    hosted = [each for each in numbered if each.host is not None]
    last_hosted = hosted[-1] if hosted else None
    host, basis = _host(series, last_hosted)
    taken = {each.number for each in numbered}
    lowest = min((each.number or 0 for each in numbered), default=number)
    missing = tuple(each for each in range(lowest, number) if each not in taken)
    return NextEdition(number, host, basis, last, last_hosted, missing, _year(series, last))


def guests(series: Series, host: Organisation | None) -> tuple[Organisation, ...]:
    """Return the parties of a series that are guests where one of them is host."""
    at = _place(_parties(series), host)
    return tuple(each for place, each in enumerate(_parties(series)) if place != at)


def _parties(series: Series) -> Sequence[Organisation]:
    return [each.organisation for each in series.parties]


def _host(series: Series, last: Meeting | None) -> tuple[Organisation | None, HostBasis]:
    parties = _parties(series)
    if series.hosting is Hosting.IRREGULAR:
        return None, HostBasis.IRREGULAR
    if last is None or last.host is None:
        return (parties[0], HostBasis.FIRST) if parties else (None, HostBasis.NO_PARTIES)
    if series.hosting is Hosting.FIXED:
        return last.host, HostBasis.SAME
    if not parties:
        return None, HostBasis.NO_PARTIES
    at = _place(parties, last.host)
    return (parties[0] if at is None else parties[(at + 1) % len(parties)]), HostBasis.TURN


def _place(parties: Sequence[Organisation], host: Organisation | None) -> int | None:
    """Return which party a host is: itself, or one that it stands under or over."""
    if host is None:
        return None
    for at, party in enumerate(parties):
        if party.id == host.id:
            return at
    for at, party in enumerate(parties):
        if host.id in _above(party) or party.id in _above(host):
            return at
    return None


def _above(organisation: Organisation) -> list[str]:
    found: list[str] = []
    here = organisation.parent
    while here is not None and here.id not in found:
        found.append(here.id)
        here = here.parent
    return found


def _year(series: Series, last: Meeting | None) -> int | None:
    """Return the year in which the next edition is due."""
    years = {Frequency.YEARLY: 1, Frequency.BIENNIAL: 2}.get(series.frequency)
    if years is None:
        return None
    if last is None or not last.date:
        return series.first_year if last is None else None
    return int(last.date[:4]) + years
