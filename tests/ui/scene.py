"""What the tests of the window share: finding entries, reading the file past the window, typing."""

from __future__ import annotations

from contextlib import contextmanager

from PySide6.QtCore import Qt


def item_called(workspace, title, language="ko"):
    return next(
        item
        for day in workspace.desk.visit.days
        for item in day.items
        if item.title.text_in(language) == title
    )


def in_file(path, item_id):
    """Return the entry as it is in the file, or None where it is not there."""
    from models.errors import NotFound
    from models.store import Database
    from models.tables import ScheduleItem

    with Database.open(path) as database:
        try:
            return database.load(ScheduleItem, item_id)
        except NotFound:
            return None


def opened_title(workspace, item, language="ko"):
    """Select an entry and put the cursor into its title."""
    schedule = workspace.visit_page.schedule
    schedule.select("schedule_item", item.id)
    entry = schedule.panel.editor("title").entry(language)
    entry.setFocus()
    return entry


def typed(qtbot, entry, text):
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)


def key(qtbot, widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifiers)


@contextmanager
def somebody_else(path):
    """Open the same file as somebody else."""
    from models.store import Database
    from models.store.profile import Profile

    with Database.open(path, Profile("author-2", "박지훈", "device-2")) as other:
        yield other


def plan_visit(workspace, titles, languages, first, last):
    """Add a visit as its dialog does."""
    from ui.deeds import Deed

    fields = {"title": titles, "languages": languages, "first": first, "last": last}
    workspace.desk.do(Deed("visit.plan", fields), visit=True)
