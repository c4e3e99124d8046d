"""Who works in the file: their signs side by side, oneself first, with a dot for those who are here now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.paint import Ink, base_in, box, start, width
from ui.words_together import company_lines, company_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values_safety import CompanyView

_SIDE, _STEP, _MOST = 26, 22, 4


class PresenceBadges(QWidget):
    """Overlapping round signs; hidden while one is alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._signs: list[tuple[str, bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_company(self, company: CompanyView, words: Words) -> None:
        """Show who is there; several windows of one person on one computer are one sign."""
        others = list(dict.fromkeys((each.name, each.host) for each in company.others))
        signs = [(company.own[:1].upper(), False), *((name[:1].upper(), True) for name, _host in others)]
        if len(signs) > _MOST:
            signs = [*signs[: _MOST - 1], (f"+{len(signs) - _MOST + 1}", True)]
        self._signs = signs
        self.setToolTip("\n".join(company_lines(company, words)))
        self.setAccessibleName(company_sentence(company, words))
        self.setVisible(bool(others))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all signs."""
        return QSize(_STEP * max(len(self._signs) - 1, 0) + _SIDE + 4, _SIDE + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs from the last to the first, which lies on top."""
        del event
        painter = QPainter(self)
        start(painter)
        tokens = self._theme.tokens
        for at in reversed(range(len(self._signs))):
            letter, other = self._signs[at]
            colours = tokens.rite if other else None
            area = QRectF(1 + at * _STEP, 2, _SIDE, _SIDE)
            box(painter, area.adjusted(-2, -2, 2, 2), _SIDE / 2 + 2, tokens.surface)
            box(painter, area, _SIDE / 2, colours.ground if colours else tokens.tint)
            ink = Ink(letter, colours.ink if colours else tokens.accent, 12, True)
            painter.setFont(self._theme.font(12, bold=True))
            painter.setPen(QColor(ink.colour))
            x = area.left() + (_SIDE - width(self._theme, ink)) / 2
            painter.drawText(QPointF(x, base_in(self._theme, area.top(), _SIDE, 12, bold=True)), letter)
            if other:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.surface))
                painter.drawEllipse(QPointF(area.right() - 3, area.bottom() - 3), 5, 5)
                painter.setBrush(QColor(tokens.ok.ink))
                painter.drawEllipse(QPointF(area.right() - 3, area.bottom() - 3), 3.5, 3.5)
        painter.end()
