"""A user of the window: finds what is on the screen by its name, clicks, types, and looks at what came of it.

Nothing here calls what is behind the window: widgets are found by their accessible names, as a screen reader
says them, and must be visible and enabled; input goes through the events of mouse and keyboard.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ui.window import Workspace

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class NotOnScreen(AssertionError):
    """What the user looks for is not there; says what is."""


class User:
    """Works in one window."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.qtbot, self.workspace = qtbot, workspace
        self._part: QWidget | None = None
        workspace.window().activateWindow()

    # Looking.

    def root(self) -> QWidget:
        """Return the dialog in front, or the window."""
        return QApplication.activeModalWidget() or self.workspace.window()

    def see(self, name: str, *kinds: type[QWidget], within: QWidget | None = None) -> Any:
        """Return the control with a name; it has to be on the screen."""
        found = [each for each in self.all(*kinds, within=within) if called(each) == name]
        if not found:
            there = ", ".join(dict.fromkeys(called(each) for each in self.all(within=within)))
            raise NotOnScreen(f"no {name!r} among: {there}")
        assert len(found) == 1 or not isinstance(found[0], FIELDS), f"several fields are called {name!r}"
        return found[0]

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        """Look for a while only in the part of the window with a name."""
        before = self._part
        self._part = next(
            each
            for each in self.root().findChildren(QWidget)
            if each.isVisible() and called(each) == name and not isinstance(each, (*FIELDS, QAbstractButton))
        )
        yield
        self._part = before

    def sees(self, name: str, *kinds: type[QWidget]) -> bool:
        """Tell whether a control with a name is on the screen."""
        return any(called(each) == name for each in self.all(*kinds))

    def all(self, *kinds: type[QWidget], within: QWidget | None = None) -> list[Any]:
        """Return the controls that are on the screen."""
        kinds = kinds or (*FIELDS, QAbstractButton, QAbstractItemView, QTabBar)
        root = within or self._part or self.root()
        return [
            each
            for kind in kinds
            for each in root.findChildren(kind)
            if each.isVisible() and each.isEnabled()
        ]

    def rows(self) -> list[str]:
        """Return what the rows of the list say, as a screen reader reads them."""
        model = self.list().model()
        role = Qt.ItemDataRole.AccessibleTextRole
        indexes = [model.index(at, 0) for at in range(model.rowCount())]
        return [str(each.data(role) or each.data() or "") for each in indexes]

    def list(self) -> QAbstractItemView:
        """Return the list of the page: the widest one on the screen beside the sidebar."""
        sidebar = self.workspace.sidebar
        lists = [each for each in self.all(QAbstractItemView) if not sidebar.isAncestorOf(each)]
        return max(lists, key=lambda each: each.width() * each.height())

    # Doing.

    def rest(self) -> None:
        """Wait until the window has nothing left to do."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.workspace.desk.work.busy(), timeout=30000)
        QApplication.processEvents()
        if QApplication.activeWindow() is None:
            # Where no window manager is, nobody activates the window behind a dialog that was closed.
            self.root().activateWindow()

    def click(self, what: str | QWidget) -> None:
        """Click a button."""
        button = self.see(what, QAbstractButton) if isinstance(what, str) else what
        reveal(button)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        self.qtbot.keyClick(self.focus(), key, modifiers)
        self.rest()

    def focus(self) -> QWidget:
        """Return where the keyboard goes."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def go(self, section: str) -> None:
        """Open a section of the visit with its tab."""
        tabs = self.see("Sections", QTabBar)
        names = [tabs.tabText(at) for at in range(tabs.count())]
        reveal(tabs)
        self.qtbot.mouseClick(
            tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(names.index(section)).center()
        )
        self.rest()
        assert tabs.tabText(tabs.currentIndex()) == section

    def open_page(self, number: int) -> None:
        """Open a page with its keys: Ctrl+1 the visits, Ctrl+2 the directory..."""
        self.press(Qt.Key(Qt.Key.Key_0.value + number), _CONTROL)

    def type(self, name: str, text: str, *, leave: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Write into a field, in the place of what stands there, and leave it."""
        entry = self.see(name, QLineEdit, QPlainTextEdit)
        reveal(entry)
        self.qtbot.mouseClick(target(entry), Qt.MouseButton.LeftButton)
        self.qtbot.keyClick(entry, Qt.Key.Key_A, _CONTROL)
        self.write(entry, text)
        self.qtbot.keyClick(entry, leave)
        self.rest()

    def tick(self, text: str) -> None:
        """Turn the tick of a row of the list, with the space bar."""
        # Beside the box: a click on it would be a second tick.
        self.select(text, across=120)
        self.press(Qt.Key.Key_Space)

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something can be seen."""
        self.qtbot.waitUntil(until, timeout=60000)
        self.rest()

    def write(self, entry: QWidget, text: str) -> None:
        """Type a text; what is on no key comes as from an input method."""
        assert entry.hasFocus(), called(entry)
        if text.isascii():
            self.qtbot.keyClicks(entry, text)
            return
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(entry, event)

    def choose(self, name: str, text: str) -> None:
        """Choose one of a list by typing how it begins."""
        box = self.see(name, QComboBox)
        reveal(box)
        at = box.findText(text)
        assert at >= 0, f"{text!r} is not among {[box.itemText(each) for each in range(box.count())]}"
        box.setFocus()
        step = Qt.Key.Key_Down if at > box.currentIndex() else Qt.Key.Key_Up
        while box.currentIndex() != at:
            self.qtbot.keyClick(box, step)
        self.rest()

    def pick(self, name: str, text: str, *, offered: str = "") -> None:
        """Search in a picker and take what is found first; ``offered`` must be what that is."""
        line = self.see(name, QLineEdit)
        reveal(line)
        line.setFocus(Qt.FocusReason.TabFocusReason)
        line.selectAll()
        self.write(line, text)
        self.rest()
        self.qtbot.keyClick(line, Qt.Key.Key_Return)
        self.rest()
        if offered:
            assert line.text() == offered, (line.text(), offered)

    def select(self, text: str, across: int = 40) -> None:
        """Click the row of the list that says something."""
        view = self.list()
        said = self.rows()
        found = [at for at, row in enumerate(said) if text in row]
        assert found, f"{text!r} is in none of {said}"
        index = view.model().index(found[0], 0)
        view.scrollTo(index)
        spot = view.visualRect(index)
        self.qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot.left() + across, spot.center().y())
        )
        self.rest()

    def menu(self, text: str) -> None:
        """Take something from the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.text() == text)
        self.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self.rest()


def called(widget: QWidget) -> str:
    """Return what a screen reader calls a control."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def target(entry: QWidget) -> QWidget:
    """Return the part of a field that takes clicks."""
    return entry.viewport() if isinstance(entry, QPlainTextEdit) else entry


def reveal(widget: QWidget) -> None:
    """Scroll until a control is on the screen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    QApplication.processEvents()
