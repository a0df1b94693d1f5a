"""Word export: the composed blocks as a .docx in the layout of a General Assembly document."""

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.collector import many_values
from rbb_editor.document.aligned import Step
from rbb_editor.document.aligned import blocks as aligned
from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Block,
    Contents,
    FrontLine,
    Heading,
    Summary,
    Table,
)
from rbb_editor.document.compose import compose
from rbb_editor.document.look import Look, look_of
from rbb_editor.domain.entities import Comment, Output, Waiver
from rbb_editor.domain.fingerprint import fingerprint
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.redline import Kind
from rbb_editor.domain.report import Report
from rbb_editor.formats.atomic import writing
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import Unprinted, section_mark, to_json, unprinted
from rbb_editor.formats.docx.render import front
from rbb_editor.formats.docx.render.columns import PRINTED, Columns, with_outcome
from rbb_editor.formats.docx.render.comments import Comments
from rbb_editor.formats.docx.render.frame import section
from rbb_editor.formats.docx.render.package import DECLARATION, late_parts, small_parts, write_package
from rbb_editor.formats.docx.render.pages import reckon
from rbb_editor.formats.docx.render.pen import Marks, Pen, Tracks
from rbb_editor.formats.docx.render.tables import Tables
from rbb_editor.formats.word_options import PLAIN, WordOptions
from rbb_editor.formats.xlsx.words import words_of
from rbb_editor.progress import Progress, part, silent, tracked

IN_CONTENTS = 2
"""Headings of this level and above are in the contents."""


@many_values()
def write(report: Report, path: Path, progress: Progress = silent, options: WordOptions = PLAIN) -> None:
    """Writes the printed form of a report as a Word file, whole or not at all. May run off the GUI thread.

    Raises UserError when the file cannot be written, Cancelled out of `progress`.
    """
    language = resources.language(report.info.language)
    look = look_of(language)
    shown = report.part(options.departments) if options.departments else report
    blocks = compose(shown, language, part(progress, 0.0, 0.1))
    columns = _columns(shown, language, part(progress, 0.1, 0.2)) if options.outcome else PRINTED
    pages, count = reckon(blocks, look, columns, part(progress, 0.2, 0.5))
    notes = shown.notes() if options.comments else []
    said = (*(each for each in notes if isinstance(each, Comment)), *options.findings)
    comments = Comments(said, _places(shown) if said else {}, report.info)
    waivers = tuple(each for each in notes if isinstance(each, Waiver))
    tracks = None
    steps: list[Step[Block]] = [(Kind.EQUAL, block, None) for block in blocks]
    if options.blackline is not None:
        tracks = Tracks(options.blackline.by, options.blackline.signed)
        earlier = options.blackline.earlier
        old = earlier.part(options.departments) if options.departments else earlier
        steps = list(aligned(compose(old, language), blocks))
    pen = Pen(look.rtl, Marks(), comments, tracks)
    parts = small_parts(report.info, steps, look, count, pen, options.watermark)
    places = Places(shown, options.blackline.earlier if options.blackline is not None else shown)
    sign_off = tuple(language.phrases["sign_off"].split("|")) if options.sign_off else ()
    document = _document(places, tracked(steps, part(progress, 0.5, 0.9)), pages, look, pen, columns, sign_off)

    def late() -> dict[str, str | bytes]:
        progress(950, 1000)
        return late_parts(to_json(_unprinted(report, shown, options, comments, waivers)), comments.parts(), parts)

    whole = BytesIO()  # an archive that meets a full disk halfway complains on its own when it is thrown away
    write_package(whole, parts, document, late)
    progress(1000, 1000)  # the last that is heard: what follows is done at once
    with writing(path) as stream:
        stream.write(whole.getbuffer())


