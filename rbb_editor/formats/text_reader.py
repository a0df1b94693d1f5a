"""Tab-separated text as it comes out of a PDF by OCR, or out of any other program: bytes to blocks."""

import re
from collections.abc import Iterator
from pathlib import Path

from rbb_editor.domain.clean import UNPRINTABLE
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.formats import separators
from rbb_editor.formats.assemble import assemble
from rbb_editor.formats.blocks import Block, Cell, Heading, Paragraph, Passage, Place, Row
from rbb_editor.formats.encoding import decode
from rbb_editor.formats.imported import Certainty, Imported, ImportNote, Kind
from rbb_editor.formats.layout_text import blocks_in_columns
from rbb_editor.formats.limits import MAX_CELL, MAX_ROWS, check_rows, read_bytes
from rbb_editor.progress import Progress, part, tracked

MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that say how a line runs, as pdftotext puts around each piece of Arabic; they are no part of the words."""
LAM_ALEF = re.compile("(ا)([أإآا])ل")
"""The article before an alef, as programs that read a PDF leave it: the ligature of lam and alef is turned round.

No Arabic word has these letters in this order.
"""
MARKDOWN_BOLD = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1$")


def read(path: Path, language: str | None, progress: Progress) -> Imported:
    """The report in a text file. `language`: code of the document language, None to recognise it.

    Raises UserError for a file that is no text, has far too many rows, or holds no report; OSError from the disk.
    """
    decoded = decode(read_bytes(path), path.name)
    text, notes = _cleaned(decoded.text)
    progress(50, 1000)
    blocks = list(blocks_of(text, path.name))
    if not blocks:
        raise UserError(N_("“{name}” was not read: it is empty. Nothing was changed."), name=path.name)
    imported = assemble(blocks, language, part(progress, 0.1, 1.0), name=path.name)
    return imported.with_notes((*decoded.notes, *notes))


def passages(path: Path, progress: Progress) -> list[Passage]:
    """The lines of a text file, to be shown; raises as `read` does."""
    text, _ = _cleaned(decode(read_bytes(path), path.name).text)
    return [Passage(Place(number), line) for number, line in enumerate(tracked(_lines(text), progress), start=1)]


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def blocks_of(text: str, name: str) -> Iterator[Block]:
    """The lines of a text as blocks: a line with cells is a table row, any other a paragraph or heading.

    A form feed starts a new table, for it starts a new page.
    """
    rows = page = 0
    lines = _lines(text)
    if len(lines) > MAX_ROWS:  # before the work that a file of so many rows makes
        check_rows(name, sum("\t" in line or ";" in line or "|" in line for line in lines))
    split, columns = separators.of_text(lines)
    if columns.grids:
        for number, line in enumerate(lines, start=1):
            _check_line(name, number, line)
        for block in blocks_in_columns(lines, columns):
            rows += isinstance(block, Row)
            check_rows(name, rows)
            yield _paragraph(block.text, block.place) if isinstance(block, Paragraph) and not block.style else block
        return
    for number, line in separators.whole_rows(lines, split):
        page += line.count("\f")
        if not line.strip():
            continue
        _check_line(name, number, line)
        place = Place(number)
        cells = _cells(split(line.replace("\f", "")))
        if cells is None:
            yield _paragraph(line.strip(), place)
        else:
            rows += 1
            check_rows(name, rows)
            yield Row(tuple(cells), place, table=page)


def _check_line(name: str, number: int, line: str) -> None:
    if len(line) > MAX_CELL:
        raise UserError(
            N_("“{name}” was not read: line {line} is longer than any row of a report. Nothing was changed."),
            name=name,
            line=number,
        )


def _cells(parts: list[str] | None) -> list[Cell] | None:
    if parts is None:
        return None
    return [Cell(tuple(line.strip() for line in part.split("\n") if line.strip())) for part in parts]


def _paragraph(line: str, place: Place) -> Heading | Paragraph:
    """A line outside the tables; the signs with which Markdown marks headings and bold words are no part of it."""
    heading = MARKDOWN_HEADING.match(line)
    text, bold = heading[2] if heading else line, False
    if strong := MARKDOWN_BOLD.match(text):
        text, bold = strong[2], True
    return Heading(text, place, len(heading[1]), bold) if heading else Paragraph(text, place, bold)


def _cleaned(text: str) -> tuple[str, list[ImportNote]]:
    """The text without unprintable characters, tabs and form feeds left in."""
    spaced = re.sub("[\u2028\u2029\x0b\x85]", " ", DIRECTIONS.sub("", text)).replace("\ufeff", "")
    kept = UNPRINTABLE.sub("", spaced)
    kept, ligatures = LAM_ALEF.subn(r"\1ل\2", kept)
    notes = [_ligatures(ligatures)] if ligatures else []
    count = len(spaced) - len(kept)
    if not count:
        return kept, notes
    message = Text.of(
        N_("{count} unprintable character was taken out."),
        plural="{count} unprintable characters were taken out.",
        count=count,
    )
    return kept, [*notes, ImportNote(Kind.READ, Certainty.CERTAIN, message)]


def _ligatures(count: int) -> ImportNote:
    message = Text.of(
        N_("{count} lam-alef that the text of a PDF had turned round was set right: “األ” is “الأ”."),
        plural="{count} lam-alefs that the text of a PDF had turned round were set right: “األ” is “الأ”.",
        count=count,
    )
    return ImportNote(Kind.READ, Certainty.LIKELY, message)
