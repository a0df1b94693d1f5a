"""The check report: plain values in, a Word file out, whole or not at all; the workbook is in `xlsx`."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rbb_editor.formats.atomic import write_bytes
from rbb_editor.formats.xlsx.cells import text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

PRINTED = (0, 1, 3, 4, 6)
"""The columns that fit on a page of Word."""
PRINTED_WIDTHS = (3.6, 2.9, 9.4, 4.8, 3.2)
"""Centimetres; together the width of a Letter page laid across, between its margins."""
FOUND = PRINTED.index(3)
"""The column below whose words the planned output stands, so that the row can be found without its number."""
HEAD_FILL, RULE, QUIET, INK, POINTS, SMALL = "F5F5F7", "C9CCD3", "666B76", "1C1E23", 10, 9
HEADINGS = (("Title", 20), ("Heading 1", 13))
"""Styles and their sizes in points."""
FACES = {"ascii": "Calibri", "hAnsi": "Calibri", "cs": "Arial", "eastAsia": "Microsoft YaHei"}


class CheckRow(NamedTuple):
    """One finding. `waived`: the reason why it is right as it is, "" while it stands."""

    place: str
    severity: str
    rule: str
    message: str
    evidence: str
    planned: str
    waived: str


class CheckGroup(NamedTuple):
    """The findings of one office; "" for the report as a whole."""

    office: str
    rows: tuple[CheckRow, ...]


class CheckWords(NamedTuple):
    """The words of the form in the language of the reader. `heads`: of the columns, the last one to be ticked off."""

    title: str
    subject: str
    counts: str
    nothing: str
    whole: str
    office: str
    heads: tuple[str, ...]


def write_docx(path: Path, words: CheckWords, groups: Sequence[CheckGroup], rtl: bool) -> None:
    """A heading and a table for each office. UserError, see `atomic`."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    document.core_properties.title = text(words.title)
    _dress(document)
    made = [document.add_heading(text(words.title), 0)]
    made += [document.add_paragraph(text(line)) for line in (words.subject, words.counts) if line]
    if not groups:
        made.append(document.add_paragraph(text(words.nothing)))
    for group in groups:
        made.append(document.add_heading(text(group.office or words.whole), 1))
        _add_table(document, [words.heads[at] for at in PRINTED], group, rtl=rtl)
    if rtl:
        for paragraph in made:
            _turn(paragraph)
    packed = BytesIO()
    document.save(packed)
    write_bytes(path, packed.getvalue())


def _dress(document: "Document") -> None:
    """The faces and colours of the window in place of python-docx's own."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, points in (("Normal", POINTS), *HEADINGS):
        style = document.styles[name]
        style.font.size = Pt(points)
        style.font.color.rgb = RGBColor.from_string(INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [*fonts.attrib]:
            del fonts.attrib[key]
        for script, face in FACES.items():
            fonts.set(qn(f"w:{script}"), face)
        if name != "Normal":
            style.font.bold = True
            for line in style.element.xpath("w:pPr/w:pBdr"):
                line.getparent().remove(line)


def _add_table(document: "Document", heads: Sequence[str], group: CheckGroup, *, rtl: bool) -> None:
    """The findings of one office: as wide as the page, its head on every page, no row torn over two."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = table._tbl.tblPr  # noqa: SLF001  (python-docx has no other door)
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>")
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    if rtl:
        properties.insert_element_before(OxmlElement("w:bidiVisual"), "w:tblW", "w:tblBorders")
    for column, width in zip(table.columns, PRINTED_WIDTHS, strict=True):
        column.width = Cm(width)
    _fill(table.rows[0].cells, heads, rtl=rtl)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for cell in table.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{HEAD_FILL}"/>'))  # noqa: SLF001
        cell.paragraphs[0].runs[0].bold = True
    for found in group.rows:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        _fill(row.cells, [found[at] for at in PRINTED], rtl=rtl)
        if found.planned:
            _add_quiet(row.cells[FOUND], found.planned, rtl=rtl)


def _fill(cells: "Sequence[_Cell]", values: Sequence[str], *, rtl: bool) -> None:
    from docx.shared import Cm, Pt

    for cell, value, width in zip(cells, values, PRINTED_WIDTHS, strict=True):
        cell.text = text(value)
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        for run in paragraph.runs:
            run.font.size = Pt(POINTS)
        if rtl:
            _turn(paragraph)


def _add_quiet(cell: "_Cell", words: str, *, rtl: bool) -> None:
    """A paragraph in smaller and paler letters."""
    from docx.shared import Pt, RGBColor

    paragraph = cell.add_paragraph()
    run = paragraph.add_run(text(words))
    run.font.size, run.font.color.rgb = Pt(SMALL), RGBColor.from_string(QUIET)
    if rtl:
        _turn(paragraph)


def _turn(paragraph: "Paragraph") -> None:
    """Runs a paragraph from right to left."""
    from docx.oxml import OxmlElement

    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001
