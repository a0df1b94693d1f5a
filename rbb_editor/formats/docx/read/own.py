"""A Word file that this program wrote, read back exactly: ids from bookmarks, fields from the styles of paragraphs.

What people changed in Word comes in as changed; rows and headings that they added get ids of their own.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.document.numbering import split_accomplishment, split_department, split_office
from rbb_editor.domain import clean
from rbb_editor.domain.entities import (
    REPORT_ID,
    Component,
    Entity,
    Level,
    Output,
    Section,
)
from rbb_editor.domain.ids import ALPHABET, LENGTH, new_id
from rbb_editor.domain.language import Language
from rbb_editor.domain.rank import spread
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.formats.blocks import Place
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import COMPONENT_LETTER, MARK, OUTPUT_LETTER, Unprinted, from_json, level_of
from rbb_editor.formats.docx.read.body import Body
from rbb_editor.formats.docx.read.items import Box, Line, Strip, lines_in
from rbb_editor.formats.docx.read.own_cells import ROW_STYLES, our_cells, text_of, without_outcome, words_beside
from rbb_editor.formats.docx.read.own_copies import Copies, Draft
from rbb_editor.formats.docx.read.own_front import OwnFront, field_of
from rbb_editor.formats.docx.read.review import Review, Spot
from rbb_editor.formats.headings import What, read_heading
from rbb_editor.formats.imported import Certainty, Imported, ImportNote, Kind
from rbb_editor.formats.revisions import Action
from rbb_editor.progress import Progress

LEVELS = {
    names.DEPARTMENT[1]: Level.DEPARTMENT,
    names.OFFICE[1]: Level.OFFICE,
    names.ACCOMPLISHMENT[1]: Level.ACCOMPLISHMENT,
}
FORM_ONLY = {
    name[1]
    for name in (
        names.ADDENDUM, names.SUMMARY_HEAD, names.CONTENTS_HEAD, names.PAGE_WORD, names.ABBREVIATIONS_HEAD,
        names.SIGN_OFF,
        ("TOC1", "toc 1"), ("TOC2", "toc 2"), ("TOC1", "TOC 1"), ("TOC2", "TOC 2"),
    )
}  # fmt: skip
"""Styles of what the program prints by itself."""
COPIED = re.compile(rf"([{ALPHABET}]{{{LENGTH}}})(?:\d{{1,3}}|_?Copy\w*)", re.ASCII)
"""The id in the bookmark of a copy: LibreOffice gives it another name."""
COPY = N_("This is a copy, made in Word, of another row or heading; it was given an id of its own.")
EVERY = 256


class Stranger(Exception):
    """The file has been rebuilt so far that it must be read like any other producer's."""


def read_own(body: Body, review: Review, progress: Progress) -> Imported | None:
    """The report in a file of our own; None when it must be read like any other file.

    `review` gathers what reviewers did.
    """
    assert body.package.own is not None
    try:
        facts = from_json(body.package.own)
        language = resources.language(facts.language)
    except (ValueError, KeyError, TypeError):
        return None  # the part has been tampered with: what stands on the pages is still there to be read
    reading = _Reading(body, facts, language, review)
    try:
        for count, item in enumerate(body.items()):
            if count % EVERY == 0:
                progress(min(count, 9_000), 10_000)
            reading.take(item)
    except Stranger:
        return None
    reading.take_gone(body.gone)
    reading.settle_copies()
    progress(1, 1)
    return Imported(Report(reading.entities()), tuple(reading.notes), language.code, facts.sent)


