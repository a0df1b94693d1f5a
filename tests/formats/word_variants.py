"""The same report as other people and programs would have set it in Word: each function rewrites a document."""

from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

from tests.formats.word_files import SPACES, W, join_rows, merge_vertically

Element = etree._Element
Variant = Callable[[Element], None]
WHO = 'w:id="90" w:author="Reviewer" w:date="2026-01-05T09:00:00Z"'


def q(name: str) -> str:
    return f"{{{W}}}{name}"


def made(xml: str) -> Element:
    """The one element that a piece of XML is."""
    return etree.fromstring(f"<x {SPACES}>{xml}</x>")[0]


def tables(root: Element) -> Iterator[Element]:
    """The tables of outputs: those of three columns."""
    for table in list(root.iter(q("tbl"))):
        rows = table.findall(q("tr"))
        if rows and len(rows[0].findall(q("tc"))) == 3:
            yield table


def words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(q("t")))


def replaced(element: Element, *new: Element) -> None:
    """Puts others in the place of an element."""
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    parent.remove(element)
    for offset, each in enumerate(new):
        parent.insert(at + offset, each)


def wrapped(element: Element, before: str, inner: str, after: str) -> None:
    """Puts an element into wrappers, the innermost of the tag `inner`."""
    shell = made(before + after)
    replaced(element, shell)
    next(shell.iter(q(inner))).append(element)


def as_it_is(root: Element) -> None:
    """Further figures stand in rows with an empty first cell."""


def plain_bold(root: Element) -> None:
    """No heading styles: bold paragraphs."""
    for style in list(root.iter(q("pStyle"))):
        paragraph = style.getparent()
        assert paragraph is not None
        if "eading" in style.get(q("val"), ""):
            for run in paragraph.getparent().iter(q("r")):  # type: ignore[union-attr]
                run.insert(0, made("<w:rPr><w:b/></w:rPr>"))
        paragraph.remove(style)
    for outline in list(root.iter(q("outlineLvl"))):
        outline.getparent().remove(outline)  # type: ignore[union-attr]


def heads_lost(root: Element) -> None:
    """Only the first table has a head row."""
    for number, table in enumerate(tables(root)):
        if number:
            table.remove(table.findall(q("tr"))[0])


def heads_repeated(root: Element) -> None:
    """The head row typed again every seven rows, as after page breaks; nothing is marked as a repeated head."""
    for mark in list(root.iter(q("tblHeader"))):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    for table in tables(root):
        rows = table.findall(q("tr"))
        for number, row in enumerate(rows[1:]):
            if number and number % 7 == 0 and words(row.findall(q("tc"))[0]):
                row.addprevious(deepcopy(rows[0]))


def head_over_two_rows(root: Element) -> None:
    """What may stand in the second column is said in a row of its own."""
    for table in tables(root):
        head = table.findall(q("tr"))[0]
        second = deepcopy(head)
        for text in head.findall(q("tc"))[1].iter(q("t")):
            text.text = (text.text or "").split("(")[0].split("（")[0].strip()
        for column, cell in enumerate(second.findall(q("tc"))):
            for text in cell.iter(q("t")):
                rest = (text.text or "").replace("（", "(").partition("(")[2]
                text.text = f"({rest}" if column == 1 and rest else ""
        head.addnext(second)


def in_block_controls(root: Element) -> None:
    """Tables, rows and cells in content controls."""
    for table in list(tables(root)):
        rows = table.findall(q("tr"))
        for row in rows[1::2]:
            wrapped(row, "<w:sdt><w:sdtPr/><w:sdtContent>", "sdtContent", "</w:sdtContent></w:sdt>")
        for row in rows[2::4]:
            cell = row.findall(q("tc"))[2]
            wrapped(cell, "<w:sdt><w:sdtPr/><w:sdtContent>", "sdtContent", "</w:sdtContent></w:sdt>")
        wrapped(table, "<w:sdt><w:sdtPr/><w:sdtContent>", "sdtContent", "</w:sdtContent></w:sdt>")


def in_inline_controls(root: Element) -> None:
    """The words of each cell in a content control, a hyperlink or a field by turns."""
    shells = (
        ("<w:sdt><w:sdtPr/><w:sdtContent>", "sdtContent", "</w:sdtContent></w:sdt>"),
        ("<w:hyperlink w:anchor='x'>", "hyperlink", "</w:hyperlink>"),
        ("<w:fldSimple w:instr=' REF x '>", "fldSimple", "</w:fldSimple>"),
    )
    for number, run in enumerate([run for table in tables(root) for run in table.iter(q("r"))]):
        wrapped(run, *shells[number % 3])


