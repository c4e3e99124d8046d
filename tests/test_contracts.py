"""The import contracts: each refuses what it is there for, and lets the one exception through."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
# A house of the same layers, empty.
HOUSE = {
    ".": ["main"],
    "models": ["__init__", "errors", "folders"],
    "models/text": ["__init__"],
    "models/tables": ["__init__"],
    "models/rules": ["__init__"],
    "models/intake": ["__init__"],
    "models/store": ["__init__"],
    "models/actions": ["__init__"],
    "exporters": ["__init__", "document", "catalogue"],
    "exporters/papers": ["__init__"],
    "exporters/writers": ["__init__", "pdf"],
    "ui": ["__init__", "cli", "words", "display", "spoken", "app"],
}


@pytest.fixture
def judge(tmp_path):
    """Return a function that writes lines into modules of the empty house and runs the contracts on it."""

    def run(**lines):
        for folder, modules in HOUSE.items():
            (tmp_path / folder).mkdir(exist_ok=True)
            for module in modules:
                (tmp_path / folder / f"{module}.py").touch()
        for module, line in lines.items():
            path = tmp_path / (module.replace("__", "/") + ".py")
            path.write_text(line + "\n")
        project = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
        (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
        # The command looks into the folder it is run in before anything else, as in the checkout.
        command = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
        return subprocess.run(
            [sys.executable, "-c", command, "--no-cache", "--no-logo"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    "lines",
    [
        {"models__errors": "import exporters.document"},
        {"exporters__catalogue": "import ui.words"},
        {"models__text__names": "import models.tables"},
        {"models__tables__visit": "import models.rules"},
        {"models__rules__order": "import models.store"},
        {"models__rules__order": "import models.intake"},
        {"models__intake__grid": "import models.store"},
        {"models__store__load": "import models.actions"},
        {"models__errors": "import models.text"},
        {"models__helpers": "x = 1"},
        {"exporters__document": "import exporters.papers"},
        {"exporters__papers__agenda": "import exporters.writers.pdf"},
        {"exporters__writers__word": "import exporters.papers"},
        {"exporters__papers__agenda": "import exporters.catalogue"},
        {"exporters__helpers": "x = 1"},
        {"models__store__load": "from PySide6.QtCore import QObject"},
        {"exporters__writers__word": "def write():\n    import PySide6.QtGui"},
        {"ui__cli": "from PySide6 import QtCore"},
        {"ui__cli": "import ui.app", "ui__app": "import PySide6"},
        {"ui__words": "import PySide6.QtCore"},
        {"ui__app": "import sqlalchemy.orm"},
        {"exporters__papers__agenda": "from sqlalchemy import select"},
        {"models__rules__order": "import alembic"},
        {"models__text__names": "import sqlite3"},
        {"ui__app": "import main"},
        {"models__actions__visit": "import main"},
    ],
    ids=str,
)
def test_what_leads_the_wrong_way_is_refused(judge, lines):
    outcome = judge(**lines)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert "1 broken" in outcome.stdout or "2 broken" in outcome.stdout


def test_the_exceptions_and_the_right_way_are_let_through(judge):
    outcome = judge(
        exporters__writers__pdf="from PySide6.QtGui import QPdfWriter",
        exporters__catalogue="import exporters.papers\ndef pdf():\n    import exporters.writers.pdf",
        exporters__papers__agenda="import models.tables\nimport exporters.document",
        models__tables__visit="from sqlalchemy.orm import Mapped\nimport models.text",
        models__store__load="import alembic, sqlite3\nimport models.rules",
        models__actions__visit="import sqlalchemy\nimport models.store",
        ui__cli="import exporters.catalogue\nimport models.actions.visit\nimport ui.words",
        ui__app="import PySide6.QtWidgets\nimport models.actions.visit",
        models__rules__order=(
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sqlalchemy.orm import Session"
        ),
        main="import ui.cli",
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
