"""The outline of a document: which block is front matter, a heading, a table row, a loose line, a page foot."""

from collections.abc import Sequence

from msgspec import Struct, field

from rbb_editor.domain.entities import REPORT_ID, Level
from rbb_editor.domain.language import Language
from rbb_editor.domain.text import N_, Text
from rbb_editor.formats.blocks import SECTION, Block, Footnote, Heading, Paragraph, Place, Property, Row, text_of
from rbb_editor.formats.body_start import body_end, body_start, mark_of
from rbb_editor.formats.drafts import DraftSection, Entry
from rbb_editor.formats.entries import entry_of
from rbb_editor.formats.headings import Mark, What
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.levels import level_of_style
from rbb_editor.formats.no_outputs import remarks_below, tables_with_plain_rows, why_no_output
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.open_sections import OpenSections
from rbb_editor.formats.page_furniture import FOOTNOTE, PAGE_FOOT, is_furniture, is_page_row, names_document
from rbb_editor.formats.tables import (
    STANDARD,
    Columns,
    begins_head,
    goes_on_head,
    head_columns,
    is_indicator_head,
    is_lower_half,
    is_misread,
    is_plainly_output,
    is_separator,
)
from rbb_editor.formats.unknown_heads import UnknownHeads, counts_columns
from rbb_editor.formats.worded_headings import WordedHeadings
from rbb_editor.progress import Progress, part, tracked

BLANKS_ARE_BREAKS = 0.4
"""Where more than this share of neighbouring rows has a blank line between, blank lines are no page breaks."""


class Outline(Struct):
    """A document taken apart. `front`: the blocks before the first section."""

    front: list[Block] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)
    headings: list[Paragraph] = field(default_factory=list)  # of the section of all departments
    sections: list[DraftSection] = field(default_factory=list)


def outline(blocks: Sequence[Block], language: Language, notes: Notebook, progress: Progress) -> Outline:
    """Takes a document apart; what has no place in a report is noted with its text."""
    found = Outline()
    found.footnotes = [block for block in blocks if isinstance(block, Footnote)]
    found.properties = [block for block in blocks if isinstance(block, Property)]
    body: list[Block] = [block for block in blocks if not isinstance(block, (Footnote, Property))]
    marks = [mark_of(block) for block in tracked(body, part(progress, 0.0, 0.05))]
    start, end = body_start(body, marks), body_end(body, marks)
    found.front = body[:start]
    run = _Body(found, body[start:end], marks[start:end], language, notes, part(progress, 0.05, 0.1))
    run.run(part(progress, 0.1, 1.0))
    found.sections = run.here.all
    for block in body[end:]:
        message = Text.of(N_("What stands below the frameworks, in another chapter of the report, was left out."))
        notes.add(Kind.LEFT_OUT, Certainty.LIKELY, message, [block.place], source=text_of(block))
    return found


