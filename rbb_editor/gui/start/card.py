"""One line of the start page: an icon, what it does, its key; or a recent file with what is left in it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rbb_editor.gui.lines import broken, draw
from rbb_editor.gui.look import fonts, signs
from rbb_editor.gui.look.icons import paint_icon
from rbb_editor.gui.look.theme import Theme
from rbb_editor.i18n import isolated
from rbb_editor.rules import Severity

HEIGHT, PAD, ICON, TEXT = 58, 15, 20, 54
LINE = 20
MOST_LINES = 2
"""Of the note below the title."""
MARK = 14 + 5 + 12
"""Room of a severity beside its number."""


class Card(QAbstractButton):
    """A button over its whole width. `marks`: severities and counts at the end."""

    def __init__(
        self,
        icon: str,
        title: str,
        note: str,
        end: str,
        theme: Theme,
        *,
        marks: tuple[tuple[Severity, int], ...] = (),
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._title, self._note, self._end = icon, title, note, end
        self._theme, self._marks, self._gone, self._quiet = theme, marks, False, quiet
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        theme.changed.connect(self.update)

    def show_gone(self, note: str) -> None:
        """It leads to nothing, as its note now says."""
        self._gone, self._marks, self._note = True, (), note
        self.setAccessibleDescription(note)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for what it says."""
        return QSize(300, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes room for a second line where the note is long."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(fonts.font(fonts.NOTE_PX))
        marks = sum(metrics.horizontalAdvance(str(count)) + MARK for _, count in self._marks)
        further = len(self._lines(self.width() - TEXT - PAD - marks)) - 1
        self.setFixedHeight(HEIGHT + further * LINE)

    def _lines(self, room: float) -> tuple[str, ...]:
        """The note in the lines it takes."""
        return broken(self._note, fonts.font(fonts.NOTE_PX), int(room), MOST_LINES)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Ground and ring, icon, two lines, what stands at the end."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, right = self._theme, self.isRightToLeft()
            area = QRectF(self.rect())
            if self.hasFocus() or self.underMouse():
                painter.setBrush(theme.colour("sel" if self.hasFocus() else "hover"))
                painter.setPen(QPen(theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
            elif self._quiet:
                painter.setPen(QPen(theme.colour("hair"), 1))
                line = area.adjusted(PAD, 0, -PAD, 0)
                painter.drawLine(line.bottomLeft(), line.bottomRight())

            def place(start: float, top: float, width: float, height: float = LINE) -> QRectF:
                return QRectF(area.right() - start - width if right else start, top, width, height)

            colour = "text3" if self._quiet or self._gone else "accent"
            icon = place(PAD, (HEIGHT - ICON) / 2 if not self._quiet else 12, ICON, ICON)
            paint_icon(painter, self._icon, getattr(theme.tokens, colour), icon)
            end_font = fonts.font(fonts.NOTE_PX)
            end_width = QFontMetrics(end_font).horizontalAdvance(self._end) + 4
            start_flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side(right=right))
            end_flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side(right=not right))
            font = fonts.font(14, fonts.SEMIBOLD)
            room = area.width() - TEXT - PAD - end_width - 8
            painter.setFont(font)
            painter.setPen(theme.colour("text2" if self._gone else "text"))
            title = QFontMetrics(font).elidedText(self._title, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(place(TEXT, 9, room), start_flags, isolated(title))
            painter.setFont(end_font)
            painter.setPen(theme.colour("text2"))
            painter.drawText(place(area.width() - PAD - end_width, 9, end_width), end_flags, self._end)
            used = self._paint_marks(painter, place, area.width() - PAD)
            room = area.width() - TEXT - PAD - used
            painter.setPen(theme.colour("text2"))
            lines = self._lines(room)
            draw(
                painter, lines, QPointF(TEXT if not right else area.right() - TEXT - room, 30), room, LINE, right=right
            )

    def _paint_marks(self, painter: QPainter, place, end: float) -> float:  # type: ignore[no-untyped-def]
        """Severities with their counts at the end of the second line; the width they take."""
        metrics = painter.fontMetrics()
        start = end
        for severity, count in reversed(self._marks):
            text = str(count)
            width = metrics.horizontalAdvance(text)
            painter.setPen(self._theme.colour(signs.SEVERITY_TOKENS[severity]))
            painter.drawText(place(start - width, 30, width), Qt.AlignmentFlag.AlignCenter, text)
            sign = place(start - width - 5 - 14, 33, 14, 14)
            signs.paint_severity(painter, severity, self._theme.tokens, sign)
            start -= width + 5 + 14 + 12
        return end - start


def side(*, right: bool) -> Qt.AlignmentFlag:
    """The alignment to one edge, whatever the direction of the window."""
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
