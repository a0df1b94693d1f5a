"""Tables inside the cells of a table: figures and remarks of an output, words of a cell, or tables of their own."""

from collections.abc import Iterator

from rbb_editor.formats.docx.read.items import Box, Strip, lines_in

LONGEST_FIGURE, SHORTEST_WORD = 12, 4
"""Letters of what may be a figure, and of a word such as yes or no."""


def figures_inside(strip: Strip) -> list[Strip]:
    """The further rows of an output whose figures and remarks stand in a table of two columns inside its last cell.

    The first of them joins the row itself, which stands as if it had been set without the inner table.
    """
    last = strip.boxes[-1] if len(strip.boxes) > 1 else None
    if last is None or not last.inner or _text(last):
        return []
    if not all(len(row.boxes) == 2 and not row.boxes[0].inner and _is_figure(row.boxes[0]) for row in last.inner):
        return []
    if any(box.inner for box in strip.boxes[:-1]) or not any(_has_digit(row.boxes[0]) for row in last.inner):
        return []
    head, (first_row, *rest) = strip.boxes[:-1], last.inner
    if len(head) > 1 and not _text(head[-1]):  # an empty cell for the figures that stand inside
        head = head[:-1]
    strip.boxes = [*head, *first_row.boxes]
    return [Strip([*(Box() for _ in head), *row.boxes], strip.table, strip.row, strip.is_head) for row in rest]


def _is_figure(box: Box) -> bool:
    text = _text(box)
    return len(text) <= LONGEST_FIGURE and (len(text) <= SHORTEST_WORD or _has_digit(box))


def _has_digit(box: Box) -> bool:
    return any(map(str.isdigit, _text(box)))


def _text(box: Box) -> str:
    return "".join(line.text for line in box.lines).strip()


def inner_rows(strip: Strip) -> Iterator[Strip]:
    """The rows of tables inside a row. A narrow one is text of its cell; a real one follows the row as a table."""
    for box in strip.boxes:
        if not box.inner:
            continue
        if any(len(inner.boxes) > 2 for inner in box.inner):
            for inner in box.inner:
                yield inner
                yield from inner_rows(inner)
        else:
            for inner in box.inner:
                box.lines.extend(lines_in(inner))
        box.inner = []
