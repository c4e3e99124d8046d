"""The parts of one document put into a package, the same bytes for the same document."""

from __future__ import annotations

from datetime import UTC
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from exporters.writers.word_languages import word_language
from exporters.writers.word_parts import PROPERTIES
from exporters.writers.word_text import escaped
from exporters.writers.word_xml import language_style_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from exporters.document import Document
    from exporters.writers.word_template import WordTemplate

_MOMENT = (1980, 1, 1, 0, 0, 0)
_STORED = (".png", ".jpeg", ".jpg")


def _put(package: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _MOMENT)
    entry.compress_type = ZIP_STORED if name.endswith(_STORED) else ZIP_DEFLATED
    entry.create_system = 0
    package.writestr(entry, content)


def packed(
    template: WordTemplate,
    languages: tuple[str, ...],
    shared: Mapping[str, bytes],
    own: Mapping[str, bytes],
) -> bytes:
    """Return a package of a template's parts, those that many papers share, and a document's own."""
    further = tuple(tag for tag in languages if word_language(tag).style_name not in template.style_ids)
    stream = BytesIO(_base(template, further, tuple(shared.items())))
    with ZipFile(stream, "a") as package:
        for name, content in own.items():
            _put(package, name, content)
    return stream.getvalue()


@lru_cache(maxsize=16)
def _base(template: WordTemplate, further: tuple[str, ...], shared: tuple[tuple[str, bytes], ...]) -> bytes:
    """Pack what does not change; a language that the template lacks brings its style and its face.

    The papers of a visit have the same head, foot and settings: these are packed once for all of them.
    """
    static = {**template.static, **dict(shared)}
    if further:
        based_on = template.style_ids["Default Paragraph Font"]
        styles = "".join(word_language(tag).style_xml(language_style_id(tag), based_on) for tag in further)
        static[template.styles] = _inserted(static[template.styles], styles)
        static[template.fonts] = _inserted(static[template.fonts], _fonts(static[template.fonts], further))
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, content in static.items():
            _put(package, name, content)
    return stream.getvalue()


def _inserted(part: bytes, xml: str) -> bytes:
    end = part.rindex(b"</")
    return part[:end] + xml.encode() + part[end:]


def _fonts(part: bytes, further: tuple[str, ...]) -> str:
    faces = {
        language.font: language.font_alternative for language in map(word_language, further) if language.font
    }
    return "".join(
        f"<w:font w:name={quoteattr(face)}>"
        + (f"<w:altName w:val={quoteattr(alternative)}/>" if alternative else "")
        + "</w:font>"
        for face, alternative in faces.items()
        if f"w:name={quoteattr(face)}".encode() not in part
    )


def core_properties(document: Document) -> bytes:
    """Write title, author, subject, language and date of a document."""
    created = document.created
    moment = "" if created is None else _stamp("created", created) + _stamp("modified", created)
    author = escaped(document.author)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties'
        f' xmlns:cp="{PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title><dc:subject>{escaped(document.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>{moment}"
        f"<dc:language>{escaped(word_language(document.language).word_lang)}</dc:language></cp:coreProperties>"
    ).encode()


def _stamp(name: str, moment: datetime) -> str:
    at = moment.astimezone(UTC) if moment.tzinfo else moment
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{at:%Y-%m-%dT%H:%M:%SZ}</dcterms:{name}>'


def font_languages(document: Document) -> str:
    """Write the languages by which Word chooses faces that nothing else decides."""
    known = [word_language(tag) for tag in document.languages]
    latin = next((language.word_lang for language in known if not language.east_asian), "en-GB")
    eastern = next((language.word_lang for language in known if language.east_asian), "")
    also = f" w:eastAsia={quoteattr(eastern)}" if eastern else ""
    return f"<w:themeFontLang w:val={quoteattr(latin)}{also}/>"
