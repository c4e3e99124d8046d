"""How the paragraphs, runs and cells of a Word file look: lists, headings, bold, hidden, merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from models.intake.readers.word_package import WordPackage

Element = Any
"""An element of lxml, whose own class is private."""

_WORD: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_OFF = frozenset({"0", "false", "off", "none"})
MOST_COLUMNS = 63
"""As many as Word itself allows in a table."""
_DEEPEST_STYLE = 12


class Look(NamedTuple):
    """How a paragraph looks."""

    listed: bool
    heading: bool
    bold: bool
    end_deleted: bool


def word_name(element: Element) -> str:
    """Return the local name of an element of WordprocessingML, else an empty text."""
    tag = element.tag
    if isinstance(tag, str):
        for namespace in _WORD:
            if tag.startswith(namespace):
                return tag[len(namespace) :]
    return ""


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element at the end of a path of names, if it is there."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if word_name(each) == name), None)
    return element


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of WordprocessingML, or an empty text."""
    if element is None:
        return ""
    return next((found for namespace in _WORD if (found := element.get(namespace + name)) is not None), "")


def is_on(element: Element | None) -> bool:
    """Tell whether a switch is there and not off."""
    return element is not None and value(element) not in _OFF


@dataclass(frozen=True, slots=True)
class Styles:
    """What of the styles matters to the reading."""

    listed: frozenset[str]
    headings: frozenset[str]
    bold: frozenset[str]

    def look(self, paragraph: Element) -> Look:
        """Return how a paragraph looks."""
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        number = child(properties, "numPr", "numId")
        listed = value(number) not in ("", "0") if number is not None else style in self.listed
        heading = style in self.headings or child(properties, "outlineLvl") is not None
        ended = child(properties, "rPr", "del") is not None
        return Look(listed, heading, style in self.bold, ended)

    def all_bold(self, paragraph: Element) -> bool:
        """Tell whether every run of a paragraph that says something is bold."""
        runs = [each for each in paragraph if word_name(each) == "r" and child(each, "t") is not None]
        return bool(runs) and all(is_on(child(run, "rPr", "b")) for run in runs)

    def hidden(self, run: Element) -> bool:
        """Tell whether a run is not shown."""
        return is_on(child(run, "rPr", "vanish"))

    def row_deleted(self, row: Element) -> bool:
        """Tell whether a row was deleted under tracked changes."""
        return child(row, "trPr", "del") is not None

    def cells_before(self, row: Element) -> int:
        """Return how many columns a row leaves out at its start."""
        return _number(value(child(row, "trPr", "gridBefore")), 0)

    def spans(self, cell: Element) -> tuple[int, str]:
        """Return how many columns a cell spans, and whether it begins or continues a merged one."""
        properties = child(cell, "tcPr")
        merge = child(properties, "vMerge")
        merged = "" if merge is None else (value(merge) or "continue")
        return max(1, _number(value(child(properties, "gridSpan")), 1)), merged


def read_styles(package: WordPackage) -> Styles:
    """Read the styles of a Word file; a file without them, or with broken ones, has none."""
    root = package.beside("styles.xml")
    own: dict[str, tuple[str, bool, bool, bool]] = {}
    for style in root if root is not None else ():
        if word_name(style) != "style" or value(style, "type") not in ("paragraph", ""):
            continue
        name = value(child(style, "name")).lower()
        heading = name.startswith(("heading", "제목")) or child(style, "pPr", "outlineLvl") is not None
        listed = child(style, "pPr", "numPr") is not None or (
            name.startswith("list ") and name != "list paragraph"
        )
        own[value(style, "styleId")] = (
            value(child(style, "basedOn")),
            listed,
            heading,
            is_on(child(style, "rPr", "b")),
        )
    return Styles(*(frozenset(key for key in own if _inherits(own, key, place)) for place in (1, 2, 3)))


def _inherits(own: dict[str, tuple[str, bool, bool, bool]], key: str, place: int) -> bool:
    for _ in range(_DEEPEST_STYLE):
        if key not in own:
            return False
        if own[key][place]:
            return True
        key = own[key][0]
    return False


def _number(text: str, otherwise: int) -> int:
    return min(int(text), MOST_COLUMNS) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise
