"""All pages and sections, each with a row of every kind open in its form: named, whole, reached by keys."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView

from tests.ui.seen import Painted, controls, faults, keyboard_order, named, unseen
from ui.pages import PAGES
from ui.pages.visit.sections import SECTIONS
from ui.places import Spot
from ui.widgets.beside import Beside

LANGUAGES = ("ko", "ja", "en")
SIZES = {"small": (1024, 640), "large": (1440, 900)}
DIRECTORY = ("person", "organisation", "place")


def rows_of(page):
    """Return the first row of each table in the list of a page."""
    found = {}
    rows = getattr(getattr(page, "list", None), "rows", None)
    for row in rows.shown() if hasattr(rows, "shown") else ():
        table, key = getattr(row, "table", ""), getattr(row, "id", "") or getattr(row, "key", "")
        if table and key:
            found.setdefault(table, key)
    return found


def walk(workspace, idle):
    """Go through the window; say where one is each time."""
    for code in SECTIONS:
        workspace.visit_page.open_section(code)
        idle(workspace)
        yield code
        section = workspace.visit_page.build(code)
        if code == "schedule":
            yield from walk_items(workspace, section, idle)
            continue
        for table, key in rows_of(section).items():
            section.select(table, key)
            idle(workspace)
            yield f"{code}, {table}"
    for code in PAGES:
        workspace.navigation.go(Spot(code))
        idle(workspace)
        yield code
        page = workspace.navigation.pages[code]
        if code == "directory":
            yield from walk_directory(workspace, page, idle)
            continue
        for table, key in rows_of(page).items():
            page.select(table, key)
            idle(workspace)
            yield f"{code}, {table}"


def walk_items(workspace, section, idle):
    """Open an entry of each kind, a day, and what is inside an entry."""
    kinds = {}
    view = workspace.desk.visit
    for item in (item for day in view.days for item in day.items):
        kinds.setdefault(item.kind, item.id)
    inside = {
        table: key for table, key in view.rows if table in ("visit_day", "presentation", "participation")
    }
    for table, key in [*(("schedule_item", key) for key in kinds.values()), *inside.items()]:
        section.select(table, key)
        idle(workspace)
        yield f"schedule, {table}"


def walk_directory(workspace, page, idle):
    for table in DIRECTORY:
        page.show_table(table)
        idle(workspace)
        yield f"directory, {table}"
        keys = page.list().shown()
        page.select(table, keys[0])
        idle(workspace)
        yield f"directory, a {table}"
        page.list().select(keys[:3])
        idle(workspace)
        yield f"directory, three of {table}"
        page.close_panel()
    page.show_table("person")
    page.show_duplicates()
    idle(workspace)
    yield "directory, duplicates"
    page.close_duplicates()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_everything_is_named_and_whole(window, office_file, idle, monkeypatch, tag, size):
    workspace = window(office_file, language=tag, size=SIZES[size])
    painted = Painted(monkeypatch, tag)
    idle(workspace)
    wrong = [f"{where}: {fault}" for where in walk(workspace, idle) for fault in faults(workspace, painted)]
    assert not wrong, "\n" + "\n".join(dict.fromkeys(wrong))


def test_every_control_is_reached_by_tab(window, office_file, idle, qtbot):
    workspace = window(office_file)
    workspace.window().activateWindow()
    idle(workspace)
    wrong = []
    for where in walk(workspace, idle):
        QApplication.processEvents()
        here = controls(workspace)
        met = keyboard_order(qtbot, workspace.sidebar.search)
        wrong += [
            f"{where}: Tab misses {named(each)!r}"
            for each in here
            if each.isVisible()
            and each.isEnabled()
            and takes_tab(each)
            and each not in met
            # Of choices side by side Tab takes the one in force.
            and not by_other_keys(each)
        ]
        wrong += [
            f"{where}: no key reaches {named(each)!r}"
            for each in here
            if each.isVisible() and not takes_tab(each) and not by_other_keys(each)
        ]
    assert not wrong, "\n" + "\n".join(dict.fromkeys(wrong))


def test_tab_goes_through_the_list_and_its_bar_before_the_panel(window, office_file, idle, qtbot):
    workspace = window(office_file)
    workspace.window().activateWindow()
    idle(workspace)
    wrong = []
    for where in walk(workspace, idle):
        QApplication.processEvents()
        met = keyboard_order(qtbot, workspace.sidebar.search)
        for beside in (each for each in workspace.findChildren(Beside) if each.isVisible()):
            left = [at for at, each in enumerate(met) if beside.left.isAncestorOf(each)]
            right = [at for at, each in enumerate(met) if beside.panel.isAncestorOf(each)]
            if left and right and max(left) > min(right):
                wrong.append(f"{where}: {named(met[max(left)])!r} comes after {named(met[min(right)])!r}")
            # What stands in one line differs by a few pixels.
            heights = [met[at].mapTo(beside, QPoint(0, 0)).y() for at in left]
            if any(below < above - 12 for above, below in pairwise(heights)):
                wrong.append(f"{where}: {[named(met[at]) for at in left]} is not from the top to the foot")
    assert not wrong, "\n" + "\n".join(dict.fromkeys(wrong))


def takes_tab(control):
    return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)


def choices_beside(button):
    """Return the buttons of which one is in force at a time."""
    if button.group() is not None:
        return button.group().buttons()
    if not button.autoExclusive():
        return []
    return [each for each in button.parentWidget().findChildren(type(button)) if each.autoExclusive()]


def by_other_keys(control):
    """Tell whether a control is only read, or reached by arrows from its neighbour, or by a button."""
    beside = choices_beside(control) if isinstance(control, QAbstractButton) else []
    by_arrows = any(takes_tab(each) for each in beside if each is not control)
    # What the head of a table does by mouse, the button beside it does, too.
    return by_arrows or isinstance(control, QHeaderView) or getattr(control, "only_read", False)


@pytest.mark.parametrize("where", ["delegations, delegate", "schedule, presentation", "directory, a person"])
def test_the_focus_is_seen(window, office_file, idle, qtbot, where):
    workspace = window(office_file, language="en")
    workspace.window().activateWindow()
    idle(workspace)
    assert where in walk_until(workspace, idle, where)
    same, number = unseen(qtbot, workspace, workspace.sidebar.search)
    assert number > 20
    assert [named(each) for each in same] == []


def walk_until(workspace, idle, where):
    """Walk until one is somewhere, and stay there."""
    for here in walk(workspace, idle):
        if here == where:
            return here
    return ""


@pytest.mark.parametrize(("ratio", "tag"), [("1", "ja"), ("2", "en")])
def test_nothing_is_cut_at_another_scale(office_file, tmp_path, ratio, tag):
    environment = {**os.environ, "QT_SCALE_FACTOR": ratio, "PARLEY_PROFILE": str(tmp_path / "profile")}
    command = [sys.executable, "-m", "tests.ui.scaled", str(office_file), str(tmp_path / "settings"), tag]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert ended.stdout.splitlines() == [f"ratio {ratio}"]
