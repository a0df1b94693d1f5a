"""Draws the cards of the findings and knows where their links are."""

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from rbb_editor.domain.entities import Waiver
from rbb_editor.domain.text import N_
from rbb_editor.gui import lines
from rbb_editor.gui.look import fonts, signs
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.findings_model import Role
from rbb_editor.i18n import Translator

Index = QModelIndex | QPersistentModelIndex


class Link(StrEnum):
    """What can be done with a finding."""

    GO = "go"
    WAIVE = "waive"
    WITHDRAW = "withdraw"


LINK_WORDS = {Link.GO: N_("Go to"), Link.WAIVE: N_("Waive…"), Link.WITHDRAW: N_("Withdraw")}


class FindingDelegate(QStyledItemDelegate):
    """Draws a card: severity and place, the sentence, why it was waived, the links; or a head."""

    EDGE, PITCH, HEAD, SIGN, GAP = 16, 20, 34, 15, 20

    def __init__(self, tr: Translator, theme: Theme, view: QListView, *, writable: bool) -> None:
        super().__init__(view)
        self._tr = tr
        self._theme = theme
        self._view = view
        self._writable = writable
        self._body = fonts.font(fonts.BODY_PX)
        self._strong = fonts.font(fonts.BODY_PX, fonts.SEMIBOLD)
        self._note = fonts.font(fonts.NOTE_PX)
        self._note_strong = fonts.font(fonts.NOTE_PX, fonts.SEMIBOLD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as the sentences need."""
        if index.data(Role.FINDING) is None:
            return QSize(0, self.HEAD)
        return QSize(0, 12 + self.PITCH * (2 + len(self._lines(index)) + len(self._decision(index))) + 6 + 12)

    def links(self, index: Index) -> tuple[Link, ...]:
        """What can be done with a finding."""
        if not self._writable:
            return (Link.GO,)
        return (Link.GO, Link.WAIVE if index.data(Role.WAIVER) is None else Link.WITHDRAW)

    def link_at(self, index: Index, rect: QRectF, at: QPointF) -> Link | None:
        """The link at a point of the card in `rect`."""
        boxes = self._boxes(index, rect, right=self._view.isRightToLeft())
        return next((link for link, box in boxes.items() if box.contains(at)), None)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign and word, place, sentence, links."""
        rect = QRectF(option.rect)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        inner = rect.adjusted(self.EDGE, 0, -self.EDGE, 0)
        start = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        start |= Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        end |= Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        painter.save()
        finding = index.data(Role.FINDING)
        if finding is None:
            painter.setFont(self._note_strong)
            painter.setPen(self._theme.colour("text2"))
            painter.drawText(inner.adjusted(0, 8, 0, 0), int(start), index.data())
            painter.restore()
            return
        self._paint_ground(painter, option, rect, here=bool(index.data(Role.HERE)), right=right)
        severity = finding.severity
        colour = QColor(self._theme.colour("text2" if finding.waived else signs.SEVERITY_TOKENS[severity]))
        line = QRectF(inner.left(), rect.top() + 12, inner.width(), self.PITCH)
        left = line.right() - self.SIGN if right else line.left()
        sign = QRectF(left, line.top() + (self.PITCH - self.SIGN) / 2, self.SIGN, self.SIGN)
        signs.paint_severity(painter, severity, self._theme.tokens, sign)
        painter.setFont(self._strong)
        painter.setPen(colour)
        word = line.adjusted(0, 0, -self.SIGN - 8, 0) if right else line.adjusted(self.SIGN + 8, 0, 0, 0)
        painter.drawText(word, int(start), self._tr(signs.SEVERITY_NAMES[severity]))
        painter.setFont(self._note)
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(line, int(end), index.data(Role.PLACE))
        line.translate(0, self.PITCH)
        for font, token, shown in (
            (self._body, "text", self._lines(index)),
            (self._note, "text2", self._decision(index)),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour(token))
            lines.draw(painter, shown, line.topLeft(), line.width(), self.PITCH, right=right, runs=option.direction)
            line.translate(0, self.PITCH * len(shown))
        painter.setFont(self._body)
        for link, box in self._boxes(index, rect, right=right).items():
            painter.setPen(self._theme.colour("accent" if link is Link.GO else "text2"))
            painter.drawText(box, int(start), self._tr(LINK_WORDS[link]))
        painter.restore()

    def _boxes(self, index: Index, rect: QRectF, *, right: bool) -> dict[Link, QRectF]:
        """Where the links of a card are."""
        top = rect.bottom() - 12 - self.PITCH
        metrics = QFontMetricsF(self._body)
        made: dict[Link, QRectF] = {}
        used = float(self.EDGE)
        for link in self.links(index):
            width = metrics.horizontalAdvance(self._tr(LINK_WORDS[link])) + 2
            left = rect.right() - used - width if right else rect.left() + used
            made[link] = QRectF(left, top, width, self.PITCH)
            used += width + self.GAP
        return made

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, *, here: bool, right: bool
    ) -> None:
        from PySide6.QtWidgets import QStyle  # 4 ms of a start, which shows no finding yet

        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if here or hovered:
            painter.fillRect(rect, self._theme.colour("sel" if here else "hover"))
        if here:
            left = rect.right() - 3 if right else rect.left()
            painter.fillRect(QRectF(left, rect.top(), 3, rect.height()), self._theme.colour("accent"))
        else:
            painter.setPen(QPen(self._theme.colour("rule"), 1))
            painter.drawLine(rect.bottomLeft().toPoint(), rect.bottomRight().toPoint())
        if chosen:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _lines(self, index: Index) -> tuple[str, ...]:
        width = self._view.viewport().width() - 2 * self.EDGE
        return lines.broken(index.data(), self._body, width, 12)

    def _decision(self, index: Index) -> tuple[str, ...]:
        """The reason of a waiver and who gave it, in lines."""
        waiver = index.data(Role.WAIVER)
        if not isinstance(waiver, Waiver):
            return ()
        from rbb_editor.gui.panels.notes import day

        width = self._view.viewport().width() - 2 * self.EDGE
        who = f"{waiver.author} · {day(waiver.time, self._tr, short=True)}"
        return (*lines.broken(waiver.reason, self._note, width, 6), *lines.broken(who, self._note, width, 1))
