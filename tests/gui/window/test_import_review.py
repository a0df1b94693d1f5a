"""Imports in the window: their review, by keys too, and what is kept of them."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Comment
from rbb_editor.domain.text import Text
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.progress import Progress
from rbb_editor.project import transfer
from rbb_editor.project.transfer import Certainty, Imported, ImportNote, Kind
from tests.formats.text_reports import table
from tests.gui.conftest import press
from tests.gui.every_window import TORN
from tests.gui.window.conftest import answer, click, dialog_of, open_dialogs
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
    review.decided.connect(lambda path: window.files.create(report, Text.of("Import"), path))
    review.open()
    click(review.view.accept)
    click(review.go)
    said = [each for each in window.project.report.about("visits") if isinstance(each, Comment)]
    assert [(each.text, each.author) for each in said] == [
        ("Guessed at import, not yet accepted: Two figures, one remark.", "Tester")
    ]
    guessed = [each for each in window.project.report.entities() if "Guessed" in getattr(each, "text", "")]
    assert len(guessed) == 1


SOURCE = Path(__file__).resolve().parents[3] / "resources" / "samples" / "sample_en.json"


def test_an_import_is_reviewed_and_then_kept_beside_its_source(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
):
    source = tmp_path / "last year.json"
    source.write_bytes(SOURCE.read_bytes())
    window = open_window()
    window.menus.actions["import"].trigger()
    answer(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)))
    review = dialog_of(ImportReview)
    assert window.project is None
    assert not (tmp_path / "last year.rbb").exists()
    click(review.go)
    assert window.project.path == tmp_path / "last year.rbb"
    assert window.project.report.counts().outputs >= 60
    assert window.menus.actions["undo"].isEnabled() is False


def test_a_repaired_text_shows_what_was_done_with_its_source(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, shared: Path
):
    source = tmp_path / "addendum_zh.txt"
    source.write_bytes((shared / "data" / "addendum_zh.txt").read_bytes())
    window = open_window()
    window.files.take(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)), timeout=30_000)
    review = dialog_of(ImportReview)
    assert review.view.sentence.text()
    first = review.view.sentence.text(), review.view.source.toPlainText()
    press(Qt.Key.Key_F8)
    assert (review.view.sentence.text(), review.view.source.toPlainText()) != first
    review.reject()
    assert window.project is None
    assert list(tmp_path.glob("*.rbb")) == []


def test_the_head_of_an_import_counts_as_people_do(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
):
    source = tmp_path / "torn.txt"
    source.write_text(table(TORN), "utf-8")
    window = open_window()
    window.files.take(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)))
    said = [label.text() for label in dialog_of(ImportReview).findChildren(QLabel)]
    amounts = "1 department, 0 offices, 1 accomplishment, 5 outputs, 5 figures"
    assert any(each.startswith(f"In the file: {amounts}. 4 places") for each in said)
    assert "Source, lines 8–10" in said
    assert "Result: A 1.1, row 3" in said


def test_cancelling_an_import_leaves_nothing(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    started = threading.Event()

    def slow(path: Path, *, language: str | None = None, progress: Progress) -> None:
        done = 0
        while True:
            progress(done, 1_000_000)
            started.set()
            done += 1

    monkeypatch.setattr(transfer, "read_file", slow)
    window = open_window()
    window.transfers.import_path(tmp_path / "large.txt")
    qtbot.waitUntil(started.is_set)
    qtbot.waitUntil(window.work.strip.isVisible)
    assert window.work.strip.label.text() == "Reading large.txt"
    press(Qt.Key.Key_F1)  # the window is usable meanwhile
    from rbb_editor.gui.dialogs.shortcuts import ShortcutList

    dialog_of(ShortcutList).close()
    click(window.work.strip.cancel)
    qtbot.waitUntil(lambda: not window.work.strip.isVisible())
    assert window.status.currentMessage().startswith("Stopped")
    assert window.project is None


def test_in_a_narrow_list_a_sentence_has_the_whole_width_of_its_row(review: ImportReview):
    notes = review.notes
    delegate, index = notes.itemDelegate(), notes.indexFromItem(notes.currentItem())
    splitter = notes.parentWidget()
    assert isinstance(splitter, QSplitter)
    beside = notes.viewport().width() - delegate._room(index)
    splitter.setSizes([232, 792])
    assert notes.viewport().width() - delegate._room(index) == 2 * delegate.EDGE < beside
