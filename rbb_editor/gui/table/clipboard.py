"""Copy, cut, paste and clear of cells and of whole rows, with other programs, reports and windows."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import outputs as output_edits
from rbb_editor.edits import several
from rbb_editor.edits.several import Carried
from rbb_editor.errors import UserError
from rbb_editor.gui.clipped import clipped
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.carried import from_json
from rbb_editor.gui.table.clip import Table, check_length, check_size, from_tsv
from rbb_editor.gui.table.clip_html import from_html
from rbb_editor.gui.table.columns import COLUMNS, EDITABLE, Field
from rbb_editor.gui.table.copying import copied
from rbb_editor.gui.table.pasting import Plan, plan
from rbb_editor.gui.table.writing import Typed, changes_of, reasons_taken
from rbb_editor.gui.transfer_types import OUTPUTS
from rbb_editor.progress import Progress
from rbb_editor.project import Pending

if TYPE_CHECKING:
    from rbb_editor.domain.change import Change
    from rbb_editor.gui.table.view import TableView

PASTED_AS_ONE = (Field.PLANNED_TEXT, Field.REMARKS, Field.EXPLANATION)
FEW = 500
"""Cells of a paste that is worked out before it is made; a larger one is shown anyway."""
CLEARED = (Field.COMPLETED, Field.REMARKS, Field.EXPLANATION)


class Clipboard:
    """The cells of one table to and from the system's clipboard."""

    def __init__(self, view: "TableView") -> None:
        self._view = view

    # copying

    def copy(self) -> None:
        """The selected cells as tab-separated text and as a table; one cell alone as its bare text.

        Whole rows also as outputs with all their figures.
        """
        data = copied(self._view)
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copies the cells and clears those that may be cleared; whole rows go away."""
        self.copy()
        if self._is_for_reading():
            return
        whole = self._view.selection.whole()
        if whole:
            self._make(output_edits.delete_outputs(self._view.table_model.source.report, whole))
        else:
            self.clear()

    def clear(self) -> None:
        """Empties figures, remarks and explanations, and takes back planned figures set by hand; no planned text."""
        view = self._view
        cells = []
        chosen = list(self._chosen())
        if chosen and all(field is Field.PLANNED_TEXT for _, field in chosen):
            view.said.emit(texts.WORDING_STAYS)
        for at, field in chosen:
            row = view.table_model.row(at)
            if row.component is None:
                continue
            if field in CLEARED or (field is Field.PLANNED and not view.table_model.component(at)[1].read):
                cells.append(Typed(row.id, row.component, field, ""))
        self._write(texts.CLEAR, cells)

    def fill(self, text: str) -> None:
        """One text for all selected cells of the current column."""
        self._write(texts.FILL, self._filled(text))

    # pasting

    def paste(self) -> None:
        """Outputs below the current one; a table of cells from the current one on; a text into the current cell.

        A single text goes into all selected cells. What would change more than can be seen is shown first.
        """
        data = clipped()
        if not self._is_for_reading() and data.hasFormat(OUTPUTS):
            try:
                self._add(from_json(bytes(data.data(OUTPUTS).data())))
            except ValueError:
                self.paste_cells()
        else:
            self.paste_cells()

    def paste_cells(self) -> None:
        """As `paste`, but whole rows are pasted as cells too."""
        data = clipped()
        if self._is_for_reading():
            return
        try:
            text = data.text()
            table = from_html(data.html()) if data.hasHtml() else None
            if table is None and not text:
                return
            check_size(text, 0)
            self._paste(table, text)
        except UserError as error:
            self._view.failed.emit(error)

    def _paste(self, table: Table | None, text: str) -> None:
        view = self._view
        spot = view.standing.spot()
        if spot is None:
            if table is not None or "\t" in text:
                rows = table if table is not None else from_tsv(text)
                self._add(plan(rows, Field.PLANNED_TEXT, 0, view.table_model.rows, _nothing, self._language).carried)
            return
        alone = table is None and "\t" not in text and not text.startswith('"')
        if table is not None and len(table) == 1 and len(table[0]) == 1:
            alone, text = True, table[0][0]
        if alone and (spot.field in PASTED_AS_ONE or "\n" not in text.strip("\r\n")):
            check_length(text)
            self._write(texts.PASTE, self._filled(text.strip("\r\n")))
            return
        made = self._with_reasons(self.planned(table if table is not None else from_tsv(text)))
        if made.needs_a_look(self._seen()):
            self._show(made)
        else:
            self.take(made)

    def planned(self, table: Table) -> Plan:
        """What pasting a table of cells from the first selected cell on would do."""
        at, field = self._corner()
        model = self._view.table_model
        return plan(table, field, at, model.rows, model.text, self._language)

    def _with_reasons(self, made: Plan) -> Plan:
        """A plan that counts only the reasons for which the pasted remarks give no other."""
        if not made.reasons or len(made.cells) > FEW:
            return made
        source = self._view.table_model.source
        change = changes_of(source.report, Reader(self._language), self._language, texts.PASTE, made.cells)
        return replace(made, reasons=reasons_taken(change) if change is not None else 0)

    def take(self, made: Plan, *, further: bool = False) -> None:
        """Writes what was planned, in one step; `further`: with what lies below the last row as new outputs."""
        rows, language = self._view.table_model.rows, self._language
        last = rows[len(rows) - 1].id if further and len(rows) else None

        def work(report: Report, progress: Progress) -> "Change | None":
            there = [  # others a review in another window took away
                each
                for each in made.cells
                if report.has_figure(each.output, each.component)
                or (each.field is Field.PLANNED_TEXT and each.output in report)
            ]
            change = changes_of(report, Reader(language), language, texts.PASTE, there, progress)
            if last is None:
                return change
            added = several.paste_outputs(report, report.output(last).parent, last, made.further)
            return added if change is None else change.then(added) if added is not None else change

        self._make(Pending(texts.PASTE, len(made.cells) + len(made.further) * further, work))

    def _show(self, made: Plan) -> None:
        from rbb_editor.gui.dialogs.paste_preview import PastePreview  # rarely wanted

        dialog = PastePreview(
            made, self._view.table_model.number, self._view.table_model.translator, self._view.window()
        )
        dialog.wanted.connect(self._decided)
        dialog.open()

    def _decided(self, made: Plan, way: str) -> None:
        if way == "add":
            self._add(made.carried)
        else:
            self.take(made, further=way == "further")

    def _add(self, carried: list[Carried]) -> None:
        """New outputs below the selected ones, or in the accomplishment shown where it has none; then selected."""
        view = self._view
        report = view.table_model.source.report
        chosen = view.selection.outputs()
        scope = report.get(view.table_model.scope or "")
        if chosen:
            parent = report.output(chosen[-1]).parent
            after: str | None = chosen[-1]
        elif isinstance(scope, Section) and scope.level is Level.ACCOMPLISHMENT:
            below = report.children(scope.id)
            parent, after = scope.id, below[-1].id if below else None
        else:
            view.said.emit(texts.NO_PLACE)
            return
        self.add_outputs(carried, parent, after)

    def add_outputs(self, carried: list[Carried], parent: str, after: str | None) -> None:
        """New outputs behind the output `after` (None: as the first) of an accomplishment; they become selected."""
        view, report = self._view, self._view.table_model.source.report
        if not carried:
            return
        change = self._make(several.paste_outputs(report, parent, after, carried))
        if change is not None:
            new = [pair.id for pair in change.pairs]
            if view.show_cell(new[0], None, Field.PLANNED_TEXT):
                view.selection.restore(new)

    def _filled(self, text: str) -> list[Typed]:
        """One text for the current cell, or for every selected one that can hold it."""
        view = self._view
        cells = []
        chosen = self._chosen() if view.standing.many else []
        spot = view.standing.spot()
        assert spot is not None
        same = [(at, field) for at, field in chosen if field is spot.field] or [(spot.row, spot.field)]
        for at, field in same:
            row = view.table_model.row(at)
            if row.component is not None and field in EDITABLE:
                cells.append(Typed(row.id, row.component, field, text))
        return cells

    def _corner(self) -> tuple[int, Field]:
        """The first of the selected cells: where a pasted table begins."""
        view = self._view
        spot = view.standing.spot()
        assert spot is not None
        if not view.standing.many:
            return spot.row, spot.field if spot.field in EDITABLE else Field.PLANNED_TEXT
        cells = view.selection.cells()
        field = COLUMNS[min(column for _, column in cells)].field
        return cells[0][0], Field.PLANNED_TEXT if field is Field.NUMBER else field

    def _seen(self) -> set[tuple[int, Field]]:
        """The cells on the screen and the selected ones."""
        view = self._view
        first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        rows = set(range(max(first, 0), (last if last >= 0 else len(view.table_model.rows) - 1) + 1))
        seen = {(at, column.field) for at in rows for column in COLUMNS}
        seen |= {(at, Field.EXPLANATION) for at in rows}
        return seen | set(self._chosen())

    # shared

    def _is_for_reading(self) -> bool:
        """Whether nothing can be changed, which is said then."""
        if self._view.table_model.source.read_only:
            self._view.said.emit(texts.READ_ONLY)
            return True
        return False

    @property
    def _language(self) -> Language:
        return self._view.table_model.source.language

    def _write(self, label: Text, cells: list[Typed]) -> None:
        language = self._language

        def work(report: Report, progress: Progress) -> "Change | None":
            return changes_of(report, Reader(language), language, label, cells, progress)

        if cells:
            self._make(Pending(label, len(cells), work))

    def _make(self, change: "Change | Pending | None") -> "Change | None":
        """Makes a change; what cannot be written is said."""
        view = self._view
        try:
            made = view.table_model.source.do(change)
        except ValueError:
            view.said.emit(texts.PLANNED_REFUSED)
        except UserError as error:
            view.failed.emit(error)
        else:
            view.edited.emit()
            return made
        return None

    def _chosen(self) -> list[tuple[int, Field]]:
        view = self._view
        cells = view.selection.cells()
        spot = view.standing.spot()
        if len(cells) > 1:
            chosen = []
            for at, column in cells:
                field = COLUMNS[column].field
                chosen.append((at, field))
                if field is Field.REMARKS:
                    chosen.append((at, Field.EXPLANATION))
            return chosen
        return [(spot.row, spot.field)] if spot is not None else []


def _nothing(_row: int, _field: Field) -> str:
    """What stands in the cells of a table without rows."""
    return ""
