"""What the pictures of the window show: one function a scene, over the real window and the real sample."""

from __future__ import annotations

import tempfile
import time
from array import array
from collections import Counter
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.actions import schedule
from models.actions.sample import create_sample
from models.store import Database
from models.store.profile import Profile, keep_profile
from ui.app import fill, frame
from ui.pages.bring.wish import Part
from ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.window import Workspace

LARGE, SMALL = (1440, 900), (1024, 640)
_PATIENCE = 30.0
_MOMENT = datetime(2024, 7, 12, 5, 29, tzinfo=timezone.utc)  # noqa: UP017 - one name for both
_FILES = {"ko": "국제협력실", "ja": "国際協力室", "en": "International Office"}
_AUTHORS = {"ko": "김서연", "ja": "キム・ソヨン", "en": "Kim Seo-yeon"}
_OTHERS = {"ko": "박지훈", "ja": "パク・ジフン", "en": "Park Ji-hun"}


class Stage:
    """The window over a fresh sample, and how to take its picture."""

    def __init__(self, place: Path, language: str, shade: str, *, small: bool) -> None:
        self.application = QApplication.instance() or QApplication([])
        assert isinstance(self.application, QApplication)
        self.application.setCursorFlashTime(0)
        self.language, self.place = language, place
        self.path = (place / _FILES[language]).with_suffix(".parley")
        profile = Profile("sample-author", _AUTHORS[language], "sample-device")
        keep_profile(profile)
        create_sample(self.path, profile).close()
        settings = Settings(place / "settings")
        settings.keep(language=language, shade=shade)
        self.shell = frame(self.application, settings)
        self.shell.resize(*(SMALL if small else LARGE))
        self.shell.show()
        self.window: Workspace = fill(self.application, self.shell, settings, None)
        self.others: list[QWidget] = []

    def open(self) -> None:
        """Open the sample."""
        self.window.open_path(self.path)
        self.wait(lambda: self.window.desk.visit is not None)
        self.window.desk.pause()

    def wait(self, done: Callable[[], bool] = lambda: True) -> None:
        """Let the window work until it has nothing left to do and something is so."""
        deadline = time.monotonic() + _PATIENCE
        while not done() or self.window.desk.busy():
            QTest.qWait(5)
            if time.monotonic() > deadline:
                raise TimeoutError
        QTest.qWait(20)

    def picture(self) -> QImage:
        """Return the window as it is, with what pops up over it."""
        self.window.status.show_saved(_MOMENT.astimezone())
        QTest.qWait(20)
        made = self.shell.grab().toImage()
        painter = QPainter(made)
        for other in self.others:
            corner = other.mapToGlobal(QPoint(0, 0)) - self.shell.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(corner, other.grab())
            painter.setPen(QColor(self.window.sidebar.theme.tokens.edge))
            painter.drawRect(QRect(corner, other.size()))
        painter.end()
        return made


def draw(folder: Path, language: str, shade: str, scene: str) -> int:
    """Draw one scene."""
    with tempfile.TemporaryDirectory() as place:
        stage = Stage(Path(place), language, shade, small=scene.endswith("small"))
        SCENES[scene](stage)
        save(stage.picture(), folder / f"{scene}-{shade}-{language}.png")
        stage.window.saving.give_up()
    return 0


def start(stage: Stage) -> None:
    """Show the first page."""


def panel(stage: Stage) -> None:
    """Show a session in which a speaker is still open."""
    stage.open()
    visit = stage.window.desk.visit
    items = [item for day in visit.days for item in day.items] if visit else []
    found = next(item for item in items if any(who.open for talk in item.talks for who in talk.speakers))
    stage.window.visit_page.schedule.select("schedule_item", found.id)
    stage.wait()


