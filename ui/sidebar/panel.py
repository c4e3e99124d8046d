"""The sidebar: sign and name of the file, the menu, the visits, and who works here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.sidebar.model import entries, pages
from ui.sidebar.search import SearchBox
from ui.sidebar.view import VisitList
from ui.style.paint import box, start
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, Rank
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMenu

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import FileView


class Logo(QWidget):
    """The sign of Parley: a stroke of the pen over a table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign."""
        del event
        painter = QPainter(self)
        start(painter)
        box(painter, QRectF(self.rect()), 6, self._theme.tokens.fill)
        path = QPainterPath()
        path.moveTo(6.5, 14)
        path.cubicTo(9.5, 14.5, 13.5, 9, 12.6, 7)
        path.cubicTo(11.6, 5, 9, 9.5, 10.3, 12.6)
        path.cubicTo(11.4, 15, 13.4, 11.6, 14.6, 12.4)
        path.cubicTo(15.4, 13, 15.2, 14.2, 17.5, 13.6)
        painter.setPen(QPen(QColor(self._theme.tokens.on_fill), 1.6))
        painter.drawPath(path)
        painter.drawLine(7, 18, 17, 18)
        painter.end()


class Sidebar(Ground):
    """Visits at the left."""

    picked = Signal(str)
    went = Signal(str)
    visit_asked = Signal()
    settings_asked = Signal()

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sidebar", Edge.RIGHT, parent)
        self._file: FileView | None = None
        self._selected = self._page = ""
        self._name = Text(theme, "Parley", 14, bold=True)
        self._menu_button = Button(theme, Rank.QUIET, "menu")
        self._menu = menu
        self._add = Button(theme, Rank.QUIET, "plus")
        self._add.clicked.connect(self.visit_asked)
        self._add.hide()
        self._menu_button.clicked.connect(self.open_menu)
        self.visits = VisitList(theme)
        self.visits.picked.connect(self.picked)
        self.visits.went.connect(self.went)
        self.search = SearchBox(theme)
        self.search.hide()
        self._author = Text(theme, "")
        self._avatar = Avatar(theme)
        self.settings = Button(theme, Rank.QUIET, "settings")
        self.settings.clicked.connect(self.settings_asked)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 8)
        head.setSpacing(6)
        head.addWidget(Logo(theme))
        head.addWidget(self._name, 1)
        head.addWidget(self._add)
        head.addWidget(self._menu_button)
        self._foot = Ground(theme, "sidebar", Edge.TOP | Edge.RIGHT)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 8, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(self._avatar)
        foot.addWidget(self._author, 1)
        foot.addWidget(self.settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        box = QHBoxLayout()
        box.setContentsMargins(12, 0, 12, 10)
        box.addWidget(self.search)
        column.addLayout(box)
        column.addWidget(self.visits, 1)
        column.addWidget(self._foot)
        self._foot.hide()

    def open_menu(self) -> None:
        """Show the menu under its button."""
        self._menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def show_file(self, file: FileView | None, selected: str, page: str, words: Words) -> None:
        """Show the pages and visits of a file, or that none is open; ``selected`` is a visit, or a page."""
        self._file, self._selected, self._page = file, selected, page
        self.retranslate(words)

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._menu_button.tell("", words.say("Menu"))
        self._add.tell("", words.say("New visit"))
        self.settings.tell("", words.say("Settings"))
        self._add.setVisible(bool(self._file and not self._file.read_only))
        self.visits.setAccessibleName(words.say_in("window", "Visits"))
        file = self._file
        self._name.setText(file.name if file else "Parley")
        self._name.restyle()
        self._foot.setVisible(bool(file and file.author))
        rows = [*pages(file.counts, words), *entries(file.visits, date.today(), words)] if file else []
        self.visits.show_rows(rows, self._selected, self._page)
        self.search.tell(words.say_in("window", "Find"))
        self.search.setVisible(file is not None)
        if file:
            self._author.setText(file.author)
            self._author.restyle()
            self._avatar.show_name(file.author)
