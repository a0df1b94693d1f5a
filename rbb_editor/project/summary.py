"""The key numbers of a report: for the command line, the status bar and the list of recent files."""

from collections import Counter

from msgspec import Struct

from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Counts, Report
from rbb_editor.domain.values import Outcome
from rbb_editor.rules.checker import Checker
from rbb_editor.rules.rule import Severity


class Summary(Struct, frozen=True):
    """How much there is, how it came out, and what is left to do.

    `shortfalls_unexplained`, `excesses_unexplained`: figures without a reason, waived ones included; `findings`: what
    is not waived, by severity.
    """

    counts: Counts
    outcomes: Counter[Outcome]
    shortfalls_unexplained: int
    excesses_unexplained: int
    findings: Counter[Severity]


def summarize(report: Report, reader: Reader, checker: Checker, section: str | None = None) -> Summary:
    """The numbers of a section (None: of the whole report); outputs not checked yet count no findings."""
    outcomes: Counter[Outcome] = Counter()
    unexplained: Counter[Outcome] = Counter()
    for output in report.outputs(section):
        for component, figure in zip(output.components, reader.figures(output), strict=True):
            outcomes[figure.outcome] += 1
            if not component.explanation:
                unexplained[figure.outcome] += 1
    return Summary(
        report.counts(),
        outcomes,
        unexplained[Outcome.SHORTFALL],
        unexplained[Outcome.EXCEEDED],
        checker.counts(section),
    )
