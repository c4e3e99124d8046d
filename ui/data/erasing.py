"""Erasing a person for good: what that takes away, doing it here, and in copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.actions import erase as actions
from models.actions.backups import backups_of
from models.errors import NotFound
from ui.data.backups import backup_view
from ui.values_safety import CopyErased, CopyView, EraseDone, ErasePreview

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ui.data.door import Door


def preview(door: Door, person: str) -> ErasePreview:
    """Say what erasing a person takes away, and what it leaves; raises NotFound."""
    with door.open() as database:
        found = actions.erase_preview(database, person)
        known = next((each for each in actions.people(database) if each.id == person), None)
        backups = {each.path: backup_view(each) for each in backups_of(database)}
    if known is None:
        raise NotFound(what="person", text=person)
    return ErasePreview(
        person,
        known.name,
        found.rows,
        found.emptied,
        found.entries,
        found.mentions,
        found.attachments,
        tuple(CopyView(path, backups.get(path)) for path in found.copies),
    )


def erase(door: Door, person: str, copies: Sequence[Path]) -> EraseDone:
    """Erase a person for good, here and in the copies that are named; no backup is made before."""
    with door.open() as database:
        done = actions.erase_person(database, person)
    reached = actions.erase_in(copies, door.path, person, door.profile)
    return EraseDone(done.unfinished, tuple(CopyErased(each.path, each.problem) for each in reached))


class EraserOf:
    """One person of the open file, as the dialog asks for them."""

    def __init__(self, door: Door, person: str) -> None:
        self._door, self._person = door, person

    def preview(self) -> ErasePreview:
        """Say what erasing takes away."""
        return preview(self._door, self._person)

    def erase(self, copies: Sequence[Path]) -> EraseDone:
        """Erase, here and in the copies that are named."""
        return erase(self._door, self._person, copies)
