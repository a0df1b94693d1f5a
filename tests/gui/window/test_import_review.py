"""The review of an import by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.main_window import MainWindow
from tests.gui.conftest import press
from tests.gui.window.conftest import dialog_of, open_dialogs

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
