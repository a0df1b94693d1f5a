"""A Word file that this program wrote, read back exactly: ids from bookmarks, fields from the styles of paragraphs.

What people changed in Word comes in as changed; rows and headings that they added get ids of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rbb_editor import resources
from rbb_editor.document.numbering import split_accomplishment, split_heading, unprinted
from rbb_editor.domain.entities import (
    Abbreviation,
    Component,
    Entity,
    Level,
    Note,
    Output,
    ReportInfo,
    Section,
)
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.language import Language
from rbb_editor.domain.rank import spread
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.formats.blocks import Place
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import COMPONENT_LETTER, MARK, OUTPUT_LETTER, Unprinted, from_json, level_of
from rbb_editor.formats.docx.read.body import Body, Box, Line, Strip
from rbb_editor.formats.docx.read.stream import note_lines
from rbb_editor.formats.imported import Certainty, Imported, ImportNote, Kind
from rbb_editor.progress import Progress

FIELDS = {
    names.SESSION[1]: "session",
    names.AGENDA_ITEM[1]: "agenda_item",
    names.AGENDA_TITLE[1]: "agenda_title",
    names.TITLE[1]: "title",
    names.AUTHOR[1]: "author",
    names.SUMMARY_TEXT[1]: "summary",
}
LEVELS = {
    names.DEPARTMENT[1]: Level.DEPARTMENT,
    names.OFFICE[1]: Level.OFFICE,
    names.ACCOMPLISHMENT[1]: Level.ACCOMPLISHMENT,
}
FORM_ONLY = {
    name[1]
    for name in (
        names.ADDENDUM, names.SUMMARY_HEAD, names.CONTENTS_HEAD, names.PAGE_WORD, names.ABBREVIATIONS_HEAD,
        ("TOC1", "toc 1"), ("TOC2", "toc 2"), ("TOC1", "TOC 1"), ("TOC2", "TOC 2"),
    )
}  # fmt: skip
"""Styles of what the program prints by itself."""
ROW_STYLES = {names.PLANNED[1], names.COMPLETED[1], names.REMARKS[1], names.EXPLANATION[1]}
COLUMNS = 3
EVERY = 256


@dataclass
class Draft:
    """A section or output with what stands below it, before its place among its siblings is known."""

    id: str
    level: Level | None = None
    number: str = ""
    title: str = ""
    components: list[Component] = field(default_factory=list)
    children: list["Draft"] = field(default_factory=list)


class Stranger(Exception):
    """The file has been rebuilt so far that it must be read like any other producer's."""


def read_own(body: Body, progress: Progress) -> Imported | None:
    """The report in a file of our own; None when it must be read like any other file."""
    assert body.package.own is not None
    try:
        facts = from_json(body.package.own)
        language = resources.language(facts.language)
    except (ValueError, KeyError, TypeError):
        return None  # the part has been tampered with: what stands on the pages is still there to be read
    reading = _Reading(body, facts, language)
    try:
        for count, item in enumerate(body.items()):
            if count % EVERY == 0:
                progress(min(count, 9_000), 10_000)
            reading.take(item)
    except Stranger:
        return None
    progress(1, 1)
    return Imported(Report(reading.entities()), tuple(reading.notes), language.code, facts.sent)


