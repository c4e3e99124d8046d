"""Loaded objects as the values that pages show."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from models.rules.attendance import is_limited
from models.rules.findings.finding import Severity as Gravity
from models.rules.sequence import in_order
from models.rules.zones import slot_at_home
from models.tables import ParticipationRole, PartySide
from models.text.dates import offset
from models.text.localised import NO_TEXT, LocalisedText
from ui.data.clocks import minutes_between, moment, utc_offset
from ui.data.records import chair_of
from ui.data.travel import leg_view, stay_view
from ui.style.tokens import Severity
from ui.values import (
    DayView,
    DelegationChoice,
    FindingView,
    ItemView,
    MeetingChoice,
    MeetingLine,
    PartyChoice,
    PersonChoice,
    PlaceChoice,
    StopView,
    TalkView,
    VisitLine,
    VisitView,
    Who,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.rules.findings.finding import Finding
    from models.tables import Leg, Meeting, Organisation, Participation, Place, Row, ScheduleItem, Visit

_SEVERITIES = {
    Gravity.ERROR: Severity.ERROR,
    Gravity.WARNING: Severity.WARN,
    Gravity.NOTE: Severity.NOTE,
}


def visit_line(visit: Visit, home: str | None) -> VisitLine:
    """Return a visit as a line of the list at the left; it is loaded as far as that needs, without items."""
    first, last = _ends(day.date for day in visit.days)
    outward = _outward(visit, home)
    others = [
        party for party in visit.parties if outward is None or (party.side is PartySide.HOST) == outward
    ]
    other = "·".join(dict.fromkeys(short_name(party.organisation) for party in others))
    return VisitLine(visit.id, visit.title, other, outward, first, last, visit.period, tuple(visit.languages))


def visit_view(
    visit: Visit,
    places: Iterable[Place],
    home: str | None,
    *,
    read_only: bool,
    found: Sequence[FindingView] = (),
    rows: Mapping[tuple[str, str], Row] | None = None,
    kept: Mapping[str, ItemView] | None = None,
    same: Mapping[dt.date, DayView] | None = None,
) -> VisitView:
    """Return a visit as its pages show it, with findings that are known already.

    ``rows`` are all rows that were loaded with it; ``kept`` are entries that have not changed, by their ids,
    and ``same`` the days of which nothing has.
    """
    first, last = _span(visit)
    return VisitView(
        id=visit.id,
        title=visit.title,
        city=visit.city,
        languages=tuple(visit.languages),
        outward=_outward(visit, home),
        zone=visit.time_zone,
        first=first,
        last=last,
        parties=tuple(
            PartyChoice(party.id, short_name(party.organisation), party.side is PartySide.HOST)
            for party in visit.parties
        ),
        days=_days(visit, kept or {}, same or {}),
        places=tuple(PlaceChoice(place.id, place.name) for place in places),
        delegations=tuple(_delegations(visit)),
        meetings=tuple(
            MeetingChoice(meeting.id, _title(meeting), meeting.number) for meeting in visit.meetings
        ),
        findings=tuple(found),
        stays=tuple(stay_view(stay) for stay in sorted(visit.stays, key=lambda stay: stay.check_in)),
        read_only=read_only,
        found=_by_row(found),
        whole=visit,
        rows=rows or {},
    )


def with_findings(view: VisitView, found: Sequence[FindingView]) -> VisitView:
    """Return the same visit with other findings."""
    return replace(view, findings=tuple(found), found=_by_row(found))


def finding_views(found: Iterable[Finding], visit: Visit) -> tuple[FindingView, ...]:
    """Return what was found as pages show it."""
    return tuple(
        FindingView(
            _SEVERITIES[finding.severity],
            finding.code.value,
            tuple(key for _table, key in finding.objects),
            finding,
            visit,
        )
        for finding in found
    )


def _by_row(found: Iterable[FindingView]) -> dict[str, tuple[FindingView, ...]]:
    by_row: dict[str, list[FindingView]] = {}
    for finding in found:
        for row in finding.rows:
            by_row.setdefault(row, []).append(finding)
    return {row: tuple(listed) for row, listed in by_row.items()}


def short_name(organisation: Organisation) -> str:
    """Return what an organisation is called for short."""
    if organisation.acronym:
        return organisation.acronym
    written = organisation.name.pick(["en"])
    return written.text if written else "?"


def _span(visit: Visit) -> tuple[dt.date | None, dt.date | None]:
    return _ends([day.date for day in visit.days] or [item.date for item in visit.items])


def _ends(dates: Iterable[dt.date]) -> tuple[dt.date | None, dt.date | None]:
    known = sorted(dates)
    return (known[0], known[-1]) if known else (None, None)


def _outward(visit: Visit, home: str | None) -> bool | None:
    """Tell whether our side travels; None where it is not known which side is ours."""
    sides = {party.side for party in visit.parties if party.organisation_id == home}
    return PartySide.GUEST in sides if sides else None


def _days(visit: Visit, kept: Mapping[str, ItemView], same: Mapping[dt.date, DayView]) -> tuple[DayView, ...]:
    known = {day.date: day for day in visit.days}
    by_date: dict[dt.date, list[ScheduleItem]] = {date: [] for date in known}
    for item in visit.items:
        by_date.setdefault(slot_at_home(item, visit.time_zone).date, []).append(item)
    legs: dict[dt.date, list[Leg]] = {}
    for leg in visit.legs:
        legs.setdefault(leg.departure_date, []).append(leg)
        by_date.setdefault(leg.departure_date, [])
    made: list[DayView] = []
    for date in sorted(by_date):
        if date in same:
            made.append(same[date])
            continue
        items = in_order(by_date[date], visit.time_zone)
        meetings: dict[str, Meeting] = {
            link.meeting.id: link.meeting for item in items for link in item.meetings
        }
        day = known.get(date)
        made.append(
            DayView(
                day.id if day else date.isoformat(),
                date,
                day.title if day else NO_TEXT,
                tuple(MeetingLine(_title(meeting), meeting.number) for meeting in meetings.values()),
                tuple(kept.get(item.id) or _item(item, visit.time_zone) for item in items),
                tuple(leg_view(leg) for leg in sorted(legs.get(date, ()), key=_departure)),
            )
        )
    return tuple(made)


def _departure(leg: Leg) -> tuple[bool, dt.time, str, str]:
    return leg.departure_time is None, leg.departure_time or dt.time(), leg.order, leg.id


def _title(meeting: Meeting) -> LocalisedText:
    if meeting.title:
        return meeting.title
    return meeting.series.title if meeting.series else NO_TEXT


def _item(item: ScheduleItem, home: str) -> ItemView:
    chair = chair_of(item)
    return ItemView(
        id=item.id,
        title=item.title,
        kind=item.kind.value,
        date=item.date,
        start=item.start,
        end=item.end,
        end_day=item.end_day,
        at=slot_at_home(item, home),
        zone=item.zone,
        offset=_offset(item),
        assumed=item.time_basis.value == "assumed",
        status=item.status.value,
        audience=item.audience.value,
        audience_party=item.audience_party_id or "",
        place=item.place_id or "",
        place_name=item.place.name if item.place else NO_TEXT,
        chair=(chair.person_id or "") if chair else "",
        people=_people(item),
        speaking=_speaking(item),
        remarks=item.remarks,
        talks=tuple(
            TalkView(
                talk.id,
                talk.title,
                talk.minutes,
                tuple(_who(speaker.person, speaker.organisation) for speaker in talk.speakers),
                talk.slides.value,
            )
            for talk in item.presentations
        ),
        stops=tuple(
            StopView(
                stop.id,
                stop.name or (stop.place.name if stop.place else NO_TEXT),
                stop.guide.name if stop.guide else None,
                stop.minutes,
            )
            for tour in item.tours
            for stop in tour.stops
        ),
        minutes=_minutes(item),
    )


def _people(item: ScheduleItem) -> tuple[Who, ...]:
    """Return who takes part; who speaks is told apart, for a talk changes nobody's part."""
    taking = [one for one in item.participations if not one.excluded]
    made = [_part(one) for one in taking if one.role is not ParticipationRole.SPEAKER]
    if _for_everybody(item):
        # Who chairs or interprets does so before everybody who is there; whom nothing limits is invited.
        made.insert(0, Who())
    return tuple(dict.fromkeys(made)) or (Who(),)


