"""The real window over the real sample."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture(autouse=True, scope="session")
def no_clipboard_left(qapp):
    """Empty the clipboard at the end: without a screen Qt deletes its contents after Python has ended.

    Contents that Python made then end the process with a segmentation fault, after all tests have passed.
    """
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """Build the sample once; tests work on copies."""
    from models.actions.sample import create_sample
    from models.store.profile import Profile

    path = tmp_path_factory.mktemp("sample") / "office.parley"
    create_sample(path, Profile("author-1", "김서연", "device-1")).close()
    return path


@pytest.fixture
def office_file(sample_file, tmp_path):
    """Return a copy of the sample of the test's own."""
    path = tmp_path / "국제협력실.parley"
    shutil.copyfile(sample_file, path)
    return path


@pytest.fixture
def window(qtbot, qapp, tmp_path, monkeypatch):
    """Return a function that opens the window in a language, with a file where one is given."""
    from ui.app import fill, frame
    from ui.settings import Settings

    opened = []
    monkeypatch.setenv("PARLEY_PROFILE", str(tmp_path / "profile"))

    def show(path=None, language="ko", size=(1440, 900)):
        settings = Settings(tmp_path / "settings")
        settings.keep(language=language, shade="light")
        shell = frame(qapp, settings)
        shell.resize(*size)
        shell.show()
        # Focus comes and goes only in the window that is active, which may take a moment on a busy machine.
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow, timeout=20000)
        workspace = fill(qapp, shell, settings, path)
        opened.append((shell, workspace))
        if path is not None:
            qtbot.waitUntil(lambda: workspace.desk.visit is not None, timeout=20000)
        return workspace

    yield show
    for shell, workspace in opened:
        workspace.saving.give_up()
        qtbot.waitUntil(lambda shell=shell: not shell.isVisible(), timeout=60000)
        shell.deleteLater()
    qapp.setStyleSheet("")
    qapp.processEvents()


@pytest.fixture
def idle(qtbot):
    """Return a function that waits until the worker has nothing left to do."""

    def wait(workspace):
        qtbot.waitUntil(lambda: not workspace.desk.busy(), timeout=20000)

    return wait


@pytest.fixture
def user(window, office_file, idle, qtbot):
    """Return somebody in front of the sample, in English."""
    from tests.ui.user import User

    workspace = window(office_file, "en")
    idle(workspace)
    made = User(qtbot, workspace)
    made.rest()
    return made
