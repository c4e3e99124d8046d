"""The schedule section over the real sample."""

from __future__ import annotations

import pytest


@pytest.fixture
def opened(window, office_file, idle):
    """Return a function that opens the sample in the schedule section."""

    def open_it(language="ko", size=(1440, 900)):
        workspace = window(office_file, language, size)
        idle(workspace)
        return workspace, workspace.visit_page.schedule

    return open_it
