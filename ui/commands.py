"""Everything that the menu offers, with its keys; one list for the menu and for the keyboard help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from models.text.languages import language
from ui.style.theme import Shade

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.text.catalogue import Words
    from ui.pages.find.entries import Command
    from ui.settings import Settings
    from ui.style.theme import Theme

_Keys = QKeySequence.StandardKey


class Commands(QObject):
    """Actions and the menu that holds them."""

    recent_chosen = Signal(object)
    language_chosen = Signal(str)
    shade_chosen = Signal(object)

    def __init__(self, window: QWidget, theme: Theme, settings: Settings, languages: tuple[str, ...]) -> None:
        super().__init__(window)
        self._theme = theme
        self._settings = settings
        self._nothing = self._undo = self._redo = ""
        self._window = window
        self.menu = QMenu(window)
        self.new = self._action("file-plus", _Keys.New)
        self.open = self._action("folder-open", _Keys.Open)
        self.recent = QMenu(self.menu)
        self.sample = self._action("book-open")
        self.undo = self._action("undo-2", _Keys.Undo)
        self.redo = self._action("redo-2")
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        self.new_visit = self._action("calendar-plus", QKeySequence("Ctrl+Shift+N"))
        self.add_item = self._action("plus", QKeySequence("Ctrl+Return"))
        self.export = self._action("file-output", QKeySequence("Ctrl+E"))
        self.bring = self._action("import", QKeySequence("Ctrl+I"))
        self.empty_workbook = self._action("file-plus")
        self.filled_workbook = self._action("file-spreadsheet")
        self.find = self._action("search", QKeySequence("Ctrl+K"))
        self.back = self._action("arrow-left", QKeySequence("Alt+Left"))
        self.forward = self._action("arrow-right", QKeySequence("Alt+Right"))
        self.next_section = self._action("", QKeySequence("Ctrl+PgDown"))
        self.section_before = self._action("", QKeySequence("Ctrl+PgUp"))
        self.pages = tuple(self._action("", QKeySequence(f"Ctrl+{number}")) for number in range(1, 6))
        self.history = self._action("history", QKeySequence("Ctrl+H"))
        self.take_copy = self._action("copy")
        self.bring_home = self._action("git-merge")
        self.back_up = self._action("archive")
        self.restore = self._action("archive-restore")
        self.languages = QMenu(self.menu)
        self.shades = QMenu(self.menu)
        self._files, self._lists, self._copies, self._ways, self._looks = (QMenu(self.menu) for _ in range(5))
        self.show_menu = self._action("menu", QKeySequence("F10"))
        self.settings = self._action("settings", QKeySequence("Ctrl+,"))
        self.keys = self._action("keyboard", QKeySequence("F1"))
        self.quit = self._action("", _Keys.Quit)
        self._language_actions: dict[str, QAction] = {}
        self._shade_actions: dict[Shade, QAction] = {}
        self._fill(languages)
        self.recent.aboutToShow.connect(self._list_recent)
        self.menu.aboutToShow.connect(self.dress_menus)

    def _action(self, icon: str, keys: QKeySequence | _Keys | None = None) -> QAction:
        made = QAction(self._window)
        if keys is not None:
            made.setShortcut(QKeySequence(keys))
        made.setProperty("icon_name", icon)
        self._window.addAction(made)
        return made

    def _fill(self, languages: tuple[str, ...]) -> None:
        # What is done all day stands in the menu itself; what is rarer is one step further.
        menu = self.menu
        menu.addActions([self.new_visit, self.add_item, self.export])
        menu.addSeparator()
        menu.addActions([self.undo, self.redo, self.find, self.history])
        menu.addSeparator()
        for group in (self._files, self._lists, self._copies):
            menu.addMenu(group)
        menu.addSeparator()
        menu.addMenu(self._ways)
        menu.addMenu(self._looks)
        menu.addActions([self.settings, self.keys])
        menu.addSeparator()
        menu.addAction(self.quit)
        self._files.addActions([self.new, self.open])
        self._files.addMenu(self.recent)
        self._files.addAction(self.sample)
        self._lists.addActions([self.bring, self.empty_workbook, self.filled_workbook])
        self._copies.addActions([self.take_copy, self.bring_home])
        self._copies.addSeparator()
        self._copies.addActions([self.back_up, self.restore])
        self._ways.addActions([self.back, self.forward])
        self._ways.addSeparator()
        self._ways.addActions(self.pages)
        self._ways.addSeparator()
        self._ways.addActions([self.next_section, self.section_before])
        self._looks.addMenu(self.languages)
        self._looks.addMenu(self.shades)
        tongue = QActionGroup(self)
        for tag in languages:
            action = self._choice(language(tag).own_name, self.languages, tongue)
            action.triggered.connect(lambda _checked=False, tag=tag: self.language_chosen.emit(tag))
            self._language_actions[tag] = action
        light = QActionGroup(self)
        for shade in Shade:
            action = self._choice("", self.shades, light)
            action.triggered.connect(lambda _checked=False, shade=shade: self.shade_chosen.emit(shade))
            self._shade_actions[shade] = action

    def _choice(self, text: str, menu: QMenu, group: QActionGroup) -> QAction:
        made = QAction(text, menu)
        made.setCheckable(True)
        group.addAction(made)
        menu.addAction(made)
        return made

    def _list_recent(self) -> None:
        self.recent.clear()
        for path in self._settings.recent_files():
            action = QAction(path.stem, self.recent)
            action.setToolTip(str(path))
            action.triggered.connect(self._open_recent(path))
            self.recent.addAction(action)
        if self.recent.isEmpty():
            nothing = QAction(self._nothing, self.recent)
            nothing.setEnabled(False)
            self.recent.addAction(nothing)

    def _open_recent(self, path: Path) -> Callable[[], None]:
        return lambda: self.recent_chosen.emit(path)

    def dress_menus(self) -> None:
        """Take icons and fonts of the theme; done when the menu opens, not at start."""
        icons, colour = self._theme.icons, self._theme.tokens.text2
        drawn = {
            self._files: "folder",
            self._lists: "table",
            self._copies: "archive",
            self._ways: "arrow-right",
            self._looks: "eye",
            self.languages: "languages",
            self.shades: "sun-moon",
            self.recent: "clock",
        }
        for menu, name in drawn.items():
            menu.setIcon(icons.icon(name, colour))
        for menu in (self.menu, *drawn):
            menu.setFont(self._theme.font())
            for action in menu.actions():
                if name := action.property("icon_name"):
                    action.setIcon(icons.icon(name, colour))
        for tag, action in self._language_actions.items():
            action.setFont(self._theme.font(language=tag))

    def allow(self, *, file: bool, visit: bool, write: bool) -> None:
        """Enable what makes sense now."""
        self.new_visit.setEnabled(file and write)
        self.add_item.setEnabled(visit and write)
        self.export.setEnabled(visit)
        self.find.setEnabled(file)
        self.bring.setEnabled(file)
        self.empty_workbook.setEnabled(file)
        for action in (self.history, self.take_copy, self.back_up):
            action.setEnabled(file)
        for action in (self.bring_home, self.restore):
            action.setEnabled(file and write)
        for action in (self.next_section, self.section_before):
            action.setEnabled(visit)
        for action in self.pages:
            action.setEnabled(file)

    def allow_ways(self, *, back: bool, forward: bool) -> None:
        """Enable going back and forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def check(self, tag: str, shade: Shade) -> None:
        """Mark the language and the theme in force."""
        if tag in self._language_actions:
            self._language_actions[tag].setChecked(True)
        self._shade_actions[shade].setChecked(True)

    def listed(self) -> list[tuple[str, str]]:
        """Return every command that has keys, with its keys."""
        first = (self.new, self.open, self.new_visit, self.add_item, self.export, self.bring)
        form = QKeySequence.SequenceFormat.NativeText

        def row(action: QAction, called: str = "") -> tuple[str, str]:
            keys = ", ".join(keys.toString(form) for keys in action.shortcuts())
            return called or action.text().rstrip("…"), keys

        turning = [row(self.undo, self._undo), row(self.redo, self._redo)]
        ways = (
            self.history,
            self.find,
            self.back,
            self.forward,
            *self.pages,
            self.next_section,
            self.section_before,
        )
        more = (self.show_menu, self.settings, self.keys, self.quit)
        rows = [*map(row, first), *turning, *map(row, ways), *map(row, more)]
        # Some systems have no keys for some of them.
        return [(called, keys) for called, keys in rows if keys]

    def offered(self) -> list[Command]:
        """Return what can be done now, for the search."""
        from ui.pages.find.entries import Command

        form = QKeySequence.SequenceFormat.NativeText
        actions = (self.new, self.open, self.sample, self.new_visit, self.add_item, self.export)
        kept = (
            self.bring,
            self.empty_workbook,
            self.filled_workbook,
            self.history,
            self.take_copy,
            self.bring_home,
            self.back_up,
            self.restore,
        )
        ways = (self.back, self.forward, *self.pages, self.next_section, self.section_before)
        more = (self.undo, self.redo, *kept, *ways, self.settings, self.keys, self.quit)
        return [
            Command(action.text().rstrip("…"), action.shortcut().toString(form), action.trigger)
            for action in (*actions, *more)
            if action.isEnabled()
        ]

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self.menu.setAccessibleName(words.say("Menu"))
        self.show_menu.setText(words.say("Menu"))
        self._files.setTitle(words.say_in("menu", "File"))
        self._lists.setTitle(words.say_in("menu", "Lists and workbooks"))
        self._copies.setTitle(words.say_in("menu", "Copies and backups"))
        self._ways.setTitle(words.say_in("menu", "Go to"))
        self._looks.setTitle(words.say_in("menu", "View"))
        self.new.setText(words.say("New file…"))
        self.open.setText(words.say("Open…"))
        self.recent.setTitle(words.say("Open recent"))
        self.sample.setText(words.say("Open the sample…"))
        self.new_visit.setText(words.say("New visit…"))
        self.add_item.setText(words.say("Add item"))
        self.export.setText(words.say("Export…"))
        self.bring.setText(words.say("Bring a file…"))
        self.empty_workbook.setText(words.say("Empty workbook…"))
        self.filled_workbook.setText(words.say("Workbook of the visit…"))
        self.history.setText(words.say_in("history", "History"))
        self.take_copy.setText(words.say("Take a copy along…"))
        self.bring_home.setText(words.say("Bring it home…"))
        self.back_up.setText(words.say("Back up now"))
        self.restore.setText(words.say("Restore a backup…"))
        self.languages.setTitle(words.say("Language of the screen"))
        self.shades.setTitle(words.say_in("window", "Theme"))
        self.keys.setText(words.say("Keyboard shortcuts"))
        self.quit.setText(words.say("Quit"))
        self.settings.setText(words.say("Settings…"))
        self.find.setText(words.say("Find anything…"))
        self.back.setText(words.say_in("window", "Back"))
        self.forward.setText(words.say_in("window", "Forward"))
        self.next_section.setText(words.say("Next section"))
        self.section_before.setText(words.say("Section before"))
        named = ("Visits", "Directory", "Series and agreements", "Cooperation", "Glossary")
        for action, text in zip(self.pages, named, strict=True):
            action.setText(words.say_in("window", text))
        self._nothing = words.say("No files yet")
        self._undo, self._redo = words.say("Undo"), words.say("Redo")
        names = {
            Shade.SYSTEM: words.say("As the system"),
            Shade.LIGHT: words.say_in("window", "Light"),
            Shade.DARK: words.say_in("window", "Dark"),
        }
        for shade, action in self._shade_actions.items():
            action.setText(names[shade])
