"""Word export: the composed blocks as a .docx in the layout of a General Assembly document."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from rbb_editor import resources
from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Block,
    Contents,
    FrontLine,
    Heading,
    Masthead,
    Summary,
    Table,
)
from rbb_editor.document.compose import compose
from rbb_editor.document.look import Look, look_of
from rbb_editor.domain.report import Report
from rbb_editor.formats.atomic import writing
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import section_mark, to_json, unprinted
from rbb_editor.formats.docx.render import front
from rbb_editor.formats.docx.render.frame import section
from rbb_editor.formats.docx.render.package import DECLARATION, small_parts, write_package
from rbb_editor.formats.docx.render.pages import reckon
from rbb_editor.formats.docx.render.tables import Marks, results
from rbb_editor.progress import Progress, silent, tracked

IN_CONTENTS = 2
"""Headings of this level and above are in the contents."""


def write(report: Report, path: Path, progress: Progress = silent) -> None:
    """Writes the printed form of a report as a Word file, whole or not at all. May run off the GUI thread.

    Raises UserError when the file cannot be written, Cancelled out of `progress`.
    """
    language = resources.language(report.info.language)
    look = look_of(language)
    blocks = compose(report, language)
    pages, count = reckon(blocks, look)
    masthead = next(block for block in blocks if isinstance(block, Masthead))
    notes = tuple(note for block in blocks if isinstance(block, Heading) for note in block.notes)
    parts = small_parts(report.info, masthead, notes, to_json(unprinted(report)), look, count)
    whole = BytesIO()  # an archive that meets a full disk halfway complains on its own when it is thrown away
    write_package(whole, parts, _document(report, tracked(blocks, progress, total=len(blocks)), pages, look))
    with writing(path) as stream:
        stream.write(whole.getbuffer())


def _document(report: Report, blocks: Iterator[Block], pages: dict[str, int], look: Look) -> Iterator[str]:
    """word/document.xml piece by piece."""
    marks = Marks()
    entry, first = 0, True
    yield f"{DECLARATION}<w:document {names.NAMESPACES}><w:body>"
    for block in blocks:
        match block:
            case FrontLine():
                yield front.front_line(block, look)
            case Summary():
                yield front.summary(block, look)
            case Contents():
                yield front.contents(block, pages, look)
            case Abbreviations():
                yield front.abbreviations(block, look)
            case Heading():
                in_contents = block.level <= IN_CONTENTS and bool(block.title or block.number)
                index = entry if in_contents else None
                yield front.heading(block, look, marks, _mark(report, block), index, first=first)
                entry += in_contents
                first = False
            case Accomplishment():
                yield front.accomplishment(block, look, marks, section_mark(report.section(block.id)))
            case Table():
                yield results(block, marks, rtl=look.rtl)
            case Masthead():
                pass  # stands in the head of page 1
    yield f"{section(look)}</w:body></w:document>"


def _mark(report: Report, block: Heading) -> str:
    """The bookmark of a heading; the section title is the report's own and needs none."""
    return "" if block.level == 1 else section_mark(report.section(block.id))
