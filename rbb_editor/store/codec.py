"""A change as bytes for the journal: JSON with named fields, compressed; readable by every later version."""

import zlib
from functools import lru_cache
from json import JSONEncoder, loads
from string import Formatter
from typing import Any

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import (
    Abbreviation,
    Comment,
    Component,
    EarlierReport,
    Entity,
    Level,
    Note,
    Output,
    ReportInfo,
    Section,
    Waiver,
)
from rbb_editor.domain.report import Conflict, Report
from rbb_editor.domain.text import Text
from rbb_editor.progress import Progress, silent, tracked
from rbb_editor.store.rows import Unreadable, planned_data, planned_of, profile_data, profile_of, time_of, time_text

LARGEST = 1 << 28
"""A change unpacks to at most 256 MB; a hostile file could promise more."""

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack(change: Change, progress: Progress = silent) -> bytes:
    """The pairs of a change (its label is kept beside, to be listed without unpacking)."""
    encoded = [_encode([_data(pair.before), _data(pair.after)]) for pair in tracked(change.pairs, progress)]
    return zlib.compress(f"[{','.join(encoded)}]".encode(), 6 if len(encoded) < 100 else 1)


def unpack(label: Text, data: bytes, progress: Progress = silent) -> Change:
    """The change that `pack` wrote. Raises Unreadable."""
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(data, LARGEST) if data else b""
        read = loads(plain if unpacker.eof else b"")
        pairs = [Pair(_entity(before), _entity(after)) for before, after in tracked(read, progress)]
    except (zlib.error, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Unreadable("a change in the journal is not readable") from error
    return Change(label, tuple(pairs))


def pack_report(report: Report, progress: Progress = silent) -> bytes:
    """What a report prints, for being kept: front matter, sections and outputs, without comments and waivers."""
    printed = Change(Text.of(""), tuple(Pair(None, entity) for entity in (report.info, *report.walk())))
    return pack(printed, progress)


def unpack_report(data: bytes) -> Report:
    """The report that `pack_report` wrote. Raises Unreadable."""
    try:
        return Report(pair.after for pair in unpack(Text.of(""), data).pairs if pair.after is not None)
    except Conflict as error:
        raise Unreadable("an earlier report is not readable") from error


def pack_label(label: Text) -> str:
    """The label as its column keeps it. ValueError for one that could not be read back.

    A file's name in it may hold what is no character ("?" then): the system takes any bytes.
    """
    _check_label(label)
    return _encode(label.to_data()).encode("utf-8", "replace").decode()


@lru_cache(maxsize=2048)
def unpack_label(text: str) -> Text:
    """The label that `pack_label` wrote. Raises Unreadable."""
    try:
        label = Text.from_data(loads(text))
        _check_label(label)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise Unreadable("the name of a change is not readable") from error
    return label


def _check_label(label: Text) -> None:
    """A label from a stranger's file must not make the formatter do more than fill in its fields."""
    fields = dict(label.fields)
    for pattern in (label.msgid, label.plural or ""):
        for _, name, spec, conversion in Formatter().parse(pattern):
            if name is not None and (name not in fields or spec or conversion):
                raise Unreadable("the name of a change is not readable")
    for value in fields.values():
        if isinstance(value, Text):
            _check_label(value)


def _data(entity: Entity | None) -> dict[str, Any] | None:
    match entity:
        case None:
            return None
        case Output():
            return {
                "is": "output",
                "id": entity.id,
                "parent": entity.parent,
                "rank": entity.rank,
                "planned_text": entity.planned_text,
                "components": [_component_data(each) for each in entity.components],
            }
        case Section():
            return {
                "is": "section",
                "id": entity.id,
                "level": entity.level.value,
                "parent": entity.parent,
                "rank": entity.rank,
                "number": entity.number,
                "title": entity.title,
            }
        case Comment():
            return {"is": "comment", **_fields(entity), "time": time_text(entity.time)}
        case Waiver():
            return {"is": "waiver", **_fields(entity), "time": time_text(entity.time)}
        case EarlierReport():
            return {"is": "earlier", **_fields(entity)}
        case ReportInfo():
            return {
                "is": "info",
                **_fields(entity),
                "notes": [[note.mark, note.text] for note in entity.notes],
                "abbreviations": [[each.short, each.long] for each in entity.abbreviations],
                "profile": profile_data(entity.profile),
            }


def _fields(entity: Comment | Waiver | ReportInfo | EarlierReport) -> dict[str, Any]:
    return {name: getattr(entity, name) for name in entity.__struct_fields__}


def _component_data(each: Component) -> dict[str, Any]:
    data: dict[str, Any] = {"id": each.id, "completed": each.completed, "remarks": each.remarks}
    if each.explanation:
        data["explanation"] = each.explanation
    if each.label is not None:
        data["label"] = each.label
    if each.planned is not None:
        data["planned"] = planned_data(each.planned)
    return data


def _entity(data: dict[str, Any] | None) -> Entity | None:
    if data is None:
        return None
    kind = data.pop("is")
    match kind:
        case "output":
            data["components"] = tuple(_component(each) for each in data["components"])
            return Output(**data)
        case "section":
            data["level"] = Level(data["level"])
            return Section(**data)
        case "comment":
            data["time"] = time_of(data["time"])
            return Comment(**data)
        case "waiver":
            data["time"] = time_of(data["time"])
            return Waiver(**data)
        case "earlier":
            return EarlierReport(**data)
        case "info":
            data["notes"] = tuple(Note(*pair) for pair in data["notes"])
            data["abbreviations"] = tuple(Abbreviation(*pair) for pair in data["abbreviations"])
            data["profile"] = profile_of(data.get("profile", []))
            return ReportInfo(**data)
        case _:
            raise Unreadable("a change in the journal is about something unknown")


def _component(data: dict[str, Any]) -> Component:
    planned = data.pop("planned", None)
    return Component(**data, planned=planned_of(planned) if planned is not None else None)