def _speaking(item: ScheduleItem) -> tuple[Who, ...]:
    """Return who speaks: in a talk, or in the entry as a whole."""
    made = [_who(one.person, one.organisation) for talk in item.presentations for one in talk.speakers]
    named = [one for one in item.participations if one.role is ParticipationRole.SPEAKER]
    return tuple(dict.fromkeys([*made, *(_part(one) for one in named if not one.excluded)]))


def _part(one: Participation) -> Who:
    """Return what a participation names; nothing of all means everyone."""
    if one.person is not None or one.organisation is not None:
        return _who(one.person, one.organisation)
    if one.delegation is not None:
        title = one.delegation.title
        return Who(text=title or LocalisedText(en=short_name(one.delegation.organisation)))
    return Who(text=one.group.name) if one.group is not None else Who()


def _for_everybody(item: ScheduleItem) -> bool:
    """Tell whether an entry names nobody who alone takes part in it."""
    return not is_limited(item) and not any(group.members for tour in item.tours for group in tour.groups)


def _who(person: object, organisation: Organisation | None) -> Who:
    name = getattr(person, "name", None)
    if name is not None:
        return Who(name=name)
    return Who(text=LocalisedText(en=short_name(organisation)) if organisation else NO_TEXT, open=True)


def _minutes(item: ScheduleItem) -> int | None:
    if item.start is None or item.end is None:
        return None
    start = moment(item.date, item.start, item.start_fold, item.zone)
    end = moment(item.date + dt.timedelta(days=item.end_day), item.end, item.end_fold, item.zone)
    return minutes_between(start, end)


def _offset(item: ScheduleItem) -> str:
    gap = utc_offset(item.date, item.start, item.zone)
    return offset(gap) if gap is not None else ""


def _delegations(visit: Visit) -> Sequence[DelegationChoice]:
    return [
        DelegationChoice(
            delegation.id,
            delegation.title or LocalisedText(en=short_name(delegation.organisation)),
            tuple(
                PersonChoice(delegate.person_id, delegate.person.name, short_name(delegation.organisation))
                for delegate in delegation.delegates
            ),
        )
        for delegation in visit.delegations
    ]
