"""The two kinds of sheets: a department's rows, and the overview of all departments."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.values import Outcome
from rbb_editor.formats.xlsx import look
from rbb_editor.formats.xlsx.cells import Value, completed, planned, spread, text
from rbb_editor.formats.xlsx.rows import Row

SIGNS = {Outcome.MET: "●", Outcome.EXCEEDED: "▲", Outcome.SHORTFALL: "▼", Outcome.UNCLEAR: "○"}
COLUMNS = (
    ("office", 18),
    ("accomplishment", 26),
    ("number", 6),
    ("planned_text", 44),
    ("planned_short", 10),
    ("completed_short", 11),
    ("outcome", 14),
    ("remarks", 46),
    ("reason", 46),
)
"""Key of the head's word, and width in characters. Two hidden columns of ids follow."""
CONTEXT = 2
"""The first columns repeat what stands above: below the first row of an accomplishment they take one line."""
WIDE = re.compile("[\u2e80-\uffee]")
IDS = ("output id", "component id")
COUNTS = ("outputs", "figures", *Outcome, "shortfalls_without", "excesses_without")
DEPARTMENT_WIDTH, COUNT_WIDTH = 46, 14
BOLD = 3
"""Characters by which a column holds fewer of a bold head than of plain text."""
CELL_BYTES, LETTER_BYTES = 80, 4
LINE_HEIGHT, LINE_GAP, TALLEST = 13.5, 3.0, 409.0
"""Points; the last is Excel's limit."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "'")
"""First characters that make a formula of a cell when it is typed anew: such texts get Excel's own text prefix."""


class Filler:
    """Fills a sheet from the top, row by row. `size`: the most bytes that the filled cells can take unpacked."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.row = 0
        self.size = 0

    def add(self, values: Sequence[Value], styles: Sequence[str]) -> None:
        """The next row. A text is written as text whatever it looks like; an empty one leaves the cell empty."""
        self.row += 1
        for column, (value, style) in enumerate(zip(values, styles, strict=True), start=1):
            cell = self.sheet.cell(self.row, column)
            assert isinstance(cell, Cell)
            cell.style = style
            self.size += CELL_BYTES + (LETTER_BYTES * len(value) if isinstance(value, str) else 0)
            if isinstance(value, tuple):
                cell.value, cell.number_format = value
            elif not isinstance(value, str):
                cell.value = value
            elif value:
                cell.value = text(value)
                cell.data_type = "s"
                if value.startswith(FORMULA_SIGNS):
                    cell.quotePrefix = True


def start_department(sheet: Worksheet, words: Mapping[str, str]) -> Filler:
    """A sheet with its head row, to which the rows are added."""
    filler = Filler(sheet)
    heads = [*(words[key] for key, _ in COLUMNS), *IDS]
    filler.add(heads, [look.HEAD] * len(heads))
    return filler


def add_row(filler: Filler, row: Row, words: Mapping[str, str]) -> None:
    """A component as a row, or as more where a text is too long for a cell."""
    result = row.figure.outcome
    values: list[Value] = [
        row.office,
        row.accomplishment,
        row.number,
        row.output.planned_text,
        planned(row.figure.planned, words["yes"]),
        completed(row.figure.actual, row.component.completed),
        f"{SIGNS[result]} {words[result]}",
        row.component.remarks,
        row.component.explanation,
        row.output.id,
        row.component.id,
    ]
    repeated = look.TEXT if row.first else look.AGAIN
    reason = look.MISSING if row.lacks_reason else look.TEXT
    begins = row.first and row.number == 1
    above = look.TEXT if begins else look.ABOVE
    styles = [above, above, look.COUNT, repeated, look.FIGURE, look.FIGURE, look.OUTCOMES[result]]
    styles += [look.TEXT, reason, look.TEXT, look.TEXT]
    for line in spread(values):
        filler.add(line, styles)
        known = 0 if begins else CONTEXT
        filler.sheet.row_dimensions[filler.row].height = height(line[known:], COLUMNS[known:])


def finish_department(filler: Filler, info: ReportInfo, *, rtl: bool) -> None:
    """Widths, filter, frozen head, hidden ids and print settings of a filled sheet."""
    sheet = filler.sheet
    for index, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    for index in range(len(COLUMNS) + 1, len(COLUMNS) + len(IDS) + 1):
        sheet.column_dimensions[get_column_letter(index)].hidden = True
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A1:{last}{filler.row}"
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{last}{filler.row}"
    look.set_page(sheet, info.symbol, rtl=rtl)


def fill_overview(
    sheet: Worksheet,
    counted: Sequence[tuple[str, str, Counter[str]]],
    info: ReportInfo,
    words: Mapping[str, str],
    *,
    rtl: bool,
) -> None:
    """The overview: (heading, sheet name, counts) of each department, with links to the sheets, and the total."""
    filler = Filler(sheet)
    filler.add([info.title or info.symbol], [look.TITLE])
    filler.add([info.symbol], [look.TEXT])
    heads = [words["department"], *(_counted(key, words) for key in COUNTS)]
    head = [look.HEAD, *([look.COUNT_HEAD] * len(COUNTS))]
    filler.add(heads, head)
    columns = [("", DEPARTMENT_WIDTH - BOLD), *([("", COUNT_WIDTH - BOLD)] * len(COUNTS))]
    sheet.row_dimensions[filler.row].height = height(heads, columns)
    styles = [look.TEXT, *([look.COUNT] * len(COUNTS))]
    for heading, name, counts in counted:
        filler.add([heading, *(counts[key] for key in COUNTS)], styles)
        _link(sheet.cell(filler.row, 1), name)
    total: Counter[str] = sum((counts for _, _, counts in counted), Counter())
    filler.add([words["total"], *(total[key] for key in COUNTS)], head)
    sheet.column_dimensions["A"].width = DEPARTMENT_WIDTH
    for index in range(2, len(COUNTS) + 2):
        sheet.column_dimensions[get_column_letter(index)].width = COUNT_WIDTH
    sheet.freeze_panes = "B4"
    sheet.print_title_rows = "3:3"
    look.set_page(sheet, info.symbol, rtl=rtl)


def height(values: Sequence[Value], columns: Sequence[tuple[str, int]]) -> float:
    """The height in points that the texts of a row need: not every program finds it by itself when it opens a file."""
    rows = 1
    for value, (_, width) in zip(values, columns, strict=False):
        if isinstance(value, str) and value:
            rows = max(rows, sum(_lines(each, width) for each in value.split("\n")))
    return min(TALLEST, rows * LINE_HEIGHT + LINE_GAP)


def _lines(content: str, width: int) -> int:
    """How many lines a paragraph takes in a column; Chinese letters are twice as wide as Latin ones."""
    narrow = len(content.encode("ascii", "ignore"))
    others = len(content) - narrow
    wide = 2.0 if others and WIDE.search(content) else 1.15
    return max(1, ceil((narrow + others * wide) / (width - 1)))


def _link(cell: Cell | MergedCell, name: str) -> None:
    """Makes a cell lead to a sheet of the same workbook."""
    quoted = name.replace("'", "''")
    cell.hyperlink = f"#{quoted}"
    assert cell.hyperlink is not None
    cell.hyperlink.target, cell.hyperlink.location = None, f"'{quoted}'!A1"


def _counted(key: str, words: Mapping[str, str]) -> str:
    """The head of a column of counts, an outcome with its sign."""
    sign = next((sign for outcome, sign in SIGNS.items() if outcome == key), "")
    return f"{sign} {words[key]}".strip()
