"""`rbb-editor new`: an empty report file."""

from argparse import Namespace
from pathlib import Path

from rbb_editor.cli.command import DONE, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import add_language, own_file, read_report, write_new
from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator


def add_arguments(add: Add, say: Translator) -> None:
    """FILE, the document language, the first fields of the front matter."""
    add("file", metavar="FILE.rbb", type=Path, help=say(N_("the file to make")))
    add_language(add, say, Text.of(N_("language of the report")))
    add("--title", default="", metavar="TITLE", help=say(N_("title of the report")))
    add("--symbol", default="", metavar="SYMBOL", help=say(N_("its document symbol")))
    words = N_("begin with the sections and planned outputs of last year’s report, figures empty, and keep it beside")
    add("--roll-forward", type=Path, metavar="LAST", help=say(words))
    add("--force", action="store_true", help=say(N_("replace FILE where it exists already")))


def run(arguments: Namespace, console: Console) -> int:
    """Makes the file."""
    path = own_file(arguments.file)
    if arguments.roll_forward is not None:
        return _roll_forward(path, arguments, console)
    info = ReportInfo(language=arguments.language or "en", title=arguments.title, symbol=arguments.symbol)
    write_new(path, Report([info]), Text.of(N_("New report")), force=arguments.force)
    console.line(N_("Wrote {path}: an empty report."), path=path)
    return DONE


def _roll_forward(path: Path, arguments: Namespace, console: Console) -> int:
    """Makes the frame of the year after a report."""
    from rbb_editor.edits.front import set_info
    from rbb_editor.project.rolling import done, rolled_forward

    last = arguments.roll_forward
    frame, packed = rolled_forward(read_report(last, console), last.name)
    given = {name: text for name in ("language", "title", "symbol") if (text := getattr(arguments, name))}
    if (change := set_info(frame, **given)) is not None:
        frame.apply(change)
    write_new(path, frame, done(last.name), force=arguments.force, earlier=packed)
    count = frame.counts().outputs
    text = Text.of(
        N_("Wrote {path}: {count} planned output."),
        plural=N_("Wrote {path}: {count} planned outputs."),
        path=path,
        count=count,
    )
    console.line(text)
    return DONE


COMMAND = Command(
    "new",
    Text.of(N_("make an empty report file")),
    Text.of(
        N_(
            "Makes a report file with nothing in it but its language, and a title and symbol where given; or, with"
            " --roll-forward, the frame of the year after a report."
        )
    ),
    add_arguments,
    run,
)
