"""What tells candidates of one name apart: where they work, as what, their e-mail."""

from __future__ import annotations

from collections.abc import Mapping

from models.actions.intake.register import Register
from models.intake.labels import texts_in


def facts_of(register: Register, table: str, key: str) -> tuple[str, ...]:
    """Return a few words on a candidate; of an organisation the one above it and its full name."""
    row = register.find(table, key)
    if row is None:
        return ()
    if table == "person":
        return _of_person(register, key)
    if table == "organisation":
        above = row.get("parent_id")
        names = [_text(register, table, key, "name"), register.label(table, above) if above else ""]
        return _different(names, register.label(table, key))
    if table == "place":
        above = row.get("parent_id")
        return _different([register.label(table, above) if above else ""], register.label(table, key))
    return ()


def _of_person(register: Register, key: str) -> tuple[str, ...]:
    posts = {**register.known.rows["affiliation"], **register.planned["affiliation"]}
    facts: list[str] = []
    for post in posts.values():
        if post["person_id"] == key and not post.get("end"):
            facts.append(register.label("organisation", post["organisation_id"]))
            facts.append(_text(register, "affiliation", post["id"], "position"))
    row = register.find("person", key) or {}
    facts.append(str(row.get("email") or ""))
    return _different(facts, "")


def _text(register: Register, table: str, key: str, field: str) -> str:
    row = register.find(table, key)
    texts: Mapping[str, str] = texts_in(row, field) if row is not None else {}
    order = (*register.languages, *texts)
    return next((texts[tag] for tag in order if texts.get(tag)), "")


def _different(facts: list[str], name: str) -> tuple[str, ...]:
    return tuple(fact for fact in dict.fromkeys(facts) if fact and fact != name)
