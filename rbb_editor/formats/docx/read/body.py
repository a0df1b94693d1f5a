"""The body of a Word file as paragraphs and table rows in their order, with all that the file says about them."""

from collections.abc import Iterator

from msgspec import Struct

from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.read.inner_tables import figures_inside, inner_rows
from rbb_editor.formats.docx.read.items import Box, Item, Line, Strip, lines_in
from rbb_editor.formats.docx.read.numbering import Numbering
from rbb_editor.formats.docx.read.package import Package
from rbb_editor.formats.docx.read.styles import NO_LEVEL, Style, Styles
from rbb_editor.formats.docx.read.tracked import Tracked
from rbb_editor.formats.docx.read.words import RANGE_END, RANGE_START, TRACKED, Collector, View, Words, added
from rbb_editor.formats.docx.read.xml import OFF, VAL, Element, first, is_on, number, q, whole
from rbb_editor.formats.revisions import Action, Extent

PARAGRAPH, TABLE, ROW, CELL, SECTION = q("p"), q("tbl"), q("tr"), q("tc"), q("sectPr")
RANGES = (RANGE_START, RANGE_END)
ENDS = frozenset(map(q, ("body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")))
"""Where a paragraph ends even if its mark is deleted."""
LOOK, STYLE, OUTLINE, LIST, RUN_LOOK = q("pPr"), q("pStyle"), q("outlineLvl"), q("numPr"), q("rPr")
ROW_LOOK, CELL_LOOK = q("trPr"), q("tcPr")
SPAN, MERGE, OLD_MERGE = q("gridSpan"), q("vMerge"), q("hMerge")
CELL_TRACKED = {q("cellIns"): Action.INSERTED, q("cellDel"): Action.DELETED}
DEEPEST = 20
"""Tables within tables deeper than this are not followed: no writer makes them, and each costs a level of the stack."""
DEEPEST_WRAPPER = 100
"""So are content controls and the like within one another."""


class Look(Struct):
    """What a paragraph's properties say. `list`: its place in a list, as it stands in the file."""

    style: str | None = None
    outline: int | None = None
    list: Element | None = None
    end: Element | None = None
    """What was done to the paragraph's end: a tracked insertion or deletion."""


PLAIN = Look()


