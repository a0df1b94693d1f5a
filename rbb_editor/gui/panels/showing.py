"""The inspector kept up: it shows what belongs to the current cell, a moment after anything has happened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.gui.panels.problems import Problems
from rbb_editor.gui.tree.outline import PAGES
from rbb_editor.rules import Severity

if TYPE_CHECKING:
    from rbb_editor.gui.workspace import Workspace


class Showing(QObject):
    """What the inspector of one workspace shows: its counts always, its page where that is in sight."""

    def __init__(self, place: "Workspace") -> None:
        super().__init__(place)
        self._place = place
        self._problems = Problems(place.project)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.now)

    def forget(self) -> None:
        """The report, or what is found in it, has changed."""
        self._problems.forget()

    def soon(self) -> None:
        """Something else is current, or has changed: several such in one moment cost one showing."""
        self._timer.start()

    def now(self) -> None:
        """Shows what belongs to the current cell."""
        place = self._place
        output, node = place.current_output(), place.node()
        total = sum(place.project.checker.counts().values())
        here = output.id if output is not None else REPORT_ID if place.centre.node in PAGES else None
        found = self._problems.listed(node or REPORT_ID, here)
        count = total if node is None else len(found.here) + len(found.elsewhere)
        threads = place.review.count(node or REPORT_ID)
        place.inspector.show_count("findings", count)
        place.inspector.show_count("comments", threads)
        if place.side.folded:
            severities = {each.severity for each in (*found.here, *found.elsewhere)}
            place.side.rail.show_count("findings", count)
            place.side.rail.show_count("comments", threads)
            place.side.rail.show_worst(next((str(each) for each in Severity if each in severities), ""))
        if not place.side.visible or not place.inspector.begun:
            return
        if place.inspector.key() == "findings":
            row, complete = output.id if output is not None else "", place.project.checker.complete
            place.findings.show_findings(found, node or REPORT_ID, row, total, complete=complete)
        elif place.inspector.key() in ("details", "last_year"):
            page = place.details if place.inspector.key() == "details" else place.last_year
            page.show_place(node, output.id if output is not None else None, place.current_component())
        else:
            place.review.show(place.inspector.key())
