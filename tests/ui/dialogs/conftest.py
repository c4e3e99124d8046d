"""Dialogs by themselves, on real files: what they ask is asked of the file."""

from __future__ import annotations

import pytest

from models.actions import backups, schedule
from models.store import Database
from models.store.backup import copy_database
from tests.support.files import PARK, sample_database, sample_visit


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    """Keep backups in the test's own folder."""
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))


@pytest.fixture
def theme(qapp):
    """Return the theme in English."""
    from ui.style.theme import Shade, Theme

    return Theme(qapp, "en", Shade.LIGHT)


@pytest.fixture
def tongue(qapp):
    """Return the words in English."""
    from ui.tongue import Tongue

    return Tongue(qapp, "en")


@pytest.fixture
def parent(qtbot):
    """Return a window for dialogs."""
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    widget.resize(1000, 700)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def office(tmp_path):
    """Return the sample, open."""
    with sample_database(tmp_path, "office.parley") as database:
        yield database


@pytest.fixture
def door(office):
    """Return the way into the sample."""
    from ui.data.door import door_of

    return door_of(office)


@pytest.fixture
def trip(office, tmp_path):
    """Return a copy in which somebody else has moved one entry, retitled another and removed a third."""
    path = tmp_path / "trip.parley"
    copy_database(office.path, path)
    items = sample_visit(office).items
    with Database.open(path, PARK) as other:
        schedule.item.edit(other, items[0].id, {"start": "08:30"})
        schedule.item.edit(other, items[1].id, {"title.ko": "사본의 제목"})
        schedule.item.remove(other, items[2].id)
    return path


@pytest.fixture
def clashing(office, trip):
    """Change in the office what the copy has changed too."""
    items = sample_visit(office).items
    schedule.item.edit(office, items[1].id, {"title.ko": "사무실의 제목"})
    schedule.item.edit(office, items[2].id, {"title.ko": "지워질 뻔한 것"})
    return trip


@pytest.fixture
def backup(office):
    """Return a backup of the sample as it is."""
    return backups.back_up_now(office).backups[0].path
