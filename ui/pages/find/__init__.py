"""Finding anything: Ctrl+K."""

from ui.pages.find.entries import Command
from ui.pages.find.palette import Palette

__all__ = ["Command", "Palette"]
