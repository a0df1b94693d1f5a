"""What the body of a Word file is read as: paragraphs and table rows."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from rbb_editor.formats.docx.read.tracked import Tracked
from rbb_editor.formats.docx.read.xml import Element


class Line(Struct):
    """A paragraph. `outline`: 0 is the highest level, None for body text; `number`: made by Word ("A."); `notes`:
    (kind, id, typed mark); `quotes`: (id of a comment, the words here that it is about).
    """

    text: str
    style: str
    outline: int | None = None
    bold: bool = False
    number: str = ""
    marks: Sequence[str] = ()
    notes: Sequence[tuple[str, str, str]] = ()
    quotes: Sequence[tuple[str, str]] = ()
    tracked: Sequence[Tracked] = ()
    boxes: Sequence[Element] = ()
    bullet: bool = False
    """An item of a list that is not numbered."""
    emphasis: bool = False
    """All its words are in italics or underlined."""


class Box(Struct):
    """A table cell: its paragraphs, and the rows of tables inside it."""

    lines: list[Line] = field(default_factory=list)
    continues: bool = False
    span: int = 1
    inner: list["Strip"] = field(default_factory=list)
    joins: bool = False  # merged sideways with the cell before it, in the old way


class Strip(Struct):
    """A table row. `table`, `row`: from 1; `is_head`: repeated on every page.

    `tracked`: changes of the row and its cells as a whole.
    """

    boxes: list[Box]
    table: int
    row: int
    is_head: bool | None
    tracked: list[Tracked] = field(default_factory=list)


Item = Line | Strip


def lines_in(strip: Strip) -> Iterator[Line]:
    """All paragraphs of a row, those of tables inside it too."""
    for box in strip.boxes:
        yield from box.lines
        for inner in box.inner:
            yield from lines_in(inner)
