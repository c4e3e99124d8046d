"""Blocks of a Document as WordprocessingML strings."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from exporters.document import Look, PageBreak, Paragraph, Picture, Rule, Style, Table, TableKind
from exporters.writers.word_languages import word_language
from exporters.writers.word_pictures import drawing_xml
from exporters.writers.word_text import escaped, run_xml
from models.errors import PaperProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exporters.document import Block, Row, Run

STYLE_NAMES = {
    Style.NORMAL: "Normal",
    Style.TITLE: "Title",
    Style.SUBTITLE: "Subtitle",
    Style.HEADING_1: "heading 1",
    Style.HEADING_2: "heading 2",
    Style.HEADING_3: "heading 3",
} | {
    style: "Parley " + style.value.title()
    for style in Style
    if style.value not in {"normal", "title", "subtitle", "heading 1", "heading 2", "heading 3"}
}
TABLE_NAMES = {
    TableKind.STANDARD: "Parley Table",
    TableKind.DENSE: "Parley Dense",
    TableKind.FACTS: "Parley Facts",
    TableKind.PLAIN: "Parley Plain",
    TableKind.STRIP: "Parley Strip",
    TableKind.PARALLEL: "Parley Parallel Text",
}
TAIL, PICTURE, FIGURES = "Parley Tail", "Parley Picture", "Parley Figures"
HEADER, FOOTER = "Parley Header", "Parley Footer"

_LIGHT = '<w:b w:val="0"/><w:bCs w:val="0"/>'
_LOOKS = {
    Look.PLAIN: "",
    Look.STRONG: "<w:b/><w:bCs/>",
    Look.LIGHT: _LIGHT,
    Look.SECOND: _LIGHT + '<w:color w:val="404040"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    Look.QUIET: '<w:color w:val="595959"/>',
    Look.SMALL: '<w:sz w:val="15"/><w:szCs w:val="15"/>',
    Look.MARK: _LIGHT + '<w:color w:val="595959"/><w:sz w:val="17"/><w:szCs w:val="17"/>',
    Look.FIGURES: "",
}
_SECOND_BESIDE = {
    Style.TITLE: _LIGHT + '<w:color w:val="404040"/><w:sz w:val="24"/><w:szCs w:val="24"/>',
    Style.HEADING_1: _LIGHT + '<w:sz w:val="21"/><w:szCs w:val="21"/>',
    Style.HEADING_2: _LIGHT + '<w:sz w:val="19"/><w:szCs w:val="19"/>',
    Style.DAY_HEADING: _LIGHT + '<w:sz w:val="19"/><w:szCs w:val="19"/>',
    Style.HEADING_3: _LIGHT,
    Style.DAY_ROW: _LIGHT + '<w:sz w:val="19"/><w:szCs w:val="19"/>',
    Style.TABLE_HEAD: _LIGHT,
}
_BORDERS = {Rule.NONE: 'w:val="nil"', Rule.STRONG: 'w:val="single" w:sz="6" w:space="0" w:color="000000"'}
_LATIN = re.compile(r"[\x20-\u2027]*", re.ASCII)
_SPLITTABLE, _WHOLE = "<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_HEAD = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def twips(millimetres: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


class BlockWriter:
    """Writes the blocks of one document, in the styles of one template."""

    def __init__(self, style_ids: Mapping[str, str], pictures_before: int = 0) -> None:
        self.languages: set[str] = set()
        """The languages met, for which the file needs character styles."""
        self.pictures: list[Picture] = []
        self._ids = style_ids
        self._pictures_before = pictures_before
        self._paragraphs: dict[tuple[Style, bool, bool], str] = {}
        self._runs: dict[tuple[Style, Look, str], tuple[str, str]] = {}
        self._spaced: dict[str, bool] = {}

    def style_id(self, name: str) -> str:
        """Return the id that a named style has in the template."""
        return self._ids[name]

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Write blocks one after another; a table never ends the text nor touches the next one."""
        written: list[str] = []
        before: Table | None = None
        ruled = breaking = False
        for block in blocks:
            if isinstance(block, PageBreak):
                breaking, before = True, None
                continue
            if isinstance(block, Paragraph):
                written.append(self.paragraph(block, page_break=breaking))
            elif isinstance(block, Picture):
                written.append(self._picture(block, page_break=breaking))
            else:
                if breaking:
                    written.append(self._tail("<w:pageBreakBefore/>"))
                elif before is not None:
                    written.append(self._tail(_gap(before, block)))
                written.append(self.table(block, under_rule=ruled))
            before = block if isinstance(block, Table) else None
            ruled = isinstance(block, Paragraph) and block.style is Style.COVER_RULE
            breaking = False
        if before is not None or not written:
            written.append(self._tail())
        return "".join(written)

    def paragraph(self, paragraph: Paragraph, *, keep_next: bool = False, page_break: bool = False) -> str:
        """Write a paragraph."""
        runs = paragraph.runs
        style = paragraph.style
        spaced = bool(runs) and self._is_spaced(runs[0].language)
        keep = keep_next or paragraph.keep_next
        key = (style, keep, spaced)
        opening = self._paragraphs.get(key)
        if opening is None:
            opening = self._paragraphs[key] = self._opening(style, keep=keep, spaced=spaced)
        if paragraph.tab_mm or page_break:
            opening = self._opening(
                style, keep=keep, spaced=spaced, page_break=page_break, tab_mm=paragraph.tab_mm
            )
        if paragraph.lead:
            return f"{opening}{self._lead(paragraph)}{self.runs(runs, style)}</w:p>"
        return f"{opening}{self.runs(runs, style)}</w:p>"

    def runs(self, runs: Iterable[Run], style: Style) -> str:
        """Write runs of a paragraph in a style."""
        return "".join([run_xml(run.text, *self._openings(run, style)) for run in runs])

    def table(self, table: Table, *, under_rule: bool = False) -> str:
        """Write a table: its grid, its head, its rows; straight under the cover's rule it needs no other."""
        edges = [0]
        for width in table.columns_mm:
            edges.append(edges[-1] + twips(width))
        grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
        look = '0620" w:firstRow="1' if table.head else '0600" w:firstRow="0'
        top = _NO_TOP if under_rule else ""
        written = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._ids[TABLE_NAMES[table.kind]]}"/>'
            f'<w:tblW w:w="{edges[-1]}" w:type="dxa"/>{top}'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}"'
            ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escaped(table.name)}"/>'
            f'<w:tblDescription w:val="{escaped(table.description)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ]
        above = Rule.HAIRLINE
        last = len(table.rows) - 1
        for row in table.head:
            written.append(self._row(row, table, edges, _HEAD, above=above, below=row.rule))
            above = row.rule
        for number, row in enumerate(table.rows):
            # The line under the last row is the table's own.
            below = Rule.HAIRLINE if number == last else row.rule
            written.append(
                self._row(
                    row, table, edges, _SPLITTABLE if row.can_split else _WHOLE, above=above, below=below
                )
            )
            above = row.rule
        written.append("</w:tbl>")
        return "".join(written)

    def _row(
        self, row: Row, table: Table, edges: list[int], opening: str, *, above: Rule, below: Rule
    ) -> str:
        written = [opening]
        column, columns = 0, len(edges) - 1
        borders = _borders(above, below)
        # Word may leave a head alone at the foot of a page.
        keep = row.keep_with_next or opening is _HEAD
        for cell in row.cells:
            end = column + cell.span
            if end > columns:
                break
            width = edges[end] - edges[column]
            span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
            shade = '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/>' if cell.shaded else ""
            margin = _margins(above, last=end == columns and table.kind is TableKind.PARALLEL)
            written.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{borders}{shade}{margin}</w:tcPr>'
            )
            if cell.paragraphs:
                written += [self.paragraph(paragraph, keep_next=keep) for paragraph in cell.paragraphs]
            else:
                written.append(self.paragraph(_EMPTY, keep_next=keep))
            written.append("</w:tc>")
            column = end
        if column != columns or sum(cell.span for cell in row.cells) != columns:
            raise PaperProblem(reason="row-columns", table=table.name, columns=columns)
        written.append("</w:tr>")
        return "".join(written)

    def _opening(
        self, style: Style, *, keep: bool, spaced: bool, page_break: bool = False, tab_mm: float = 0
    ) -> str:
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._ids[STYLE_NAMES[style]]}"/>'
            f"{'<w:keepNext/>' if keep else ''}{'<w:pageBreakBefore/>' if page_break else ''}"
            + (f'<w:tabs><w:tab w:val="left" w:pos="{twips(tab_mm)}"/></w:tabs>' if tab_mm else "")
            + f"{'<w:autoSpaceDE/>' if spaced else ''}{_AT_TOP if page_break else ''}</w:pPr>"
        )

    def _openings(self, run: Run, style: Style) -> tuple[str, str]:
        """Return how a run opens, plain and with the hint; the second is empty where no hint is of use."""
        look = run.look
        if look is Look.FIGURES and not _LATIN.fullmatch(run.text):
            look = Look.PLAIN
        key = (style, look, run.language)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = self._made(style, look, run.language)
        return found

    def _made(self, style: Style, look: Look, tag: str) -> tuple[str, str]:
        properties = _SECOND_BESIDE.get(style, _LOOKS[look]) if look is Look.SECOND else _LOOKS[look]
        if look is Look.FIGURES:
            opening = f'<w:r><w:rPr><w:rStyle w:val="{self._ids[FIGURES]}"/></w:rPr>'
            return opening, ""
        language = word_language(tag)
        self.languages.add(tag)
        named = f'<w:rStyle w:val="{self._ids.get(language.style_name) or language_style_id(tag)}"/>'
        hinted = f'<w:r><w:rPr>{named}<w:rFonts w:hint="eastAsia"/>{properties}</w:rPr>'
        return f"<w:r><w:rPr>{named}{properties}</w:rPr>", hinted if language.east_asian else ""

    def _lead(self, paragraph: Paragraph) -> str:
        tag = paragraph.runs[0].language if paragraph.runs else "en"
        plain, _ = self._made(paragraph.style, Look.PLAIN, tag)
        return f"{plain}<w:t>{escaped(paragraph.lead)}</w:t><w:tab/></w:r>"

    def _is_spaced(self, tag: str) -> bool:
        spaced = self._spaced.get(tag)
        if spaced is None:
            spaced = self._spaced[tag] = word_language(tag).spaced
        return spaced

    def _tail(self, properties: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._ids[TAIL]}"/>{properties}</w:pPr></w:p>'

    def _picture(self, picture: Picture, *, page_break: bool) -> str:
        self.pictures.append(picture)
        breaking = "<w:pageBreakBefore/>" if page_break else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._ids[PICTURE]}"/>{breaking}</w:pPr><w:r>'
            f"{drawing_xml(picture, self._pictures_before + len(self.pictures))}</w:r></w:p>"
        )


