"""Which lines that are worded as headings are some in their place: what comes before and after them must fit."""

from collections.abc import Sequence

from rbb_editor.formats.blocks import Block, Heading, Paragraph, Row
from rbb_editor.formats.body_start import SENTENCE_ENDS
from rbb_editor.formats.headings import Mark, What, steps
from rbb_editor.formats.kinds import kinds_in_use
from rbb_editor.formats.open_sections import OpenSections
from rbb_editor.formats.tables import head_columns

LOOKAHEAD, LOOKAHEAD_BOLD = 4, 14
"""So many blocks below a line that may be a heading must one stand that it is a heading of; text may stand between."""
MOST_LETTERS_LOST = 2
"""A heading may be so many letters further than the one before it, as where one between them was lost."""


class WordedHeadings:
    """The headings of one document by their wording, read from its first to its last block."""

    def __init__(self, blocks: Sequence[Block], marks: Sequence[Mark | None], here: OpenSections) -> None:
        """`marks`: what each block is the heading of by its wording alone; `here`: what is open where we are."""
        self._blocks, self._here = blocks, here
        self._marks = list(kinds_in_use(marks).all_settled(marks))

    def of(self, index: int) -> Mark | None:
        """What a block is the heading of, in this document."""
        return self._marks[index]

    def is_repeated(self, mark: Mark) -> bool:
        """Whether a heading is that of the section we are in, repeated on a new page."""
        here = self._here
        current = {
            What.DEPARTMENT: here.department,
            What.OFFICE: here.office,
            What.ACCOMPLISHMENT: here.accomplishment,
        }.get(mark.what)
        if current is None or (current is here.accomplishment and not current.entries):
            return False
        if current.number != mark.number or not (mark.number or mark.title):
            return False
        same = "".join(current.title.split()).casefold() == "".join(mark.title.split()).casefold()
        return same or (mark.continued and (not mark.title or not mark.sure or bool(mark.number)))

    def is_one(self, index: int, mark: Mark) -> bool:
        """Whether what is worded as a heading is one: what comes before and after it must fit."""
        if mark.sure:
            return True
        block = self._blocks[index]
        if mark.what in (What.CONTENTS, What.ABBREVIATIONS, What.SUMMARY):
            return False
        if mark.what is What.SECTION:
            return isinstance(block, Heading) or self._here.accomplishment is None
        if isinstance(block, Heading):
            return True
        if mark.named and mark.what in (What.DEPARTMENT, What.OFFICE):
            return (isinstance(block, Paragraph) and block.bold) or self._leads_on(index, mark)
        if mark.what is What.ACCOMPLISHMENT:
            after = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
            return isinstance(after, Row) and head_columns(after) is not None
        if mark.title.endswith(SENTENCE_ENDS) or not self._leads_on(index, mark):
            return False
        before = self._here.department if mark.what is What.DEPARTMENT else self._here.office
        ahead = steps(mark.number, before.number if before is not None and before.number else None)
        if before is None and self._here.accomplishment is None:
            return True
        if mark.what is What.DEPARTMENT and steps(mark.number, None) == 1:
            return True  # the letters begin anew
        return ahead is not None and 0 < ahead <= MOST_LETTERS_LOST

    def _leads_on(self, index: int, mark: Mark) -> bool:
        """Whether a deeper heading or a table head follows soon."""
        here = self._blocks[index]
        far = LOOKAHEAD_BOLD if isinstance(here, Paragraph) and here.bold else LOOKAHEAD
        for at in range(index + 1, min(len(self._blocks), index + 1 + far)):
            block, next_mark = self._blocks[at], self._marks[at]
            if isinstance(block, Row) and next_mark is None:
                if not any(cell.paragraphs for cell in block.cells):
                    continue
                return head_columns(block) is not None
            if isinstance(block, Heading) and next_mark is None:
                return True
            if next_mark is not None:
                if next_mark.what is What.ACCOMPLISHMENT:
                    return mark.what is not What.ACCOMPLISHMENT
                if next_mark.what is What.OFFICE:
                    return mark.what is What.DEPARTMENT
                return False
        return False
