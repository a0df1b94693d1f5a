"""Entities as rows and back. What cannot be read back is never written: both directions check the same things."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from json import JSONDecodeError, dumps, loads
from operator import itemgetter
from typing import Any

from rbb_editor.domain.entities import (
    EARLIER_ID,
    REPORT_ID,
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
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.values import Planned, PlannedKind, Qualifier

Row = tuple[Any, ...]
"""The columns of one row in the order of the table, without the checksum."""

Key = tuple[str, str, int]
"""Table, id, position (0 but for components)."""

_RANK = re.compile(r"\A[0-9a-z]*[1-9a-z]")
_INFO_TEXTS = ReportInfo.__struct_fields__[:-4]
"""The fields of the front matter that are texts; notes, abbreviations, profile and id follow."""

_LEVELS = {level.value: level for level in Level}
_NUMBERS = (int, float)
_ID = itemgetter(0)
_PLACE = itemgetter(0, 1)


class Unreadable(ValueError):
    """A row that the program never writes: a wrong type, an unknown word, a row without its neighbours."""


def rows_of(entity: Entity) -> Iterator[tuple[Key, Row]]:
    """The rows that keep an entity. ValueError for one that could not be read back."""
    row: Row
    match entity:
        case Output(id=id):
            yield ("outputs", id, 0), (id, entity.parent, _rank(entity.rank), entity.planned_text)
            for position, each in enumerate(entity.components):
                planned = dumps(planned_data(each.planned)) if each.planned is not None else None
                row = (id, position, each.id, each.completed, each.remarks, each.explanation, each.label, planned)
                yield ("components", id, position), row
        case Section(id=id):
            row = (id, entity.level.value, entity.parent, _rank(entity.rank), entity.number, entity.title)
            yield ("sections", id, 0), row
        case Comment(id=id):
            row = (
                *(id, entity.target, entity.text, entity.author, time_text(entity.time), entity.component),
                *(entity.field, entity.quote, entity.answers, int(entity.resolved)),
            )
            yield ("comments", id, 0), row
        case Waiver(id=id):
            row = (id, entity.rule, entity.target, entity.reason, entity.author, time_text(entity.time))
            yield ("waivers", id, 0), (*row, entity.component, entity.said)
        case ReportInfo(id=id):
            row = (
                id,
                *(getattr(entity, name) for name in _INFO_TEXTS),
                _pairs_text((note.mark, note.text) for note in entity.notes),
                _pairs_text((each.short, each.long) for each in entity.abbreviations),
                dumps(profile_data(entity.profile)),
            )
            yield ("info", id, 0), row
        case EarlierReport(id=id):
            row = (id, entity.content, entity.name, entity.language, entity.title)
            yield ("earlier", id, 0), (*row, entity.period_start, entity.period_end, entity.outputs)


def entities_of(rows: Mapping[str, Iterable[Sequence[Any]]]) -> Iterator[Entity]:
    """The entities that rows keep, by table; the types of the columns are right already.

    The rows of a table may come in any order. Raises Unreadable.
    """
    infos = list(rows["info"])
    if len(infos) != 1 or infos[0][0] != REPORT_ID:
        raise Unreadable("the front matter is missing")
    yield info_of(infos[0])
    for row in rows["sections"]:
        yield section_of(row)
    yield from outputs_of(rows["outputs"], rows["components"])
    for row in sorted(rows["comments"], key=_ID):
        yield comment_of(row)
    for row in sorted(rows["waivers"], key=_ID):
        yield waiver_of(row)
    for row in rows["earlier"]:
        yield earlier_of(row)


def outputs_of(outputs: Iterable[Sequence[Any]], components: Iterable[Sequence[Any]]) -> Iterator[Output]:
    """The outputs of their rows and those of their components. Raises Unreadable."""
    parts: dict[str, list[Component]] = {}
    for output, position, id, completed, remarks, explanation, label, planned in sorted(components, key=_PLACE):
        known = parts.setdefault(output, [])
        if position != len(known):
            raise Unreadable(f"a figure of output {output} is missing")
        override = planned_of_text(planned) if planned is not None else None
        known.append(Component(id, completed, remarks, explanation, label, override))
    for id, parent, rank, planned_text in outputs:
        made = parts.pop(id, None)
        if made is None:
            raise Unreadable(f"output {id} has no figure")
        yield Output(id, parent, _rank(rank), planned_text, tuple(made))
    if parts:
        raise Unreadable(f"output {next(iter(parts))} is missing")


def info_of(row: Sequence[Any]) -> ReportInfo:
    """The front matter of its row."""
    texts: dict[str, str] = dict(zip(_INFO_TEXTS, row[1:-3], strict=True))
    notes = tuple(Note(*pair) for pair in _pairs(row[-3]))
    abbreviations = tuple(Abbreviation(*pair) for pair in _pairs(row[-2]))
    return ReportInfo(**texts, notes=notes, abbreviations=abbreviations, profile=profile_of(_json(row[-1])))


def section_of(row: Sequence[Any]) -> Section:
    """The section of its row."""
    id, level, parent, rank, number, title = row
    if level not in _LEVELS:
        raise Unreadable(f"section {id} has an unknown level")
    return Section(id, _LEVELS[level], parent, _rank(rank), number, title)


def comment_of(row: Sequence[Any]) -> Comment:
    """The comment of its row."""
    id, target, text, author, time, component, field, quote, answers, resolved = row
    if resolved not in {0, 1}:
        raise Unreadable(f"comment {id} is neither open nor resolved")
    at = time_of(time)
    return Comment(id, target, text, author, at, component, field, quote, answers, bool(resolved))


def waiver_of(row: Sequence[Any]) -> Waiver:
    """The waiver of its row."""
    id, rule, target, reason, author, time, component, said = row
    return Waiver(id, rule, target, reason, author, time_of(time), component, said)


def earlier_of(row: Sequence[Any]) -> EarlierReport:
    """Which earlier report is kept, of its row."""
    id, *values = row
    if id != EARLIER_ID:
        raise Unreadable("an earlier report has another id than it can have")
    return EarlierReport(*values)


def time_text(time: datetime) -> str:
    """A time as it is kept: ISO, in UTC. ValueError for one without a time zone."""
    if time.tzinfo is None:
        raise ValueError("a time needs its time zone")
    return time.astimezone(UTC).isoformat()


def time_of(text: str) -> datetime:
    """The time that `time_text` wrote."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable("a time is not readable") from error
    if time.tzinfo is None:
        raise Unreadable("a time has no time zone")
    return time.astimezone(UTC)


