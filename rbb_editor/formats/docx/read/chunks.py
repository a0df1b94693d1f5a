"""Documents embedded in a Word file (`w:altChunk`): what server programs leave for Word to take in when it opens.

A web page or another Word document becomes paragraphs and tables where it stands; other kinds are counted as not read.
"""

import zipfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from contextlib import closing
from io import BytesIO

from lxml import etree, html

from rbb_editor.formats.docx.names import R
from rbb_editor.formats.docx.read.parts import PIECE, Parts
from rbb_editor.formats.docx.read.xml import VAL, Element, q, whole

CHUNK = q("altChunk")
MOST_BYTES = 8_000_000
MOST_TAGS = 400_000
"""Limits of one embedded document; what is larger is counted as not read."""
MOST_SPAN = 60
DEEPEST = 60
LINES = frozenset(("p", "div", "li", "dt", "dd", "blockquote", "pre", "section", "article", "center"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SKIPPED = frozenset(("script", "style", "head", "title", "template", "noscript"))
BOLD = frozenset(("b", "strong", "th"))


def take_in_chunks(body: Element, targets: Mapping[str, str], parts: Parts) -> int:
    """Puts the content of each embedded document in its place; how many could not be read. `targets`: parts by id."""
    unread = 0
    for chunk in list(body.iter(CHUNK)):
        name = targets.get(chunk.get(f"{{{R}}}id", ""), "")
        made = list(_content(name, parts)) if name in parts.archive.names else []
        parent = chunk.getparent()
        if parent is None:
            continue
        if not made:
            unread += 1
            continue
        at = parent.index(chunk)
        parent[at : at + 1] = made
    return unread


def _content(name: str, parts: Parts) -> Iterator[Element]:
    with closing(parts.archive.pieces(name, PIECE)) as pieces:
        data = bytearray()
        for piece in pieces:
            data += piece
            if len(data) > MOST_BYTES:
                return
    if data.count(b"<") > MOST_TAGS and not data.startswith(b"PK"):
        return
    if data.startswith(b"PK"):
        yield from _document(bytes(data))
    elif name.lower().endswith((".htm", ".html", ".xhtml")) or b"<html" in data[:2000].lower():
        yield from _page(bytes(data))


def _document(data: bytes) -> Iterator[Element]:
    """The paragraphs and tables of a Word document in a Word document, as far as they can be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            info = archive.getinfo("word/document.xml")
            if info.file_size > MOST_BYTES:
                return
            text = archive.read(info)
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text or text.count(b"<") > MOST_TAGS:
            return
        root = etree.fromstring(
            text, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        )
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError):
        return
    body = root.find(q("body"))
    if body is not None:
        yield from (each for each in body if each.tag != q("sectPr"))


def _page(data: bytes) -> Iterator[Element]:
    """The paragraphs and tables of a web page."""
    encoding = None if b"charset" in data[:2000] else "utf-8"
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # whatever the page itself says
        data, encoding = data.decode("utf-16", "replace").encode(), "utf-8"
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding=encoding)
    try:
        root = html.fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    yield from _blocks(root, 0)


def _blocks(parent: Element, depth: int) -> Iterator[Element]:
    """What stands in an element: loose words become a paragraph of their own."""
    loose: list[str] = [_flat(parent.text)]
    for child in parent:
        tag = child.tag
        if tag in SKIPPED or depth > DEEPEST:
            loose.append(_flat(child.tail))
            continue
        is_block = tag in LINES or tag in HEADINGS or tag == "table" or _holds_blocks(child)
        if not is_block:
            loose += ["\n" if tag == "br" else _words(child), _flat(child.tail)]
            continue
        yield from _paragraphs(loose)
        loose = [_flat(child.tail)]
        if tag == "table":
            yield _table(child, depth + 1)
        elif _holds_blocks(child):
            yield from _blocks(child, depth + 1)
        else:
            yield from _paragraphs([_words(child)], HEADINGS.get(tag), bold=_is_bold(child))
    yield from _paragraphs(loose)


def _holds_blocks(element: Element) -> bool:
    return any(each.tag in LINES or each.tag == "table" or each.tag in HEADINGS
               for each in element.iterdescendants())  # fmt: skip


def _is_bold(element: Element) -> bool:
    return element.tag in BOLD or (len(element) == 1 and element[0].tag in BOLD and not (element.text or "").strip())


def _words(element: Element) -> str:
    return "".join(_pieces(element, 0))


def _pieces(element: Element, depth: int) -> Iterator[str]:
    """The words of an element; a line break in the source is a space, one that is meant a line end."""
    yield _flat(element.text)
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag not in SKIPPED and depth < DEEPEST:
            yield from _pieces(child, depth + 1)
        yield _flat(child.tail)


def _flat(text: str | None) -> str:
    """Words as they stand in the source of a page, where a line end is a space."""
    return (text or "").replace("\r", " ").replace("\n", " ")


def _paragraphs(words: list[str], heading: int | None = None, *, bold: bool = False) -> Iterator[Element]:
    """A paragraph of Word for each line that holds words."""
    whole_text = "".join(words)
    for line in whole_text.split("\n") if heading is None else [whole_text]:
        text = " ".join(line.split())
        if not text:
            continue
        made = etree.Element(q("p"))
        if heading is not None:
            etree.SubElement(etree.SubElement(made, q("pPr")), q("outlineLvl")).set(VAL, str(heading - 1))
        run = etree.SubElement(made, q("r"))
        if bold:
            etree.SubElement(etree.SubElement(run, q("rPr")), q("b"))
        etree.SubElement(run, q("t")).text = text
        yield made


def _table(table: Element, depth: int) -> Element:
    """A table of Word; a cell over several rows is merged with those below it."""
    made = etree.Element(q("tbl"))
    below: dict[int, int] = {}
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        line, column = etree.SubElement(made, q("tr")), 0
        for cell in row.iterchildren("td", "th"):
            column = _merged(line, below, column)
            box = etree.SubElement(line, q("tc"))
            look = etree.SubElement(box, q("tcPr"))
            span = min(MOST_SPAN, max(1, whole(cell.get("colspan")) or 1))
            deep = whole(cell.get("rowspan")) or 1
            if span > 1:
                etree.SubElement(look, q("gridSpan")).set(VAL, str(span))
            if deep > 1:
                etree.SubElement(look, q("vMerge")).set(VAL, "restart")
                below[column] = deep - 1
            column += span
            content = list(_blocks(cell, depth))
            box.extend(content or [etree.Element(q("p"))])
        _merged(line, below, column)
    return made


def _merged(line: Element, below: dict[int, int], column: int) -> int:
    """Adds the cells that go on from the rows above at this column; the next free column."""
    while below.get(column, 0) > 0:
        below[column] -= 1
        box = etree.SubElement(line, q("tc"))
        etree.SubElement(etree.SubElement(box, q("tcPr")), q("vMerge"))
        etree.SubElement(box, q("p"))
        column += 1
    return column
