"""One open report: the report, its file, its history, its findings, and the one door for changes."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TypeVar

from rbb_editor import resources, store
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import EarlierReport
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import Stopped, UserError
from rbb_editor.progress import Cancelled, Progress, Waiting, part, silent, without_pause
from rbb_editor.project.happened import Happened, Kind
from rbb_editor.project.history import History
from rbb_editor.project.pending import AT_ONCE, Pending
from rbb_editor.project.turning import read_through
from rbb_editor.rules.checker import Checker
from rbb_editor.store.journal import Entry, Record

T = TypeVar("T")
Listener = Callable[[Happened], None]
PACKED = 40
"""Bytes that an output takes at least in a large change in the journal."""
UNDOING, REDOING = N_("Undoing: {change}"), N_("Making again: {change}")


class Project:
    """An open .rbb file. `do` is the only way to change it; listeners hear of every change after it is on disk.

    `wait`: how the caller waits while a large change is worked out and written; a window puts its own way there, in
    which it stays alive. `busy`: that is going on, and no other change may overtake it.
    """

    def __init__(self, opened: "store.Store", report: Report, *, author: str) -> None:
        """A project on a store and the report it holds; use `open` or `create`."""
        self._store = opened
        self._listeners: list[Listener] = []
        self._history = History(opened.journal())
        self.author = author
        self.report = report
        self.wait: Waiting = without_pause
        self.busy = False
        self._read_by(Reader(resources.language(_known(report.info.language, opened.path))))

    @classmethod
    def create(
        cls,
        path: Path,
        content: Report,
        *,
        author: str,
        label: Text | None = None,
        earlier: bytes | None = None,
        progress: Progress = silent,
    ) -> Self:
        """A new file with `content`, written whole or not at all; UserError when `path` exists or cannot be written.

        `label` says in the journal how it was made ("Imported from …"). Undo goes back to this state, not behind it.
        `earlier`: what the report says that is kept beside it, packed.
        """
        _known(content.info.language, path)
        entry = Entry(author, _now())
        opened = store.create(path, content, entry, label=label, holder=author, earlier=earlier, progress=progress)
        return cls._of(opened, content.snapshot(), author)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        author: str,
        read_only: bool = False,
        take_over: bool = False,
        progress: Progress = silent,
    ) -> Self:
        """Opens a report. UserError (see store) for what cannot be opened; `Locked` when somebody else holds it.

        `take_over` takes the file away from whoever holds it. May run on any thread; Cancelled out of `progress`.
        """
        opened = store.open_file(path, read_only=read_only, take_over=take_over, holder=author, progress=progress)
        return cls._of(opened, None, author)

    @classmethod
    def _of(cls, opened: "store.Store", report: Report | None, author: str) -> Self:
        try:
            return cls(opened, opened.load() if report is None else report, author=author)
        except BaseException:
            opened.close()
            raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def mark(self) -> "store.Mark":
        """What tells the file from all others, whatever it is called."""
        return self._store.mark

    @property
    def brought_up(self) -> bool:
        """Whether opening it has changed the file, which was of an earlier version of the program."""
        return self._store.brought_up

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._store.read_only

    @property
    def language(self) -> Language:
        """The words of the document language."""
        return self._language

    # changing

    def do(self, change: Change | Pending | None, *, backup: str = "") -> Change | None:
        """Makes a change: on disk when this returns, and undoable. None where nothing changes.

        `backup`: a verified backup is made before, named with this word. Raises Conflict when the report has moved on
        since the change was made; UserError when it cannot be written, Stopped when the user no longer wants it: then
        the report is as it was.
        """
        if change is None:
            return None
        return self._carry(self._pending(change) if isinstance(change, Change) else change, "do", backup=backup)

    def undo(self) -> Change | None:
        """Takes back the last change that stands; the change that did so, or None when there is nothing to undo."""
        record = self._history.last_done
        return self._carry(self._kept(record, UNDOING, Change.inverse), "undo", record.seq) if record else None

    def redo(self) -> Change | None:
        """Makes the change last undone again; that change, or None when there is nothing to redo."""
        record = self._history.last_undone
        return self._carry(self._kept(record, REDOING, lambda change: change), "redo", record.seq) if record else None

    def _kept(self, record: Record, doing: str, turned: Callable[[Change], Change]) -> Pending:
        """What the journal keeps of a change, to be made so again."""
        size = self._store.size_of(record.seq) // PACKED
        label = Text.of(doing, change=record.label)
        kept = Pending(label, size, lambda _, progress: turned(self._store.change_of(record.seq, progress)))
        return kept if kept.large else self._pending(turned(self._store.change_of(record.seq)), label)

    def _pending(self, change: Change, label: Text | None = None) -> Pending:
        """A change that is worked out; into another language it touches all that is read."""
        size = len(self.report) if change.turns_to() else len(change.pairs)
        return Pending(label or change.label, size, lambda _report, _progress: change)

    @property
    def can_undo(self) -> Text | None:
        """The name of what undo would take back."""
        record = self._history.last_done
        return record.label if record and not self.read_only else None

    @property
    def can_redo(self) -> Text | None:
        """The name of what redo would do again."""
        record = self._history.last_undone
        return record.label if record and not self.read_only else None

    @property
    def undo_about(self) -> str | None:
        """The one entity that undo would change; None where there are several, or it is not known yet."""
        return self._history.about(self._history.last_done)

    @property
    def redo_about(self) -> str | None:
        """The one entity that redo would change; None where there are several, or it is not known yet."""
        return self._history.about(self._history.last_undone)

    def history(self, limit: int | None = None, before: int | None = None) -> list[Record]:
        """The journal, the latest entry first: at most `limit` entries, of those before the seq `before`."""
        return list(reversed(self._store.journal(limit, before)))

    def change_of(self, record: Record) -> Change:
        """What a journal entry changed, before and after."""
        return self._store.change_of(record.seq)

    # the report of an earlier period

    def keep_earlier(self, earlier: EarlierReport, packed: bytes) -> None:
        """Keeps an earlier report beside this one, in place of the one there was; undoable. `packed`: what it says."""
        from rbb_editor.edits.earlier import set_earlier

        change = set_earlier(self.report, earlier)
        if change is not None:
            self._carry(self._pending(change), "do", earlier=packed)

    def earlier_report(self) -> Report | None:
        """The earlier report that is kept, read from the file at every call; None where there is none.

        May run on any thread. UserError where the file is damaged there.
        """
        earlier = self.report.earlier
        return self._store.earlier(earlier.content) if earlier is not None else None

    # hearing

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every change; returns a function that ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    # the file

    def waited(self, work: Callable[[Progress], T], text: Text | None) -> T:
        """What work returns; Stopped where the user has cancelled it. `text`: what it does, where that takes long."""
        if self.busy:
            raise RuntimeError("a change while another one is being made")
        self.busy = True
        try:
            return work(silent) if text is None else self.wait(work, text)
        except Cancelled as stop:
            raise Stopped from stop
        finally:
            self.busy = False

    def save_copy(self, path: Path, progress: Progress = silent) -> None:
        """A copy of the file with its history; UserError when it cannot be written.

        What another program has done to the file meanwhile, unseen here, is undone in the copy by a step of its own.
        """
        from rbb_editor.project import copies

        copies.save_copy(self._store, self.report, path, self.author, progress)

    def save_elsewhere(self, path: Path, progress: Progress = silent) -> None:
        """The report as it is seen in another file, in place of what is there.

        With its history where this file can still be read, else without. UserError when it cannot be written there
        either.
        """
        from rbb_editor.project import copies

        copies.save_elsewhere(self._store, self.report, path, self.author, progress)

    def close(self) -> None:
        """Lets the file go. Nothing has to be saved: every change is on disk already."""
        self._listeners.clear()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _carry(
        self,
        pending: Pending,
        kind: Kind,
        refers: int | None = None,
        *,
        earlier: bytes | None = None,
        backup: str = "",
    ) -> Change | None:
        """Works a change out and writes it, then shows it to the report and to all who listen.

        A large one is tried on a copy while the caller waits: until it is on the disk, nobody sees it.
        """
        if self.read_only:
            raise UserError(N_("{file} is open for reading only, so nothing was changed."), file=self.path.name)
        report = self.report.snapshot() if pending.large else self.report
        entry = Entry(self.author, _now(), kind, refers)

        def work(progress: Progress) -> tuple[Change, Reader | None, int] | None:
            change = pending.work(report, part(progress, 0.0, 0.3))
            if change is None:
                return None
            reader = self._reading(report, change, part(progress, 0.3, 0.5))
            return change, reader, self._write(report, change, entry, earlier, backup, part(progress, 0.5, 1.0))

        written = self.waited(work, pending.label if pending.large else None)
        if written is None:
            return None
        change, reader, seq = written
        if report is not self.report:
            self.report.apply(change)
        record = Record(seq, entry.time, entry.author, kind, refers, change.label)
        self._happened(kind, change, record, reader)
        return change

    def _reading(self, report: Report, change: Change, progress: Progress) -> Reader | None:
        """Who reads the report after a change into another language; has read it already where it is a large one."""
        code = change.turns_to()
        if code is None:
            return None
        language = resources.language(_known(code, self.path))
        return read_through(report, language, progress) if report is not self.report else Reader(language)

    def _write(
        self, report: Report, change: Change, entry: Entry, earlier: bytes | None, backup: str, progress: Progress
    ) -> int:
        """Brings a change into the report given and onto the disk, or into neither; the seq of its record."""
        if backup:
            with self._store.backed_up(backup, part(progress, 0.0, 0.4)):
                return self._commit(report, change, entry, earlier, part(progress, 0.4, 1.0))
        return self._commit(report, change, entry, earlier, progress)

    def _commit(self, report: Report, change: Change, entry: Entry, earlier: bytes | None, progress: Progress) -> int:
        report.apply(change)
        try:
            return self._store.commit(change, entry, earlier, progress)
        except BaseException:
            report.apply(change.inverse())
            raise

    def _happened(self, kind: Kind, change: Change, record: Record, reader: Reader | None) -> None:
        """Has the checker and all listeners follow what stands in the report now. `reader`: of another language."""
        for pair in change.pairs:
            if pair.after is None:
                self.reader.forget(pair.id)
        self._history.add(record, change.only_id())
        findings = frozenset[str]()
        try:
            if reader is not None:
                self._read_by(reader)
                findings = frozenset(entity.id for entity in self.report.entities())
            else:
                findings = self.checker.update(change, AT_ONCE)
        finally:  # whatever fails: the change is made and on the disk, and all views show it
            happened = Happened(kind, change, findings)
            for listener in tuple(self._listeners):
                listener(happened)

    def _read_by(self, reader: Reader) -> None:
        """Figures and findings depend on the document language: both start afresh."""
        self._language, self.reader = reader.language, reader
        self.checker = Checker(self.report, reader, reader.language)


def _known(language: str, path: Path) -> str:
    """A code of a document language that has words here; UserError for any other."""
    if language not in resources.language_codes():
        raise UserError(
            N_("{file} would be in the language “{code}”, which this version does not know. It was not changed."),
            file=path.name,
            code=language,
        )
    return language


def _now() -> datetime:
    return datetime.now(UTC)
