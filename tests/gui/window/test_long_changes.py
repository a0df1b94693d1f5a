"""Changes of many rows in the window: it says how far they are, can be stopped, and takes nothing else meanwhile."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.domain.wording import Hit, Kind
from rbb_editor.edits import sections, several
from rbb_editor.edits.replacing import Replacement, replace_hits
from rbb_editor.gui.checks.mending import MendDialog
from rbb_editor.gui.dialogs.waiting import WaitingDialog
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.merge.window import MergeReview
from rbb_editor.gui.replace.opening import replacing_of
from rbb_editor.gui.tree.outline import FRONT
from rbb_editor.progress import Progress
from rbb_editor.project import Project, pending, turning
from rbb_editor.project.sample import make_sample
from rbb_editor.project.search import Query, find
from rbb_editor.store import creating
from rbb_editor.store.file import Store
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs
from tests.gui.window.slow import Act, SlowDisk, by_button, by_cross, by_key, let_go_on, to_keyboard
from tests.gui.window.test_clipboard import accept, preview

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MANY = 20
"""Outputs that count as many here."""
SAMPLE = make_sample(80, "en")


@pytest.fixture
def window(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    return open_window(make_file("many.rbb", SAMPLE.snapshot()))


@pytest.fixture
def disk(disk: SlowDisk, monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    """Waits with every large change."""
    commit = Store.commit

    def slowly(store: Store, change: Any, *others: Any) -> int:
        if len(change.pairs) > MANY:
            disk.wait()
        return commit(store, change, *others)

    monkeypatch.setattr(Store, "commit", slowly)
    monkeypatch.setattr(pending, "AT_ONCE", MANY)
    return disk


def stopped(window: MainWindow, qtbot: QtBot) -> bool:
    """Whether that is said, and the window takes keys again."""
    to_keyboard(window, qtbot)
    return not open_dialogs(WaitingDialog) and window.status.currentMessage() == "Stopped; nothing was changed."


def backups(folder: Path) -> list[Path]:
    return list((folder / "data").rglob("*.rbb"))


def begin_replacing(window: MainWindow, qtbot: QtBot) -> None:
    """Types what is to be replaced in every remark; Ctrl+Enter does the rest."""
    press(Qt.Key.Key_H, modifier=CONTROL)
    view = replacing_of(window).view
    qtbot.waitUntil(view.fields.wanted.hasFocus)
    view.fields.options["whole_word"].setChecked(False)
    press("e")
    qtbot.waitUntil(lambda: not view.searching.running)
    view.fields.replace.setFocus()
    press("Q")


@pytest.mark.parametrize("cancel", [by_key, by_button, by_cross])
def test_a_replacement_is_stopped_and_leaves_nothing_changed(
    window: MainWindow, disk: SlowDisk, qtbot: QtBot, tmp_path: Path, cancel: Act
):
    begin_replacing(window, qtbot)
    disk.then(cancel)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert len(disk.seen) == 1
    assert disk.seen[0].startswith("Replace ")
    assert stopped(window, qtbot)
    assert not open_dialogs(QMessageBox)
    assert window.project.report == SAMPLE
    assert window.project.can_undo is None
    assert not backups(tmp_path), "made for a change that was not made"
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert {hit.place.kind for hit in find(window.project.report, Query("e"))} <= {Kind.PLANNED_TEXT}
    assert len(window.project.history()) == 2
    assert len(backups(tmp_path)) == 1


def test_what_is_not_stopped_is_done_and_undone_in_one_step(window: MainWindow, disk: SlowDisk, qtbot: QtBot):
    begin_replacing(window, qtbot)
    disk.then(let_go_on)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    done = window.project.report.snapshot()
    assert done != SAMPLE
    with Project.open(window.project.path, author="Reader", read_only=True) as reading:
        assert reading.report == done
    to_keyboard(window, qtbot)
    press(Qt.Key.Key_Escape)
    disk.then(by_button)
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert disk.seen[1].startswith("Undoing: Replace ")
    assert stopped(window, qtbot)
    assert window.project.report == done
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert window.project.report == SAMPLE
    assert window.status.currentMessage().startswith("Undone: Replace ")


def test_while_a_change_is_made_the_window_is_painted_and_takes_nothing(
    window: MainWindow, disk: SlowDisk, qtbot: QtBot
):
    begin_replacing(window, qtbot)
    seen: list[tuple[bool, bool, bool]] = []

    def try_it(dialog: WaitingDialog) -> None:
        closed = window.close()
        other = window.workspace.table
        QTest.mouseClick(other.viewport(), Qt.MouseButton.LeftButton)
        seen.append((closed, window.isVisible(), window.project.report == SAMPLE))
        assert not window.grab().isNull()
        assert dialog.isModal()

    disk.then(try_it)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert seen == [(False, True, True)]
    assert window.project.report != SAMPLE


def test_pasting_many_cells_can_be_stopped(window: MainWindow, disk: SlowDisk, qtbot: QtBot):
    window.commands.show_report()
    table = window.workspace.table
    output = next(window.project.report.outputs())
    window.workspace.show_cell(output.id, output.components[0].id, "completed")
    count = sum(len(each.components) for each in SAMPLE.outputs())
    QGuiApplication.clipboard().setText("\n".join(["17\tHeld as planned."] * count))

    def paste() -> None:
        table.setFocus()
        press(Qt.Key.Key_V, modifier=CONTROL)
        accept(preview())

    disk.then(by_key)
    paste()
    assert disk.seen == ["Paste cells"]
    assert stopped(window, qtbot)
    assert window.project.report == SAMPLE
    paste()
    assert {each.completed for o in window.project.report.outputs() for each in o.components} == {"17"}


def test_deleting_all_rows_and_bringing_them_back_can_be_stopped(window: MainWindow, disk: SlowDisk, qtbot: QtBot):
    every = sections.delete(window.project.report, [each.id for each in window.project.report.sections()])
    disk.then(by_key)
    assert window.do(every) is None
    assert window.project.report == SAMPLE
    assert window.do(every) is not None
    to_keyboard(window, qtbot)
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert window.project.report == SAMPLE
    to_keyboard(window, qtbot)
    disk.then(by_button)
    press(Qt.Key.Key_Z, modifier=CONTROL | SHIFT)
    assert disk.seen[-1].startswith("Making again: Delete")
    assert window.project.report == SAMPLE
    assert stopped(window, qtbot)


@pytest.mark.parametrize("action", ["delete_section", "duplicate_section"])
def test_what_is_being_typed_is_taken_over_before_a_large_section_goes_or_comes(
    window: MainWindow, disk: SlowDisk, qtbot: QtBot, action: str
):
    """The dialog takes the keyboard from its field while no other change can be made."""
    place, report = window.workspace, window.project.report
    department = next(each for each in report.sections() if len(list(report.outputs(each.id))) > MANY)
    place.choose_node(department.id)
    output = next(report.outputs(department.id))
    place.edit_cell(output.id, output.components[0].id, "remarks")
    press("Z")
    typed = place.table.open_editor.editor.text()
    disk.then(let_go_on)
    window.menus.actions[action].trigger()
    assert len(disk.seen) == 1
    count = len(list(SAMPLE.outputs(department.id))) * (1 if action == "duplicate_section" else -1)
    assert window.project.report.counts().outputs == SAMPLE.counts().outputs + count
    to_keyboard(window, qtbot)
    window.undo()
    assert window.project.report.output(output.id).components[0].remarks == typed
    assert not open_dialogs(QMessageBox)


def test_a_title_that_is_being_typed_is_taken_over_too(window: MainWindow, disk: SlowDisk, qtbot: QtBot):
    place, report = window.workspace, window.project.report
    department = next(each for each in report.sections() if len(list(report.outputs(each.id))) > MANY)
    place.choose_node(department.id)
    place.outline.rename(department.id)
    press("Z")
    disk.then(let_go_on)
    window.menus.actions["duplicate_section"].trigger()
    assert len(disk.seen) == 1
    assert report.section(department.id).title == "Z"
    assert [each.title for each in report.sections()].count("Z") == 2


def test_another_document_language_of_a_large_report_can_be_stopped(
    window: MainWindow, disk: SlowDisk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    read = turning.read_through

    def slowly(report: Report, language: Language, progress: Progress) -> Reader:
        disk.wait()
        return read(report, language, progress)

    monkeypatch.setattr("rbb_editor.project.project.read_through", slowly)
    table = window.workspace.table
    window.workspace.choose_node(FRONT)
    box = window.workspace.centre.page.language

    def choose(code: str) -> None:
        box.setFocus()
        box.setCurrentIndex(box.findData(code))
        box.activated.emit(box.currentIndex())

    disk.then(by_key)
    choose("ar")
    assert disk.seen == ["Change the document language"]
    assert stopped(window, qtbot)
    assert box.currentData() == "en"
    assert window.project.report == SAMPLE
    assert not table.isRightToLeft()
    disk.then(let_go_on)
    choose("ar")
    assert window.project.language.code == box.currentData() == "ar"
    assert table.isRightToLeft()
    for act, language in ((by_key, "ar"), (let_go_on, "en")):
        to_keyboard(window, qtbot)
        disk.then(act)
        press(Qt.Key.Key_Z, modifier=CONTROL)
        assert window.project.language.code == box.currentData() == language
        assert table.isRightToLeft() is (language == "ar")
    assert window.status.currentMessage() == "Undone: Change the document language"


def test_what_was_decided_about_a_returned_file_is_kept_when_the_merge_is_stopped(
    window: MainWindow, disk: SlowDisk, qtbot: QtBot
):
    path = window.project.path.with_name("theirs.rbb")
    window.project.save_copy(path)
    with Project.open(path, author="Reviewer") as theirs:
        first: dict[str, Hit] = {}
        for hit in find(theirs.report, Query("e")):
            if hit.place.kind is Kind.REMARKS:
                first.setdefault(hit.place.target, hit)
        theirs.do(replace_hits(theirs.report, list(first.values()), Replacement("Q")))
        wanted = theirs.report.snapshot()
    assert len(first) > MANY

    def review() -> MergeReview:
        window.merging.begin(path)
        qtbot.waitUntil(lambda: bool(open_dialogs(MergeReview)), timeout=20_000)
        found = dialog_of(MergeReview)
        assert isinstance(found, MergeReview)
        return found

    found = review()
    click(found.foot.calm)
    disk.then(by_key)
    click(found.foot.go)
    assert stopped(window, qtbot)
    assert window.project.report == SAMPLE
    click(review().foot.go)
    assert window.project.report == wanted
    assert list((path.parent / "data").rglob("*before-merging*.rbb"))


def test_a_copy_can_be_stopped_and_leaves_no_file(
    window: MainWindow, disk: SlowDisk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    target = window.project.path.with_name("copy.rbb")
    save_copy = Store.save_copy

    def slowly(store: Store, *others: Any) -> None:
        disk.wait()
        save_copy(store, *others)

    monkeypatch.setattr(Store, "save_copy", slowly)
    monkeypatch.setattr(window.files.choose, "to_save_report", lambda _title, _name, then: then(target))
    disk.then(by_key)
    window.menus.actions["copy"].trigger()
    assert disk.seen == ["Writing copy.rbb"]
    assert stopped(window, qtbot)
    assert not target.exists()
    window.menus.actions["copy"].trigger()
    with Project.open(target, author="Reader", read_only=True) as reading:
        assert reading.report == SAMPLE


def test_mends_asked_for_before_all_is_checked_are_listed_when_it_is(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("rbb_editor.project.project.AT_ONCE", MANY)
    every = [(output.id, each.id) for output in window.project.report.outputs() for each in output.components]
    window.do(several.set_remarks_of(window.project.report, every, "3&nbsp;reports"))
    assert not window.project.checker.complete
    press(Qt.Key.Key_D, modifier=CONTROL | Qt.KeyboardModifier.AltModifier)
    assert window.work.going_on
    output, figure = every[0]
    window.workspace.edit_cell(output, figure, "explanation")
    press("Z")
    qtbot.waitUntil(lambda: bool(open_dialogs(MendDialog)))
    assert not window.work.going_on
    assert window.project.report.output(output).components[0].explanation.endswith("Z"), "typed meanwhile"
    dialog = dialog_of(MendDialog)
    assert isinstance(dialog, MendDialog)
    assert dialog.list.count() == len(every)
    dialog.reject()


def test_mends_asked_for_while_a_large_change_is_made_are_listed_after_it(
    window: MainWindow, disk: SlowDisk, qtbot: QtBot
):
    every = [(output.id, each.id) for output in window.project.report.outputs() for each in output.components]
    seen: list[int] = []

    def ask(_dialog: WaitingDialog) -> None:
        window.checks.ask_mends()
        seen.append(len(open_dialogs(MendDialog)))

    disk.then(ask)
    assert window.do(several.set_remarks_of(window.project.report, every, "3&nbsp;reports")) is not None
    assert seen == [0]
    qtbot.waitUntil(lambda: bool(open_dialogs(MendDialog)))
    dialog = dialog_of(MendDialog)
    assert isinstance(dialog, MendDialog)
    assert dialog.list.count() == len(every)
    dialog.reject()


def test_a_large_report_that_is_taken_in_can_be_stopped_and_leaves_no_file(
    open_window: Callable[..., MainWindow],
    disk: SlowDisk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
):
    window = open_window()
    create = creating.create

    def slowly(*parts: Any, **named: Any) -> Store:
        disk.wait()
        return create(*parts, **named)

    monkeypatch.setattr(creating, "create", slowly)
    disk.then(by_key)
    target = tmp_path / "taken in.rbb"
    assert not window.files.create(SAMPLE.snapshot(), Text.of("Import"), target)
    assert disk.seen == ["Writing taken in.rbb"]
    assert window.status.currentMessage().startswith("Stopped; nothing was changed")
    assert not target.exists()
    assert window.files.create(SAMPLE.snapshot(), Text.of("Import"), target)
    assert window.project.report == SAMPLE
