"""Pictures of every page, from the sample: light and dark, in each language, and of one small window.

Each picture is drawn by a process of its own, because the ratio of the screen is set before Qt starts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from ui.shell import Shell
    from ui.window import Workspace

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screens"
LANGUAGES = ("ko", "ja", "en")
SHADES = ("light", "dark")
LARGE, SMALL = (1440, 900), (1024, 640)
_PATIENCE = 30.0


def main(arguments: list[str]) -> int:
    """Draw all pictures into a folder."""
    if arguments[:1] == ["--draw"]:
        _, folder, language, shade, size = arguments
        return draw(Path(folder), language, shade, small=size == "small")
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [(language, shade, "large", "1") for language in LANGUAGES for shade in SHADES]
    jobs.append(("ko", "light", "small", "1.25"))
    for language, shade, size, ratio in jobs:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio}
        command = [sys.executable, "-m", "tools.screens", "--draw", str(folder), language, shade, size]
        subprocess.run(command, check=True, env=environment)
    for path in sorted(folder.glob("*.png")):
        print(path)
    return 0


def draw(folder: Path, language: str, shade: str, *, small: bool) -> int:
    """Draw the pictures of one language, shade and size."""
    from PySide6.QtWidgets import QApplication

    from models.actions.sample import create_sample
    from models.store.profile import Profile, keep_profile
    from ui.app import fill, frame
    from ui.settings import Settings

    application = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        os.environ["PARLEY_PROFILE"] = place
        path = Path(place) / {"ko": "국제협력실", "ja": "国際協力室", "en": "International Office"}[language]
        path = path.with_suffix(".parley")
        profile = Profile(
            "sample-author",
            {"ko": "김서연", "ja": "キム・ソヨン", "en": "Kim Seo-yeon"}[language],
            "sample-device",
        )
        keep_profile(profile)
        create_sample(path, profile).close()
        settings = Settings(Path(place) / "settings")
        settings.keep(language=language, shade=shade)
        shell = frame(application, settings)
        shell.resize(*(SMALL if small else LARGE))
        shell.show()
        workspace = fill(application, shell, settings, None)
        suffix = f"{shade}-{language}" + ("-1024x640-125" if small else "")

        def picture(name: str) -> None:
            save(application, shell, folder / f"{name}-{suffix}.png")

        if not small:
            picture("first-start")
        workspace.open_path(path)
        wait(application, lambda: workspace.desk.visit is not None and not workspace.desk.work.busy())
        picture("schedule")
        select_session(workspace)
        wait(application, lambda: not workspace.desk.work.busy())
        picture("schedule-panel")
        if not small:
            draw_dialog(application, workspace, folder / f"export-{suffix}.png")
        shell.close()
    return 0


def select_session(workspace: Workspace) -> None:
    """Select a session in which a speaker is still open."""
    visit = workspace.desk.visit
    items = [item for day in visit.days for item in day.items] if visit else []
    found = next(item for item in items if any(who.open for talk in item.talks for who in talk.speakers))
    workspace.visit_page.schedule.select(found.id)


def draw_dialog(application: QApplication, workspace: Workspace, path: Path) -> None:
    """Draw the dialog that makes papers."""
    from ui.dialogs.export import ExportDialog

    workspace.export()
    wait(application, lambda: not workspace.desk.work.busy())
    dialog = workspace.findChild(ExportDialog)
    if dialog is not None:
        application.processEvents()
        dialog.folder.show_text("~/Documents")
        dialog.grab().save(str(path))
        dialog.reject()


def save(application: QApplication, shell: Shell, path: Path) -> None:
    """Write the window as a picture."""
    for _ in range(3):
        application.processEvents()
    shell.grab().save(str(path))


def wait(application: QApplication, done: Callable[[], bool]) -> None:
    """Let the window work until something is so; raises TimeoutError."""
    deadline = time.monotonic() + _PATIENCE
    while not done():
        application.processEvents()
        time.sleep(0.005)
        if time.monotonic() > deadline:
            raise TimeoutError
    application.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
