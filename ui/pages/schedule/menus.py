"""What can be done with entries, as a menu: on a right click in the list, and in that of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from models.text.dates import DayForm, day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.pages.schedule.page import SchedulePage


class EntryMenus(QObject):
    """Fills the menus of the schedule; what they do, keys and the mouse do as well."""

    def __init__(self, page: SchedulePage) -> None:
        super().__init__(page)
        self._page = page
        self._added: list[QAction] = []
        page.list.menu_asked.connect(self.open_at)
        page.panel.head.opening.connect(self._fill_head)

    def open_at(self, place: QPoint) -> None:
        """Open the menu of what is selected in the list."""
        page = self._page
        if page.words is None or page.view is None:
            return
        menu = QMenu(page.list)
        menu.setFont(page.hands.theme.font())
        keys = page.list.entries()
        menu.addActions(self._actions(menu, keys, paste=True))
        if keys and not page.hands.read_only():
            menu.addSeparator()
            remove = self._action(
                menu, page.words.say_in("form", "Delete"), "Del", lambda: page.moving.remove(keys)
            )
            remove.setIcon(page.hands.theme.icons.icon("trash-2", page.hands.theme.tokens.error.ink))
            menu.addAction(remove)
        if menu.actions():
            menu.popup(place)

    def _fill_head(self, menu: QMenu) -> None:
        """Put what can be done with the entry of the form above what the menu has anyway."""
        for action in self._added:
            menu.removeAction(action)
            action.deleteLater()
        self._added = []
        table, key = self._page.panel.row()
        if table != "schedule_item" or self._page.words is None:
            return
        self._added = self._actions(menu, [key], paste=False)
        gap = QAction(menu)
        gap.setSeparator(True)
        self._added.append(gap)
        menu.insertActions(menu.actions()[0], self._added)

    def _actions(self, menu: QMenu, keys: Sequence[str], *, paste: bool) -> list[QAction]:
        words, moving, locked = self._page.words, self._page.moving, self._page.hands.read_only()
        assert words is not None
        made: list[QAction] = []
        if keys:
            copy = words.say_in("schedule", "Copy")
            made.append(self._action(menu, copy, "Ctrl+C", lambda: moving.copy(keys, False)))
        if keys and not locked:
            cut, duplicate = words.say_in("schedule", "Cut"), words.say_in("schedule", "Duplicate")
            made.insert(0, self._action(menu, cut, "Ctrl+X", lambda: moving.copy(keys, True)))
            made.append(self._action(menu, duplicate, "Ctrl+D", lambda: moving.duplicate(keys)))
        if paste and not locked and moving.can_paste():
            made.append(self._action(menu, words.say_in("schedule", "Paste"), "Ctrl+V", moving.paste))
        if keys and not locked:
            made.append(self._days(menu, keys))
        return made

    def _days(self, menu: QMenu, keys: Sequence[str]) -> QAction:
        """Return the menu of the days to which entries can be moved."""
        page, words = self._page, self._page.words
        assert words is not None
        days = QMenu(words.say_in("schedule", "Move to another day"), menu)
        days.setFont(page.hands.theme.font())
        first = page.item(keys[0])
        for each in page.view.days if page.view is not None else ():
            when = each.date
            action = self._action(
                days,
                day(when, words.language, DayForm.FULL),
                "",
                lambda when=when: page.moving.to_day(keys, when, None),
            )
            action.setEnabled(first is None or first.at.date != when)
            days.addAction(action)
        return days.menuAction()

    @staticmethod
    def _action(menu: QMenu, text: str, keys: str, act: Callable[[], object]) -> QAction:
        # The keys are only told: those of the list do it already.
        told = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{text}\t{told}" if keys else text, menu)
        action.triggered.connect(lambda _on=False: act())
        return action
