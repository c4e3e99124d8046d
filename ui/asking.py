"""What the window asks in dialogs of its own, and the search over it: settings, keys, anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.deeds import Deed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.commands import Commands
    from ui.desk import Desk
    from ui.dialogs.settings import Card
    from ui.hands import Hands
    from ui.pages.find.palette import Palette
    from ui.tongue import Tongue


class Asking(QObject):
    """Makes each dialog when it is asked for; the search stays."""

    language_chosen = Signal(str)
    shade_chosen = Signal(object)
    found = Signal(str, str)
    """Table and id of what was searched for."""

    def __init__(self, window: QWidget, hands: Hands, desk: Desk, tongue: Tongue, commands: Commands) -> None:
        super().__init__(window)
        self._window, self._hands, self._desk = window, hands, desk
        self._tongue, self._commands = tongue, commands
        self.finder: Palette | None = None
        desk.lookup_shown.connect(self._lookup_shown)
        commands.find.triggered.connect(self.find_anything)
        commands.settings.triggered.connect(self.settings)
        commands.keys.triggered.connect(self.show_keys)

    def find_anything(self) -> None:
        """Search for anything, commands among it."""
        if self.finder is None:
            from ui.pages.find.palette import Palette

            self.finder = Palette(self._hands.theme, self._window)
            self.finder.opened.connect(self.found)
        self.finder.ask(self._desk.lookup, self._tongue.words, self._commands.offered())

    def settings(self) -> None:
        """Ask who works here, whose file this is, and how the window is to look."""
        from ui.dialogs.settings import Card, SettingsDialog

        file, theme = self._desk.file, self._hands.theme
        card = Card(file.author, file.name, file.home) if file is not None else None
        dialog = SettingsDialog(self._hands, self._tongue, theme.shade, card, self._window)
        dialog.taken.connect(lambda taken: self._take_card(card, taken))
        dialog.language_chosen.connect(self.language_chosen)
        dialog.shade_chosen.connect(self.shade_chosen)
        dialog.open()

    def show_keys(self) -> None:
        """Show the keys of all commands."""
        from ui.dialogs.keys import KeysDialog

        KeysDialog(self._hands.theme, self._tongue.words, self._commands.listed(), self._window).open()

    def _take_card(self, before: Card | None, card: Card) -> None:
        desk = self._desk
        if before is None or desk.file is None:
            return
        if card.author != before.author:
            desk.ask(lambda office: office.rename_author(card.author), lambda _none: desk.refresh())
        if (card.file, card.home) != (before.file, before.home):
            desk.do(Deed("file_info.card", {"name": card.file, "home": card.home or None}))

    def _lookup_shown(self) -> None:
        if self.finder is not None:
            self.finder.use(self._desk.lookup)
