"""The results tables, written row by row as text: a report of thousands of outputs takes less than a second."""

from rbb_editor.document.blocks import Row, Table
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import COMPONENT_LETTER, OUTPUT_LETTER, mark
from rbb_editor.formats.docx.render.markup import border, run, table, text

COLUMNS = (4150, 1240, 4474)
LONG_ROW = 2_200
"""Characters from which on a row may break across pages: it might not fit on one."""

TOP, BOTTOM = border("top", 4), border("bottom", 12)
KEEP = "<w:keepNext/>"


class Marks:
    """Numbers the bookmarks of a document."""

    def __init__(self) -> None:
        self._count = 0

    def around(self, name: str, content: str) -> str:
        """Runs inside a bookmark."""
        self._count += 1
        return f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{self._count}"/>'


def results(block: Table, marks: Marks, *, rtl: bool) -> str:
    """A table with its repeated head and the empty paragraph that parts it from what follows; "" without rows."""
    if not block.rows:
        return ""
    last = len(block.rows) - 1
    rows = "".join(_row(row, marks, end=index == last, rtl=rtl) for index, row in enumerate(block.rows))
    after = '<w:p><w:pPr><w:spacing w:line="200" w:lineRule="exact"/></w:pPr></w:p>'
    return table(COLUMNS, _head(block.head, rtl=rtl) + rows, rtl=rtl) + after


def head_lines(completed: str) -> list[str]:
    """The head of the middle column in two lines: the word, and what may stand there."""
    first, _, second = completed.partition(" (")
    return [first, f"({second}"] if second else [first]


def _head(words: tuple[str, str, str], *, rtl: bool) -> str:
    planned, completed, remarks = words
    lines = "<w:r><w:br/></w:r>".join(run(each, rtl=rtl) for each in head_lines(completed))
    centred = '<w:ind w:left="0" w:right="0"/><w:jc w:val="center"/>'
    cells = (
        (run(planned, rtl=rtl), ""),
        (lines, centred),
        (run(remarks, rtl=rtl), '<w:ind w:left="86" w:right="43"/>'),
    )
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{TOP}{BOTTOM}</w:tcBorders>'
        f'<w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{names.TABLE_HEAD[0]}"/>{placing}</w:pPr>'
        f"{content}</w:p></w:tc>"
        for width, (content, placing) in zip(COLUMNS, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{made}</w:tr>"


def _row(row: Row, marks: Marks, *, end: bool, rtl: bool) -> str:
    keep = "" if row.last else KEEP
    planned = run(row.planned or "", rtl=rtl)
    if row.planned is not None:
        planned = marks.around(mark(OUTPUT_LETTER, row.output), planned)
    figure = marks.around(mark(COMPONENT_LETTER, row.component), run(row.completed, rtl=rtl))
    length = len(row.planned or "") + sum(map(len, row.remarks)) + sum(map(len, row.explanation))
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if length < LONG_ROW else ""
    borders = f"<w:tcBorders>{BOTTOM}</w:tcBorders>" if end else ""
    first, second, third = COLUMNS
    return (
        f'<w:tr>{whole}<w:tc><w:tcPr><w:tcW w:w="{first}" w:type="dxa"/>{borders}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="RBBPlanned"/>{keep}</w:pPr>{planned}</w:p></w:tc>'
        f'<w:tc><w:tcPr><w:tcW w:w="{second}" w:type="dxa"/>{borders}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="RBBCompleted"/>{keep}</w:pPr>{figure}</w:p></w:tc>'
        f'<w:tc><w:tcPr><w:tcW w:w="{third}" w:type="dxa"/>{borders}</w:tcPr>'
        f"{_remarks(row, keep, rtl=rtl)}</w:tc></w:tr>"
    )


def _remarks(row: Row, keep: str, *, rtl: bool) -> str:
    """The paragraphs of the remarks cell: what was delivered, then the reason; 3 points between them."""
    parts = [("RBBRemarks", each) for each in row.remarks] + [("RBBExplanation", each) for each in row.explanation]
    if not parts:
        parts = [("RBBRemarks", "")]
    last = len(parts) - 1
    made: list[str] = []
    for index, (style, content) in enumerate(parts):
        before = ' w:before="0"' if index else ""
        after = ' w:after="60"' if index < last else ""
        gap = f"<w:spacing{before}{after}/>" if before or after else ""
        runs = run(content, rtl=True) if rtl else (f"<w:r>{text(content)}</w:r>" if content else "")
        made.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{gap}</w:pPr>{runs}</w:p>')
    return "".join(made)
