"""The body of a Word file as paragraphs and table rows in their order, with all that the file says about them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rbb_editor.formats.docx.read.numbering import Numbering
from rbb_editor.formats.docx.read.package import Package
from rbb_editor.formats.docx.read.styles import NO_LEVEL, Styles
from rbb_editor.formats.docx.read.words import Collector, Words
from rbb_editor.formats.docx.read.xml import OFF, VAL, Element, is_on, number, q, whole

PARAGRAPH, TABLE, ROW, CELL, SECTION = q("p"), q("tbl"), q("tr"), q("tc"), q("sectPr")
DELETED = (q("del"), q("moveFrom"))
OUTSIDE = (*DELETED, SECTION)
ENDS = tuple(map(q, ("body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")))
"""Where a paragraph ends even if its mark is deleted."""
LOOK, STYLE, OUTLINE, LIST, RUN_LOOK = q("pPr"), q("pStyle"), q("outlineLvl"), q("numPr"), q("rPr")
SPAN, MERGE, CELL_DELETED = q("gridSpan"), q("vMerge"), q("cellDel")
DEEPEST = 20
"""Tables within tables deeper than this are not followed: no writer makes them, and each costs a level of the stack."""


@dataclass(slots=True)
class Line:
    """A paragraph. `outline`: 0 is the highest level, None for body text; `number`: made by Word ("A.");

    `notes`: (kind, id, typed mark).
    """

    text: str
    style: str
    outline: int | None = None
    bold: bool = False
    number: str = ""
    marks: tuple[str, ...] = ()
    notes: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class Box:
    """A table cell: its paragraphs, and the rows of tables inside it."""

    lines: list[Line] = field(default_factory=list)
    continues: bool = False
    span: int = 1
    inner: list["Strip"] = field(default_factory=list)


@dataclass(slots=True)
class Strip:
    """A table row. `table`, `row`: from 1; `is_head`: repeated on every page."""

    boxes: list[Box]
    table: int
    row: int
    is_head: bool | None


Item = Line | Strip


@dataclass(slots=True)
class Look:
    """What a paragraph's properties say. `list`: its place in a list, as it stands in the file."""

    style: str | None = None
    outline: int | None = None
    list: Element | None = None
    mark_is_deleted: bool = False


