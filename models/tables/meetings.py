"""Meetings that recur, and their numbered editions."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import Frequency, Hosting, MeetingMode
from models.tables.directory import Organisation
from models.tables.fields import block, localised, one, order, owned, partial_date, reference, value
from models.text.localised import LocalisedText

if TYPE_CHECKING:
    from models.tables.cooperation import CooperationItem
    from models.tables.visits import Visit


class Series(Row):
    """A meeting that recurs; the ordinals and hosts of its editions are data, for there are gaps."""

    __tablename__ = "series"

    title: Mapped[LocalisedText] = localised()
    short_title: Mapped[LocalisedText] = localised()
    first_year: Mapped[int | None] = value()
    frequency: Mapped[Frequency] = value(Frequency.YEARLY)
    hosting: Mapped[Hosting] = value(Hosting.ALTERNATING)
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    parties: Mapped[list["SeriesParty"]] = owned("SeriesParty", "series_id")
    editions: Mapped[list["Meeting"]] = owned("Meeting", "series_id")
    cooperation_items: Mapped[list["CooperationItem"]] = owned("CooperationItem", "series_id")


class SeriesParty(Row):
    """An organisation that holds a series with others; key derived from both ends."""

    __tablename__ = "series_party"

    series_id: Mapped[str] = reference("series")
    organisation_id: Mapped[str] = reference("organisation")
    order: Mapped[str] = order()

    organisation: Mapped[Organisation] = one("SeriesParty.organisation_id")
    series: Mapped[Series] = one("SeriesParty.series_id")


class Meeting(Row):
    """One numbered edition of a series, or a meeting without a series; usually part of a visit."""

    __tablename__ = "meeting"

    series_id: Mapped[str | None] = reference("series")
    visit_id: Mapped[str | None] = reference("visit")
    number: Mapped[int | None] = value()
    title: Mapped[LocalisedText] = localised()
    date: Mapped[str] = partial_date()
    mode: Mapped[MeetingMode] = value(MeetingMode.IN_PERSON)
    host_id: Mapped[str | None] = reference("organisation")
    city: Mapped[LocalisedText] = localised()
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    series: Mapped[Series | None] = one("Meeting.series_id")
    visit: Mapped["Visit | None"] = one("Meeting.visit_id", follow=False)
    host: Mapped[Organisation | None] = one("Meeting.host_id")
