"""`rbb-editor export`: a report as Word, Excel or interchange JSON."""

from argparse import Namespace
from pathlib import Path

from rbb_editor.cli.command import DONE, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import add_source, add_target, check_target, is_own, read_report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.i18n import Translator


def add_arguments(add: Add, say: Translator) -> None:
    """FILE and where to write it."""
    add_source(add, say)
    add_target(add, say, Text.of(N_("the file to write; its ending says the format: .docx, .xlsx, .json")))


def run(arguments: Namespace, console: Console) -> int:
    """Writes the file."""
    from rbb_editor.project import transfer

    target: Path = arguments.output
    check_target(target, force=arguments.force)
    if is_own(target):
        raise UserError(N_("{path} was not written: use “import” to make a report file from another."), path=target)
    report = read_report(arguments.file, console)
    with console.progress(Text.of(N_("Writing {file}"), file=target.name)) as progress:
        transfer.write_file(report, target, progress=progress)
    console.line(N_("Wrote {path}."), path=target)
    return DONE


COMMAND = Command(
    "export",
    Text.of(N_("write a report as Word, Excel or JSON")),
    Text.of(N_("Writes the report as a Word document, an Excel workbook or interchange JSON, by the ending of -o.")),
    add_arguments,
    run,
)
