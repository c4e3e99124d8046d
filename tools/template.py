"""Build resources/templates/parley.docx: the named styles of every paper, and nothing else.

    python -m tools.template

Sizes and line heights are in points, as the house style gives them. The file is made again byte for byte.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from tools.template_parts import (
    CONTENT_TYPES,
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    FONT_TABLE,
    PACKAGE_RELATIONSHIPS,
    PROPERTIES,
    PROPERTIES_EXTENDED,
    SETTINGS,
    XML,
    numbering,
)

TARGET = Path(__file__).resolve().parents[1] / "resources" / "templates" / "parley.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECOND_GREY, NOTE_GREY, HAIRLINE_GREY, NAVY = "404040", "595959", "A6A6A6", "1F3A5F"
FONTS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Malgun Gothic" w:cs="Arial"/>'


def twips(points: float) -> int:
    """Return points as twentieths."""
    return round(points * 20)


def mm(value: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(value * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: size and exact line height in points, spaces around, and what it adds."""

    name: str
    size: float
    line: float
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str = ""
    keep_next: bool = False
    page: str = ""
    """What stands before the spacing in the paragraph's properties (borders, tabs)."""
    indent: str = ""
    justify: str = ""
    outline: int | None = None
    following: str = ""

    @property
    def key(self) -> str:
        """Return the style's id."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())

    @property
    def built_in(self) -> bool:
        """Tell whether Word knows the style by its name."""
        return not self.name.startswith("Parley")

    def xml(self) -> str:
        """Write the style."""
        based = "Normal" if self.built_in else "ParleyBase"
        keep = "<w:keepNext/><w:keepLines/>" if self.keep_next else ""
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        custom = "" if self.built_in else ' w:customStyle="1"'
        half = round(self.size * 2)
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{based}"/>{following}<w:uiPriority w:val="10"/><w:qFormat/>'
            f"<w:pPr>{keep}{self.page}"
            f'<w:spacing w:before="{twips(self.before)}" w:after="{twips(self.after)}"'
            f' w:line="{twips(self.line)}" w:lineRule="exact"/>{self.indent}{self.justify}{outline}</w:pPr>'
            f'<w:rPr>{bold}{colour}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
        )


def tabs(*stops: tuple[str, float]) -> str:
    """Write tab stops (kind, millimetres)."""
    return (
        "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{mm(at)}"/>' for kind, at in stops) + "</w:tabs>"
    )


def border(side: str, size: int, colour: str, space: int = 0) -> str:
    """Write one border in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


HANGING = f'<w:ind w:left="{mm(4)}" w:hanging="{mm(4)}"/>'
INDENTED = f'<w:ind w:left="{mm(4)}"/>'
CENTRED = '<w:jc w:val="center"/>'
LEFT_STOP = tabs(("left", 4))
RULE_BELOW = f"<w:pBdr>{border('bottom', 18, NAVY)}</w:pBdr>"
SIGNING_LINE = f"<w:pBdr>{border('top', 4, '000000', 4)}</w:pBdr>"
HEAD_STOPS = tabs(("right", 170))
FOOT_STOPS = tabs(("center", 85), ("right", 170))

