"""Cells to and from the clipboard as an HTML table, as Excel, LibreOffice and Word write and read it. No Qt.

Word's plain text loses where a cell ends; its HTML keeps it. Spreadsheets are told which cells are numbers and which
are text, so that no text becomes a formula or a date.
"""

import html
import re
from collections.abc import Sequence
from html.parser import HTMLParser

from rbb_editor.domain.values import Number
from rbb_editor.gui.table.clip import Table, check_size, checked

AS_TEXT = 'style="mso-number-format:\'\\@\'" sdnum="1033;0;@"'
"""Text to Excel, and to LibreOffice."""
EXCEL = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
WIDEST = 64
"""Columns that one cell may span; more is no table of ours."""
LONGEST_SPAN = 10_000
SPACES = re.compile(r"[ \t\r\n\f]+")
CELL = re.compile(r"<t[dh][\s>]", re.IGNORECASE)
PARAGRAPHS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"})
UNSEEN = frozenset({"style", "script", "head", "title", "del", "xml"})


def to_html(table: Sequence[Sequence[str]], numbers: Sequence[Sequence[Number | None]] = ()) -> str:
    """Rows of cells as an HTML table. `numbers`: the value of each cell that is a count, None for what is text."""
    rows = []
    for at, row in enumerate(table):
        values: Sequence[Number | None] = numbers[at] if at < len(numbers) else (None,) * len(row)
        rows.append("<tr>" + "".join(_cell(text, value) for text, value in zip(row, values, strict=True)) + "</tr>")
    return f'<html {EXCEL}><head><meta charset="utf-8"></head><body><table>{"".join(rows)}</table></body></html>'


def from_html(text: str) -> Table | None:
    """The cells of the tables in a pasted HTML; None where it has none, or words beside them.

    A cell that spans several is followed by empty ones. UserError for more cells than can be pasted.
    """
    if "<t" not in text and "<T" not in text:
        return None
    check_size(text, sum(1 for _ in CELL.finditer(text)))
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_row()
    return checked(reader.rows) if reader.rows and not reader.words_beside else None


def _cell(text: str, value: Number | None) -> str:
    inner = html.escape(text).replace("\n", '<br style="mso-data-placement:same-cell">')
    if value is None:
        return f"<td {AS_TEXT}>{inner}</td>"
    return f'<td x:num="{value}" sdval="{value}" sdnum="1033;">{inner}</td>'


class _Reader(HTMLParser):
    """Collects the cells of all tables; a table within a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Table = []
        self.words_beside = False
        self._row: list[str] | None = None
        self._spans: dict[int, int] = {}
        self._cell: list[str] | None = None
        self._width = self._height = 1
        self._depth = 0
        self._unseen: list[str] = []
        self._spacerun = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens rows and cells, breaks lines."""
        if tag in UNSEEN:
            self._unseen.append(tag)
        elif tag == "table":
            self._depth += 1
        elif tag == "tr" and self._depth == 1:
            self.end_row()
            self._row = []
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
            self._row = [] if self._row is None else self._row
            given = dict(attrs)
            self._width = min(_span(given.get("colspan")), WIDEST)
            self._height = min(_span(given.get("rowspan")), LONGEST_SPAN)
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")
        elif tag in PARAGRAPHS:
            self._break()
        elif tag == "span":
            run = "mso-spacerun" in (dict(attrs).get("style") or "")
            self._spacerun = self._spacerun + 1 if run or self._spacerun else 0

    def handle_endtag(self, tag: str) -> None:
        """Closes rows and cells, breaks lines."""
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        elif tag == "table":
            if self._depth == 1:
                self.end_row()
                self._spans.clear()
            self._depth = max(0, self._depth - 1)
        elif tag == "tr" and self._depth == 1:
            self.end_row()
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
        elif tag in PARAGRAPHS:
            self._break()
        elif tag == "span":
            self._spacerun = max(0, self._spacerun - 1)

    def handle_data(self, data: str) -> None:
        """Words of a cell, or beside the tables."""
        if self._unseen:
            return
        if self._cell is None:
            self.words_beside = self.words_beside or bool(data.strip())
            return
        self._cell.append(SPACES.sub(" ", data.replace("\u00a0", " ") if self._spacerun else data))

    def _break(self) -> None:
        if self._cell:
            self._cell.append("\r")

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._fill()
        at = len(self._row)
        self._row += [_tidy("".join(self._cell)), *[""] * (self._width - 1)]
        if self._height > 1:
            for column in range(at, at + self._width):
                self._spans[column] = self._height - 1
        self._cell = None

    def _fill(self) -> None:
        """Empty cells where cells of rows above reach down."""
        assert self._row is not None
        while self._spans.get(len(self._row), 0) > 0:
            self._spans[len(self._row)] -= 1
            self._row.append("")

    def end_row(self) -> None:
        """Closes what is open of a row."""
        self._end_cell()
        if self._row is not None:
            self._fill()
            self.rows.append(self._row)
        self._row = None


def _tidy(text: str) -> str:
    """The lines of a cell: paragraph ends (CR) count once, line breaks as often as they stand."""
    text = _PARAGRAPH_END.sub("\r", text).strip(" \r\n\u00a0")
    return _LINE_END.sub("\n", text.replace("\r", "\n"))


def _span(text: str | None) -> int:
    return max(1, int(text)) if text and text.strip().isdecimal() and len(text) < 9 else 1


_PARAGRAPH_END = re.compile(r"(?<! ) *\r[ \r]*")
_LINE_END = re.compile(r"(?:(?<! ) *)?\n *")
"""Spaces begin at the first of them, so that a long row of them is looked at once."""
