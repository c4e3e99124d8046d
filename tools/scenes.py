"""What the pictures of the window show: one function a scene, over the real window and the real sample.

One window goes through the scenes of PAGES, of which only the last two change the file; each of the others
begins with a window of its own.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from models.actions import entries, schedule
from models.store import Database
from models.store.profile import Profile
from tools.scenes_of_bringing import bring, bring_agenda, bring_columns, bring_doubt
from tools.stage import FILES, LARGE, MOMENT, OTHERS, Stage, save
from ui.places import Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def draw(folder: Path, language: str, shade: str, scenes: list[str]) -> int:
    """Draw some scenes, one after the other in one window."""
    with tempfile.TemporaryDirectory() as place:
        stage = Stage(Path(place), language, shade, small=scenes[0].endswith("small"))
        for scene in scenes:
            SCENES[scene](stage)
            save(stage.picture(), folder / f"{scene}-{shade}-{language}.png")
        stage.window.saving.give_up()
    return 0


# Pages and sections, each with something open in it.


def overview(stage: Stage) -> None:
    """Show a visit at a glance, with its form."""
    _section(stage, "overview").edit_visit()
    stage.wait()


def delegations(stage: Stage) -> None:
    """Show who comes, with one of them open."""
    section = _section(stage, "delegations")
    _select(stage, section, "delegate", 1)


def panel(stage: Stage) -> None:
    """Show a session in which a speaker is still open."""
    section = _section(stage, "schedule")
    visit = stage.window.desk.visit
    items = [item for day in visit.days for item in day.items] if visit else []
    found = next(item for item in items if any(who.open for talk in item.talks for who in talk.speakers))
    section.select("schedule_item", found.id)
    stage.wait()


def tours(stage: Stage) -> None:
    """Show a lab tour with a stop open."""
    _select(stage, _section(stage, "tours"), "tour_stop")


def presentations(stage: Stage) -> None:
    """Show the talks with one open."""
    _select(stage, _section(stage, "presentations"), "presentation", 1)


def agreed(stage: Stage) -> None:
    """Show the cooperation items of the visit with one open."""
    _select(stage, _section(stage, "cooperation"), "cooperation_item")


def travel(stage: Stage) -> None:
    """Show journeys and nights with a flight open."""
    _select(stage, _section(stage, "travel"), "leg")


def tasks(stage: Stage) -> None:
    """Show the usual checklist."""
    section = _section(stage, "tasks")
    section.take_usual()
    stage.wait(section.list.isVisible)
    stage.window.toast.hide()


def export(stage: Stage) -> None:
    """Show the papers of the visit with the pages of the agenda."""
    papers = _section(stage, "papers")
    stage.wait(lambda: papers.preview.pages.count() > 0)
    papers.options.folder.show_text("~/Documents")


def people(stage: Stage) -> None:
    """Show the people with one of them open."""
    _directory(stage, "person")


def organisations(stage: Stage) -> None:
    """Show the organisations with one of them open."""
    _directory(stage, "organisation")


def places(stage: Stage) -> None:
    """Show the places with one of them open."""
    _directory(stage, "place")


def series(stage: Stage) -> None:
    """Show series and agreements with an edition open."""
    _select(stage, _page(stage, "series"), "meeting")


def cooperation(stage: Stage) -> None:
    """Show all cooperation items with one open."""
    _select(stage, _page(stage, "cooperation"), "cooperation_item", 1)


def glossary(stage: Stage) -> None:
    """Show the terms with one open."""
    _select(stage, _page(stage, "glossary"), "term")


def history(stage: Stage) -> None:
    """Show what two people did in one visit, with one of the steps open."""
    _section(stage, "overview")
    visit = stage.window.desk.visit
    assert visit is not None
    items = [item for day in visit.days for item in day.items]
    with Database.open(stage.path, Profile("other", OTHERS[stage.language], "other")) as other:
        schedule.item.edit(other, items[1].id, {"start": time(9, 40), "end": time(9, 55)})
        schedule.item.edit(other, items[3].id, {"status": "tentative"})
        entries.shift(other, [items[6].id], minutes=15)
    stage.window.desk.refresh()
    stage.wait()
    stage.window.keeping.show_history()
    stage.wait()
    page = stage.window.navigation.pages["history"]
    page.filters.visit.setCurrentIndex(page.filters.visit.findData(visit.id))
    page.filters.visit.left.emit()
    stage.wait()


def _section(stage: Stage, code: str) -> Any:
    """Open a section of the visit."""
    stage.open_once()
    visit = stage.window.desk.visit
    assert visit is not None
    stage.window.navigation.go(Spot("visit", visit.id, code))
    stage.wait()
    return stage.window.visit_page.build(code)


def _page(stage: Stage, code: str) -> Any:
    """Open a page."""
    stage.open_once()
    stage.window.navigation.go(Spot(code))
    stage.wait()
    return stage.window.navigation.pages[code]


def _select(stage: Stage, page: Any, table: str, number: int = 0) -> None:
    """Open a row of a table in its form."""
    rows = [row for row in page.list.rows.shown() if getattr(row, "table", "") == table]
    if rows:
        row = rows[min(number, len(rows) - 1)]
        page.select(table, getattr(row, "id", "") or row.key)
    stage.wait()


def _directory(stage: Stage, table: str) -> None:
    """Open a list of the directory and one of its rows."""
    page = _page(stage, "directory")
    page.show_table(table)
    stage.wait()
    keys = page.list().shown()
    page.select(table, keys[min(2, len(keys) - 1)])
    stage.wait()


# What has a window of its own.


def start(stage: Stage) -> None:
    """Show the first page."""


def conflict(stage: Stage) -> None:
    """Show a title that two have changed."""
    panel(stage)
    page, desk = stage.window.visit_page.schedule, stage.window.desk
    item_id, tag = page.panel.row()[1], "en" if stage.language == "en" else "ja"
    entry = page.panel.editor("title").entry(tag)
    entry.setFocus()
    before = entry.toPlainText()
    entry.setPlainText({"ja": "デジタル変革（DX）", "en": "The digital shift (DX)"}[tag])
    theirs = {"ja": before.replace("（DX）", ""), "en": "Going digital (DX)"}[tag]
    with Database.open(stage.path, Profile("other", OTHERS[stage.language], "other")) as other:
        schedule.item.edit(other, item_id, {f"title.{tag}": theirs})
    page.panel.flush()
    stage.wait(lambda: bool(page.panel.boxes))
    (kept,) = desk.unsaved.all()
    if kept.conflict:
        desk.unsaved.settle((), [replace(kept, conflict=replace(kept.conflict, at=MOMENT))])
        desk.unsaved_changed.emit()
    page.panel.boxes[0].mine.setChecked(True)


def deleted(stage: Stage) -> None:
    """Show what follows when an entry was deleted."""
    panel(stage)
    page = stage.window.visit_page.schedule
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    stage.wait(stage.window.toast.isVisible)


def trouble(stage: Stage) -> None:
    """Show a file that was taken away while a title was typed."""
    panel(stage)
    stage.path.rename(stage.path.with_name("elsewhere.parley"))
    entry = stage.window.visit_page.schedule.panel.editor("title").entry("en")
    entry.setFocus()
    entry.setPlainText("The digital shift (DX)")
    stage.window.visit_page.schedule.panel.flush()
    stage.wait(stage.window.trouble.isVisible)
    # The folder is another one each time.
    strip = stage.window.trouble
    strip.tell(strip.said().replace(str(stage.place), "~/Documents"), strip.again.text())


def empty(stage: Stage) -> None:
    """Show a file without a visit."""
    Database.create(stage.place / "fresh.parley", name=FILES[stage.language]).close()
    stage.path = stage.place / "fresh.parley"
    stage.window.open_path(stage.path)
    stage.wait(lambda: stage.window.desk.file is not None)


def menu(stage: Stage) -> None:
    """Show the menu."""
    panel(stage)
    stage.window.sidebar.open_menu()
    menu = stage.window.commands.menu
    groups = [inner for each in menu.actions() if isinstance(inner := each.menu(), QMenu)]
    copies = groups[2]
    menu.setActiveAction(copies.menuAction())
    copies.popup(menu.mapToGlobal(menu.actionGeometry(copies.menuAction()).topRight()))
    QTest.qWait(20)
    stage.others += [menu, copies]


def new_visit(stage: Stage) -> None:
    """Show the dialog for a new visit."""
    from ui.dialogs.visit import VisitDialog

    stage.open()
    stage.window.new_visit()
    stage.wait()
    dialog = stage.window.findChild(VisitDialog)
    if dialog is not None and dialog.planning is not None:
        series = dialog.planning.series[0].id
        dialog.series.setCurrentIndex(dialog.series.findData(series))
        dialog.series.left.emit()
        for entry, typed in ((dialog.first, "2025-07-29"), (dialog.last, "2025-08-01")):
            entry.setText(typed)
            entry.left.emit()
    _dialog(stage, dialog)


def order(stage: Stage) -> None:
    """Show a proposed order of precedence with its reasons."""
    from ui.pages.delegations.order import OrderDialog

    section = _section(stage, "delegations")
    section.propose_order()
    _dialog(stage, section.findChild(OrderDialog))


def _dialog(stage: Stage, dialog: QWidget | None) -> None:
    if dialog is not None:
        QTest.qWait(20)
        across, down = (LARGE[0] - dialog.width()) // 2, min(120, (LARGE[1] - dialog.height()) // 2)
        dialog.move(stage.shell.mapToGlobal(QPoint(across, down)))
        stage.others.append(dialog)


def find(stage: Stage) -> None:
    """Show what is found by a few letters."""
    panel(stage)
    stage.window.commands.find.trigger()
    stage.wait()
    finder = stage.window.asking.finder
    assert finder is not None
    finder.field.setFocus()
    QTest.keyClicks(finder.field, "AIST")
    stage.wait()


PAGES: dict[str, Callable[[Stage], None]] = {
    "overview": overview,
    "delegations": delegations,
    "schedule": panel,
    "tours": tours,
    "presentations": presentations,
    "agreed": agreed,
    "travel": travel,
    "papers": export,
    "people": people,
    "organisations": organisations,
    "places": places,
    "series": series,
    "cooperation": cooperation,
    "glossary": glossary,
    "bring": bring,
    "tasks": tasks,
    "history": history,
}
"""What one window shows one after the other."""

SCENES: dict[str, Callable[[Stage], None]] = {
    **PAGES,
    "start": start,
    "conflict": conflict,
    "deleted": deleted,
    "trouble": trouble,
    "empty": empty,
    "menu": menu,
    "find": find,
    "new-visit": new_visit,
    "order": order,
    "small": panel,
    "bring-columns": bring_columns,
    "bring-doubt": bring_doubt,
    "bring-agenda": bring_agenda,
    "bring-small": bring,
}
