"""The pages of the centre for what is printed outside the tables: the front matter, and the abbreviations."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.entities import Abbreviation
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.panels.parts import pane
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

FIELDS = (
    ("symbol", N_("Symbol")),
    ("session", N_("Session")),
    ("agenda_item", N_("Agenda item")),
    ("agenda_title", N_("Title of the agenda item")),
    ("title", N_("Title of the report")),
    ("period_start", N_("Period from")),
    ("period_end", N_("Period to")),
    ("author", N_("Author line")),
    ("summary", N_("Summary")),
    ("section_number", N_("Number of the section")),
    ("section_title", N_("Title of the section")),
)
"""The fields of the front matter in printed order, with their labels."""
LONG = frozenset({"summary", "title"})
WIDEST = 760
CONTROL = Qt.KeyboardModifier.ControlModifier


class LongField(QPlainTextEdit):
    """A text of several lines that says when it is left. `editingFinished()` as a line has it."""

    editingFinished = Signal()  # noqa: N815  (as QLineEdit calls it)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends the typing."""
        super().focusOutEvent(event)
        self.editingFinished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter ends the typing, Tab goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & CONTROL:
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)


class FrontPage(QScrollArea):
    """A form; each field is taken over when it is left. `edited(dict of name to value)`."""

    edited = Signal(object)

    def __init__(self, project: Project, tr: Translator) -> None:
        super().__init__()
        self._project = project
        self.setWidgetResizable(True)
        self.fields: dict[str, QLineEdit | LongField] = {}
        page = pane("surface")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, words in FIELDS:
            field = self._field(name)
            field.setReadOnly(project.read_only)
            field.setAccessibleName(tr(words))
            field.setMaximumWidth(WIDEST)
            self.fields[name] = field
            label = QLabel(tr(words))
            label.setProperty("role", "note")
            label.setBuddy(field)
            form.addRow(label, field)
        heading = QLabel(tr(N_("Masthead, summary")))
        heading.setProperty("role", "heading")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 30, 16)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addLayout(form)
        column.addStretch(1)
        self.setWidget(page)
        self.read()

    def read(self) -> None:
        """Takes every field from the report, but for the one that is being typed in."""
        info = self._project.report.info
        for name, field in self.fields.items():
            value = str(getattr(info, name))
            if isinstance(field, QLineEdit):
                if field.text() != value and not (field.hasFocus() and field.isModified()):
                    field.setText(value)
            elif field.toPlainText() != value and not field.hasFocus():
                field.setPlainText(value)

    def commit(self) -> None:
        """Takes over what has been typed so far."""
        info = self._project.report.info
        typed = {name: _text(field) for name, field in self.fields.items()}
        changed = {name: value for name, value in typed.items() if value != getattr(info, name)}
        valid = {name: value for name, value in changed.items() if not name.startswith("period_") or _is_date(value)}
        if valid and not self._project.read_only:
            self.edited.emit(valid)
        for name in changed.keys() - valid.keys():
            field = self.fields[name]
            assert isinstance(field, QLineEdit)
            field.setText(str(getattr(info, name)))

    def _field(self, name: str) -> QLineEdit | LongField:
        if name not in LONG:
            line = QLineEdit()
            if name.startswith("period_"):
                line.setPlaceholderText("2016-07-01")
            line.editingFinished.connect(self.commit)
            return line
        text = LongField()
        text.setTabChangesFocus(True)
        text.setMinimumHeight(52 if name == "title" else 240)
        text.setMaximumHeight(64 if name == "title" else 420)
        text.editingFinished.connect(self.commit)
        return text


class AbbreviationsPage(QWidget):
    """The list of abbreviations, edited in place. `edited(dict)` with the whole new list."""

    edited = Signal(object)

    def __init__(self, project: Project, tr: Translator) -> None:
        super().__init__()
        self._project = project
        self._tr = tr
        self._reading = False
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(tr(N_("Abbreviations")))
        self.table.setHorizontalHeaderLabels([tr(N_("Abbreviation")), tr(N_("Long form"))])
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setFixedHeight(32)
        self.table.setColumnWidth(0, 180)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        if project.read_only:
            self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.itemChanged.connect(self._changed)
        self.add = QPushButton(tr(N_("&Add abbreviation")))
        self.add.clicked.connect(self._add)
        self.remove = QPushButton(tr(N_("De&lete abbreviation")))
        self.remove.clicked.connect(self._remove)
        for button in (self.add, self.remove):
            button.setEnabled(not project.read_only)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 14, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.read()

    def read(self) -> None:
        """Takes the list from the report."""
        self._reading = True
        listed = self._project.report.info.abbreviations
        self.heading.setText(self._tr(Text.of(N_("Abbreviations ({count})"), count=len(listed))))
        self.table.setRowCount(len(listed))
        for at, each in enumerate(listed):
            for column, text in enumerate((each.short, each.long)):
                item = self.table.item(at, column)
                if item is None:
                    self.table.setItem(at, column, QTableWidgetItem(text))
                elif item.text() != text:
                    item.setText(text)
        self._reading = False

    def commit(self) -> None:
        """Ends the typing in a cell."""
        self.table.setFocus()

    def _changed(self, item: QTableWidgetItem) -> None:
        if self._reading:
            return
        listed = list(self._project.report.info.abbreviations)
        at = item.row()
        each = listed[at] if at < len(listed) else Abbreviation("", "")
        short, long = (item.text(), each.long) if item.column() == 0 else (each.short, item.text())
        listed[at : at + 1] = [Abbreviation(short, long)] if short or long else []
        self.edited.emit({"abbreviations": tuple(listed)})

    def _add(self) -> None:
        self._reading = True
        at = self.table.rowCount()
        self.table.insertRow(at)
        for column in (0, 1):
            self.table.setItem(at, column, QTableWidgetItem())
        self._reading = False
        self.table.setCurrentCell(at, 0)
        self.table.edit(self.table.currentIndex())

    def _remove(self) -> None:
        at = self.table.currentRow()
        listed = list(self._project.report.info.abbreviations)
        if 0 <= at < len(listed):
            self.edited.emit({"abbreviations": (*listed[:at], *listed[at + 1 :])})


def _text(field: QLineEdit | LongField) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _is_date(text: str) -> bool:
    """Whether a text is an ISO date, or empty."""
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False
