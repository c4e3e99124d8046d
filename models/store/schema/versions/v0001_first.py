"""The first schema.

A frozen description: it says what the file looked like on its day, whatever the classes say now.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic.operations import Operations

Part = sa.Column[object] | sa.CheckConstraint | sa.ForeignKeyConstraint


def upgrade(op: Operations) -> None:
    """Make every table of the first schema."""
    for make in (_directory, _meetings, _schedule, _travel, _cooperation, _papers_and_journal):
        make(op)


def _table(op: Operations, name: str, *parts: Sequence[Part], key: Sequence[str] = ("id",)) -> None:
    columns = [part for group in parts for part in group]
    for part in columns:
        if isinstance(part, sa.CheckConstraint):
            part.name = f"ck_{name}_{part.info['column']}"
    own_key = [sa.Column("id", sa.Text(), nullable=False)] if tuple(key) == ("id",) else []
    op.create_table(name, *own_key, *columns, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))
    for part in columns:
        if isinstance(part, sa.Column) and part.info.get("index"):
            op.create_index(f"ix_{name}_{part.name}", name, [part.name])


def _texts(*names: str, empty: bool = False) -> list[Part]:
    return [sa.Column(name, sa.Text(), nullable=empty) for name in names]


def _numbers(*names: str, empty: bool = False) -> list[Part]:
    return [sa.Column(name, sa.Integer(), nullable=empty) for name in names]


def _days(*names: str, empty: bool = False) -> list[Part]:
    return [sa.Column(name, sa.Date(), nullable=empty) for name in names]


def _flags(*names: str) -> list[Part]:
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names]


def _bytes(name: str) -> list[Part]:
    return [sa.Column(name, sa.LargeBinary(), nullable=False)]


def _choice(name: str, *values: str) -> list[Part]:
    listed = ", ".join(f"'{value}'" for value in values)
    check = sa.CheckConstraint(f'"{name}" IN ({listed})', name=name, info={"column": name})
    return [sa.Column(name, sa.Text(), nullable=False), check]


def _to(table: str, *names: str, empty: bool = False, index: bool = True) -> list[Part]:
    made: list[Part] = []
    for name in names:
        made.append(sa.Column(name, sa.Text(), nullable=empty, info={"index": index}))
        made.append(sa.ForeignKeyConstraint([name], [f"{table}.id"]))
    return made


def _indexed(name: str, kind: type[sa.Text | sa.Integer] = sa.Text) -> list[Part]:
    return [sa.Column(name, kind(), nullable=False, info={"index": True})]


def _directory(op: Operations) -> None:
    _table(
        op,
        "organisation",
        _to("organisation", "parent_id", empty=True),
        _choice("kind", "institute", "division", "ministry", "university", "company", "other"),
        _texts("name", "acronym", "country", "city", "address", "time_zone", "website", "note", "order"),
    )
    _table(
        op,
        "person",
        _texts(
            "family",
            "given",
            "reading",
            "preferred",
            "title",
            "native_language",
            "languages",
            "email",
            "phone",
            "passport",
            "diet",
            "access_needs",
            "health",
            "emergency_contact",
            "note",
        ),
    )
    _table(
        op,
        "place",
        _to("place", "parent_id", empty=True),
        _to("organisation", "organisation_id", empty=True),
        _choice(
            "kind",
            "city",
            "site",
            "building",
            "room",
            "laboratory",
            "hotel",
            "restaurant",
            "station",
            "airport",
            "other",
        ),
        _texts("name", "code", "address", "phone", "time_zone"),
        _numbers("capacity", empty=True),
        _texts("note", "order"),
    )
    _table(
        op,
        "affiliation",
        _to("person", "person_id"),
        _to("organisation", "organisation_id"),
        _texts("position", "start", "end", "order"),
    )
    _table(op, "author", _texts("name"))
    _table(
        op,
        "file_info",
        _texts("name", "created_at"),
        _to("organisation", "home_organisation_id", empty=True, index=False),
    )
    _table(op, "term", _texts("text", "field", "note", "order"))
    _table(
        op,
        "honorific",
        _texts("language"),
        _choice("paper", "agenda", "letter", "envelope", "name plate", "list"),
        _texts("form", "note", "order"),
    )
    _table(
        op,
        "attachment",
        _texts("table", "row_id", "name", "media_type"),
        _numbers("size"),
        _texts("sha256"),
        _bytes("content"),
        _texts("note", "order"),
    )


def _meetings(op: Operations) -> None:
    _table(
        op,
        "series",
        _texts("title", "short_title"),
        _numbers("first_year", empty=True),
        _choice("frequency", "yearly", "twice yearly", "biennial", "irregular"),
        _choice("hosting", "alternating", "alternating, proposed", "fixed", "irregular"),
        _texts("note", "order"),
    )
    _table(
        op,
        "series_party",
        _to("series", "series_id"),
        _to("organisation", "organisation_id"),
        _texts("order"),
    )
    _table(
        op,
        "visit",
        _texts("title", "city", "country", "time_zone", "languages"),
        _choice("status", "planned", "confirmed", "cancelled"),
        _texts("period", "mark", "note"),
    )
    _table(
        op,
        "party",
        _to("visit", "visit_id"),
        _to("organisation", "organisation_id"),
        _choice("side", "host", "guest"),
        _texts("language", "time_zone", "note", "order"),
    )
    _table(op, "visit_day", _to("visit", "visit_id"), _days("date"), _texts("title", "note"))
    _table(
        op,
        "meeting",
        _to("series", "series_id", empty=True),
        _to("visit", "visit_id", empty=True),
        _numbers("number", empty=True),
        _texts("title", "date"),
        _choice("mode", "in person", "online", "hybrid"),
        _to("organisation", "host_id", empty=True),
        _texts("city", "note", "order"),
    )
    _table(
        op,
        "agreement",
        _choice("kind", "mou", "agreement", "arrangement", "other"),
        _texts("title", "signed", "renewed", "expires", "scope", "note", "order"),
    )
    _table(
        op,
        "agreement_party",
        _to("agreement", "agreement_id"),
        _to("organisation", "organisation_id"),
        _texts("order"),
    )
    _table(
        op,
        "delegation",
        _to("visit", "visit_id"),
        _to("party", "party_id"),
        _to("organisation", "organisation_id"),
        _texts("title", "note", "order"),
    )
    _table(
        op,
        "delegate",
        _to("delegation", "delegation_id"),
        _to("person", "person_id"),
        _choice("role", "head", "deputy", "member", "interpreter", "coordinator", "guest"),
        _to("organisation", "organisation_id", empty=True),
        _texts("position", "interprets"),
        _days("present_from", "present_to", empty=True),
        _texts("note", "order"),
    )


def _schedule(op: Operations) -> None:
    _table(
        op,
        "schedule_item",
        _to("visit", "visit_id"),
        _texts("title"),
        _choice(
            "kind",
            "address",
            "presentations",
            "discussion",
            "bilateral",
            "signing",
            "photo",
            "tea",
            "meal",
            "lab tour",
            "transfer",
            "free",
            "other",
        ),
        _days("date"),
        _texts("start", "end", empty=True),
        _numbers("end_day"),
        _texts("zone"),
        _numbers("start_fold", "end_fold"),
        _choice("time_basis", "assumed", "agreed"),
        _choice("status", "tentative", "confirmed", "cancelled"),
        _choice("audience", "public", "parties", "party", "office"),
        _to("party", "audience_party_id", empty=True),
        _to("place", "place_id", "alternative_place_id", "meeting_point_id", empty=True),
        _texts("online_link", "remarks", "note", "order"),
    )
    _table(op, "item_meeting", _to("schedule_item", "item_id"), _to("meeting", "meeting_id"), _texts("order"))
    _table(
        op,
        "presentation",
        _to("schedule_item", "item_id"),
        _texts("title"),
        _numbers("minutes", empty=True),
        _texts("language"),
        _choice("slides", "not asked", "asked", "received", "final"),
        _texts("abstract", "note", "order"),
    )
    _table(
        op,
        "presentation_speaker",
        _to("presentation", "presentation_id"),
        _to("person", "person_id", empty=True),
        _to("organisation", "organisation_id", empty=True),
        _texts("order"),
    )
    _table(
        op,
        "lab_tour",
        _to("schedule_item", "item_id"),
        _numbers("minutes_before", "walking_minutes", empty=True),
        _texts("note"),
    )
    _table(
        op,
        "tour_stop",
        _to("lab_tour", "tour_id"),
        _to("place", "place_id", empty=True),
        _texts("name"),
        _to("person", "guide_id", empty=True),
        _numbers("minutes", "capacity", empty=True),
        _texts("rules", "rules_text", "order"),
    )
    _table(
        op,
        "tour_group",
        _to("lab_tour", "tour_id"),
        _texts("name"),
        _to("person", "escort_id", "interpreter_id", empty=True),
        _texts("phone", "order"),
    )
    _table(
        op, "tour_group_member", _to("tour_group", "group_id"), _to("person", "person_id"), _texts("order")
    )
    _table(op, "tour_rotation", _to("tour_group", "group_id"), _to("tour_stop", "stop_id"), _texts("order"))
    _table(
        op,
        "participation",
        _to("schedule_item", "item_id"),
        _to("person", "person_id", empty=True),
        _to("delegation", "delegation_id", empty=True),
        _to("tour_group", "group_id", empty=True),
        _to("organisation", "organisation_id", empty=True),
        _choice("role", "participant", "speaker", "chair", "host", "guest", "interpreter"),
        _flags("excluded"),
        _choice("presence", "on site", "online"),
        _texts("start", "end", empty=True),
        _texts("order"),
    )


def _travel(op: Operations) -> None:
    _table(
        op,
        "leg",
        _to("visit", "visit_id"),
        _choice("kind", "flight", "train", "bus", "car", "ship", "walk", "other"),
        _texts("title", "number"),
        _to("place", "from_place_id", "to_place_id", empty=True),
        _days("departure_date"),
        _texts("departure_time", empty=True),
        _texts("departure_zone"),
        _numbers("departure_fold"),
        _texts("departure_terminal"),
        _days("arrival_date", empty=True),
        _texts("arrival_time", empty=True),
        _texts("arrival_zone"),
        _numbers("arrival_fold"),
        _texts("arrival_terminal"),
        _choice("status", "tentative", "confirmed", "cancelled"),
        _choice("audience", "public", "parties", "party", "office"),
        _to("party", "audience_party_id", empty=True),
        _texts("vehicle", "driver", "driver_phone", "remarks", "note", "order"),
    )
    _table(
        op,
        "leg_passenger",
        _to("leg", "leg_id"),
        _to("person", "person_id"),
        _texts("seat", "booking_code", "order"),
    )
    _table(
        op,
        "stay",
        _to("visit", "visit_id"),
        _to("place", "place_id", empty=True),
        _days("check_in"),
        _texts("check_in_time", empty=True),
        _days("check_out"),
        _texts("check_out_time", empty=True),
        _to("organisation", "payer_id", empty=True),
        _days("release_date", empty=True),
        _choice("audience", "public", "parties", "party", "office"),
        _to("party", "audience_party_id", empty=True),
        _texts("booking_code", "remarks", "note", "order"),
    )
    _table(
        op,
        "room",
        _to("stay", "stay_id"),
        _texts("number"),
        _choice("kind", "single", "double", "twin", "other"),
        _days("first_night", "last_night", empty=True),
        _texts("note", "order"),
    )
    _table(op, "room_occupant", _to("room", "room_id"), _to("person", "person_id"), _texts("order"))
    _table(
        op,
        "visit_contact",
        _to("visit", "visit_id"),
        _texts("purpose", "name"),
        _to("person", "person_id", empty=True),
        _to("party", "party_id", empty=True),
        _texts("phone", "email"),
        _days("first_day", "last_day", empty=True),
        _flags("emergency"),
        _choice("audience", "public", "parties", "party", "office"),
        _to("party", "audience_party_id", empty=True),
        _texts("note", "order"),
    )
    _table(
        op,
        "task",
        _to("visit", "visit_id", empty=True),
        _texts("title"),
        _numbers("due_days", empty=True),
        _days("due_date", empty=True),
        _to("author", "author_id", empty=True),
        _days("done_on", empty=True),
        _texts("note", "order"),
    )


def _cooperation(op: Operations) -> None:
    _table(
        op,
        "cooperation_item",
        _to("series", "series_id", empty=True),
        _texts("title"),
        _to("organisation", "proposer_id", empty=True),
        _texts("field"),
        _choice(
            "state",
            "draft",
            "proposed",
            "discussed",
            "agreed",
            "under way",
            "completed",
            "deferred",
            "withdrawn",
        ),
        _texts("background", "content", "benefit", "note", "order"),
    )
    _table(
        op,
        "cooperation_party",
        _to("cooperation_item", "item_id"),
        _to("organisation", "organisation_id"),
        _texts("order"),
    )
    _table(
        op,
        "cooperation_person",
        _to("cooperation_item", "item_id"),
        _to("person", "person_id"),
        _to("organisation", "organisation_id", empty=True),
        _texts("order"),
    )
    _table(
        op,
        "cooperation_decision",
        _to("cooperation_item", "item_id"),
        _to("meeting", "meeting_id"),
        _choice(
            "state",
            "draft",
            "proposed",
            "discussed",
            "agreed",
            "under way",
            "completed",
            "deferred",
            "withdrawn",
        ),
        _texts("decision", "order"),
    )
    _table(
        op,
        "follow_up",
        _to("cooperation_item", "item_id", empty=True),
        _to("cooperation_decision", "decision_id", empty=True),
        _texts("what"),
        _to("organisation", "organisation_id", empty=True),
        _to("person", "person_id", empty=True),
        _texts("due", "done", "note", "order"),
    )


def _papers_and_journal(op: Operations) -> None:
    _table(
        op,
        "release",
        _to("visit", "visit_id"),
        _numbers("number"),
        _texts("at", "change_set_id", "languages", "recipients", "note"),
    )
    _table(op, "release_file", _to("release", "release_id"), _texts("paper", "name", "sha256", "order"))
    _table(
        op,
        "change_set",
        _indexed("sequence", kind=sa.Integer),
        _indexed("author_id"),
        _texts("device", "at", "label", "label_values"),
    )
    _table(
        op,
        "change",
        _to("change_set", "change_set_id", index=False),
        _numbers("position"),
        _texts("table", "row_id"),
        _choice("kind", "insert", "update", "delete"),
        _texts("field"),
        _texts("before", "after", empty=True),
        key=("change_set_id", "position"),
    )
    op.create_index("ix_change_row", "change", ["table", "row_id"])
    _table(op, "tombstone", _texts("row_id", "table", "at"), key=("row_id",))
