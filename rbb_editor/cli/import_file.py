"""`rbb-editor import`: a report file from a text, a Word file or interchange JSON, and what was done to the source."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rbb_editor.cli.command import DONE, Add, Command
from rbb_editor.cli.console import Console
from rbb_editor.cli.files import add_language, add_target, check_target, own_file, write_new
from rbb_editor.cli.words import counts_in_words, language_name
from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator

if TYPE_CHECKING:
    from rbb_editor.project.transfer import Imported, ImportNote

KINDS: dict[str, tuple[str, str]] = {
    "read": (N_("How the file was read: {count} note"), N_("How the file was read: {count} notes")),
    "joined": (N_("Joined what was torn apart: {count} place"), N_("Joined what was torn apart: {count} places")),
    "taken_apart": (N_("Took apart: {count} place"), N_("Took apart: {count} places")),
    "moved": (N_("Moved to where it belongs: {count} place"), N_("Moved to where it belongs: {count} places")),
    "guessed": (N_("Guessed: {count} place"), N_("Guessed: {count} places")),
    "doubt": (N_("Doubtful, please look: {count} place"), N_("Doubtful, please look: {count} places")),
    "left_out": (N_("Left out of the report: {count} place"), N_("Left out of the report: {count} places")),
}
"""What can happen to the source, in the order it is told."""

ALWAYS_TOLD = {"read", "guessed", "doubt", "left_out"}
"""Listed one by one also in the summary: someone must look, or words of the source are not in the report."""

SHOWN = 12  # notes of one kind in the summary


def add_arguments(add: Add, say: Translator) -> None:
    """SOURCE, where to write it, how much to tell."""
    add("source", metavar="SOURCE", type=Path, help=say(N_("the file to import: .docx, .txt, .tsv or .json")))
    add_target(add, say, Text.of(N_("the report file to make (.rbb)")))
    add_language(add, say, Text.of(N_("language of the source; else it is recognised")))
    add("--verbose", action="store_true", help=say(N_("tell every repair, not only guesses, doubts and losses")))
    add("--json", action="store_true", help=say(N_("tell every repair for another program, as JSON")))


def run(arguments: Namespace, console: Console) -> int:
    """Imports, writes, tells."""
    from rbb_editor.project import transfer

    target = own_file(arguments.output)
    check_target(target, force=arguments.force)
    source: Path = arguments.source
    with console.progress(Text.of(N_("Reading {file}"), file=source.name)) as progress:
        imported = transfer.read_file(source, language=arguments.language, progress=progress)
    write_new(target, imported.report, Text.of(N_("Import of {file}"), file=source.name), force=arguments.force)
    if arguments.json:
        console.json(_as_data(imported, source, target, console.translate))
    else:
        _tell(imported, source, target, console, everything=arguments.verbose)
    return DONE


def _tell(imported: "Imported", source: Path, target: Path, console: Console, *, everything: bool) -> None:
    console.line(
        N_("Read {source} ({language}): {counts}."),
        source=source.name,
        language=language_name(imported.language),
        counts=counts_in_words(imported.report.counts(), console.translate),
    )
    by_kind = Counter(note.kind.value for note in imported.notes)
    hidden = 0
    for kind, (one, many) in KINDS.items():
        if not by_kind[kind]:
            continue
        console.line(Text.of(one, plural=many, count=by_kind[kind]))
        notes = [note for note in imported.notes if note.kind.value == kind]
        shown = notes if everything else notes[: SHOWN if kind in ALWAYS_TOLD else 0]
        for note in shown:
            _tell_note(note, console, whole=everything)
        hidden += len(notes) - len(shown)
    if hidden:
        console.line(
            Text.of(
                N_("{count} more note is told with --verbose."),
                plural=N_("{count} more notes are told with --verbose."),
                count=hidden,
            )
        )
    console.line(N_("Wrote {path}."), path=target)


def _tell_note(note: "ImportNote", console: Console, *, whole: bool) -> None:
    where = _places(note, console.translate, None if whole else SHOWN)
    console.raw(f"  {where + ': ' if where else ''}{console.translate(note.message)}")
    if note.source and (whole or note.kind.value != "read"):
        console.raw(f"      {_shortened(note.source)}")


def _places(note: "ImportNote", say: Translator, most: int | None) -> str:
    """Where in the source: "lines 12, 14–17", or the labels of the places; `most` of them, then "…"."""
    spans: list[tuple[int, int]] = []
    for line in sorted({place.line for place in note.places if place.line is not None}):
        if spans and line == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], line)
        else:
            spans.append((line, line))
    labels = [named for place in note.places if place.line is None and (named := say(place.words()))]
    words = [str(first) if first == last else f"{first}–{last}" for first, last in spans] or labels
    listed = ", ".join(words[:most] + ["…"] * (most is not None and len(words) > most))
    if not spans:
        return listed
    single = len(spans) == 1 and spans[0][0] == spans[0][1]
    return say(Text.of(N_("line {lines}"), plural=N_("lines {lines}"), count=1 if single else 2, lines=listed))


def _shortened(source: str, width: int = 160) -> str:
    flat = " ".join(source.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def _as_data(imported: "Imported", source: Path, target: Path, say: Translator) -> dict[str, Any]:
    counts = imported.report.counts()
    return {
        "source": str(source),
        "file": str(target),
        "language": imported.language,
        "counts": {
            "departments": counts.departments,
            "offices": counts.offices,
            "accomplishments": counts.accomplishments,
            "outputs": counts.outputs,
            "figures": counts.figures,
        },
        "notes": list(_notes_as_data(imported.notes, say)),
    }


def _notes_as_data(notes: Iterable["ImportNote"], say: Translator) -> Iterable[dict[str, Any]]:
    for note in notes:
        yield {
            "kind": note.kind.value,
            "certainty": note.certainty.value,
            "places": [{"line": place.line, "label": place.words().in_english()} for place in note.places],
            "message": say(note.message),
            "target": note.target,
            "source": note.source,
        }


COMMAND = Command(
    "import",
    Text.of(N_("make a report file from a Word file, a text or JSON")),
    Text.of(
        N_(
            "Makes a report file from a Word document, a tab-separated text or interchange JSON, and tells what was"
            " joined, guessed and left out on the way, with the lines of the source."
        )
    ),
    add_arguments,
    run,
)
