"""Rows in which several figures and their remarks stand opposite each other as paragraphs, one figure left blank.

Word users set them level with empty paragraphs. Once empty paragraphs are left out, nothing would tell the remark of a
missing figure from a second paragraph of the remark above it; so such a row is taken apart here.
"""

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reading import Reader
from rbb_editor.formats.blocks import Cell, Row
from rbb_editor.formats.docx.read.items import Strip
from rbb_editor.formats.several_outputs import stand_alone

COLUMNS = 3


def level_rows(strip: Strip, row: Row) -> tuple[Row, ...]:
    """The row as one row for each line of the completed cell, if one is blank where a remark stands; else none."""
    if len(strip.boxes) != COLUMNS or any(box.span > 1 for box in strip.boxes):
        return ()
    figures, remarks = (
        [piece.strip() for line in box.lines for piece in line.text.split("\n")] for box in strip.boxes[1:]
    )
    if len(figures) != len(remarks) or not all(remarks) or all(figures) or not figures or not figures[0]:
        return ()
    if not stand_alone(remarks):
        return ()
    cells = [row.cells[0], *(Cell() for _ in figures[1:])]
    return tuple(
        Row((first, Cell((figure,) if figure else ()), Cell((remark,))), row.place, row.is_head, row.table)
        for first, figure, remark in zip(cells, figures, remarks, strict=True)
    )


def are_level(rows: tuple[Row, ...], reader: Reader) -> bool:
    """Whether the rows are figures indeed: after a figure that differs, a paragraph without one is its reason."""
    components = tuple(Component(str(index), row.cells[1].text, row.cells[2].text) for index, row in enumerate(rows))
    figures = reader.figures(Output("level", "", "", rows[0].cells[0].text, components))
    above = (figure for figure, row in zip(figures, rows[1:], strict=False) if not row.cells[1].paragraphs)
    return not any(needs_explanation(figure.outcome) for figure in above)


def bullet_rows(strip: Strip, row: Row) -> tuple[Row, ...]:
    """The row as one row for each bullet of its first cell, where nothing but bullets stands in it and each has a
    figure of its own level with it; else none. What stands below a sentence as a list is part of one output.
    """
    if len(strip.boxes) != COLUMNS or any(box.span > 1 for box in strip.boxes):
        return ()
    planned = [line for line in strip.boxes[0].lines if line.text.strip()]
    figures, remarks = row.cells[1].paragraphs, row.cells[2].paragraphs
    if len(planned) < 2 or len(figures) != len(planned) or not all(line.bullet for line in planned):
        return ()
    if len(remarks) != len(planned):  # some have none: the empty paragraphs tell which
        remarks = tuple(line.text.strip() for line in strip.boxes[2].lines)
        if len(remarks) != len(planned) and any(remarks):
            return ()
    filled = remarks if any(remarks) else ("",) * len(planned)
    return tuple(
        Row(
            (Cell((line.text.strip(),)), Cell((figure,)), Cell((remark,) if remark else ())),
            row.place,
            row.is_head,
            row.table,
        )
        for line, figure, remark in zip(planned, figures, filled, strict=True)
    )


def parallel_rows(strip: Strip, row: Row) -> tuple[Row, ...]:
    """The row as one row for each paragraph, where several outputs stand in one row, set level with their figures and
    remarks; else none. A blank beside a figure goes on with the output above it.
    """
    if len(strip.boxes) != COLUMNS or any(box.span > 1 for box in strip.boxes) or row.ids:
        return ()
    columns = [[piece.strip() for line in box.lines for piece in line.text.split("\n")] for box in strip.boxes]
    if len({len(column) for column in columns}) > 1:
        return ()
    lines = [texts for texts in zip(*columns, strict=True) if any(texts)]
    outputs = [planned for planned, _, _ in lines if planned]
    if len(outputs) < 2 or not lines[0][0] or not all(figure for _, figure, _ in lines) or not stand_alone(outputs):
        return ()
    return tuple(
        Row(tuple(Cell((text,) if text else ()) for text in texts), row.place, row.is_head, row.table)
        for texts in lines
    )
