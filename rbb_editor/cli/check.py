"""`rbb-editor check`: what is wrong in a report."""

from argparse import Namespace
from collections import Counter
from itertools import groupby
from typing import Any

from rbb_editor.cli.command import DONE, FOUND, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import add_source, read_report
from rbb_editor.cli.words import heading_of, listed
from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.i18n import Translator
from rbb_editor.resources import language
from rbb_editor.rules import Finding, Rule, Severity
from rbb_editor.rules.checker import Checker

SIGNS = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.ADVICE: N_("advice")}
TOTALS = {
    Severity.ERROR: (N_("{count} error"), N_("{count} errors")),
    Severity.WARNING: (N_("{count} warning"), N_("{count} warnings")),
    Severity.ADVICE: (N_("{count} piece of advice"), N_("{count} pieces of advice")),
}


def add_arguments(add: Add, say: Translator) -> None:
    """FILE and the form of the answer."""
    add_source(add, say)
    add("--json", action="store_true", help=say(N_("print the findings for another program, as JSON")))
    add("--rules", metavar="A,B", help=say(N_("call only these rules, by their names")))
    least = [severity.value for severity in Severity]
    add("--min-severity", choices=least, default=least[-1], help=say(N_("leave out what is less severe")))


def run(arguments: Namespace, console: Console) -> int:
    """Prints the findings; 1 where an error stands that is not waived."""
    rules = _chosen(arguments.rules) if arguments.rules is not None else None
    report = read_report(arguments.file, console)
    order = list(Severity)
    least = order.index(Severity(arguments.min_severity))
    found = checked(report, console, rules).findings()
    findings = [each for each in found if order.index(each.severity) <= least]
    if arguments.json:
        console.json({"findings": [_as_data(report, each, console.translate) for each in findings]})
    else:
        _tell(report, findings, console)
    return FOUND if any(each.severity is Severity.ERROR and not each.waived for each in findings) else DONE


def checked(report: Report, console: Console, rules: list[Rule] | None = None) -> Checker:
    """The checker of a report, all of which it has checked; `rules` None: by all rules."""
    checker = Checker(report, reader_of(report), language(report.info.language), rules)
    with console.progress(Text.of(N_("Checking"))) as progress:
        checker.run(progress)
    return checker


def _chosen(names: str) -> list[Rule]:
    """The rules of a list of names. UserError for one that there is not."""
    from rbb_editor.rules import RULES

    known = {rule.name: rule for rule in RULES}
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            raise UserError(N_("There is no rule “{rule}”. The rules are: {rules}."), rule=name, rules=", ".join(known))
    return [known[name] for name in wanted]


def reader_of(report: Report) -> Reader:
    """Reads figures in the report's language."""
    return Reader(language(report.info.language))


def totals_in_words(findings: list[Finding], say: Translator) -> str:
    """How many errors, warnings and pieces of advice stand, waived ones told apart: "3 errors, 1 warning"."""
    standing = Counter(each.severity for each in findings if not each.waived)
    parts = [
        say(Text.of(one, plural=many, count=standing[severity]))
        for severity, (one, many) in TOTALS.items()
        if standing[severity]
    ]
    if waived := sum(each.waived for each in findings):
        parts.append(say(Text.of(N_("{count} waived"), count=waived)))
    return listed(parts, say)


def _tell(report: Report, findings: list[Finding], console: Console) -> None:
    """A work queue: by who has to work on it, with how much is to be done; the findings below their accomplishment."""
    say = console.translate
    for office, of_office in groupby(findings, key=lambda each: _office(report, each)):
        queue = list(of_office)
        counts = totals_in_words(queue, say)
        console.raw(say(N_("{heading}: {counts}"), heading=heading_of(report, office, say), counts=counts))
        for section, group in groupby(queue, key=lambda each: _place(report, each)):
            if section != office:
                console.raw(f"  {heading_of(report, section, say)}")
            for each in group:
                sign = N_("waived") if each.waived else SIGNS[each.severity]
                console.raw(f"    {_row(report, each, say)}[{say(sign)}] {_said(each, say)}")
        console.raw()
    console.line(totals_in_words(findings, say) or say(N_("Nothing to correct was found.")))


def _said(finding: Finding, say: Translator) -> str:
    """What a finding says, and whether it was waived when it said something else."""
    return say.sentences([say(finding.message), *map(say, finding.grounds[-1:] if finding.lapsed else ())])


def _office(report: Report, finding: Finding) -> str:
    """Who has to work on a finding: its office, else its department; "" for the report as a whole."""
    above = [section.id for section in report.path(finding.target) if section.level is not Level.ACCOMPLISHMENT]
    return above[-1] if above else ""


def _place(report: Report, finding: Finding) -> str:
    """The section a finding is listed under: that of its output, or the section that it is about; "" for the report."""
    path = report.path(finding.target)
    return path[-1].id if path else ""


def _row(report: Report, finding: Finding, say: Translator) -> str:
    """Which row of the table, and which figure of it where it has several."""
    entity = report.get(finding.target)
    if not isinstance(entity, Output):
        return ""
    number = report.number_of(entity)
    order = [component.id for component in entity.components]
    if finding.component in order and len(order) > 1:
        return say(N_("Row {number}, figure {figure}: "), number=number, figure=order.index(finding.component) + 1)
    return say(N_("Row {number}: "), number=number)


def _as_data(report: Report, finding: Finding, say: Translator) -> dict[str, Any]:
    entity = report.get(finding.target)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "output": finding.target if isinstance(entity, Output) else None,
        "component": finding.component,
        "section": finding.target if isinstance(entity, Section) else None,
        "path": report.address(finding.target),
        "message": say(finding.message),
        "waived": finding.waived,
    }


COMMAND = Command(
    "check",
    Text.of(N_("tell what is wrong in a report")),
    Text.of(
        N_(
            "Checks a report, or a file that can be imported, and lists what is wrong by department and office, with"
            " how much each has to do. The exit code is 1 where an error stands that nobody has waived."
        )
    ),
    add_arguments,
    run,
)