class Body:
    """Reads the parts of one document; `items` once."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package.styles)
        self.numbering = Numbering.of(package.numbering)
        self.collector = Collector()
        self.rows = 0
        self._tables = 0
        self._open: list[Words] = []  # paragraphs whose end mark is deleted: the next one continues them

    def items(self) -> Iterator[Item]:
        """All paragraphs and rows of the body, empty ones included."""
        return self._blocks(self.package.body, 0)

    def lines(self, part: Element) -> list[Line]:
        """All paragraphs of a head, a foot or a note, those in tables too."""
        found: list[Line] = []
        for item in self._blocks(part, 0):
            if isinstance(item, Line):
                found.append(item)
            else:
                found.extend(_lines_in(item))
        return found

    def _blocks(self, parent: Element, depth: int) -> Iterator[Item]:
        for child in parent:
            tag = child.tag
            if tag == PARAGRAPH:
                yield from self._paragraph(child, depth)
            elif tag == TABLE:
                if depth < DEEPEST:
                    yield from self._table(child, depth + 1)
            elif tag not in OUTSIDE:
                yield from self._blocks(child, depth)  # content controls, insertions, custom XML
        if self._open and parent.tag in ENDS:
            yield from self._written(Words(), Look(), depth)

    def _paragraph(self, element: Element, depth: int) -> Iterator[Item]:
        look = _look(element.find(LOOK))
        words = self.collector.collect(element, bold=self.styles.of(look.style).bold)
        if look.mark_is_deleted:
            self._open.append(words)
        else:
            yield from self._written(words, look, depth)

    def _written(self, words: Words, look: Look, depth: int) -> Iterator[Item]:
        """A paragraph with those before it that it continues, and then its text boxes."""
        for earlier in reversed(self._open):
            words.join_to(earlier)
        self._open.clear()
        style = self.styles.of(look.style)
        outline = style.outline if look.outline is None else look.outline
        text = words.text
        yield Line(
            text,
            style.name,
            outline if outline is not None and outline < NO_LEVEL else None,
            words.bold > 0 and words.plain == 0,
            self._number(look.list, style.list) if text.strip() else "",
            tuple(words.marks),
            tuple(words.notes),
        )
        for box in words.boxes:
            if depth < DEEPEST:
                yield from self._blocks(box, depth + 1)

    def _number(self, own: Element | None, of_style: tuple[str, int] | None) -> str:
        if own is None:
            return self.numbering.next(*of_style) if of_style is not None else ""
        id = own.find(q("numId"))
        name = id.get(VAL, "0") if id is not None else (of_style or ("0", 0))[0]
        return self.numbering.next(name, number(own, "ilvl") or 0) if name != "0" else ""

    def _table(self, table: Element, depth: int) -> Iterator[Item]:
        self._tables += 1
        own = self._tables
        rows = list(_found(table, ROW))
        cells = [list(_found(row, CELL)) for row in rows]
        marked = any(is_on(row.find(q("trPr")), "tblHeader") for row in rows)
        if len(rows) == 1 and len(cells[0]) == 1:  # a frame around text, not a table
            yield from self._blocks(cells[0][0], depth)
            return
        for position, (row, tcs) in enumerate(zip(rows, cells, strict=True), start=1):
            look = row.find(q("trPr"))
            if look is not None and look.find(q("del")) is not None:
                self.collector.counts.deletions += 1
                continue
            self.rows += 1
            boxes = [self._box(tc, depth) for tc in tcs]
            before = number(look, "gridBefore")
            if before:
                boxes.insert(0, Box(span=before))
            is_head = bool(is_on(look, "tblHeader")) if marked else None
            strip = Strip(_merged(boxes, tcs if not before else []), own, position, is_head)
            inner = list(_inner_rows(strip))
            yield strip
            yield from inner

    def _box(self, cell: Element, depth: int) -> Box:
        look = cell.find(q("tcPr"))
        box = Box()
        for child in look if look is not None else ():
            if child.tag == SPAN:
                box.span = max(1, whole(child.get(VAL)) or 1)
            elif child.tag == MERGE:
                box.continues = child.get(VAL, "continue") != "restart"
            elif child.tag == CELL_DELETED:
                return box
        for item in self._blocks(cell, depth):
            if isinstance(item, Line):
                box.lines.append(item)
            else:
                box.inner.append(item)
        return box


def _found(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also inside content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (TABLE, PARAGRAPH, ROW, CELL, *DELETED):
            yield from _found(child, tag)


def _look(properties: Element | None) -> Look:
    look = Look()
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == STYLE:
            look.style = child.get(VAL)
        elif tag == OUTLINE:
            look.outline = whole(child.get(VAL))
        elif tag == LIST:
            look.list = child
        elif tag == RUN_LOOK:
            look.mark_is_deleted = any(child.find(deleted) is not None for deleted in DELETED)
    return look


def _merged(boxes: list[Box], cells: list[Element]) -> list[Box]:
    """Cells merged sideways in the old way (hMerge) as one with a span."""
    made: list[Box] = []
    for box, cell in zip(boxes, cells, strict=False):
        merge = cell.find(f"{q('tcPr')}/{q('hMerge')}")
        if made and merge is not None and merge.get(VAL, "continue") not in ("restart", *OFF):
            made[-1].span += box.span
            made[-1].lines += box.lines
        else:
            made.append(box)
    return made if cells else boxes


def _lines_in(strip: Strip) -> Iterator[Line]:
    for box in strip.boxes:
        yield from box.lines
        for inner in box.inner:
            yield from _lines_in(inner)


def _inner_rows(strip: Strip) -> Iterator[Strip]:
    """The rows of tables inside a row. A narrow one is text of its cell; a real one follows the row as a table."""
    for box in strip.boxes:
        real = [inner for inner in box.inner if len(inner.boxes) > 1]
        if real and any(len(inner.boxes) > 2 for inner in real):
            for inner in box.inner:
                yield inner
                yield from _inner_rows(inner)
        else:
            for inner in box.inner:
                box.lines.extend(_lines_in(inner))
        box.inner = []
