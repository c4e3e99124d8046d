"""What mends a finding about an entry, named by its result."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from models.text.dates import DayForm, day
from ui import deeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.deeds import Deed
    from ui.forms.record import Repair
    from ui.pages.schedule.page import SchedulePage
    from ui.values import FindingView

_USUAL = 30
"""Minutes that an entry lasts of which nothing else is known."""


def repairs_of(page: SchedulePage, finding: FindingView) -> Sequence[Repair]:
    """Return the repairs of a finding; none where what is right is for people to say."""
    makers = {
        "ends-before-start": _end_after_start,
        "outside-days": _add_day,
        "talks-too-long": _extend,
        "speaker-unknown": _name_speaker,
    }
    maker = makers.get(finding.code)
    return maker(page, finding) if maker is not None else ()


def _entry(page: SchedulePage, finding: FindingView) -> Any:
    return next(
        (page.row(table, key) for table, key in finding.finding.objects if table == "schedule_item"), None
    )


def _doing(page: SchedulePage, deed: Deed) -> Any:
    return lambda: page.hands.do(deed)


def _end_after_start(page: SchedulePage, finding: FindingView) -> Sequence[Repair]:
    item, words = _entry(page, finding), page.words
    if item is None or words is None or item.start is None or item.end is None:
        return ()
    made: list[Repair] = []
    minutes = sum(talk.minutes or 0 for talk in item.presentations) or _USUAL
    ends = dt.datetime.combine(item.date, item.start) + dt.timedelta(minutes=minutes)
    if ends.date() == item.date:
        values = {"end": ends.time(), "end_day": 0}
        text = words.say_in("schedule", "Ends at {time}", time=f"{ends:%H:%M}")
        made.append((text, _doing(page, deeds.change("schedule_item", item.id, values))))
    if item.end_day == 0:
        text = words.say_in("schedule", "Ends at {time} on the next day", time=f"{item.end:%H:%M}")
        made.append((text, _doing(page, deeds.change("schedule_item", item.id, {"end_day": 1}))))
    return made


def _add_day(page: SchedulePage, finding: FindingView) -> Sequence[Repair]:
    item, words = _entry(page, finding), page.words
    if item is None or words is None or page.view is None:
        return ()
    if any(each.date == item.date for each in page.whole.days):
        return ()
    text = words.say_in(
        "schedule", "{day} becomes a day of the visit", day=day(item.date, words.language, DayForm.SHORT)
    )
    return [(text, _doing(page, deeds.add("visit_day", visit_id=page.view.id, date=item.date)))]


def _extend(page: SchedulePage, finding: FindingView) -> Sequence[Repair]:
    item, words = _entry(page, finding), page.words
    if item is None or words is None or item.start is None:
        return ()
    minutes = sum(talk.minutes or 0 for talk in item.presentations)
    ends = dt.datetime.combine(item.date, item.start) + dt.timedelta(minutes=minutes)
    days = (ends.date() - item.date).days
    if not minutes or days > 1:
        return ()
    shown = f"{ends:%H:%M}" + (f" +{days}" if days else "")
    text = words.say_in("schedule", "Ends at {time}", time=shown)
    values = {"end": ends.time(), "end_day": days}
    return [(text, _doing(page, deeds.change("schedule_item", item.id, values)))]


def _name_speaker(page: SchedulePage, finding: FindingView) -> Sequence[Repair]:
    words = page.words
    talk = next((key for table, key in finding.finding.objects if table == "presentation"), "")
    if words is None or page.row("presentation", talk) is None or page.panel.row() == ("presentation", talk):
        return ()

    def go() -> None:
        page.open_inside("presentation", talk)
        page.panel.editor("speakers").setFocus()
        first = page.panel.editor("speakers").first()
        if first is not None:
            first.setFocus()

    return [(words.say_in("schedule", "Name the speaker"), go)]
