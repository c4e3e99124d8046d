"""Which character style a language has in Word, and how its letters behave there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from models.errors import UnknownLanguage
from models.text.languages import language

OF_TEMPLATE = {"ko": "Korean", "ja": "Japanese", "en": "English", "zh": "Chinese"}
"""Languages whose character style stands in the template; every other one comes from its data."""
_EAST_ASIAN = frozenset({"Kore", "Jpan", "Hans", "Hant", "Hang", "Hani", "Hira", "Kana", "Bopo"})


@dataclass(frozen=True, slots=True)
class WordLanguage:
    """A language as Word needs it."""

    tag: str
    word_lang: str
    style_name: str
    font: str
    font_alternative: str
    east_asian: bool
    """Its letters take the East Asian face."""
    spaced: bool
    """Latin letters stand a quarter space off its own."""

    def style_xml(self, style_id: str, based_on: str) -> str:
        """Write its character style: face and language, no size and no weight."""
        if self.east_asian:
            faces = f'w:ascii="Arial" w:hAnsi="Arial" w:eastAsia={quoteattr(self.font)} w:cs="Arial"'
            spoken = f'w:val="en-GB" w:eastAsia={quoteattr(self.word_lang)}'
        else:
            faces = 'w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"'
            spoken = f"w:val={quoteattr(self.word_lang)}"
        return (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}">'
            f'<w:name w:val={quoteattr(self.style_name)}/><w:basedOn w:val="{based_on}"/>'
            '<w:uiPriority w:val="20"/><w:qFormat/>'
            f"<w:rPr><w:rFonts {faces}/><w:lang {spoken}/></w:rPr></w:style>"
        )


@lru_cache(maxsize=64)
def word_language(tag: str) -> WordLanguage:
    """Return how Word treats a language; one without data is set in the Latin face under its own tag."""
    try:
        data = language(tag)
    except UnknownLanguage:
        # A name may stand in a language that Parley has no data of: its letters are still printed.
        return WordLanguage(tag, tag, f"Parley {tag}", "", "", east_asian=False, spaced=False)
    name = f"Parley {OF_TEMPLATE.get(tag, data.own_name)}"
    return WordLanguage(
        tag,
        data.word_lang,
        name,
        data.word_font,
        data.word_font_alternative,
        east_asian=data.script in _EAST_ASIAN,
        spaced=data.word_auto_space,
    )
