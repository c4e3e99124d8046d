"""What is wrong with what is on the screen: controls without a name or a role, and words that are cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

import ui.style.paint
from models.text.catalogue import merged
from ui.widgets.button import Button, Link
from ui.widgets.entry import ProseEntry
from ui.widgets.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar)
_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)
_PLACEHOLDER = re.compile(r"\{.*?\}")


def ours(widget):
    return not type(widget).__module__.startswith("PySide6") or isinstance(widget, QAbstractButton | QLabel)


def controls(root):
    """Return what one can act on, apart from what Qt puts into its own widgets."""
    return [
        widget
        for kind in INTERACTIVE
        for widget in root.findChildren(kind)
        if widget.isVisible()
        and ours(widget)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QLineEdit)
    ]


def named(control):
    return control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())


def nameless(root):
    return [control for control in controls(root) if not named(control)]


def roleless(root):
    """Return the controls of which a screen reader cannot say what they are."""
    return [
        control
        for control in controls(root)
        if not isinstance(control, QHeaderView)
        and QAccessible.queryAccessibleInterface(control).role() in _NO_ROLE
    ]


def cut(root):
    """Return the labels, buttons, tabs and fields that have less room than their text needs."""
    found = [
        (label.text(), label.size(), label.sizeHint()) for label in root.findChildren(QLabel) if short(label)
    ]
    for kind in (Button, Link):
        for button in root.findChildren(kind):
            if (
                button.isVisible()
                and button.width() < button.sizeHint().width()
                and button.toolTip() != button.text()
            ):
                found.append((button.text(), button.size(), button.sizeHint()))
    for tabs in root.findChildren(QTabBar):
        if tabs.isVisible():
            hidden = [at for at in range(tabs.count()) if not tabs.rect().contains(tabs.tabRect(at).center())]
            if hidden and not any(each.isVisible() for each in tabs.findChildren(QAbstractButton)):
                found.append((tabs.tabText(hidden[0]), tabs.size(), tabs.sizeHint()))
    for entry in root.findChildren(ProseEntry):
        lines = round(entry.document().size().height())
        if entry.isVisible() and lines <= 12 and entry.height() < lines * entry.fontMetrics().lineSpacing():
            found.append((entry.text(), entry.size(), lines))
    return found


def short(label):
    if not label.isVisible() or not label.text():
        return False
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.sizeHint().width() and label.toolTip() != label.text()


def beyond(root):
    """Return the controls that stick out of what holds them, where nothing scrolls to them."""
    return [
        control
        for control in controls(root)
        if isinstance(control, QAbstractButton | QComboBox)
        and not control.visibleRegion().isEmpty()
        and control.mapTo(root, control.rect().topRight()).x() > root.width()
    ]


class Painted:
    """Keeps what painters had to shorten, and tells which of it are words of the interface, not of people."""

    def __init__(self, monkeypatch, language):
        self.shortened: set[str] = set()
        self._language = language
        self._plain, self._patterns = sayings(language)
        fitted = ui.style.paint.fitted

        def noting(metrics, text, room):
            shown = fitted(metrics, text, room)
            if shown != text:
                self.shortened.add(text)
            return shown

        monkeypatch.setattr(ui.style.paint, "fitted", noting)

    def words_cut(self, root):
        """Paint everything that is on the screen and return the words of ours that are not whole."""
        self.shortened.clear()
        root.grab()
        tips = "\n".join(each.toolTip() for each in root.findChildren(Line) if each.isVisible())
        return sorted(text for text in self.shortened if self._is_saying(text) and text not in tips)

    def _is_saying(self, text):
        return text in self._plain or any(pattern.fullmatch(text) for pattern in self._patterns)


def sayings(language):
    """Return what the interface says in a language: as it is, and as patterns where it is filled in."""
    plain: set[str] = set()
    patterns = []
    for text in spoken(language):
        if "{" not in text:
            plain.add(text)
        elif len(re.findall(r"[^\W\d_]", _PLACEHOLDER.sub("", text))) > 3:
            parts = (re.escape(part) for part in _PLACEHOLDER.split(text))
            patterns.append(re.compile(".+".join(parts)))
    return plain, patterns


def spoken(language) -> Iterator[str]:
    for message in merged("ko" if language == "en" else language):
        said = message.id if language == "en" else message.string
        yield from said if isinstance(said, list | tuple) else (said,) if said else ()


def faults(root, painted):
    """Return everything that is wrong with what is on the screen, as lines to read."""
    QApplication.processEvents()
    found = [f"no name: {control!r} in {control.parentWidget()!r}" for control in nameless(root)]
    found += [f"no role: {control!r}" for control in roleless(root)]
    found += [f"cut: {text!r} {has.toTuple()} of {wants}" for text, has, wants in cut(root)]
    found += [f"beyond the edge: {named(control)!r}" for control in beyond(root)]
    return found + [f"cut in painting: {text!r}" for text in painted.words_cut(root)]


def keyboard_order(qtbot, first: QWidget, most: int = 200) -> list[QWidget]:
    """Press Tab until the focus comes back; return what it met."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    met: list[QWidget] = []
    while len(met) < most:
        at = QApplication.focusWidget()
        if at is None or at in met:
            break
        met.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    return met


def around(root: QWidget, control: QWidget) -> QRect:
    """Return where a control is in the window, with the room that a ring round it takes."""
    return QRect(control.mapTo(root, QPoint(0, 0)), control.size()).adjusted(-6, -6, 6, 6)


def unseen(qtbot, root: QWidget, first: QWidget) -> tuple[list[QWidget], int]:
    """Go on with Tab; return the controls that look the same without the focus, and how many there were."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    met: list[QWidget] = []
    same: list[QWidget] = []
    while (at := QApplication.focusWidget()) is not None and at not in met:
        met.append(at)
        QApplication.processEvents()
        place = around(root, at)
        lit = root.grab(place).toImage()
        qtbot.keyClick(at, Qt.Key.Key_Tab)
        QApplication.processEvents()
        # What scrolled meanwhile cannot be compared.
        if around(root, at) == place and root.grab(place).toImage() == lit:
            same.append(at)
    return same, len(met)
