"""The Qt palette made of the tokens, for what Fusion draws itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from ui.style.tokens import Tokens

_Role = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """Make the palette of a set of tokens."""
    made = QPalette()
    roles = {
        _Role.Window: tokens.surface,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.field,
        _Role.AlternateBase: tokens.panel,
        _Role.Text: tokens.text,
        _Role.Button: tokens.raised,
        _Role.ButtonText: tokens.text,
        _Role.ToolTipBase: tokens.raised,
        _Role.ToolTipText: tokens.text,
        _Role.PlaceholderText: tokens.text3,
        _Role.Light: tokens.press,
        _Role.Midlight: tokens.line,
        _Role.Mid: tokens.edge,
        _Role.Dark: tokens.control,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Highlight: tokens.fill,
        _Role.Accent: tokens.fill,
        _Role.HighlightedText: tokens.on_fill,
        _Role.BrightText: tokens.on_fill,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.press))
    return made
