"""Looks at some pages of the window in a process of its own, and prints what is wrong with them.

The ratio of the screen is set before Qt starts (QT_SCALE_FACTOR), so a test starts this with each ratio.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.seen import Painted, faults
from ui.app import fill, frame
from ui.places import Spot
from ui.settings import Settings

SECTIONS = ("overview", "delegations", "schedule", "papers")
PAGES = ("directory", "series")


def look(path: Path, folder: Path, language: str) -> list[str]:
    """Return the ratio of the screen, then everything that is wrong on some pages."""
    application = QApplication([])
    settings = Settings(folder)
    settings.keep(language=language, shade="light")
    shell = frame(application, settings)
    shell.resize(1024, 640)
    shell.show()
    workspace = fill(application, shell, settings, path)

    def rest() -> None:
        while workspace.desk.visit is None or workspace.desk.work.busy():
            QTest.qWait(10)
        QTest.qWait(10)

    rest()
    said = [f"ratio {shell.devicePixelRatioF():g}"]
    with pytest.MonkeyPatch.context() as patch:
        painted = Painted(patch, language)
        for code in SECTIONS:
            workspace.visit_page.open_section(code)
            rest()
            said += [f"{code}: {fault}" for fault in faults(workspace, painted)]
        for code in PAGES:
            workspace.navigation.go(Spot(code))
            while workspace.desk.work.busy():
                QTest.qWait(10)
            said += [f"{code}: {fault}" for fault in faults(workspace, painted)]
    workspace.saving.give_up()
    return said


if __name__ == "__main__":
    sys.stdout.write("\n".join(look(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])) + "\n")
