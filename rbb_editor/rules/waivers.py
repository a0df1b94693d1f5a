"""Which findings someone has waived: a waiver is for what the finding named, and for nothing that it names later."""

import re
from collections.abc import Iterator

from rbb_editor.domain.entities import REPORT_ID, Output, Waiver
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.rules.rule import Finding

PLACES = ("address", "place")
"""The fields of messages that say where another row stands."""


def said_by(report: Report, finding: Finding) -> str:
    """What a waiver of a finding is for, whoever reads it; "" where the finding is about the report as a whole.

    That is the figures and words that its message names, however the message puts them, but no place, as rows move; one
    that names none is told apart by the completed cell.
    """
    if finding.target == REPORT_ID:
        return ""
    said, entity = "; ".join(_named(finding.message)), report.get(finding.target)
    if said or not isinstance(entity, Output):
        return said
    return next((each.completed.strip() for each in entity.components if each.id == finding.component), "")


def _named(message: Text) -> Iterator[str]:
    for name, value in message.fields:
        if name in PLACES:
            continue
        if isinstance(value, Text):
            yield from _named(value)
        else:
            yield str(value)


def waiver_of(report: Report, finding: Finding) -> Waiver | None:
    """The waiver that holds for a finding as it is now."""
    known = list(_for_it(report, finding))
    said = said_by(report, finding) if known else ""
    return next((waiver for waiver in known if waiver.said in ("", said)), None)


def lapsed_reason(report: Report, finding: Finding) -> str:
    """The reason with which a finding was waived when it had other figures; "" where it was not."""
    found = [each for each in _for_it(report, finding) if each.said]
    words = _NO_LETTER.sub("", said_by(report, finding)) if found else ""
    return next((each.reason for each in reversed(found) if _NO_LETTER.sub("", each.said) == words), "")


def _for_it(report: Report, finding: Finding) -> Iterator[Waiver]:
    for note in report.about(finding.target):
        if isinstance(note, Waiver) and (note.rule, note.component) == (finding.rule, finding.component):
            yield note


_NO_LETTER = re.compile(r"[\W\d_]+")
