"""The commands that list what is in a database: visits, findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import NotFound
from models.rules.findings import Finding, Severity, findings
from models.rules.search import find_visit
from models.rules.sequence import period
from models.store import Database
from models.tables import Visit
from models.text.dates import DayForm, day_range
from ui.cli_output import tell, tell_json
from ui.words import finding_sentence, thing_name

if TYPE_CHECKING:
    import argparse

    from models.text.catalogue import Words


def visits(arguments: argparse.Namespace, said: Words) -> bool:
    """List the visits of a database, the latest last."""
    with Database.open(Path(arguments.file)) as database:
        known = sorted(_listed(database), key=_begins)
    if arguments.json:
        tell_json([_as_json(visit) for visit in known])
        return False
    for visit in known:
        tell(f"{visit.id}  {_period(visit, said)}  {title_of(visit, said)}")
    if not known:
        tell(said.say("There is no visit in this file yet."))
    return False


def visit_findings(arguments: argparse.Namespace, said: Words) -> bool:
    """List the findings of a visit; answers whether there are errors among them."""
    with Database.open(Path(arguments.file)) as database:
        visit = load_visit(database, arguments.visit, said)
    found = findings(visit)
    if arguments.json:
        tell_json([_finding_as_json(finding, visit, said) for finding in found])
    else:
        for finding in found:
            tell(f"{severity_name(finding.severity, said)}  {finding_sentence(finding, visit, said)}")
        if not found:
            tell(said.say("Nothing wants attention."))
    return any(finding.severity is Severity.ERROR for finding in found)


def severity_name(severity: Severity, said: Words) -> str:
    """Return what a severity is called."""
    match severity:
        case Severity.ERROR:
            return said.say("Error")
        case Severity.WARNING:
            return said.say("Warning")
        case Severity.NOTE:
            return said.say("Note")


def load_visit(database: Database, text: str, said: Words) -> Visit:
    """Load the visit that an id or a part of a title means; raises NotFound or Ambiguous."""
    try:
        return database.load_visit(text.strip().lower())
    except NotFound:
        return database.load_visit(find_visit(database.visits(), text, (said.language,)).id)


def title_of(visit: Visit, said: Words) -> str:
    """Return the title of a visit in the user's language, else in one of its own."""
    written = visit.title.pick((said.language, *visit.languages))
    return written.text if written else thing_name("visit", said)


def _listed(database: Database) -> list[Visit]:
    """Load the visits as far as a list needs them; one without days is dated by its entries."""
    return [visit if visit.days else database.load_visit(visit.id) for visit in database.visits()]


def _begins(visit: Visit) -> tuple[str, str]:
    days = period(visit)
    return (days[0].isoformat() if days else visit.period or "9999", visit.id)


def _period(visit: Visit, said: Words) -> str:
    days = period(visit)
    return day_range(*days, said.language, DayForm.NUMERIC) if days else visit.period or "–"


def _as_json(visit: Visit) -> dict[str, Any]:
    days = period(visit)
    return {
        "id": visit.id,
        "title": visit.title,
        "start": days[0] if days else None,
        "end": days[1] if days else None,
        "period": visit.period or None,
        "city": visit.city,
        "country": visit.country or None,
        "time_zone": visit.time_zone or None,
        "languages": list(visit.languages),
        "status": visit.status,
        "parties": [
            {
                "id": party.id,
                "side": party.side,
                "organisation": {
                    "id": party.organisation_id,
                    "acronym": party.organisation.acronym or None,
                    "name": party.organisation.name,
                },
            }
            for party in visit.parties
        ],
        "meetings": [
            {
                "id": meeting.id,
                "number": meeting.number,
                "title": meeting.title or (meeting.series.title if meeting.series else meeting.title),
            }
            for meeting in sorted(visit.meetings, key=lambda each: (each.date or "9999", each.order, each.id))
        ],
    }


def _finding_as_json(finding: Finding, visit: Visit, said: Words) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sentence": finding_sentence(finding, visit, said),
        "objects": [{"table": table, "id": key} for table, key in finding.objects],
        "values": {
            name: list(value) if isinstance(value, tuple) else value for name, value in finding.values.items()
        },
    }
