"""What the checks found, as comments for a Word file."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from rbb_editor.domain.entities import Comment, Component, Output
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.rules import Finding

AUTHOR = "RBB Editor"
LINE = re.compile(r"abbreviations\.(\d+)\.\w+")
"""How a rule names a line of the abbreviations."""


def as_comments(
    findings: Iterable[Finding], report: Report, say: Callable[[Text], str], time: datetime
) -> tuple[Comment, ...]:
    """A comment for each finding that stands, on the words it is about. `say`: puts a text into the reader's language.

    `time`: when it was checked, in UTC.
    """
    return tuple(
        Comment(new_id(), finding.target, _words(finding, say), AUTHOR, time, *_place(finding, report))
        for finding in findings
        if not finding.waived
    )


def _place(finding: Finding, report: Report) -> tuple[str | None, str | None, str]:
    """Component, field and quote, as a comment names them."""
    if (line := LINE.fullmatch(finding.field or "")) is not None:
        return report.info.abbreviations[int(line[1])].short, "abbreviations", ""
    return finding.component, finding.field, _quote(finding, report)


def _words(finding: Finding, say: Callable[[Text], str]) -> str:
    return "\n".join(say(text) for text in (finding.message, *finding.grounds))


def _quote(finding: Finding, report: Report) -> str:
    """The words that the finding marks in the field it stands in; "" where it marks none there."""
    output = report.get(finding.target)
    if not isinstance(output, Output):
        return ""
    for mark in finding.marks:
        if (mark.component, mark.field) == (finding.component, finding.field):
            holder: Output | Component | None = output
            if mark.component is not None:
                holder = next((each for each in output.components if each.id == mark.component), None)
            text = getattr(holder, mark.field, "")
            return text[mark.start : mark.end] if isinstance(text, str) else ""
    return ""
