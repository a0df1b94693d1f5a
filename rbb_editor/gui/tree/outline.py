"""What the outline shows, without Qt: its nodes in order, their texts, and the one mark each carries."""

from collections import Counter

from msgspec import Struct

from rbb_editor.domain.entities import REPORT_ID, Level
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.tree.amounts import amount
from rbb_editor.project import Project
from rbb_editor.rules import SEVERITY_NAMES, Severity

FRONT = "front"
ABBREVIATIONS = "abbreviations"
PAGES = (FRONT, ABBREVIATIONS)
"""The nodes of what is printed outside the tables, in order."""
NO_SECTIONS = (*PAGES, REPORT_ID)
"""The nodes before the departments, the last of them for the whole report in one table."""


class Mark(Struct, frozen=True):
    """The worst severity of a node and how many findings of it there are."""

    severity: Severity
    count: int


def children(report: Report, id: str | None) -> list[str]:
    """The ids of the nodes below a node (None: at the top)."""
    if id in NO_SECTIONS or (id is not None and report.section(id).level is Level.ACCOMPLISHMENT):
        return []
    below = [section.id for section in report.sections(id)]
    return [*NO_SECTIONS, *below] if id is None else below


def parent(report: Report, id: str) -> str | None:
    """The id of the node above."""
    return None if id in NO_SECTIONS else report.section(id).parent


def title(report: Report, id: str) -> Text | str:
    """What a node is called, without its number: a text of the program, or the title as typed."""
    if id == FRONT:
        return Text.of(N_("Masthead, summary"))
    if id == ABBREVIATIONS:
        return Text.of(N_("Abbreviations ({count})"), count=len(report.info.abbreviations))
    if id == REPORT_ID:
        return Text.of(N_("Whole report"))
    return report.section(id).title or Text.of(N_("(no title)"))


def mark(project: Project, id: str, *, closed: bool) -> Mark | None:
    """The worst that was found: on a closed node in all below it, on an open one only what is about itself.

    The whole report has none: the status bar tells it.
    """
    if id == REPORT_ID:
        return None
    counts = project.checker.counts(id) if closed and id not in PAGES else _own(project, id)
    for severity in SEVERITY_NAMES:
        if counts[severity]:
            return Mark(severity, counts[severity])
    return None


def _own(project: Project, id: str) -> Counter[Severity]:
    """What was found of a node itself, by severity; of a page of the front matter what can be seen there."""
    found = project.checker.of(REPORT_ID if id in PAGES else id)
    return Counter(each.severity for each in found if not each.waived and _is_on(id, each.field))


def _is_on(id: str, field: str | None) -> bool:
    """Whether a node is where a field can be seen; a section has all its own."""
    return id not in PAGES or (id == ABBREVIATIONS) == (field or "").startswith(ABBREVIATIONS)


def description(project: Project, id: str) -> list[Text]:
    """How much a node holds and what was found in it, as sentences for a tooltip or a screen reader."""
    if id == REPORT_ID:
        return []
    on_page = id in PAGES
    counts = _own(project, id) if on_page else project.checker.counts(id)
    return [
        *([] if on_page else amount(project.report, id).texts()),
        *(
            Text.of(N_("{severity}: {number}"), severity=SEVERITY_NAMES[severity], number=counts[severity])
            for severity in counts
        ),
    ]
