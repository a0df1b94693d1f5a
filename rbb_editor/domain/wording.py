"""Where texts stand in a report: what can be searched of an entity, in printed order, and put back."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.entities import Entity, Output, ReportInfo, Section


class Kind(StrEnum):
    """The kinds of text that a search tells apart."""

    REMARKS = "remarks"
    EXPLANATION = "explanation"
    COMPLETED = "completed"
    TITLE = "title"
    FRONT = "front"
    PLANNED_TEXT = "planned_text"


FIELDS = ("symbol", "session", "agenda_item", "agenda_title", "title", "author", "section_number", "section_title",
          "summary")  # fmt: skip
"""The texts of the front matter, beside its notes and abbreviations."""


class Place(NamedTuple):
    """One text of a report: its entity, its figure, its field ("notes.0.text", "abbreviations.3.long" in the lists)."""

    target: str
    kind: Kind
    component: str | None = None
    field: str = ""


class Hit(Struct, frozen=True):
    """Words found at a place: `text` stands there from `start` to `end`; `groups`: those of a regular expression."""

    place: Place
    start: int
    end: int
    text: str
    groups: tuple[str | None, ...] = ()


def texts(entity: Entity) -> Iterator[tuple[Kind, str | None, str, str]]:
    """The texts of an entity that are printed, in printed order, empty ones too: kind, figure, field, text."""
    match entity:
        case Output():
            yield Kind.PLANNED_TEXT, None, "", entity.planned_text
            for each in entity.components:
                yield Kind.COMPLETED, each.id, "", each.completed
                yield Kind.REMARKS, each.id, "", each.remarks
                yield Kind.EXPLANATION, each.id, "", each.explanation
        case Section():
            yield Kind.TITLE, None, "", entity.title
        case ReportInfo():
            for name in FIELDS:
                yield Kind.FRONT, None, name, getattr(entity, name)
            for at, note in enumerate(entity.notes):
                yield Kind.FRONT, None, f"notes.{at}.text", note.text
            for at, short in enumerate(entity.abbreviations):
                yield Kind.FRONT, None, f"abbreviations.{at}.short", short.short
                yield Kind.FRONT, None, f"abbreviations.{at}.long", short.long


def place_of(entity: Entity, component: str | None, field: str) -> Place | None:
    """The place that rules and windows name by a figure and field ("remarks", "title", "notes.0.text"); None: none."""
    for kind, figure, name, _ in texts(entity):
        if figure == component and (name or str(kind)) == field:
            return Place(entity.id, kind, figure, name)
    return None


def text_at(entity: Entity, place: Place) -> str:
    """The text that stands at a place; KeyError where the entity has no such place."""
    for *where, text in texts(entity):
        if (entity.id, *where) == place:
            return text
    raise KeyError(place)


def with_text(entity: Entity, place: Place, text: str) -> Entity:
    """The entity with another text at a place."""
    match entity:
        case Output() if place.component is None:
            return replace(entity, planned_text=text)
        case Output():
            changed = {str(place.kind): text}
            components = (replace(c, **changed) if c.id == place.component else c for c in entity.components)
            return replace(entity, components=tuple(components))
        case Section():
            return replace(entity, title=text)
        case ReportInfo():
            return _with_front(entity, place.field, text)
    raise KeyError(place)


def _with_front(info: ReportInfo, field: str, text: str) -> ReportInfo:
    if "." not in field:
        return replace(info, **{field: text})
    name, at, part = field.split(".")
    values = list(getattr(info, name))
    values[int(at)] = replace(values[int(at)], **{part: text})
    return replace(info, **{name: tuple(values)})
