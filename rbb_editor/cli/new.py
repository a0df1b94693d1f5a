"""`rbb-editor new`: an empty report file."""

from argparse import Namespace
from pathlib import Path

from rbb_editor.cli.command import DONE, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import add_language, own_file, write_new
from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator


def add_arguments(add: Add, say: Translator) -> None:
    """FILE, the document language, the first fields of the front matter."""
    add("file", metavar="FILE.rbb", type=Path, help=say(N_("the file to make")))
    add_language(add, say, Text.of(N_("language of the report")), default="en")
    add("--title", default="", metavar="TITLE", help=say(N_("title of the report")))
    add("--symbol", default="", metavar="SYMBOL", help=say(N_("its document symbol")))
    add("--force", action="store_true", help=say(N_("replace FILE where it exists already")))


def run(arguments: Namespace, console: Console) -> int:
    """Makes the file."""
    path = own_file(arguments.file)
    info = ReportInfo(language=arguments.language, title=arguments.title, symbol=arguments.symbol)
    write_new(path, Report([info]), Text.of(N_("New report")), force=arguments.force)
    console.line(N_("Wrote {path}: an empty report."), path=path)
    return DONE


COMMAND = Command(
    "new",
    Text.of(N_("make an empty report file")),
    Text.of(N_("Makes a report file with nothing in it but its language, and a title and symbol where given.")),
    add_arguments,
    run,
)
