"""The language of the screen: the words in force, Qt's own, and how errors and findings are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import ParleyError
from models.text.catalogue import Words, translated_languages, words
from models.text.languages import known_languages
from ui.labels import label

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    from ui.values import FindingView


class Tongue:
    """Exchanged at once when the user takes another language."""

    def __init__(self, application: QApplication, wanted: str) -> None:
        self._application = application
        self._translator: QTranslator | None = None
        self._rest: QTranslator | None = None
        spoken = {"en", *translated_languages()}
        self.languages = tuple(tag for tag in known_languages() if tag in spoken)
        self.words: Words = words(wanted if wanted in self.languages else "en")

    def use(self, tag: str) -> None:
        """Take another language."""
        self.words = words(tag)
        self.translate_qt()

    def translate_qt(self) -> None:
        """Load Qt's own words for its dialogs, after the first paint and when the language changes."""
        from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

        from ui.qt_words import Rest

        for before in (self._translator, self._rest):
            if before is not None:
                self._application.removeTranslator(before)
                before.deleteLater()
        # Asked last: Qt's own translations come first, what they leave out is said by us.
        self._rest = Rest(self.words, self._application)
        self._application.installTranslator(self._rest)
        self._translator = QTranslator(self._application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(QLocale(self.words.language), "qtbase", "_", folder):
            self._application.installTranslator(self._translator)
        QLocale.setDefault(QLocale(self.words.language))

    def error(self, error: Exception) -> str:
        """Return an error as a sentence; what is not ours is a bug and is raised."""
        if not isinstance(error, ParleyError):
            raise error
        from ui.words import error_sentence

        return error_sentence(error, self.words)

    def sentence(self, finding: FindingView) -> str:
        """Return a finding as a sentence."""
        from ui.words import finding_sentence

        return finding_sentence(finding.finding, finding.visit, self.words)

    def label(self, finding: FindingView) -> str:
        """Return a finding in two or three words."""
        return label(finding.code, self.words)
