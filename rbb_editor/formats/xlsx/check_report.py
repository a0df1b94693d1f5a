"""The check report as a workbook: a sheet to filter, to print and to tick off."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from rbb_editor.formats.atomic import write_bytes
from rbb_editor.formats.check_report import CheckGroup, CheckWords
from rbb_editor.formats.xlsx import look
from rbb_editor.formats.xlsx.cells import Value, pieces, text
from rbb_editor.formats.xlsx.sheets import Filler, height

WIDTHS = (28, 18, 15, 24, 44, 28, 38, 20, 8)
"""In characters: office, then the columns of a `CheckRow`, then the one to tick off."""
HEAD = 5
"""The row of the column heads, below title, subject and counts."""
TICK = "✓"


def write_xlsx(path: Path, words: CheckWords, groups: Sequence[CheckGroup], rtl: bool) -> None:
    """A sheet with filters and a column to tick off; text never becomes a formula. UserError, see `atomic`."""
    book = Workbook()
    look.add_styles(book, rtl=rtl)
    sheet = book.active
    assert sheet is not None
    sheet.title = text(words.title)[:31]
    filler = Filler(sheet)
    filler.add([words.title], [look.TITLE])
    for said in (words.subject, words.counts, ""):
        filler.add([said], [look.NOTE])
    heads: list[Value] = [words.office, *words.heads]
    filler.add(heads, [look.HEAD] * len(heads))
    columns = [("", width) for width in WIDTHS]
    for group in groups:
        for found in group.rows:
            line: list[Value] = [pieces(value)[0] for value in (group.office or words.whole, *found, "")]
            filler.add(line, [look.TEXT] * len(line))
            sheet.row_dimensions[filler.row].height = height(line, columns)
    last = get_column_letter(len(WIDTHS))
    if filler.row == HEAD:
        filler.add([words.nothing], [look.NOTE])
    else:
        sheet.auto_filter.ref = f"A{HEAD}:{last}{filler.row}"
        ticks = DataValidation(type="list", formula1=f'"{TICK}"', allow_blank=True)
        sheet.add_data_validation(ticks)
        ticks.add(f"{last}{HEAD + 1}:{last}{filler.row}")
        for row in range(HEAD + 1, filler.row + 1):
            sheet.cell(row, len(WIDTHS)).alignment = Alignment(horizontal="center", vertical="top")
    for index, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = f"A{HEAD + 1}"
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    look.set_page(sheet, text(words.subject), rtl=rtl)
    made = BytesIO()
    book.save(made)
    write_bytes(path, made.getvalue())
