"""What a change did to the findings: which it closed and which it brought up, whenever it was made.

Only what can be told from an output alone is looked at, with the checks that the report asks for now: what stood in the
rest of the report at that time is not known.
"""

from collections.abc import Iterable

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.project.consequences import Consequence
from rbb_editor.project.project import Project
from rbb_editor.rules import Finding
from rbb_editor.rules.checker import Checker
from rbb_editor.rules.listing import RULES
from rbb_editor.rules.rule import Scope

MOST = 20
"""Outputs of one change that are looked at: of an import or a merge a number says nothing."""
ALONE = tuple(rule for rule in RULES if rule.scope in (Scope.OUTPUT, Scope.TEXTS))


def effect(project: Project, change: Change) -> Consequence:
    """The findings that a change closed and brought up; none of either for a change of more than `MOST` outputs."""
    pairs = [pair for pair in change.pairs if isinstance(pair.before, Output) and isinstance(pair.after, Output)]
    if len(pairs) > MOST:
        return Consequence((), ())
    before = _standing(project, [pair.before for pair in pairs if isinstance(pair.before, Output)])
    after = _standing(project, [pair.after for pair in pairs if isinstance(pair.after, Output)])
    return Consequence(
        tuple(found for what, found in before.items() if what not in after),
        tuple(found for what, found in after.items() if what not in before),
    )


def _standing(project: Project, outputs: Iterable[Output]) -> dict[tuple[str, str, str | None], Finding]:
    """The findings of outputs, each alone in a report, by rule, output and figure."""
    found: dict[tuple[str, str, str | None], Finding] = {}
    for output in outputs:
        report = Report([project.report.info, *_above(project.report, output), output])
        checker = Checker(report, Reader(project.language), project.language, ALONE)
        checker.run()
        found |= {(each.rule, output.id, each.component): each for each in checker.of(output.id)}
    return found


def _above(report: Report, output: Output) -> Iterable[Section]:
    """The sections that an output stands in, as they are now; where they are gone, one that stands for them."""
    if isinstance(report.get(output.parent), Section):
        return report.path(output.parent)
    return (
        Section("department", Level.DEPARTMENT, None, "h"),
        Section(output.parent, Level.ACCOMPLISHMENT, "department", "h"),
    )
