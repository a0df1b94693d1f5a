"""The table's model: the rows of a scope for Qt, told by ids what has changed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from rbb_editor.domain.entities import Comment, Component, Output, Section
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.values import Planned
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.columns import COLUMNS, EDITABLE, REMARKS_COLUMN, Field, column_of
from rbb_editor.gui.table.notation import write_planned
from rbb_editor.gui.table.rows import EVERYTHING, Filter, Row, Rows
from rbb_editor.i18n import Translator

if TYPE_CHECKING:
    from rbb_editor.gui.table.source import Source

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
WRITABLE = READABLE | Qt.ItemFlag.ItemIsEditable
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
Roles = Qt.ItemDataRole
NUMBER_COLUMN = column_of(Field.NUMBER)
ExplanationRole = Roles.UserRole + 1
"""The explanation of a cell whose display role holds remarks and explanation."""


class TableModel(QAbstractTableModel):
    """One row for each reported figure, heading rows between accomplishments; cells as in `COLUMNS`.

    Reads everything from the source when asked, so a change needs no copying: `refresh` says what to draw again.
    """

    restructured = Signal()

    def __init__(self, source: "Source", translator: Translator) -> None:
        super().__init__()
        self.source = source
        self.translator = translator
        self.scope: str | None = None
        self.filter = EVERYTHING
        self.rows = Rows([], 0, {}, {})

    # what is shown

    def show(self, scope: str | None, filter: Filter = EVERYTHING) -> None:  # noqa: A002
        """Shows another scope, or the same through another filter."""
        self.beginResetModel()
        self.scope, self.filter = scope, filter
        self.rows = self._read_rows(frozenset())
        self.endResetModel()
        self.restructured.emit()

    def refresh(self, ids: Iterable[str]) -> None:
        """Draws again what a change touched: the rows of these ids, or all rows where their number or order changed."""
        report = self.source.report
        touched = frozenset(ids)
        if any(self._is_structural(id) for id in touched):
            kept = self.rows.ids() if self.filter else frozenset[str]()
            self._replace(self._read_rows(kept | touched))
        elif any(self._renumbers(id) for id in touched):
            self._changed(0, len(self.rows) - 1, NUMBER_COLUMN)
        if len(touched) > MANY:
            self._changed(0, len(self.rows) - 1)
            return
        for id in touched:
            entity = report.get(id)
            shown = entity.target if isinstance(entity, Comment) else id
            first = self.rows.first(shown)
            if first is not None:
                self._changed(first, first + self.rows[first].span - 1)

    def _is_structural(self, id: str) -> bool:
        """Whether the rows shown may not be those that the report now asks for."""
        entity = self.source.report.get(id)
        if isinstance(entity, Section):
            return self.rows.moved(entity)
        if not isinstance(entity, Output):
            return entity is None and self.rows.first(id) is not None
        if self.rows.first(id) is None:
            return not self.filter and self._in_scope(entity)
        return not self.rows.fits(entity) or not self._in_scope(entity)

    def _renumbers(self, id: str) -> bool:
        """Whether an output that is not shown may have come, gone or moved among those that are."""
        entity = self.source.report.get(id)
        return self.rows.first(id) is None and (entity is None or isinstance(entity, Output))

    def _in_scope(self, output: Output) -> bool:
        if self.scope is None or self.scope == output.id:
            return True
        return any(section.id == self.scope for section in self.source.report.path(output.id))

    def _read_rows(self, keep: frozenset[str]) -> Rows:
        source = self.source
        return Rows.of(source.report, source.reader, source.checker, self.scope, self.filter, keep)

    def _replace(self, rows: Rows) -> None:
        """Puts `rows` in place of those shown; only the stretch that differs is taken out and put in."""
        old, new = ([(row.id, row.component) for row in each.rows] for each in (self.rows, rows))
        start = _common(old, new)
        end = _common(old[start:][::-1], new[start:][::-1])
        gone, come = len(old) - start - end, len(new) - start - end
        if not gone and not come:
            self.rows = rows
            self._changed(0, len(new) - 1)
            return
        rest = self.rows.rows[:start] + self.rows.rows[start + gone :]
        if gone:
            self.beginRemoveRows(NO_INDEX, start, start + gone - 1)
            self.rows = Rows(rest, rows.hidden, {}, {})
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NO_INDEX, start, start + come - 1)
            self.rows = Rows([*rest[:start], *rows.rows[start : start + come], *rest[start:]], rows.hidden, {}, {})
            self.endInsertRows()
        self.rows = rows  # with the numbers that the rows below have now
        self._changed(start, len(new) - 1)
        self.restructured.emit()

    def _changed(self, first: int, last: int, column: int = len(COLUMNS) - 1) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, NUMBER_COLUMN), self.index(last, column))

    # one row

    def row(self, at: int) -> Row:
        """What row `at` shows."""
        return self.rows[at]

    def output(self, at: int) -> Output:
        """The output of a row; KeyError in a heading row."""
        return self.source.report.output(self.rows[at].id)

    def component(self, at: int) -> tuple[Component, Figure]:
        """The component of a row and what was read from it; KeyError in a heading row."""
        row = self.rows[at]
        output = self.source.report.output(row.id)
        figures = self.source.reader.figures(output)
        for component, figure in zip(output.components, figures, strict=True):
            if component.id == row.component:
                return component, figure
        raise KeyError(row)

    def planned_as_read(self, at: int) -> Planned:
        """The planned figure of a row as its planned text says, whatever was set by hand."""
        output, component = self.output(at), self.rows[at].component
        bare = replace(output, components=tuple(replace(each, planned=None) for each in output.components))
        figures = self.source.reader.figures(bare)
        return next(figure.planned for figure in figures if figure.component_id == component)

    def number(self, at: int) -> int:
        """The number of a row's output within its accomplishment."""
        return self.source.report.number_of(self.output(at))

    def heading(self, at: int) -> tuple[Section, ...]:
        """The sections down to the accomplishment of a heading row."""
        return self.source.report.path(self.rows[at].id)

    # for Qt

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """The number of rows shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heading rows are only looked at; what can be edited is in the columns."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.rows.rows[index.row()].component is None:
            return Qt.ItemFlag.ItemIsEnabled
        editable = COLUMNS[index.column()].field in EDITABLE and not self.source.read_only
        return WRITABLE if editable else READABLE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Titles of the columns; the narrow ones have a name only."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Roles.DisplayRole:
            return self.translator(column.title)
        if role in (Roles.AccessibleTextRole, Roles.ToolTipRole):
            return self.translator(column.name)
        if role == Roles.TextAlignmentRole:
            return AT_RIGHT if column.end != self.source.language.rtl else AT_LEFT
        return None

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """What a cell says, in words; what an editor starts with."""
        if not index.isValid() or not self._is_there(index.row()):
            return None
        at, field = index.row(), COLUMNS[index.column()].field
        if self.rows[at].component is None:
            return self._spoken(at, field) if role in SPOKEN and index.column() == 0 else None
        match role:
            case Roles.DisplayRole | Roles.AccessibleTextRole:
                return self._spoken(at, field)
            case Roles.EditRole:
                return self.text(at, field)
            case Roles.ToolTipRole if field is Field.PLANNED and not self.component(at)[1].read:
                return self.translator(texts.from_text(self.planned_as_read(at), self.source.language))
            case Roles.ToolTipRole if field is Field.FINDINGS:
                return self._spoken(at, field)
            case _ if role == ExplanationRole and field is Field.REMARKS:
                return self.text(at, Field.EXPLANATION)
        return None

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:
        """Writes a field; with `ExplanationRole` the explanation of a remarks cell."""
        if not index.isValid() or self.rows[index.row()].component is None:
            return False
        field = COLUMNS[index.column()].field
        if role == ExplanationRole:
            field = Field.EXPLANATION
        elif role != Roles.EditRole:
            return False
        row = self.rows[index.row()]
        return field in EDITABLE and row.component is not None and self.write(row.id, row.component, field, str(value))

    def text(self, at: int, field: Field) -> str:
        """What an editor of a field starts with, and what is copied."""
        match field:
            case Field.PLANNED_TEXT:
                return self.output(at).planned_text
            case Field.PLANNED:
                return write_planned(self.component(at)[1].planned, self.source.language)
            case Field.COMPLETED | Field.REMARKS | Field.EXPLANATION:
                return str(getattr(self.component(at)[0], field))
            case Field.LABEL:
                return self.component(at)[0].label or ""
            case _:
                return self._spoken(at, field)

    def _spoken(self, at: int, field: Field) -> str:
        from rbb_editor.gui.table.spoken import spoken  # a start paints all cells and says none

        return spoken(self, at, field)

    def write(self, output: str, component: str, field: Field, text: str) -> bool:
        """Writes a field; whether anything changed. UserError when it cannot be written; ValueError: no figure."""
        from rbb_editor.gui.table.writing import Typed, change_of  # the edits are loaded when the first one is made

        source = self.source
        change = change_of(source.report, source.reader, source.language, Typed(output, component, field, text))
        source.do(change)
        return change is not None

    def place(self, output: str, component: str | None, field: str) -> QModelIndex:
        """The index of a cell; an invalid one where the rows shown do not hold it."""
        at = self.rows.find(output, component)
        if at is None or self.rows[at].component is None:
            return QModelIndex()
        return self.index(at, column_of(field))

    def _is_there(self, at: int) -> bool:
        """Whether the report still holds what a row shows: between a change and `refresh` it may not."""
        row, report = self.rows[at], self.source.report
        return row.id in report if row.component is None else report.has_figure(row.id, row.component)


MANY = 200
"""Touched entities from which on all rows are drawn again, instead of one by one."""
SPOKEN = (Roles.DisplayRole, Roles.AccessibleTextRole, Roles.ToolTipRole)
assert COLUMNS[REMARKS_COLUMN].field is Field.REMARKS


def _common(one: list[tuple[Any, ...]], other: list[tuple[Any, ...]]) -> int:
    """How many items two lists have in common at their start."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
