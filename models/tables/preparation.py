"""Preparing a visit: tasks, and who can be reached during it."""

import datetime as dt

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import Audience
from models.tables.directory import Person
from models.tables.fields import block, line, localised, one, order, reference, value
from models.tables.file import Author
from models.tables.visits import Party, Visit
from models.text.localised import LocalisedText


class Task(Row):
    """Preparation work; without a visit it belongs to the template from which visits copy."""

    __tablename__ = "task"

    visit_id: Mapped[str | None] = reference("visit")
    title: Mapped[LocalisedText] = localised()
    due_days: Mapped[int | None] = value(group="due")
    """Days relative to the first day of the visit: -30 is D-30."""
    due_date: Mapped[dt.date | None] = value(group="due")
    author_id: Mapped[str | None] = reference("author")
    done_on: Mapped[dt.date | None] = value()
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    visit: Mapped[Visit | None] = one("Task.visit_id")
    author: Mapped[Author | None] = one("Task.author_id")


class VisitContact(Row):
    """Who can be reached for what on which days: a person, a desk, an emergency number."""

    __tablename__ = "visit_contact"

    visit_id: Mapped[str] = reference("visit")
    purpose: Mapped[LocalisedText] = localised()
    name: Mapped[LocalisedText] = localised()
    person_id: Mapped[str | None] = reference("person")
    party_id: Mapped[str | None] = reference("party")
    phone: Mapped[str] = line()
    email: Mapped[str] = line()
    first_day: Mapped[dt.date | None] = value(group="days")
    last_day: Mapped[dt.date | None] = value(group="days")
    emergency: Mapped[bool] = value(False)
    audience: Mapped[Audience] = value(Audience.PARTIES, group="audience")
    audience_party_id: Mapped[str | None] = reference("party", group="audience")
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    visit: Mapped[Visit] = one("VisitContact.visit_id")
    person: Mapped[Person | None] = one("VisitContact.person_id")
    party: Mapped[Party | None] = one("VisitContact.party_id")
    audience_party: Mapped[Party | None] = one("VisitContact.audience_party_id")
