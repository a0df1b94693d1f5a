"""What can still be read of a damaged file: from its rows, and from its journal, which holds everything once more.

The journal starts with the whole content of the file as it was made and goes on with every change. Where it is whole,
playing it back gives the report exactly. Otherwise each entity is taken from its rows where these are sound, else from
the last record about it, else from rows that are readable but not what was written; the latter are named as doubtful.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from rbb_editor.domain.entities import EARLIER_ID, REPORT_ID, EarlierReport, Entity, Output, ReportInfo, Section
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.report import Report
from rbb_editor.progress import Progress, part, silent
from rbb_editor.store import codec, kept, schema
from rbb_editor.store.checksum import of_bytes, summer
from rbb_editor.store.connect import Damage, beside, connect
from rbb_editor.store.durable import disk_errors, read_through
from rbb_editor.store.errors import Damaged
from rbb_editor.store.orphans import rehoused
from rbb_editor.store.rows import Row, Unreadable, comment_of, earlier_of, info_of, outputs_of, section_of, waiver_of
from rbb_editor.store.tatters import UNREADABLE, readable_rows

LARGEST = 1 << 32
"""Bytes that a file may say it had before it was cut off."""


class Salvage(Struct, frozen=True):
    """What was read of a damaged file.

    `whole`: the report is exactly what was saved last. Otherwise, by id: `restored` entities may be in an earlier
    state, `doubtful` ones hold a value that is not what was written, `lost` ones are known to have been there, `moved`
    ones stand in a section of their own as theirs was lost. `contents`: what the earlier report says, if there is one.
    """

    report: Report
    whole: bool
    restored: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    contents: tuple[bytes, ...] = ()

    @property
    def outputs(self) -> int:
        """How many outputs could be read."""
        return self.report.counts().outputs


class _Found(Struct):
    """Entities by id: of sound rows, and of readable rows that are not what was written; ids that must have been."""

    sound: dict[str, Entity] = field(default_factory=dict)
    doubtful: dict[str, Entity] = field(default_factory=dict)
    missed: set[str] = field(default_factory=set)


class _Told(Struct):
    """What the journal tells: the last state of every entity (None: deleted), and whether no record is missing."""

    last: dict[str, Entity | None] = field(default_factory=dict)
    whole: bool = True


def look(path: Path, progress: Progress = silent) -> Salvage:
    """Reads what can be read; the file is not touched, and nothing it holds can raise an error.

    Cancelled out of `progress`.
    """
    read_through(path, part(progress, 0.0, 0.2))
    with tempfile.TemporaryDirectory(prefix="rbb-editor-") as folder:
        copy = Path(folder) / "damaged.rbb"
        shutil.copyfile(path, copy)
        hot = beside(path.resolve(), "-journal")
        if hot.exists():
            shutil.copyfile(hot, beside(copy, "-journal"))
        _lengthen(copy)
        try:
            raw = connect(copy, read_only=False)
        except UNREADABLE:
            return _combine(_Found(), _Told(whole=False))
        try:
            rows = _from_rows(raw, part(progress, 0.2, 0.5))
            found = _combine(rows, _from_journal(raw, part(progress, 0.5, 0.9)))
            return _with_earlier(found, raw, part(progress, 0.9, 1.0))
        finally:
            raw.close()


def damaged(path: Path, damage: Damage, progress: Progress = silent) -> Damaged:
    """The error about a damaged file, with how many of its outputs can still be read.

    Raises DiskFull, DiskFailed; Cancelled out of `progress`.
    """
    with disk_errors(path):
        return Damaged(path, damage.what, look(path, progress).outputs)


def _with_earlier(found: Salvage, raw: sqlite3.Connection, progress: Progress) -> Salvage:
    """With what the earlier report says; where that is lost, without any word of there being one."""
    earlier = found.report.earlier
    if earlier is None:
        return found
    contents = kept.readable(raw, progress)
    content = next((each for each in contents if kept.key_of(each) == earlier.content), None)
    if content is not None:
        return replace(found, contents=(content,))
    report = Report(entity for entity in found.report.entities() if entity.id != EARLIER_ID)
    return replace(found, report=report, whole=False, lost=(*found.lost, EARLIER_ID))


def _lengthen(copy: Path) -> None:
    """Fills a file that was cut off with empty pages: SQLite reads nothing of one that is shorter than it says."""
    with copy.open("r+b") as stream:
        header = stream.read(32)
        size = int.from_bytes(header[16:18], "big") * int.from_bytes(header[28:32], "big")
        if copy.stat().st_size < size <= LARGEST:
            stream.truncate(size)


def _combine(found: _Found, told: _Told) -> Salvage:
    if told.whole:
        entities = {id: entity for id, entity in told.last.items() if entity is not None}
        report, moved = rehoused(entities)
        return Salvage(report, whole=not moved, moved=moved)
    known = {id: entity for id, entity in told.last.items() if entity is not None and id not in found.sound}
    doubtful = {id: entity for id, entity in found.doubtful.items() if id not in known and id not in found.sound}
    entities = {**found.sound, **known, **doubtful}
    report, moved = rehoused(entities)
    lost = found.missed | {part for entity in entities.values() if (part := _leans_on(entity)) is not None}
    lost |= set() if REPORT_ID in entities else {REPORT_ID}
    return Salvage(
        report, False, tuple(sorted(known)), tuple(sorted(doubtful)), tuple(sorted(lost - set(entities))), moved
    )


def _leans_on(entity: Entity) -> str | None:
    match entity:
        case Section() | Output():
            return entity.parent
        case ReportInfo() | EarlierReport():
            return None
        case _:
            return entity.target


def _from_rows(raw: sqlite3.Connection, progress: Progress) -> _Found:
    found = _Found()
    components = list(_judged(raw, schema.components, part(progress, 0.0, 0.5)))
    parts: dict[str, list[Row]] = {}
    unsound = {row[0] for row, sound in components if not sound}
    for row, _ in components:
        parts.setdefault(row[0], []).append(row)
    for row, sound in _judged(raw, schema.outputs, part(progress, 0.5, 0.9)):
        own = sorted(parts.pop(row[0], []), key=lambda part: part[1])
        whole = [part[1] for part in own] == list(range(len(own)))
        renumbered = [(part[0], position, *part[2:]) for position, part in enumerate(own)]
        if not own:  # the planned text is worth keeping
            renumbered, whole = [(row[0], 0, new_id(), "", "", "", None, None)], False
        _keep(found, sound and whole and row[0] not in unsound, "outputs", row, renumbered)
    found.missed |= set(parts)
    for table in (schema.info, schema.sections, schema.comments, schema.waivers, schema.earlier):
        for row, sound in _judged(raw, table, part(progress, 0.9, 1.0)):
            _keep(found, sound, table.name, row, [])
    return found


def _keep(found: _Found, sound: bool, table: str, row: Row, components: list[Row]) -> None:
    try:
        match table:
            case "outputs":
                entity: Entity = next(outputs_of([row], components))
            case "sections":
                entity = section_of(row)
            case "comments":
                entity = comment_of(row)
            case "waivers":
                entity = waiver_of(row)
            case "earlier":
                entity = earlier_of(row)
            case _:
                entity = info_of(row)
    except Unreadable:
        found.missed.add(row[0])
        return
    (found.sound if sound else found.doubtful)[entity.id] = entity


def _judged(raw: sqlite3.Connection, table: schema.Table, progress: Progress) -> Iterator[tuple[Row, bool]]:
    """The readable rows of a table without their checksums, each with whether it is what was written."""
    shapes = schema.shapes(table)
    sum_row = summer(table.name)
    for row, clean in readable_rows(raw, table.name, table.names, progress):
        if tuple(map(type, row)) in shapes:
            yield row[:-1], clean and sum_row(row[:-1]) == row[-1]


def _from_journal(raw: sqlite3.Connection, progress: Progress) -> _Told:
    told = _Told()
    shapes = schema.shapes(schema.journal)
    sum_record = summer("journal")
    expected = 1
    for row, clean in readable_rows(raw, "journal", schema.journal.names, progress):
        *record, checksum, packed = row
        sound = clean and tuple(map(type, row)) in shapes and sum_record(record) == checksum
        if not sound or of_bytes(packed) != record[-1]:
            continue
        told.whole = told.whole and record[0] == expected
        expected = record[0] + 1
        try:
            change = codec.unpack(codec.unpack_label(record[5]), packed, progress)
        except Unreadable:
            told.whole = False
            continue
        for pair in change.pairs:
            told.last[pair.id] = pair.after
    told.whole = told.whole and expected > 1 and _is_last(raw, expected - 1)
    return told


def _is_last(raw: sqlite3.Connection, seq: int) -> bool:
    """Whether no record follows; not if that cannot be told."""
    try:
        return bool(raw.execute("SELECT max(seq) = ? FROM journal", (seq,)).fetchone()[0])
    except UNREADABLE:
        return False
