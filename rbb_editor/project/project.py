"""One open report: the report, its file, its history, its findings, and the one door for changes."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from msgspec.structs import replace

from rbb_editor import resources, store
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import EarlierReport, ReportInfo
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.project.happened import Happened, Kind
from rbb_editor.project.history import History
from rbb_editor.rules.checker import Checker
from rbb_editor.store.journal import Entry, Record

Listener = Callable[[Happened], None]
AT_ONCE = 500
"""Outputs and sections that are checked within an edit: a tenth of a second. What touches more is checked after it."""


class Project:
    """An open .rbb file. `do` is the only way to change it; listeners hear of every change after it is on disk."""

    def __init__(self, opened: "store.Store", report: Report, *, author: str) -> None:
        """A project on a store and the report it holds; use `open` or `create`."""
        self._store = opened
        self._listeners: list[Listener] = []
        self._history = History(opened.journal())
        self.author = author
        self.report = report
        self._read_anew()

    @classmethod
    def create(cls, path: Path, content: Report, *, author: str, label: Text | None = None) -> Self:
        """A new file with `content`, written whole or not at all; UserError when `path` exists or cannot be written.

        `label` says in the journal how it was made ("Imported from …"). Undo goes back to this state, not behind it.
        """
        _known(content.info.language, path)
        opened = store.create(path, content, Entry(author, _now()), label=label, holder=author)
        return cls._of(opened, content.snapshot(), author)

    @classmethod
    def open(cls, path: Path, *, author: str, read_only: bool = False, take_over: bool = False) -> Self:
        """Opens a report. UserError (see store) for what cannot be opened; `Locked` when somebody else holds it.

        `take_over` takes the file away from whoever holds it.
        """
        opened = store.open_file(path, read_only=read_only, take_over=take_over, holder=author)
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
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._store.read_only

    @property
    def language(self) -> Language:
        """The words of the document language."""
        return self._language

    # changing

    def do(self, change: Change | None) -> None:
        """Makes a change: on disk when this returns, and undoable. None (nothing changes) is passed over.

        Raises Conflict when the report has moved on since the change was made; UserError when it cannot be written:
        then the report is as it was.
        """
        if change is not None:
            self._carry(change, "do", None)

    def undo(self) -> Change | None:
        """Takes back the last change that stands; the change that did so, or None when there is nothing to undo."""
        record = self._history.last_done
        return self._carry(self._store.change_of(record.seq).inverse(), "undo", record.seq) if record else None

    def redo(self) -> Change | None:
        """Makes the change last undone again; that change, or None when there is nothing to redo."""
        record = self._history.last_undone
        return self._carry(self._store.change_of(record.seq), "redo", record.seq) if record else None

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
            self._carry(change, "do", None, packed)

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

    def save_copy(self, path: Path) -> None:
        """A copy of the file with its history; UserError when it cannot be written.

        What another program has done to the file meanwhile, unseen here, is undone in the copy by a step of its own.
        """
        self._store.save_copy(path)
        if not self.read_only and self._store.changed_elsewhere:
            label = Text.of(N_("Undo what was changed elsewhere in the meantime"))
            with store.open_file(path, holder=self.author) as copy:
                unseen = copy.load()
                ids = dict.fromkeys(each.id for report in (unseen, self.report) for each in report.entities())
                change = Change.of(label, [(unseen.get(id), self.report.get(id)) for id in ids])
                if change is not None:
                    copy.commit(change, Entry(self.author, _now()))

    def save_elsewhere(self, path: Path) -> None:
        """The report as it is seen in another file, in place of what is there.

        With its history where this file can still be read, else without. UserError when it cannot be written there
        either.
        """
        try:
            self.save_copy(path)
        except (store.DiskFailed, store.Damaged):
            label = Text.of(N_("Saved from {file}, which could no longer be read"), file=self.path.name)
            entry = Entry(self.author, _now())
            report, packed = self._with_what_is_left_of_earlier()
            store.create(path, report, entry, label=label, replace=True, holder=self.author, earlier=packed).close()

    def _with_what_is_left_of_earlier(self) -> tuple[Report, bytes | None]:
        """The report, with the earlier one packed anew, or without it where that can no longer be read."""
        earlier, then = self.report.earlier, None
        if earlier is None:
            return self.report, None
        with suppress(UserError):
            then = self.earlier_report()
        rest = (each for each in self.report.entities() if each is not earlier)
        if then is None:
            return Report(rest), None
        key, packed = store.pack_earlier(then)
        return Report((*rest, replace(earlier, content=key))), packed

    def backup(self, reason: str) -> Path:
        """A verified backup beside the user's other backups; its path."""
        return self._store.backup(reason)

    def close(self) -> None:
        """Lets the file go. Nothing has to be saved: every change is on disk already."""
        self._listeners.clear()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _carry(self, change: Change, kind: Kind, refers: int | None, earlier: bytes | None = None) -> Change:
        if self.read_only:
            raise UserError(N_("{file} is open for reading only, so nothing was changed."), file=self.path.name)
        language = self.report.info.language
        entry = Entry(self.author, _now(), kind, refers)
        for pair in change.pairs:
            if isinstance(pair.after, ReportInfo):
                _known(pair.after.language, self.path)
        self.report.apply(change)
        try:
            seq = self._store.commit(change, entry, earlier)
        except BaseException:
            self.report.apply(change.inverse())
            raise
        for pair in change.pairs:
            if pair.after is None:
                self.reader.forget(pair.id)
        self._history.add(Record(seq, entry.time, entry.author, kind, refers, change.label), change.only_id())
        findings = frozenset[str]()
        try:
            if self.report.info.language != language:
                self._read_anew()
                findings = frozenset(entity.id for entity in self.report.entities())
            else:
                findings = self.checker.update(change, AT_ONCE)
        finally:  # whatever fails: the change is made and on the disk, and all views show it
            happened = Happened(kind, change, findings)
            for listener in tuple(self._listeners):
                listener(happened)
        return change

    def _read_anew(self) -> None:
        """Figures and findings depend on the document language: both start afresh."""
        self._language = resources.language(_known(self.report.info.language, self.path))
        self.reader = Reader(self._language)
        self.checker = Checker(self.report, self.reader, self._language)


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
