"""`rbb-editor sample`: the sample report that comes with the program, or a made-up one of any size."""

from argparse import Namespace
from pathlib import Path

from rbb_editor.cli.command import DONE, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import add_language, own_file, whole_number, write_new
from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator


def add_arguments(add: Add, say: Translator) -> None:
    """FILE, the number of outputs, the document language."""
    add("file", metavar="FILE.rbb", type=Path, help=say(N_("the file to make")))
    add(
        "--outputs",
        metavar="N",
        type=whole_number,
        help=say(N_("make up N outputs (0 to 100000) with known shortfalls, instead of the sample that can be read")),
    )
    add_language(add, say, Text.of(N_("language of the report")), default="en")
    add("--force", action="store_true", help=say(N_("replace FILE where it exists already")))


def run(arguments: Namespace, console: Console) -> int:
    """Makes the file."""
    from rbb_editor.project.sample import USUAL_SIZE, make_sample, read_sample

    path = own_file(arguments.file)
    with console.progress(Text.of(N_("Making up the report"))) as progress:
        wanted = arguments.outputs
        report = read_sample(arguments.language) if wanted is None else None
        if report is None:
            report = make_sample(USUAL_SIZE if wanted is None else wanted, arguments.language, progress)
    write_new(path, report, Text.of(N_("Sample report")), force=arguments.force)
    counts = report.counts()
    console.line(
        Text.of(
            N_("Wrote {path}: {count} output with {figures} figures."),
            plural=N_("Wrote {path}: {count} outputs with {figures} figures."),
            path=path,
            count=counts.outputs,
            figures=counts.figures,
        )
    )
    return DONE


COMMAND = Command(
    "sample",
    Text.of(N_("make a report file to try the program on")),
    Text.of(
        N_(
            "Makes a report file with a made-up report: without --outputs the sample report in English or Chinese,"
            " with it a generated one of any size. The same command always makes the same report."
        )
    ),
    add_arguments,
    run,
)
