"""What the dialog for a new visit proposes from: the series with their next editions, home, the checklist."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from models.rules.editions import NextEdition, next_edition
from models.tables import FileInfo, Organisation, Series, Task
from models.text.localised import NO_TEXT, LocalisedText
from ui.data.templates import built_in_tasks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.data.office import Office


@dataclass(frozen=True, slots=True)
class PartyProposal:
    """An organisation that may take part, and what a visit to it begins with."""

    id: str
    name: LocalisedText
    acronym: str = ""
    country: str = ""
    city: LocalisedText = NO_TEXT
    zone: str = ""

    def called(self, tag: str) -> str:
        """Return its short name, else its name in a language."""
        named = self.name.pick([tag, "en"])
        return self.acronym or (named.text if named else "?")


@dataclass(frozen=True, slots=True)
class SeriesProposal:
    """A series and what is proposed for its next edition."""

    id: str
    title: LocalisedText
    short_title: LocalisedText
    number: int
    host: str
    """The key of the organisation that is proposed as host; empty for none."""
    basis: str
    """Why: a value of ``models.rules.editions.HostBasis``."""
    last_number: int | None
    last_date: str
    last_host: str
    """The short name of the host of the last edition whose host is known."""
    missing: tuple[int, ...]
    year: int | None
    parties: tuple[PartyProposal, ...]


@dataclass(frozen=True, slots=True)
class Planning:
    """All that can be proposed."""

    home: PartyProposal | None = None
    series: tuple[SeriesProposal, ...] = ()
    tasks: tuple[Mapping[str, Any], ...] = ()
    """The checklist that a new visit begins with."""
    organisations: Mapping[str, PartyProposal] = field(default_factory=dict[str, PartyProposal])


def read_planning(office: Office) -> Planning:
    """Read what a new visit can be proposed from."""
    database = office.database
    info = next(iter(database.rows(FileInfo)), None)
    known = {each.id: _party(each) for each in database.load_all(Organisation)}
    series = sorted(database.load_all(Series), key=lambda each: (each.order, each.id))
    kept = sorted(database.rows(Task, visit_id=None), key=lambda each: (each.order, each.id))
    tasks = [{"title": each.title, "due_days": each.due_days, "note": each.note} for each in kept]
    home = info.home_organisation_id if info else None
    return Planning(
        known.get(home or ""),
        tuple(_proposal(each) for each in series),
        tuple(tasks or built_in_tasks()),
        known,
    )


def _proposal(series: Series) -> SeriesProposal:
    found: NextEdition = next_edition(series)
    hosted = found.last_hosted
    host = found.host
    parties = [each.organisation for each in series.parties]
    if host is not None and all(each.id != host.id for each in parties):
        parties = [host, *parties]
    return SeriesProposal(
        series.id,
        series.title,
        series.short_title,
        found.number,
        host.id if host else "",
        found.basis.value,
        hosted.number if hosted else None,
        hosted.date if hosted else "",
        _party(hosted.host).called("en") if hosted and hosted.host else "",
        found.missing,
        found.year,
        tuple(_party(each) for each in parties),
    )


def _party(organisation: Organisation) -> PartyProposal:
    zone, country, city = organisation.time_zone, organisation.country, organisation.city
    above = organisation.parent
    seen = {organisation.id}
    while above is not None and above.id not in seen:
        # A division is where the institute is of which it is a part, unless it says otherwise.
        zone, country, city = zone or above.time_zone, country or above.country, city or above.city
        seen.add(above.id)
        above = above.parent
    return PartyProposal(organisation.id, organisation.name, organisation.acronym, country, city, zone)
