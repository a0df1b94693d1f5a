"""The findings: those of the current row first, each with what is wrong and the ways to its cell and to waive it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rbb_editor.domain.entities import Waiver
from rbb_editor.domain.text import N_
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.findings_list import FindingsList
from rbb_editor.gui.panels.findings_model import FindingsModel
from rbb_editor.gui.panels.parts import Hairline, link
from rbb_editor.gui.panels.problems import Listed, waived
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.rules import Finding

if TYPE_CHECKING:
    from rbb_editor.gui.panels.waiving import WaiveForm


class FindingsPanel(QWidget):
    """The list with its empty state and its foot, and the form for waiving one.

    `wanted(Finding)`: go to its cell. `step_wanted(1 or -1)`: go to the next or previous one. `change_wanted(Change)`.
    `explain_wanted(Finding)`: say what its rule is about.
    """

    wanted = Signal(object)
    step_wanted = Signal(int)
    change_wanted = Signal(object)
    explain_wanted = Signal(object)

    def __init__(self, project: Project, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self.form: WaiveForm | None = None
        self._way_back: Callable[[], None] | None = None
        self._row = self._asked_at = ""
        self.model = FindingsModel(project, tr, self)
        self.list = FindingsList(self.model, tr, theme, self, writable=not project.read_only)
        self.list.wanted.connect(self.wanted)
        self.list.waive_wanted.connect(self.waive)
        self.list.withdrawn.connect(self._withdraw)
        self.list.mend_wanted.connect(self.mend)
        self.list.explain_wanted.connect(self.explain_wanted)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "note")
        self._empty.setWordWrap(True)
        self._empty.setMargin(16)  # margins of the contents would go when the style sheet comes
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._total = QLabel()
        self._total.setProperty("role", "note")
        back = link(tr(N_("Previous")), tr(N_("Go to the previous problem")), kind="quiet")
        back.clicked.connect(self._back)
        on = link(f"{tr(N_('Next'))} F8", tr(N_("Go to the next problem")))
        on.clicked.connect(self._on)

        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(self._total)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(on)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(Hairline(theme, self))
        self._column.addWidget(foot)

    def show_findings(self, found: Listed, node: str, row: str, total: int, *, complete: bool) -> None:
        """Lists the findings of a node. `row`: the current output, "" for none; `total`: in the whole report;
        `complete`: all of it has been checked.
        """
        self._row = row
        if self.form is not None and row != self._asked_at:
            self.form.give_way()
        self.model.show(found, waived(self._project, node), node)
        some = bool(self.model.items)
        self.list.setVisible(some)
        self._empty.setVisible(not some)
        nothing = N_("Nothing to correct here.") if complete else N_("The report is being checked.")
        self._empty.setText(self._tr(nothing))
        self._total.setText(self._tr(N_("{count} in the report"), count=total) if complete or total else "")

    def take_keyboard(self) -> None:
        """The keyboard goes to the list, to a finding: the first one where none is chosen yet."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.currentIndex().isValid() and (first := self.model.first()) is not None:
            self.list.setCurrentIndex(first)

    def waive(self, finding: Finding, back: Callable[[], None] | None = None) -> None:
        """Asks, below the list, why a finding is right as it is. `back`: takes the keyboard to where it was before."""
        if self.form is None:
            from rbb_editor.gui.panels.waiving import WaiveForm  # few findings are waived

            self.form = WaiveForm(self._tr)
            self.form.sent.connect(self._waived)
            self.form.left.connect(self._left)
            self._column.insertWidget(2, self.form)
        self._way_back, self._asked_at = back, self._row
        self.form.ask(finding)
        if (row := self.model.row_of(finding)) is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def finish(self) -> bool:
        """Makes the waivers whose reasons were begun, as the report is closed; False where that cannot be written."""
        written = self.take_written()
        while written:
            finding, reason = written[0]
            there = ((each.rule, each.component) for each in self._project.checker.of(finding.target))
            if (finding.rule, finding.component) in there and not self._waived(finding, reason):
                self.write_again(written)
                return False
            del written[0]
        return True

    def take_written(self) -> list[tuple[Finding, str]]:
        """Reasons of waivers that were begun and not sent; they are no longer here then."""
        return self.form.take_written() if self.form is not None else []

    def write_again(self, written: list[tuple[Finding, str]]) -> None:
        """Goes on with reasons that were begun elsewhere."""
        for finding, reason in written:
            self.waive(finding)
            assert self.form is not None
            self.form.reason.setPlainText(reason)

    def mend(self, finding: Finding) -> None:
        """Puts right what one finding is about."""
        from rbb_editor.edits import checks
        from rbb_editor.gui.panels.mends import mendings

        self.change_wanted.emit(checks.mend(self._project.report, mendings([finding])))

    def _waived(self, finding: Finding, reason: str) -> bool:
        """Makes a waiver; False where it could not be written."""
        from rbb_editor.edits import comments

        report, component = self._project.report, finding.component
        if finding.target not in report:
            self._left()
            return True
        now = datetime.now(UTC)
        change = comments.waive(
            report, finding.rule, finding.target, reason, author=self._project.author, time=now, component=component
        )
        self.change_wanted.emit(change)
        made = change is not None and change.pairs[0].id in report
        if made:
            self._left()
        return made

    def _withdraw(self, waiver: Waiver) -> None:
        from rbb_editor.edits import comments

        if waiver.id in self._project.report:
            self.change_wanted.emit(comments.withdraw_waiver(self._project.report, waiver.id))

    def _left(self) -> None:
        if self.form is not None:
            self.form.clear()
        back, self._way_back = self._way_back, None
        if back is not None:
            back()
        else:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _back(self) -> None:
        self.step_wanted.emit(-1)

    def _on(self) -> None:
        self.step_wanted.emit(1)
