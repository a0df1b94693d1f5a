"""The review of a returned file: read, compared, decided with keys and clicks, one undoable change."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from rbb_editor.edits import comments, outputs
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.merge.combine import CombineDialog
from rbb_editor.gui.merge.delegate import Act
from rbb_editor.gui.merge.model import Role
from rbb_editor.gui.merge.window import MergeReview
from rbb_editor.merge import Topic
from rbb_editor.project import Project
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs
from tests.made_up import NOW, small_report

CONTROL = Qt.KeyboardModifier.ControlModifier
Edit = Callable[[Report], Change | None]


def remarks(text: str, output: str = "visits", component: str = "visits1") -> Edit:
    return lambda report: outputs.set_remarks(report, output, component, text)


THEIRS: tuple[Edit, ...] = (
    remarks("2 journeys were made"),
    lambda r: outputs.set_planned_text(r, "issue", "1 report about letters"),
    lambda r: outputs.set_explanation(r, "letters", "letters1", "The lower output was due to the closure of the post."),
    lambda r: comments.add_comment(r, "posts", "Ask the office", author="Reviewer", time=NOW),
)


@pytest.fixture
def window(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    return open_window(make_file("ours.rbb", small_report()))


def came_back(window: MainWindow, *edits: Edit, name: str = "theirs.rbb") -> Path:
    """A copy of the report with someone else's edits in it."""
    path = window.project.path.with_name(name)
    window.project.save_copy(path)
    with Project.open(path, author="Reviewer") as theirs:
        for edit in edits:
            theirs.do(edit(theirs.report))
    return path


def reviewed(window: MainWindow, path: Path, qtbot: QtBot) -> MergeReview:
    window.merging.begin(path)
    qtbot.waitUntil(lambda: bool(open_dialogs(MergeReview)), timeout=20_000)
    review = dialog_of(MergeReview)
    assert isinstance(review, MergeReview)
    review.activateWindow()
    qtbot.waitUntil(review.view.hasFocus)
    return review


def row_of(review: MergeReview, topic: Topic) -> int:
    return next(at for at, each in enumerate(review.model.rows) if each.topic is topic)


def press_button(review: MergeReview, act: Act, row: int) -> None:
    review.view.scrollTo(review.model.index(row))
    click(review.view.viewport(), review.view._areas(row)[act].center().toPoint())


