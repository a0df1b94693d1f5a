"""The results tables, written row by row as text: a report of thousands of outputs takes less than a second."""

from collections.abc import Container, Iterable, Iterator
from itertools import zip_longest

from rbb_editor.document.aligned import Step
from rbb_editor.document.aligned import rows as aligned_rows
from rbb_editor.document.blocks import Row, Table
from rbb_editor.domain.redline import Kind
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import COMPONENT_LETTER, OUTPUT_LETTER, mark
from rbb_editor.formats.docx.render.columns import PRINTED, Columns
from rbb_editor.formats.docx.render.comments import on_component, on_output, on_section
from rbb_editor.formats.docx.render.markup import border, table
from rbb_editor.formats.docx.render.pen import Pen

LONG_ROW = 2_200
"""Characters from which on a row may break across pages: it might not fit on one."""

TOP, BOTTOM = border("top", 4), border("bottom", 12)
KEEP = "<w:keepNext/>"
Gone = Container[str]
NOTHING: frozenset[str] = frozenset()


def results(
    block: Table,
    pen: Pen,
    before: Table | None = None,
    kind: Kind = Kind.EQUAL,
    gone: Gone = NOTHING,
    columns: Columns = PRINTED,
) -> str:
    """A table with its repeated head and the empty paragraph that parts it from what follows; "" without rows.

    `before`: the table as it was; `kind`: whether it came or went as a whole; `gone`: ids that a row which went leaves
    to another.
    """
    if before is not None and bool(before.rows) != bool(block.rows):
        kind = Kind.INSERTED if block.rows else Kind.DELETED  # its head comes or goes with its rows
    kept: Iterable[Step[Row]] = ((kind, row, None) for row in block.rows)
    steps = list(kept if before is None else aligned_rows(before.rows, block.rows))
    if not steps:
        return ""
    last = len(steps) - 1
    rows = "".join(
        _row(
            row, pen, columns, end=index == last, was=was, kind=became, gone=gone if became is Kind.DELETED else NOTHING
        )
        for index, (became, row, was) in enumerate(steps)
    )
    end = pen.end(kind, on_section(block.id))
    after = f'<w:p><w:pPr><w:spacing w:line="200" w:lineRule="exact"/>{end}</w:pPr></w:p>'
    return table(columns.widths, _head(block, pen, columns, kind) + rows, rtl=pen.rtl) + after


def head_lines(completed: str) -> list[str]:
    """The head of the middle column in two lines: the word, and what may stand there."""
    first, _, second = completed.partition(" (")
    return [first, f"({second}"] if second else [first]


def _head(block: Table, pen: Pen, columns: Columns, kind: Kind) -> str:
    planned, completed, remarks = block.head
    owner = on_section(block.id) if kind is not Kind.EQUAL else ()
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


def _row(row: Row, pen: Pen, columns: Columns, *, end: bool, was: Row | None, kind: Kind, gone: Gone) -> str:
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
    length = len(row.planned or "") + sum(map(len, row.remarks)) + sum(map(len, row.explanation))
    whole = "<w:cantSplit/>" if length < LONG_ROW else ""
    owner = ((row.output, row.component, None),)
    whole += pen.change(kind, owner)
    whole = f"<w:trPr>{whole}</w:trPr>" if whole else ""
    borders = f"<w:tcBorders>{BOTTOM}</w:tcBorders>" if end else ""
    outcome = ""
    if columns.outcome:
        told = pen.words(columns.outcome_of(row), owner if kind is not Kind.EQUAL else (), kind=kind)
        outcome = (
            f'<w:tc><w:tcPr><w:tcW w:w="{columns.outcome}" w:type="dxa"/>{borders}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{names.OUTCOME[0]}"/>{keep}{pen.end(kind, owner)}</w:pPr>{told}</w:p></w:tc>'
        )
    return (
        f'<w:tr>{whole}<w:tc><w:tcPr><w:tcW w:w="{columns.planned}" w:type="dxa"/>{borders}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="RBBPlanned"/>{keep}{pen.end(kind, owner)}</w:pPr>{planned}</w:p></w:tc>'
        f'<w:tc><w:tcPr><w:tcW w:w="{columns.completed}" w:type="dxa"/>{borders}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="RBBCompleted"/>{keep}{pen.end(kind, owner)}</w:pPr>{figure}</w:p></w:tc>'
        f"{outcome}"
        f'<w:tc><w:tcPr><w:tcW w:w="{columns.remarks}" w:type="dxa"/>{borders}</w:tcPr>'
        f"{_remarks(row, pen, keep, was, kind)}</w:tc></w:tr>"
    )


def _remarks(row: Row, pen: Pen, keep: str, was: Row | None, kind: Kind) -> str:
    """The paragraphs of the remarks cell: what was delivered, then the reason; 3 points between them."""
    parts = [*_parts(row, was, "remarks", "RBBRemarks", kind), *_parts(row, was, "explanation", "RBBExplanation", kind)]
    if not parts:
        parts = [("RBBRemarks", "remarks", "", None, kind, True)]
    last = len(parts) - 1
    made: list[str] = []
    for index, (style, name, content, old, became, final) in enumerate(parts):
        before = ' w:before="0"' if index else ""
        after = ' w:after="60"' if index < last else ""
        gap = f"<w:spacing{before}{after}/>" if before or after else ""
        fields = tuple(on_component(row.output, row.component, name))
        runs = pen.words(content, fields, was=old, kind=became, last=final)
        end = pen.end(became, fields) if became is kind or index < last else ""
        made.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{gap}{end}</w:pPr>{runs}</w:p>')
    return "".join(made)


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
