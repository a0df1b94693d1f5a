"""How a difference is drawn: where, before, theirs, ours, and the decision with its buttons."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rbb_editor.domain.redline import Kind as Ink
from rbb_editor.domain.redline import Span
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.merge.columns import Column, Columns
from rbb_editor.gui.merge.decisions import State
from rbb_editor.gui.merge.drawing import BUTTON, ICON, Redline, button_width, line, paint_button, spans_between
from rbb_editor.gui.merge.model import STATES, DifferencesModel, Role
from rbb_editor.i18n import Translator
from rbb_editor.merge import Difference, Kind, Topic

Index = QModelIndex | QPersistentModelIndex
PAD, GAP = 12, 6
RIGHT = Qt.LayoutDirection.RightToLeft


class Act(Enum):
    """What a button in a row does."""

    TAKE = "take"
    KEEP = "keep"
    COMBINE = "combine"
    CHANGE = "change"


LONG = {
    Act.TAKE: (N_("Take theirs"), "check", "A"),
    Act.KEEP: (N_("Keep ours"), "x", "R"),
    Act.COMBINE: (N_("Combine…"), "pencil", "E"),
}
SHORT = {Act.TAKE: (N_("Accept"), "check"), Act.KEEP: (N_("Reject"), "x")}
SIGNS = {State.ACCEPTED: ("check", "met"), State.REJECTED: ("x", "shortfall")}
AS_BEFORE = N_("as before")
NOT_THERE = N_("not there")
APPROVED_NOTE = N_("Planned text is as approved by the Assembly")


class DifferenceDelegate(QStyledItemDelegate):
    """Draws the rows of a `DifferencesModel`; knows where their buttons are."""

    def __init__(self, model: DifferencesModel, tr: Translator, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._model, self._tr, self._theme, self._view = model, tr, theme, view
        self._rtl = model.language.rtl
        self._pitch = fonts.line_pitch(model.language.code)
        self._body = fonts.font(fonts.BODY_PX)
        self._strong = fonts.font(fonts.BODY_PX, fonts.SEMIBOLD)
        self._note = fonts.font(fonts.NOTE_PX)
        self._note_pitch = fonts.line_pitch("en", fonts.NOTE_PX)
        self.hovered: tuple[int, Act] | None = None

    # measures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as its longest text, and high enough for its buttons."""
        row, columns = self._model.rows[index.row()], self._columns()
        texts = [self._laid(row, column, columns).height for column in (Column.BEFORE, Column.OURS)]
        theirs = self._laid(row, Column.THEIRS, columns).height
        theirs += sum(note.height + GAP for note, _, _ in self._notes(row, columns))
        lines = 1 + (self._note_pitch + 4) / self._note_pitch * (row.conflict + bool(self._model.makers_of(row)))
        where = self._pitch + self._note_pitch * lines + 4
        buttons = 3 if combinable(row) else 2
        return QSize(0, round(2 * PAD + max(*texts, theirs, where, buttons * (BUTTON + GAP) - GAP)))

    def areas(self, rect: QRectF, row: Difference, *, current: bool) -> Mapping[Act, QRectF]:
        """Where the buttons of a row stand."""
        right = self._view.isRightToLeft()
        box = self._columns().box(Column.DECISION, rect, right=right).adjusted(0, PAD, 0, -PAD)
        if self._model.decisions.of(row) is not None:
            width = QFontMetricsF(self._body).horizontalAdvance(self._tr(N_("Change"))) + 8
            left = box.left() if right else box.right() - width
            return {Act.CHANGE: QRectF(left, box.top(), width, self._pitch)}
        if current:
            acts = [act for act in LONG if act is not Act.COMBINE or combinable(row)]
            tops = (box.top() + at * (BUTTON + GAP) for at in range(len(acts)))
            return {act: QRectF(box.left(), top, box.width(), BUTTON) for act, top in zip(acts, tops, strict=True)}
        made, used = {}, 0.0
        for act, (words, _) in SHORT.items():
            width = button_width(self._tr(words), self._body)
            if used + width > box.width():  # below one another where the words are long
                return {
                    each: QRectF(box.left(), box.top() + at * (BUTTON + GAP), box.width(), BUTTON)
                    for at, each in enumerate(SHORT)
                }
            left = box.right() - used - width if right else box.left() + used
            made[act] = QRectF(left, box.top(), width, BUTTON)
            used += width + 8
        return made

    def _columns(self) -> Columns:
        return Columns(self._view.viewport().width())

    def _laid(self, row: Difference, column: Column, columns: Columns) -> Redline:
        return Redline(self._spans(row, column), self._body, columns.width(column), self._pitch, rtl=self._rtl)

    def _spans(self, row: Difference, column: Column) -> tuple[Span, ...]:
        base, theirs, ours = self._model.sides(row)
        if column is Column.BEFORE:
            return (Span(Ink.EQUAL, base),)
        side = theirs if column is Column.THEIRS else ours
        value = row.theirs if column is Column.THEIRS else row.ours
        if column is Column.OURS and row.ours == row.base:
            return (Span(Ink.EQUAL, self._tr(AS_BEFORE if row.base is not None else NOT_THERE)),)
        if value is None and not base:
            return (Span(Ink.EQUAL, self._tr(NOT_THERE)),)
        return spans_between(base, side)

    def _notes(self, row: Difference, columns: Columns) -> list[tuple[Redline, str, str]]:
        """What follows from taking theirs: lines with their icon and colour."""
        said: list[tuple[str, str, str]] = []
        foreseen = self._model.consequence(row)
        if foreseen.closed:
            first = self._tr(foreseen.closed[0].message)
            words = Text.of(
                N_("Closes {count} finding: {first}"),
                plural=N_("Closes {count} findings, first: {first}"),
                count=len(foreseen.closed), first=first,
            )  # fmt: skip
            said.append((self._tr(words), "check", "met"))
        said += [(self._tr(each.message), "circle-alert", "check") for each in foreseen.opened[:2]]
        if row.topic is Topic.APPROVED:
            said.append((self._tr(APPROVED_NOTE), "info", "text2"))
        width = columns.width(Column.THEIRS) - ICON - 6
        rtl = self._view.isRightToLeft()
        return [
            (Redline((Span(Ink.EQUAL, words),), self._note, width, self._note_pitch, rtl=rtl), icon, token)
            for words, icon, token in said
        ]

    # drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row, rect, right = self._model.rows[index.row()], QRectF(option.rect), option.direction == RIGHT
        current = index.row() == self._view.currentIndex().row()
        painter.save()
        self._paint_ground(painter, rect, option, current=current, right=right)
        columns = self._columns()
        self._paint_where(
            painter, columns.box(Column.WHERE, rect, right=right).adjusted(0, PAD, 0, 0), row, right=right
        )
        for column, token in ((Column.BEFORE, "text2"), (Column.THEIRS, "text"), (Column.OURS, "text")):
            at = columns.box(column, rect, right=right).topLeft() + QPointF(0, PAD)
            said = column is Column.OURS and row.ours == row.base
            laid = self._laid(row, column, columns)
            laid.draw(painter, at, self._theme, "text2" if said else token)
            if column is Column.THEIRS:
                self._paint_notes(painter, at + QPointF(0, laid.height), row, columns, right=right)
        self._paint_decision(painter, rect, row, index, current=current, right=right)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, current: bool, right: bool
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or hovered:
            painter.fillRect(rect, self._theme.colour("sel" if current else "hover"))
        line(painter, rect.bottomLeft(), rect.bottomRight(), self._theme.colour("hair"))
        if current:
            left = rect.right() - 3 if right else rect.left()
            painter.fillRect(QRectF(left, rect.top(), 3, rect.height()), self._theme.colour("accent"))

    def _paint_where(self, painter: QPainter, box: QRectF, row: Difference, *, right: bool) -> None:
        index = self._model.index(self._model.rows.index(row))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)
        painter.setFont(self._strong)
        painter.setPen(self._theme.colour("accent"))
        metrics = QFontMetricsF(self._strong)
        shown = metrics.elidedText(str(index.data(Role.WHERE)), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, flags, shown)
        painter.setFont(self._note)
        painter.setPen(self._theme.colour("text2"))
        below = box.adjusted(0, self._pitch, 0, 0)
        shown = QFontMetricsF(self._note).elidedText(
            str(index.data(Role.FIELD)), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(below, flags, shown)
        if self._model.makers_of(row):
            below = below.adjusted(0, self._note_pitch + 4, 0, 0)
            self._paint_sign(painter, below, "user", "text2", str(index.data(Role.BY)), right=right)
        if row.conflict:
            below = below.adjusted(0, self._note_pitch + 4, 0, 0)
            self._paint_sign(painter, below, "circle-alert", "check", self._tr(N_("Both changed")), right=right)

    def _paint_sign(self, painter: QPainter, box: QRectF, icon: str, token: str, words: str, *, right: bool) -> None:
        left = box.right() - ICON if right else box.left()
        picture = self._theme.pixmap(icon, token, ICON, painter.deviceTransform().m11())
        painter.drawPixmap(QPointF(left, box.top()), picture)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        inner = box.adjusted(0, 0, -ICON - 6, 0) if right else box.adjusted(ICON + 6, 0, 0, 0)
        painter.setPen(self._theme.colour(token))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute), words)

    def _paint_notes(self, painter: QPainter, at: QPointF, row: Difference, columns: Columns, *, right: bool) -> None:
        for laid, icon, token in self._notes(row, columns):
            at += QPointF(0, GAP)
            left = at.x() + columns.width(Column.THEIRS) - ICON if right else at.x()
            picture = self._theme.pixmap(icon, token, ICON, painter.deviceTransform().m11())
            painter.drawPixmap(QPointF(left, at.y() + 1), picture)
            laid.draw(painter, at if right else at + QPointF(ICON + 6, 0), self._theme, token)
            at += QPointF(0, laid.height)

    def _paint_decision(
        self, painter: QPainter, rect: QRectF, row: Difference, index: Index, *, current: bool, right: bool
    ) -> None:
        state = self._model.decisions.state(row)
        painter.setFont(self._body)
        areas = self.areas(rect, row, current=current)
        if state is not State.UNDECIDED:
            box = self._columns().box(Column.DECISION, rect, right=right).adjusted(0, PAD, 0, 0)
            painter.setFont(self._strong)
            self._paint_sign(painter, box, *SIGNS[state], self._tr(STATES[state]), right=right)
            painter.setFont(self._body)
            painter.setPen(self._theme.colour("accent" if self.hovered == (index.row(), Act.CHANGE) else "text2"))
            painter.drawText(areas[Act.CHANGE], Qt.AlignmentFlag.AlignCenter, self._tr(N_("Change")))
            return
        for act, area in areas.items():
            words, icon, key = LONG[act] if current else (*SHORT[act], "")
            hovered = self.hovered == (index.row(), act)
            paint_button(painter, area, icon, self._tr(words), key, self._theme, right=right, hovered=hovered)


def combinable(row: Difference) -> bool:
    """Whether a text may be written in the place of both sides."""
    return row.kind is Kind.CHANGED and all(isinstance(side, str) for side in (row.base, row.theirs, row.ours))
