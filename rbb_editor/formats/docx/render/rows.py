"""The rows of the results tables. Most show no change and bear no comment: these are put together in one stroke."""

from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import islice, zip_longest

from rbb_editor.document.blocks import Row
from rbb_editor.domain.redline import Kind
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import COMPONENT_LETTER, OUTPUT_LETTER, PREFIX, all_short, mark
from rbb_editor.formats.docx.render.columns import Columns
from rbb_editor.formats.docx.render.comments import on_component, on_output
from rbb_editor.formats.docx.render.markup import border, runs_of_many
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
NOTHING: frozenset[str] = frozenset()


def letters_in(row: Row) -> int:
    """How long the texts of a row are, figures aside."""
    length = len(row.planned) if row.planned else 0
    for part in row.remarks:
        length += len(part)
    for part in row.explanation:
        length += len(part)
    return length


class Rows:
    """Writes the rows of one document. `gone`: ids that a row which went leaves to another."""

    def __init__(self, pen: Pen, columns: Columns, gone: Gone) -> None:
        self._pen, self._columns, self._gone = pen, columns, gone
        self._forms: dict[tuple[bool, int, int, bool, bool, bool], bytes] = {}

    def row(self, row: Row, was: Row | None, kind: Kind, *, end: bool) -> bytes:
        """A row. `was`: as it was, where it stayed; `kind`: whether it came or went; `end`: the last of its table."""
        if kind is Kind.EQUAL and (was is None or was == row) and not self._pen.comments.are_on(row.output):
            return self.plain((row,), end=end)
        return self._marked(row, was, kind, end=end).encode()

    def plain(self, rows: Sequence[Row], *, end: bool) -> bytes:
        """Rows that show no change and bear no comment: as `row` writes them, in a fraction of the time.

        `end`: the last of them is the last of its table.
        """
        outcome = bool(self._columns.outcome)
        words: list[str] = []
        ids: list[str] = []
        for row in rows:
            if row.planned is not None:
                ids.append(row.output)
                words.append(row.planned)
            ids.append(row.component)
            words.append(row.completed)
            if outcome:
                words.append(self._columns.outcome_of(row))
            words += row.remarks
            words += row.explanation
        runs, names = iter(runs_of_many(words, rtl=self._pen.rtl)), iter(all_short(ids))
        none_is_long, next_mark, final = sum(map(len, words)) < LONG_ROW, self._pen.marks.next, len(rows) - 1
        forms: list[bytes] = []
        filled: list[object] = []
        for index, row in enumerate(rows):
            begins, remarks, explanation = row.planned is not None, len(row.remarks), len(row.explanation)
            whole = none_is_long or letters_in(row) < LONG_ROW
            key = (begins, remarks, explanation, row.last, end and index == final, whole)
            forms.append(self._forms.get(key) or self._form(key))
            if begins:
                number = next_mark()
                filled += (number, next(names).encode(), next(runs), number)
            number = next_mark()
            filled += (number, next(names).encode(), next(runs), number)
            filled += islice(runs, outcome + remarks + explanation)
        return b"".join(forms) % tuple(filled)

    def _form(self, key: tuple[bool, int, int, bool, bool, bool]) -> bytes:
        """What rows that are alike have in common, with places for their marks and words.

        `key`: whether they begin an output, how many paragraphs of remarks and of explanation they have, whether they
        are the last of their output and of their table, whether they stay whole.
        """
        begins, remarks, explanation, last, end, whole = key
        columns, keep = self._columns, "" if last else KEEP
        row = f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}"
        planned = f"{_cell(columns.planned, end=end)}{_opening(PLANNED, keep)}</w:pPr>"
        completed = f"{_cell(columns.completed, end=end)}{_opening(COMPLETED, keep)}</w:pPr>"
        outcome = f"{_cell(columns.outcome, end=end)}{_opening(OUTCOME, keep)}</w:pPr>%b{AFTER_CELL}"
        styles = [REMARKS] * remarks + [EXPLANATION] * explanation
        told = [
            f"{_opening(style, keep, _gap(index, len(styles) - 1))}</w:pPr>%b</w:p>"
            for index, style in enumerate(styles)
        ]
        form = self._forms[key] = (
            f"{row}{planned}{_marked_words(OUTPUT_LETTER) if begins else ''}{AFTER_CELL}"
            f"{completed}{_marked_words(COMPONENT_LETTER)}{AFTER_CELL}{outcome if columns.outcome else ''}"
            f"{_cell(columns.remarks, end=end)}{''.join(told) or f'{_opening(REMARKS, keep)}</w:pPr></w:p>'}{AFTER_ROW}"
        ).encode()
        return form

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
        shown = max((index for index, part in enumerate(parts) if part[4] is not Kind.DELETED), default=-1)
        made: list[str] = []
        for index, (style, name, content, old, became, final) in enumerate(parts):
            fields = tuple(on_component(row.output, row.component, name))
            if index == shown:  # a reason that is missing has no words of its own
                others = pen.comments.unplaced(row.output, None if row.last else row.component)
                fields = (*fields, *(each for each in others if each not in fields))
            runs = pen.words(content, fields, was=old, kind=became, last=final)
            end = pen.end(became, fields) if became is kind or index < last else ""
            made.append(f"{_opening(style, keep, _gap(index, last))}{end}</w:pPr>{runs}</w:p>")
        return "".join(made)


def _marked_words(letter: str) -> str:
    """The places of words inside a bookmark: its number, the end of its name, the words, its number."""
    return f'<w:bookmarkStart w:id="%d" w:name="{PREFIX}{letter}_%b"/>%b<w:bookmarkEnd w:id="%d"/>'


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
