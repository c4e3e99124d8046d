"""The parts of the template that hold no styles."""

from __future__ import annotations

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = (
    f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_WORD}.fontTable+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
PACKAGE_RELATIONSHIPS = (
    f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
DOCUMENT_RELATIONSHIPS = (
    f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
)
DOCUMENT = (
    f'{XML}<w:document {_W}><w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="510"'
    ' w:gutter="0"/></w:sectPr></w:body></w:document>'
)
SETTINGS = (
    f'{XML}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="ko-KR"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)


def _font(name: str, panose: str, charset: str, alternative: str = "") -> str:
    also = f'<w:altName w:val="{alternative}"/>' if alternative else ""
    return (
        f'<w:font w:name="{name}">{also}<w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    )


FONT_TABLE = (
    f"{XML}<w:fonts {_W}>{_font('Arial', '020B0604020202020204', '00', 'Liberation Sans')}"
    f"{_font('Malgun Gothic', '020B0503020000020004', '81', 'Noto Sans CJK KR')}"
    f"{_font('Yu Gothic', '020B0400000000000000', '80', 'Noto Sans CJK JP')}"
    f"{_font('Microsoft YaHei', '020B0503020204020204', '86', 'Noto Sans CJK SC')}</w:fonts>"
)
PROPERTIES = (
    f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
)
PROPERTIES_EXTENDED = (
    f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Parley</Application></Properties>"
)

_LEVELS = {
    "Korean": (
        ("decimal", "%1."),
        ("ganada", "%2."),
        ("decimal", "%3)"),
        ("ganada", "%4)"),
        ("decimal", "(%5)"),
        ("ganada", "(%6)"),
        ("decimalEnclosedCircle", "%7"),
    ),
    "Japanese": (
        ("decimalFullWidth", "%1"),
        ("decimal", "(%2)"),
        ("aiueoFullWidth", "%3"),
        ("aiueoFullWidth", "(%4)"),
    ),
    "English": (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")),
}


def numbering() -> str:
    """Write the part of numberings: the official order of each language as a list of several levels."""
    lists: list[str] = []
    for number, (name, levels) in enumerate(_LEVELS.items(), 1):
        written = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{400 * (depth + 1)}" w:hanging="400"/></w:pPr></w:lvl>'
            for depth, (form, text) in enumerate(levels)
        )
        lists.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            f'<w:styleLink w:val="ParleyList{name}"/>{written}</w:abstractNum>'
        )
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, len(_LEVELS) + 1)
    )
    return f"{XML}<w:numbering {_W}>{''.join(lists)}{uses}</w:numbering>"
