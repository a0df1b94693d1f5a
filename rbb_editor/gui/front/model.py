"""The list of abbreviations as a Qt model: short form, long form, in how many texts it is used."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rbb_editor.domain.entities import Abbreviation
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits import front
from rbb_editor.gui.look.theme import Theme
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
HEADS = (N_("Abbreviation"), N_("Long form"), N_("Used in"))


class Column(IntEnum):
    """The columns."""

    SHORT = 0
    LONG = 1
    USES = 2


class AbbreviationsModel(QAbstractTableModel):
    """Shows what the report holds, and at the end an empty row while a new one is typed.

    `change_wanted(Change)`. `refused(str)`: what was typed and could not be written.
    """

    change_wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, project: Project, tr: Translator, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self._theme = theme
        self._shown: tuple[Abbreviation, ...] = project.report.info.abbreviations
        self._draft = False
        self._uses: Mapping[str, int] | None = None

    def read(self) -> None:
        """Takes the list from the report."""
        listed = self._project.report.info.abbreviations
        if len(listed) == len(self._shown):
            self._shown = listed
            if listed:
                self.dataChanged.emit(self.index(0, 0), self.index(len(listed) - 1, Column.USES))
            return
        self.beginResetModel()
        self._shown = listed
        self._draft = False
        self.endResetModel()

    def show_uses(self, uses: Mapping[str, int] | None) -> None:
        """In how many texts each short form is used; None while that is counted."""
        self._uses = dict(uses) if uses is not None else None
        if self._shown:
            self.dataChanged.emit(self.index(0, Column.USES), self.index(len(self._shown) - 1, Column.USES))

    def shorts(self) -> list[str]:
        """The short forms, in order."""
        return [each.short for each in self._shown]

    def uses(self, row: int) -> int | None:
        """In how many texts the short form of a row is used; None while that is not known."""
        if self._uses is None or row >= len(self._shown):
            return None
        return self._uses.get(self._shown[row].short, 0)

    @property
    def drafting(self) -> bool:
        """Whether there is an empty row to be typed in."""
        return self._draft

    def begin_draft(self) -> QModelIndex:
        """An empty row at the end, to be typed in."""
        if not self._draft:
            self.beginInsertRows(NO_INDEX, len(self._shown), len(self._shown))
            self._draft = True
            self.endInsertRows()
        return self.index(len(self._shown), Column.SHORT)

    def drop_draft(self) -> None:
        """Takes the empty row away: nothing was typed in it."""
        if self._draft:
            self.beginRemoveRows(NO_INDEX, len(self._shown), len(self._shown))
            self._draft = False
            self.endRemoveRows()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """As many as there are abbreviations, and the one being typed."""
        return 0 if parent.isValid() else len(self._shown) + self._draft

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Three."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Both forms can be edited."""
        flags = super().flags(index)
        if index.isValid() and index.column() != Column.USES and not self._project.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._tr(HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts; what is used nowhere is marked."""
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        if column is Column.USES:
            return self._use(row, role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return None
        each = self._shown[row] if row < len(self._shown) else Abbreviation("", "")
        return each.short if column is Column.SHORT else each.long

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Asks for the change; an abbreviation without both forms is deleted."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        report, row, text = self._project.report, index.row(), str(value)
        info = report.info
        if row >= len(self._shown):
            change = front.add_abbreviations(report, [(text, "")]) if index.column() == Column.SHORT else None
        else:
            each = self._shown[row]
            short, long = (text, each.long) if index.column() == Column.SHORT else (each.short, text)
            empty = not short.strip() and not long.strip()
            change = (
                front.delete_abbreviations(report, [row]) if empty else front.set_abbreviation(report, row, short, long)
            )
        if change is not None:
            self.change_wanted.emit(change)
            if self._project.report.info is info:
                self.refused.emit(text)
        return change is not None

    def _use(self, row: int, role: int) -> object:
        count = self.uses(row)
        if count is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if count == 0:
                    return self._tr(N_("not used"))
                return self._tr(Text.of(N_("{count} text"), plural=N_("{count} texts"), count=count))
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.colour("check" if count == 0 else "accent")
            case Qt.ItemDataRole.DecorationRole:
                return self._theme.icon("circle-alert", "check") if count == 0 else None
            case Qt.ItemDataRole.ToolTipRole:
                return self._tr(N_("Show where it is used")) if count else self._tr(N_("No text uses it."))
        return None
