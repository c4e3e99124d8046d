"""Our styles, fonts and settings put into a template that lacks them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from exporters.writers.word_parts import parsed, serialised, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.writers.word_parts import Element

_AFTER_COMPAT = (
    *("docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
    *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions"),
    *("readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags"),
    *("decimalSymbol", "listSeparator"),
)
_AFTER_FONT_LANGUAGES = _AFTER_COMPAT[_AFTER_COMPAT.index("themeFontLang") + 1 :]
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
_MODE = "compatibilityMode"


def _name(style: Element) -> str:
    found = style.find(w("name"))
    return "" if found is None else found.get(w("val"), "")


def _ids(root: Element) -> dict[str, str]:
    """Return style ids by name; names of built-in styles differ in case between programs."""
    return {_name(style).casefold(): style.get(w("styleId"), "") for style in root.iter(w("style"))}


def add_styles(theirs: bytes, ours: bytes | None) -> tuple[bytes, dict[str, str]]:
    """Add our styles to a template that lacks them; return its part and every style's id by its name.

    What the office has under the same name stays as the office made it. Lists are left out: their
    numberings are not in the office's file.
    """
    root = parsed(theirs)
    have = _ids(root)
    if ours is None:
        return theirs, {_name(style): style.get(w("styleId"), "") for style in root.iter(w("style"))}
    source = parsed(ours)
    wanted = {_name(style): style for style in source.iter(w("style"))}
    ids = {_name(style): style.get(w("styleId"), "") for style in root.iter(w("style"))}
    translated: dict[str, str] = {}
    taken = set(have.values())
    for name, style in wanted.items():
        old = style.get(w("styleId"), "")
        new = have.get(name.casefold()) or (old if old not in taken else f"Parley{old}")
        ids[name] = translated[old] = new
    for name, style in wanted.items():
        if name.casefold() in have or style.get(w("type")) == "numbering":
            continue
        added = deepcopy(style)
        if w("default") in added.attrib:
            del added.attrib[w("default")]
        added.set(w("styleId"), ids[name])
        for link in (*added.findall(w("basedOn")), *added.findall(w("next"))):
            link.set(w("val"), translated[link.get(w("val"), "")])
        root.append(added)
    return serialised(root), ids


def add_fonts(theirs: bytes, ours: bytes | None) -> bytes:
    """Add our fonts to a font table, and the faces that stand in for them."""
    if ours is None:
        return theirs
    root = parsed(theirs)
    have = {font.get(w("name")): font for font in root.iter(w("font"))}
    for font in parsed(ours):
        known = have.get(font.get(w("name")))
        alternative = font.find(w("altName"))
        if known is None:
            root.append(deepcopy(font))
        elif known.find(w("altName")) is None and alternative is not None:
            known.insert(0, deepcopy(alternative))
    return serialised(root)


def complete_settings(theirs: bytes) -> tuple[bytes, bytes]:
    """Return the settings in two pieces, between which the languages of a document's fonts go.

    Fields are not updated at opening (Word would ask), and Word lays out as it does today.
    """
    from lxml.etree import Comment

    root = parsed(theirs)
    for name in ("updateFields", "themeFontLang"):
        for found in root.findall(w(name)):
            root.remove(found)
    compat = root.find(w("compat"))
    if compat is None:
        compat = root.makeelement(w("compat"))
        root.insert(_place(root, _AFTER_COMPAT), compat)
    modes = [s for s in compat.findall(w("compatSetting")) if s.get(w("name")) == _MODE]
    if not modes:
        modes = [compat.makeelement(w("compatSetting"))]
        modes[0].set(w("name"), _MODE)
        modes[0].set(w("uri"), "http://schemas.microsoft.com/office/word")
        compat.append(modes[0])
    modes[0].set(w("val"), "15")
    root.insert(_place(root, _AFTER_FONT_LANGUAGES), Comment("parley"))
    before, _, after = serialised(root).partition(b"<!--parley-->")
    return before, after


def _place(root: Element, followers: Sequence[str]) -> int:
    """Return where a setting goes: before the first of those that the standard puts after it."""
    tags = {_MATHS if name == "mathPr" else w(name) for name in followers}
    for child in root.iterchildren("*"):
        # What other namespaces add comes last, except how formulas are set.
        if child.tag in tags or not child.tag.startswith((w(""), _MATHS)):
            return root.index(child)
    return len(root)