def planned_data(planned: Planned) -> list[Any]:
    """A planned figure in a JSON-ready form."""
    qualifier = planned.qualifier.value if planned.qualifier is not None else None
    return [planned.kind.value, planned.value, planned.maximum, qualifier]


def planned_of(data: Any) -> Planned:
    """The planned figure that `planned_data` wrote. Unreadable for any other value."""
    try:
        kind, value, maximum, qualifier = data
        made = Planned(PlannedKind(kind), value, maximum, None if qualifier is None else Qualifier(qualifier))
    except (ValueError, TypeError) as error:
        raise Unreadable("a planned figure is not readable") from error
    if value is not None and not isinstance(value, _NUMBERS):
        raise Unreadable("a planned figure is no number")
    if maximum is not None and (not isinstance(maximum, _NUMBERS) or isinstance(maximum, bool)):
        raise Unreadable("a planned figure is no number")
    return made


def planned_of_text(text: str) -> Planned:
    """The planned figure of its column."""
    return planned_of(_json(text))


def profile_data(profile: Iterable[RuleSetting]) -> list[list[Any]]:
    """What a report asks of its checks in a JSON-ready form."""
    return [list(setting) for setting in profile]


def profile_of(data: Any) -> tuple[RuleSetting, ...]:
    """The settings that `profile_data` wrote. Unreadable for any other value."""
    try:
        made = tuple(RuleSetting(*setting) for setting in data)
    except TypeError as error:
        raise Unreadable("the settings of the checks are not readable") from error
    for rule, on, severity, threshold in data:
        words = isinstance(rule, str) and isinstance(on, bool) and isinstance(severity, str | None)
        if not words or not isinstance(threshold, int | float | None):
            raise Unreadable("the settings of the checks are not readable")
    return made


def _pairs_text(pairs: Iterable[tuple[str, str]]) -> str:
    return dumps([list(pair) for pair in pairs], ensure_ascii=False)


def _pairs(text: str) -> list[list[str]]:
    data = _json(text)
    if not isinstance(data, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in data):
        raise Unreadable("a list of the front matter is not readable")
    if not all(isinstance(part, str) for pair in data for part in pair):
        raise Unreadable("a list of the front matter holds something else than texts")
    return data


def _json(text: str) -> Any:
    try:
        return loads(text)
    except (JSONDecodeError, RecursionError) as error:
        raise Unreadable("a value is not readable") from error


def _rank(rank: str) -> str:
    if _RANK.fullmatch(rank) is None:
        raise Unreadable(f"{rank!r} is no place among siblings")
    return rank