class Body:
    """Reads the parts of one document in one `view` of its tracked changes; `items` once."""

    def __init__(self, package: Package, view: View = View.ACCEPTED) -> None:
        self.package = package
        self.view = view
        self.styles = Styles(package.styles)
        self.numbering = Numbering.of(package.numbering)
        ours = package.own is not None  # LibreOffice writes the character U+00AD as an optional hyphen
        self.collector = Collector(view, "\u00ad" if ours else "", made_spaces=names.NO_BREAK_SPACE[0] in self.styles)
        self.collector.counts.unread = package.unread
        self.rows = 0
        self.gone: list[Strip] = []
        """Rows that this view leaves out, with the words that they held."""
        self._notes: dict[str, dict[str, Element]] = {}
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
                found.extend(lines_in(item))
        return found

    def note(self, kind: str, id: str) -> Element | None:
        """The footnote or endnote of an id."""
        if kind not in self._notes:
            part = self.package.footnotes if kind == "footnote" else self.package.endnotes
            found = part.findall(q(kind)) if part is not None else []
            self._notes[kind] = {each.get(q("id"), ""): each for each in reversed(found)}
        return self._notes[kind].get(id)

    def _blocks(self, parent: Element, depth: int, wrappers: int = 0) -> Iterator[Item]:
        for child in parent:
            if child.tag == PARAGRAPH:
                line = self._paragraph(child)
                if line is not None:
                    yield line
                    yield from self._in_boxes(line, depth)
            else:
                yield from self._block(child, depth, wrappers)
        yield from self._rest(parent)

    def _block(self, element: Element, depth: int, wrappers: int) -> Iterator[Item]:
        """What stands in anything but a paragraph: tables, and wrappers such as content controls and insertions."""
        tag = element.tag
        if tag == TABLE:
            if depth < DEEPEST:
                yield from self._table(element, depth + 1)
        elif tag in RANGES:
            self.collector.note_range(element)
        elif tag != SECTION and wrappers < DEEPEST_WRAPPER and self._shows(tag):
            yield from self._blocks(element, depth, wrappers + 1)

    def _shows(self, tag: object) -> bool:
        """Whether what a wrapper holds stands on the page."""
        action = TRACKED.get(tag) if isinstance(tag, str) else None
        return action is None or self.view.shows(action)

    def _in_boxes(self, line: Line, depth: int) -> Iterator[Item]:
        for box in line.boxes:
            if depth < DEEPEST:
                yield from self._blocks(box, depth + 1)

    def _rest(self, parent: Element) -> Iterator[Line]:
        """The paragraph whose end is deleted, where nothing follows that could go on with it."""
        if self._open and parent.tag in ENDS:
            yield self._line(Words(), PLAIN, self.styles.of(None))

    def _paragraph(self, element: Element) -> Line | None:
        """None for one whose end is deleted: the next one goes on with it."""
        properties = first(element, LOOK)
        look = _look(properties) if properties is not None else PLAIN
        style = self.styles.of(look.style)
        words = self.collector.collect(element, bold=style.bold)
        if look.end is not None:
            action = TRACKED[look.end.tag]
            words.tracked = added(words.tracked, Tracked.of(look.end, action, Extent.PARAGRAPH, ""))
            if not self.view.shows(action):
                self._open.append(words)
                return None
        return self._line(words, look, style)

    def _line(self, words: Words, look: Look, style: Style) -> Line:
        """A paragraph with those before it that it continues."""
        if self._open:
            words.join_to(self._open)
            self._open.clear()
        outline = style.outline if look.outline is None else look.outline
        text = words.text
        numbered = (look.list is not None or style.list is not None) and text.strip()
        made_number = self._number(look.list, style.list) if numbered else ""
        return Line(
            text,
            style.name,
            outline if outline is not None and outline < NO_LEVEL else None,
            words.bold > 0 and words.plain == 0,
            made_number,
            words.marks,
            words.notes,
            words.quotes,
            words.tracked,
            words.boxes,
            bool(numbered) and not made_number,
            0 < words.emphasis >= sum(len(part.strip()) for part in words.parts),
        )

    def _number(self, own: Element | None, of_style: tuple[str, int] | None) -> str:
        if own is None:
            return self.numbering.next(*of_style) if of_style is not None else ""
        id = own.find(q("numId"))
        name = id.get(VAL, "0") if id is not None else (of_style or ("0", 0))[0]
        return self.numbering.next(name, number(own, "ilvl") or 0) if name != "0" else ""

    def _table(self, table: Element, depth: int) -> Iterator[Item]:
        self._tables += 1
        own = self._tables
        rows = list(_found(table, ROW, self.view))
        cells = [list(_found(row, CELL, self.view)) for row in rows]
        looks = [first(row, ROW_LOOK) for row in rows]
        heads = [look is not None and bool(is_on(look, "tblHeader")) for look in looks]
        marked = any(heads)
        if len(rows) == 1 and len(cells[0]) == 1:  # a frame around text, not a table
            yield from self._blocks(cells[0][0], depth)
            return
        for position, (look, tcs, is_head) in enumerate(zip(looks, cells, heads, strict=True), start=1):
            strip = Strip([], own, position, is_head if marked else None)
            if look is not None and self._leaves_out(strip, look, tcs, depth):
                continue
            self.rows += 1
            for tc in tcs:
                self._box(tc, strip, depth)
            before = number(look, "gridBefore")
            if before:
                strip.boxes.insert(0, Box(span=before))
            further = figures_inside(strip)
            inner = list(inner_rows(strip))
            yield strip
            yield from further
            yield from inner

    def _leaves_out(self, strip: Strip, look: Element, cells: list[Element], depth: int) -> bool:
        """Whether a row was inserted or deleted with tracking so that this view has none; else notes that it was."""
        for child in look:
            action = TRACKED.get(child.tag)
            if action is None:
                continue
            strip.tracked.append(Tracked.of(child, action, Extent.ROW, ""))
            if self.view.shows(action):
                continue
            if self.view is View.ACCEPTED:  # what it held is read as it was
                was = Body(self.package, View.ORIGINAL)
                for cell in cells:
                    was._box(cell, strip, depth)
                self.gone.append(strip)
            return True
        return False

    def _box(self, cell: Element, strip: Strip, depth: int) -> None:
        """Reads a cell into its row."""
        box = Box()
        for part in cell:
            tag = part.tag
            if tag == PARAGRAPH:
                line = self._paragraph(part)
                if line is not None:
                    box.lines.append(line)
                    if line.boxes:
                        _sort(self._in_boxes(line, depth), box)
            elif tag == CELL_LOOK:
                if not self._cell_look(part, box, strip):
                    strip.boxes.append(box)
                    return
            else:
                _sort(self._block(part, depth, 0), box)
        if self._open:
            box.lines.extend(self._rest(cell))
        if box.joins and strip.boxes:
            strip.boxes[-1].span += box.span
            strip.boxes[-1].lines += box.lines
        else:
            strip.boxes.append(box)

    def _cell_look(self, look: Element, box: Box, strip: Strip) -> bool:
        """Takes over what the properties of a cell say; False where this view leaves its words out."""
        for child in look:
            tag = child.tag
            if tag == SPAN:
                box.span = max(1, whole(child.get(VAL)) or 1)
            elif tag == MERGE:
                box.continues = child.get(VAL, "continue") != "restart"
            elif tag == OLD_MERGE:
                box.joins = child.get(VAL, "continue") not in ("restart", *OFF)
            elif tag in CELL_TRACKED:
                action = CELL_TRACKED[tag]
                strip.tracked.append(Tracked.of(child, action, Extent.CELL, ""))
                if not self.view.shows(action):
                    return False
        return True


def _sort(items: Iterator[Item], box: Box) -> None:
    """Paragraphs and inner rows of a cell."""
    for item in items:
        if isinstance(item, Line):
            box.lines.append(item)
        else:
            box.inner.append(item)


def _found(parent: Element, tag: str, view: View, depth: int = 0) -> Iterator[Element]:
    """Rows of a table or cells of a row, also inside content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in UNWRAPPED and depth < DEEPEST_WRAPPER:
            action = TRACKED.get(child.tag)
            if action is None or view.shows(action):
                yield from _found(child, tag, view, depth + 1)


NO_WRAPPERS = map(q, ("tblPr", "tblGrid", "tblPrEx", "bookmarkStart", "bookmarkEnd"))
UNWRAPPED = frozenset((TABLE, PARAGRAPH, ROW, CELL, ROW_LOOK, *RANGES, *NO_WRAPPERS))
"""What holds no rows or cells of the table it stands in."""


def _look(properties: Element) -> Look:
    look = Look()
    for child in properties:
        tag = child.tag
        if tag == STYLE:
            look.style = child.get(VAL)
        elif tag == OUTLINE:
            look.outline = whole(child.get(VAL))
        elif tag == LIST:
            look.list = child
        elif tag == RUN_LOOK:
            look.end = next((each for each in child if each.tag in TRACKED), None)
    return look
