"""Pieces put on pages: what keeps together stays together, a table's head is printed again, long rows are cut."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF

from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.lines import folded
from rbb_editor.gui.page.pieces import PageNumber, Piece, Placed, Spot

FIRST_BODY = m.HEAD_TOP + 864 + 2880 + 80 - m.TOP
"""How much lower the text of page 1 begins: the masthead stands above it."""


class Sheet(Struct):
    """One page: what is placed on it, from the corner of its text. `number` from 1; `anchors`: the headings on it."""

    number: int
    pieces: list[tuple[float, Piece]] = field(default_factory=list)
    used: float = 0.0
    room: float = m.HEIGHT
    anchors: list[Piece] = field(default_factory=list)

    def put(self, piece: Piece, top: float) -> None:
        """Places a piece."""
        self.pieces.append((top, piece))
        self.used = top + piece.height
        if piece.anchor:
            self.anchors.append(piece)
        if piece.note is not None:
            self.room -= piece.note.height
            self.pieces.append((self.room, piece.note))

    def placed(self) -> Iterator[Placed]:
        """All lines on the page."""
        for top, piece in self.pieces:
            for each in piece.placed:
                yield replace(each, at=each.at + QPointF(0, top))

    def holding(self, words: str) -> Iterator[Placed]:
        """The lines on the page whose paragraph holds some words, letter case and kinds of spaces aside."""
        wanted = folded(words)
        for top, piece in self.pieces:
            for each in piece.placed:
                if wanted and wanted in folded(each.paragraph.text):
                    yield replace(each, at=each.at + QPointF(0, top))

    def rules(self) -> Iterator[QRectF]:
        """All rules on the page."""
        for top, piece in self.pieces:
            for rule in piece.rules:
                yield rule.translated(0, top)

    def bars(self) -> Iterator[QRectF]:
        """The bars in the margin beside what has changed."""
        for each in self.placed():
            if each.paragraph.changed:
                yield QRectF(-m.BAR_GAP, each.rect.top(), m.BAR, each.rect.height())

    def frames(self) -> Iterator[QRectF]:
        """What has a line around it."""
        return (piece.frame.translated(0, top) for top, piece in self.pieces if piece.frame is not None)

    def numbers(self) -> Iterator[PageNumber]:
        """Page numbers to be filled in."""
        for top, piece in self.pieces:
            for each in piece.numbers:
                yield replace(each, at=each.at + QPointF(0, top))

    def spot_at(self, at: QPointF) -> Spot | None:
        """What is printed at a point of the text; what is nearest in the same row where it is between the lines."""
        for top, piece in self.pieces:
            if not top <= at.y() < top + piece.height:
                continue
            local = at - QPointF(0, top)
            near = [each for each in piece.placed if each.spot.target]
            inside = [each for each in near if each.rect.contains(local)]
            column = [each for each in near if each.rect.left() <= local.x() <= each.rect.right()]
            found = (*inside, *column, *near)
            return found[0].spot if found else None
        return None


def sheets(pieces: Iterable[Piece]) -> Iterator[Sheet]:
    """The pages one after the other, each when nothing more will come onto it."""
    pager = _Pager()
    for group in _groups(pieces):
        yield from pager.take(group)
    yield pager.sheet


class _Pager:
    """The page that is being filled."""

    def __init__(self) -> None:
        self.sheet = Sheet(1, used=FIRST_BODY)

    def take(self, group: list[Piece]) -> Iterator[Sheet]:
        """Places what keeps together; the pages that are full."""
        if group[0].turns:
            yield self._turn(None)
        elif self.sheet.pieces and not self._fits(group):
            yield self._turn(group[0].table)
        for piece in group:
            yield from self._put(piece)

    def _fits(self, group: list[Piece]) -> bool:
        height = sum(each.before + each.height for each in group)
        notes = sum(each.note.height for each in group if each.note is not None)
        return self.sheet.used + height - _tail(group[-1]) <= self.sheet.room - notes

    def _put(self, piece: Piece) -> Iterator[Sheet]:
        """Places one piece, on further pages where it is higher than what is left of this one."""
        while True:
            top = self.sheet.used + (piece.before if self.sheet.pieces else 0)
            if top + piece.height - _tail(piece) <= self.sheet.room:
                self.sheet.put(piece, top)
                return
            parts = piece.split(self.sheet.room - top) if self._is_too_high(piece) else None
            if parts is not None:
                self.sheet.put(parts[0], top)
                piece = parts[1]
            elif not self._has_content():
                self.sheet.put(piece, top)  # nothing can be done: it runs over the edge
                return
            yield self._turn(piece.table)

    def _is_too_high(self, piece: Piece) -> bool:
        head = piece.table.height if piece.table is not None else 0
        return piece.height - _tail(piece) > m.HEIGHT - head

    def _has_content(self) -> bool:
        """Whether there is more on the page than the head of a table that goes on."""
        return len(self.sheet.pieces) > 1 or (bool(self.sheet.pieces) and self.sheet.pieces[0][1].table is not None)

    def _turn(self, head: Piece | None) -> Sheet:
        done = self.sheet
        self.sheet = Sheet(done.number + 1)
        if head is not None:
            self.sheet.put(head, 0)
        return done


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Runs of pieces that stay together, each up to one that does not keep with the next."""
    group: list[Piece] = []
    for piece in pieces:
        if piece.turns and group:
            yield group
            group = []
        group.append(piece)
        if not piece.keeps:
            yield group
            group = []
    if group:
        yield group


def _tail(piece: Piece) -> float:
    """Room below a piece that a page need not have: what follows a table."""
    return m.AFTER_TABLE if piece.rules and piece.table is not None else 0
