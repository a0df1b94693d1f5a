"""What is placed on pages: pieces with a height, made of paragraphs and rules at places of their own."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF

from rbb_editor.gui.page.lines import Paragraph


class Spot(Struct, frozen=True):
    """What a place on a page prints: the id of a section or output, a figure, a field; "" for none."""

    target: str
    component: str | None = None
    field: str = ""


class Placed(Struct, frozen=True):
    """Lines `first` up to `last` of a paragraph, from a point of the piece; `spot`: what it prints."""

    paragraph: Paragraph
    at: QPointF
    spot: Spot
    first: int = 0
    last: int | None = None

    @property
    def rect(self) -> QRectF:
        """The room it takes."""
        count = (self.paragraph.count if self.last is None else self.last) - self.first
        return QRectF(self.at.x(), self.at.y(), self.paragraph.width, count * self.paragraph.pitch)


class PageNumber(Struct, frozen=True):
    """The number of the page on which a heading stands: known when all is set. `at`: the end of its last digit."""

    id: str
    at: QPointF
    half_points: int


class Piece(Struct, frozen=True):
    """Something that stands on one page. `before`: room above it, but not at the top of a page.

    `keeps`: it stays on the page of what follows. `table`: the head of its table, printed again where a page turns
    inside it. `anchor`: the id of the heading it is. `turns`: it begins a page. `note`: at the foot of the page.
    """

    height: float
    placed: tuple[Placed, ...] = ()
    rules: tuple[QRectF, ...] = ()
    frame: QRectF | None = None
    numbers: tuple[PageNumber, ...] = ()
    before: float = 0
    keeps: bool = False
    table: "Piece | None" = None
    anchor: str = ""
    turns: bool = False
    note: "Piece | None" = None
    level: int = 0
    title: str = ""

    def split(self, room: float) -> "tuple[Piece, Piece] | None":
        """Cuts a piece that is too high between lines, the first part at most `room` high; None where none fits."""
        upper: list[Placed] = []
        lower: list[Placed] = []
        for each in self.placed:
            pitch = each.paragraph.pitch
            end = each.paragraph.count if each.last is None else each.last
            fits = max(0, min(end - each.first, int((room - each.at.y()) // pitch)))
            if fits:
                upper.append(replace(each, last=each.first + fits))
            if fits < end - each.first:
                top = QPointF(each.at.x(), max(0.0, each.at.y() - room) if not fits else 0.0)
                lower.append(replace(each, first=each.first + fits, at=top))
        if not upper or not lower:
            return None
        _stack(lower)
        rest = max(each.rect.bottom() for each in lower) + (self.height - max(e.rect.bottom() for e in self.placed))
        rules = tuple(rule.translated(0, rest - self.height) for rule in self.rules if rule.top() > room)
        first = replace(self, height=room, placed=tuple(upper), rules=(), keeps=False)
        return first, replace(self, height=rest, placed=tuple(lower), rules=rules, before=0, anchor="")


def _stack(lower: list[Placed]) -> None:
    """Moves what stands one below the other in a column together again."""
    bottoms: dict[float, float] = {}
    for at, each in enumerate(lower):
        top = bottoms.get(each.at.x(), 0.0)
        lower[at] = replace(each, at=QPointF(each.at.x(), top))
        bottoms[each.at.x()] = lower[at].rect.bottom()