class _Reading:
    """One pass over the items of a document."""

    def __init__(self, body: Body, facts: Unprinted, language: Language) -> None:
        self.notes: list[ImportNote] = []
        self._body = body
        self._facts = facts
        self._language = language
        self._fields: dict[str, list[str]] = {}
        self._abbreviations: list[Abbreviation] = []
        self._section: tuple[str, str] = ("", "")
        self._section_notes: list[Note] = []
        self._top = Draft("")
        self._open: dict[Level, Draft] = {}
        self._used: set[str] = set()
        self._line = 0

    def take(self, item: Line | Strip) -> None:
        """Puts a paragraph or row where it belongs."""
        if isinstance(item, Strip):
            self._take_row(item)
            return
        self._line += 1
        if item.style in FIELDS:
            self._fields.setdefault(FIELDS[item.style], []).append(item.text)
        elif item.style in LEVELS:
            self._take_heading(item, LEVELS[item.style])
        elif item.style == names.SECTION[1]:
            self._take_section(item)
        elif item.text.strip() and item.style not in FORM_ONLY:
            self._left_out(item.text, Place(label=f"paragraph {self._line}"))

    def entities(self) -> Iterator[Entity]:
        """Everything that was read."""
        yield self._info()
        yield from _placed(self._top, None)

    def _info(self) -> ReportInfo:
        phrases = self._language.phrases
        values = {name: "\n".join(lines) for name, lines in self._fields.items()}
        if item := values.get("agenda_item"):
            values["agenda_item"] = unprinted(item, phrases["agenda_item"]) or item
        return ReportInfo(
            language=self._language.code,
            symbol=self._symbol(),
            period_start=self._facts.period_start,
            period_end=self._facts.period_end,
            profile=self._facts.profile,
            section_number=self._section[0],
            section_title=self._section[1],
            notes=tuple(self._section_notes),
            abbreviations=tuple(self._abbreviations),
            **values,
        )

    def _symbol(self) -> str:
        for head in self._body.package.heads:
            for line in self._body.lines(head):
                if line.style == names.SYMBOL[1]:
                    return line.text
        return ""

    def _take_section(self, line: Line) -> None:
        if not line.text.strip() and not line.notes:
            return
        self._section = split_heading(line.text, self._language.phrases["department_form"])
        self._section_notes = [Note(mark, text) for mark, text in note_lines(self._body, line)]

    def _take_heading(self, line: Line, level: Level) -> None:
        found = [(level_of(letter), id) for letter, id in self._marks([line]) if level_of(letter) is not None]
        if not found and not line.text.strip():
            return
        forms = self._language.phrases
        if level is Level.ACCOMPLISHMENT:
            number, title = split_accomplishment(line.text, self._language)
        else:
            form = forms["department_form"] if level is Level.DEPARTMENT else forms["office_form"]
            number, title = split_heading(line.text, form)
        id = self._new(next((id for _, id in found), None))
        draft = Draft(id, level, number, title)
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
            short, *long = (_text(box.lines) for box in strip.boxes)
            self._abbreviations.append(Abbreviation(short, "\n".join(long)))
            return
        if not styles & ROW_STYLES or len(strip.boxes) != COLUMNS:
            if any(line.text.strip() for box in strip.boxes for line in box.lines):
                raise Stranger
            return
        self._take_component(strip.boxes, Place(label=f"table {strip.table}, row {strip.row}"))

    def _take_component(self, boxes: list[Box], place: Place) -> None:
        accomplishment = self._open.get(Level.ACCOMPLISHMENT)
        if accomplishment is None:
            raise Stranger
        planned = "" if boxes[0].continues else _text(boxes[0].lines)
        marks = dict(self._marks(line for box in boxes for line in box.lines))
        completed = _text(boxes[1].lines)
        reasons = [line for line in boxes[2].lines if line.style == names.EXPLANATION[1]]
        remarks = [line for line in boxes[2].lines if line.style != names.EXPLANATION[1]]
        if OUTPUT_LETTER in marks or planned.strip() or not accomplishment.children:
            output = Draft(self._new(marks.get(OUTPUT_LETTER)), title=planned)
            accomplishment.children.append(output)
            if OUTPUT_LETTER not in marks:
                self._added(output.id, planned, place)
        output = accomplishment.children[-1]
        id = marks.get(COMPONENT_LETTER)
        label, override = self._facts.components.get(id, (None, None)) if id is not None else (None, None)
        output.components.append(
            Component(self._new(id), completed, _text(remarks), _text(reasons), label=label, planned=override)
        )

    def _marks(self, lines: Iterator[Line] | list[Line]) -> Iterator[tuple[str, str]]:
        for line in lines:
            for name in line.marks:
                if match := MARK.fullmatch(name):
                    yield match[1], self._facts.id_of(match[2])

    def _new(self, id: str | None) -> str:
        """An id from the file, or a fresh one where there is none or it is taken (a copied row)."""
        if id is None or id in self._used:
            id = new_id()
        self._used.add(id)
        return id

    def _added(self, id: str, text: str, place: Place) -> None:
        message = Text.of(N_("This output was added in Word."))
        self.notes.append(ImportNote(Kind.READ, Certainty.CERTAIN, message, (place,), id, text))

    def _left_out(self, text: str, place: Place) -> None:
        message = Text.of(N_("This text has no place in the report and was left out."))
        self.notes.append(ImportNote(Kind.LEFT_OUT, Certainty.CERTAIN, message, (place,), source=text))


def _text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _placed(parent: Draft, id: str | None) -> Iterator[Entity]:
    """The entities below a draft, ranked in their order."""
    for rank, draft in zip(spread(len(parent.children)), parent.children, strict=True):
        if draft.level is None:
            assert id is not None
            yield Output(draft.id, id, rank, draft.title, tuple(draft.components))
        else:
            yield Section(draft.id, draft.level, id, rank, draft.number, draft.title)
            yield from _placed(draft, draft.id)
