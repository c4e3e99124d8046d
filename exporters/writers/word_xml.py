"""Blocks of a Document as WordprocessingML strings."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from exporters.document import Look, PageBreak, Paragraph, Picture, Rule, Style, Table, TableKind, holds_next
from exporters.writers.word_languages import word_language
from exporters.writers.word_pictures import drawing_xml
from exporters.writers.word_rows import ROW_END, RowFrame, RowKind, cell_openings, edges_of, twips
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
    Style.CLOSE_DAY_ROW: _LIGHT + '<w:sz w:val="19"/><w:szCs w:val="19"/>',
    Style.TABLE_HEAD: _LIGHT,
}
_LATIN = re.compile(r"[\x20-\u2027]*", re.ASCII)
# Constants of this module: reading a member of an enum costs more, and these are asked for run by run.
_PLAIN, _FIGURES, _AS_FIGURES = Look.PLAIN, Look.FIGURES, _LATIN.fullmatch


class BlockWriter:
    """Writes the blocks of one document, in the styles of one template."""

    def __init__(self, style_ids: Mapping[str, str], pictures_before: int = 0) -> None:
        self.languages: set[str] = set()
        """The languages met, for which the file needs character styles."""
        self.pictures: list[Picture] = []
        self._ids = style_ids
        self._pictures_before = pictures_before
        self._paragraphs: dict[tuple[Style, bool, bool, float, str], str] = {}
        self._leads: dict[tuple[str, Style, str], str] = {}
        self._runs: dict[tuple[Style, Look, str], tuple[str, str]] = {}

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
        runs, style = paragraph.runs, paragraph.style
        language = runs[0].language if runs else ""
        key = (style, keep_next or paragraph.keep_next, page_break, paragraph.tab_mm, language)
        opening = self._paragraphs.get(key)
        if opening is None:
            opening = self._paragraphs[key] = self._opening(*key)
        lead = self._lead(paragraph.lead, style, language) if paragraph.lead else ""
        return f"{opening}{lead}{self.runs(runs, style)}</w:p>"

    def runs(self, runs: Iterable[Run], style: Style) -> str:
        """Write runs of a paragraph in a style."""
        openings = self._runs
        written: list[str] = []
        for text, language, look in runs:
            in_words = look is _FIGURES and not _AS_FIGURES(text)
            key = (style, _PLAIN if in_words else look, language)
            found = openings.get(key)
            if found is None:
                found = openings[key] = self._openings(*key)
            written.append(run_xml(text, *found))
        return written[0] if len(written) == 1 else "".join(written)

    def table(self, table: Table, *, under_rule: bool = False) -> str:
        """Write a table: its grid, its head, its rows; straight under the cover's rule it needs no other."""
        edges = edges_of(table.columns_mm)
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
            # Word may leave a head alone at the foot of a page.
            self._row(written, row, table, RowKind.HEAD, above=above, below=row.rule, keep=True)
            above = row.rule
        for number, row in enumerate(table.rows):
            # The line under the last row is the table's own.
            below = Rule.HAIRLINE if number == last else row.rule
            kind = RowKind.SPLITTABLE if row.can_split else RowKind.WHOLE
            self._row(
                written, row, table, kind, above=above, below=below, keep=holds_next(table.rows, number)
            )
            above = row.rule
        written.append("</w:tbl>")
        return "".join(written)

    def _row(
        self,
        written: list[str],
        row: Row,
        table: Table,
        kind: RowKind,
        *,
        above: Rule,
        below: Rule,
        keep: bool,
    ) -> None:
        """Write a row behind what is written already."""
        shapes = tuple([(cell.span, cell.shaded) for cell in row.cells])
        frame = RowFrame(table.columns_mm, table.kind, kind, above, below, shapes)
        openings = cell_openings(frame)
        if openings is None:
            raise PaperProblem(reason="row-columns", table=table.name, columns=len(table.columns_mm))
        for opening, cell in zip(openings, row.cells, strict=True):
            written.append(opening)
            for paragraph in cell.paragraphs or _NOTHING:
                written.append(self.paragraph(paragraph, keep_next=keep))
        written.append(ROW_END)

    def _opening(self, style: Style, keep: bool, page_break: bool, tab_mm: float, language: str) -> str:
        spaced = bool(language) and word_language(language).spaced
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._ids[STYLE_NAMES[style]]}"/>'
            f"{'<w:keepNext/>' if keep else ''}{'<w:pageBreakBefore/>' if page_break else ''}"
            + (f'<w:tabs><w:tab w:val="left" w:pos="{twips(tab_mm)}"/></w:tabs>' if tab_mm else "")
            + f"{'<w:autoSpaceDE/>' if spaced else ''}{_AT_TOP if page_break else ''}</w:pPr>"
        )

    def _openings(self, style: Style, look: Look, tag: str) -> tuple[str, str]:
        """Return how a run opens, plain and with the hint; the second is empty where no hint is of use."""
        if look is Look.FIGURES:
            return f'<w:r><w:rPr><w:rStyle w:val="{self._ids[FIGURES]}"/></w:rPr>', ""
        properties = _SECOND_BESIDE.get(style, _LOOKS[look]) if look is Look.SECOND else _LOOKS[look]
        language = word_language(tag)
        self.languages.add(tag)
        named = f'<w:rStyle w:val="{self._ids.get(language.style_name) or language_style_id(tag)}"/>'
        hinted = f'<w:r><w:rPr>{named}<w:rFonts w:hint="eastAsia"/>{properties}</w:rPr>'
        return f"<w:r><w:rPr>{named}{properties}</w:rPr>", hinted if language.east_asian else ""

    def _lead(self, lead: str, style: Style, tag: str) -> str:
        """Write the mark that hangs before a paragraph."""
        key = (lead, style, tag)
        found = self._leads.get(key)
        if found is None:
            plain, _ = self._openings(style, Look.PLAIN, tag or "en")
            found = self._leads[key] = f"{plain}<w:t>{escaped(lead)}</w:t><w:tab/></w:r>"
        return found

    def _tail(self, properties: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._ids[TAIL]}"/>{properties}</w:pPr></w:p>'

    def _picture(self, picture: Picture, *, page_break: bool) -> str:
        self.pictures.append(picture)
        breaking = "<w:pageBreakBefore/>" if page_break else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._ids[PICTURE]}"/>{breaking}</w:pPr><w:r>'
            f"{drawing_xml(picture, self._pictures_before + len(self.pictures))}</w:r></w:p>"
        )


_NOTHING = (Paragraph(()),)
"""What stands in an empty cell."""
# What a heading keeps from the text above it is of no use at the top of a page.
_AT_TOP = '<w:spacing w:before="0"/>'
_NO_TOP = '<w:tblBorders><w:top w:val="nil"/></w:tblBorders>'
_GAP = '<w:spacing w:before="280"/>'


def _gap(above: Table, below: Table) -> str:
    """Return the space between two tables: none where one of them only sets titles over columns."""
    return "" if TableKind.PLAIN in (above.kind, below.kind) else _GAP


def language_style_id(tag: str) -> str:
    """Return the id of the character style of a language that the template does not have."""
    return "ParleyLanguage" + "".join(part.capitalize() for part in re.split("[^A-Za-z0-9]+", tag))
