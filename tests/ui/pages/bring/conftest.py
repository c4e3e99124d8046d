"""The page for files that are brought, over the real sample and real files."""

from __future__ import annotations

import pytest

from models.store import Database


class Bench:
    """The window, its page for files, and what the tests ask of both."""

    def __init__(self, workspace, qtbot, path):
        self.workspace, self.qtbot, self.path = workspace, qtbot, path
        self.visit = workspace.desk.visit.id
        self.activate()

    def activate(self):
        """Let the window have the keys, as a window that somebody works in."""
        self.workspace.window().activateWindow()
        self.qtbot.waitUntil(self.workspace.window().isActiveWindow, timeout=5000)

    @property
    def page(self):
        return self.workspace.bringing.page

    def bring(self, source):
        self.workspace.bringing.bring(source)
        self.wait()

    def wait(self):
        """Wait until nothing is read, compared or written any more."""
        page, work = self.page, self.workspace.desk.work
        self.qtbot.waitUntil(lambda: not page.busy() and not work.busy(), timeout=30000)

    def lines(self, part=None):
        """Return the lines that are shown, by what they are called."""
        return {line.name: line for line in self.page.brought.lines if part is None or line.part is part}

    def listed(self):
        """Return what the list reads aloud."""
        return [row.spoken() for row in self.page.body.list.rows.shown()]

    def select(self, line):
        assert self.page.body.list.select("line", line.key)
        self.page.body._picked("line", line.key)
        return line

    def stored(self, kind):
        with Database.open(self.path) as database:
            return database.load_all(kind)

    def change_sets(self):
        from models.tables import ChangeSet

        with Database.open(self.path) as database:
            return len(database.rows(ChangeSet))


@pytest.fixture
def bench(window, office_file, idle, qtbot):
    """Return a function that opens the window with the sample."""

    def open_it(language="ko", size=(1440, 900)):
        workspace = window(office_file, language, size)
        idle(workspace)
        return Bench(workspace, qtbot, office_file)

    return open_it


@pytest.fixture
def rewritten():
    """Return a function that opens a workbook as a spreadsheet does, changes its cells and saves it."""

    def rewrite(path, change):
        import xlsxwriter
        from python_calamine import CalamineWorkbook

        with CalamineWorkbook.from_path(str(path)) as book:
            sheets = {
                name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in book.sheet_names
            }
        change(sheets)
        with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as fresh:
            clock = fresh.add_format({"num_format": "hh:mm"})
            for name, rows in sheets.items():
                sheet = fresh.add_worksheet(name)
                for line, row in enumerate(rows):
                    for column, value in enumerate(row):
                        if hasattr(value, "hour") and not hasattr(value, "year"):
                            sheet.write_datetime(line, column, value, clock)
                        elif value != "":
                            sheet.write(line, column, value)

    return rewrite
