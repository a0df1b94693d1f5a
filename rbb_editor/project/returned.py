"""A file that came back: what it would change in the report, compared with the state in which it was sent out."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field

from rbb_editor import resources
from rbb_editor.domain.entities import Entity
from rbb_editor.domain.fingerprint import Fingerprint, Form, fingerprint, form_of
from rbb_editor.domain.report import Report
from rbb_editor.formats.imported import Imported, ImportNote
from rbb_editor.merge import Comparison, Spot, compare, identified
from rbb_editor.progress import Progress, part, silent
from rbb_editor.project.authors import Maker, makers, renamed
from rbb_editor.project.earlier import backwards, completed, signed_since
from rbb_editor.project.given_reasons import reasons_apart
from rbb_editor.project.transfer import SUFFIX, Field, Signature, read_file

CARRY_ALL = frozenset({SUFFIX, ".json"})
"""Files that hold comments and waivers too: one that is missing there was deleted."""
EVERY = 50


class Returned(Struct, frozen=True):
    """What came back, compared. `notes`: what the reader of the file had to say; `makers`: who made which change.

    `sent`: since when the report stood as the file was written from it. None where that is not known: then the report
    as it is now stands for it, and what was changed here meanwhile looks like a change of theirs.
    """

    path: Path
    comparison: Comparison
    sent: datetime | None
    notes: tuple[ImportNote, ...]
    makers: Mapping[Spot, tuple[Maker, ...]] = field(default_factory=dict)


def read_returned(own: Path, ours: Report, path: Path, progress: Progress = silent) -> Returned:
    """Reads the file `path` and compares it with `ours`, a snapshot of the report in the file `own`.

    Raises UserError where either file cannot be read, Cancelled out of `progress`. Changes nothing; runs on any thread.
    """
    imported = read_file(path, language=ours.info.language, progress=part(progress, 0.0, 0.6))
    states, form = _states_of(path, imported)
    base, sent = _earlier(own, ours, states, form, part(progress, 0.6, 0.9))
    if imported.departments:  # of the others the file says nothing
        base, ours = base.part(imported.departments), ours.part(imported.departments)
    carries_all = path.suffix.lower() in CARRY_ALL
    whole = imported.report if carries_all or imported.sent else completed(imported.report, base.info)
    theirs = identified(base, whole)
    if not carries_all:
        theirs = reasons_apart(base, theirs, resources.language(ours.info.language))
    compared = compare(base, ours, theirs, notes=carries_all)
    revisions = renamed(imported.revisions, whole, theirs)
    by = makers(compared, revisions, _signed(path, whole, base, part(progress, 0.9, 1.0)))
    progress(1, 1)
    return Returned(path, compared, sent, imported.notes, by)


def _signed(path: Path, theirs: Report, base: Report, progress: Progress) -> Mapping[Field, Signature]:
    """Who changed what in a copy of the report since the state it was made of, by its own history."""
    return signed_since(path, theirs, base, progress) if path.suffix.lower() == SUFFIX else {}


def _states_of(path: Path, imported: Imported) -> tuple[frozenset[str], Form]:
    """The fingerprints of the states a file may come from: all in the journal of a copy, or the one it was made of."""
    if path.suffix.lower() == SUFFIX:
        return frozenset(state for state, _, _ in _history(path, imported.report, Form.JSON)), Form.JSON
    state = imported.sent or fingerprint(imported.report)
    return frozenset({state}), form_of(state)


def _earlier(
    own: Path, ours: Report, states: frozenset[str], form: Form, progress: Progress
) -> tuple[Report, datetime | None]:
    """The latest state of the report that the other file comes from, and since when it stood; else ours."""
    back: dict[str, Entity | None] = {}
    for count, (state, time, changed) in enumerate(_history(own, ours, form)):
        if count % EVERY == 0:
            progress(min(count, 9_000), 10_000)
        if state in states:
            kept = {entity.id: entity for entity in ours.entities()} | back
            return Report(entity for entity in kept.values() if entity is not None), time
        back |= changed
    return ours, None


def _history(file: Path, report: Report, form: Form) -> Iterator[tuple[str, datetime, dict[str, Entity | None]]]:
    """The states of a report from now backwards: fingerprint, since when, and what the change into it replaced."""
    found = Fingerprint(report.entities(), form)
    for record, change in backwards(file):
        yield str(found), record.time, {pair.id: pair.before for pair in change.pairs}
        found.go_back(change)
