"""The declared forms against the tables: nothing forgotten, nothing sensitive shown as if it were not."""

from __future__ import annotations

import pytest
from sqlalchemy import Boolean, Date, Enum, Integer

from models.actions.links import LINKS as LISTS
from models.actions.registry import ENTITIES
from models.tables.fields import SENSITIVE, SEVERAL_LINES
from models.tables.types import Clock, Localised, Tags
from models.text.catalogue import words
from ui.forms.choices import choices_of
from ui.forms.spec import FieldKind
from ui.forms.specs import FORMS

LINKS = {
    "agreement_party",
    "cooperation_party",
    "cooperation_person",
    "item_meeting",
    "presentation_speaker",
    "room_occupant",
    "series_party",
    "tour_group_member",
    "tour_rotation",
}
"""Edited as lists of the rows that they link, by pages of their own."""
NO_FORM = {"attachment", "file_info", "release", "release_file"}
"""Files and what was sent out are not typed; the file's own card has a dialog."""
OWNERS = {
    "affiliation": {"person_id"},
    "cooperation_decision": {"item_id"},
    "follow_up": {"decision_id"},
    "lab_tour": {"item_id"},
    # Who takes part is what its key says: another one is another row (``participation.replace``).
    "participation": {"item_id", "person_id", "delegation_id", "group_id", "organisation_id"},
    "leg_passenger": {"leg_id", "person_id"},
    "presentation": {"item_id"},
    "room": {"stay_id"},
    "tour_group": {"tour_id"},
    "tour_stop": {"tour_id"},
    **{
        table: {"visit_id"}
        for table in (
            "delegation",
            "leg",
            "party",
            "schedule_item",
            "stay",
            "task",
            "visit_contact",
            "visit_day",
        )
    },
}
"""The row that a row is made in: it stays there."""
PSEUDO = {"schedule_item": {"chair", "meetings"}}
"""Saved by actions of their own."""
for _table, _field in LISTS:
    PSEUDO.setdefault(_table, set()).add(_field)


def columns(table):
    return {column.name: column for column in ENTITIES[table].kind.__table__.columns}


def edited(spec):
    return {column for field in spec.fields() for column in field.edits()}


def test_every_table_that_is_typed_has_a_form():
    assert set(ENTITIES) - LINKS - NO_FORM == set(FORMS)


@pytest.mark.parametrize("table", sorted(FORMS))
def test_every_field_of_a_table_is_in_its_form(table):
    left_out = {"id", "order"} | OWNERS.get(table, set())
    assert edited(FORMS[table]) - PSEUDO.get(table, set()) == set(columns(table)) - left_out


@pytest.mark.parametrize("table", sorted(FORMS))
def test_what_is_sensitive_in_the_table_is_sensitive_in_the_form_and_says_what_for(table):
    for field in FORMS[table].fields():
        kept = [columns(table)[column] for column in field.edits() if column in columns(table)]
        assert field.sensitive == any(column.info.get(SENSITIVE) for column in kept), field.name
        assert not field.sensitive or field.help


@pytest.mark.parametrize("table", sorted(FORMS))
def test_kinds_fit_the_columns(table):
    kinds = {
        Localised: {FieldKind.TEXT, FieldKind.TEXTS, FieldKind.NAME},
        Tags: {FieldKind.TAGS, FieldKind.LANGUAGES},
        Boolean: {FieldKind.FLAG},
        Integer: {FieldKind.NUMBER, FieldKind.DUE, FieldKind.WHEN, FieldKind.END},
        Date: {FieldKind.DATE, FieldKind.PERIOD, FieldKind.WHEN, FieldKind.END, FieldKind.DUE},
        Clock: {FieldKind.TIME, FieldKind.SPAN, FieldKind.PERIOD, FieldKind.WHEN, FieldKind.END},
        Enum: {FieldKind.CHOICE, FieldKind.AUDIENCE},
    }
    for field in FORMS[table].fields():
        for name in field.edits():
            if (column := columns(table).get(name)) is None:
                continue
            if column.foreign_keys:
                (key,) = column.foreign_keys
                assert field.kind in (FieldKind.REFERENCE, FieldKind.AUDIENCE), name
                assert field.kind is FieldKind.AUDIENCE or field.target == key.column.table.name, name
                assert column.nullable or field.required, f"{name} can be emptied"
                continue
            for stored, fitting in kinds.items():
                if isinstance(column.type, stored):
                    assert field.kind in fitting, name
            if field.kind in (FieldKind.TEXT, FieldKind.TEXTS):
                assert bool(column.info.get(SEVERAL_LINES)) == (field.kind is FieldKind.TEXTS), name
            if field.kind in (FieldKind.LINE, FieldKind.PROSE):
                assert bool(column.info.get(SEVERAL_LINES)) == (field.kind is FieldKind.PROSE), name


@pytest.mark.parametrize("table", sorted(FORMS))
def test_choices_are_those_of_the_column(table):
    for field in FORMS[table].fields():
        column = columns(table).get(field.name)
        if field.kind is FieldKind.CHOICE and isinstance(column.type, Enum):
            assert {code for code, _name in choices_of(field.choices, words("ko"))} == set(column.type.enums)
        elif field.kind in (FieldKind.CHOICE, FieldKind.TAGS, FieldKind.LANGUAGES):
            assert choices_of(field.choices, words("ja"))


def test_dates_that_may_not_be_empty_are_asked_for():
    for table, spec in FORMS.items():
        for field in spec.fields():
            dated = [columns(table)[name] for name in field.edits() if name in columns(table)]
            if any(isinstance(column.type, Date) and not column.nullable for column in dated):
                assert field.required, f"{table}.{field.name}"