_EMPTY = Paragraph(())
# What a heading keeps from the text above it is of no use at the top of a page.
_AT_TOP = '<w:spacing w:before="0"/>'
_NO_TOP = '<w:tblBorders><w:top w:val="nil"/></w:tblBorders>'
_GAP = '<w:spacing w:before="280"/>'


def _gap(above: Table, below: Table) -> str:
    """Return the space between two tables: none where one of them only sets titles over columns."""
    return "" if TableKind.PLAIN in (above.kind, below.kind) else _GAP


def _margins(above: Rule, *, last: bool) -> str:
    """Return a cell's own padding: less where no line is above, and at the edge of two equal columns."""
    top = '<w:top w:w="0" w:type="dxa"/>' if above is Rule.NONE else ""
    right = '<w:right w:w="113" w:type="dxa"/>' if last else ""
    return f"<w:tcMar>{top}{right}</w:tcMar>" if top or right else ""


def _borders(above: Rule, below: Rule) -> str:
    """Return the borders of a row's cells; a line is named on both its sides, else the neighbour's wins."""
    if above is Rule.HAIRLINE and below is Rule.HAIRLINE:
        return ""
    top = f"<w:top {_BORDERS[above]}/>" if above is not Rule.HAIRLINE else ""
    bottom = f"<w:bottom {_BORDERS[below]}/>" if below is not Rule.HAIRLINE else ""
    return f"<w:tcBorders>{top}{bottom}</w:tcBorders>"


def language_style_id(tag: str) -> str:
    """Return the id of the character style of a language that the template does not have."""
    return "ParleyLanguage" + "".join(part.capitalize() for part in re.split("[^A-Za-z0-9]+", tag))
