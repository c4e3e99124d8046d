"""Colours, type, icons and the sheet: how everything looks."""
