"""The results tables, written row by row as text: a report of thousands of outputs takes less than a second."""

from collections.abc import Iterable

from rbb_editor.document.aligned import Step
from rbb_editor.document.aligned import rows as aligned_rows
from rbb_editor.document.blocks import Row, Table
from rbb_editor.domain.redline import Kind
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.render.columns import PRINTED, Columns
from rbb_editor.formats.docx.render.comments import on_section
from rbb_editor.formats.docx.render.markup import border, table
from rbb_editor.formats.docx.render.pen import Pen
from rbb_editor.formats.docx.render.rows import BOTTOM, NOTHING, Gone, Rows
from rbb_editor.formats.word_options import Field

TOP = border("top", 4)
END = "</w:tbl>"


class Tables:
    """Writes the results tables of one document. `gone`: ids that a row which went leaves to another."""

    def __init__(self, pen: Pen, columns: Columns = PRINTED, gone: Gone = NOTHING) -> None:
        self._pen, self._columns = pen, columns
        self._rows = Rows(pen, columns, gone)
        self._plain_frames: dict[tuple[str, str, str], tuple[bytes, bytes]] = {}

    def results(self, block: Table, before: Table | None = None, kind: Kind = Kind.EQUAL) -> bytes:
        """A table with its repeated head and the empty paragraph that parts it from what follows; "" without rows.

        `before`: the table as it was; `kind`: whether it came or went as a whole.
        """
        if before is not None and bool(before.rows) != bool(block.rows):
            kind = Kind.INSERTED if block.rows else Kind.DELETED  # its head comes or goes with its rows
        if kind is Kind.EQUAL and (before is None or before.rows == block.rows) and not self._pen.comments:
            rows = self._rows.plain(block.rows, end=True)
        else:
            rows = b"".join(self._marked(block, before, kind))
        if not rows:
            return b""
        begin, after = self._around(block, kind)
        return b"".join((begin, rows, after))

    def _around(self, block: Table, kind: Kind) -> tuple[bytes, bytes]:
        """What stands before and after the rows; nearly all tables have the same."""
        if kind is Kind.EQUAL:
            if block.head not in self._plain_frames:
                self._plain_frames[block.head] = self._frame(block, kind, ())
            return self._plain_frames[block.head]
        return self._frame(block, kind, on_section(block.id))

    def _frame(self, block: Table, kind: Kind, owner: tuple[Field, ...]) -> tuple[bytes, bytes]:
        begin = table(self._columns.widths, self._head(block, kind, owner), rtl=self._pen.rtl).removesuffix(END)
        after = (
            f'{END}<w:p><w:pPr><w:spacing w:line="200" w:lineRule="exact"/>{self._pen.end(kind, owner)}</w:pPr></w:p>'
        )
        return begin.encode(), after.encode()

    def _marked(self, block: Table, before: Table | None, kind: Kind) -> list[bytes]:
        """Rows with what became of them, and with comments."""
        kept: Iterable[Step[Row]] = ((kind, row, None) for row in block.rows)
        steps = list(kept if before is None else aligned_rows(before.rows, block.rows))
        last, write = len(steps) - 1, self._rows.row
        return [write(row, was, became, end=index == last) for index, (became, row, was) in enumerate(steps)]

    def _head(self, block: Table, kind: Kind, owner: tuple[Field, ...]) -> str:
        pen, columns = self._pen, self._columns
        planned, completed, remarks = block.head
        lines = "<w:r><w:br/></w:r>".join(pen.words(each, owner, kind=kind) for each in head_lines(completed))
        centred = '<w:ind w:left="0" w:right="0"/><w:jc w:val="center"/>'
        cells = (
            (pen.words(planned, owner, kind=kind), ""),
            (lines, centred),
            *([(pen.words(columns.head, owner, kind=kind), centred)] if columns.outcome else []),
            (pen.words(remarks, owner, kind=kind), '<w:ind w:left="86" w:right="43"/>'),
        )
        made = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{TOP}{BOTTOM}</w:tcBorders>'
            f'<w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{names.TABLE_HEAD[0]}"/>{placing}</w:pPr>'
            f"{content}</w:p></w:tc>"
            for width, (content, placing) in zip(columns.widths, cells, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/>{pen.change(kind, owner)}</w:trPr>{made}</w:tr>"


def head_lines(completed: str) -> list[str]:
    """The head of the middle column in two lines: the word, and what may stand there."""
    first, _, second = completed.partition(" (")
    return [first, f"({second}"] if second else [first]
