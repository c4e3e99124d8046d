"""The one style sheet: colours, borders and padding of stock controls, by type and property; no fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ui.style.tokens import Tokens

_SHEET = """
* {{ outline: none; }}
QMainWindow, QDialog {{ background: {surface}; }}
QWidget[ground="sidebar"] {{ background: {sidebar}; }}
QWidget[ground="panel"] {{ background: {panel}; }}
QWidget[ground="surface"] {{ background: {surface}; }}
QLineEdit, QPlainTextEdit {{ background: {field}; border: 1px solid {control}; border-radius: 6px; }}
QLineEdit {{ padding: 0 9px; min-height: 30px; selection-background-color: {fill}; }}
QPlainTextEdit {{ padding: 2px 8px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; }}
QLineEdit:focus {{ padding: 0 8px; min-height: 28px; }}
QPlainTextEdit:focus {{ padding: 1px 7px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QLineEdit:read-only, QPlainTextEdit:read-only {{
    background: {panel}; border-color: {edge}; color: {text2}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {disabled}; }}
QLineEdit[state="error"], QPlainTextEdit[state="error"], QComboBox[state="error"] {{ border-color: {error}; }}
QLineEdit[state="missing"], QPlainTextEdit[state="missing"] {{
    background: {warn_ground}; border: 1px dashed {warn}; }}
QLineEdit[state="missing"]:focus, QPlainTextEdit[state="missing"]:focus {{
    background: {field}; border: 2px solid {accent}; }}
QComboBox {{ background: {field}; border: 1px solid {control}; border-radius: 6px; padding: 0 9px;
    min-height: 30px; }}
QComboBox:focus, QComboBox:on {{ border: 2px solid {accent}; padding: 0 8px; min-height: 28px; }}
QComboBox:disabled {{ background: {panel}; border-color: {edge}; color: {disabled}; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{icons}/chevron-{theme}.svg"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {edge}; padding: 4px;
    selection-background-color: {hover2}; selection-color: {text}; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 24px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {control};
    background: {field}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked {{ background: {fill}; border-color: {fill}; image: url("{icons}/check.svg"); }}
QRadioButton::indicator:checked {{ background: {fill}; border-color: {fill}; image: url("{icons}/dot.svg"); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {edge}; }}
QMenu {{ background: {raised}; border: 1px solid {edge}; border-radius: 8px; padding: 5px; }}
QMenu::item {{ padding: 5px 28px 5px 10px; border-radius: 6px; min-height: 20px; }}
QMenu::item:selected {{ background: {hover2}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 4px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {edge}; padding: 4px 8px; }}
QScrollArea, QAbstractScrollArea[frame="none"] {{ border: none; background: transparent; }}
QAbstractScrollArea[frame="popover"] {{ background: {raised}; border: 1px solid {edge}; border-radius: 9px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; margin: 2px;
    min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {control}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {press}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {fill}; border-radius: 3px; }}
QSplitter::handle {{ background: {line}; }}
"""


def sheet(tokens: Tokens, icons: Path) -> str:
    """Write the sheet for a set of tokens; ``icons`` is the folder of the pictures that a sheet needs."""
    colours = {
        name: getattr(tokens, name) for name in tokens.__slots__ if isinstance(getattr(tokens, name), str)
    }
    return _SHEET.format(
        **colours,
        error=tokens.error.ink,
        warn=tokens.warn.ink,
        warn_ground=tokens.warn.ground,
        icons=icons.as_posix(),
        theme="dark" if tokens.dark else "light",
    )