def conflict(stage: Stage) -> None:
    """Show a title that two have changed."""
    panel(stage)
    page, desk = stage.window.visit_page.schedule, stage.window.desk
    item_id, tag = page.panel.item_id(), "en" if stage.language == "en" else "ja"
    entry = page.panel.title.entry(tag)
    entry.setFocus()
    before = entry.toPlainText()
    entry.setPlainText({"ja": "デジタル変革（DX）", "en": "The digital shift (DX)"}[tag])
    theirs = {"ja": before.replace("（DX）", ""), "en": "Going digital (DX)"}[tag]
    with Database.open(stage.path, Profile("other", _OTHERS[stage.language], "other")) as other:
        schedule.item.edit(other, item_id, {f"title.{tag}": theirs})
    page.panel.flush()
    stage.wait(lambda: bool(page.panel.boxes))
    (kept,) = desk.unsaved.all()
    if kept.conflict:
        desk.unsaved.settle((), [replace(kept, conflict=replace(kept.conflict, at=_MOMENT))])
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
    entry = stage.window.visit_page.schedule.panel.title.entry("en")
    entry.setFocus()
    entry.setPlainText("The digital shift (DX)")
    stage.window.visit_page.schedule.panel.flush()
    stage.wait(stage.window.trouble.isVisible)
    # The folder is another one each time.
    strip = stage.window.trouble
    strip.tell(strip.said().replace(str(stage.place), "~/Documents"), strip.again.text())


def empty(stage: Stage) -> None:
    """Show a file without a visit."""
    Database.create(stage.place / "fresh.parley", name=_FILES[stage.language]).close()
    stage.path = stage.place / "fresh.parley"
    stage.window.open_path(stage.path)
    stage.wait(lambda: stage.window.desk.file is not None)


def menu(stage: Stage) -> None:
    """Show the menu."""
    panel(stage)
    stage.window.sidebar.open_menu()
    QTest.qWait(20)
    stage.others.append(stage.window.commands.menu)


def new_visit(stage: Stage) -> None:
    """Show the dialog for a new visit."""
    from ui.dialogs.visit import VisitDialog

    stage.open()
    stage.window.new_visit()
    stage.wait()
    _dialog(stage, stage.window.findChild(VisitDialog))


def export(stage: Stage) -> None:
    """Show the papers of the visit with the pages of the agenda."""
    stage.open()
    stage.window.export()
    papers = stage.window.visit_page.papers
    stage.wait(lambda: papers.preview.pages.count() > 0)
    papers.options.folder.show_text("~/Documents")


def _section(stage: Stage, code: str) -> Any:
    stage.open()
    stage.window.visit_page.open_section(code)
    stage.wait()
    return stage.window.visit_page.build(code)


def overview(stage: Stage) -> None:
    """Show a visit at a glance, with its form."""
    _section(stage, "overview").edit_visit()
    stage.wait()


def delegations(stage: Stage) -> None:
    """Show who comes and who receives."""
    _section(stage, "delegations")


def order(stage: Stage) -> None:
    """Show a proposed order of precedence with its reasons."""
    from ui.pages.delegations.order import OrderDialog

    section = _section(stage, "delegations")
    section.propose_order()
    _dialog(stage, section.findChild(OrderDialog))


def tasks(stage: Stage) -> None:
    """Show the usual checklist."""
    section = _section(stage, "tasks")
    section.take_usual()
    stage.wait(section.list.isVisible)
    stage.window.toast.hide()


def _dialog(stage: Stage, dialog: QWidget | None) -> None:
    if dialog is not None:
        QTest.qWait(20)
        across, down = (LARGE[0] - dialog.width()) // 2, min(120, (LARGE[1] - dialog.height()) // 2)
        dialog.move(stage.shell.mapToGlobal(QPoint(across, down)))
        stage.others.append(dialog)


def bring(stage: Stage) -> None:
    """Show what a workbook that was filled in would change."""
    stage.open()
    _bring(stage, _filled_in(stage))
    page = stage.window.bringing.page
    changed = next(line for line in page.brought.lines if line.part is Part.CHANGED) if page.brought else None
    if changed is not None:
        page.body.list.select("line", changed.key)
        page.body.show_lines(page.brought, page.refused)


