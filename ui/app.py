"""Opening the window: its frame is painted first; everything else is imported after that."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from ui.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window import Workspace


def run(path: Path | None) -> int:
    """Open the window, with a file where one is named, and return the exit code when it closes."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    settings = Settings()
    shell = frame(application, settings)
    shell.once_painted(lambda: fill(application, shell, settings, path))
    shell.show()
    return application.exec()


def frame(application: QApplication, settings: Settings) -> Shell:
    """Make the frame in the shade that the contents will have."""
    kept = settings.kept
    dark = kept.shade == "dark" or (
        kept.shade != "light" and application.palette().window().color().lightness() < 128
    )
    return Shell(dark=dark, geometry=kept.geometry, sidebar=kept.sidebar)


def fill(application: QApplication, shell: Shell, settings: Settings, path: Path | None) -> Workspace:
    """Build the contents, show the first page or wait for the file, and begin what runs on the worker."""
    import os

    from ui.desk import Desk
    from ui.spoken import screen_language
    from ui.style.theme import Shade, Theme
    from ui.tongue import Tongue
    from ui.unsaved import Unsaved
    from ui.window import Workspace

    application.setApplicationName("Parley")
    application.setApplicationDisplayName("Parley")
    tongue = Tongue(application, settings.kept.language or screen_language(os.environ))
    shades = {shade.value: shade for shade in Shade}
    theme = Theme(application, tongue.words.language, shades.get(settings.kept.shade, Shade.SYSTEM))
    workspace = Workspace(
        shell, theme, tongue, settings, Desk(Unsaved(settings.folder() / "unsaved.json"), application)
    )
    workspace.begin(path)
    return workspace
