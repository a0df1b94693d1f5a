"""`rbb-editor export`: a report as Word, Excel or interchange JSON."""

import re
from argparse import ArgumentTypeError, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rbb_editor.cli.command import DONE, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import add_source, add_target, author, check_target, is_own, read_report
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.i18n import Translator

STEP = re.compile(r"#?(\d{1,7})", re.ASCII)
"""A day has eight figures."""

if TYPE_CHECKING:
    from rbb_editor.project.earlier import AfterStep, AtTime
    from rbb_editor.project.transfer import WordOptions


def add_arguments(add: Add, say: Translator) -> None:
    """FILE and where to write it."""
    add_source(add, say)
    add_target(add, say, Text.of(N_("the file to write; its ending says the format: .docx, .xlsx, .json")))
    about = N_("Word: only this department, by its letter; may be given several times")
    add("--department", metavar="A", action="append", default=[], help=say(about))
    add("--clean", action="store_true", help=say(N_("Word: without comments and waivers")))
    add("--findings", action="store_true", help=say(N_("Word: what the checks found, as comments")))
    add("--outcome", action="store_true", help=say(N_("Word: a column with the outcome of each figure")))
    about = N_("Word: the changes since FILE, an earlier state of the report, as tracked changes")
    add("--blackline-against", metavar="FILE", type=Path, help=say(about))
    about = N_(
        "Word: the changes since WHEN as tracked changes, by whom and when they were made; WHEN is a day (2026-11-12), "
        "a day and time (2026-11-12T14:30), “today”, or a step of the history (12, as info --history lists them)"
    )
    add("--blackline-since", metavar="WHEN", type=_point, help=say(about))
    add("--watermark", metavar="WORD", help=say(N_("Word: this word across every page")))
    add("--sign-off", action="store_true", help=say(N_("Word: places to sign at the end")))


def run(arguments: Namespace, console: Console) -> int:
    """Writes the file."""
    from rbb_editor.project import transfer

    target: Path = arguments.output
    check_target(target, force=arguments.force)
    if is_own(target):
        raise UserError(N_("{path} was not written: use “import” to make a report file from another."), path=target)
    report = read_report(arguments.file, console)
    options = _options(arguments, report, console)
    with console.progress(Text.of(N_("Writing {file}"), file=target.name)) as progress:
        transfer.write_file(report, target, progress=progress, options=options)
    console.line(N_("Wrote {path}."), path=target)
    return DONE


def _options(arguments: Namespace, report: Report, console: Console) -> "WordOptions | None":
    """What was chosen for a Word file; None where nothing was."""
    from rbb_editor.project.word_choices import Choices, options
    from rbb_editor.resources import language

    if arguments.blackline_against is not None and arguments.blackline_since is not None:
        raise UserError(N_("Changes can be shown since one state only: give one of the two. Nothing was written."))
    choices = Choices(
        departments=_departments(arguments.department, report),
        comments=not arguments.clean,
        findings=arguments.findings,
        earlier=arguments.blackline_against or arguments.blackline_since,
        watermark=arguments.watermark or "",
        sign_off=arguments.sign_off,
        outcome=arguments.outcome,
    )
    if choices == Choices():
        return None
    with console.progress(Text.of(N_("Checking"))) as progress:
        return options(
            choices,
            report,
            language(report.info.language),
            own=arguments.file if is_own(arguments.file) else None,
            author=author(),
            now=datetime.now(UTC),
            say=console.translate,
            progress=progress,
        )


def _point(text: str) -> "AtTime | AfterStep":
    """A point of the history from the command line: times without a zone are those of this computer.

    A step is known without its sign too, behind which a shell may take the rest of the line for a remark.
    """
    from rbb_editor.project.earlier import AfterStep, AtTime

    if (step := STEP.fullmatch(text)) is not None and int(step[1]):
        return AfterStep(int(step[1]))
    now = datetime.now().astimezone()
    try:
        time = (
            now.replace(hour=0, minute=0, second=0, microsecond=0) if text == "today" else datetime.fromisoformat(text)
        )
        return AtTime(time.astimezone(UTC))
    except (ValueError, OverflowError) as error:
        raise ArgumentTypeError(f"{text!r} is no day (2026-11-12), time (2026-11-12T14:30) or step (12)") from error


def _departments(numbers: list[str], report: Report) -> frozenset[str]:
    """The ids of departments by their numbers; UserError naming those that there are."""
    known = {section.number: section.id for section in report.sections()}
    for number in numbers:
        if number not in known:
            raise UserError(
                N_("There is no department {number}; there are {known}. Nothing was written."),
                number=number,
                known=", ".join(known) or "–",
            )
    return frozenset(known[number] for number in numbers)


COMMAND = Command(
    "export",
    Text.of(N_("write a report as Word, Excel or JSON")),
    Text.of(N_("Writes the report as a Word document, an Excel workbook or interchange JSON, by the ending of -o.")),
    add_arguments,
    run,
)
