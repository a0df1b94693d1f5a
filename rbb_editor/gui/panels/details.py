"""What is known of the current figure, or of the node where no figure is current: facts to read, nothing to edit."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rbb_editor.domain.entities import Output, Section
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.lines import own
from rbb_editor.gui.look.signs import OUTCOME_NAMES
from rbb_editor.gui.panels import facts
from rbb_editor.gui.panels.facts import Fact
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.tally import ALL, REASON_MISSING, Tally

if TYPE_CHECKING:
    from rbb_editor.gui.last_year.beside import Beside

LAST_YEAR = Text.of(N_("Last year"))
Place = tuple[str | None, str | None, str | None]


class DetailsPanel(QScrollArea):
    """A heading and lists of facts. `beside`: last year's report, asked for where one is kept."""

    def __init__(
        self,
        project: Project,
        beside: "Callable[[], Beside]",
        tr: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._beside = project, beside
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
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(16)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._used = self._shown = 0
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
        column.addLayout(self._form)
        column.addLayout(self._id_form)
        column.addWidget(self.ids, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.setWidget(page)

    def show_place(self, node: str | None, output: str | None, component: str | None) -> None:
        """The facts of a figure, else of a node."""
        self._place = (node, output, component)
        report = self._project.report
        entity = report.get(output) if output is not None else None
        self._used = 0
        if isinstance(entity, Output):
            self._words(self.heading, entity.planned_text, rtl=self._project.language.rtl)
            self._show_figure(entity, component)
        elif node is not None and isinstance(section := report.get(node), Section):
            self._words(self.heading, section.title, rtl=self._project.language.rtl)
            self._add(self._section(section))
        else:
            self._words(self.heading, report.info.title, rtl=self._project.language.rtl)
            self._add(self._report())
        for at in range(self._used, self._shown):
            self._form.setRowVisible(at, False)
        self._shown = self._used
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
                self._id_form.addRow(self._label(self._tr(fact.name), "note"))
                self._id_form.addRow(self._label(own(str(fact.value), right=self.isRightToLeft()), ""))

    def _show_figure(self, output: Output, component: str | None) -> None:
        ids = [each.id for each in output.components]
        place = ids.index(component) if component in ids else 0
        self._add(facts.of_figure(self._project, output, place))
        if self._project.report.earlier is not None:
            self._show_last_year(output, ids[place])

    def _show_last_year(self, output: Output, component: str) -> None:
        beside = self._beside()
        last_year = beside.want()
        past = last_year.figure(output, component) if last_year is not None else None
        if last_year is not None and past is not None:
            self._row(LAST_YEAR, "", strong=True)
            self._add(facts.of_past(past, output, last_year.language), rtl=last_year.language.rtl)
            return
        if last_year is not None:
            words = N_("Not in last year’s report.")
        elif beside.reading:
            words = N_("Last year’s report is being read…")
        else:
            words = N_("Last year’s report could not be read.")
        self._row(LAST_YEAR, self._tr(words), strong=True)

    def _add(self, found: Iterable[Fact], *, rtl: bool | None = None) -> None:
        for fact in found:
            said = self._tr(fact.value) if isinstance(fact.value, Text) else fact.value
            direction = (self._project.language.rtl if rtl is None else rtl) if fact.document else None
            self._row(fact.name, said, rtl=direction)

    def _row(self, name: Text, value: str, *, rtl: bool | None = None, strong: bool = False) -> None:
        """The next row of the list: one of those there are, as making labels at every key would be slow."""
        if self._used == len(self._rows):
            made = (self._label("", "note"), self._label("", ""))
            made[0].setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            made[0].setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            self._rows.append(made)
            self._form.addRow(*made)
        head, said = self._rows[self._used]
        if self._used >= self._shown:
            self._form.setRowVisible(self._used, True)
        self._used += 1
        for label, role in ((head, "group" if strong else "note"), (said, "apart" if strong else "")):
            if (label.property("role") or "") != role:
                label.setProperty("role", role)
                label.style().unpolish(label)
                label.style().polish(label)
        self._words(head, self._tr(name), rtl=None)
        self._words(said, value, rtl=rtl)

    def _words(self, label: QLabel, words: str, *, rtl: bool | None) -> None:
        """Puts words into a label; those of a report run in the direction of its language (`rtl`)."""
        if rtl is not False:
            words = own(words, right=self.isRightToLeft())
        if label.text() != words:
            label.setText(words)
        has_direction = label.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection)
        if rtl is None:
            if has_direction:
                label.unsetLayoutDirection()
        elif not has_direction or rtl != label.isRightToLeft():
            label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(role != "note")
        label.setMinimumWidth(1)  # a word that is longer than the panel is cut off; the panel stays as wide as it is
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            label.setProperty("role", role)
        return label

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