PARAGRAPH_STYLES = (
    ParagraphStyle("Title", 20, 28, before=4, bold=True, keep_next=True, following="Subtitle"),
    ParagraphStyle("Subtitle", 12, 19, before=2, colour=SECOND_GREY, keep_next=True),
    ParagraphStyle("heading 1", 13, 20, before=17, after=4, bold=True, keep_next=True, outline=0),
    ParagraphStyle("heading 2", 11, 17, before=11, after=3, bold=True, keep_next=True, outline=1),
    ParagraphStyle("heading 3", 10, 15, before=9, after=2, bold=True, keep_next=True, outline=2),
    ParagraphStyle("header", 8.5, 13, colour=NOTE_GREY, page=HEAD_STOPS),
    ParagraphStyle("footer", 8.5, 13, colour=NOTE_GREY, page=FOOT_STOPS),
    # Ours in the page's head and foot, whatever an office's own look like and where its tab stops are.
    ParagraphStyle("Parley Header", 8.5, 13, colour=NOTE_GREY, page=HEAD_STOPS),
    ParagraphStyle("Parley Footer", 8.5, 13, colour=NOTE_GREY, page=FOOT_STOPS),
    ParagraphStyle("Parley Day Heading", 11, 17, before=11, after=3, bold=True, keep_next=True, outline=0),
    ParagraphStyle("Parley Overline", 9, 14, colour=NOTE_GREY, keep_next=True),
    ParagraphStyle("Parley Cover Rule", 1, 9, after=7, keep_next=True, page=RULE_BELOW),
    ParagraphStyle("Parley Column Subtitle", 10.5, 16, before=4, colour=SECOND_GREY),
    ParagraphStyle("Parley Cell", 10, 15),
    ParagraphStyle("Parley Item Title", 10, 15, bold=True),
    ParagraphStyle("Parley Second Language", 9, 14, colour=SECOND_GREY),
    ParagraphStyle("Parley Talk", 9.5, 15, before=4, page=LEFT_STOP, indent=HANGING),
    ParagraphStyle("Parley Talk Second", 9, 14, colour=SECOND_GREY, indent=INDENTED),
    ParagraphStyle("Parley Speaker", 9, 14),
    ParagraphStyle("Parley Talk Speaker", 9, 14, indent=INDENTED),
    ParagraphStyle("Parley Table Head", 9, 15, bold=True),
    ParagraphStyle("Parley Time", 10, 15),
    ParagraphStyle("Parley Cell Small", 9, 15),
    ParagraphStyle("Parley Day Row", 10.5, 16, before=2, bold=True, outline=0),
    ParagraphStyle("Parley Close", 10, 13),
    ParagraphStyle("Parley Close Title", 10, 13, bold=True),
    ParagraphStyle("Parley Close Second", 9, 12, colour=SECOND_GREY),
    ParagraphStyle("Parley Close Small", 9, 13),
    ParagraphStyle("Parley Close Day Row", 10.5, 14, before=1, bold=True, outline=0),
    ParagraphStyle("Parley Note", 8.5, 13, before=4, colour=NOTE_GREY),
    ParagraphStyle("Parley Body", 10, 17, after=4),
    ParagraphStyle("Parley Letter", 11, 20),
    ParagraphStyle("Parley Letter Head", 18, 28, after=10, bold=True, justify=CENTRED),
    ParagraphStyle("Parley Letter Signatory", 16, 26, before=20, bold=True, justify=CENTRED),
    ParagraphStyle("Parley Signature", 10, 17, before=57, page=SIGNING_LINE),
    ParagraphStyle("Parley Plate Name", 66, 80, bold=True, justify=CENTRED),
    ParagraphStyle("Parley Plate Second", 24, 32, justify=CENTRED),
    ParagraphStyle("Parley Plate Post", 24, 32, justify=CENTRED),
    ParagraphStyle("Parley Tail", 1, 1),
)


def picture_style() -> str:
    """Write the style of a picture's paragraph, the one whose line height is not exact."""
    return (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="ParleyPicture">'
        '<w:name w:val="Parley Picture"/><w:basedOn w:val="ParleyBase"/><w:uiPriority w:val="10"/><w:pPr>'
        '<w:spacing w:before="80" w:after="80" w:line="240" w:lineRule="auto"/></w:pPr></w:style>'
    )


def paragraph_defaults(line: float) -> str:
    """Write the paragraph properties that every style begins with."""
    return (
        '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{twips(line)}" w:lineRule="exact"/></w:pPr>'
    )


