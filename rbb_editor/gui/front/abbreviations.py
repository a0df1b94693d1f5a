"""The page of the abbreviations: its table with what adds to it, sorts it and pastes into it."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QMimeData, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.text import N_, Text
from rbb_editor.edits import front
from rbb_editor.errors import UserError
from rbb_editor.gui.front.abbreviations_table import AbbreviationsTable
from rbb_editor.gui.front.model import AbbreviationsModel, Column
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.begun import Line
from rbb_editor.gui.table.clip import from_tsv, to_tsv
from rbb_editor.gui.table.clip_html import from_html, to_html
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.abbreviations import counting, from_table


class AbbreviationsPage(QWidget):
    """`change_wanted(Change)`. `uses_wanted(short)`: show where it is used. `said(Text)`, `failed(UserError)`."""

    change_wanted = Signal(object)
    uses_wanted = Signal(str)
    said = Signal(object)
    failed = Signal(object)

    def __init__(self, project: Project, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._project = project
        self._tr = tr
        self._counts: Iterator[Mapping[str, int]] = iter(())
        self._found: Mapping[str, int] = {}
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.model = AbbreviationsModel(project, tr, theme, self)
        self.model.change_wanted.connect(self.change_wanted)
        self.model.refused.connect(self._refused)
        self.table = AbbreviationsTable(self.model, tr, theme)
        buttons = (
            (N_("&Add abbreviation"), self._add),
            (N_("De&lete abbreviation"), self._remove),
            (N_("S&ort"), self._sort),
            (N_("&Paste list"), self.paste),
        )
        row = QHBoxLayout()
        self.buttons = []
        for words, work in buttons:
            button = QPushButton(tr(words))
            button.setEnabled(not project.read_only)
            button.clicked.connect(work)
            row.addWidget(button)
            self.buttons.append(button)
        self.add, self.remove, self.sort, self.paste_list = self.buttons
        self.paste_list.setToolTip(tr(N_("Paste a list from Word or Excel: the short form, then the long one")))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 14, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        nest(column, row)
        self.setFocusProxy(self.table)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._count_on)
        self._connect()
        self.read()

    def _connect(self) -> None:
        self.table.key_wanted.connect(self._key)
        self.table.clipboard_wanted.connect(self._clipboard)
        self.table.clicked.connect(self._clicked)
        self.table.itemDelegate().closeEditor.connect(self._closed)

    def read(self) -> None:
        """Takes the list from the report, and counts anew where it can be seen."""
        current = self.table.currentIndex()
        row, column = current.row(), current.column()
        self.model.read()
        if row >= 0 and not self.table.currentIndex().isValid() and self.model.rowCount():
            # the place stays: Tab out of a short form leads to its long one, and to no other abbreviation
            self.table.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), column))
        count = len(self._project.report.info.abbreviations)
        self.heading.setText(self._tr(Text.of(N_("Abbreviations ({count})"), count=count)))
        self._recount()

    def commit(self) -> bool:
        """Ends the typing in a cell. What cannot be written is told and goes to the clipboard: True."""
        if self.table.state() == QAbstractItemView.State.EditingState:
            self.table.setFocus()
        return True

    def typed(self) -> Line | None:
        """The abbreviation that is being typed, where it is another one than the report has."""
        index = self.table.currentIndex()
        field = self.table.indexWidget(index)
        if not isinstance(field, QLineEdit) or field.text() == index.data(Qt.ItemDataRole.EditRole):
            return None
        new = index.row() >= len(self.model.shorts())
        return Line("" if new else self.model.shorts()[index.row()], index.column(), field.text())

    def type_again(self, line: Line) -> None:
        """Puts words into the field of an abbreviation, where it still is listed."""
        if not line.short:
            self._add()
        elif line.short in self.model.shorts():
            index = self.model.index(self.model.shorts().index(line.short), line.column)
            self.table.setCurrentIndex(index)
            self.table.edit(index)
        field = self.table.indexWidget(self.table.currentIndex())
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(line.text)

    def showEvent(self, event: QShowEvent) -> None:
        """Counts where they are used."""
        super().showEvent(event)
        self._recount()

    # where they are used

    def _recount(self) -> None:
        if self.isVisible():
            self._counts = counting(self._project.report, self.model.shorts())
            self._idle.start()
        else:
            self._idle.stop()

    def _count_on(self) -> None:
        found = next(self._counts, None)
        if found is not None:
            self._found = found
        else:
            self._idle.stop()
            self.model.show_uses(self._found)

    # editing

    def chosen(self) -> list[int]:
        """The places of the chosen abbreviations."""
        count = len(self._project.report.info.abbreviations)
        return sorted({index.row() for index in self.table.selectedIndexes() if index.row() < count})

    def _add(self) -> None:
        if self.model.drafting and self.table.state() == QAbstractItemView.State.EditingState:
            return  # it is being typed already
        self.commit()
        index = self.model.begin_draft()
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        self.table.edit(index)

    def _remove(self) -> None:
        at = self.table.currentIndex().row()
        self._wanted(front.delete_abbreviations(self._project.report, self.chosen()))
        left = len(self._project.report.info.abbreviations)
        if left:
            self.table.setCurrentIndex(self.model.index(min(at, left - 1), Column.SHORT))

    def _sort(self) -> None:
        self._wanted(front.sort_abbreviations(self._project.report))

    def _closed(self, _editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        QTimer.singleShot(0, self.model, self.model.drop_draft)

    def _key(self, name: str) -> None:
        if name == "uses":
            self._clicked(self.table.currentIndex())
        elif not self._project.read_only:
            (self._add if name == "add" else self._remove)()

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.USES and self.model.uses(index.row()):
            self.uses_wanted.emit(self.model.shorts()[index.row()])

    # the clipboard

    def _clipboard(self, command: str) -> None:
        if command == "paste":
            self.paste()
            return
        listed = self._project.report.info.abbreviations
        rows = [[listed[at].short, listed[at].long] for at in self.chosen()]
        if rows:
            data = QMimeData()
            data.setText(to_tsv(rows))
            data.setHtml(to_html(rows))
            QGuiApplication.clipboard().setMimeData(data)
            if command == "cut" and not self._project.read_only:
                self._remove()

    def paste(self) -> None:
        """Adds the abbreviations on the clipboard: rows of a table, or lines with a tab, a colon or a dash between."""
        if self._project.read_only:
            return
        data = QGuiApplication.clipboard().mimeData()
        try:
            rows = (from_html(data.html()) if data.hasHtml() else None) or from_tsv(data.text())
        except UserError as error:
            self.failed.emit(error)
            return
        found = from_table(rows)
        change = front.add_abbreviations(self._project.report, found)
        before = len(self._project.report.info.abbreviations)
        self._wanted(change)
        added = len(self._project.report.info.abbreviations) - before
        if added:
            self.table.setCurrentIndex(self.model.index(before, Column.SHORT))
        one, many = (
            N_("{count} abbreviation added; listed already: {known}."),
            N_("{count} abbreviations added; listed already: {known}."),
        )
        self.said.emit(Text.of(one, plural=many, count=added, known=len(found) - added))

    def _refused(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.said.emit(Text.of(N_("What was typed is on the clipboard.")))

    def _wanted(self, change: object) -> None:
        if change is not None:
            self.change_wanted.emit(change)
