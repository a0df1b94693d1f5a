"""The words of a paragraph as they stand on the page: changes accepted, fields by their results, nothing hidden."""

from dataclasses import dataclass, field

from rbb_editor.formats.docx.read.xml import Element, is_on, q

COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PRIVATE, PRIVATE_END = 0xF000, 0xF0FF
SYMBOLS = {0xB7: "•", 0x2D: "−", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xA7: "▪"}
"""Characters of the fonts Symbol and Wingdings that stand in the private area of Unicode."""

TEXT, TAB, RUN = q("t"), q("tab"), q("r")
SKIPPED = frozenset(
    q(name)
    for name in ("pPr", "rPr", "delText", "instrText", "delInstrText", "del", "moveFrom", "annotationRef",
                 "commentReference", "sdtPr", "sdtEndPr", "proofErr", "rt", "rubyPr", "lastRenderedPageBreak",
                 "softHyphen", "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "bookmarkEnd")
)  # fmt: skip
NOTE_REFERENCES = {q("footnoteReference"): "footnote", q("endnoteReference"): "endnote"}
INSERTED, DELETED = {q("ins"), q("moveTo")}, {q("del"), q("moveFrom")}
BREAKS = {q("br"), q("cr")}
BOOKMARK, FIELD, SYMBOL, HYPHEN = q("bookmarkStart"), q("fldChar"), q("sym"), q("noBreakHyphen")
FIELD_KIND, NAME, ID, CHARACTER, BREAK_KIND = q("fldCharType"), q("name"), q("id"), q("char"), q("type")
RUN_LOOK, TEXT_BOX, PLACEHOLDER = q("rPr"), q("txbxContent"), q("showingPlcHdr")
DRAWN = (q("drawing"), q("pict"), q("object"))


@dataclass
class Counts:
    """What a document holds that the user should know was decided."""

    insertions: int = 0
    deletions: int = 0
    hidden: int = 0
    boxes: int = 0


@dataclass
class Words:
    """The content of one paragraph. `notes`: (kind, id, typed mark); `boxes`: the contents of its text boxes."""

    parts: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    bold: int = 0
    plain: int = 0

    @property
    def text(self) -> str:
        """The text; tabs and line breaks are characters of it."""
        return "".join(self.parts)

    def join_to(self, earlier: "Words") -> None:
        """Takes in the paragraph before, whose end was deleted."""
        self.parts[:0] = earlier.parts
        self.marks[:0] = earlier.marks
        self.notes[:0] = earlier.notes
        self.boxes[:0] = earlier.boxes
        self.bold += earlier.bold
        self.plain += earlier.plain


class Collector:
    """Collects the words of the paragraphs of one document; remembers fields that span several of them."""

    def __init__(self) -> None:
        self.counts = Counts()
        self._fields: list[bool] = []  # for each open field whether its result has begun

    def collect(self, paragraph: Element, *, bold: bool = False) -> Words:
        """The words of a paragraph. `bold`: whether its style is bold."""
        words = Words()
        self._walk(paragraph, words, bold)
        while self._fields and not self._fields[-1]:  # a code that never ends would swallow the rest of the text
            self._fields.pop()
        return words

    def _walk(self, parent: Element, words: Words, bold: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, words, bold)
            elif tag in SKIPPED:
                if tag in DELETED and child.find(f".//{q('delText')}") is not None:
                    self.counts.deletions += 1
            elif tag == BOOKMARK:
                words.marks.append(child.get(NAME, ""))
            elif tag == f"{COMPATIBLE}AlternateContent":
                self._walk_chosen(child, words, bold)
            elif isinstance(tag, str):
                if tag in INSERTED:
                    self.counts.insertions += 1
                if tag == q("sdt") and child.find(f"{q('sdtPr')}/{PLACEHOLDER}") is not None:
                    continue  # "Click here to enter text"
                self._walk(child, words, bold)

    def _walk_chosen(self, alternatives: Element, words: Words, bold: bool) -> None:
        """Of several forms of one content, the first."""
        parent = alternatives.getparent()
        walk = self._content if parent is not None and parent.tag == RUN else self._walk
        for name in ("Choice", "Fallback"):
            chosen = alternatives.find(f"{COMPATIBLE}{name}")
            if chosen is not None:
                walk(chosen, words, bold)
                return

    def _run(self, run: Element, words: Words, bold: bool) -> None:
        look = run.find(RUN_LOOK)
        if look is not None:
            if is_on(look, "vanish"):
                self.counts.hidden += any(child.text for child in run.iter(TEXT))
                return
            own = is_on(look, "b")
            bold = bold if own is None else own
        for child in run:
            if child.tag in NOTE_REFERENCES:
                typed = "".join(text.text or "" for text in run.iter(TEXT))
                words.notes.append((NOTE_REFERENCES[child.tag], child.get(ID, ""), typed.strip()))
                return
        self._content(run, words, bold)

    def _content(self, run: Element, words: Words, bold: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == FIELD:
                self._field(child.get(FIELD_KIND))
            elif tag in DRAWN:
                self._drawn(child, words)
            elif tag == f"{COMPATIBLE}AlternateContent":
                self._walk_chosen(child, words, bold)
            elif self._fields and not all(self._fields):
                continue  # the code of a field
            elif tag == TEXT:
                text = child.text or ""
                words.parts.append(text)
                if bold:
                    words.bold += len(text.strip())
                else:
                    words.plain += len(text.strip())
            else:
                words.parts.append(_character(child))
                if tag == q("ruby"):
                    self._walk(child, words, bold)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, drawing: Element, words: Words) -> None:
        found = [box for box in drawing.iter(TEXT_BOX) if next(box.iterancestors(TEXT_BOX), None) is None]
        in_fallback = f"{COMPATIBLE}Fallback"
        boxes = [box for box in found if next(box.iterancestors(in_fallback), None) is None] or found[:1]
        self.counts.boxes += len(boxes)
        words.boxes.extend(boxes)


def _character(element: Element) -> str:
    """What an element other than text puts into a run."""
    tag = element.tag
    if tag in (TAB, q("ptab")):
        return "\t"
    if tag in BREAKS:
        return "\n" if element.get(BREAK_KIND, "textWrapping") == "textWrapping" else ""
    if tag == HYPHEN:
        return "\u2011"
    if tag == SYMBOL:
        try:
            code = int(element.get(CHARACTER, ""), 16)
        except ValueError:
            return ""
        if PRIVATE <= code <= PRIVATE_END:
            code -= PRIVATE
            return SYMBOLS.get(code, chr(code))
        return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""
    return ""
