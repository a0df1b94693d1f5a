"""The numbers on the filter chips of an open report, counted in idle moments where that is much."""

from PySide6.QtCore import QObject, QTimer

from rbb_editor.domain.entities import REPORT_ID, Section
from rbb_editor.gui.panels.header import Header
from rbb_editor.gui.panels.touched import Touched
from rbb_editor.project import Happened, Project
from rbb_editor.project.tally import Tally

AT_ONCE = 400
"""Outputs counted before a node is shown, or within an edit; the rest follows in idle moments."""
CHUNK = 100


class Counting(QObject):
    """Counts for the chips of one header. `touched`: what the filters by time and by the user let through."""

    def __init__(self, project: Project, header: Header, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._header = project, header
        self._scope: str | None = ""
        self.touched = Touched(project)
        self.tally = Tally(project.report, project.reader, "")
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, node: str | None) -> None:
        """Another node is shown."""
        self._scope = None if node == REPORT_ID else node
        self.tally = Tally(self._project.report, self._project.reader, self._scope, self._project.checker)
        if not self.tally.advance(AT_ONCE):
            self._timer.start()
        self.show()

    def follow(self, happened: Happened, node: str | None) -> None:
        """The report has changed."""
        self.touched.follow(happened.change)
        ids = happened.ids()
        if len(ids) > AT_ONCE or any(_moves(pair.before, pair.after) for pair in happened.change.pairs):
            self.begin(node)
        else:
            self.tally.update(ids)
            self.show()

    def follow_check(self) -> None:
        """The whole report has been checked: the findings can be counted."""
        self.tally.recount()
        self._timer.start()

    def show(self) -> None:
        """Shows the numbers there are."""
        touched = self.touched.counts(self._header.chosen(), self._header.since(), self._scope)
        self._header.show_counts({**self.tally.counts, **touched})

    def _go_on(self) -> None:
        if self.tally.advance(CHUNK):
            self._timer.stop()
            self.show()


def _moves(before: object, after: object) -> bool:
    """Whether a pair moves a section: all that it holds comes into what is counted, or goes from there, with it."""
    return isinstance(before, Section) and isinstance(after, Section) and before.parent != after.parent
