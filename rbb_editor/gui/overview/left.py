"""What is left to do, by office: how many shortfalls and excesses still lack a reason, the most urgent first."""

from collections.abc import Mapping
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rbb_editor.domain.text import N_
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.rich_text import escape
from rbb_editor.gui.look.signs import OUTCOME_NAMES, SEVERITY_TOKENS
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.overview.bars import ENTER
from rbb_editor.gui.overview.lay import face
from rbb_editor.gui.panels.signs import sign_icon
from rbb_editor.i18n import Translator, isolated
from rbb_editor.project.overview import Left
from rbb_editor.rules import Severity

ROW = 34
SIGN, GAP, BESIDE = 14, 8, 8
"""Pixels of a sign, between it and its number, and behind that."""
ARROW = 24
NONE = "–"
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns."""

    PLACE = 0
    OFFICE = 1
    SHORT = 2
    EXCEEDED = 3
    GO = 4


class Role(IntEnum):
    """What a cell can be asked for besides Qt's own roles: the sign before its number."""

    SIGN = Qt.ItemDataRole.UserRole


class Office(Struct, frozen=True):
    """One row: what is left, and the place and the name of where that is.

    `severities`: how severe this report holds a missing reason to be, by what it would explain.
    """

    left: Left
    place: str
    name: str
    severities: Mapping[Outcome, Severity]


COUNTED = {Column.SHORT: Outcome.SHORTFALL, Column.EXCEEDED: Outcome.EXCEEDED}


class LeftModel(QAbstractTableModel):
    """The offices in which something is left, as they are shown."""

    def __init__(self, say: Translator, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._say, self._theme, self._right = say, theme, parent.isRightToLeft()
        self.offices: tuple[Office, ...] = ()

    def show(self, offices: tuple[Office, ...]) -> None:
        """Other offices, or others first."""
        self.beginResetModel()
        self.offices = offices
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """A row for each office."""
        return 0 if parent.isValid() else len(self.offices)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Where, how much, and the arrow."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands above the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | _side(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section in COUNTED:
            return self._say(OUTCOME_NAMES[COUNTED[Column(section)]])
        return self._say(N_("Office")) if section == Column.OFFICE else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, signs and colours of a cell; the whole row in words for whoever cannot see it."""
        if not index.isValid():
            return None
        office, column = self.offices[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(office, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(office)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(office) if column is Column.OFFICE else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignVCenter | _side(column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(office, column)
            case Qt.ItemDataRole.FontRole if column in COUNTED and _count(office, column):
                return face(weight=fonts.SEMIBOLD)
            case Role.SIGN if column in COUNTED and _count(office, column):
                return sign_icon(str(office.severities[COUNTED[column]]), self._theme.tokens)
            case Qt.ItemDataRole.DecorationRole if column is Column.GO:
                return self._theme.icon("chevron-left" if self._right else "chevron-right", "text3")
        return None

    def _words(self, office: Office, column: Column) -> str:
        if column in COUNTED:
            count = _count(office, column)
            return self._say.number(count) if count else NONE
        return {Column.PLACE: office.place, Column.OFFICE: office.name}.get(column, "")

    def _said(self, office: Office) -> str:
        return self._say(
            N_("{place} {office}, without a reason: shortfalls {shortfalls}, excesses {excesses}"),
            place=office.place,
            office=office.name,
            shortfalls=office.left.shortfalls,
            excesses=office.left.excesses,
        )

    def _tip(self, office: Office) -> str:
        """The whole name of an office, whose words are no markup."""
        return f"<span>{escape(f'{isolated(office.place)} {isolated(office.name)}')}</span>"

    def _colour(self, office: Office, column: Column) -> QColor:
        if column in COUNTED and _count(office, column):
            return self._theme.colour(SEVERITY_TOKENS[office.severities[COUNTED[column]]])
        return self._theme.colour("text" if column is Column.OFFICE else "text2")


def _count(office: Office, column: Column) -> int:
    return office.left.shortfalls if column is Column.SHORT else office.left.excesses


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignTrailing if column in COUNTED else Qt.AlignmentFlag.AlignLeading


class _SignDelegate(QStyledItemDelegate):
    """Draws the sign right before its number; Qt would put it at the other edge of the cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The number as Qt draws it, and the sign."""
        super().paint(painter, option, index)
        sign = index.data(Role.SIGN)
        if isinstance(sign, QIcon):
            words = QFontMetrics(face(weight=fonts.SEMIBOLD)).horizontalAdvance(str(index.data()))
            box = QRect(0, 0, SIGN, SIGN)
            box.moveCenter(option.rect.center())
            if option.direction is Qt.LayoutDirection.RightToLeft:
                box.moveLeft(option.rect.left() + BESIDE + words + GAP)
            else:
                box.moveRight(option.rect.right() - BESIDE - words - GAP)
            sign.paint(painter, box)


class LeftView(QTableView):
    """`wanted(Left)`: a row was clicked, or Enter pressed on it."""

    wanted = Signal(object)

    def __init__(self, say: Translator, theme: Theme) -> None:
        super().__init__()
        self.offices = LeftModel(say, theme, self)
        self.setModel(self.offices)
        for column in COUNTED:
            self.setItemDelegateForColumn(column, _SignDelegate(self))
        self.setAccessibleName(say(N_("Left to do")))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(1)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.OFFICE, QHeaderView.ResizeMode.Stretch)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def show_offices(self, offices: tuple[Office, ...]) -> None:
        """Other offices; the columns as wide as what stands in them, the view as high as its rows."""
        if offices == self.offices.offices:
            return
        row = self.currentIndex().row()
        current = self.offices.offices[row].left.id if row >= 0 else None
        self.offices.show(offices)
        metrics, head = QFontMetrics(face(weight=fonts.SEMIBOLD)), self.horizontalHeader()
        shown = self.offices.offices
        place = max((metrics.horizontalAdvance(each.place) for each in shown), default=0)
        self.setColumnWidth(Column.PLACE, place + 16)
        for column in COUNTED:
            words = str(self.offices.headerData(column, Qt.Orientation.Horizontal))
            longest = max((metrics.horizontalAdvance(str(_count(each, column))) for each in shown), default=0)
            self.setColumnWidth(column, max(longest + SIGN + GAP + BESIDE + 16, metrics.horizontalAdvance(words) + 16))
        self.setColumnWidth(Column.GO, ARROW)
        self.setFixedHeight(head.sizeHint().height() + len(shown) * ROW + 2)
        row = next((at for at, each in enumerate(shown) if each.left.id == current), row)
        if 0 <= row < len(shown):
            self.selectRow(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first office becomes current where none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.offices.offices:
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(self.offices.offices[index.row()].left)