def base_styles() -> str:
    """Write the defaults, Normal, and the base that keeps an office's own defaults out of our styles."""
    character = f'<w:rPr>{FONTS}<w:sz w:val="20"/><w:szCs w:val="20"/>{{}}</w:rPr>'
    language = '<w:lang w:val="en-GB" w:eastAsia="ko-KR" w:bidi="ar-SA"/>'
    black = character.replace("<w:sz ", '<w:color w:val="000000"/><w:sz ', 1)
    return (
        f"<w:docDefaults><w:rPrDefault>{character.format(language)}</w:rPrDefault>"
        f"<w:pPrDefault>{paragraph_defaults(15)}</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="ParleyBase"><w:name w:val="Parley Base"/>'
        f'<w:uiPriority w:val="98"/>{paragraph_defaults(15)}{black.format("")}</w:style>'
    )


def character_styles() -> str:
    """Write the character styles: language and face alone, no size and no weight."""
    languages = (
        ("Korean", "Malgun Gothic", "ko-KR"),
        ("Japanese", "Yu Gothic", "ja-JP"),
        ("Chinese", "Microsoft YaHei", "zh-CN"),
    )
    start = '<w:style w:type="character" w:customStyle="1" w:styleId="Parley{0}"><w:name w:val="Parley {0}"/>'
    rank = '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="20"/><w:qFormat/>'
    latin = 'w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"'
    written = [
        f'{start.format(name)}{rank}<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="{font}"'
        f' w:cs="Arial"/><w:lang w:val="en-GB" w:eastAsia="{tag}"/></w:rPr></w:style>'
        for name, font, tag in languages
    ]
    english = f'<w:rPr><w:rFonts {latin}/><w:lang w:val="en-GB"/></w:rPr></w:style>'
    figures = f'<w:rPr><w:rFonts {latin}/><w:noProof/><w:lang w:val="en-GB"/></w:rPr></w:style>'
    written.append(start.format("English") + rank + english)
    written.append(start.format("Figures") + rank + figures)
    return "".join(written)


def table_style(name: str, borders: str, *, padding: float = 1, right: float = 2, head: bool = False) -> str:
    """Write a table style: lines, padding in millimetres, and the line under its head."""
    key = "".join(name.split())
    condition = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{border("bottom", 6, "000000")}</w:tcBorders>'
        "</w:tcPr></w:tblStylePr>"
        if head
        else ""
    )
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="30"/><w:qFormat/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{lines}<w:tblCellMar>'
        f'<w:top w:w="{mm(padding)}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{mm(padding)}" w:type="dxa"/><w:right w:w="{mm(right)}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr>{condition}</w:style>"
    )


def table_styles() -> str:
    """Write the table styles."""
    around = border("top", 8, "000000") + border("bottom", 8, "000000")
    between = border("insideH", 4, HAIRLINE_GREY)
    thin = border("top", 6, "000000") + border("bottom", 6, "000000")
    return (
        table_style("Parley Table", around + between, head=True)
        + table_style("Parley Dense", around + between, padding=0.4, head=True)
        + table_style("Parley Facts", between)
        + table_style("Parley Plain", "", padding=0)
        + table_style("Parley Strip", thin)
        + table_style("Parley Parallel Text", around + between, right=4, head=True)
    )


def styles() -> str:
    """Write the part of styles."""
    paragraphs = "".join(style.xml() for style in PARAGRAPH_STYLES)
    lists = "".join(
        f'<w:style w:type="numbering" w:customStyle="1" w:styleId="ParleyList{name}">'
        f'<w:name w:val="Parley List {name}"/><w:basedOn w:val="NoList"/><w:uiPriority w:val="40"/>'
        f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr></w:style>'
        for number, name in enumerate(("Korean", "Japanese", "English"), 1)
    )
    return (
        f"{XML}<w:styles {W}>{base_styles()}{paragraphs}{picture_style()}{character_styles()}"
        f"{table_styles()}{lists}</w:styles>"
    )


def build(target: Path = TARGET) -> None:
    """Write the template."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONSHIPS,
        "word/document.xml": DOCUMENT,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONSHIPS,
        "word/styles.xml": styles(),
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": FONT_TABLE,
        "word/numbering.xml": numbering(),
        "docProps/core.xml": PROPERTIES,
        "docProps/app.xml": PROPERTIES_EXTENDED,
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, text.encode())


if __name__ == "__main__":
    build()
