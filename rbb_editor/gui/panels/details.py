"""What is known of the current figure, or of the node where no figure is current: sentences, nothing to edit."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rbb_editor.domain.entities import Output, Section
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look.signs import OUTCOME_NAMES, outcome_words
from rbb_editor.gui.table.tally import ALL, REASON_MISSING, Tally
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

Line = tuple[Text, Text | str]


class DetailsPanel(QScrollArea):
    """A heading and a list of facts."""

    def __init__(self, project: Project, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self.setWidgetResizable(True)
        self.setAccessibleName(tr(N_("Details")))
        self.heading = QLabel()
        self.heading.setProperty("role", "strong")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(16)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        page = QWidget()
        page.setProperty("pane", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(self._form)
        column.addStretch(1)
        self.setWidget(page)

    def show_place(self, node: str | None, output: str | None, component: str | None) -> None:
        """The facts of a figure, else of a node."""
        report = self._project.report
        entity = report.get(output) if output is not None else None
        if isinstance(entity, Output):
            heading, facts = self._figure(entity, component)
        elif node is not None and isinstance(section := report.get(node), Section):
            heading, facts = section.title, self._section(section)
        else:
            heading, facts = self._project.report.info.title, self._report()
        self.heading.setText(heading)
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, value in facts:
            self._form.addRow(self._label(self._tr(name), "note"), self._label(self._said(value), ""))

    def _said(self, value: Text | str) -> str:
        return self._tr(value) if isinstance(value, Text) else value

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(not role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            label.setProperty("role", role)
        return label

    def _figure(self, output: Output, component: str | None) -> tuple[str, Iterable[Line]]:
        ids = [each.id for each in output.components]
        place = ids.index(component) if component in ids else 0
        figure = self._project.reader.figures(output)[place]
        part = output.components[place]
        language = self._project.language
        words = outcome_words(figure.planned, figure.actual, figure.outcome, language)
        origin = N_("read from the planned output") if figure.read else N_("entered by hand")
        facts: list[Line] = [
            (Text.of(N_("Place")), self._project.report.address(output.id)),
            (Text.of(N_("Figure")), Text.of(N_("{place} of {count}"), place=place + 1, count=len(ids))),
            *([(Text.of(N_("Counts")), part.label)] if part.label else []),
            (Text.of(N_("Planned figure")), Text.of(origin)),
            (Text.of(N_("Outcome")), words),
        ]
        if needs_explanation(figure.outcome):
            reason = N_("given") if part.explanation.strip() else N_("missing")
            facts.append((Text.of(N_("Reason")), Text.of(reason)))
        return output.planned_text, facts

    def _section(self, section: Section) -> Iterable[Line]:
        tally = Tally(self._project.report, self._project.reader, section.id)
        tally.advance(10_000)
        outputs = sum(1 for _ in self._project.report.outputs(section.id))
        return [
            (Text.of(N_("Outputs")), str(outputs)),
            (Text.of(N_("Figures")), str(tally.counts[ALL])),
            *((OUTCOME_NAMES[outcome], str(tally.counts[outcome])) for outcome in Outcome),
            (Text.of(N_("Reason missing")), str(tally.counts[REASON_MISSING])),
        ]

    def _report(self) -> Iterable[Line]:
        counts = self._project.report.counts()
        return [
            (Text.of(N_("Departments")), str(counts.departments)),
            (Text.of(N_("Offices")), str(counts.offices)),
            (Text.of(N_("Accomplishments")), str(counts.accomplishments)),
            (Text.of(N_("Outputs")), str(counts.outputs)),
            (Text.of(N_("Figures")), str(counts.figures)),
        ]
