"""From a repair or doubt of an import to its place in the file, with what stands around it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.gui.dialogs import in_the_file
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.dialogs.in_the_file import AROUND, InTheFile
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.progress import Progress
from tests.formats.word_files import p, tc, word_file
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs, said
from tests.gui.window.slow import SlowDisk, by_key, let_go_on
from tests.gui.window.test_import_review import CUT

ALT = Qt.KeyboardModifier.AltModifier
Review = Callable[[Path], ImportReview]
TORN = [each.split("\t") for each in CUT.splitlines() if "\t" in each]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "last year.txt"
    path.write_text(CUT, encoding="utf-8")
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """The same in Word: a table in which a page break tore a remark apart."""
    rows = "".join(f"<w:tr>{''.join(tc(cell) for cell in row)}</w:tr>" for row in TORN)
    heads = "".join(p(line) for line in CUT.splitlines() if "\t" not in line)
    return word_file(tmp_path / "last year.docx", f"{heads}<w:tbl>{rows}</w:tbl>")


@pytest.fixture
def review(open_window: Callable[..., MainWindow], qtbot: QtBot) -> Review:
    """Opens the review of a file."""

    def begin(path: Path) -> ImportReview:
        open_window().files.take(path)
        qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)), timeout=20_000)
        made = dialog_of(ImportReview)
        assert isinstance(made, ImportReview)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return begin


def shown() -> InTheFile:
    found = dialog_of(InTheFile)
    assert isinstance(found, InTheFile)
    return found


def marked(dialog: InTheFile) -> list[str]:
    """The passages that stand out."""
    return [each.cursor.selectedText() for each in dialog.text.extraSelections()]


def to_repair(review: ImportReview, source: str) -> None:
    """Goes on by key until the repair of these words of the source is shown."""
    for _ in review._imported.notes:
        if review.view.source.toPlainText() == source:
            return
        press(Qt.Key.Key_F8)
    pytest.fail(f"no repair of {source}")


def test_a_torn_remark_is_seen_in_its_lines_of_the_text(review: Review, text: Path, qtbot: QtBot):
    made = review(text)
    to_repair(made, "issued.")
    press(Qt.Key.Key_S, modifier=ALT)
    qtbot.waitUntil(lambda: bool(open_dialogs(InTheFile)))
    dialog = shown()
    assert dialog.windowTitle() == "last year.txt"
    assert len(marked(dialog)) == 2
    assert "issued." in marked(dialog)[1]
    assert dialog.text.toPlainText().startswith("A. Department of Field Missions\n")  # its surroundings
    assert dialog.text._labels[:3] == ["1", "2", "3"]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.text.hasFocus)
    press(Qt.Key.Key_Escape)
    assert not open_dialogs(InTheFile)
    assert made.isVisible()


def test_in_a_word_file_the_row_of_the_table_is_seen(review: Review, word: Path):
    made = review(word)
    to_repair(made, "issued.")
    click(made.view.in_file)
    dialog = shown()
    assert any("issued." in each for each in marked(dialog))
    assert "table 1, row 2" in dialog.text._labels
    assert "paragraph 1" in dialog.text._labels


def test_places_far_apart_are_gone_through_one_by_one(review: Review, tmp_path: Path):
    path = tmp_path / "long.txt"
    rows = "".join(
        f"{count} letters to Member States\t{count}\t{count} letters were sent.\n" for count in range(2, 902)
    )
    path.write_text(f"{CUT}{rows}{CUT.replace('A. ', 'B. ').replace('--', '__')}", encoding="utf-8")
    made = review(path)
    to_repair(made, "Planned outputs  ⇥  Completed (number or yes/no)  ⇥  Remarks")
    click(made.view.in_file)
    dialog = shown()
    assert dialog.where.text() == "1 of 2"
    first = dialog.text.toPlainText()
    assert "5 letters were sent" in first
    assert len(first.splitlines()) <= 2 * AROUND + 1
    click(dialog.next)
    assert dialog.where.text() == "2 of 2"
    assert "B. Department of Field Missions" in dialog.text.toPlainText()
    click(dialog.next)
    assert dialog.text.toPlainText() == first


def test_a_file_that_was_changed_meanwhile_shows_no_wrong_line(review: Review, text: Path):
    made = review(text)
    text.write_text("Something else\n" + CUT, encoding="utf-8")
    made.view.places_wanted.emit(made._imported.notes[-1].places)
    assert said().startswith("“last year.txt” has changed since it was read")
    assert not open_dialogs(InTheFile)
    dialog_of(QMessageBox).reject()


def test_a_file_that_is_gone_is_a_sentence(review: Review, text: Path):
    made = review(text)
    text.unlink()
    made.view.places_wanted.emit(made._imported.notes[-1].places)
    assert "was not found" in said()
    dialog_of(QMessageBox).reject()
    assert made.isVisible()


def test_reading_it_again_from_a_slow_drive_can_be_stopped(
    review: Review, text: Path, disk: SlowDisk, monkeypatch: pytest.MonkeyPatch
):
    made = review(text)
    passages = in_the_file.passages

    def slowly(path: Path, progress: Progress) -> object:
        while not disk.free.wait(0.005):
            progress(1, 10)
        return passages(path, progress)

    monkeypatch.setattr(in_the_file, "passages", slowly)
    places = made._imported.notes[-1].places
    disk.then(by_key)
    made.view.places_wanted.emit(places)
    assert disk.seen == ["Reading last year.txt"]
    assert not open_dialogs(InTheFile)
    disk.then(let_go_on)
    made.view.places_wanted.emit(places)
    assert shown().isVisible()
