"""What the list of hits shows: one row for each text with hits, under the office it belongs to. No Qt."""

from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.language import Language
from rbb_editor.domain.places import FRONT_MATTER, place_words, printed_title
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.wording import Hit, Kind, Place, text_at
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.texts import FIELD_NAMES

MASTHEAD = Text.of(N_("Masthead"))
FRONT_PLACES = {
    "summary": Text.of(N_("Summary")),
    "notes": Text.of(N_("Note to the title")),
    "abbreviations": Text.of(N_("Abbreviations")),
}
KIND_NAMES = {
    Kind.REMARKS: FIELD_NAMES[Field.REMARKS],
    Kind.EXPLANATION: FIELD_NAMES[Field.EXPLANATION],
    Kind.COMPLETED: FIELD_NAMES[Field.COMPLETED],
    Kind.TITLE: Text.of(N_("Title")),
    Kind.FRONT: FRONT_MATTER,
    Kind.PLANNED_TEXT: FIELD_NAMES[Field.PLANNED_TEXT],
}


class Head(Struct, frozen=True):
    """The line above the hits of one office. `section`: its id; None: the front matter."""

    section: str | None
    count: int


class Entry(Struct, frozen=True):
    """One text with its hits: what is ticked and replaced together."""

    place: Place
    hits: tuple[Hit, ...]
    text: str


def grouped(report: Report, hits: Iterable[Hit]) -> list[Head | Entry]:
    """The rows of hits that come in printed order."""
    entries: dict[Place, list[Hit]] = {}
    for hit in hits:
        entries.setdefault(hit.place, []).append(hit)
    groups: list[tuple[str | None, list[Entry]]] = []
    homes: dict[str, str | None] = {}
    for place, found in entries.items():
        home = _home(report, place.target, homes)
        if not groups or groups[-1][0] != home:
            groups.append((home, []))
        entity = report.get(place.target)
        groups[-1][1].append(Entry(place, tuple(found), text_at(entity, place) if entity is not None else ""))
    rows: list[Head | Entry] = []
    for home, members in groups:
        rows.append(Head(home, sum(len(entry.hits) for entry in members)))
        rows += members
    return rows


def head_text(report: Report, head: Head, language: Language) -> Text | str:
    """The office with its department: "A. Department › (a) Office"."""
    if head.section is None:
        return FRONT_MATTER
    return " › ".join(printed_title(each, language) for each in report.path(head.section))


def place_text(report: Report, place: Place, language: Language) -> Text | str:
    """Where a text is: "A (a) 1.1, row 5"."""
    if place.kind is Kind.FRONT:
        return FRONT_PLACES.get(place.field.partition(".")[0], MASTHEAD)
    return place_words(report, place.target, language)


def _home(report: Report, id: str, known: dict[str, str | None]) -> str | None:
    """The office, or without one the department, that a section or output belongs to."""
    entity = report.get(id)
    if not isinstance(entity, (Section, Output)):
        return None
    parent = entity.parent if isinstance(entity, Output) else entity.id
    assert parent is not None
    if parent not in known:
        path = [section.id for section in report.path(parent) if section.level is not Level.ACCOMPLISHMENT]
        known[parent] = path[-1] if path else None
    return known[parent]
