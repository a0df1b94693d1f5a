"""`rbb-editor earlier`: keep last year's report inside a report file, tell which one is kept, take it out."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from rbb_editor.cli.command import DONE, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import author
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.i18n import Translator

if TYPE_CHECKING:
    from rbb_editor.project import Project


def add_arguments(add: Add, say: Translator) -> None:
    """FILE, SOURCE or --remove."""
    add("file", metavar="FILE", type=Path, help=say(N_("a report (.rbb)")))
    add(
        "source",
        metavar="SOURCE",
        type=Path,
        nargs="?",
        help=say(N_("last year’s report: a report (.rbb), or a file that can be imported")),
    )
    add("--remove", action="store_true", help=say(N_("take last year’s report out of FILE")))


def run(arguments: Namespace, console: Console) -> int:
    """Keeps SOURCE in FILE, or tells what FILE keeps."""
    from rbb_editor.edits.earlier import set_earlier
    from rbb_editor.project import Project

    if arguments.remove and arguments.source is not None:
        raise UserError(N_("A report can be kept or taken out: give SOURCE or --remove. Nothing was changed."))
    changes = arguments.remove or arguments.source is not None
    with Project.open(arguments.file, author=author(), read_only=not changes) as project:
        if arguments.source is not None:
            _keep(project, arguments.source, console)
        elif arguments.remove:
            project.do(set_earlier(project.report, None))
        earlier = project.report.earlier
        if earlier is None:
            console.line(N_("No report of an earlier year is kept in {file}."), file=arguments.file)
        else:
            _tell(project, console)
    return DONE


def _keep(project: "Project", source: Path, console: Console) -> None:
    from rbb_editor.project.last_year import doubts, read_earlier

    with console.progress(Text.of(N_("Reading {file}"), file=source.name)) as progress:
        candidate = read_earlier(project.report.snapshot(), source, progress)
    for doubt in doubts(project.report, candidate):
        console.note(doubt)
    project.keep_earlier(candidate.earlier, candidate.packed)


def _tell(project: "Project", console: Console) -> None:
    from rbb_editor.project.last_year import LastYear

    earlier, then = project.report.earlier, project.earlier_report()
    assert earlier is not None
    console.line(N_("Last year’s report: {name}"), name=earlier.name)
    if earlier.title:
        console.raw(earlier.title)
    if then is not None:
        last_year = LastYear(project.report, then)
        said = N_("{matched} of its {count} outputs were found in this report; {new} of this report are new.")
        new = project.report.counts().outputs - last_year.matched
        console.line(said, matched=last_year.matched, count=earlier.outputs, new=new)


COMMAND = Command(
    "earlier",
    Text.of(N_("keep last year’s report beside a report")),
    Text.of(
        N_(
            "Keeps SOURCE inside FILE as last year’s report: its figures and reasons then stand beside those of this"
            " year in the window. Without SOURCE it tells which report is kept. It can be undone in the window."
        )
    ),
    add_arguments,
    run,
)
