"""Pictures in Word: their drawing, their parts and the relationships between the two."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from exporters.writers.word_parts import OFFICE, R
from exporters.writers.word_text import escaped
from models.errors import PaperProblem

if TYPE_CHECKING:
    from exporters.document import Picture
    from exporters.writers.word_template import WordTemplate

_DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006"
_MAIN, _PICTURE = f"{_DRAWINGS}/main", f"{_DRAWINGS}/picture"
_DECORATION = (
    f'<a:extLst xmlns:a="{_MAIN}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_NAME = "media/parley"
_UNITS_PER_MM = 36000
# An office's letterhead numbers its own drawings from 1.
_FIRST_KEY = 90000


def drawing_xml(picture: Picture, number: int) -> str:
    """Write a picture in its line, with its description or the sign that it is decoration."""
    wide, high = round(picture.width_mm * _UNITS_PER_MM), round(picture.height_mm * _UNITS_PER_MM)
    key = _FIRST_KEY + number
    decoration = "" if picture.description else _DECORATION
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"'
        f' xmlns:wp="{_DRAWINGS}/wordprocessingDrawing"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{key}" name="Picture {number}" descr="{escaped(picture.description)}">{decoration}'
        f'</wp:docPr><a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="{key}" name="Picture {number}"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{_relationship(number)}" xmlns:r="{R}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def pictures_in(template: WordTemplate) -> int:
    """Count the pictures that a template has from us: an office may take one of its papers as letterhead."""
    return sum(f"/{_NAME}" in name for name in template.static)


def picture_parts(template: WordTemplate, pictures: list[Picture]) -> tuple[dict[str, bytes], str]:
    """Return the parts of a document's pictures and the relationships that lead to them."""
    folder = posixpath.dirname(template.document)
    parts: dict[str, bytes] = {}
    links: list[str] = []
    for number, picture in enumerate(pictures, pictures_in(template) + 1):
        target = f"{_NAME}{number}.{_extension(picture.data)}"
        parts[posixpath.join(folder, target)] = picture.data
        links.append(f'<Relationship Id="{_relationship(number)}" Type="{OFFICE}/image" Target="{target}"/>')
    return parts, "".join(links)


def _relationship(number: int) -> str:
    return f"rIdParleyPicture{number}"


def _extension(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    raise PaperProblem(reason="picture-format")
