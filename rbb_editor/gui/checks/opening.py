"""What the window does about checks beyond showing findings."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits import checks
from rbb_editor.gui.panels.mends import mendings
from rbb_editor.gui.panels.status import CHECKING
from rbb_editor.gui.slices import Slices, Steps
from rbb_editor.rules import Finding

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.progress import Progress
    from rbb_editor.project import Project

BACKUP = "before mending"
CHUNK = 20
"""Outputs checked at a time."""
LATER = 100
"""Milliseconds between two looks whether a large change has been made."""


class Checks:
    """The checks of the open report of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def explain(self, finding: Finding) -> None:
        """Says what the rule of a finding is about."""
        from rbb_editor.gui.checks.explain import ExplainDialog
        from rbb_editor.rules import RULES

        project = self._window.project
        rule = next((each for each in RULES if each.name == finding.rule), None)
        if project is not None and rule is not None:
            ExplainDialog(rule, project.report, self._window.say, self._window).open()

    def ask_profile(self) -> None:
        """Asks what the report is to ask of its checks."""
        from rbb_editor.gui.checks.profile import ProfileDialog
        from rbb_editor.rules import RULES

        project = self._window.project
        if project is not None:
            dialog = ProfileDialog(RULES, project.report.info.profile, self._window.say, self._window)
            dialog.decided.connect(self._set_profile)
            dialog.open()

    def _set_profile(self, settings: tuple[RuleSetting, ...]) -> None:
        project = self._window.project
        change = checks.set_profile(project.report, settings) if project is not None else None
        if change is not None:
            self._window.do(change)

    def ask_mends(self) -> None:
        """Lists what can certainly be put right, and does so with what is ticked; checks first what is not yet."""
        place, project = self._window.workspace, self._window.project
        if place is not None and project is not None and project.busy:
            QTimer.singleShot(LATER, place, self.ask_mends)
            return
        if place is None or project is None or not place.finish():
            return
        if project.checker.complete:
            self._list_mends(project)
            return
        checking = Slices(partial(_check, project), self._window)
        checking.finished.connect(lambda _: self.ask_mends())  # something may have been typed meanwhile
        checking.failed.connect(self._window.files.failed)
        self._window.work.start(checking, Text.of(CHECKING))

    def _list_mends(self, project: "Project") -> None:
        from rbb_editor.gui.checks.mending import MendDialog

        project.checker.settle()
        found = [each for each in project.checker.findings() if each.mend is not None and not each.waived]
        if not found:
            text = N_("Nothing that was found has a mend that is certain.")
            self._window.status.mention(text)
            return
        dialog = MendDialog(found, project, self._window.say, self._window.theme, self._window)
        dialog.decided.connect(self._mend)
        dialog.open()

    def _mend(self, findings: list[Finding]) -> None:
        project = self._window.project
        change = checks.mend(project.report, mendings(findings)) if project is not None else None
        if change is not None:
            many = sum(len(each.mend.parts()) for each in findings if each.mend is not None) > 1
            self._window.do(change, backup=BACKUP if many else "")

    def ask_report(self) -> None:
        """Asks for a name and writes the list of findings there."""
        project = self._window.project
        if project is not None and self._window.workspace is not None and self._window.workspace.finish():
            name = self._window.say(N_("{name} checks"), name=project.path.stem)
            self._window.files.choose.to_check_report(name, self.write_report)

    def write_report(self, path: Path) -> None:
        """Writes the list of findings on a worker thread, as Word or Excel by the ending."""
        from rbb_editor.gui.written import tell_written
        from rbb_editor.project.check_report import write_check_report

        project = self._window.project
        assert project is not None
        snapshot, say = project.report.snapshot(), self._window.say

        def work(progress: "Progress") -> object:
            write_check_report(snapshot, path, say, progress)
            return path

        said = Text.of(N_("Writing {name}"), name=path.name)
        self._window.files.run(work, said, partial(tell_written, self._window), writes=True)


def _check(project: "Project") -> Steps:
    """Checks what is not checked yet of a report, until a large change is made."""
    done, total = 0, len(project.report)
    while not project.busy and not project.checker.advance(CHUNK):
        done += CHUNK
        yield min(done, total), total
    return None
