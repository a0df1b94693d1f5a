"""One note of an import in full: the sentence, the words of the source, and what became of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rbb_editor import resources
from rbb_editor.domain.entities import Output, Section
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.import_notes import KINDS, places
from rbb_editor.gui.look.signs import outcome_words
from rbb_editor.gui.table.notation import write_planned
from rbb_editor.i18n import Translator
from rbb_editor.project.transfer import Certainty, Imported, ImportNote

WORDS = {
    Certainty.CERTAIN: Text.of(N_("Certain")),
    Certainty.LIKELY: Text.of(N_("Likely")),
    Certainty.GUESS: Text.of(N_("Guess")),
}
HEADS = ("", N_("Planned output"), N_("Planned"), N_("Completed"), N_("Remarks and explanation"))
SOURCE_HEIGHT = 150


class NoteView(QScrollArea):
    """Shows one note."""

    def __init__(self, imported: Imported, say: Translator) -> None:
        super().__init__()
        self._imported = imported
        self._say = say
        self._language = resources.language(imported.report.info.language)
        self._reader = Reader(self._language)
        self.setWidgetResizable(True)
        self.setMinimumWidth(420)
        self.title = _label("heading")
        self.certainty = _label("note")
        self.sentence = _label("plain", wrap=True)
        self._source_head = _label("note")
        self.source = QPlainTextEdit()
        self.source.setReadOnly(True)
        self.source.setMaximumHeight(SOURCE_HEIGHT)
        self.source.setAccessibleName(say(N_("Source")))
        self._result_head = _label("note")
        self.result = QTableWidget(0, len(HEADS))
        self.result.setAccessibleName(say(N_("Result")))
        self._dress_result()
        page = QWidget()
        page.setProperty("pane", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.certainty)
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(self._source_head)
        column.addWidget(self.source)
        column.addSpacing(8)
        column.addWidget(self._result_head)
        column.addWidget(self.result, 1)
        column.addStretch(0)
        self.setWidget(page)

    def show_nothing(self) -> None:
        """The file needed no repair."""
        self.title.setText(self._say(N_("Nothing had to be repaired")))
        self.sentence.setText(self._say(N_("The file was read as it stands.")))
        for widget in (self._source_head, self.source, self._result_head, self.result):
            widget.hide()

    def show_note(self, note: ImportNote, number: int, total: int) -> None:
        """Shows a note; `number` of `total`."""
        say = self._say
        self.title.setText(say(KINDS[note.kind]))
        place = say(N_("{number} of {total}"), number=number, total=total)
        self.certainty.setText(f"{say(WORDS[note.certainty])} · {place}")
        self.sentence.setText(say(note.message))
        where = places(note)
        numbered = any(each.line is not None for each in note.places)
        self._source_head.setText(say(N_("Source, line {place}") if numbered else N_("Source, {place}"), place=where))
        self._source_head.setVisible(bool(note.source or where))
        self.source.setPlainText(note.source.replace("\t", "  ⇥  "))
        self.source.setVisible(bool(note.source))
        self._show_result(note)

    def _show_result(self, note: ImportNote) -> None:
        report = self._imported.report
        entity = report.get(note.target) if note.target is not None else None
        outputs: list[Output] = []
        if isinstance(entity, Output):
            siblings = [node for node in report.children(entity.parent) if isinstance(node, Output)]
            at = siblings.index(entity)
            outputs = siblings[at : at + 2]
        elif isinstance(entity, Section):
            outputs = [node for node in report.children(entity.id) if isinstance(node, Output)][:2]
        address = report.address(entity.id) if isinstance(entity, (Output, Section)) else ""
        self._result_head.setText(self._say(N_("Result: {place}"), place=address))
        self._result_head.setVisible(bool(address))
        self.result.setVisible(bool(outputs))
        self._fill(outputs)

    def _fill(self, outputs: list[Output]) -> None:
        self.result.setRowCount(0)
        for output in outputs:
            first = self.result.rowCount()
            figures = self._reader.figures(output)
            for component, figure in zip(output.components, figures, strict=True):
                words = self._say(outcome_words(figure.planned, figure.actual, figure.outcome, self._language))
                row = self.result.rowCount()
                self.result.insertRow(row)
                cells = (
                    str(self._imported.report.number_of(output)) if row == first else "",
                    output.planned_text if row == first else "",
                    write_planned(figure.planned, self._language),
                    f"{component.completed}\n{words}",
                    "\n".join(filter(None, (component.remarks, component.explanation))),
                )
                for column, text in enumerate(cells):
                    item = QTableWidgetItem(text)
                    item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
                    self.result.setItem(row, column, item)
            if len(output.components) > 1:
                for column in (0, 1):
                    self.result.setSpan(first, column, len(output.components), 1)
        self.result.resizeRowsToContents()  # a handful of rows

    def _dress_result(self) -> None:
        rtl = self._language.rtl
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.result.setLayoutDirection(direction)
        self.result.setHorizontalHeaderLabels([self._say(head) for head in HEADS])
        self.result.verticalHeader().hide()
        header = self.result.horizontalHeader()
        header.setFixedHeight(32)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((0, 36), (2, 74), (3, 104)):
            self.result.setColumnWidth(column, width)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        for column in (1, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.result.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.result.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.result.setFrameShape(QFrame.Shape.NoFrame)
        self.result.setWordWrap(True)
        self.result.setMinimumHeight(260)


def _label(role: str, *, wrap: bool = False) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
