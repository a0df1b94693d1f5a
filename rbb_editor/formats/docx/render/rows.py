"""The rows of the results tables. Most show no change and bear no comment: these are put together in one stroke."""

from collections.abc import Callable, Container, Iterator
from functools import cache, partial
from itertools import zip_longest

from msgspec import Struct

from rbb_editor.document.blocks import Row
from rbb_editor.domain.redline import Kind
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import COMPONENT_LETTER, OUTPUT_LETTER, mark
from rbb_editor.formats.docx.render.columns import Columns
from rbb_editor.formats.docx.render.comments import on_component, on_output
from rbb_editor.formats.docx.render.markup import border, is_simple, run, simple_run, simplest_run
from rbb_editor.formats.docx.render.pen import Pen

LONG_ROW = 2_200
"""Characters from which on a row may break across pages: it might not fit on one."""

BOTTOM = border("bottom", 12)
KEEP = "<w:keepNext/>"
AFTER_CELL = "</w:p></w:tc>"
AFTER_ROW = "</w:tc></w:tr>"
PLANNED, COMPLETED, OUTCOME = names.PLANNED[0], names.COMPLETED[0], names.OUTCOME[0]
REMARKS, EXPLANATION = names.REMARKS[0], names.EXPLANATION[0]
Gone = Container[str]
Words = Callable[[str], str]
NOTHING: frozenset[str] = frozenset()


def letters_in(row: Row) -> int:
    """How long the texts of a row are, figures aside."""
    length = len(row.planned) if row.planned else 0
    for part in row.remarks:
        length += len(part)
    for part in row.explanation:
        length += len(part)
    return length


class _Frame(Struct, frozen=True):
    """What stands around the words of all rows that are alike: up to each of their cells, or to a single paragraph."""

    planned: str
    completed: str
    outcome: str
    remarks: str
    only_remarks: str
    only_explanation: str