def test_decided_by_keys_it_is_one_change_after_a_backup_and_one_undo(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    review = reviewed(window, came_back(window, *THEIRS), qtbot)
    assert len(review.model.rows) == 4
    assert "2 outputs are unchanged." in review.note.text()
    before = window.project.report.snapshot()
    review.view.setCurrentIndex(review.model.index(0))
    for key in (Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_A):
        press(key)
    assert review.foot.said.text() == "4 of 4 decided"
    rejected = review.model.rows[2]
    press(Qt.Key.Key_Return, modifier=CONTROL)
    qtbot.waitUntil(lambda: not open_dialogs(MergeReview))
    report = window.project.report
    assert report.output("letters").components[0].explanation == (
        "The lower output was due to the closure of the post." if rejected.topic is not Topic.REASONS else ""
    )
    assert report != before
    assert list((tmp_path / "data").rglob("*before-merging*.rbb"))
    window.menus.actions["undo"].trigger()
    assert window.project.report == before


def test_accept_all_that_is_calm_leaves_clashes_and_approved_wording(window: MainWindow, qtbot: QtBot):
    path = came_back(window, *THEIRS)
    window.do(remarks("Two visits were made")(window.project.report))
    review = reviewed(window, path, qtbot)
    assert review.foot.calm.text() == "&Accept 2 that do not clash"
    click(review.foot.calm)
    assert review.foot.said.text() == "2 of 4 decided, 1 still clashes"
    assert not review.foot.calm.isVisible()
    click(review.foot.go)
    report = window.project.report
    assert report.output("visits").components[0].remarks == "Two visits were made"
    assert report.output("issue").planned_text == "1 report on letters"
    assert report.output("letters").components[0].explanation.startswith("The lower output")
    assert [note.text for note in report.about("posts") if note.id != "w1"] == ["Ask the office"]


def test_what_is_typed_while_the_files_are_compared_is_ours(window: MainWindow, qtbot: QtBot):
    path = came_back(window, remarks("2 visits were made in May"))
    window.merging.begin(path)
    window.workspace.edit_cell("visits", "visits1", "remarks")
    press(Qt.Key.Key_A, modifier=CONTROL)
    press("Two visits were made")
    qtbot.waitUntil(lambda: bool(open_dialogs(MergeReview)), timeout=20_000)
    review = dialog_of(MergeReview)
    assert window.project.report.output("visits").components[0].remarks == "Two visits were made"
    review.view.setFocus()
    review.activateWindow()
    qtbot.waitUntil(review.view.hasFocus)
    assert review.foot.calm.isHidden()
    press(Qt.Key.Key_A)
    click(review.foot.go)
    assert window.project.report.output("visits").components[0].remarks == "2 visits were made in May"


def test_two_rewordings_are_combined_in_a_dialog(window: MainWindow, qtbot: QtBot):
    path = came_back(window, remarks("2 visits were made in May"))
    window.do(remarks("Two visits were made")(window.project.report))
    review = reviewed(window, path, qtbot)
    press(Qt.Key.Key_E)
    dialog = dialog_of(CombineDialog)
    assert isinstance(dialog, CombineDialog)
    assert dialog.text.toPlainText() == "Two visits were made in May"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.text.hasFocus)
    press(Qt.Key.Key_A, modifier=CONTROL)
    press("Two visits, in May")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert review.foot.said.text() == "1 of 1 decided"
    click(review.foot.go)
    assert window.project.report.output("visits").components[0].remarks == "Two visits, in May"


def test_clicks_decide_and_a_decision_can_be_changed_and_undone(window: MainWindow, qtbot: QtBot):
    review = reviewed(window, came_back(window, *THEIRS), qtbot)
    row = row_of(review, Topic.COMMENTS)
    press_button(review, Act.TAKE, row)
    assert review.foot.said.text() == "1 of 4 decided"
    press_button(review, Act.CHANGE, row)
    assert review.foot.said.text() == "0 of 4 decided"
    assert not review.foot.go.isEnabled()
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert review.foot.said.text() == "1 of 4 decided"


def test_later_keeps_the_decisions_and_changes_nothing(window: MainWindow, qtbot: QtBot):
    path = came_back(window, *THEIRS)
    before = window.project.report.snapshot()
    reviewed(window, path, qtbot)
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not open_dialogs(MergeReview))
    assert window.project.report == before
    again = reviewed(window, path, qtbot)
    assert again.foot.said.text() == "1 of 4 decided"
    again.reject()


def test_filters_and_search_narrow_the_list(window: MainWindow, qtbot: QtBot):
    review = reviewed(window, came_back(window, *THEIRS), qtbot)
    item = next(
        review.filters.topLevelItem(at)
        for at in range(review.filters.topLevelItemCount())
        if review.filters.topLevelItem(at).text(0) == "Comments"
    )
    rect = review.filters.visualItemRect(item)
    click(review.filters.viewport(), QPoint(rect.center()))
    assert [each.topic for each in review.model.rows] == [Topic.COMMENTS]
    review.filters.setCurrentItem(review.filters.topLevelItem(1))
    assert len(review.model.rows) == 4
    press(Qt.Key.Key_F, modifier=CONTROL)
    QTest.keyClicks(review.search, "journeys")
    qtbot.waitUntil(lambda: len(review.model.rows) == 1)
    review.search.setText("nothing of the kind")
    qtbot.waitUntil(lambda: not review.model.rows)
    review.reject()


def test_what_taking_a_change_would_do_is_said(window: MainWindow, qtbot: QtBot):
    review = reviewed(window, came_back(window, *THEIRS), qtbot)
    reasons = review.model.rows[row_of(review, Topic.REASONS)]
    assert [each.rule for each in review.model.consequence(reasons).closed] == ["shortfall-unexplained"]
    review.reject()


