"""Blocks to a report: outline, rows, repairs, entities; with a note for all that was repaired, guessed or left out."""

from collections.abc import Sequence
from itertools import zip_longest

from rbb_editor import resources
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.formats.blocks import Block, Footnote, Heading, Paragraph, Place, Row
from rbb_editor.formats.bold_headings import with_bold_headings
from rbb_editor.formats.build import build
from rbb_editor.formats.cell_repairs import repair_cells, units_of
from rbb_editor.formats.drafts import DraftSection, Entry
from rbb_editor.formats.evidence import Evidence
from rbb_editor.formats.flat_lists import headings_out_of_columns
from rbb_editor.formats.framework_tables import headings_out_of_frameworks
from rbb_editor.formats.front_matter import front_matter
from rbb_editor.formats.grouping import drafts_of
from rbb_editor.formats.imported import Certainty, Imported, Kind
from rbb_editor.formats.language_guess import guess_language
from rbb_editor.formats.lone_numbers import numbers_with_their_titles
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.outline import clear_false_breaks, outline
from rbb_editor.formats.page_repairs import repair_pages
from rbb_editor.formats.paragraphs import paragraphs
from rbb_editor.formats.printed_letters import with_plain_letters, with_whole_words
from rbb_editor.formats.several_outputs import outputs_apart, share_merged_cells
from rbb_editor.formats.tabbed import rows_out_of_tabs
from rbb_editor.progress import Progress, part, silent, tracked


def assemble(blocks: Sequence[Block], language: str | None, progress: Progress = silent, *, name: str = "") -> Imported:
    """The report that `blocks` are, in their order. `language`: its code, None to recognise it.

    `name`: the file's, for error sentences. Raises UserError where there is no report in it, Cancelled out of
    `progress`. Reads and returns values only, so it may run on any thread.
    """
    notes = Notebook()
    blocks = with_plain_letters(blocks, notes)
    progress(5, 1000)
    blocks = with_whole_words(blocks, notes)
    progress(10, 1000)
    words = resources.language(_language(blocks, language, notes))
    blocks = rows_out_of_tabs(numbers_with_their_titles(blocks, notes))
    progress(15, 1000)
    blocks = with_bold_headings(headings_out_of_frameworks(headings_out_of_columns(blocks, notes), notes), notes)
    progress(2, 100)
    found = outline(blocks, words, notes, part(progress, 0.02, 0.2))
    if not any(section.entries for section in found.sections) and not _has_outline(found.sections):
        raise UserError(
            N_(
                "“{name}” was not read: no table of planned outputs and no expected accomplishment was found in it. "
                "Nothing was changed. Is it the right file?"
            ),
            name=name,
        )
    info = front_matter(found, words, notes)
    evidence = _repair(found.sections, words, notes, part(progress, 0.2, 0.7))
    report, origins = build(info, found.sections, evidence, notes, part(progress, 0.7, 1.0))
    return Imported(report, tuple(notes.notes()), words.code, origins=origins)


def _has_outline(sections: Sequence[DraftSection]) -> bool:
    """Whether there are headings enough for an empty report."""
    return any(section.parent is not None for section in sections)


def _language(blocks: Sequence[Block], asked: str | None, notes: Notebook) -> str:
    """The code of the document language: as asked, as the file says, or as the text shows."""
    if asked is not None:
        if asked not in resources.language_codes():
            raise UserError(
                N_("The document language “{code}” is unknown; known are {known}. Nothing was changed."),
                code=asked,
                known=", ".join(resources.language_codes()),
            )
        return asked
    code, sure = guess_language(text for block in blocks for text in _texts(block))
    message = Text.of(N_("The language was recognised: {language}."), language=resources.language(code).name)
    certainty = Certainty.CERTAIN if sure else Certainty.GUESS
    notes.add(Kind.READ if sure else Kind.DOUBT, certainty, message, [Place()])
    return code


def _texts(block: Block) -> list[str]:
    if isinstance(block, Row):
        return [cell.text for cell in block.cells if cell.paragraphs]
    return [block.text] if isinstance(block, (Heading, Paragraph, Footnote)) else []


def _repair(sections: Sequence[DraftSection], language: Language, notes: Notebook, progress: Progress) -> Evidence:
    """Rows of each accomplishment to outputs; what the document taught about its wording."""
    clear_false_breaks(sections)
    entries = [entry for section in sections for entry in section.entries]
    for entry in entries:
        if entry.breaks and not entry.loose:
            notes.gather(
                Kind.READ,
                N_("{count} page break inside a table was recognised."),
                N_("{count} page breaks inside tables were recognised."),
                entry.place,
                "",
            )
    evidence = evidence_of(entries, language, part(progress, 0.0, 0.02))
    units = units_of(text for entry in entries for text in (entry.planned, entry.remarks))
    reader = Reader(language)
    for section in tracked([each for each in sections if each.entries], part(progress, 0.02, 1.0), every=1):
        section.drafts = outputs_apart(drafts_of(section.entries, evidence, notes), evidence, notes)
        share_merged_cells(section.drafts, evidence, notes)
        repair_pages(section.drafts, evidence, reader, notes)
        repair_cells(section.drafts, evidence, units, notes)
    return evidence


def evidence_of(entries: Sequence[Entry], language: Language, progress: Progress = silent) -> Evidence:
    """What the rows of a document teach about its wording. Texts at a page break may be cut there."""
    cells, begun, ended = [], [], []
    for entry, after in tracked(zip_longest(entries, entries[1:]), progress, total=len(entries)):
        assert entry is not None
        cut_below = after is not None and (after.breaks or after.loose)
        for text in (entry.planned, entry.remarks):
            if not text:
                continue
            cells.append(text)
            pieces = paragraphs(text, language)
            begun += pieces if not entry.breaks and not entry.loose else pieces[1:]
            ended += pieces if not cut_below else pieces[:-1]
    beside = [text for entry in entries if entry.completed for text in (entry.planned, entry.remarks) if text]
    return Evidence(cells, language, begun=begun, ended=ended, firm=beside)