class _Reading:
    """One pass over the items of a document."""

    def __init__(self, body: Body, facts: Unprinted, language: Language, review: Review) -> None:
        self.notes: list[ImportNote] = []
        self._review = review
        self._facts = facts
        self._language = language
        self._front = OwnFront(body, facts, language)
        self._top = Draft("")
        self._open: dict[Level, Draft] = {}
        self._used: set[str] = set()
        self._copies = Copies()
        self._line = 0

    def take(self, item: Line | Strip) -> None:
        """Puts a paragraph or row where it belongs."""
        if isinstance(item, Strip):
            self._take_row(item)
            return
        self._line += 1
        if item.quotes or item.tracked:
            self._review.line(item, self._at(), self._spot_of(item))
        if self._front.takes(item):
            return
        if item.style in LEVELS:
            self._take_heading(item, LEVELS[item.style])
        elif item.text.strip() and item.style not in FORM_ONLY:
            mark = read_heading(item.text)
            if mark is not None and mark.sure and mark.what is What.ACCOMPLISHMENT:
                self._take_heading(item, Level.ACCOMPLISHMENT)
            else:
                self._left_out(item.text, self._at())

    def take_gone(self, strips: Iterable[Strip]) -> None:
        """Rows that were deleted with tracking: they are told with the output that they were."""
        for strip in strips:
            marks = dict(self._marks(lines_in(strip)))
            spot = Spot(marks[OUTPUT_LETTER], marks.get(COMPONENT_LETTER)) if OUTPUT_LETTER in marks else None
            self._review.row(strip, _place(strip), spot)

    def settle_copies(self) -> None:
        """Of two rows of one id, the one that was sent keeps it."""
        renamed = self._copies.settle(self._top)
        if not renamed:
            return
        self._review.rename(renamed)
        copies = [note for note in self.notes if note.message.msgid == COPY]
        others = [note for note in self.notes if note.message.msgid != COPY]
        self.notes = [replace(note, target=renamed.get(note.target or "", note.target)) for note in others]
        self.notes += [note for note in copies if renamed.get(note.target or "") not in self._copies.moved]
        for id in self._copies.moved:
            message = Text.of(N_("The row was cut and pasted elsewhere; the empty row that was left was passed over."))
            self.notes.append(ImportNote(Kind.READ, Certainty.CERTAIN, message, target=id))

    def entities(self) -> Iterator[Entity]:
        """Everything that was read."""
        yield self._front.info()
        yield from _placed(self._top, None)

    def _at(self) -> Place:
        return Place(paragraph=self._line)

    def _spot_of(self, line: Line) -> Spot | None:
        """What a paragraph outside the tables is about, where its style says so."""
        if (name := field_of(line)) is not None:
            return Spot(REPORT_ID, None, name)
        ids = [id for letter, id in self._marks([line]) if level_of(letter) is not None]
        return Spot(ids[0], None, "title") if ids and line.style in LEVELS else None

    def _take_heading(self, line: Line, level: Level) -> None:
        marks = [id for letter, id in self._marks([line]) if level_of(letter) is not None]
        if not marks and not line.text.strip():
            return
        if level is Level.ACCOMPLISHMENT:
            number, title = split_accomplishment(line.text, self._language)
        else:
            split = split_department if level is Level.DEPARTMENT else split_office
            number, title = split(line.text, self._language)
        id = self._new(marks[0] if marks else None)
        draft = Draft(id, level, clean.line(number), clean.line(title))
        if id not in marks:
            self._new_thing(N_("This heading was added in Word."), bool(marks), id, line.text, self._at())
        self._parent_of(draft).children.append(draft)
        self._open[level] = draft
        for deeper in list(Level)[list(Level).index(level) + 1 :]:
            self._open.pop(deeper, None)

    def _parent_of(self, draft: Draft) -> Draft:
        if draft.level is Level.DEPARTMENT:
            return self._top
        office = self._open.get(Level.OFFICE)
        if draft.level is Level.ACCOMPLISHMENT and office is not None and draft.id not in self._facts.direct:
            return office
        department = self._open.get(Level.DEPARTMENT)
        if department is None:
            raise Stranger
        return department

    def _take_row(self, strip: Strip) -> None:
        styles = {line.style for box in strip.boxes for line in box.lines}
        if names.TABLE_HEAD[1] in styles:
            return
        if names.SHORT[1] in styles or names.LONG[1] in styles:
            self._front.take_abbreviation(strip)
            return
        if names.OUTCOME[1] in styles:
            strip = without_outcome(strip)
        boxes = our_cells(strip, self._marks)
        if not styles & ROW_STYLES or not boxes:
            if any(line.text.strip() for line in lines_in(strip)):
                raise Stranger
            return
        if others := words_beside(strip, boxes):
            message = Text.of(N_("The row has further columns; what stands in them was left out."))
            self.notes.append(ImportNote(Kind.LEFT_OUT, Certainty.CERTAIN, message, (_place(strip),), source=others))
        self._take_component(strip, boxes, _place(strip))

    def _take_component(self, strip: Strip, boxes: list[Box], place: Place) -> None:
        accomplishment = self._open.get(Level.ACCOMPLISHMENT)
        if accomplishment is None:
            raise Stranger
        planned = "" if boxes[0].continues else text_of(boxes[0].lines)
        marks = dict(self._marks(line for box in boxes for line in box.lines))
        completed = text_of(boxes[1].lines)
        reasons = [line for line in boxes[2].lines if line.style == names.EXPLANATION[1]]
        remarks = [line for line in boxes[2].lines if line.style != names.EXPLANATION[1]]
        if OUTPUT_LETTER in marks or planned or not accomplishment.children:
            self._take_output(accomplishment, planned, marks.get(OUTPUT_LETTER), place)
        output = accomplishment.children[-1]
        id = marks.get(COMPONENT_LETTER)
        if id is None and output.components and boxes[1].continues:
            self._go_on(output, text_of(remarks), text_of(reasons), place)
        else:
            fresh = self._new(id)
            if fresh != id and len(output.components):
                self._new_thing(N_("This figure was added in Word."), id is not None, output.id, completed, place)
            label, override = self._facts.components.get(id, (None, None)) if id is not None else (None, None)
            output.components.append(
                Component(fresh, completed, text_of(remarks), text_of(reasons), label=label, planned=override)
            )
        output.inserted = output.inserted or any(each.action is Action.INSERTED for each in strip.tracked)
        self._review_row(strip, boxes, place, output)

    def _take_output(self, accomplishment: Draft, planned: str, id: str | None, place: Place) -> None:
        output = Draft(self._new(id), title=planned)
        accomplishment.children.append(output)
        if output.id != id:
            self._new_thing(N_("This output was added in Word."), id is not None, output.id, planned, place)

    def _go_on(self, output: Draft, remarks: str, reasons: str, place: Place) -> None:
        """The second part of a row whose remarks were split in two: its figure's cell is one with that above."""
        above = output.components[-1]
        joined = Component(
            above.id,
            above.completed,
            "\n".join(filter(None, (above.remarks, remarks))),
            "\n".join(filter(None, (above.explanation, reasons))),
            above.label,
            above.planned,
        )
        output.components[-1] = joined
        message = Text.of(N_("A row that was split in Word was added to the remarks above it."))
        source = "\n".join(filter(None, (remarks, reasons)))
        self.notes.append(ImportNote(Kind.JOINED, Certainty.CERTAIN, message, (place,), output.id, source))

    def _review_row(self, strip: Strip, boxes: list[Box], place: Place, output: Draft) -> None:
        component = output.components[-1].id
        if strip.tracked:
            self._review.row(strip, place, Spot(output.id, component))
        for box, cell in zip(boxes, ("planned_text", "completed", "remarks"), strict=True):
            for line in box.lines:
                if line.quotes or line.tracked:
                    name = "explanation" if line.style == names.EXPLANATION[1] and cell == "remarks" else cell
                    owner = None if cell == "planned_text" else component
                    self._review.line(line, place, Spot(output.id, owner, name))

    def _marks(self, lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
        for line in lines:
            for name in line.marks:
                if match := MARK.fullmatch(name):
                    copied = COPIED.fullmatch(match[2])
                    yield match[1], self._facts.id_of(copied[1] if copied else match[2])

    def _new(self, id: str | None) -> str:
        """An id from the file, or a fresh one where there is none or it is taken (a copied row)."""
        fresh = id
        if fresh is None or fresh in self._used:
            fresh = new_id()
            if id is not None:
                self._copies.met(id, fresh)
        self._used.add(fresh)
        return fresh

    def _new_thing(self, added: str, copied: bool, id: str, text: str, place: Place) -> None:
        """Notes what was not in the file as it was sent. `copied`: its bookmark says that it is a copy."""
        message = Text.of(COPY if copied else added)
        self.notes.append(ImportNote(Kind.READ, Certainty.CERTAIN, message, (place,), id, text))

    def _left_out(self, text: str, place: Place) -> None:
        message = Text.of(N_("This text has no place in the report and was left out."))
        self.notes.append(ImportNote(Kind.LEFT_OUT, Certainty.CERTAIN, message, (place,), source=text))


def _place(strip: Strip) -> Place:
    return Place(table=strip.table, row=strip.row)


def _placed(parent: Draft, id: str | None) -> Iterator[Entity]:
    """The entities below a draft, ranked in their order."""
    for rank, draft in zip(spread(len(parent.children)), parent.children, strict=True):
        if draft.level is None:
            assert id is not None
            yield Output(draft.id, id, rank, draft.title, tuple(draft.components))
        else:
            yield Section(draft.id, draft.level, id, rank, draft.number, draft.title)
            yield from _placed(draft, draft.id)