def test_the_model_holds_what_qt_expects(window: MainWindow, qtbot: QtBot):
    review = reviewed(window, came_back(window, *THEIRS), qtbot)
    QAbstractItemModelTester(review.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    review.model.show(lambda each: each.topic is Topic.COMMENTS)
    review.model.show(lambda each: True)
    spoken = review.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Undecided" in spoken
    review.reject()


def test_a_file_that_says_the_same_opens_no_review(window: MainWindow, qtbot: QtBot):
    window.merging.begin(came_back(window))
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    box = dialog_of(QMessageBox)
    assert "nothing to decide" in box.text()
    box.close()


def choose(review: MergeReview, words: str) -> None:
    """Picks a line of the side list."""
    review.filters.setCurrentItem(review.filters.findItems(words, Qt.MatchFlag.MatchExactly)[0])


def test_changes_are_filtered_by_author_and_decided_together(window: MainWindow, qtbot: QtBot):
    path = came_back(window, *THEIRS)
    with Project.open(path, author="Anna") as theirs:
        theirs.do(remarks("The catalogue was kept", "online", "online1")(theirs.report))
        theirs.do(outputs.set_planned_text(theirs.report, "online", "Care for the stamp catalogue"))
    review = reviewed(window, path, qtbot)
    assert not review.foot.calm.text().endswith("shown")
    choose(review, "Anna")
    assert len(review.model.rows) == 2
    assert review.foot.calm.text() == "&Accept 2 shown"
    assert review.foot.keep.text() == "&Reject 2 shown"
    assert review.model.index(0).data(Role.BY) == "Anna"
    assert "Anna · Today" in review.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "by Anna" in review.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    press(Qt.Key.Key_A, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert review.foot.said.text() == "2 of 6 decided"
    choose(review, "Reviewer")
    press(Qt.Key.Key_R, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert review.foot.said.text() == "6 of 6 decided"
    assert review.foot.calm.isHidden()
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert review.foot.said.text() == "2 of 6 decided"
    press(Qt.Key.Key_Return, modifier=CONTROL)
    qtbot.waitUntil(lambda: not open_dialogs(MergeReview))
    assert window.project.report.output("online").planned_text == "Care for the stamp catalogue"
    assert window.project.report.output("issue").planned_text == "1 report on letters"
    assert window.project.can_undo.in_english() == "Merge “theirs.rbb” by Anna"


def test_with_the_last_decision_enter_finishes(window: MainWindow, qtbot: QtBot):
    review = reviewed(window, came_back(window, *THEIRS), qtbot)
    for _ in range(3):
        press(Qt.Key.Key_A)
    assert review.view.hasFocus()
    assert "F8" in review.foot.hint.text()
    press(Qt.Key.Key_R)
    assert review.foot.go.hasFocus()
    assert review.foot.hint.text().startswith("Enter finishes")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not open_dialogs(MergeReview))
    assert window.status.currentMessage() == "Merged: 4 decisions"


def test_the_last_decision_of_a_filtered_list_is_not_taken_for_the_last_of_all(window: MainWindow, qtbot: QtBot):
    review = reviewed(window, came_back(window, *THEIRS), qtbot)
    review.search.setText("journeys")
    qtbot.waitUntil(lambda: len(review.model.rows) == 1)
    review.view.setFocus()
    press(Qt.Key.Key_A)
    assert not review.foot.go.hasFocus()


def test_later_says_that_what_was_decided_is_kept(window: MainWindow, qtbot: QtBot):
    path = came_back(window, *THEIRS)
    review = reviewed(window, path, qtbot)
    press(Qt.Key.Key_A, Qt.Key.Key_A)
    click(review.foot.leave)
    assert window.status.currentMessage().startswith("2 decisions are kept")
    assert reviewed(window, path, qtbot).foot.said.text() == "2 of 4 decided"
