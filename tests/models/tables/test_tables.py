"""The vocabulary: what every table must have, checked over all of them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect

from models.errors import InvalidValue, TextUnfit
from models.store.writing import ROW_KINDS
from models.tables import LegPassenger, Organisation, Person, ScheduleItem, TableRow
from models.tables.fields import SENSITIVE
from models.tables.keys import link_key, new_key

DESIGN = {
    *("file_info", "author", "organisation", "person", "affiliation", "place", "series", "meeting"),
    *("visit", "party", "visit_day", "delegation", "delegate", "schedule_item", "participation"),
    *("presentation", "lab_tour", "tour_stop", "tour_group", "leg", "stay", "room", "cooperation_item"),
    *("follow_up", "agreement", "task", "visit_contact", "attachment", "release", "term", "honorific"),
}


def test_the_whole_vocabulary_is_there():
    assert set(ROW_KINDS) >= DESIGN
    assert set(TableRow.metadata.tables) == {*ROW_KINDS, "change_set", "change", "tombstone"}


@pytest.mark.parametrize("kind", ROW_KINDS.values(), ids=ROW_KINDS)
def test_every_field_remembers_what_stood_before(kind):
    for attribute in inspect(kind).column_attrs:
        assert attribute.key == "id" or attribute.active_history, attribute


@pytest.mark.parametrize("kind", ROW_KINDS.values(), ids=ROW_KINDS)
def test_every_reference_is_a_relationship_that_is_never_lazy(kind):
    relationships = inspect(kind).relationships
    assert all(relationship.lazy == "raise" for relationship in relationships)
    led = {next(iter(r.local_columns)).name for r in relationships if "follow" in r.info}
    assert led == {key.parent.name for key in kind.__table__.foreign_keys}


def test_the_database_takes_no_action_of_its_own():
    for table in TableRow.metadata.tables.values():
        assert all(key.ondelete is None and key.onupdate is None for key in table.foreign_keys)


def test_what_is_sensitive_says_so():
    sensitive = {column.name for column in Person.__table__.columns if column.info.get(SENSITIVE)}
    assert sensitive == {"passport", "diet", "access_needs", "health", "emergency_contact"}


def test_the_time_of_an_entry_is_one_group():
    grouped = {column.name for column in ScheduleItem.__table__.columns if column.info.get("group") == "time"}
    assert grouped == {"date", "start", "end", "end_day", "zone", "start_fold", "end_fold"}


def test_new_keys_sort_by_time_and_are_version_7():
    import time
    import uuid

    before = time.time_ns() // 1_000_000
    keys = [new_key() for _ in range(5000)]
    # Many are made in one millisecond: they sort as they were made all the same.
    assert keys == sorted(set(keys))
    assert {(uuid.UUID(key).version, uuid.UUID(key).variant) for key in keys} == {(7, uuid.RFC_4122)}
    assert before <= uuid.UUID(keys[0]).int >> 80 <= time.time_ns() // 1_000_000


@given(st.lists(st.text(alphabet="ab\x1e", max_size=3), min_size=1, max_size=3), st.sampled_from(["x", "y"]))
def test_keys_of_links_are_the_same_for_the_same_ends_only(ends, table):
    assert link_key(table, *ends) == link_key(table, *ends)
    assert link_key(table, *ends) != link_key(table, *ends, "c")
    assert link_key(LegPassenger.__tablename__, *ends) != link_key(table, *ends)


@pytest.mark.parametrize(
    ("field", "given_value", "kept"),
    [
        ("date", "2024-07-30", dt.date(2024, 7, 30)),
        ("start", "09:30", dt.time(9, 30)),
        ("start", dt.time(9, 30, 15), dt.time(9, 30)),
        ("end", None, None),
        ("title", {"ko": " 환영사 "}, {"ko": "환영사"}),
        ("zone", "Asia/Tokyo", "Asia/Tokyo"),
        ("end_day", 1, 1),
        ("kind", "lab tour", "lab tour"),
    ],
)
def test_fields_take_what_they_can_keep(field, given_value, kept):
    item = ScheduleItem(**{field: given_value})
    value = getattr(item, field)
    assert (dict(value) if field == "title" else value) == kept


@pytest.mark.parametrize(
    ("kind", "field", "value", "reason"),
    [
        (ScheduleItem, "date", "30 July", "not-a-date"),
        (ScheduleItem, "date", dt.datetime(2024, 7, 30), "not-a-date"),
        (ScheduleItem, "start", "25:10", "not-a-time"),
        (ScheduleItem, "end_day", "1", "not-a-number"),
        (ScheduleItem, "end_day", True, "not-a-number"),
        (ScheduleItem, "title", "환영사", "not-localised"),
        (Person, "languages", "ko", "not-a-list"),
        (Organisation, "time_zone", "Mars/Olympus", "unknown-zone"),
    ],
)
def test_fields_name_what_they_cannot_keep(kind, field, value, reason):
    with pytest.raises(InvalidValue) as raised:
        kind(**{field: value})
    assert (raised.value.values["field"], raised.value.values["reason"]) == (field, reason)


def test_a_title_has_one_line_and_a_remark_may_have_several():
    assert ScheduleItem(remarks={"ko": "가\n나"}).remarks.text_in("ko") == "가\n나"
    with pytest.raises(TextUnfit):
        ScheduleItem(title={"ko": "가\n나"})
