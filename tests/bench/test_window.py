"""From starting the process to the first painted window, against an empty window of PySide6."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.ratio import of_pairs
from tests.support.office import office_database

CHECKOUT = Path(__file__).parents[2]
PAINTED = """
def painted():
    print(time.time())
    sys.stdout.flush()
    os._exit(0)
"""
EMPTY = f"""
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
{PAINTED}
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""
OURS = f"""
import os, sys, time
from ui import shell
from ui.start import start
{PAINTED}
class Shell(shell.Shell):
    def once_painted(self, after):
        super().once_painted(painted)

shell.Shell = Shell
sys.exit(start(sys.argv[1:]))
"""


def until_painted(code, folder, *arguments):
    """Return the seconds from starting a process until it says that it has painted."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(CHECKOUT),
        # As on a user's machine: modules are compiled once, not at every start.
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
    }
    for name in ("PYTHONDONTWRITEBYTECODE", "PARLEY_PROFILE"):
        environment.pop(name, None)
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        cwd=CHECKOUT,
        check=True,
    )
    return float(done.stdout.split()[0]) - begin


@pytest.mark.parametrize("rounds", [15])
def test_the_first_painted_window(tmp_path, rounds):
    """With the file of an office that has worked for twenty years."""
    path = tmp_path / "office.parley"
    office_database(path)[0].close()
    for code in (EMPTY, OURS, EMPTY, OURS):
        until_painted(code, tmp_path, str(path))
    pairs = [
        (until_painted(EMPTY, tmp_path), until_painted(OURS, tmp_path, str(path))) for _ in range(rounds)
    ]
    of_pairs("First painted window", pairs, 1.3)
