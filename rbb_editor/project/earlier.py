"""Earlier states of an open report, out of its journal or out of another file, and who changed what since.

Runs on any thread: the journal is read through the file, not through the open project.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor import store
from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.differences import differences
from rbb_editor.domain.entities import REPORT_ID, Entity, Output, ReportInfo, Section
from rbb_editor.domain.fingerprint import Fingerprint, fingerprint, form_of
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.formats.imported import Imported
from rbb_editor.merge import identified
from rbb_editor.progress import Progress, part, silent
from rbb_editor.project.transfer import Blackline, Field, Signature, read_file
from rbb_editor.store.journal import Record

DAY = timedelta(days=1)
EVERY = 50
"""Records between two signs of progress."""
MOST = 10_000


class AtTime(Struct, frozen=True):
    """The report as it stood at a time (UTC), before what was done at that time and later.

    Within a day before it was made it is the report as it was made: all changes of the day are meant.
    """

    time: datetime


class AfterStep(Struct, frozen=True):
    """The report as the journal's entry of this number left it; 1 is the making of the file."""

    seq: int


Earlier = Path | AtTime | AfterStep
"""Which earlier state is meant; a path is that of another file that holds it."""


def backwards(file: Path) -> Iterator[tuple[Record, Change]]:
    """The entries of a report's journal, the latest first, each with what it changed; the making of the file nothing.

    Raises UserError for a file that cannot be read.
    """
    with store.open_file(file, read_only=True) as opened:
        for record in reversed(opened.journal()):
            if record.kind == "create":
                yield record, Change(record.label, ())
                return
            yield record, opened.change_of(record.seq)


Step = Record
"""An entry of the journal."""


def steps(file: Path) -> list[Step]:
    """The entries of a report's journal, the latest first. Raises UserError for a file that cannot be read."""
    with store.open_file(file, read_only=True) as opened:
        return list(reversed(opened.journal()))


def blackline(
    which: Earlier, report: Report, own: Path | None, by: Signature, *, progress: Progress = silent
) -> Blackline:
    """An earlier state, with who changed each field since as far as the journal knows.

    `report`: as it is now; `own`: its file, None where it has none and so no journal; `by`: whose changes those are
    that no journal tells of. Raises UserError where there is no such state, Cancelled out of `progress`.
    """
    if isinstance(which, Path):
        imported = read_file(which, language=report.info.language, progress=part(progress, 0.0, 0.6))
        if own is None:
            return Blackline(as_state_of(report, imported), by)
        since = _Since(report, own, imported.sent or fingerprint(imported.report)).read(part(progress, 0.6, 1.0))
        base = since.report() if since.met else report
        return Blackline(as_state_of(base, imported), since.maker or by, since.signed())
    if own is None:
        raise UserError(N_("Only a report file (.rbb) has a history with earlier states. Nothing was written."))
    since = _Since(report, own).read(progress, which)
    return Blackline(since.report(), since.maker or by, since.signed())


def as_state_of(base: Report, imported: Imported) -> Report:
    """What another file holds as a whole state of the report: `base` where the file says nothing.

    A file of some departments says nothing of the others; a stranger's file bears no ids, and only some front matter.
    """
    found = imported.report
    if not imported.sent:
        found = identified(base, completed(found, base.info))
    return _with_the_others(base, found, imported.departments) if imported.departments else found


def _with_the_others(base: Report, found: Report, told: frozenset[str]) -> Report:
    """`found`, which tells of some departments, with those of the base that it does not tell of."""
    order = {each.id: each.rank for each in base.sections()}
    others = [each for each in base.sections() if each.id not in told]
    rest = [node for each in others for node in (each, *base.walk(each.id)) if node.id not in found]
    return Report([*(replace(each, rank=order[each.id]) if isinstance(each, Section) and each.id in order else each
                     for each in found.entities()), *rest])  # fmt: skip


def completed(theirs: Report, base: ReportInfo) -> Report:
    """Theirs with the front matter of the base where their file says nothing of it: a stranger's carries only some."""
    info = theirs.info
    missing = {name: getattr(base, name) for name in info.__struct_fields__ if not getattr(info, name)}
    whole = replace(info, **missing, language=base.language)
    return Report(whole if entity.id == info.id else entity for entity in theirs.entities())


