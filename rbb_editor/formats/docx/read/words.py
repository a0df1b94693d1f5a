"""The words of a paragraph as they stand on the page: changes accepted, fields by their results, nothing hidden."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import TypeVar

from msgspec import Struct, field

from rbb_editor.document.spaces import NO_BREAK, read_back
from rbb_editor.formats.docx.names import NO_BREAK_SPACE
from rbb_editor.formats.docx.read.tracked import Tracked
from rbb_editor.formats.docx.read.xml import OFF, VAL, Element, q
from rbb_editor.formats.revisions import Action, Extent

T = TypeVar("T")
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PRIVATE, PRIVATE_END = 0xF000, 0xF0FF
SYMBOLS = {0xB7: "•", 0x2D: "−", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xA7: "▪"}
"""Characters of the fonts Symbol and Wingdings that stand in the private area of Unicode."""

TEXT, TAB, RUN, DELETED_TEXT = q("t"), q("tab"), q("r"), q("delText")
SKIPPED = frozenset(
    q(name)
    for name in ("pPr", "rPr", "instrText", "delInstrText", "annotationRef", "sdtPr", "sdtEndPr", "proofErr", "rt",
                 "rubyPr", "lastRenderedPageBreak", "softHyphen", "footnoteRef", "endnoteRef", "separator",
                 "continuationSeparator", "bookmarkEnd")
)  # fmt: skip
NOTE_REFERENCES = {q("footnoteReference"): "footnote", q("endnoteReference"): "endnote"}
RUN_NOTE = q("footnoteReference")
TRACKED = {
    q("ins"): Action.INSERTED,
    q("del"): Action.DELETED,
    q("moveTo"): Action.MOVED_HERE,
    q("moveFrom"): Action.MOVED_AWAY,
}
GONE = (Action.DELETED, Action.MOVED_AWAY)
RANGE_START, RANGE_END, REFERENCE = q("commentRangeStart"), q("commentRangeEnd"), q("commentReference")
BREAKS = {q("br"), q("cr")}
BOOKMARK, FIELD, SYMBOL, HYPHEN, RUBY = q("bookmarkStart"), q("fldChar"), q("sym"), q("noBreakHyphen"), q("ruby")
SOFT_HYPHEN, RUN_STYLE = q("softHyphen"), q("rStyle")
FIELD_KIND, NAME, ID, CHARACTER, BREAK_KIND = q("fldCharType"), q("name"), q("id"), q("char"), q("type")
RUN_LOOK, TEXT_BOX, PLACEHOLDER, CONTROL = q("rPr"), q("txbxContent"), q("showingPlcHdr"), q("sdt")
CONTROL_LOOK = q("sdtPr")
RAISED, BOLD, HIDDEN = q("vertAlign"), q("b"), q("vanish")
EMPHASIS = (q("i"), q("u"))
TYPED_MARK = q("customMarkFollows")
FILLER = "\u200d"
"""What LibreOffice puts behind the words of a row that was inserted with changes tracked."""
FIGURE_END = re.compile(r"[\d%]$")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""For a raised figure right behind another one, as a footnote mark or an exponent is: "52¹" is not 521."""
FORM = q("ffData")
DRAWN = (q("drawing"), q("pict"), q("object"))
ALTERNATIVES = f"{COMPATIBLE}AlternateContent"
MOST_QUOTES = 100_000
"""So many paragraphs are noted as commented on; a comment that never ends would stand on all of them."""
DEEPEST = 100
"""Wrappers of words within wrappers deeper than this are not followed: each costs a level of the stack."""


