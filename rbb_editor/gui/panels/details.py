"""What is known of the current figure, or of the node where no figure is current: facts to read, nothing to edit."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rbb_editor.domain.entities import Output, Section
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.lines import own
from rbb_editor.gui.look.signs import OUTCOME_NAMES
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels import facts
from rbb_editor.gui.panels.facts import Fact
from rbb_editor.gui.panels.facts_form import FactsForm, label, put
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.tally import ALL, REASON_MISSING, Tally

Place = tuple[str | None, str | None, str | None]


class DetailsPanel(QScrollArea):
    """A heading and lists of facts."""

    def __init__(self, project: Project, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self._place: Place = (None, None, None)
        self._with_ids = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr(N_("Details")))
        self.heading = QLabel()
        self.heading.setProperty("role", "strong")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self._form = FactsForm(tr)
        self._id_form = QFormLayout()
        self._id_form.setVerticalSpacing(4)
        self.ids = link("", flush=True)
        self.ids.clicked.connect(self._toggle_ids)
        page = QWidget()
        page.setProperty("pane", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        nest(column, self._form)
        nest(column, self._id_form)
        column.addWidget(self.ids, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.setWidget(page)

    def show_place(self, node: str | None, output: str | None, component: str | None) -> None:
        """The facts of a figure, else of a node."""
        self._place = (node, output, component)
        report = self._project.report
        entity = report.get(output) if output is not None else None
        self._form.begin()
        if isinstance(entity, Output):
            put(self.heading, entity.planned_text, rtl=self._project.language.rtl)
            self._show_figure(entity, component)
        elif node is not None and isinstance(section := report.get(node), Section):
            put(self.heading, section.title, rtl=self._project.language.rtl)
            self._add(self._section(section))
        else:
            put(self.heading, report.info.title, rtl=self._project.language.rtl)
            self._add(self._report())
        self._form.end()
        self._show_ids(entity)

    def _toggle_ids(self) -> None:
        self._with_ids = not self._with_ids
        self.show_place(*self._place)

    def _show_ids(self, entity: object) -> None:
        """The ids, each below its name, where they are asked for; too long to stand beside it."""
        while self._id_form.rowCount():
            self._id_form.removeRow(0)
        self.ids.setVisible(isinstance(entity, Output))
        self.ids.setText(self._tr(N_("Hide the ids") if self._with_ids else N_("Show the ids")))
        if self._with_ids and isinstance(entity, Output):
            for fact in facts.of_ids(self._project, entity):
                self._id_form.addRow(label(self._tr(fact.name), "note"))
                self._id_form.addRow(label(own(str(fact.value), right=self.isRightToLeft()), ""))

    def _show_figure(self, output: Output, component: str | None) -> None:
        ids = [each.id for each in output.components]
        self._add(facts.of_figure(self._project, output, ids.index(component) if component in ids else 0))

    def _add(self, found: Iterable[Fact]) -> None:
        self._form.add(found, rtl=self._project.language.rtl)

    def _section(self, section: Section) -> Iterable[Fact]:
        tally = Tally(self._project.report, self._project.reader, section.id)
        tally.advance(10_000)
        outputs = sum(1 for _ in self._project.report.outputs(section.id))
        return [
            Fact(Text.of(N_("Outputs")), str(outputs)),
            Fact(Text.of(N_("Figures")), str(tally.counts[ALL])),
            *(Fact(OUTCOME_NAMES[outcome], str(tally.counts[outcome])) for outcome in Outcome),
            Fact(Text.of(N_("Reason missing")), str(tally.counts[REASON_MISSING])),
        ]

    def _report(self) -> Iterable[Fact]:
        counts = self._project.report.counts()
        return [
            Fact(Text.of(N_("Departments")), str(counts.departments)),
            Fact(Text.of(N_("Offices")), str(counts.offices)),
            Fact(Text.of(N_("Accomplishments")), str(counts.accomplishments)),
            Fact(Text.of(N_("Outputs")), str(counts.outputs)),
            Fact(Text.of(N_("Figures")), str(counts.figures)),
        ]