class Rows:
    """Writes the rows of one document. `gone`: ids that a row which went leaves to another."""

    def __init__(self, pen: Pen, columns: Columns, gone: Gone) -> None:
        self._pen, self._columns, self._gone = pen, columns, gone
        self._words: Words = partial(run, rtl=True) if pen.rtl else simple_run
        self._simple_words: Words = self._words if pen.rtl else simplest_run
        self._frames: dict[tuple[bool, bool, bool], _Frame] = {}

    def row(self, row: Row, was: Row | None, kind: Kind, *, end: bool) -> str:
        """A row. `was`: as it was, where it stayed; `kind`: whether it came or went; `end`: the last of its table."""
        if kind is Kind.EQUAL and (was is None or was == row) and not self._pen.comments.are_on(row.output):
            return self._plain(row, end=end)
        return self._marked(row, was, kind, end=end)

    def _plain(self, row: Row, *, end: bool) -> str:
        told, completed = row.remarks + row.explanation, row.completed
        content = f"{row.planned or ''}{completed}{''.join(told)}"
        words = self._simple_words if is_simple(content) else self._words
        around = self._pen.marks.around
        key = (len(content) - len(completed) < LONG_ROW, row.last, end)
        frame = self._frames.get(key) or self._frame(key)
        planned = around(mark(OUTPUT_LETTER, row.output), words(row.planned)) if row.planned is not None else ""
        figure = around(mark(COMPONENT_LETTER, row.component), words(completed))
        if frame.outcome:
            figure = f"{figure}{frame.outcome}{self._words(self._columns.outcome_of(row))}"
        if len(told) == 1:
            begin = frame.only_explanation if row.explanation else frame.only_remarks
            remarks = f"{begin}{words(told[0])}</w:p>"
        elif not told:
            remarks = f"{frame.only_remarks}</w:p>"
        else:
            keep, last = "" if row.last else KEEP, len(told) - 1
            styles = [REMARKS] * len(row.remarks) + [EXPLANATION] * len(row.explanation)
            parts = (
                f"{_opening(style, keep, _gap(index, last))}</w:pPr>{words(part)}</w:p>"
                for index, (style, part) in enumerate(zip(styles, told, strict=True))
            )
            remarks = frame.remarks + "".join(parts)
        return f"{frame.planned}{planned}{frame.completed}{figure}{remarks}{AFTER_ROW}"

    def _frame(self, key: tuple[bool, bool, bool]) -> _Frame:
        """The frame of rows by whether they stay whole, are the last of their output, the last of their table."""
        whole, last, end = key
        columns, keep = self._columns, "" if last else KEEP
        row = f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}"
        remarks = f"{AFTER_CELL}{_cell(columns.remarks, end=end)}"
        outcome = f"{AFTER_CELL}{_cell(columns.outcome, end=end)}{_opening(OUTCOME, keep)}</w:pPr>"
        frame = self._frames[key] = _Frame(
            f"{row}{_cell(columns.planned, end=end)}{_opening(PLANNED, keep)}</w:pPr>",
            f"{AFTER_CELL}{_cell(columns.completed, end=end)}{_opening(COMPLETED, keep)}</w:pPr>",
            outcome if columns.outcome else "",
            remarks,
            f"{remarks}{_opening(REMARKS, keep)}</w:pPr>",
            f"{remarks}{_opening(EXPLANATION, keep)}</w:pPr>",
        )
        return frame

    def _marked(self, row: Row, was: Row | None, kind: Kind, *, end: bool) -> str:
        """A row with comments or tracked changes."""
        pen, columns = self._pen, self._columns
        gone = self._gone if kind is Kind.DELETED else NOTHING
        keep = "" if row.last else KEEP
        before = (was.planned or "", was.completed) if was is not None else (None, None)
        planned = pen.words(
            row.planned or "", on_output(row.output) if row.planned is not None else (), was=before[0], kind=kind
        )
        completed = on_component(row.output, row.component, "completed")
        figure = pen.words(row.completed, completed, was=before[1], kind=kind)
        if row.planned is not None and row.output not in gone:
            planned = pen.marks.around(mark(OUTPUT_LETTER, row.output), planned)
        if row.component not in gone:
            figure = pen.marks.around(mark(COMPONENT_LETTER, row.component), figure)
        owner = ((row.output, row.component, None),)
        whole = ("<w:cantSplit/>" if letters_in(row) < LONG_ROW else "") + pen.change(kind, owner)
        whole = f"<w:trPr>{whole}</w:trPr>" if whole else ""
        outcome = ""
        if columns.outcome:
            told = pen.words(columns.outcome_of(row), owner if kind is not Kind.EQUAL else (), kind=kind)
            opening = f"{_cell(columns.outcome, end=end)}{_opening(OUTCOME, keep)}{pen.end(kind, owner)}</w:pPr>"
            outcome = f"{opening}{told}{AFTER_CELL}"
        return (
            f"<w:tr>{whole}{_cell(columns.planned, end=end)}{_opening(PLANNED, keep)}{pen.end(kind, owner)}</w:pPr>"
            f"{planned}{AFTER_CELL}"
            f"{_cell(columns.completed, end=end)}{_opening(COMPLETED, keep)}{pen.end(kind, owner)}</w:pPr>"
            f"{figure}{AFTER_CELL}"
            f"{outcome}{_cell(columns.remarks, end=end)}{self._remarks(row, keep, was, kind)}{AFTER_ROW}"
        )

    def _remarks(self, row: Row, keep: str, was: Row | None, kind: Kind) -> str:
        """The paragraphs of the remarks cell: what was delivered, then the reason; 3 points between them."""
        pen = self._pen
        parts = [*_parts(row, was, "remarks", REMARKS, kind), *_parts(row, was, "explanation", EXPLANATION, kind)]
        if not parts:
            parts = [(REMARKS, "remarks", "", None, kind, True)]
        last = len(parts) - 1
        made: list[str] = []
        for index, (style, name, content, old, became, final) in enumerate(parts):
            fields = tuple(on_component(row.output, row.component, name))
            runs = pen.words(content, fields, was=old, kind=became, last=final)
            end = pen.end(became, fields) if became is kind or index < last else ""
            made.append(f"{_opening(style, keep, _gap(index, last))}{end}</w:pPr>{runs}</w:p>")
        return "".join(made)


@cache
def _cell(width: int, end: bool) -> str:
    """How a cell begins; those of the last row bear the rule below the table."""
    borders = f"<w:tcBorders>{BOTTOM}</w:tcBorders>" if end else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}</w:tcPr>'


@cache
def _opening(style: str, keep: str, gap: str = "") -> str:
    """How a paragraph begins, its properties still open."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{gap}'


def _gap(index: int, last: int) -> str:
    """The space around one of several paragraphs of a cell."""
    before = ' w:before="0"' if index else ""
    after = ' w:after="60"' if index < last else ""
    return f"<w:spacing{before}{after}/>" if before or after else ""


def _parts(
    row: Row, was: Row | None, name: str, style: str, kind: Kind
) -> Iterator[tuple[str, str, str, str | None, Kind, bool]]:
    """Style, field, text, earlier text, what became of it and whether it is the last: of each paragraph of a field."""
    now: tuple[str, ...] = row.remarks if name == "remarks" else row.explanation
    if was is None:
        for index, text in enumerate(now):
            yield style, name, text, None, kind, index == len(now) - 1
        return
    old = was.remarks if name == "remarks" else was.explanation
    for index, (text, before) in enumerate(zip_longest(now, old)):
        if text is None:
            yield style, name, before, None, Kind.DELETED, True
        elif before is None:
            yield style, name, text, None, Kind.INSERTED, index >= len(now) - 1
        else:
            yield style, name, text, before, kind, index >= len(now) - 1
