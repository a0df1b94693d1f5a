"""The list of findings: those of the current row first, each with what is wrong and the way to its cell."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.entities import Output, Section
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui import lines
from rbb_editor.gui.look import fonts, signs
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.parts import Hairline, link
from rbb_editor.gui.panels.problems import MOST, Listed
from rbb_editor.gui.tree.outline import printed_number
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.rules import Finding

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides the Qt roles."""

    FINDING = Qt.ItemDataRole.UserRole
    PLACE = Qt.ItemDataRole.UserRole + 1
    HERE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Head:
    """A line above a group of findings."""

    text: Text


@dataclass(frozen=True, slots=True)
class Card:
    """One finding with where it is ("Row 3")."""

    finding: Finding
    place: Text | str
    here: bool


class FindingsModel(QAbstractListModel):
    """Heads and cards, as they are listed."""

    def __init__(self, project: Project, tr: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self.items: list[Head | Card] = []

    def show(self, found: Listed, node: str) -> None:
        """Lists the findings of a node; nothing is drawn anew where they are the same."""
        items: list[Head | Card] = []
        if found.here:
            items.append(Head(Text.of(N_("This row  {count}"), count=len(found.here))))
            items += (Card(finding, self._place(finding, node), True) for finding in found.here)
        if found.elsewhere:
            title = N_("Elsewhere here  {count}") if found.here else N_("Findings here  {count}")
            count = f"{MOST}+" if found.more else len(found.elsewhere)
            items.append(Head(Text.of(title, count=count)))
            items += (Card(finding, self._place(finding, node), False) for finding in found.elsewhere)
        if items != self.items:
            self.beginResetModel()
            self.items = items
            self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Heads and cards."""
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_card = isinstance(self.items[index.row()], Card)
        return super().flags(index) if is_card else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence, and what the delegate asks for."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if isinstance(item, Head):
            return self._tr(item.text) if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._tr(item.finding.message)
            case Qt.ItemDataRole.AccessibleTextRole:
                severity = self._tr(signs.SEVERITY_NAMES[item.finding.severity])
                return f"{severity}, {self._said(item.place)}: {self._tr(item.finding.message)}"
            case Role.FINDING:
                return item.finding
            case Role.PLACE:
                return self._said(item.place)
            case Role.HERE:
                return item.here
        return None

    def _said(self, place: Text | str) -> str:
        return self._tr(place) if isinstance(place, Text) else place

    def _place(self, finding: Finding, node: str) -> Text | str:
        """Where a finding is, seen from a node: its row, or its whole address where it is not in sight."""
        entity = self._project.report.get(finding.target)
        if isinstance(entity, Output) and entity.parent != node:
            return self._project.report.address(entity.id)
        if isinstance(entity, Output):
            return Text.of(N_("Row {number}"), number=self._project.report.number_of(entity))
        if isinstance(entity, Section):
            return Text.of(N_("Section {number}"), number=printed_number(entity, self._project.language))
        return Text.of(N_("Report"))


class FindingDelegate(QStyledItemDelegate):
    """Draws a card: severity and place, the sentence, the link; or a head."""

    EDGE, PITCH, HEAD, SIGN = 16, 20, 34, 15

    def __init__(self, tr: Translator, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._tr = tr
        self._theme = theme
        self._view = view
        self._body = fonts.font(fonts.BODY_PX)
        self._strong = fonts.font(fonts.BODY_PX, fonts.SEMIBOLD)
        self._note = fonts.font(fonts.NOTE_PX)
        self._note_strong = fonts.font(fonts.NOTE_PX, fonts.SEMIBOLD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as the sentence needs."""
        if index.data(Role.FINDING) is None:
            return QSize(0, self.HEAD)
        return QSize(0, 12 + self.PITCH * (2 + len(self._lines(index))) + 6 + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign and word, place, sentence, link."""
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
        colour = QColor(self._theme.colour(signs.SEVERITY_TOKENS[severity]))
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
        painter.setFont(self._body)
        painter.setPen(self._theme.colour("text"))
        shown = self._lines(index)
        line.translate(0, self.PITCH)
        lines.draw(painter, shown, line.topLeft(), line.width(), self.PITCH, right=right, runs=option.direction)
        line.translate(0, self.PITCH * len(shown) + 6)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(line, int(start), self._tr(N_("Go to")))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, *, here: bool, right: bool
    ) -> None:
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


class FindingsList(QListView):
    """`wanted(Finding)`: a card was clicked, or Enter pressed on it."""

    wanted = Signal(object)

    def __init__(self, model: FindingsModel, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(tr, theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(tr(N_("Findings")))
        self.clicked.connect(self._want)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences are broken anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _want(self, index: QModelIndex) -> None:
        finding = index.data(Role.FINDING)
        if finding is not None:
            self.wanted.emit(finding)


class FindingsPanel(QWidget):
    """The list with its empty state and its foot.

    `wanted(Finding)`: go to its cell. `step_wanted(1 or -1)`: go to the next or previous one.
    """

    wanted = Signal(object)
    step_wanted = Signal(int)

    def __init__(self, project: Project, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._tr = tr
        self.model = FindingsModel(project, tr, self)
        self.list = FindingsList(self.model, tr, theme)
        self.list.wanted.connect(self.wanted)
        self._empty = QLabel()
        self._empty.setProperty("role", "note")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._total = QLabel()
        self._total.setProperty("role", "note")
        back = link(tr(N_("Previous")), tr(N_("Go to the previous problem")), kind="quiet")
        back.clicked.connect(self._back)
        on = link(f"{tr(N_('Next'))} F8", tr(N_("Go to the next problem")))
        on.clicked.connect(self._on)

        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(self._total)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(foot)

    def show_findings(self, found: Listed, node: str, total: int, *, complete: bool) -> None:
        """Lists the findings of a node; `total`: in the whole report; `complete`: all of it has been checked."""
        self.model.show(found, node)
        some = bool(self.model.items)
        self.list.setVisible(some)
        self._empty.setVisible(not some)
        nothing = N_("Nothing to correct here.") if complete else N_("The report is being checked.")
        self._empty.setText(self._tr(nothing))
        self._total.setText(self._tr(N_("{count} in the report"), count=total))

    def _back(self) -> None:
        self.step_wanted.emit(-1)

    def _on(self) -> None:
        self.step_wanted.emit(1)
