"""The selected cells as clipboard data: bare text, tab-separated text, an HTML table, whole outputs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from rbb_editor.domain.values import ActualKind, Number, PlannedKind
from rbb_editor.gui.table.carried import to_json
from rbb_editor.gui.table.clip import Table, to_tsv
from rbb_editor.gui.table.clip_html import to_html
from rbb_editor.gui.table.columns import COLUMNS, Field
from rbb_editor.gui.transfer_types import OUTPUTS

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

COPIED = (Field.NUMBER, Field.PLANNED_TEXT, Field.PLANNED, Field.COMPLETED, Field.REMARKS)


def copied(view: "TableView") -> QMimeData | None:
    """What is copied of the selected cells, or of the current one; None where nothing is current."""
    table, numbers = _selected(view)
    if not table:
        return None
    data = QMimeData()
    whole = view.selection.whole()
    if len(table) == 1 and len(table[0]) == 1 and not whole:
        data.setText(table[0][0])
        return data
    data.setText(to_tsv(table))
    data.setHtml(to_html(table, numbers))
    if whole:
        report = view.table_model.source.report
        data.setData(OUTPUTS, to_json([report.output(id) for id in whole]))
    return data


def _selected(view: "TableView") -> tuple[Table, list[list[Number | None]]]:
    """The texts of the selected cells in rows, and which of them are counts."""
    model = view.table_model
    spot = view.standing.spot()
    chosen = set(view.selection.cells())
    if len(chosen) <= 1:
        return ([[model.text(spot.row, spot.field)]], []) if spot is not None else ([], [])
    columns = sorted({column for _, column in chosen if COLUMNS[column].field in COPIED})
    rows = sorted({row for row, _ in chosen})
    table = [[_cell(view, row, column) if (row, column) in chosen else "" for column in columns] for row in rows]
    numbers = [[_number(view, row, column) if (row, column) in chosen else None for column in columns] for row in rows]
    return table, numbers


def _cell(view: "TableView", row: int, column: int) -> str:
    """A cell as it would be printed: remarks and explanation are consecutive paragraphs."""
    model, field = view.table_model, COLUMNS[column].field
    if COLUMNS[column].spans and model.row(row).place > 0:
        return ""
    if field is Field.REMARKS:
        parts = (model.text(row, field), model.text(row, Field.EXPLANATION))
        return "\n".join(part for part in parts if part)
    return model.text(row, field)


def _number(view: "TableView", row: int, column: int) -> Number | None:
    """The value of a cell that holds a plain count, so that a spreadsheet can reckon with it."""
    field = COLUMNS[column].field
    if field not in (Field.PLANNED, Field.COMPLETED):
        return None
    figure = view.table_model.component(row)[1]
    if field is Field.COMPLETED:
        return figure.actual.value if figure.actual.kind is ActualKind.QUANTITY else None
    planned = figure.planned
    plain = planned.kind is PlannedKind.QUANTITY and planned.qualifier is None
    return planned.value if plain else None