class View(Enum):
    """Which state of a document with tracked changes is read."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"

    def shows(self, action: Action) -> bool:
        """Whether what a reviewer did so stands on the page in this state."""
        return (action in GONE) is (self is View.ORIGINAL)


class Counts(Struct):
    """What a document holds that the user should know was decided."""

    hidden: int = 0
    boxes: int = 0
    unread: int = 0


class Words(Struct):
    """The content of one paragraph. `notes`: (kind, id, typed mark); `boxes`: the contents of its text boxes.

    `quotes`: (id of a comment, the words of this paragraph that it is about).
    """

    parts: list[str] = field(default_factory=list)
    marks: Sequence[str] = ()
    notes: Sequence[tuple[str, str, str]] = ()
    boxes: Sequence[Element] = ()
    quotes: Sequence[tuple[str, str]] = ()
    tracked: Sequence[Tracked] = ()
    bold: int = 0
    plain: int = 0
    emphasis: int = 0
    """Letters in italics or underlined."""

    @property
    def text(self) -> str:
        """The text; tabs and line breaks are characters of it."""
        parts = self.parts
        return parts[0] if len(parts) == 1 else "".join(parts)

    def join_to(self, earlier: "Sequence[Words]") -> None:
        """Takes in the paragraphs before, whose ends were deleted."""
        whole = (*earlier, self)
        self.parts = [part for each in whole for part in each.parts]
        self.marks = [mark for each in whole for mark in each.marks]
        self.notes = [note for each in whole for note in each.notes]
        self.boxes = [box for each in whole for box in each.boxes]
        self.quotes = [quote for each in whole for quote in each.quotes]
        self.tracked = [change for each in whole for change in each.tracked]
        self.bold = sum(each.bold for each in whole)
        self.plain = sum(each.plain for each in whole)
        self.emphasis = sum(each.emphasis for each in whole)


def added(items: Sequence[T], item: T) -> Sequence[T]:
    """`items` with one more: most paragraphs have none, and make no list."""
    if isinstance(items, list):
        items.append(item)
        return items
    return [item]


class Collector:
    """Collects the words of the paragraphs of one document; remembers what spans several of them."""

    def __init__(self, view: View = View.ACCEPTED, soft_hyphen: str = "", *, made_spaces: bool = False) -> None:
        """`soft_hyphen`: what an optional hyphen, which is seen at the end of a line only, is read as.

        `made_spaces`: no-break spaces after figures were made for print and are read as plain ones.
        """
        self._made_spaces = made_spaces
        self.counts = Counts()
        self._soft_hyphen = soft_hyphen
        self.view = view
        self._quoted = 0
        self.ranges: dict[str, int] = {}  # open comments, and where in the paragraph their words begin
        self._shown = (TEXT,) if view is View.ACCEPTED else (TEXT, DELETED_TEXT)
        self._fields: list[bool] = []  # for each open field whether its result has begun
        self._codes = 0  # how many of them have not
        self._mark = ""  # that of the note before, of several letters: LibreOffice repeats it in a run of its own

    def collect(self, paragraph: Element, *, bold: bool = False) -> Words:
        """The words of a paragraph. `bold`: whether its style is bold."""
        words = Words()
        self._mark = ""
        self._walk(paragraph, words, bold, DEEPEST)
        while self._fields and not self._fields[-1]:  # a code that never ends would swallow the rest of the text
            self._fields.pop()
            self._codes -= 1
        if self.ranges and self._quoted < MOST_QUOTES:
            self._quoted += len(self.ranges)
            for id, start in self.ranges.items():
                words.quotes = added(words.quotes, (id, "".join(words.parts[start:])))
                self.ranges[id] = 0
        return words

    def note_range(self, element: Element, words: Words | None = None) -> None:
        """Opens or closes the range of words of a comment; `words`: of the paragraph in which it does."""
        id = element.get(ID, "")
        if element.tag == RANGE_START:
            self.ranges[id] = len(words.parts) if words is not None else 0
        elif (start := self.ranges.pop(id, None)) is not None and words is not None:
            words.quotes = added(words.quotes, (id, "".join(words.parts[start:])))

    def _walk(self, parent: Element, words: Words, bold: bool, depth: int) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                if not self._mark or not self._repeats_mark(child):
                    self._run(child, words, bold, depth)
            elif tag in SKIPPED:
                continue
            elif tag == BOOKMARK:
                words.marks = added(words.marks, child.get(NAME, ""))
            elif tag == ALTERNATIVES:
                self._walk_chosen(child, words, bold, depth)
            elif tag in TRACKED:
                self._track(child, words, bold, depth)
            elif tag in (RANGE_START, RANGE_END):
                self.note_range(child, words)
            elif depth:
                if tag == CONTROL and child.find(f"{CONTROL_LOOK}/{PLACEHOLDER}") is not None:
                    continue  # "Click here to enter text"
                self._walk(child, words, bold, depth - 1)

    def _track(self, change: Element, words: Words, bold: bool, depth: int) -> None:
        """Words inserted, deleted or moved: they stand on the page or not, and are told as changed."""
        action = TRACKED[change.tag]
        if self.view.shows(action):
            start = len(words.parts)
            if depth:
                self._walk(change, words, bold, depth - 1)
            if len(words.parts) > start and action is Action.INSERTED:
                words.parts[-1] = words.parts[-1].removesuffix(FILLER)
            text = "".join(words.parts[start:])
        else:
            text = "".join(each.text or "" for each in change.iter(TEXT, DELETED_TEXT))
            if action is Action.DELETED:  # LibreOffice lets the bookmark of a replaced figure begin in here
                for mark in change.iter(BOOKMARK):
                    words.marks = added(words.marks, mark.get(NAME, ""))
        if text or self.view.shows(action):
            words.tracked = added(words.tracked, Tracked.of(change, action, Extent.WORDS, text))

    def _walk_chosen(self, alternatives: Element, words: Words, bold: bool, depth: int) -> None:
        """Of several forms of one content, the first."""
        parent = alternatives.getparent()
        walk = self._content if parent is not None and parent.tag == RUN else self._walk
        for name in ("Choice", "Fallback"):
            chosen = alternatives.find(f"{COMPATIBLE}{name}")
            if chosen is not None and depth:
                walk(chosen, words, bold, depth - 1)
                return

    def _run(self, run: Element, words: Words, bold: bool, depth: int) -> None:
        start, raised, emphasis = len(words.parts), False, False
        for child in run:
            tag = child.tag
            if tag in self._shown:
                self._text(child, run, words, bold)
            elif tag == RUN_LOOK:
                for each in child:
                    switch = each.tag
                    if switch == BOLD:
                        bold = each.get(VAL, "1") not in OFF
                    elif switch == HIDDEN and each.get(VAL, "1") not in OFF:
                        self.counts.hidden += any(text.text for text in run.iter(TEXT))
                        return
                    elif switch == RAISED:
                        raised = each.get(VAL) == "superscript"
                    elif switch in EMPHASIS:
                        emphasis = each.get(VAL, "1") not in OFF
            elif tag in NOTE_REFERENCES and self._takes_mark(child, words):
                break
            else:
                self._other(child, words, bold, depth)
        if emphasis:
            words.emphasis += sum(len(part.strip()) for part in words.parts[start:])
        if raised and start and FIGURE_END.search(words.parts[start - 1]):
            words.parts[start:] = [part.translate(SUPERSCRIPTS) for part in words.parts[start:]]

    def _repeats_mark(self, run: Element) -> bool:
        """Whether a run right behind the reference to a note holds its mark a second time."""
        mark, self._mark = self._mark, ""
        return mark == "".join(text.text or "" for text in run.iter(*self._shown)) and run.find(RUN_NOTE) is None

    def _takes_mark(self, reference: Element, words: Words) -> bool:
        """Takes up the reference to a note; whether the rest of its run is the typed mark of it."""
        mark = ""
        if reference.get(TYPED_MARK, "0") not in OFF:
            mark = "".join(text.text or "" for text in reference.itersiblings(*self._shown)).strip()
        words.notes = added(words.notes, (NOTE_REFERENCES[reference.tag], reference.get(ID, ""), mark))
        self._mark = mark if len(mark) > 1 else ""
        return bool(mark)

    def _content(self, run: Element, words: Words, bold: bool, depth: int) -> None:
        """One of several forms of a part of a run."""
        for child in run:
            if child.tag in self._shown:
                self._text(child, run, words, bold)
            else:
                self._other(child, words, bold, depth)

    def _text(self, element: Element, run: Element, words: Words, bold: bool) -> None:
        if self._codes:
            return
        text = element.text or ""
        if self._made_spaces and NO_BREAK in text:
            text = _as_meant(text, run, words.parts)
        words.parts.append(text)
        if bold:
            words.bold += len(text.strip())
        elif not words.plain:
            words.plain = len(text.strip())

    def _other(self, child: Element, words: Words, bold: bool, depth: int) -> None:
        """What a run holds besides its text."""
        tag = child.tag
        if tag == FIELD:
            self._field(child, words)
        elif tag in DRAWN:
            self._drawn(child, words)
        elif tag == ALTERNATIVES:
            self._walk_chosen(child, words, bold, depth)
        elif tag == REFERENCE:
            words.quotes = added(words.quotes, (child.get(ID, ""), ""))
        elif tag == RUBY:
            if depth:
                self._walk(child, words, bold, depth - 1)
        elif not self._codes:  # else it is the code of a field
            words.parts.append(self._soft_hyphen if tag == SOFT_HYPHEN else _character(child))

    def _field(self, sign: Element, words: Words) -> None:
        kind = sign.get(FIELD_KIND)
        if kind == "begin":
            if not self._codes and (chosen := chosen_in_form(sign)):
                words.parts.append(chosen)
            self._fields.append(False)
            self._codes += 1
        elif kind == "separate" and self._fields:
            self._codes -= not self._fields[-1]
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._codes -= not self._fields.pop()

    def _drawn(self, drawing: Element, words: Words) -> None:
        found = [box for box in drawing.iter(TEXT_BOX) if next(box.iterancestors(TEXT_BOX), None) is None]
        in_fallback = f"{COMPATIBLE}Fallback"
        boxes = [box for box in found if next(box.iterancestors(in_fallback), None) is None] or found[:1]
        self.counts.boxes += len(boxes)
        for box in boxes:
            words.boxes = added(words.boxes, box)


def chosen_in_form(sign: Element) -> str:
    """What a field of a form shows that holds its choice as data: a line of a list, a box ticked or not; else ""."""
    if (choices := sign.find(f"{FORM}/{q('ddList')}")) is not None:
        lines = [each.get(VAL, "") for each in choices.iterfind(q("listEntry"))]
        at = next((each.get(VAL, "") for name in ("result", "default") for each in choices.iterfind(q(name))), "0")
        return next((line for place, line in enumerate(lines) if at == str(place)), "")
    if (box := sign.find(f"{FORM}/{q('checkBox')}")) is not None:
        ticked = next((each for name in ("checked", "default") for each in box.iterfind(q(name))), None)
        return "☒" if ticked is not None and ticked.get(VAL, "1") not in OFF else "☐"
    return ""


def _as_meant(text: str, run: Element, before: Sequence[str]) -> str:
    """The text of a run of ours with the spaces that were made for print as they were before."""
    style = run.find(f"{RUN_LOOK}/{RUN_STYLE}")
    if style is not None and style.get(VAL) == NO_BREAK_SPACE[0]:
        return text
    last = before[-1][-1:] if before else ""
    return read_back(last + text)[len(last) :]


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
