"""Word import: the blocks of any producer's file are assembled; a file of our own is read back exactly.

Tracked changes are read as accepted; who made them, and comments on their words, come with it (see `revisions`).
"""

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.collector import many_values
from rbb_editor.domain.entities import Output, ReportInfo, Waiver
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.formats.assemble import assemble
from rbb_editor.formats.blocks import Block, Passage
from rbb_editor.formats.docx.marks import Unprinted, comment_key, from_json
from rbb_editor.formats.docx.read.body import Body
from rbb_editor.formats.docx.read.comments import comments_of
from rbb_editor.formats.docx.read.own import read_own
from rbb_editor.formats.docx.read.package import Package, open_package
from rbb_editor.formats.docx.read.review import Review
from rbb_editor.formats.docx.read.spaced import rows_out_of_spaces
from rbb_editor.formats.docx.read.stream import blocks_of, passages_of
from rbb_editor.formats.docx.read.summary import notes_of
from rbb_editor.formats.docx.read.words import View
from rbb_editor.formats.imported import Imported
from rbb_editor.formats.language_guess import guess_language
from rbb_editor.progress import Progress, part, tracked

EXPECTED_BLOCKS = 20_000
"""Paragraphs and rows of a report of 10,000 outputs."""


def _waivers(facts: Unprinted, taken: set[str]) -> list[Waiver]:
    """The waivers of our own part. `taken`: ids that others bear; a waiver that claims one gets another."""
    made: list[Waiver] = []
    for each in facts.waivers:
        known = each if each.id not in taken else replace(each, id=new_id())
        taken.add(known.id)
        made.append(known)
    return made


@many_values()
def read(path: Path, language: str | None, progress: Progress) -> Imported:
    """The report in a Word file. `language`: code of the document language, None to recognise it.

    Raises UserError for a file that is no Word document, is damaged, protected or built to do harm, or holds no report.
    """
    package = open_package(path, part(progress, 0.0, 0.3))
    imported, body, review = _seen(package, path.name, language, part(progress, 0.3, 0.95))
    facts = _facts(package)
    revisions = review.revisions(imported.report, imported.origins)
    said = tuple(
        each for each in comments_of(package) if comment_key(each.author, each.time, each.text) not in facts.findings
    )
    comments = tuple(review.comments(said, imported.report, imported.origins, facts.comments))
    waivers = _waivers(facts, {*(each.id for each in imported.report.entities()), *(each.id for each in comments)})
    waivers = [each for each in waivers if each.target in imported.report]
    report = Report([*imported.report.entities(), *comments, *waivers]) if comments or waivers else imported.report
    known = {each.id for each in facts.comments.values()}
    whole = replace(imported, report=report, revisions=revisions, departments=frozenset(facts.departments))
    notes = notes_of(body.collector.counts, revisions, comments, known)
    del body, review, imported
    _let_go(package, part(progress, 0.95, 1.0))
    return whole.with_notes(notes)


@many_values()
def passages(path: Path, progress: Progress) -> list[Passage]:
    """What stands in a Word file, to be shown; raises as `read` does."""
    package = open_package(path, part(progress, 0.0, 0.5))
    found = passages_of(Body(package, View.ACCEPTED))
    return list(tracked(found, part(progress, 0.5, 1.0), total=EXPECTED_BLOCKS))


def _let_go(package: Package, progress: Progress) -> None:
    """Frees a document from its end on: all of a long one at once takes a tenth of a second, unheard by a cancel."""
    body = package.body
    for _ in tracked(range(len(body)), progress):
        body.remove(body[-1])


def _seen(
    package: Package, name: str, language: str | None, progress: Progress, view: View = View.ACCEPTED
) -> tuple[Imported, Body, Review]:
    """The report in one view of the tracked changes, and what reviewers did."""
    if package.own is not None:
        body, review = Body(package, view), Review()
        own = read_own(body, review, progress)
        if own is not None:
            return own, body, review
    body, review = Body(package, view), Review()
    stream = blocks_of(body, name, cache(partial(_reader, package, language)), review)
    blocks: Sequence[Block] = list(tracked(stream, part(progress, 0.0, 0.3), total=EXPECTED_BLOCKS))
    if not blocks:
        raise UserError(N_("“{name}” was not read: it is empty. Nothing was changed."), name=name)
    blocks = rows_out_of_spaces(body, blocks)
    imported = assemble(blocks, language, part(progress, 0.3, 1.0), name=name)
    return _with_facts(imported, _facts(package)), body, review


def _facts(package: Package) -> Unprinted:
    """What our own part says; nothing for a file of another producer, or a part that has been tampered with."""
    try:
        return from_json(package.own) if package.own is not None else Unprinted()
    except (ValueError, KeyError, TypeError):
        return Unprinted()


def _with_facts(imported: Imported, facts: Unprinted) -> Imported:
    """With what the pages do not say, of a file of ours that was rebuilt so far that it was read like any other."""
    if not facts.language:
        return imported
    info = imported.report.info
    dated = replace(
        info,
        period_start=info.period_start or facts.period_start,
        period_end=info.period_end or facts.period_end,
        profile=facts.profile,
    )
    entities = (_labelled(each, facts) if isinstance(each, Output) else each for each in imported.report.entities())
    report = Report(dated if isinstance(each, ReportInfo) else each for each in entities)
    return replace(imported, report=report, sent=facts.sent)


def _labelled(output: Output, facts: Unprinted) -> Output:
    found = {each.id: facts.components[each.id] for each in output.components if each.id in facts.components}
    if not found:
        return output
    components = (
        replace(each, label=found[each.id][0], planned=found[each.id][1]) if each.id in found else each
        for each in output.components
    )
    return replace(output, components=tuple(components))


def _reader(package: Package, language: str | None) -> Reader:
    """The reader of the language asked for, or of the one that the text shows."""
    known = language if language in resources.language_codes() else None
    return Reader(resources.language(known or guess_language(str(text) for text in package.body.itertext())[0]))
