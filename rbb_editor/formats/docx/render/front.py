"""What stands before the tables: session block, titles, framed summary, contents, abbreviations, headings."""

from collections.abc import Mapping

from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Contents,
    Entry,
    Front,
    FrontLine,
    Heading,
    Summary,
)
from rbb_editor.document.look import Look
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.render.markup import border, cell, field, paragraph, run, table
from rbb_editor.formats.docx.render.tables import Marks

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


def front_line(block: FrontLine, look: Look) -> str:
    """A line of the session block or the titles."""
    return paragraph(FRONT_STYLES[block.kind][0], run(block.text, rtl=look.rtl))


def summary(block: Summary, look: Look) -> str:
    """The summary in its frame."""
    content = paragraph(names.SUMMARY_HEAD[0], run(block.heading, rtl=look.rtl))
    content += "".join(paragraph(names.SUMMARY_TEXT[0], run(each, rtl=look.rtl)) for each in block.paragraphs)
    frame = "".join(border(side, 4) for side in ("top", "left", "bottom", "right"))
    return table(FULL_WIDTH, f"<w:tr>{cell(FULL_WIDTH[0], content, borders=frame)}</w:tr>", rtl=look.rtl) + paragraph(
        "Normal", ""
    )


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


def abbreviations(block: Abbreviations, look: Look) -> str:
    """The list of abbreviations: a table without rules."""
    short, long = ABBREVIATION_COLUMNS
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(short, paragraph(names.SHORT[0], run(line[0], rtl=look.rtl)))}"
        f"{cell(long, paragraph(names.LONG[0], run(line[1], rtl=look.rtl)))}</w:tr>"
        for line in block.lines
    )
    heading = paragraph(names.ABBREVIATIONS_HEAD[0], run(block.heading, rtl=look.rtl))
    return heading + table(ABBREVIATION_COLUMNS, rows, rtl=look.rtl) + paragraph("Normal", "")


def heading(block: Heading, look: Look, marks: Marks, name: str, index: int | None, *, first: bool) -> str:
    """A heading: tab, number, tab, title, notes. `name`: its own bookmark, "" for none; `index`: in the contents.

    `first`: the first of all begins a new page.
    """
    title = run(block.title, rtl=look.rtl)
    number = run(block.number, rtl=look.rtl)
    content = f"{TAB}{number}{TAB}{title}"
    if index is not None:
        content = marks.around(contents_mark(index), content)
    if name:
        content = marks.around(name, content)
    for position, note in enumerate(block.notes, start=1):
        content += (
            f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:customMarkFollows="1" '
            f'w:id="{position}"/>{_mark_text(note.mark)}</w:r>'
        )
    return paragraph(HEADING_STYLES[block.level][0], content, NEW_PAGE if first else "")


def accomplishment(block: Accomplishment, look: Look, marks: Marks, name: str) -> str:
    """The line above a table: its label bold, the title after it."""
    bold = f'<w:rFonts w:eastAsia="{look.bold_font}"/>' if look.bold_font else "<w:b/><w:bCs/>"
    label = run(block.label, bold, rtl=look.rtl)
    space = run(" ") if block.title and not block.label.endswith("：") else ""
    return paragraph(names.ACCOMPLISHMENT[0], marks.around(name, label + space + run(block.title, rtl=look.rtl)))


def _entry(entry: Entry, index: int, pages: Mapping[str, int], look: Look) -> str:
    anchor = contents_mark(index)
    page = field(f"PAGEREF {anchor} \\h", str(pages.get(entry.id, 1)))
    return (
        f'<w:hyperlink w:anchor="{anchor}" w:history="1">{TAB}{run(entry.number, rtl=look.rtl)}{TAB}'
        f"{run(entry.title, rtl=look.rtl)}{TAB}{page}</w:hyperlink>"
    )


def _mark_text(mark: str) -> str:
    return f'<w:t xml:space="preserve">{mark.replace("&", "&amp;").replace("<", "&lt;")}</w:t>'
