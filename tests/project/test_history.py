"""Undo and redo stacks out of a journal."""

from datetime import UTC, datetime

import pytest

from rbb_editor.domain.text import Text
from rbb_editor.project.happened import Kind
from rbb_editor.project.history import History
from rbb_editor.store.journal import Record


def record(seq: int, kind: Kind, refers: int | None = None) -> Record:
    return Record(seq, datetime(2026, 1, 1, tzinfo=UTC), "D", kind, refers, Text.of(f"change {seq}"))


def tops(history: History) -> tuple[int | None, int | None]:
    done, undone = history.last_done, history.last_undone
    return done.seq if done else None, undone.seq if undone else None


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], (None, None)),
        ([record(1, "do"), record(2, "do")], (2, None)),
        ([record(1, "do"), record(2, "do"), record(3, "undo", 2)], (1, 2)),
        ([record(1, "do"), record(2, "do"), record(3, "undo", 2), record(4, "undo", 1)], (None, 1)),
    ],
)
def test_what_undo_and_redo_are_about(records: list[Record], expected: tuple[int | None, int | None]) -> None:
    assert tops(History(records)) == expected


def test_something_new_forgets_what_was_undone() -> None:
    assert tops(History([record(1, "do"), record(2, "undo", 1), record(3, "do")])) == (3, None)


def test_a_redone_change_can_be_undone_again() -> None:
    history = History([record(1, "do"), record(2, "do"), record(3, "undo", 2), record(4, "redo", 2)])
    assert tops(history) == (2, None)
    history.add(record(5, "undo", 2))
    assert tops(history) == (1, 2)


def test_a_journal_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="refers"):
        History([record(1, "do"), record(2, "undo", 7)])
