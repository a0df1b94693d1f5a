"""Blocks set as pieces: sizes, indents and gaps of the printed form."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from rbb_editor.document import aligned
from rbb_editor.document.aligned import Step
from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Block,
    Contents,
    Front,
    FrontLine,
    Heading,
    Note,
    Row,
    Summary,
    Table,
)
from rbb_editor.document.look import Look, Size
from rbb_editor.document.spaces import unspaced
from rbb_editor.domain.redline import Kind
from rbb_editor.gui.page import faces
from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.changes import notes, paired, runs
from rbb_editor.gui.page.lines import Paragraph, Run
from rbb_editor.gui.page.pieces import PageNumber, Piece, Placed, Spot

CENTRE = Qt.AlignmentFlag.AlignHCenter
END = Qt.AlignmentFlag.AlignRight
LEVELS = {1: ("chapter", 0, 240), 2: ("heading", 240, 200), 3: ("subheading", 200, 160)}
"""Size, room above and below of the headings."""
ENTRY = {1: 520, 2: 1067}
"""Where the number of an entry of the contents ends, by its level; its title begins 200 further."""
ENTRY_GAP, ENTRY_ROOM = 200, 700


class Setting:
    """Sets the blocks of one document."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def pieces(self, steps: Iterable[Step[Block]]) -> Iterator[Piece]:
        """The pieces in printed order, with what became of them; the masthead is painted with its page."""
        first = True
        for kind, block, was in steps:
            match block:
                case FrontLine():
                    yield self._front_line(block, _same(was, FrontLine), kind)
                case Summary():
                    yield self._summary(block, _same(was, Summary), kind)
                case Contents() if kind is not Kind.DELETED:
                    yield from self._contents(block)
                case Abbreviations():
                    yield from self._abbreviations(block, _same(was, Abbreviations), kind)
                case Heading():
                    yield self._heading(block, _same(was, Heading), kind, turns=first)
                    first = False
                case Accomplishment():
                    yield self._accomplishment(block, _same(was, Accomplishment), kind)
                case Table():
                    yield from self._table(block, _same(was, Table), kind)
                case _:
                    pass

    # building stones

    def _text(
        self, text: str, size: Size, width: float, *, bold: bool = False, italic: bool = False, ltr: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, justified: bool = False,
        was: str | None = None, kind: Kind = Kind.EQUAL,
    ) -> Paragraph:  # fmt: skip
        """`was`: the text before, None where that is not asked; `kind`: whether the whole came or went."""
        font = faces.of(self._look, size, bold=bold, italic=italic)
        rtl = self._look.rtl and not ltr
        words = runs(text, font, was, kind)
        return Paragraph(words, width, size.line, rtl=rtl, align=align, justified=justified)

    def _x(self, start: float, width: float) -> float:
        """Where something stands that begins `start` from the start edge."""
        return m.WIDTH - start - width if self._look.rtl else start

    def _at(self, paragraph: Paragraph, start: float, top: float, spot: Spot) -> Placed:
        return Placed(paragraph, QPointF(self._x(start, paragraph.width), top), spot)

    # what stands before the tables

    def _front_line(self, block: FrontLine, was: FrontLine | None, kind: Kind) -> Piece:
        look, spot = self._look, _spot(kind, "report", None, str(block.kind))
        size, bold, before, after = {
            Front.SESSION: (look.heading, True, 200, 0),
            Front.AGENDA_ITEM: (look.body, False, 20, 0),
            Front.AGENDA_TITLE: (look.body, True, 20, 0),
            Front.TITLE: (look.chapter, True, 480, 200),
            Front.AUTHOR: (look.heading, True, 0, 200),
            Front.ADDENDUM: (look.subheading, True, 0, 320),
        }[block.kind]
        half = block.kind in (Front.SESSION, Front.AGENDA_ITEM, Front.AGENDA_TITLE)
        start = 0 if half else m.SIDE
        width = m.WIDTH - 4622 if half else m.WIDTH - m.SIDE - look.title_indent
        text = self._text(block.text, size, width, bold=bold, was=was.text if was else None, kind=kind)
        return Piece(before + text.height + after, (self._at(text, start, before, spot),), keeps=not half)

    def _summary(self, block: Summary, was: Summary | None, kind: Kind) -> Piece:
        look, spot = self._look, _spot(kind, "report", None, "summary")
        head = self._text(block.heading, look.heading, m.WIDTH - 518, italic=True, kind=kind)
        placed, top = [self._at(head, 259, 140, spot)], 140 + head.height + 120
        for each, before, became in paired(block.paragraphs, was.paragraphs if was else None, kind):
            text = self._text(each, look.body, m.BODY, justified=True, was=before, kind=became)
            placed.append(self._at(text, m.SIDE, top, spot))
            top += text.height + 200
        return Piece(top + look.body.line, tuple(placed), frame=QRectF(0, 0, m.WIDTH, top))

    def _contents(self, block: Contents) -> Iterator[Piece]:
        look, none = self._look, Spot("")
        head = self._text(block.heading, look.heading, m.WIDTH, bold=True)
        yield Piece(head.height + 120, (self._at(head, 0, 0, none),), turns=True, keeps=True)
        word = self._text(block.page_word, look.table_head, m.WIDTH, italic=True, align=END)
        yield Piece(word.height + 80, (self._at(word, 0, 0, none),), keeps=True)
        for entry in block.entries:
            spot = Spot(entry.id)
            title_start = ENTRY[min(entry.level, 2)] + ENTRY_GAP
            number = self._text(entry.number, look.body, title_start - ENTRY_GAP, align=END)
            title = self._text(entry.title, look.body, m.WIDTH - title_start - ENTRY_ROOM)
            end = m.WIDTH if not look.rtl else 0.0
            page = PageNumber(entry.id, QPointF(end, title.height - look.body.line), look.body.half_points)
            dots = self._dots(entry.title, title, title_start)
            placed = (self._at(number, 0, 0, spot), self._at(title, title_start, 0, spot), *dots)
            yield Piece(title.height + 80, placed, numbers=(page,))

    def _dots(self, words: str, title: Paragraph, start: float) -> tuple[Placed, ...]:
        """The leader from the end of a title to its page number."""
        font = faces.of(self._look, self._look.body)
        metrics = QFontMetricsF(font)
        last = title.last_width()
        room = m.WIDTH - ENTRY_ROOM + 250 - start - last - 120
        each = metrics.horizontalAdvance(" .")
        if room < each or not words:
            return ()
        leader = self._text(" ." * int(room / each), self._look.body, room, align=END, ltr=True)
        return (self._at(leader, start + last + 120, title.height - title.pitch, Spot("")),)

    def _abbreviations(self, block: Abbreviations, was: Abbreviations | None, kind: Kind) -> Iterator[Piece]:
        look, spot = self._look, _spot(kind, "abbreviations")
        head = self._text(block.heading, look.heading, m.WIDTH, bold=True, kind=kind)
        yield Piece(320 + head.height + 160, (self._at(head, 0, 320, spot),), keeps=True)
        steps = aligned.lines(was.lines, block.lines) if was else ((kind, line, None) for line in block.lines)
        for became, (short, long), old in steps:
            before = old or (None, None)
            left = self._text(short, look.body, m.SHORT_FORMS - m.SIDE - 120, was=before[0], kind=became)
            right = self._text(long, look.body, m.WIDTH - m.SHORT_FORMS, was=before[1], kind=became)
            placed = (self._at(left, m.SIDE, 0, spot), self._at(right, m.SHORT_FORMS, 0, spot))
            yield Piece(max(left.height, right.height) + 20, placed)

    def _heading(self, block: Heading, was: Heading | None, kind: Kind, *, turns: bool) -> Piece:
        look, spot = self._look, _spot(kind, block.id)
        name, before, after = LEVELS[block.level]
        size: Size = getattr(look, name)
        number = self._text(block.number, size, 1022, bold=True, align=END, was=was.number if was else None, kind=kind)
        font = faces.of(look, size, bold=True)
        told = list(notes(block, was, kind))
        words = runs(block.title, font, was.title if was else None, kind)
        words += [Run(note.mark, font, became) for became, note, _ in told]
        title = Paragraph(words, m.BODY, size.line, rtl=look.rtl)
        placed = (self._at(number, 0, 0, spot), self._at(title, m.SIDE, 0, spot))
        return Piece(
            max(number.height, title.height) + after, placed, before=before, keeps=True, turns=turns,
            anchor=block.id if kind is not Kind.DELETED else "",
            note=self._note(told) if told else None, level=block.level,
            title=unspaced(f"{block.number} {block.title}").strip(),
        )  # fmt: skip

    def _note(self, told: list[Step[Note]]) -> Piece:
        placed, top = [], 60.0
        for kind, note, was in told:
            spot = _spot(kind, "report")
            mark = self._text(note.mark, self._look.table, 300, kind=kind)
            text = self._text(note.text, self._look.table, m.BODY, was=was.text if was else None, kind=kind)
            placed += [self._at(mark, 475, top, spot), self._at(text, m.SIDE, top, spot)]
            top += text.height
        rule = QRectF(self._x(0, 1900), 0, 1900, m.THIN)
        return Piece(top, tuple(placed), (rule,))

    def _accomplishment(self, block: Accomplishment, was: Accomplishment | None, kind: Kind) -> Piece:
        look = self._look
        gap = " " if block.title and not block.label.endswith("：") else ""
        label, title = faces.of(look, look.body, bold=True), faces.of(look, look.body)
        words = [
            *runs(block.label, label, was.label if was else None, kind),
            Run(gap, title, kind),
            *runs(block.title, title, was.title if was else None, kind),
        ]
        text = Paragraph(words, m.BODY, look.body.line, rtl=look.rtl)
        return Piece(
            text.height + 160, (self._at(text, m.SIDE, 0, _spot(kind, block.id)),), before=120, keeps=True,
            anchor=block.id if kind is not Kind.DELETED else "", level=4,
            title=unspaced(f"{block.label} {block.title}"),
        )  # fmt: skip

    # the tables

    def _table(self, block: Table, was: Table | None, kind: Kind) -> Iterator[Piece]:
        if was is not None and bool(was.rows) != bool(block.rows):
            kind = Kind.INSERTED if block.rows else Kind.DELETED  # its head comes or goes with its rows
        steps = list(aligned.rows(was.rows, block.rows) if was else ((kind, row, None) for row in block.rows))
        if not steps:
            return
        head = self._table_head(block, kind)
        yield head
        last = len(steps) - 1
        for number, (became, row, before) in enumerate(steps):
            yield self._row(row, before, became, head, end=number == last)

    def _table_head(self, block: Table, kind: Kind) -> Piece:
        look, spot = self._look, _spot(kind, block.id)
        size = look.table_head
        first, _, second = block.head[1].partition(" (")
        completed = f"{first}\n({second}" if second else first
        widths = (m.COLUMNS[0] - 43, m.COLUMNS[1], m.COLUMNS[2] - m.REMARKS_START - m.REMARKS_END)
        cells = [
            self._text(block.head[0], size, widths[0], italic=True, kind=kind),
            self._text(completed, size, widths[1], italic=True, align=CENTRE, kind=kind),
            self._text(block.head[2], size, widths[2], italic=True, kind=kind),
        ]
        height = max(each.height for each in cells)
        starts = (0, m.COLUMNS[0], m.COLUMNS[0] + m.COLUMNS[1] + m.REMARKS_START)
        placed = tuple(
            self._at(each, start, 80 + height - each.height, spot) for each, start in zip(cells, starts, strict=True)
        )
        rules = (QRectF(0, 0, m.WIDTH, m.THIN), QRectF(0, height + 160, m.WIDTH, m.THICK))
        return Piece(height + 160 + m.THICK, placed, rules, keeps=True)

    def _row(self, row: Row, was: Row | None, kind: Kind, head: Piece, *, end: bool) -> Piece:
        size, gap = self._look.table, m.CELL_GAP
        cells: list[Placed] = []
        before = (was.planned or "") if was is not None else None
        if row.planned is not None or before:
            text = self._text(row.planned or "", size, m.COLUMNS[0] - m.PLANNED_END, was=before, kind=kind)
            cells.append(self._at(text, 0, gap, _spot(kind, row.output, row.component, "planned_text")))
        figure = self._text(
            row.completed, size, m.COLUMNS[1] - 2 * m.COMPLETED_PAD, align=CENTRE,
            was=was.completed if was else None, kind=kind,
        )  # fmt: skip
        cells.append(
            self._at(figure, m.COLUMNS[0] + m.COMPLETED_PAD, gap, _spot(kind, row.output, row.component, "completed"))
        )
        top, start = float(gap), m.COLUMNS[0] + m.COLUMNS[1] + m.REMARKS_START
        width = m.COLUMNS[2] - m.REMARKS_START - m.REMARKS_END
        for name, now, old in (
            ("remarks", row.remarks, was.remarks if was else None),
            ("explanation", row.explanation, was.explanation if was else None),
        ):
            for each, earlier, became in paired(now, old, kind):
                text = self._text(each, size, width, was=earlier, kind=became)
                cells.append(self._at(text, start, top, _spot(kind, row.output, row.component, name)))
                top += text.height + m.PARAGRAPH_GAP
        height = max(each.rect.bottom() for each in cells) + gap
        rules = (QRectF(0, height, m.WIDTH, m.THICK),) if end else ()
        return Piece(
            height + (m.THICK + m.AFTER_TABLE if end else 0), tuple(cells), rules, keeps=not row.last, table=head
        )


def _spot(kind: Kind, target: str, component: str | None = None, field: str = "") -> Spot:
    """What something prints; what went is nowhere to be edited."""
    return Spot(target, component, field) if kind is not Kind.DELETED else Spot("")


Kept = TypeVar("Kept")


def _same(block: Block | None, kind: type[Kept]) -> Kept | None:
    return block if isinstance(block, kind) else None
