"""The findings: those of the current row first, each with what is wrong and the ways to its cell and to waive it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rbb_editor.domain.entities import Waiver
from rbb_editor.domain.text import N_
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.begun import Reason
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
    `explain_wanted(Finding)`: say what its rule is about. `writing()`: the reason of a waiver is other words now.
    """

    wanted = Signal(object)
    step_wanted = Signal(int)
    change_wanted = Signal(object)
    explain_wanted = Signal(object)
    writing = Signal()

    def __init__(self, project: Project, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self.form: WaiveForm | None = None
        self._way_back: Callable[[], None] | None = None
        self._row = self._asked_at = ""
        self._awaited: Reason | None = None
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
        self._ask_again()
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
        self._way_back, self._asked_at = back, self._row
        self._waiving().ask(finding)
        if (row := self.model.row_of(finding)) is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def _waiving(self) -> "WaiveForm":
        if self.form is None:
            from rbb_editor.gui.panels.waiving import WaiveForm  # few findings are waived

            self.form = WaiveForm(self._tr)
            self.form.hide()
            self.form.sent.connect(self._waived)
            self.form.left.connect(self._left)
            self.form.writing.connect(self.writing)
            self._column.insertWidget(2, self.form)
        return self.form

    def finish(self) -> bool:
        """Makes the waivers whose reasons were begun, as the report is closed; False where that cannot be written."""
        for reason in self.begun():
            due = self._still(reason) is not None or not self._project.checker.complete
            if due and not self._waive(reason):
                return False
        self.drop()
        return True

    def begun(self) -> tuple[Reason, ...]:
        """Reasons of waivers that were begun and not sent."""
        return self.form.begun() if self.form is not None else ()

    def drop(self) -> None:
        """Forgets them."""
        self.write_again(())

    def write_again(self, reasons: Sequence[Reason]) -> None:
        """Goes on with reasons that were begun before: asks about the last as soon as the check has come there."""
        if reasons or self.form is not None:
            self._waiving().write_again(reasons)
        self._awaited = reasons[-1] if reasons else None
        self._ask_again()

    def _ask_again(self) -> None:
        finding = self._still(self._awaited) if self._awaited is not None else None
        if finding is not None:
            self._awaited = None
            self._waiving().ask(finding, take_keyboard=False)

    def _still(self, reason: Reason) -> Finding | None:
        """The finding that a reason is about, where the check has found it and it is not waived; of several of one rule
        the one that is asked about.
        """
        wanted = (reason.rule, reason.component, False)
        found = [e for e in self._project.checker.of(reason.target) if (e.rule, e.component, e.waived) == wanted]
        asked = self.form.finding if self.form is not None else None
        same = (each for each in found if asked is not None and each.message == asked.message)
        return next(same, found[0] if found else None)

    def mend(self, finding: Finding) -> None:
        """Puts right what one finding is about."""
        from rbb_editor.edits import checks
        from rbb_editor.gui.panels.mends import mendings

        self.change_wanted.emit(checks.mend(self._project.report, mendings([finding])))

    def _waived(self, finding: Finding, text: str) -> None:
        if self._waive(Reason(finding.rule, finding.target, finding.component, text)):
            self._left()

    def _waive(self, reason: Reason) -> bool:
        """Makes a waiver, where its place is still there; False where it could not be written."""
        from rbb_editor.edits import comments
        from rbb_editor.rules.waivers import said_by

        report, now, finding = self._project.report, datetime.now(UTC), self._still(reason)
        if reason.target not in report:
            return True
        change = comments.waive(
            report,
            reason.rule,
            reason.target,
            reason.text,
            author=self._project.author,
            time=now,
            component=reason.component,
            said=said_by(report, finding) if finding is not None else "",
        )
        self.change_wanted.emit(change)
        return change is None or change.pairs[0].id in report

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
