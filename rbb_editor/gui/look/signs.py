"""Signs and words of outcomes and severities: colour never stands alone (LOOK.md §4).

Outcomes are small filled shapes, severities are icons of other shapes, so that no one reads a problem as an outcome.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from rbb_editor.domain.language import Language
from rbb_editor.domain.outcome import deviation
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Actual, ActualKind, Number, Outcome, Planned
from rbb_editor.gui.look.icons import pixmap
from rbb_editor.gui.look.painting import pixel_ratio
from rbb_editor.gui.look.tokens import Palette
from rbb_editor.rules.rule import Severity

if TYPE_CHECKING:
    from rbb_editor.domain.reading import Figure

OUTCOME_NAMES = {
    Outcome.MET: Text.of(N_("Met")),
    Outcome.EXCEEDED: Text.of(N_("Exceeded")),
    Outcome.SHORTFALL: Text.of(N_("Short")),
    Outcome.UNCLEAR: Text.of(N_("Cannot compare")),
}


SEVERITY_TOKENS = {Severity.ERROR: "shortfall", Severity.WARNING: "check", Severity.ADVICE: "text2"}
OUTCOME_TOKENS = {outcome: str(outcome) for outcome in Outcome}


def outcome_words(planned: Planned, actual: Actual, outcome: Outcome, language: Language) -> Text:
    """What stands beside the sign of one figure: "met", "16 over", "4 short", "not done", "cannot compare"."""
    by = deviation(planned, actual)
    match outcome:
        case Outcome.MET:
            return Text.of(N_("met"))
        case Outcome.EXCEEDED:
            return Text.of(N_("{number} over"), number=number_text(by or 0, actual, language))
        case Outcome.SHORTFALL if by:
            return Text.of(N_("{number} short"), number=number_text(-by, actual, language))
        case Outcome.SHORTFALL:
            return Text.of(N_("not done"))
        case _ if actual.kind is ActualKind.MISSING:
            return Text.of(N_("no figure"))
        case _:
            return Text.of(N_("cannot compare"))


def figure_words(figure: "Figure", language: Language) -> Text:
    """What stands beside the sign of a figure as it was read: `outcome_words`, with the total where it has parts."""
    from rbb_editor.domain.figures import format_number

    words = outcome_words(figure.planned, figure.total, figure.outcome, language)
    if figure.total == figure.actual or figure.total.value is None:
        return words
    return Text.of(N_("{outcome}, {total} in all"), outcome=words, total=format_number(figure.total.value, language))


def number_text(by: Number, actual: Actual, language: Language) -> Text | str:
    """A deviation as text."""
    from rbb_editor.domain.figures import format_difference

    return format_difference(by, language, percent=actual.kind is ActualKind.PERCENT)


def paint_outcome(painter: QPainter, outcome: Outcome, palette: Palette, rect: QRectF) -> None:
    """Draws the sign of an outcome: disc, triangle up, triangle down, open ring. Never mirrored."""
    colour = QColor(getattr(palette, OUTCOME_TOKENS[outcome]))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match outcome:
        case Outcome.MET:
            painter.drawEllipse(rect)
        case Outcome.EXCEEDED:
            painter.drawPolygon(QPolygonF([rect.bottomLeft(), rect.bottomRight(), _top(rect)]))
        case Outcome.SHORTFALL:
            painter.drawPolygon(QPolygonF([rect.topLeft(), rect.topRight(), _bottom(rect)]))
        case Outcome.UNCLEAR:
            width = rect.width() / 5
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    painter.restore()


def paint_severity(painter: QPainter, severity: Severity, palette: Palette, rect: QRectF) -> None:
    """Draws the sign of a severity: filled octagon with !, open circle with !, open circle with i."""
    colour = getattr(palette, SEVERITY_TOKENS[severity])
    if severity is Severity.ERROR:
        _paint_octagon(painter, colour, palette.surface, rect)
    else:
        name = "circle-alert" if severity is Severity.WARNING else "info"
        picture = pixmap(name, colour, rect.width(), pixel_ratio(painter))
        painter.drawPixmap(rect.topLeft(), picture)


def _paint_octagon(painter: QPainter, colour: str, ground: str, rect: QRectF) -> None:
    cut = rect.width() * 0.29
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    corners = [(left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut), (right - cut, bottom),
               (left + cut, bottom), (left, bottom - cut), (left, top + cut)]  # fmt: skip
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    middle, width = rect.center().x(), rect.width() / 8
    painter.setPen(QPen(QColor(ground), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(middle, top + rect.height() * 0.25), QPointF(middle, top + rect.height() * 0.53))
    painter.drawPoint(QPointF(middle, top + rect.height() * 0.74))
    painter.restore()


def _top(rect: QRectF) -> QPointF:
    return QPointF(rect.center().x(), rect.top())


def _bottom(rect: QRectF) -> QPointF:
    return QPointF(rect.center().x(), rect.bottom())
