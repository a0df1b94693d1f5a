"""The check report as a workbook and as a Word file: plain values in, a file out, whole or not at all."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from rbb_editor.formats.atomic import write_bytes
from rbb_editor.formats.xlsx.cells import pieces, text

WIDTHS = (16, 18, 28, 60, 40, 50, 30, 10)
PRINTED = (0, 1, 3, 4, 6)
"""The columns that fit on a page of Word."""


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
    heads: tuple[str, ...]


def write_xlsx(path: Path, words: CheckWords, groups: Sequence[CheckGroup], rtl: bool) -> None:
    """A sheet with filters and a column to tick off; text never becomes a formula. UserError, see `atomic`."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = text(words.title)[:31]
    sheet.sheet_view.rightToLeft = rtl
    wrapped = Alignment(wrap_text=True, vertical="top")
    for row, line in enumerate((words.title, words.subject, words.counts), start=1):
        cell = sheet.cell(row, 1, text(line))
        cell.data_type = "s"
        cell.font = Font(bold=row == 1, size=14 if row == 1 else 11)
    head = 5
    for column, (name, width) in enumerate(zip(("", *words.heads), (34, *WIDTHS), strict=True), start=1):
        cell = sheet.cell(head, column, text(name))
        cell.font, cell.alignment = Font(bold=True), wrapped
        sheet.column_dimensions[cell.column_letter].width = width
    at = head
    for group in groups:
        for found in group.rows:
            at += 1
            for column, value in enumerate((group.office or words.whole, *found, ""), start=1):
                found_cell = sheet.cell(at, column, text(pieces(value)[0]))
                found_cell.data_type, found_cell.quotePrefix, found_cell.alignment = "s", True, wrapped
    if at == head:
        sheet.cell(head + 1, 1, text(words.nothing))
    else:
        sheet.auto_filter.ref = f"A{head}:{sheet.cell(at, len(words.heads) + 1).coordinate}"
        ticks = DataValidation(type="list", formula1='"✓"', allow_blank=True)
        sheet.add_data_validation(ticks)
        ticks.add(
            f"{sheet.cell(head + 1, len(words.heads) + 1).coordinate}:{sheet.cell(at, len(words.heads) + 1).coordinate}"
        )
    sheet.freeze_panes = f"A{head + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    made = BytesIO()
    book.save(made)
    write_bytes(path, made.getvalue())


def write_docx(path: Path, words: CheckWords, groups: Sequence[CheckGroup], rtl: bool) -> None:
    """A heading and a table for each office. UserError, see `atomic`."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement

    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    document.core_properties.title = text(words.title)
    document.add_heading(text(words.title), 0)
    for line in (words.subject, words.counts):
        document.add_paragraph(text(line))
    if not groups:
        document.add_paragraph(text(words.nothing))
    heads = [words.heads[at] for at in PRINTED]
    for group in groups:
        document.add_heading(text(group.office or words.whole), 1)
        table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
        if rtl:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001  (python-docx has no other door)
        _fill(table.rows[0].cells, heads)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        for found in group.rows:
            _fill(table.add_row().cells, [found[at] for at in PRINTED])
    made = BytesIO()
    document.save(made)
    write_bytes(path, made.getvalue())


def _fill(cells: Sequence[object], values: Sequence[str]) -> None:
    for cell, value in zip(cells, values, strict=True):
        cell.text = text(value)  # type: ignore[attr-defined]
