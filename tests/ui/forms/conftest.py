"""A panel on its own: real editors, a record in memory, and what it asks to be saved."""

from __future__ import annotations

import pytest

from models.text.catalogue import words
from models.text.matching import holds
from ui.forms.panel import FormPanel
from ui.forms.record import FormContext, Offer, own_language_first
from ui.style.theme import Shade, Theme

PLACES = (Offer("p1", "Main hall", "Tsukuba"), Offer("p2", "Meeting room 2"), Offer("p3", "Canteen"))


class Form:
    """A panel, what it asked to be saved, and what was asked to be made."""

    def __init__(self, panel, language):
        self.panel, self.words = panel, words(language)
        self.edits, self.made = [], []
        panel.edited.connect(self.edits.append)

    def context(self, **others):
        usual = {
            "words": self.words,
            "languages": own_language_first(self.words, ("ko", "ja", "en")),
            "read_only": False,
            "error": str,
            "offers": lambda table, text: [
                offer for offer in PLACES if table == "place" and (not text or holds(offer.text, text))
            ],
            "create": lambda table, text, then: self.made.append((table, text, then)),
            "called": lambda _table, key: next((each.text for each in PLACES if each.id == key), ""),
        }
        return FormContext(**{**usual, **others})

    def show(self, spec, record, **others):
        self.panel.show_record(spec, record, self.context(**others))
        return self.panel

    def editor(self, name):
        return self.panel.editor(name)


@pytest.fixture
def form(qtbot, qapp):
    """Return a function that makes a panel in a language."""
    made = []

    def make(language="en", width=400):
        theme = Theme(qapp, language, Shade.LIGHT)
        theme.dress()
        panel = FormPanel(theme)
        qtbot.addWidget(panel)
        panel.resize(width, 800)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow, timeout=5000)
        made.append(panel)
        return Form(panel, language)

    yield make
    qapp.setStyleSheet("")


def typed(qtbot, entry, text):
    """Type over what stands in an entry."""
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