def _places(report: Report) -> dict[str, int]:
    """In which order what can bear a comment is printed, by id."""
    ids: list[str] = []
    for entity in report.entities():
        ids.append(entity.id)
        if isinstance(entity, Output):
            ids += [component.id for component in entity.components]
    return {id: place for place, id in enumerate(ids)}


def _columns(report: Report, language: Language, progress: Progress) -> Columns:
    """The columns with that of the outcomes, in the words of the document language."""
    told, reader = words_of(language), Reader(language)
    outputs = tracked(list(report.outputs()), progress)
    figures = (figure for output in outputs for figure in reader.figures(output))
    return with_outcome(told["outcome"], {figure.component_id: told[figure.outcome] for figure in figures})


def _unprinted(
    report: Report, shown: Report, options: WordOptions, comments: Comments, waivers: tuple[Waiver, ...]
) -> Unprinted:
    """The facts for our own part: of what is shown, but sent from the whole report."""
    facts = unprinted(shown)
    findings = {each.id for each in options.findings}
    told = comments.facts()
    return replace(
        facts,
        sent=fingerprint(report) if shown is not report else facts.sent,
        departments=tuple(sorted(options.departments)),
        comments={**facts.comments, **{key: each for key, each in told.items() if each.id not in findings}},
        findings=frozenset(key for key, each in told.items() if each.id in findings),
        waivers=waivers,
    )


class Places:
    """Names the bookmarks of headings, of those that went as well."""

    def __init__(self, report: Report, earlier: Report) -> None:
        self._report, self._earlier = report, earlier

    @cached_property
    def _components(self) -> frozenset[str]:
        return frozenset(component.id for output in self._report.outputs() for component in output.components)

    def __contains__(self, id: object) -> bool:
        """Whether an id stands in the report as it is now."""
        return id in self._report or id in self._components

    def mark(self, id: str, level: int, *, gone: bool) -> str:
        """The bookmark of a section; "" for the report's own title and where it has one elsewhere."""
        if level == 1 or (gone and id in self._report):
            return ""
        return section_mark((self._earlier if gone else self._report).section(id))


def _document(
    places: Places,
    steps: Iterator[Step[Block]],
    pages: dict[str, int],
    look: Look,
    pen: Pen,
    columns: Columns,
    sign_off: tuple[str, ...],
) -> Iterator[str | bytes]:
    """word/document.xml piece by piece; the tables, nearly all of it, as bytes already."""
    entry, first, tables = 0, True, Tables(pen, columns, places)
    yield f"{DECLARATION}<w:document {names.NAMESPACES}><w:body>"
    for kind, block, was in steps:
        gone = kind is Kind.DELETED
        match block:
            case FrontLine():
                yield front.front_line(block, pen, _same(was, FrontLine), kind)
            case Summary():
                yield front.summary(block, pen, _same(was, Summary), kind)
            case Contents() if not gone:
                yield front.contents(block, pages, look)
            case Abbreviations():
                yield front.abbreviations(block, pen, _same(was, Abbreviations), kind)
            case Heading():
                in_contents = block.level <= IN_CONTENTS and bool(block.title or block.number) and not gone
                index = entry if in_contents else None
                name = places.mark(block.id, block.level, gone=gone)
                yield front.heading(block, pen, name, index, first=first, before=_same(was, Heading), kind=kind)
                entry += in_contents
                first = False
            case Accomplishment():
                name = places.mark(block.id, 4, gone=gone)
                yield front.accomplishment(block, look, pen, name, _same(was, Accomplishment), kind)
            case Table():
                yield tables.results(block, _same(was, Table), kind)
            case _:
                pass  # the masthead stands in the head of page 1
    if sign_off:
        yield front.sign_off(sign_off, look)
    if left := pen.comments.rest():
        yield f"<w:p>{left}</w:p>"
    yield f"{section(look)}</w:body></w:document>"


Kept = TypeVar("Kept")


def _same(block: Block | None, kind: type[Kept]) -> Kept | None:
    return block if isinstance(block, kind) else None
