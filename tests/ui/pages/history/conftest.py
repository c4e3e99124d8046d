"""The history of the sample, after somebody has done a few things."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from models.actions import directory, schedule
from models.store import Database
from tests.support.files import PARK, sample_database, sample_visit


@pytest.fixture
def theme(qapp):
    """Return the theme in English."""
    from ui.style.theme import Shade, Theme

    return Theme(qapp, "en", Shade.LIGHT)


@pytest.fixture
def done(tmp_path):
    """Return the open file, its visit and an entry that two people have changed."""
    with sample_database(tmp_path) as database:
        visit = sample_visit(database)
        item = visit.items[0]
        schedule.item.edit(database, item.id, {"start": "14:00"})
        with Database.open(database.path, PARK) as other:
            schedule.item.edit(other, item.id, {"title.en": "Opening"})
            directory.person.edit(other, visit.delegations[0].delegates[0].person_id, {"passport": "M123"})
        yield SimpleNamespace(database=database, visit=visit, item=item)
