"""What the pictures of bringing files show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.store import Database
from ui.pages.bring.wish import Part

if TYPE_CHECKING:
    from pathlib import Path

    from tools.stage import Stage


def bring(stage: Stage) -> None:
    """Show what a workbook that was filled in would change."""
    stage.open_once()
    _bring(stage, _filled_in(stage))
    page = stage.window.bringing.page
    if page.brought is not None:
        changed = next(line for line in page.brought.lines if line.part is Part.CHANGED)
        page.body.list.select("line", changed.key)
        page.body.show_lines(page.brought, page.refused)


def bring_columns(stage: Stage) -> None:
    """Show the columns of a list, and what each was taken for."""
    stage.open_once()
    _bring(stage, _list(stage))
    stage.window.bringing.page.head.turned.emit("columns")


def bring_doubt(stage: Stage) -> None:
    """Show a name of which the order is asked."""
    stage.open_once()
    _bring(stage, _list(stage))
    page = stage.window.bringing.page
    page.head.visit_chosen.emit("")
    stage.wait(lambda: not page.busy())
    if page.brought is not None:
        doubtful = next(line for line in page.brought.lines if line.part is Part.DOUBTFUL)
        page.body.list.select("line", doubtful.key)
        page.body.show_lines(page.brought, page.refused)


def bring_agenda(stage: Stage) -> None:
    """Show a Word agenda line by line beside what was understood."""
    from exporters.catalogue import PaperRequest, export

    stage.open_once()
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
