"""Rows in which several figures and their remarks stand opposite each other as paragraphs, one figure left blank.

Word users set them level with empty paragraphs. Once empty paragraphs are left out, nothing would tell the remark of a
missing figure from a second paragraph of the remark above it; so such a row is taken apart here.
"""

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reading import Reader
from rbb_editor.formats.blocks import Cell, Row
from rbb_editor.formats.docx.read.body import Strip

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
