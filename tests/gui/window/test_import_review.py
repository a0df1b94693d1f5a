"""The review of an import by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Comment
from rbb_editor.domain.text import Text
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.project.transfer import Certainty, Imported, ImportNote, Kind
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs
from tests.made_up import small_report

CONTROL = Qt.KeyboardModifier.ControlModifier

CUT = (
    "A. Department of Field Missions\n"
    "Expected accomplishment 1.1: Improved reporting to the Security Council\n"
    "Planned outputs\tCompleted (number or yes/no)\tRemarks\n"
    "12 reports of the Secretary-General\t12\tThe reports were\n"
    "--\t--\t--\n"
    "\t\tissued.\n"
    "60 oral briefings and 51 weekly briefings\t50 51\t50 were given\n"
)


@pytest.fixture
def review(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> ImportReview:
    """The review of a text that needed several repairs."""
    source = tmp_path / "last year.txt"
    source.write_text(CUT, encoding="utf-8")
    open_window().files.take(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)), timeout=20_000)
    made = dialog_of(ImportReview)
    assert isinstance(made, ImportReview)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_enter_on_a_repair_goes_to_the_next_and_imports_nothing(review: ImportReview):
    notes, total = review.notes, len(review._imported.notes)
    assert total > 2
    seen = [review.view.sentence.text()]
    for at in range(2, total + 1):
        press(Qt.Key.Key_Return)
        assert notes.position() == at
        seen.append(review.view.sentence.text())
    assert review.isVisible()
    assert len(set(seen)) > 1
    press(Qt.Key.Key_Return)  # behind the last one the button is next
    assert review.go.hasFocus()
    window = review._window
    press(Qt.Key.Key_Return)
    assert window.project is not None


def test_control_enter_imports_from_the_list(review: ImportReview):
    window = review._window
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project is not None


def test_a_repair_is_told_whole_in_the_tip_of_its_line(review: ImportReview):
    items = review.notes._items
    assert all(item.text(0) in item.toolTip(0) or "&" in item.toolTip(0) for item in items)


def test_accept_marks_a_repair_and_goes_to_the_next_that_is_open(review: ImportReview):
    notes, total = review.notes, len(review._imported.notes)
    first = notes.position()
    click(review.view.accept)
    assert len(notes.accepted) == 1
    assert notes.position() != first
    assert review.progress.text() == f"1 of {total} accepted"
    notes.setCurrentItem(notes._items[first - 1])
    press(Qt.Key.Key_F8)  # looks at the next one without accepting
    assert len(notes.accepted) == 1
    for _ in range(total - 1):
        click(review.view.accept)
    assert len(notes.accepted) == total
    assert review.go.hasFocus()


def test_what_is_certain_is_accepted_at_once(review: ImportReview):
    certain = [note for note in review._imported.notes if note.certainty is Certainty.CERTAIN]
    click(review.accept_certain)
    assert len(review.notes.accepted) == len(certain) > 0
    assert not any(note in review.notes.left_open() for note in certain)


def test_a_guess_that_nobody_accepted_is_a_comment_on_its_row(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
):
    report = small_report()
    notes = tuple(
        ImportNote(Kind.GUESSED, certainty, Text.of("Two figures, one remark."), target=target)
        for certainty, target in (
            (Certainty.GUESS, "letters"), (Certainty.GUESS, "visits"),
            (Certainty.LIKELY, "issue"), (Certainty.GUESS, None),
        )
    )  # fmt: skip
    window = open_window()
    review = ImportReview(Imported(report, notes), tmp_path / "last.txt", window)
    review.decided.connect(lambda path: window.files._create(report, Text.of("Import"), path))
    review.open()
    click(review.view.accept)
    click(review.go)
    said = [each for each in window.project.report.about("visits") if isinstance(each, Comment)]
    assert [(each.text, each.author) for each in said] == [
        ("Guessed at import, not yet accepted: Two figures, one remark.", "Tester")
    ]
    guessed = [each for each in window.project.report.entities() if "Guessed" in getattr(each, "text", "")]
    assert len(guessed) == 1
