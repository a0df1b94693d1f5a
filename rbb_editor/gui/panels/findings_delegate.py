"""Draws the cards of the findings and knows where their links are."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from rbb_editor.domain.entities import Waiver
from rbb_editor.domain.text import N_
from rbb_editor.gui import lines
from rbb_editor.gui.look import fonts, signs
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.findings_model import Role
from rbb_editor.gui.table.annotations import UNEXPLAINED
from rbb_editor.i18n import Translator
from rbb_editor.rules import SEVERITY_NAMES

if TYPE_CHECKING:
    from rbb_editor.gui.merge.drawing import Redline

Index = QModelIndex | QPersistentModelIndex


class Link(StrEnum):
    """What can be done with a finding."""

    MEND = "mend"
    GO = "go"
    WAIVE = "waive"
    WITHDRAW = "withdraw"
    EXPLAIN = "explain"


LINK_WORDS = {
    Link.MEND: N_("Mend"),
    Link.GO: N_("Go to"),
    Link.WAIVE: N_("Waive…"),
    Link.WITHDRAW: N_("Withdraw"),
    Link.EXPLAIN: N_("Explain"),
}
GIVE_REASON = N_("Give the reason")
"""What going to a figure without a reason is for: its cell asks for it."""


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
        self._heights: dict[tuple[object, ...], int] = {}

    def forget(self) -> None:
        """The heights of cards are to be found again: the report says other words."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentences need; kept, as the list asks for every card when the current row is another one."""
        finding = index.data(Role.FINDING)
        if finding is None:
            return QSize(0, self.HEAD)
        key = (finding, index.data(Role.WAIVER), self._view.viewport().width())
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = self._height(option, index)
        return QSize(0, height)

    def _height(self, option: QStyleOptionViewItem, index: Index) -> int:
        count = len(self._lines(index)) + len(self._evidence(index)) + len(self._decision(index))
        links = len({box.top() for box in self._boxes(index, QRectF(option.rect), right=False).values()})
        mended = self._mended(index)
        height = self.PITCH * (1 + count + links) + (mended.height if mended is not None else 0)
        return round(12 + height + 6 + 12)

    def links(self, index: Index) -> tuple[Link, ...]:
        """What can be done with a finding."""
        if not self._writable:
            return (Link.GO, Link.EXPLAIN)
        if index.data(Role.WAIVER) is not None:
            return (Link.GO, Link.WITHDRAW, Link.EXPLAIN)
        return (*((Link.MEND,) if index.data(Role.MENDED) else ()), Link.GO, Link.WAIVE, Link.EXPLAIN)

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
        painter.drawText(word, int(start), self._tr(SEVERITY_NAMES[severity]))
        painter.setFont(self._note)
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(line, int(end), index.data(Role.PLACE))
        line.translate(0, self.PITCH)
        for font, token, shown in (
            (self._body, "text", self._lines(index)),
            (self._note, "text2", self._evidence(index)),
            (self._note, "text2", self._decision(index)),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour(token))
            lines.draw(painter, shown, line.topLeft(), line.width(), self.PITCH, right=right, runs=option.direction)
            line.translate(0, self.PITCH * len(shown))
        mended = self._mended(index)
        if mended is not None:
            mended.draw(painter, line.topLeft(), self._theme)
        painter.setFont(self._body)
        for link, box in self._boxes(index, rect, right=right).items():
            painter.setPen(self._theme.colour("accent" if link in (Link.MEND, Link.GO) else "text2"))
            painter.drawText(box, int(start), self.link_words(link, index))
        painter.restore()

    def _boxes(self, index: Index, rect: QRectF, *, right: bool) -> dict[Link, QRectF]:
        """Where the links of a card are: at its foot, in as many lines as they need."""
        metrics = QFontMetricsF(self._body)
        room = self._view.viewport().width() - self.EDGE
        places: list[tuple[Link, int, float, float]] = []
        used, row = float(self.EDGE), 0
        for link in self.links(index):
            width = metrics.horizontalAdvance(self.link_words(link, index)) + 2
            if used > self.EDGE and used + width > room:
                used, row = float(self.EDGE), row + 1
            places.append((link, row, used, width))
            used += width + self.GAP
        made: dict[Link, QRectF] = {}
        for link, at, start, width in places:
            left = rect.right() - start - width if right else rect.left() + start
            top = rect.bottom() - 12 - self.PITCH * (row - at + 1)
            made[link] = QRectF(left, top, width, self.PITCH)
        return made

    def link_words(self, link: Link, index: Index) -> str:
        """What a link says."""
        finding = index.data(Role.FINDING)
        if link is Link.MEND and finding is not None and finding.mend is not None:
            from rbb_editor.gui.panels.mends import link_text

            return self._tr(link_text(finding.mend))
        if link is Link.GO and self._writable and finding is not None and finding.rule in UNEXPLAINED:
            return self._tr(GIVE_REASON)
        return self._tr(LINK_WORDS[link])

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
            line = QRectF(rect.left() + self.EDGE, rect.bottom() - 1, rect.width() - 2 * self.EDGE, 1)
            painter.fillRect(line, self._theme.colour("hair"))
        if chosen:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _lines(self, index: Index) -> tuple[str, ...]:
        width = self._view.viewport().width() - 2 * self.EDGE
        return lines.broken(index.data(), self._body, width, 12)

    def _evidence(self, index: Index) -> tuple[str, ...]:
        said = str(index.data(Role.EVIDENCE) or "")
        return lines.broken(said, self._note, self._view.viewport().width() - 2 * self.EDGE, 6) if said else ()

    def _mended(self, index: Index) -> "Redline | None":
        """The words that would be put right."""
        spans = index.data(Role.MENDED)
        if not spans:
            return None
        from rbb_editor.gui.merge.drawing import Redline

        width = self._view.viewport().width() - 2 * self.EDGE
        return Redline(spans, self._body, width, self.PITCH, rtl=self._view.isRightToLeft())

    def _decision(self, index: Index) -> tuple[str, ...]:
        """The reason of a waiver and who gave it, in lines."""
        waiver = index.data(Role.WAIVER)
        if not isinstance(waiver, Waiver):
            return ()
        from rbb_editor.gui.days import day

        width = self._view.viewport().width() - 2 * self.EDGE
        who = f"{waiver.author} · {day(waiver.time, self._tr, short=True)}"
        return (*lines.broken(waiver.reason, self._note, width, 6), *lines.broken(who, self._note, width, 1))
