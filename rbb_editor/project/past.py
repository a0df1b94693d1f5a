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

    def page(self, before: int | None, wanted: Container[str] | None, size: int = PAGE) -> Page:
        """What lies among the `size` entries before the seq `before` (None: the latest) and touched a `wanted` id.

        `wanted` None: every entry. A page may be empty and yet not the last; it is shorter where changes are large.
        """
        records = self._project.history(size, before)
        events: list[Event] = []
        last, read = 1, 0
        for record in records:
            last = record.seq
            event, pairs = self._event(record, wanted)
            if event is not None:
                events.append(event)
            read += pairs
            if read > MOST_PAIRS:
                break
        return Page(tuple(events), None if last == 1 else last)

    def since(self, seq: int, wanted: Container[str] | None) -> tuple[tuple[Event, ...], int]:
        """What came after an entry and touched a `wanted` id, the latest first, at most a page; the latest seq."""
        latest = self.latest()
        records = self._project.history(PAGE) if latest > seq else []
        found = (self._event(record, wanted)[0] for record in records if record.seq > seq)
        return tuple(event for event in found if event is not None), latest

    def latest(self) -> int:
        """The seq of the latest entry; 0 where the journal cannot be read by this version."""
        return next((record.seq for record in self._project.history(1)), 0)

    def _event(self, record: Record, wanted: Container[str] | None) -> tuple[Event | None, int]:
        """An entry, None where it touched no `wanted` id, and how many changed entities were read for it."""
        if record.kind == "create":
            return Event(record, None), 0
        known = self._touched.get(record.seq)
        if known is not None and wanted is not None and not any(id in wanted for id in known):
            return None, 0
        change = self._project.change_of(record)
        if known is None:
            known = self._touched[record.seq] = touched(change)
        concerns = wanted is None or any(id in wanted for id in known)
        return Event(record, change) if concerns else None, len(change.pairs)
