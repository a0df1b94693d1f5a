"""What stands before the tables: session block, titles, framed summary, contents, abbreviations, headings."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from rbb_editor.document.aligned import lines as aligned_lines
from rbb_editor.document.aligned import notes as aligned_notes
from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Contents,
    Entry,
    Front,
    FrontLine,
    Heading,
    Note,
    Summary,
)
from rbb_editor.document.look import Look
from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.domain.redline import Kind
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.render.comments import on_note, on_number, on_section
from rbb_editor.formats.docx.render.markup import border, cell, field, paragraph, run, table
from rbb_editor.formats.docx.render.pen import Pen

FRONT_STYLES = {
    Front.SESSION: names.SESSION,
    Front.AGENDA_ITEM: names.AGENDA_ITEM,
    Front.AGENDA_TITLE: names.AGENDA_TITLE,
    Front.TITLE: names.TITLE,
    Front.AUTHOR: names.AUTHOR,
    Front.ADDENDUM: names.ADDENDUM,
}
HEADING_STYLES = {1: names.SECTION, 2: names.DEPARTMENT, 3: names.OFFICE}
FULL_WIDTH = (9864,)
ABBREVIATION_COLUMNS = (3267, 6597)
TAB = "<w:r><w:tab/></w:r>"
NEW_PAGE = "<w:pageBreakBefore/>"


def front_line(block: FrontLine, pen: Pen, before: FrontLine | None = None, kind: Kind = Kind.EQUAL) -> str:
    """A line of the session block or the titles. `before`: as it was; `kind`: whether it came or went."""
    # "Addendum" is printed where the symbol says so
    fields = [(REPORT_ID, None, "symbol" if block.kind is Front.ADDENDUM else block.kind.value)]
    words = pen.words(block.text, fields, was=before.text if before is not None else None, kind=kind)
    return paragraph(FRONT_STYLES[block.kind][0], words, pen.end(kind, fields))


def summary(block: Summary, pen: Pen, before: Summary | None = None, kind: Kind = Kind.EQUAL) -> str:
    """The summary in its frame, which comes and goes with it."""
    fields = [(REPORT_ID, None, "summary")]
    owner = fields if kind is not Kind.EQUAL else ()
    content = paragraph(
        names.SUMMARY_HEAD[0], pen.words(block.heading, owner, kind=kind, last=False), pen.end(kind, owner)
    )
    old = before.paragraphs if before is not None else ()
    last = len(block.paragraphs) - 1
    for index, (now, was) in enumerate(zip_longest(block.paragraphs, old)):
        became = kind
        if before is not None:
            became = Kind.DELETED if now is None else Kind.INSERTED if was is None else Kind.EQUAL
        words = pen.words(was if now is None else now, fields, was=was, kind=became, last=index >= last)
        content += paragraph(names.SUMMARY_TEXT[0], words, pen.end(became, fields))
    frame = "".join(border(side, 4) for side in ("top", "left", "bottom", "right"))
    change = pen.change(kind, fields)
    change = f"<w:trPr>{change}</w:trPr>" if change else ""
    row = f"<w:tr>{change}{cell(FULL_WIDTH[0], content, borders=frame)}</w:tr>"
    return table(FULL_WIDTH, row, rtl=pen.rtl) + paragraph("Normal", "", pen.end(kind, fields))


def contents(block: Contents, pages: Mapping[str, int], look: Look) -> str:
    """The contents on a page of its own: a field that Word can update, with the page numbers as reckoned."""
    made = [
        paragraph(names.CONTENTS_HEAD[0], run(block.heading, rtl=look.rtl), NEW_PAGE),
        paragraph(names.PAGE_WORD[0], run(block.page_word, rtl=look.rtl)),
    ]
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        ' TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    last = len(block.entries) - 1
    for index, entry in enumerate(block.entries):
        line = _entry(entry, index, pages, look)
        line = (begin if index == 0 else "") + line + (end if index == last else "")
        made.append(paragraph(f"TOC{entry.level}", line))
    return "".join(made)


def contents_mark(index: int) -> str:
    """The bookmark that the entry of this index leads to, in Word's own manner."""
    return f"_Toc{500_000_000 + index}"


def abbreviations(block: Abbreviations, pen: Pen, before: Abbreviations | None = None, kind: Kind = Kind.EQUAL) -> str:
    """The list of abbreviations: a table without rules."""
    steps: list[tuple[Kind, tuple[str, str], tuple[str, str] | None]]
    if before is None:
        steps = [(kind, line, None) for line in block.lines]
    else:
        steps = list(aligned_lines(before.lines, block.lines))
    rows = "".join(_abbreviation(line, was, became, pen) for became, line, was in steps)
    owner = ((REPORT_ID, None, "abbreviations"),)
    words = pen.words(block.heading, owner, kind=kind)
    heading = paragraph(names.ABBREVIATIONS_HEAD[0], words, pen.end(kind, owner))
    return heading + table(ABBREVIATION_COLUMNS, rows, rtl=pen.rtl) + paragraph("Normal", "", pen.end(kind, owner))


