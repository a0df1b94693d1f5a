"""The cells of a row that this program wrote: which they are where people added others, and what they say."""

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import COMPONENT_LETTER, OUTPUT_LETTER
from rbb_editor.formats.docx.read.items import Box, Line, Strip

ROW_STYLES = {names.PLANNED[1], names.COMPLETED[1], names.REMARKS[1], names.EXPLANATION[1]}
COLUMNS = 3
KINDS = (
    (OUTPUT_LETTER, {names.PLANNED[1]}),
    (COMPONENT_LETTER, {names.COMPLETED[1]}),
    ("", {names.REMARKS[1], names.EXPLANATION[1]}),
)
"""By which bookmark and styles a cell of ours is known: planned text, figure, remarks."""
Marks = Callable[[Iterable[Line]], Iterable[tuple[str, str]]]
"""The bookmarks of ours in some paragraphs: letter and id."""


def our_cells(strip: Strip, marks: Marks) -> list[Box]:
    """Planned text, figure and remarks, also in a row that was given more cells; none where they are not all there."""
    if len(strip.boxes) == COLUMNS:
        return strip.boxes
    found: list[Box] = []
    for letter, styles in KINDS:
        known = [box for box in strip.boxes if any(line.style in styles for line in box.lines) and box not in found]
        marked = [box for box in known if any(mark == letter for mark, _ in marks(box.lines))]
        filled = [box for box in known if any(line.text.strip() for line in box.lines)]
        found += (marked or filled or known)[:1]
    return found if len(found) == COLUMNS else []


def words_beside(strip: Strip, ours: Sequence[Box]) -> str:
    """What stands in the other cells of a row, a line each."""
    if ours is strip.boxes:
        return ""
    return "\n".join(line.text for box in strip.boxes if box not in ours for line in box.lines if line.text.strip())


def without_outcome(strip: Strip) -> Strip:
    """A row without the column that only tells what the figures say already."""
    kept = [box for box in strip.boxes if not any(line.style == names.OUTCOME[1] for line in box.lines)]
    return replace(strip, boxes=kept)


def text_of(lines: Sequence[Line]) -> str:
    """The paragraphs of a cell as one text, cleaned as an edit would; what the program wrote needs no cleaning."""
    text = lines[0].text if len(lines) == 1 else "\n".join(line.text for line in lines)
    return text if text.isprintable() and text == text.strip() else clean.lines(text)
