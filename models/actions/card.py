"""The card of the file, and the name that somebody signs with."""

from __future__ import annotations

from dataclasses import replace

from models.actions.action import action
from models.store import Database, Writing
from models.store.profile import keep_profile
from models.tables import Author, FileInfo


@action("file_info.card")
def set_card(writing: Writing, name: str, home: str | None) -> None:
    """Set what the file is called and whose it is."""
    for info in writing.where(FileInfo):
        writing.label_values["id"] = info.id
        writing.change(info, {"name": name, "home_organisation_id": home})


@action("author.rename")
def _rename(writing: Writing, name: str) -> None:
    known = writing.find(Author, writing.profile.author_id)
    if known is not None:
        writing.change(known, {"name": name})


def rename_author(database: Database, name: str) -> None:
    """Sign with another name from now on, on this device and in this file."""
    database.profile = replace(database.profile, author_name=name)
    keep_profile(database.profile)
    if database.writable:
        _rename(database, name)