def in_complex_fields(root: Element) -> None:
    """Each text the result of a field whose code is words as well."""
    begin = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    for run in [run for table in tables(root) for run in table.iter(q("r"))]:
        code = made("<w:r><w:instrText> MERGEFIELD planned 12 </w:instrText></w:r>")
        parts = (made(begin.format("begin")), code, made(begin.format("separate")), deepcopy(run))
        replaced(run, *parts, made(begin.format("end")))


def all_inserted(root: Element) -> None:
    """Every word of the tables is a tracked insertion, beside a deletion that must not be read."""
    for run in [run for table in tables(root) for run in table.iter(q("r"))]:
        gone = made(f"<w:del {WHO}><w:r><w:delText>12 deleted words</w:delText></w:r></w:del>")
        shell = made(f"<w:ins {WHO}/>")
        replaced(run, gone, shell)
        shell.append(run)


def rows_deleted(root: Element) -> None:
    """Rows that were deleted with tracking stand among the others."""
    for table in tables(root):
        for row in table.findall(q("tr"))[1::3]:
            gone = deepcopy(row)
            look = gone.find(q("trPr"))
            if look is None:
                look = made("<w:trPr/>")
                gone.insert(0, look)
            look.append(made(f"<w:del {WHO}/>"))
            row.addnext(gone) if words(row.findall(q("tc"))[0]) else row.addprevious(gone)


def cut_into_runs(root: Element) -> None:
    """Every text in runs of three characters with proofing marks between, as editing leaves it."""
    for run in [run for table in tables(root) for run in table.iter(q("r"))]:
        text = words(run)
        pieces = [deepcopy(run) for _ in range(0, len(text), 3)]
        for number, piece in enumerate(pieces):
            shown = piece.find(q("t"))
            assert shown is not None
            shown.text = text[3 * number : 3 * number + 3]
            shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            piece.append(made("<w:lastRenderedPageBreak/>"))
        if pieces:
            replaced(run, *(each for piece in pieces for each in (made('<w:proofErr w:type="spellStart"/>'), piece)))


def with_number_column(root: Element) -> None:
    """A first column with running numbers and a last one with a status."""
    for table in tables(root):
        for number, row in enumerate(table.findall(q("tr"))):
            cells = row.findall(q("tc"))
            has_text = bool(words(cells[0]))
            first = (
                f"<w:tc><w:p><w:r><w:t>{'No.' if not number else number if has_text else ''}</w:t></w:r></w:p></w:tc>"
            )
            last = f"<w:tc><w:p><w:r><w:t>{'Status' if not number else ''}</w:t></w:r></w:p></w:tc>"
            cells[0].addprevious(made(first))
            cells[-1].addnext(made(last))


def columns_in_another_order(root: Element) -> None:
    """Remarks stand before the figure."""
    for table in tables(root):
        for row in table.findall(q("tr")):
            cells = row.findall(q("tc"))
            cells[0].addnext(cells[2])