def signed_since(file: Path, report: Report, base: Report, progress: Progress = silent) -> dict[Field, Signature]:
    """Who last changed each field of a report since it was `base`, by its journal; {} if it never was."""
    since = _Since(report, file, fingerprint(base)).read(progress)
    return since.signed() if since.met else {}


class _Since:
    """Reads a journal backwards to some state, gathering what was changed since."""

    def __init__(self, now: Report, own: Path, state: str = "") -> None:
        """`state`: the fingerprint of the state at which to stop."""
        self._now, self._own, self._state = now, own, state
        self._back: dict[str, Entity | None] = {}
        self._signed: dict[Field, Signature] = {}
        self.met = False
        """Whether that state was met."""
        self.maker: Signature | None = None
        """Who made the file, and when: whose are the differences that no later entry tells of."""

    def read(self, progress: Progress, to: AtTime | AfterStep | None = None) -> "_Since":
        """Reads back to a point of the journal; to the making of the file, or to that state, without one."""
        state = Fingerprint(self._now.entities(), form_of(self._state)) if self._state else None
        for count, (record, change) in enumerate(backwards(self._own)):
            if count % EVERY == 0:
                progress(min(count, MOST - 1), MOST)
            if count == 0 and isinstance(to, AfterStep) and to.seq > record.seq:
                raise UserError(
                    N_("The history of “{file}” has no step {step}: its last one is {last}. Nothing was written."),
                    file=self._own.name,
                    step=f"#{to.seq}",
                    last=f"#{record.seq}",
                )
            self.met = state is not None and str(state) == self._state
            if self.met or _reached(record, to):
                break
            if record.kind == "create":
                self.maker = Signature(record.author, record.time)
                if isinstance(to, AtTime) and record.time - to.time > DAY:
                    raise UserError(
                        N_("The history of “{file}” begins later than that, on {day}. Nothing was written."),
                        file=self._own.name,
                        day=record.time.astimezone().strftime("%Y-%m-%d %H:%M"),
                    )
                break
            self._back |= {pair.id: pair.before for pair in change.pairs}
            self._sign(change, Signature(record.author, record.time))
            if state is not None:
                state.go_back(change)
        progress(1, 1)
        return self

    def report(self) -> Report:
        """The state that was reached."""
        kept = {entity.id: entity for entity in self._now.entities()} | self._back
        return Report(entity for entity in kept.values() if entity is not None)

    def signed(self) -> dict[Field, Signature]:
        """Who last changed each field, each row and heading as a whole (field None), and each place."""
        found = dict(self._signed)
        for (id, _, name), by in self._signed.items():
            if name == "place" and isinstance(self._now.get(id), Section):
                for node in self._now.walk(id):
                    known = found.get((node.id, None, name))
                    if known is None or known.time < by.time:
                        found[node.id, None, name] = by
        return found

    def _sign(self, change: Change, by: Signature) -> None:
        for each in differences(change):
            self._signed.setdefault((each.id, each.component, each.field), by)
        for pair in change.pairs:
            for field in _wholes(pair):
                self._signed.setdefault(field, by)


def _reached(record: Record, to: AtTime | AfterStep | None) -> bool:
    if isinstance(to, AtTime):
        return record.time < to.time
    return to is not None and record.seq <= to.seq


def _wholes(pair: Pair) -> Iterator[Field]:
    """What came or went as a whole: an entity, a figure of an output, a line of the abbreviations, a note."""
    before, after = pair.before, pair.after
    if before is None or after is None:
        yield pair.id, None, None
    if isinstance(before, Output) and isinstance(after, Output):
        ids = {each.id for each in before.components} ^ {each.id for each in after.components}
        yield from ((pair.id, id, None) for id in ids)
    if isinstance(before, ReportInfo) and isinstance(after, ReportInfo):
        for line in set(before.abbreviations) ^ set(after.abbreviations):
            yield REPORT_ID, line.short, "abbreviations"
        for note in set(before.notes) ^ set(after.notes):
            yield REPORT_ID, note.mark, "notes"