class _Body:
    """One run over the blocks from the first section on."""

    def __init__(
        self,
        found: Outline,
        blocks: Sequence[Block],
        marks: Sequence[Mark | None],
        language: Language,
        notes: Notebook,
        progress: Progress,
    ) -> None:
        """`marks`: what each block is the heading of by its wording alone."""
        self.found, self.blocks, self.language, self.notes = found, blocks, language, notes
        self.here = OpenSections(notes)
        self.worded = WordedHeadings(blocks, marks, self.here)
        self.columns: Columns = STANDARD
        phrases = language.phrases
        self.head = [phrases[each].casefold() for each in ("planned_outputs", "completed", "remarks")]
        self.last_row: Row | None = None
        self.interrupted = False
        self.after_head = False
        self.head_table = 0
        self.indicators = 0  # cells of the head of the table of indicators that we are in, 0 outside of one
        self.indicator_table = 0
        self.open_heading: Place | None = None  # a heading that the next line may go on
        self.told_heads: set[tuple[str, ...]] = set()
        self.levels = level_of_style(blocks, marks)
        self.unknown = UnknownHeads(blocks, marks, language, progress)
        self.plain_tables = tables_with_plain_rows(blocks)
        self.output_tables = {each.table for each in blocks if isinstance(each, Row) and is_plainly_output(each)}

    def run(self, progress: Progress) -> None:
        for index, block in enumerate(tracked(self.blocks, progress)):
            mark = self.worded.of(index)
            if mark is not None and self.worded.is_repeated(mark):
                self._goes_on_below(block, mark)
            elif mark is not None and self.worded.is_one(index, mark):
                self._heading(block, mark)
            elif index in self.levels:
                self._styled(block, self.levels[index])
            elif isinstance(block, Row):
                self._row(block, index)
            elif isinstance(block, (Heading, Paragraph)):
                self._paragraph(block)

    # headings

    def _goes_on_below(self, block: Block, mark: Mark) -> None:
        """A heading that is repeated on a new page opens nothing."""
        self.interrupted = self.last_row is not None
        self.notes.gather(
            Kind.LEFT_OUT,
            N_("{count} heading that was repeated on a new page was left out."),
            N_("{count} headings that were repeated on a new page were left out."),
            block.place,
            mark.title,
        )

    def _heading(self, block: Block, mark: Mark) -> None:
        place, ids = block.place, block.ids if isinstance(block, (Heading, Row)) else {}
        if mark.what is What.SECTION:
            text = block.text if isinstance(block, (Heading, Paragraph)) else mark.title
            self.found.headings.append(Paragraph(text, place))
            self.open_heading = None
            return
        level = Level(str(mark.what))
        self._open(level, mark.number, mark.title, place, ids.get(SECTION))

    def _styled(self, block: Block, level: Level) -> None:
        """A heading that only its style shows to be one."""
        assert isinstance(block, Heading)
        self._open(level, "", block.text, block.place, block.ids.get(SECTION))

    def _open(self, level: Level, number: str, title: str, place: Place, id: str | None = None) -> None:
        self.here.open(level, number, title, place, id)
        self.last_row, self.interrupted, self.indicators = None, False, 0
        self.open_heading = place

    # rows and lines

    def _row(self, row: Row, index: int) -> None:
        self.open_heading = None
        if self._is_blank_or_stroke(row) or self._is_page_row(row):
            return
        columns = head_columns(row)
        if columns is not None:
            self.head = [cell.text.casefold() for cell in row.cells if cell.paragraphs]
            self._head(row, columns)
            return
        if is_misread(row, self.head):
            self._head(row, self.columns)
            return
        if index in self.unknown.heads:
            self._unknown_head(row, self.unknown.heads[index])
            return
        if self.after_head and (goes_on_head(row) or counts_columns(row.cells) or is_lower_half(row)):
            self._note_head(row)
            return
        self.after_head = False
        if self._in_indicators(row):
            message = Text.of(N_("A row of a table of indicators was left out: a report of this kind has none."))
            source = "\t".join(cell.text for cell in row.cells)
            self.notes.add(Kind.LEFT_OUT, Certainty.CERTAIN, message, [row.place], source=source)
            return
        if self._is_unknown_head(row):
            self._unknown_head(row, STANDARD)
            return
        if self._are_remarks(row) or self._is_no_output(row, index) or self._is_of_another_kind(row):
            return
        if (self.last_row is None or self.last_row.table != row.table) and row.table in self.unknown.columns:
            self.columns = self.unknown.columns[row.table]
        if self.here.accomplishment is None:
            self._open(Level.ACCOMPLISHMENT, "", "", row.place)
            message = Text.of(N_("No accomplishment stands above this table; one without a title was made."))
            self.notes.add(Kind.GUESSED, Certainty.CERTAIN, message, [row.place])
        assert self.here.accomplishment is not None
        entry = entry_of(row, self.columns, self.language, self.notes)
        if self.last_row is not None and self.last_row.place == row.place and entry.planned:
            self.notes.gather(
                Kind.TAKEN_APART,
                N_("{count} output that stood level with another one in the same row was taken apart from it."),
                N_("{count} outputs that stood level with others in the same row were taken apart from them."),
                row.place,
                entry.planned,
            )
        entry.breaks = self.last_row is not None and (self.interrupted or _apart(self.last_row, row))
        self.last_row, self.interrupted = row, False
        self.here.accomplishment.entries.append(entry)

    def _head(self, row: Row, columns: Columns) -> None:
        self._take_back_upper_half(row)
        self.interrupted = self.last_row is not None  # repeated on a new page
        self.columns, self.indicators, self.after_head = columns, 0, True
        self.head_table = row.table
        self._note_head(row)

    def _unknown_head(self, row: Row, columns: Columns) -> None:
        self._head(row, columns)
        words = tuple(cell.text for cell in row.cells)
        if words not in self.told_heads and not is_lower_half(row):
            self.told_heads.add(words)
            message = Text.of(N_("A row in unknown words was taken for the head of a table."))
            self.notes.add(Kind.GUESSED, Certainty.LIKELY, message, [row.place], source="\t".join(words))

    def _are_remarks(self, row: Row) -> bool:
        """Whether a row of a table without a column for them is the remarks on the output above."""
        entries = self.here.accomplishment.entries if self.here.accomplishment is not None else []
        said = remarks_below(row) if self.columns.count == 2 and entries else ""
        if said:
            entries.append(Entry("", "", said, row.place, completed_merged=True))
        return bool(said)

    def _is_no_output(self, row: Row, index: int) -> bool:
        """Whether a row is none of the outputs of its table; it is noted as left out."""
        below = (self.blocks[at] for at in range(index + 1, len(self.blocks)))
        plain = row.table in self.plain_tables
        message = why_no_output(row, below, self.columns, self.language, bold_tells=plain)
        if message is None:
            return False
        source = "\t".join(cell.text for cell in row.cells)
        self.notes.add(Kind.LEFT_OUT, Certainty.CERTAIN, message, [row.place], source=source)
        return True

    def _is_of_another_kind(self, row: Row) -> bool:
        """Whether a row stands in a table without a head, below no accomplishment, where others have heads.

        One with a row that is plainly of an output goes on as the tables above do.
        """
        if self.here.accomplishment is not None or self.head_table in (0, row.table):
            return False
        if row.table in self.output_tables:
            return False
        message = Text.of(N_("A row of a table of another kind, below no accomplishment, was left out."))
        self.notes.add(Kind.LEFT_OUT, Certainty.LIKELY, message, [row.place], source=text_of(row))
        return True

    def _is_blank_or_stroke(self, row: Row) -> bool:
        """Whether a row says nothing; one of strokes is noted."""
        if not any(cell.paragraphs for cell in row.cells):
            return not any(cell.continues for cell in row.cells)
        if not is_separator(row):
            return False
        self.notes.gather(
            Kind.LEFT_OUT,
            N_("{count} row of strokes was left out."),
            N_("{count} rows of strokes were left out."),
            row.place,
            "\t".join(cell.text for cell in row.cells),
        )
        return True

    def _is_page_row(self, row: Row) -> bool:
        """Whether the line of a text, set with a tab, or the row of a table is the head or foot of a page."""
        texts = [cell.text for cell in row.cells if cell.paragraphs]
        if not (is_page_row(texts) if row.place.line is not None else names_document(texts)):
            return False
        self._page_line(" ".join(texts), row.place)
        return True

    def _note_head(self, row: Row) -> None:
        self.notes.gather(
            Kind.READ,
            N_("{count} table head row was recognised."),
            N_("{count} table head rows were recognised."),
            row.place,
            "\t".join(cell.text for cell in row.cells),
        )

    def _take_back_upper_half(self, row: Row) -> None:
        """The row above a head row of a Word table is its upper half if it names a column."""
        above, entries = self.last_row, self.here.accomplishment.entries if self.here.accomplishment is not None else []
        if above is None or not entries or not row.table or above.table != row.table or not begins_head(above):
            return
        self._note_head(above)
        self.last_row = None
        entries.pop()

    def _in_indicators(self, row: Row) -> bool:
        """Whether a row belongs to a table of indicators; a table of another shape ends it, even without a head."""
        if is_indicator_head(row):
            self.indicators, self.indicator_table = len(row.cells), row.table
        elif self.indicators and row.place.line is None and row.table != self.indicator_table:
            self.indicators = self.indicators if len(row.cells) == self.indicators else 0
        return self.indicators > 0

    def _is_unknown_head(self, row: Row) -> bool:
        """A row that the file marks as a head row, above the first data row, in a wording of its own."""
        return row.is_head is True and (self.last_row is None or self.last_row.table != row.table)

    def _paragraph(self, block: Heading | Paragraph) -> None:
        text = block.text.strip()
        if is_furniture(text, self.language) or (isinstance(block, Paragraph) and block.style == PAGE_FOOT):
            self._page_line(text, block.place)
            return
        footnote = FOOTNOTE.match(text)
        if footnote is not None:
            self.interrupted = True
            if footnote[2]:
                self.found.footnotes.append(Footnote(footnote[1], footnote[2], block.place))
                message = Text.of(N_("A page note among the tables was taken for a note to the section title."))
                self.notes.add(Kind.MOVED, Certainty.LIKELY, message, [block.place], target=REPORT_ID, source=text)
            return
        last = self.here.all[-1] if self.here.all else None
        if last is not None and self.open_heading is not None and not last.entries and self._goes_on(block):
            last.title = (last.title + _space(last.title, text) + text).strip()
            self.open_heading = block.place
            return
        self.open_heading = None
        if self.here.accomplishment is not None and self.here.accomplishment.entries and not isinstance(block, Heading):
            entry = Entry("", "", text, block.place, breaks=True, loose=True)
            self.here.accomplishment.entries.append(entry)
            self.interrupted = True
            return
        message = Text.of(N_("A line outside the tables was left out."))
        self.notes.add(Kind.LEFT_OUT, Certainty.LIKELY, message, [block.place], source=text)

    def _page_line(self, text: str, place: Place) -> None:
        self.interrupted = True
        self.notes.gather(
            Kind.LEFT_OUT,
            N_("{count} page head or foot was left out."),
            N_("{count} page heads and feet were left out."),
            place,
            text,
        )

    def _goes_on(self, block: Heading | Paragraph) -> bool:
        """Whether a line goes on with the heading above it: the very next line, or an empty title."""
        last, opened = self.here.all[-1], self.open_heading
        if not last.title and isinstance(block, (Paragraph, Heading)):
            return True
        return opened is not None and opened.line is not None and block.place.line == opened.line + 1


def clear_false_breaks(sections: Sequence[DraftSection]) -> None:
    """Takes blank lines for page breaks only where they are rare."""
    rows = [entry for section in sections for entry in section.entries if not entry.loose]
    breaks = sum(entry.breaks for entry in rows)
    if breaks > len(rows) * BLANKS_ARE_BREAKS:
        for entry in rows:
            entry.breaks = False


def _apart(before: Row, row: Row) -> bool:
    """Whether a blank line, or the end of a table, stands between two rows."""
    if before.table != row.table:
        return True
    if before.place.line is None or row.place.line is None:
        return False
    return row.place.line - before.place.line > 1


def _space(before: str, after: str) -> str:
    return " " if before[-1:].isascii() or after[:1].isascii() else ""
