"""`rbb-editor info`: what a file holds."""

from argparse import Namespace
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rbb_editor.cli.check import checked, reader_of, totals_in_words
from rbb_editor.cli.command import DONE, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import add_source, is_own, read_report
from rbb_editor.cli.words import counts_in_words, language_name, listed
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.errors import UserError
from rbb_editor.i18n import Translator
from rbb_editor.rules import Finding

if TYPE_CHECKING:
    from rbb_editor.project.earlier import Step

OUTCOMES = {
    Outcome.MET: (N_("{count} met"), N_("{count} met")),
    Outcome.EXCEEDED: (N_("{count} exceeded"), N_("{count} exceeded")),
    Outcome.SHORTFALL: (N_("{count} short"), N_("{count} short")),
    Outcome.UNCLEAR: (N_("{count} that cannot be compared"), N_("{count} that cannot be compared")),
}


def add_arguments(add: Add, say: Translator) -> None:
    """FILE and the form of the answer."""
    add_source(add, say)
    add("--json", action="store_true", help=say(N_("print it for another program, as JSON")))
    add("--history", action="store_true", help=say(N_("the steps of its history instead, the latest first (.rbb)")))


def run(arguments: Namespace, console: Console) -> int:
    """Prints what the file holds."""
    if arguments.history:
        return _tell_history(arguments, console)
    report = read_report(arguments.file, console)
    checker = checked(report, console)
    findings, reader = list(checker.findings()), reader_of(report)
    outcomes = Counter(figure.outcome for output in report.outputs() for figure in reader.figures(output))
    if arguments.json:
        console.json(_as_data(arguments.file, report, outcomes, findings))
    else:
        _tell(arguments.file, report, outcomes, findings, console)
    return DONE


def _tell_history(arguments: Namespace, console: Console) -> int:
    """One line for each entry of the journal: its number, when, by whom, what."""
    from rbb_editor.project.earlier import steps

    if not is_own(arguments.file):
        raise UserError(N_("{path} has no history: only report files (.rbb) have one."), path=arguments.file)
    say, found = console.translate, steps(arguments.file)
    if arguments.json:
        keys = ("step", "time", "author", "kind", "label")
        console.json([dict(zip(keys, _step(each, say), strict=True)) for each in found])
        return DONE
    for number, time, author, kind, label in (_step(each, say) for each in found):
        when = datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")
        undone = {"undo": N_("undone: {label}"), "redo": N_("made again: {label}")}.get(kind, "{label}")
        console.line("#{number}  {time}  {author}  {what}", number=number, time=when, author=author,
                     what=say(Text.of(undone, label=label)))  # fmt: skip
    return DONE


def _step(record: "Step", say: Translator) -> tuple[int, str, str, str, str]:
    return record.seq, record.time.isoformat(), record.author, record.kind, say(record.label)


def _tell(path: Path, report: Report, outcomes: Counter[Outcome], findings: list[Finding], console: Console) -> None:
    say = console.translate
    info = report.info
    period = f"{info.period_start} – {info.period_end}" if info.period_start or info.period_end else ""
    rows = (
        (N_("File"), str(path)),
        (N_("Symbol"), info.symbol),
        (N_("Title"), info.title),
        (N_("Period"), period),
        (N_("Language"), language_name(info.language)),
        (N_("Content"), counts_in_words(report.counts(), say)),
        (N_("Outcomes"), _outcomes_in_words(outcomes, say)),
        (N_("Findings"), totals_in_words(findings, say) or say(N_("none"))),
    )
    for label, value in rows:
        if value:
            console.line(N_("{label}: {value}"), label=say(label), value=value)


def _outcomes_in_words(outcomes: Counter[Outcome], say: Translator) -> str:
    return listed(
        (say(Text.of(one, plural=many, count=outcomes[outcome])) for outcome, (one, many) in OUTCOMES.items()), say
    )


def _as_data(path: Path, report: Report, outcomes: Counter[Outcome], findings: list[Finding]) -> dict[str, Any]:
    info, counts = report.info, report.counts()
    standing = [each for each in findings if not each.waived]
    return {
        "file": str(path),
        "symbol": info.symbol,
        "title": info.title,
        "period_start": info.period_start,
        "period_end": info.period_end,
        "language": info.language,
        "departments": counts.departments,
        "offices": counts.offices,
        "accomplishments": counts.accomplishments,
        "outputs": counts.outputs,
        "figures": counts.figures,
        "outcomes": {outcome.value: outcomes[outcome] for outcome in Outcome},
        "findings": dict(sorted(Counter(each.severity.value for each in standing).items())),
        "rules": dict(sorted(Counter(each.rule for each in standing).items())),
        "waived": len(findings) - len(standing),
    }


COMMAND = Command(
    "info",
    Text.of(N_("tell what a file holds")),
    Text.of(
        N_("Tells what a report, or a file that can be imported, holds: title, period, counts, outcomes, findings.")
    ),
    add_arguments,
    run,
)
