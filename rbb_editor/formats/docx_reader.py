"""Word import: the blocks of any producer's file are assembled; a file of our own is read back exactly."""

from functools import cache, partial
from pathlib import Path

from rbb_editor import resources
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.formats.assemble import assemble
from rbb_editor.formats.docx.read.body import Body
from rbb_editor.formats.docx.read.own import read_own
from rbb_editor.formats.docx.read.package import Package, open_package
from rbb_editor.formats.docx.read.stream import blocks_of
from rbb_editor.formats.docx.read.words import Counts
from rbb_editor.formats.imported import Certainty, Imported, ImportNote, Kind
from rbb_editor.formats.language_guess import guess_language
from rbb_editor.progress import Progress, part


def read(path: Path, language: str | None, progress: Progress) -> Imported:
    """The report in a Word file. `language`: code of the document language, None to recognise it.

    Raises UserError for a file that is no Word document, is damaged, protected or built to do harm, or holds no report.
    """
    package = open_package(path)
    progress(100, 1000)
    body = Body(package)
    imported = read_own(body, part(progress, 0.1, 1.0)) if package.own is not None else None
    if imported is None:
        body = Body(package)
        blocks = list(blocks_of(body, path.name, cache(partial(_reader, package, language))))
        if not blocks:
            raise UserError(N_("“{name}” was not read: it is empty. Nothing was changed."), name=path.name)
        imported = assemble(blocks, language, part(progress, 0.3, 1.0), name=path.name)
    return imported.with_notes(_notes(body.collector.counts, package))


def _reader(package: Package, language: str | None) -> Reader:
    """The reader of the language asked for, or of the one that the text shows."""
    known = language if language in resources.language_codes() else None
    return Reader(resources.language(known or guess_language(str(text) for text in package.body.itertext())[0]))


def _notes(counts: Counts, package: Package) -> list[ImportNote]:
    """What was decided for the file as a whole."""
    found = (
        (
            counts.insertions,
            Text.of(
                N_("{count} tracked insertion was taken into the text."),
                plural=N_("{count} tracked insertions were taken into the text."),
                count=counts.insertions,
            ),
        ),
        (
            counts.deletions,
            Text.of(
                N_("{count} tracked deletion was left out."),
                plural=N_("{count} tracked deletions were left out."),
                count=counts.deletions,
            ),
        ),
        (
            counts.hidden,
            Text.of(
                N_("{count} hidden text was left out."),
                plural=N_("{count} hidden texts were left out."),
                count=counts.hidden,
            ),
        ),
        (
            counts.boxes,
            Text.of(
                N_("{count} text box was read after the paragraph to which it belongs."),
                plural=N_("{count} text boxes were read after the paragraphs to which they belong."),
                count=counts.boxes,
            ),
        ),
        (
            package.comments,
            Text.of(
                N_("{count} comment in the file was not taken over."),
                plural=N_("{count} comments in the file were not taken over."),
                count=package.comments,
            ),
        ),
    )
    return [ImportNote(Kind.READ, Certainty.CERTAIN, message) for count, message in found if count]
