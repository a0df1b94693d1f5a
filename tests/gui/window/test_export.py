"""Word, Excel and JSON files written from the window: what is chosen for them, and changes since an earlier state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.edits import sections
from rbb_editor.gui.dialogs.since import DAY, FILE, STEP
from rbb_editor.gui.dialogs.word_choices import WordChoices
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.project import transfer
from tests.gui.window.conftest import answer, dialog_of, open_dialogs, said


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".json", ".pdf"])
def test_export_writes_the_file(window: MainWindow, tmp_path: Path, qtbot: QtBot, suffix: str):
    target = tmp_path / f"out{suffix}"
    QTest.keySequence(window, window.menus.actions["export"].shortcut())
    assert any(f"*{suffix}" in each for each in dialog_of(QFileDialog).nameFilters())
    answer(target)
    if suffix == ".docx":
        dialog_of(WordChoices).accept()
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)
    assert target.stat().st_size > 500


def test_control_characters_in_a_pasted_name_are_left_out_of_it(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    window.menus.actions["export"].trigger()
    answer(tmp_path / "o\x07ut\x1f.json")
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)
    assert [path.name for path in tmp_path.glob("*.json")] == ["out.json"]


def test_a_word_file_shows_what_was_chosen_and_the_choices_are_remembered(
    window: MainWindow, make_file: Callable[..., Path], tmp_path: Path, qtbot: QtBot
):
    earlier = make_file("earlier.rbb")
    first = window.project.report.sections()[0]
    window.project.do(sections.rename(window.project.report, first.id, "Department of New Letters"))
    window.menus.actions["export"].trigger()
    answer(tmp_path / "out.docx")
    dialog = dialog_of(WordChoices)
    dialog.departments.setCurrentRow(1)
    QTest.keyClick(dialog.departments, Qt.Key.Key_Space)
    dialog.since.choose(FILE)
    dialog.since.file.setText(str(earlier))
    dialog.watermark.setText("DRAFT")
    dialog.findings.setChecked(True)
    QTest.keyClick(dialog.watermark, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)
    back = transfer.read_file(tmp_path / "out.docx")
    assert [section.id for section in back.report.sections()] == [first.id]
    assert [each.text for each in back.revisions] == ["Peacekeeping Operations", "New Letters"]
    window.menus.actions["export"].trigger()
    answer(tmp_path / "again.docx")
    dialog = dialog_of(WordChoices)
    assert (dialog.watermark.text(), dialog.findings.isChecked(), dialog.since.chosen()) == ("DRAFT", True, None)
    dialog.reject()
    assert not (tmp_path / "again.docx").exists()


def exported(
    window: MainWindow, target: Path, qtbot: QtBot, choose: Callable[[WordChoices], None]
) -> transfer.Imported:
    window.status.clearMessage()
    window.menus.actions["export"].trigger()
    answer(target)
    dialog = dialog_of(WordChoices)
    choose(dialog)
    dialog.accept()
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)
    return transfer.read_file(target)


def test_changes_are_shown_since_a_file_was_written(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    first = window.project.report.sections()[0]
    window.project.do(sections.rename(window.project.report, first.id, "Department of Letters"))
    exported(window, tmp_path / "as sent.docx", qtbot, lambda _: None)
    window.project.do(sections.rename(window.project.report, first.id, "Department of New Letters"))

    def choose(dialog: WordChoices) -> None:
        names = [dialog.since.kind.itemText(at) for at in range(dialog.since.kind.count())]
        dialog.since.kind.setCurrentIndex(next(at for at, name in enumerate(names) if "as sent.docx" in name))

    back = exported(window, tmp_path / "out.docx", qtbot, choose)
    assert [(each.text, each.author) for each in back.revisions] == [("New ", window.project.author)]


def test_changes_are_shown_since_a_step_of_the_history(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    first = window.project.report.sections()[0]
    window.project.do(sections.rename(window.project.report, first.id, "Department of Letters"))
    window.project.do(sections.rename(window.project.report, first.id, "Department of New Letters"))

    def choose(dialog: WordChoices) -> None:
        assert not dialog.since.step.isVisible()
        dialog.since.choose(STEP)
        assert dialog.since.step.isVisible()
        assert dialog.since.step.count() == 3
        dialog.since.step.setCurrentIndex(1)

    back = exported(window, tmp_path / "out.docx", qtbot, choose)
    assert [each.text for each in back.revisions] == ["New "]


def test_a_day_before_the_report_was_made_is_a_sentence(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    window.menus.actions["export"].trigger()
    answer(tmp_path / "out.docx")
    dialog = dialog_of(WordChoices)
    dialog.since.choose(DAY)
    dialog.since.day.setDate(QDate(2001, 1, 1))
    dialog.accept()
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    assert "begins later" in said()
    assert not (tmp_path / "out.docx").exists()


def test_an_export_that_cannot_be_written_is_a_sentence(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    window.transfers.export_path(tmp_path / "no such folder" / "out.json")
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    assert "does not exist, so nothing was written" in said()
