"""The journal read backwards in pages, for the history that is shown: all of it, or what touched some entities."""

from collections.abc import Container

from msgspec import Struct

from rbb_editor.domain.change import Change
from rbb_editor.domain.differences import touched
from rbb_editor.project.project import Project
from rbb_editor.store.journal import Record

PAGE = 40


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

        `wanted` None: every entry. A page may be empty and yet not the last.
        """
        records = self._project.history(size, before)
        found = (self._event(record, wanted) for record in records)
        end = not records or records[-1].seq == 1
        return Page(tuple(event for event in found if event is not None), None if end else records[-1].seq)

    def _event(self, record: Record, wanted: Container[str] | None) -> Event | None:
        if record.kind == "create":
            return Event(record, None)
        known = self._touched.get(record.seq)
        if known is not None and wanted is not None and not any(id in wanted for id in known):
            return None
        change = self._project.change_of(record)
        if known is None:
            known = self._touched[record.seq] = touched(change)
        if wanted is not None and not any(id in wanted for id in known):
            return None
        return Event(record, change)
