"""Which row a line of a file is about: by its id, by who somebody is, by what identifies a thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from models.actions.intake.draft import Draft, said_of
from models.actions.intake.fields import link_keys
from models.actions.intake.identity import Identity
from models.actions.intake.lists import Lists
from models.actions.intake.parts import Part, parts_of
from models.actions.intake.people import People, Seen
from models.actions.intake.register import Register
from models.actions.intake.resolve import NEW, Resolver
from models.actions.intake.scope import Scope
from models.actions.intake.values import old_value
from models.intake.columns import Block
from models.intake.links import DERIVED
from models.intake.record import Doubt, Mention, Parsed, Record, Unreadable
from models.intake.sheets import SHEETS


class Rows:
    """Tells the rows that the lines of one source are about."""

    def __init__(
        self, register: Register, people: People, resolver: Resolver, lists: Lists, scope: Scope
    ) -> None:
        self._register, self._people, self._resolver = register, people, resolver
        self._lists, self._scope, self._known = lists, scope, register.known
        self._identity: dict[str, Identity] = {}
        self._file_ids: set[tuple[str, str]] = set()
        self._unsaid: set[str] = set()
        """People who are known and whose ids the file does not say."""
        self._posts_of: dict[str, list[str]] = defaultdict(list)
        for key, row in self._known.rows["affiliation"].items():
            self.add_post(row["person_id"], key)

    def add_post(self, person: str, key: str) -> None:
        """Take in a post of somebody."""
        self._posts_of[person].append(key)

    def note_ids(self, by_kind: Mapping[str, list[Record]]) -> None:
        """Give each id of the file the id that its row has here: the same, unless that is taken elsewhere."""
        for records in by_kind.values():
            for record in records:
                for part in parts_of(record):
                    if said := part.id_in(record):
                        self._file_ids.add((part.block.table, said))
                        if said in self._known.rows[part.block.table]:
                            self.identified(part.block).spoken_for.add(said)
        self._unsaid = {key for key in self._known.rows["person"] if ("person", key) not in self._file_ids}

    def note_exact(self, kind: str, records: list[Record]) -> None:
        """See which rows are said exactly, so that no vaguer line takes them."""
        block = SHEETS[kind].blocks[0]
        if not block.identity or len(block.identity) < 2:
            return
        identity = self.identified(block)
        for record in records:
            fields = {
                stored: record.fields[name].value
                for name, stored in parts_of(record)[0].names
                if not isinstance(record.fields[name].value, (Mention, tuple))
            }
            if (found := identity.match(fields, self._scope.of(block), ways=1)) is not None:
                identity.spoken_for.add(found)

    def identified(self, block: Block) -> Identity:
        """Return what finds the rows of a block's table by the fields that identify them."""
        if block.table not in self._identity:
            self._identity[block.table] = Identity(self._register, block)
        return self._identity[block.table]

    def row_of(
        self,
        draft: Draft,
        part: Part,
        said: str,
        *,
        fields: dict[str, Any],
        fixed: dict[str, Any],
        cells: Mapping[str, Parsed],
    ) -> str | None:
        """Return the row that a block of a record is about; none where it is a new one."""
        block = part.block
        if said:
            if said in self._known.rows[block.table]:
                return said
            if (known := self._register.alias.get((block.table, said))) is not None:
                return known
        if block.table == "person":
            return self._person(draft, said, fields)
        if block.table == "affiliation":
            return self._affiliation(said, fields, fixed)
        if block.table in DERIVED:
            keys = link_keys(block.table, {**fixed, **fields})
            return next((key for key in keys if self._register.find(block.table, key)), None)
        if not block.identity:
            return None
        identity = self.identified(block)
        scope = {name: value for name, value in fixed.items() if name in (block.parent, "visit_id")}
        again = (not said and SHEETS[draft.record.kind].blocks[-1] is not block) or block.table in (
            "organisation",
            "place",
        )
        found = identity.match(fields, scope, again=again and not said)
        if found is None and not said:
            found = self._loosely(identity, block.table, scope, fields=fields, cells=cells)
            if found is None and part.lists:
                found = self._lists.row_with(draft.record, block, part.lists, scope, fields)
        if found is not None and said:
            # A row of the file with an id of its own is never one that the file brings with another.
            if found in self._register.planned[block.table] and found not in self._known.rows[block.table]:
                return None
            if (block.table, found) in self._file_ids:
                return None
            self._register.alias[block.table, said] = found
        return found

    def _loosely(
        self,
        identity: Identity,
        table: str,
        scope: Mapping[str, Any],
        *,
        fields: Mapping[str, Any],
        cells: Mapping[str, Parsed],
    ) -> str | None:
        """Return the known row that is meant where part of what identifies it was merely assumed."""
        assumed = {name for name, cell in cells.items() if cell.doubt is Doubt.UNSAID}
        if not assumed:
            return None
        certain = {name: value for name, value in fields.items() if name not in assumed}
        found = identity.match(certain, scope, again=True)
        row = self._known.find(table, found)
        if row is None or any(row.get(name) not in (None, "", value) for name, value in certain.items()):
            return None
        return found

    def _person(self, draft: Draft, said: str, fields: dict[str, Any]) -> str | None:
        seen = Seen(
            {name[7:]: text for name, text in fields.items() if name.startswith("family.")},
            {name[6:]: text for name, text in fields.items() if name.startswith("given.")},
            fields.get("email", ""),
            self._organisation_of(draft.record),
        )
        among = None
        if said:
            among = self._unsaid
            if not among:
                return None
        match = self._people.match(seen, among=among)
        key = match.row
        if key is None and match.candidates:
            origin = draft.record.origin
            asked = self._resolver.ask(
                "person", said_of(draft.record), origin, list(match.candidates), key=f"row:{draft.record.key}"
            )
            if asked is None:
                draft.refuse_row("person", Unreadable.SEVERAL_FIT, said_of(draft.record))
                return None
            key = None if asked == NEW else asked
        if key is not None and said:
            self._register.alias["person", said] = key
        return key

    def _organisation_of(self, record: Record) -> str | None:
        parsed = record.fields.get("organisation")
        if parsed is None or not isinstance(parsed.value, Mention):
            return None
        found = self._resolver.house(("organisations",), parsed.value, parsed.origin, parsed.doubt)
        return found.row or None

    def _affiliation(self, said: str, fields: dict[str, Any], fixed: dict[str, Any]) -> str | None:
        """Return the post that is meant: at the same organisation; of two, with the same position."""
        person = fixed["person_id"]
        posts = self._posts(person)
        held = [
            key for key, post in posts.items() if post["organisation_id"] == fields.get("organisation_id")
        ]
        held = [
            key
            for key in held
            if not (
                said
                and (("affiliation", key) in self._file_ids or key in self._register.planned["affiliation"])
            )
        ]
        exact = [
            key for key in held if all(old_value(posts[key], name) == value for name, value in fields.items())
        ]
        if exact:
            return exact[0]
        same = [
            key
            for key in held
            if any(
                old_value(posts[key], name) == value
                for name, value in fields.items()
                if name.startswith("position.")
            )
        ]
        found = (same or held[:1] or [None])[0]
        return None if found is not None and len(held) > 1 and not same else found

    def _posts(self, person: str) -> dict[str, Mapping[str, Any]]:
        """Return the posts of somebody, as they will be."""
        found = {key: self._register.find("affiliation", key) for key in self._posts_of.get(person, ())}
        return {key: row for key, row in found.items() if row is not None}
