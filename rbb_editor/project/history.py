"""Which journal entries can be undone and redone: rebuilt from the journal, so it survives a restart."""

from collections.abc import Iterable

from rbb_editor.store.journal import Record


class History:
    """Two stacks of journal entries that were done: those that stand, and those that were undone.

    The making of the file is the floor: undo does not go behind it. Entries of kind "undo" and "redo" name the
    entry they are about; doing something new forgets what was undone (it
    stays in the journal).
    """

    def __init__(self, records: Iterable[Record]) -> None:
        """The stacks after all `records`, oldest first."""
        self._done: list[Record] = []
        self._undone: list[Record] = []
        self._about: dict[int, str | None] = {}
        for record in records:
            self.add(record)

    def add(self, record: Record, about: str | None = None) -> None:
        """Takes note of a further journal entry; `about`: the one entity that it changed."""
        self._about[record.seq if record.refers is None else record.refers] = about
        match record.kind:
            case "create":
                self._done.clear()
                self._undone.clear()
            case "do":
                self._done.append(record)
                self._undone.clear()
            case "undo":
                self._undone.append(_pop(self._done, record))
            case "redo":
                self._done.append(_pop(self._undone, record))

    @property
    def last_done(self) -> Record | None:
        """What undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Record | None:
        """What redo would do again."""
        return self._undone[-1] if self._undone else None

    def about(self, record: Record | None) -> str | None:
        """The one entity that a journal entry changed; None for several, or where that is not known."""
        return self._about.get(record.seq) if record is not None else None


def _pop(stack: list[Record], record: Record) -> Record:
    if not stack or stack[-1].seq != record.refers:
        raise ValueError(f"journal entry {record.seq} refers to {record.refers}, which is not on top")
    return stack.pop()