def two_tables_each(root: Element) -> None:
    """The rows of an accomplishment in two tables, the second with a head of its own, in a section of its own."""
    for table in list(tables(root)):
        rows = table.findall(q("tr"))
        starts = [at for at, row in enumerate(rows) if at > 1 and words(row.findall(q("tc"))[0])]
        if starts:
            second = deepcopy(table)
            cut = starts[len(starts) // 2]
            for row in rows[cut:]:
                table.remove(row)
            for row in second.findall(q("tr"))[1:cut]:
                second.remove(row)
            table.addnext(second)
            section = '<w:p><w:pPr><w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr></w:pPr></w:p>'
            table.addnext(made(section))


def accomplishments_in_the_table(root: Element) -> None:
    """Each accomplishment is a row over the full width of its table."""
    for table in tables(root):
        above = table.getprevious()
        while above is not None and not words(above):
            above = above.getprevious()
        if above is None or above.tag != q("p"):
            continue
        row = made('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tc></w:tr>')
        row[0].append(above)
        table.findall(q("tr"))[0].addprevious(row)


def all_in_one_table(root: Element) -> None:
    """The whole report is one table: every heading a row over its full width."""
    body = root.find(q("body"))
    assert body is not None
    found = list(tables(root))
    whole = found[0]
    at = list(body).index(whole)
    while (
        at > 0
        and body[at - 1].tag == q("p")
        and words(body[at - 1])
        and len(words(body[at - 1])) < 400
        and is_heading(body[at - 1])
    ):
        at -= 1
    items = list(body)[at : list(body).index(found[-1]) + 1]
    one = made("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>")
    items[0].addprevious(one)
    for item in items:
        if item.tag == q("tbl"):
            one.extend(item.findall(q("tr")))
            body.remove(item)
        elif item.tag == q("p") and words(item):
            row = made('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tc></w:tr>')
            row[0].append(item)
            one.append(row)


def is_heading(paragraph: Element) -> bool:
    style = paragraph.find(f"{q('pPr')}/{q('pStyle')}")
    return style is not None and "eading" in style.get(q("val"), "")


def with_breaks(root: Element) -> None:
    """Further figures of an output as lines of one paragraph, parted by line breaks."""
    join_rows(root)
    for table in tables(root):
        for cell in table.iter(q("tc")):
            first, *others = cell.findall(q("p"))
            for paragraph in others:
                first.append(made("<w:r><w:br/></w:r>"))
                for run in paragraph.findall(q("r")):
                    first.append(run)
                cell.remove(paragraph)


def with_spaces(root: Element) -> None:
    """The figures of an output in one line, their remarks in one paragraph each."""
    join_rows(root)
    for table in tables(root):
        for row in table.findall(q("tr")):
            first, *others = row.findall(q("tc"))[1].findall(q("p"))
            for paragraph in others:
                first.append(made('<w:r><w:t xml:space="preserve"> </w:t></w:r>'))
                for run in paragraph.findall(q("r")):
                    first.append(run)
                paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]


def in_nested_tables(root: Element) -> None:
    """The remarks in a table inside their cell."""
    for table in list(tables(root)):
        for row in table.findall(q("tr"))[1:]:
            cell = row.findall(q("tc"))[2]
            paragraphs = cell.findall(q("p"))
            inner = made("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc/></w:tr></w:tbl>")
            for paragraph in paragraphs:
                next(inner.iter(q("tc"))).append(paragraph)
            cell.append(inner)
            cell.append(made("<w:p/>"))


def cut_by_pages(root: Element) -> None:
    """As converters from PDF write it: a remark cut in two, its rest in a row of its own below a repeated head."""
    for table in tables(root):
        rows = table.findall(q("tr"))
        for number, row in enumerate(rows[1:]):
            cells = row.findall(q("tc"))
            text = words(cells[2])
            cut = text.rfind(" ", 0, len(text) // 2) if " " in text else len(text) // 2
            paragraphs = cells[2].findall(q("p"))
            if number % 6 != 3 or cut < 20 or len(paragraphs) > 1 or text[cut - 1] in ".。;；":
                continue
            rest = deepcopy(row)
            for cell, kept in zip(rest.findall(q("tc")), ("", "", text[cut:].strip()), strict=True):
                shown = list(cell.iter(q("t")))
                for each in shown:
                    each.text = ""
                if shown and kept:
                    shown[0].text = kept
            shown = list(cells[2].iter(q("t")))
            shown[0].text = text[:cut].strip()
            for each in shown[1:]:
                each.text = ""
            row.addnext(rest)
            row.addnext(deepcopy(rows[0]))


def in_text_boxes(root: Element) -> None:
    """Headings in text boxes, each written twice as Word does, for itself and for older versions."""
    for paragraph in [each for each in root.iter(q("p")) if is_heading(each)]:
        box = "<w:txbxContent/>"
        holder = made(
            f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
            f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
            "</w:r></w:p>"
        )
        copy = deepcopy(paragraph)
        replaced(paragraph, holder)
        for each, content in zip(holder.iter(q("txbxContent")), (paragraph, copy), strict=True):
            each.append(content)


EXACT: tuple[Variant, ...] = (
    as_it_is, merge_vertically, plain_bold, heads_lost, heads_repeated, head_over_two_rows, in_block_controls,
    in_inline_controls, in_complex_fields, all_inserted, rows_deleted, cut_into_runs, with_number_column,
    columns_in_another_order, two_tables_each, accomplishments_in_the_table, all_in_one_table, in_nested_tables,
    in_text_boxes,
)  # fmt: skip
"""Nothing is lost in these: they must be read whole."""
ROUGH: tuple[Variant, ...] = (join_rows, with_breaks, with_spaces, cut_by_pages)
"""In these something must be guessed."""
