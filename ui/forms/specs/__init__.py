"""The forms of all tables that people edit; one module for each area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.forms.specs.cooperation import COOPERATION_DECISION, COOPERATION_ITEM, FOLLOW_UP
from ui.forms.specs.glossary import HONORIFIC, TERM
from ui.forms.specs.meetings import AGREEMENT, MEETING, SERIES
from ui.forms.specs.organisations import ORGANISATION, PLACE
from ui.forms.specs.people import AFFILIATION, PERSON
from ui.forms.specs.preparation import TASK, VISIT_CONTACT
from ui.forms.specs.schedule import PARTICIPATION, PRESENTATION, SCHEDULE_ITEM
from ui.forms.specs.tours import LAB_TOUR, TOUR_GROUP, TOUR_STOP
from ui.forms.specs.travel import LEG, LEG_PASSENGER, ROOM, STAY
from ui.forms.specs.visits import DELEGATE, DELEGATION, PARTY, VISIT, VISIT_DAY

if TYPE_CHECKING:
    from ui.forms.spec import FormSpec

FORMS: dict[str, FormSpec] = {
    spec.table: spec
    for spec in (
        COOPERATION_DECISION,
        COOPERATION_ITEM,
        FOLLOW_UP,
        HONORIFIC,
        TERM,
        AGREEMENT,
        MEETING,
        SERIES,
        ORGANISATION,
        PLACE,
        AFFILIATION,
        PERSON,
        TASK,
        VISIT_CONTACT,
        PARTICIPATION,
        PRESENTATION,
        SCHEDULE_ITEM,
        LAB_TOUR,
        TOUR_GROUP,
        TOUR_STOP,
        LEG,
        LEG_PASSENGER,
        ROOM,
        STAY,
        DELEGATE,
        DELEGATION,
        PARTY,
        VISIT,
        VISIT_DAY,
    )
}
"""By table."""
