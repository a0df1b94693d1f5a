"""A report as the blocks of its printed form. Pure; may run off the GUI thread on a snapshot."""

from collections.abc import Iterator

from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Block,
    Contents,
    Entry,
    Front,
    FrontLine,
    Heading,
    Masthead,
    Note,
    Row,
    Summary,
    Table,
)
from rbb_editor.document.numbering import accomplishment_label, department_number, office_number
from rbb_editor.document.spaces import Printed, all_printed, printer, spaced
from rbb_editor.domain.entities import REPORT_ID, Level, Output, Section
from rbb_editor.domain.language import Language
from rbb_editor.domain.report import Report
from rbb_editor.progress import Progress, silent, tracked


def compose(report: Report, language: Language, progress: Progress = silent) -> tuple[Block, ...]:
    """All blocks of the report in printed order, with the spaces as they are printed (see `spaces`).

    Raises Cancelled out of `progress`.
    """
    printed = printer(language)
    blocks = spaced(_blocks(report, language, printed), printed)
    return tuple(tracked(blocks, progress, total=len(report)))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text that is kept as one, a line each; none for the empty text."""
    if "\n" in text:
        return tuple(text.split("\n"))
    return (text,) if text else ()


def _blocks(report: Report, language: Language, printed: Printed) -> Iterator[Block]:
    yield _masthead(report, language)
    yield from _front(report, language)
    info = report.info
    if info.summary:
        yield Summary(language.phrases["summary"], paragraphs(info.summary))
    section = _section_heading(report, language)
    departments = report.sections()
    entries = [Entry(section.id, 1, section.number, section.title)] if section.title or section.number else []
    entries += [Entry(each.id, 2, department_number(each.number, language), each.title) for each in departments]
    if entries:
        yield Contents(language.phrases["contents"], language.phrases["page"], tuple(entries))
    if info.abbreviations:
        lines = tuple((each.short, each.long) for each in info.abbreviations)
        yield Abbreviations(language.phrases["abbreviations"], lines)
    if section.title or section.number or section.notes:
        yield section
    for department in departments:
        yield from _below(report, department, language, printed)


def _masthead(report: Report, language: Language) -> Masthead:
    lead, slash, rest = report.info.symbol.partition("/")
    original = language.phrases["original"].split("\n")  # a translation names its own language first
    lines = (language.phrases["distribution"], "", *([""] if len(original) == 1 else []), *original)
    phrases = language.phrases
    return Masthead(phrases["united_nations"], phrases["organ"], lead, slash + rest, lines, phrases["recycle"])


def _front(report: Report, language: Language) -> Iterator[FrontLine]:
    info = report.info
    item = language.phrases["agenda_item"].format(number=info.agenda_item) if info.agenda_item else ""
    is_addendum = not info.symbol or "/Add." in info.symbol
    lines = (
        FrontLine(Front.SESSION, info.session),
        FrontLine(Front.AGENDA_ITEM, item),
        FrontLine(Front.AGENDA_TITLE, info.agenda_title),
        FrontLine(Front.TITLE, info.title),
        FrontLine(Front.AUTHOR, info.author),
        FrontLine(Front.ADDENDUM, language.phrases["addendum"] if is_addendum else ""),
    )
    yield from (line for line in lines if line.text)


def _section_heading(report: Report, language: Language) -> Heading:
    info = report.info
    notes = tuple(Note(note.mark, note.text) for note in info.notes)
    return Heading(REPORT_ID, 1, department_number(info.section_number, language), info.section_title, notes)


def _below(report: Report, section: Section, language: Language, printed: Printed) -> Iterator[Block]:
    """A section's own heading and all that is printed under it."""
    if section.level is Level.ACCOMPLISHMENT:
        yield Accomplishment(section.id, accomplishment_label(section.number, language), section.title)
        yield _table(report, section, language, printed)
        return
    if section.level is Level.DEPARTMENT:
        yield Heading(section.id, 2, department_number(section.number, language), section.title)
    else:
        yield Heading(section.id, 3, office_number(section.number, language), section.title)
    for child in report.sections(section.id):
        yield from _below(report, child, language, printed)


def _table(report: Report, section: Section, language: Language, printed: Printed) -> Table:
    phrases = language.phrases
    head = (phrases["planned_outputs"], phrases["completed"], phrases["remarks"])
    outputs = [node for node in report.children(section.id) if isinstance(node, Output)]
    texts: list[str] = []
    for output in outputs:
        texts.append(output.planned_text)
        for component in output.components:
            texts += (component.completed, component.remarks, component.explanation)
    words = iter(all_printed(texts, printed))
    rows: list[Row] = []
    for output in outputs:
        planned: str | None = next(words)
        last = len(output.components)
        for number, component in enumerate(output.components, start=1):
            completed, remarks, explanation = next(words), paragraphs(next(words)), paragraphs(next(words))
            rows.append(Row(output.id, component.id, planned, completed, remarks, explanation, number == last))
            planned = None
    return Table(section.id, head, tuple(rows))
