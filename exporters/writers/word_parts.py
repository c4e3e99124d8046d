"""Names of WordprocessingML, and how a template's parts are parsed and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = OFFICE
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
PROPERTIES_TYPE = f"{RELATIONSHIPS}/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE_TYPES = {
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
}


def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


def parsed(blob: bytes) -> Element:
    """Parse a part; it may fetch nothing and define nothing."""
    from lxml.etree import XMLParser, fromstring

    return fromstring(blob, XMLParser(resolve_entities=False, no_network=True))


def serialised(root: Element) -> bytes:
    """Write a part."""
    from lxml.etree import tostring

    return tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relationship(key: str, kind: str, target: str) -> Element:
    """Make a relationship to a part."""
    from lxml import etree

    made = etree.Element(f"{{{RELATIONSHIPS}}}Relationship")
    made.set("Id", key)
    made.set("Type", kind)
    made.set("Target", target)
    return made