def bring_columns(stage: Stage) -> None:
    """Show the columns of a list, and what each was taken for."""
    stage.open()
    _bring(stage, _list(stage))
    stage.window.bringing.page.head.turned.emit("columns")


def bring_doubt(stage: Stage) -> None:
    """Show a name of which the order is asked."""
    stage.open()
    _bring(stage, _list(stage))
    page = stage.window.bringing.page
    page.head.visit_chosen.emit("")
    stage.wait(lambda: not page.busy())
    doubtful = (
        next(line for line in page.brought.lines if line.part is Part.DOUBTFUL) if page.brought else None
    )
    if doubtful is not None:
        page.body.list.select("line", doubtful.key)
        page.body.show_lines(page.brought, page.refused)


def bring_agenda(stage: Stage) -> None:
    """Show a Word agenda line by line beside what was understood."""
    from exporters.catalogue import PaperRequest, export

    stage.open()
    visit = stage.window.desk.visit
    with Database.open(stage.path) as database:
        loaded = database.load_visit(visit.id if visit else "")
    (path,) = export(loaded, [PaperRequest("agenda", ("ko", "ja"))], stage.place)
    _bring(stage, path)
    stage.window.bringing.page.head.turned.emit("lines")


def _bring(stage: Stage, path: Path) -> None:
    stage.window.bringing.bring(path)
    page = stage.window.bringing.page
    stage.wait(lambda: page.brought is not None and not page.busy())


def _list(stage: Stage) -> Path:
    """Write a list of people as an office sends it."""
    path = (
        stage.place / {"ko": "방문단 명단.csv", "ja": "訪問団名簿.csv", "en": "Visitors.csv"}[stage.language]
    )
    rows = (
        "No.,Name,E-mail,Organisation,Position,Dinner",
        "1,KIM Minsu,minsu.kim@example.org,KRISS,Principal Researcher,yes",
        "2,Alex Morgan,alex.morgan@example.org,Example Institute,Scientist,yes",
        "3,SATO Yuki,yuki.sato at example.org,AIST,Senior Researcher,no",
    )
    path.write_text("\n".join(rows), "utf-8")
    return path


def _filled_in(stage: Stage) -> Path:
    """Write the workbook of the visit and change in it what somebody adds who got it."""
    import xlsxwriter

    from exporters.catalogue import PaperRequest, export
    from models.intake.readers.files import read_book

    visit = stage.window.desk.visit
    with Database.open(stage.path) as database:
        loaded = database.load_visit(visit.id if visit else "")
    path = stage.place / {"ko": "방문.xlsx", "ja": "訪問.xlsx", "en": "Visit.xlsx"}[stage.language]
    languages = tuple(dict.fromkeys((stage.language, *loaded.languages)))
    export(loaded, [PaperRequest("workbook", languages, format="xlsx")], path)
    grids = read_book(path).grids
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as fresh:
        for grid in grids:
            sheet = fresh.add_worksheet(grid.name)
            for line, row in enumerate(grid.rows):
                for column, value in enumerate(row):
                    changed = {"ZZ 901": "ZZ 907", "ZZ 902": "ZZ 908"}.get(str(value), value)
                    if changed is not None:
                        sheet.write(line, column, changed)
    return path


SCENES = {
    "start": start,
    "schedule": panel,
    "conflict": conflict,
    "deleted": deleted,
    "trouble": trouble,
    "empty": empty,
    "menu": menu,
    "new-visit": new_visit,
    "export": export,
    "small": panel,
    "overview": overview,
    "delegations": delegations,
    "order": order,
    "tasks": tasks,
    "bring": bring,
    "bring-columns": bring_columns,
    "bring-doubt": bring_doubt,
    "bring-agenda": bring_agenda,
    "bring-small": bring,
}


def save(image: QImage, path: Path) -> None:
    """Write a picture with the 256 colours that it uses most: a third of the size, and nobody sees it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(array("I", bytes(plain.constBits())))
    table = [colour for colour, _number in sorted(counted.most_common(256), key=lambda pair: pair[0])]
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags).save(str(path), quality=0)
