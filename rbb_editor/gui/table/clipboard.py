"""Copy, cut, paste and clear of cells."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from rbb_editor.errors import UserError
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.clip import from_tsv, to_html, to_tsv
from rbb_editor.gui.table.columns import COLUMNS, EDITABLE, REMARKS_COLUMN, Field
from rbb_editor.gui.table.writing import Typed, changes_of

if TYPE_CHECKING:
    from rbb_editor.domain.text import Text
    from rbb_editor.gui.table.view import TableView

PASTED_AS_ONE = (Field.PLANNED_TEXT, Field.REMARKS, Field.EXPLANATION)
CLEARED = (Field.COMPLETED, Field.REMARKS, Field.EXPLANATION)
COPIED = (Field.NUMBER, Field.PLANNED_TEXT, Field.PLANNED, Field.COMPLETED, Field.REMARKS)


class Clipboard:
    """The cells of one table to and from the system's clipboard."""

    def __init__(self, view: "TableView") -> None:
        self._view = view

    def copy(self) -> None:
        """The selected cells as tab-separated text and as a table; one cell alone as its bare text."""
        table = self._selected()
        if not table:
            return
        data = QMimeData()
        if len(table) == 1 and len(table[0]) == 1:
            data.setText(table[0][0])
        else:
            data.setText(to_tsv(table))
            data.setHtml(to_html(table))
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copies the cells and clears those that may be cleared."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empties figures, remarks and explanations, and takes back planned figures set by hand; no planned text."""
        view = self._view
        cells = []
        for at, field in self._chosen():
            row = view.table_model.row(at)
            if row.component is None:
                continue
            if field in CLEARED or (field is Field.PLANNED and not view.table_model.component(at)[1].read):
                cells.append(Typed(row.id, row.component, field, ""))
        self._write(texts.CLEAR, cells)

    def paste(self) -> None:
        """The clipboard's text into the current cell; a table of cells into the cells from there on."""
        view = self._view
        spot = view.standing.spot()
        text = QGuiApplication.clipboard().text()
        if spot is None or not text:
            return
        row = view.table_model.row(spot.row)
        assert row.component is not None
        if "\t" not in text and spot.field in PASTED_AS_ONE:
            cells = [Typed(row.id, row.component, spot.field, text.strip("\n"))]
        else:
            cells = self._spread(from_tsv(text), spot.row, spot.field)
        self._write(texts.PASTE, cells)

    def _spread(self, table: list[list[str]], at: int, field: Field) -> list[Typed]:
        """Pasted cells by where they come to lie; what lies outside the table or cannot be edited is left out."""
        rows = self._view.table_model.rows
        fields = [column.field for column in COLUMNS]
        first = REMARKS_COLUMN if field is Field.EXPLANATION else fields.index(field)
        cells: list[Typed] = []
        for line in table:
            while at < len(rows) and rows[at].component is None:
                at += 1
            if at >= len(rows):
                break
            for field_at, text in zip(fields[first:], line, strict=False):
                component = rows[at].component
                whole = Field.EXPLANATION if field is Field.EXPLANATION and field_at is Field.REMARKS else field_at
                spanned = field_at is Field.PLANNED_TEXT and rows[at].place > 0
                if whole in EDITABLE and component is not None and not spanned:
                    cells.append(Typed(rows[at].id, component, whole, text))
            at += 1
        return cells

    def _write(self, label: "Text", cells: list[Typed]) -> None:
        view = self._view
        source = view.table_model.source
        if not cells:
            return
        try:
            change = changes_of(source.report, source.reader, source.language, label, cells)
            source.do(change)
        except ValueError:
            view.said.emit(texts.PLANNED_REFUSED)
        except UserError as error:
            view.failed.emit(error)
        else:
            view.edited.emit()

    def _chosen(self) -> list[tuple[int, Field]]:
        view = self._view
        indexes = view.selectedIndexes()
        spot = view.standing.spot()
        if len(indexes) > 1:
            chosen = []
            for index in sorted(indexes, key=lambda index: (index.row(), index.column())):
                field = COLUMNS[index.column()].field
                chosen.append((index.row(), field))
                if field is Field.REMARKS:
                    chosen.append((index.row(), Field.EXPLANATION))
            return chosen
        return [(spot.row, spot.field)] if spot is not None else []

    def _selected(self) -> list[list[str]]:
        view = self._view
        model = view.table_model
        spot = view.standing.spot()
        indexes = [index for index in view.selectedIndexes() if model.row(index.row()).component is not None]
        if len(indexes) <= 1:
            return [[model.text(spot.row, spot.field)]] if spot is not None else []
        columns = sorted({i.column() for i in indexes if COLUMNS[i.column()].field in COPIED})
        chosen = {(index.row(), index.column()) for index in indexes}
        return [
            [self._cell(row, column) if (row, column) in chosen else "" for column in columns]
            for row in sorted({row for row, _ in chosen})
        ]

    def _cell(self, row: int, column: int) -> str:
        """A cell as it would be printed: remarks and explanation are consecutive paragraphs."""
        model, field = self._view.table_model, COLUMNS[column].field
        if COLUMNS[column].spans and model.row(row).place > 0:
            return ""
        if field is Field.REMARKS:
            parts = (model.text(row, field), model.text(row, Field.EXPLANATION))
            return "\n".join(part for part in parts if part)
        return model.text(row, field)
