"""A Word file as the stream of blocks that `assemble` turns into a report."""

import re
from collections.abc import Callable, Iterator

from rbb_editor.domain.reading import Reader
from rbb_editor.domain.text import N_
from rbb_editor.formats.blocks import (
    COMPONENT,
    EXPLANATION,
    OUTPUT,
    SECTION,
    Block,
    Cell,
    Footnote,
    Heading,
    Paragraph,
    Passage,
    Place,
    Property,
    Row,
)
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import COMPONENT_LETTER, HASHED, MARK, OUTPUT_LETTER, level_of
from rbb_editor.formats.docx.read.aligned import are_level, bullet_rows, level_rows, parallel_rows
from rbb_editor.formats.docx.read.body import Body
from rbb_editor.formats.docx.read.items import Box, Line, Strip, lines_in
from rbb_editor.formats.docx.read.review import Review
from rbb_editor.formats.headings import read_heading
from rbb_editor.formats.limits import check_rows

REMARKS_STYLE, EXPLANATION_STYLE = names.REMARKS[1], names.EXPLANATION[1]
NOTE_STYLE = "footnote text"
SYMBOL = re.compile(r"[A-Z]{1,4}/[A-Z0-9][\w./()\-]*[\w)]\*?")
"""A document symbol: A/72/701/Add.1, ST/SGB/2018/3, A/C.5/72/L.4."""


def blocks_of(
    body: Body, name: str, reader_of: Callable[[], Reader] | None = None, review: Review | None = None
) -> Iterator[Block]:
    """The blocks of a document. UserError when it has far more rows than a report.

    `reader_of` gives the reader of the document's language, where it is needed to see what a blank figure means.
    `review` gathers what reviewers did.
    """
    review = review if review is not None else Review()
    yield from properties_of(body)
    paragraph = 0
    for item in body.items():
        check_rows(name, body.rows)
        if isinstance(item, Strip):
            place = Place(table=item.table, row=item.row)
            row = Row(
                tuple(_cell(box) for box in item.boxes),
                place,
                item.is_head,
                item.table,
                row_ids(item),
                _is_bold(item),
                _is_emphasis(item),
            )
            level = level_rows(item, row) if reader_of is not None else ()
            if level and reader_of is not None and are_level(level, reader_of()):
                yield from level
            else:
                yield from bullet_rows(item, row) or parallel_rows(item, row) or (row,)
            if item.tracked:
                review.row(item, place)
            for line in lines_in(item):
                if line.quotes or line.tracked:
                    review.line(line, place)
                if line.notes:
                    yield from footnotes_of(body, line, place)
            continue
        paragraph += 1
        text = printed(item)
        place = Place(paragraph=paragraph)
        review.line(item, place)
        for piece in headings_in(text):
            if item.outline is not None:
                ids = heading_ids(item) if piece == text else {}
                yield Heading(" ".join(piece.split()), place, item.outline + 1, item.bold, ids)
            else:
                words = item.text if piece == text else piece
                cells = tuple(words.split("\t")) if "\t" in words and not item.number else ()
                yield Paragraph(piece, place, item.bold, item.style, cells)
        yield from footnotes_of(body, item, place)
    for strip in body.gone:
        review.row(strip, Place(table=strip.table, row=strip.row))


def passages_of(body: Body) -> Iterator[Passage]:
    """The paragraphs and rows of a document as they stand in it, to be shown."""
    paragraph = 0
    for item in body.items():
        if isinstance(item, Strip):
            cells = (" ".join(filter(None, (printed(line) for line in box.lines))) for box in item.boxes)
            yield Passage(Place(table=item.table, row=item.row), "\t".join(cells))
        else:
            paragraph += 1
            yield Passage(Place(paragraph=paragraph), printed(item))


def headings_in(text: str) -> list[str]:
    """The headings of several levels that one paragraph holds, a line each; else its text, where it has any."""
    if "\n" in text:
        lines = [line for line in text.split("\n") if line.strip()]
        if len({mark.what for mark in map(read_heading, lines) if mark is not None}) == len(lines):
            return lines
    return [text] if text else []


def properties_of(body: Body) -> Iterator[Property]:
    """What the running heads say: the document symbol."""
    for head in body.package.heads:
        for line in body.lines(head):
            if match := SYMBOL.fullmatch("".join(line.text.split())):
                yield Property("symbol", match.group(), Place(label=N_("running head")))
                return


def heading_ids(line: Line) -> dict[str, str]:
    """The id of the section that a heading of our own names, where its bookmark has survived."""
    for match in map(MARK.fullmatch, line.marks):
        if match and level_of(match[1]) is not None and not match[2].startswith(HASHED):
            return {SECTION: match[2]}
    return {}


def row_ids(strip: Strip) -> dict[str, str]:
    """The ids of output and component in a row of our own, and where its explanation begins."""
    kinds = {OUTPUT_LETTER: OUTPUT, COMPONENT_LETTER: COMPONENT}
    ids: dict[str, str] = {}
    for line in (line for box in strip.boxes for line in box.lines):
        for name in line.marks:
            match = MARK.fullmatch(name)
            if match and match[1] in kinds and not match[2].startswith(HASHED):
                ids[kinds[match[1]]] = match[2]
    if ids:
        remarks = [line for line in strip.boxes[-1].lines for piece in printed(line).split("\n") if piece.strip()]
        styles = [line.style for line in remarks]
        begins = styles.index(EXPLANATION_STYLE) if EXPLANATION_STYLE in styles else len(styles)
        if REMARKS_STYLE in styles or EXPLANATION_STYLE in styles:
            ids[EXPLANATION] = str(begins)
    return ids


def printed(line: Line) -> str:
    """The text of a paragraph with the number that Word puts before it; tabs at its ends are left out."""
    text = line.text.strip()
    return f"{line.number} {text}" if line.number and text else text


def footnotes_of(body: Body, line: Line, place: Place) -> Iterator[Footnote]:
    """The notes that a paragraph refers to."""
    for kind, id, mark in line.notes:
        element = body.note(kind, id)
        if element is None:
            continue
        text = "\n".join(filter(None, (printed(each) for each in body.lines(element))))
        yield Footnote(mark or id, note_text(text, mark), place)


def note_lines(body: Body, line: Line) -> Iterator[tuple[str, str]]:
    """Mark and text, to the letter, of the notes of a paragraph that we wrote."""
    for kind, id, mark in line.notes:
        element = body.note(kind, id)
        if element is not None:
            lines = body.lines(element)
            text = "\n".join(each.text for each in lines).removeprefix(mark).removeprefix("\t")
            if lines and lines[0].style != NOTE_STYLE:  # LibreOffice sets the mark a second time, in a style of its own
                text = text.removeprefix(mark).removeprefix("\t")
            yield mark, text


def note_text(text: str, mark: str) -> str:
    """A note without the mark that is typed at its beginning."""
    return text.removeprefix(mark).strip() if mark else text.strip()


def _cell(box: Box) -> Cell:
    texts = (piece.strip() for line in box.lines for piece in printed(line).split("\n"))
    return Cell(tuple(text for text in texts if text), box.continues, box.span)


def _is_bold(strip: Strip) -> bool:
    """Whether all words of a row are bold; only the first cells are looked at where they are not."""
    return all(line.bold for box in strip.boxes for line in box.lines if line.text.strip())


def _is_emphasis(strip: Strip) -> bool:
    return all(line.emphasis for box in strip.boxes for line in box.lines if line.text.strip())
