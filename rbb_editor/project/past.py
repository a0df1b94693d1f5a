"""The journal read backwards in pages, for the history that is shown: all of it, or what touched some entities."""

from collections.abc import Container

from msgspec import Struct

from rbb_editor.domain.change import Change
from rbb_editor.domain.differences import touched
from rbb_editor.project.project import Project
from rbb_editor.store.journal import Record

PAGE = 40
MOST_PAIRS = 2_000
"""Changed entities in the entries of one page: what goes beyond is for the next one, so that none takes long."""


class Event(Struct, frozen=True):
    """A journal entry with what it changed; the making of the file has no change here, as it added everything."""

    record: Record
    change: Change | None


class Page(Struct, frozen=True):
    """Some entries, the latest first. `before`: where the next page begins; None when the journal is at its start."""

    events: tuple[Event, ...]
    before: int | None


class Past:
    """Reads the journal of one project. What each entry touched is remembered, so reading again is quick."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._touched: dict[int, frozenset[str]] = {}
        self._read = 0

    def page(self, before: int | None, wanted: Container[str] | None, size: int = PAGE) -> Page:
        """What lies among the `size` entries before the seq `before` (None: the latest) and touched a `wanted` id.

        `wanted` None: every entry. A page may be empty and yet not the last; it is shorter where changes are large.
        """
        records = self._project.history(size, before)
        events: list[Event] = []
        last, read = 1, 0
        for record in records:
            last = record.seq
            if (event := self._event(record, wanted)) is not None:
                events.append(event)
            read += self._read
            if read > MOST_PAIRS:
                break
        return Page(tuple(events), None if last == 1 else last)

    def since(self, seq: int, wanted: Container[str] | None) -> tuple[Event, ...]:
        """What came after an entry and touched a `wanted` id, the latest first; at most a page."""
        records = self._project.history(PAGE) if self.latest() > seq else []
        found = (self._event(record, wanted) for record in records if record.seq > seq)
        return tuple(event for event in found if event is not None)

    def latest(self) -> int:
        """The seq of the latest entry; 0 where the journal cannot be read by this version."""
        return next((record.seq for record in self._project.history(1)), 0)

    def _event(self, record: Record, wanted: Container[str] | None) -> Event | None:
        self._read = 0
        if record.kind == "create":
            return Event(record, None)
        known = self._touched.get(record.seq)
        if known is not None and wanted is not None and not any(id in wanted for id in known):
            return None
        change = self._project.change_of(record)
        self._read = len(change.pairs)
        if known is None:
            known = self._touched[record.seq] = touched(change)
        if wanted is not None and not any(id in wanted for id in known):
            return None
        return Event(record, change)
