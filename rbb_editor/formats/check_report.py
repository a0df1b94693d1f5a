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
PRINTED_WIDTHS = (2.6, 2.8, 9.0, 5.8, 3.7)
"""Centimetres; together the width of a Letter page laid across, between its margins."""
HEAD_FILL, POINTS = "F5F5F7", 10


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


def _add_table(document: "Document", heads: Sequence[str], group: CheckGroup, *, rtl: bool) -> None:
    """The findings of one office: as wide as the page, its head on every page, no row torn over two."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    if rtl:
        table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001  (python-docx has no other door)
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


def _turn(paragraph: "Paragraph") -> None:
    """Runs a paragraph from right to left."""
    from docx.oxml import OxmlElement

    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001
