"""The real window over a fresh sample, and how its picture is taken and written."""

from __future__ import annotations

import time
from array import array
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.actions.sample import create_sample
from models.store.profile import Profile, keep_profile
from ui.app import fill, frame
from ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.window import Workspace

LARGE, SMALL = (1280, 800), (1024, 640)
_PATIENCE = 30.0
_COLOURS, _OFTEN, _SAME, _ALIKE = 256, 24, 8, 64
"""Colours of a picture, how many go by frequency, and how far apart these and the others are at least."""
MOMENT = datetime(2024, 7, 12, 5, 29, tzinfo=timezone.utc)  # noqa: UP017 - one name for both
FILES = {"ko": "국제협력실", "ja": "国際協力室", "en": "International Office"}
_AUTHORS = {"ko": "김서연", "ja": "キム・ソヨン", "en": "Kim Seo-yeon"}
OTHERS = {"ko": "박지훈", "ja": "パク・ジフン", "en": "Park Ji-hun"}


class Stage:
    """The window over a fresh sample, and how to take its picture."""

    def __init__(self, place: Path, language: str, shade: str, *, small: bool) -> None:
        self.application = QApplication.instance() or QApplication([])
        assert isinstance(self.application, QApplication)
        self.application.setCursorFlashTime(0)
        self.language, self.place = language, place
        self.path = (place / FILES[language]).with_suffix(".parley")
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

    def open_once(self) -> None:
        """Open the sample where it is not open yet, and one of its visits."""
        if self.window.desk.file is None:
            self.open()
        elif self.window.desk.visit is None:
            self.window.open_page("visits")
            self.wait(lambda: self.window.desk.visit is not None)

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
        self.window.status.show_saved(MOMENT.astimezone())
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


def save(image: QImage, path: Path) -> None:
    """Write a picture in the few colours that it needs: nobody sees it, and pages load at once."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = array("I", bytes(plain.constBits()))
    counted = Counter(pixels).most_common()
    table = sorted(_table(counted))
    place = {colour: at for at, colour in enumerate(table)}
    nearest = {
        colour: place[min(table, key=lambda other: _apart(colour, other))] for colour, _number in counted
    }
    wide = plain.width()
    # A line of an indexed picture begins at a multiple of four bytes.
    rest = bytes(-wide % 4)
    lines = (pixels[at : at + wide] for at in range(0, len(pixels), wide))
    data = b"".join(bytes(map(nearest.__getitem__, line)) + rest for line in lines)
    indexed = QImage(data, wide, plain.height(), QImage.Format.Format_Indexed8)
    indexed.setColorTable(table)
    indexed.save(str(path), quality=0)


def _table(counted: list[tuple[int, int]]) -> list[int]:
    """Return the colours used most, and of the others those that are like none of them: a small red dot.

    The shades at the edges of letters are many and alike; a few of them do.
    """
    table: list[int] = []
    for colour, _number in counted[:_OFTEN]:
        if all(_apart(colour, other) > _SAME for other in table):
            table.append(colour)
    for colour, _number in counted[_OFTEN:]:
        if all(_apart(colour, other) > _ALIKE for other in table):
            table.append(colour)
    return table[:_COLOURS]


def _apart(one: int, other: int) -> int:
    return sum(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))