def _abbreviation(line: tuple[str, str], was: tuple[str, str] | None, kind: Kind, pen: Pen) -> str:
    cells = ""
    fields = ((REPORT_ID, line[0], "abbreviations"),)
    before = was or (None, None)
    for width, style, now, old in zip(ABBREVIATION_COLUMNS, (names.SHORT, names.LONG), line, before, strict=True):
        words = pen.words(now, fields, was=old, kind=kind)
        cells += cell(width, paragraph(style[0], words, pen.end(kind, fields)))
    return f"<w:tr><w:trPr><w:cantSplit/>{pen.change(kind, fields)}</w:trPr>{cells}</w:tr>"


def sign_off(words: tuple[str, ...], look: Look) -> str:
    """Places for names, signatures and dates: a line for each of `words` but the last, which stands before the date."""
    *roles, date = words
    line = "<w:r><w:tab/></w:r>"
    made = (f"{run(role, rtl=look.rtl)}{line}{run(f'  {date} ', rtl=look.rtl)}{line}" for role in roles)
    return "".join(paragraph(names.SIGN_OFF[0], each) for each in made)


def heading(
    block: Heading, pen: Pen, name: str, index: int | None, *, first: bool, before: Heading | None, kind: Kind
) -> str:
    """A heading: tab, number, tab, title, notes. `name`: its own bookmark, "" for none; `index`: in the contents.

    `first`: the first of all begins a new page. `before`: as it was; `kind`: whether it came or went.
    """
    old = (before.number, before.title) if before is not None else (None, None)
    fields = (
        on_section(block.id)
        if block.level > 1
        else [(REPORT_ID, None, "section_title"), (REPORT_ID, None, "section_number")]
    )
    title = pen.words(block.title, fields, was=old[1], kind=kind)
    number = pen.words(block.number, on_number(fields), was=old[0], kind=kind)
    content = f"{TAB}{number}{TAB}{title}"
    if index is not None:
        content = pen.marks.around(contents_mark(index), content)
    if name:
        content = pen.marks.around(name, content)
    for position, (became, note, _) in enumerate(notes_of(block, before, kind), start=1):
        content += _reference(position, became, note, pen)
    return paragraph(HEADING_STYLES[block.level][0], content, (NEW_PAGE if first else "") + pen.end(kind, fields))


def _reference(number: int, kind: Kind, note: Note, pen: Pen) -> str:
    """The mark that leads to a note, with what was said of it. `kind`: whether the note came or went."""
    reference = pen.tracked(
        kind,
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:customMarkFollows="1" '
        f'w:id="{number}"/>{_mark_text(note.mark)}</w:r>',
        on_note(note),
    )
    return pen.comments.around(on_note(note), note.mark, lambda _: reference)


def notes_of(block: Heading, before: Heading | None, kind: Kind) -> Iterator[tuple[Kind, Note, Note | None]]:
    """The notes of a heading in their printed order, with those that went, and as they were."""
    if kind is Kind.DELETED:
        return ((kind, note, None) for note in block.notes)
    old = before.notes if before is not None else block.notes if kind is Kind.EQUAL else ()
    return aligned_notes(old, block.notes)


def accomplishment(
    block: Accomplishment, look: Look, pen: Pen, name: str, before: Accomplishment | None, kind: Kind
) -> str:
    """The line above a table: its label bold, the title after it."""
    bold = f'<w:rFonts w:eastAsia="{look.bold_font}"/>' if look.bold_font else "<w:b/><w:bCs/>"
    old = (before.label, before.title) if before is not None else (None, None)
    fields = on_section(block.id)
    number = on_number(fields)
    title = pen.words(block.title, fields, was=old[1], kind=kind)
    label = pen.words(block.label, number, was=old[0], kind=kind, look=bold)
    space = pen.words(" ", number, kind=kind) if block.title and not block.label.endswith("：") else ""
    words = label + space + title
    return paragraph(names.ACCOMPLISHMENT[0], pen.marks.around(name, words) if name else words, pen.end(kind, fields))


def _entry(entry: Entry, index: int, pages: Mapping[str, int], look: Look) -> str:
    anchor = contents_mark(index)
    page = field(f"PAGEREF {anchor} \\h", str(pages.get(entry.id, 1)))
    return (
        f'<w:hyperlink w:anchor="{anchor}" w:history="1">{TAB}{run(entry.number, rtl=look.rtl)}{TAB}'
        f"{run(entry.title, rtl=look.rtl)}{TAB}{page}</w:hyperlink>"
    )


def _mark_text(mark: str) -> str:
    return f'<w:t xml:space="preserve">{mark.replace("&", "&amp;").replace("<", "&lt;")}</w:t>'
