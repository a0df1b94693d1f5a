"""Shows what a paste would change before it does: each filled cell before and after, and what finds no room."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.table.pasting import Plan
from rbb_editor.gui.table.texts import FIELD_NAMES
from rbb_editor.i18n import Translator, isolated

MOST_LINES = 200
"""Cells listed one by one; of the others the number is said."""
LONGEST = 200
"""Characters shown of a text."""
SIZE = (760, 560)
LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class PastePreview(QDialog):
    """`wanted(Plan, str)`: paste "cells", "further" (and add what lies below the last row) or "add" all as outputs."""

    wanted = Signal(object, str)

    def __init__(self, plan: Plan, number: Callable[[int], int], say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._say = plan, say
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for text in self._sentences():
            label = QLabel(say(text))
            label.setWordWrap(True)
            column.addWidget(label)
        self.list = self._listed(number)
        if plan.replaced:
            column.addWidget(self.list, 1)
        rest = len(plan.replaced) - MOST_LINES
        if rest > 0:
            more = Text.of(N_("and {count} further cell"), plural=N_("and {count} further cells"), count=rest)
            column.addWidget(QLabel(say(more)))
        self.replace = QRadioButton(say(N_("&Write into the cells from the current one on")))
        self.add = QRadioButton(say(N_("&Add as new outputs below the current one")))
        self.further = QCheckBox(say(N_("Add what lies &below the last row as new outputs")))
        self.replace.setChecked(True)
        self.further.setChecked(bool(plan.further))
        self.add.toggled.connect(self.further.setDisabled)
        for widget, shown in ((self.replace, plan.carried), (self.further, plan.further), (self.add, plan.carried)):
            if shown:
                column.addWidget(widget)
        prepare(self, N_("Paste"), content, say, N_("Paste"))
        self.accepted.connect(self._take)
        self.resize(*SIZE)

    def _sentences(self) -> list[Text]:
        plan = self._plan
        found = (
            (
                len(plan.replaced),
                N_("{count} filled cell gets other words. One undo brings it back."),
                N_("{count} filled cells get other words. One undo brings all of them back."),
            ),
            (
                plan.reasons,
                N_("{count} reason goes with the remarks that are replaced."),
                N_("{count} reasons go with the remarks that are replaced."),
            ),
            (
                plan.refused,
                N_("{count} planned figure is not understood and stays as it is."),
                N_("{count} planned figures are not understood and stay as they are."),
            ),
            (
                plan.left_out,
                N_("{count} row lies below the end of the table and is left out."),
                N_("{count} rows lie below the end of the table and are left out."),
            ),
            (
                len(plan.further),
                N_("{count} output lies below the end of the table."),
                N_("{count} outputs lie below the end of the table."),
            ),
        )
        return [Text.of(one, plural=many, count=count) for count, one, many in found if count]

    def _listed(self, number: Callable[[int], int]) -> QTableWidget:
        say, lines = self._say, self._plan.replaced[:MOST_LINES]
        table = QTableWidget(len(lines), 4)
        table.setAccessibleName(say(N_("Cells that change")))
        titles = (N_("Row"), N_("Field"), N_("Before"), N_("After"))
        table.setHorizontalHeaderLabels([say(title) for title in titles])
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setDefaultAlignment(LEADING)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setProperty("kind", "lines")
        table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for at, each in enumerate(lines):
            cells = (str(number(each.row)), say(FIELD_NAMES[each.field]), *map(_short, (each.before, each.after)))
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(LEADING)
                table.setItem(at, place, item)
        header = table.horizontalHeader()
        for place in (2, 3):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        for place in (0, 1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _take(self) -> None:
        if self._plan.carried and self.add.isChecked():
            way = "add"
        else:
            way = "further" if self._plan.further and self.further.isChecked() else "cells"
        self.wanted.emit(self._plan, way)


def _short(text: str) -> str:
    return isolated(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
