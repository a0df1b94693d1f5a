"""Findings as a list: those of the current row first, the waived ones at the end."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rbb_editor.domain.entities import REPORT_ID, Waiver
from rbb_editor.domain.places import place_seen
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.panels.problems import MOST, Listed
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.rules import SEVERITY_NAMES, Finding

if TYPE_CHECKING:
    from rbb_editor.domain.redline import Span

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
LIKELY = Text.of(N_("This is likely, not certain."))


class Role(IntEnum):
    """What the delegate asks for besides the Qt roles."""

    FINDING = Qt.ItemDataRole.UserRole
    PLACE = Qt.ItemDataRole.UserRole + 1
    HERE = Qt.ItemDataRole.UserRole + 2
    WAIVER = Qt.ItemDataRole.UserRole + 3
    EVIDENCE = Qt.ItemDataRole.UserRole + 4
    MENDED = Qt.ItemDataRole.UserRole + 5


class Head(Struct, frozen=True):
    """A line above a group of findings."""

    text: Text


class Card(Struct, frozen=True):
    """One finding, whether it is in the current row, and the decision that it is right, where there is one."""

    finding: Finding
    here: bool
    waiver: Waiver | None = None


class FindingsModel(QAbstractListModel):
    """Heads and cards, as they are listed."""

    def __init__(self, project: Project, tr: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self._node = ""
        self.items: list[Head | Card] = []

    def show(self, found: Listed, decided: Sequence[tuple[Finding, Waiver]], node: str) -> None:
        """Lists the findings of a node; nothing is drawn anew where they are the same."""
        items: list[Head | Card] = []
        if found.here:
            on_page = found.here[0].target == REPORT_ID
            head = N_("Front matter  {count}") if on_page else N_("This row  {count}")
            items.append(Head(Text.of(head, count=len(found.here))))
            items += (Card(finding, True) for finding in found.here)
        if found.elsewhere:
            title = N_("Other findings here  {count}") if found.here else N_("Findings here  {count}")
            if node == REPORT_ID:
                title = N_("In the report  {count}")
            count = f"{MOST}+" if found.more else len(found.elsewhere)
            items.append(Head(Text.of(title, count=count)))
            items += (Card(finding, False) for finding in found.elsewhere)
        if decided:
            items.append(Head(Text.of(N_("Waived  {count}"), count=len(decided))))
            items += (Card(finding, False, waiver) for finding, waiver in decided)
        if items != self.items or node != self._node:
            self.beginResetModel()
            self.items, self._node = items, node
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
                severity = self._tr(SEVERITY_NAMES[item.finding.severity])
                said = f"{severity}, {self._place(item.finding)}: {self._tr(item.finding.message)}"
                return f"{said} {self._tr(N_('Waived'))}: {item.waiver.reason}" if item.waiver is not None else said
            case Role.FINDING:
                return item.finding
            case Role.PLACE:
                return self._place(item.finding)
            case Role.HERE:
                return item.here
            case Role.WAIVER:
                return item.waiver
            case Role.EVIDENCE:
                return self._evidence(item.finding)
            case Role.MENDED:
                return self._mended(item.finding) if item.waiver is None else ()
        return None

    def first(self) -> QModelIndex | None:
        """The first finding that is listed."""
        at = next((at for at, each in enumerate(self.items) if isinstance(each, Card)), None)
        return None if at is None else self.index(at)

    def row_of(self, finding: Finding) -> int | None:
        """Where a finding is listed."""
        found = (at for at, each in enumerate(self.items) if isinstance(each, Card) and each.finding == finding)
        return next(found, None)

    def _mended(self, finding: Finding) -> "tuple[Span, ...]":
        """The words that a mend would put right, as a redline; nothing where there is none."""
        if finding.mend is None:
            return ()
        from rbb_editor.gui.panels.mends import mended  # no start shows a finding

        return mended(self._project.report, finding)

    def _evidence(self, finding: Finding) -> str:
        """What a finding rests on, and that it is only likely where it is."""
        said = [self._tr(each) for each in finding.grounds]
        return self._tr.sentences([*said, *([self._tr(LIKELY)] if finding.guess else [])])

    def _place(self, finding: Finding) -> str:
        """Where a finding is, seen from the node ("Row 3"); its whole address where it is not in sight from there."""
        return self._tr(place_seen(self._project.report, finding.target, self._node, self._project.language))
