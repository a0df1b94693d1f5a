"""Find and replace in the window: keys and clicks, what is ticked, one undo, a backup, back to the cell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor.domain.wording import Kind
from rbb_editor.edits import outputs
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.replace.model import Role
from rbb_editor.gui.replace.rows import Entry
from rbb_editor.gui.replace.view import ReplaceView
from rbb_editor.gui.tree.outline import FRONT
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import press
from tests.gui.window.conftest import click

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> ReplaceView:
    """The view, opened by its key, the keyboard in the search field."""
    press(Qt.Key.Key_H, modifier=CONTROL)
    view = window.workspace.replacing.view
    qtbot.waitUntil(view.fields.wanted.hasFocus)
    return view


def backups(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "data").rglob("*before-replacing*.rbb"))


def look_for(view: ReplaceView, qtbot: QtBot, text: str) -> None:
    """Types what is looked for, and waits for the list."""
    view.fields.wanted.setFocus()
    view.fields.wanted.selectAll()
    press(text)
    done(view, qtbot)


def done(view: ReplaceView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view.searching.running)


def listed(view: ReplaceView) -> list[str]:
    return [row.place.target for row in view.model.rows if isinstance(row, Entry)]


def row_of(view: ReplaceView, target: str, kind: Kind) -> int:
    return next(
        at
        for at, row in enumerate(view.model.rows)
        if isinstance(row, Entry) and (row.place.target, row.place.kind) == (target, kind)
    )


def test_the_list_follows_the_typing(opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "visits")
    assert listed(opened) == ["o2", "o2"]
    assert opened.summary.text() == "2 found in 1 part of the report, 1 of them chosen."
    look_for(opened, qtbot, "zzz")
    assert listed(opened) == []
    assert opened.empty.isVisible()
    assert "not found" in opened.empty.text()
    assert (opened.foot.all.text(), opened.foot.all.isEnabled()) == ("Replace", False)


def test_replacing_by_keys_alone_is_one_undo_and_leaves_approved_wording(
    window: MainWindow, opened: ReplaceView, qtbot: QtBot, tmp_path: Path
):
    before = window.project.report.snapshot()
    look_for(opened, qtbot, "briefings")
    press(Qt.Key.Key_Tab)
    opened.fields.replace.setFocus()
    press("talks", Qt.Key.Key_Return)
    assert opened.list.hasFocus()
    assert opened.foot.all.text() == "Replace 1 place"
    press(Qt.Key.Key_Return, modifier=CONTROL)
    output = window.project.report.output("o3")
    assert output.components[0].remarks == "50 talks."
    assert output.planned_text == "60 oral briefings and 51 weekly briefings"
    assert window.project.can_undo.in_english() == "Replace 1 text"
    assert listed(opened) == ["o3"]
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert window.project.report == before
    assert listed(opened) == ["o3", "o3"]
    assert backups(tmp_path) == []


def test_many_texts_are_replaced_after_a_backup(window: MainWindow, opened: ReplaceView, qtbot: QtBot, tmp_path: Path):
    look_for(opened, qtbot, "were")
    opened.fields.replace.setText("are")
    assert opened.foot.all.text() == "Replace 2 places"
    click(opened.foot.all)
    assert window.project.report.output("o1").components[0].remarks == "101 activities are conducted."
    assert window.project.report.output("o2").components[0].remarks == "6 visits are made."
    assert len(backups(tmp_path)) == 1
    assert opened.foot.close_button.hasFocus()
    window.menus.actions["undo"].trigger()
    assert window.project.report.output("o2").components[0].remarks == "6 visits were made."


def test_who_only_looks_for_words_is_offered_no_deletion(window: MainWindow, opened: ReplaceView, qtbot: QtBot):
    before = window.project.report.snapshot()
    look_for(opened, qtbot, "visits")
    heard = opened.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "[-" not in heard
    assert (opened.foot.all.text(), opened.foot.all.isEnabled()) == ("Replace", False)
    assert not opened.foot.this.isEnabled()
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project.report == before
    opened.fields.wanted.setFocus()
    press(Qt.Key.Key_Tab)  # to what stands in their place
    assert opened.fields.replace.hasFocus()
    assert opened.foot.all.text() == "Delete 1 place"
    assert "[-visits-]" in opened.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    press(Qt.Key.Key_Escape)
    window.menus.actions["replace"].trigger()
    assert opened.foot.all.text() == "Replace"


def test_approved_wording_is_changed_where_it_is_ticked(window: MainWindow, opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "visits")
    assert "Assembly" in opened.note.text()
    opened.fields.replace.setText("trips")
    row = row_of(opened, "o2", Kind.PLANNED_TEXT)
    index = opened.model.index(row)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    rect = opened.list.visualRect(index)
    tick = opened.list.itemDelegate().tick_rect(rect.toRectF(), right=False)
    click(opened.list.viewport(), tick.center().toPoint())
    assert opened.foot.all.text() == "Replace 2 places"
    click(opened.foot.all)
    assert window.project.report.output("o2").planned_text == "10 trips to peacekeeping operations"


def test_space_ticks_and_chips_tick_a_whole_kind(opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "visits")
    press(Qt.Key.Key_Return)
    opened.list.setCurrentIndex(opened.model.index(row_of(opened, "o2", Kind.REMARKS)))
    press(Qt.Key.Key_Space)
    assert opened.model.chosen == []
    assert not opened.foot.all.isEnabled()
    click(opened.fields.chips[Kind.PLANNED_TEXT])
    assert [entry.place.kind for entry in opened.model.chosen] == [Kind.PLANNED_TEXT]
    click(opened.fields.chips[Kind.PLANNED_TEXT])
    assert opened.model.chosen == []


def test_one_row_can_be_replaced_alone(window: MainWindow, opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "were")
    opened.fields.replace.setText("are")
    opened.list.setCurrentIndex(opened.model.index(row_of(opened, "o2", Kind.REMARKS)))
    click(opened.foot.this)
    assert window.project.report.output("o2").components[0].remarks == "6 visits are made."
    assert window.project.report.output("o1").components[0].remarks == "101 activities were conducted."


def test_options_narrow_the_search(opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "report")
    everything = len(listed(opened))
    press(Qt.Key.Key_W, modifier=Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(opened.fields.options["whole_word"].isChecked)
    done(opened, qtbot)
    assert len(listed(opened)) < everything  # not "reporting"
    click(opened.fields.options["match_case"])
    done(opened, qtbot)
    assert all(hit.text == "report" for entry in opened.model.entries() for hit in entry.hits)


def test_a_regular_expression_with_groups(window: MainWindow, opened: ReplaceView, qtbot: QtBot):
    click(opened.fields.options["pattern"])
    look_for(opened, qtbot, r"(\d+) visits were")
    opened.fields.replace.setText(r"visits (\1) were")
    click(opened.foot.all)
    assert window.project.report.output("o2").components[0].remarks == "visits (6) were made."


def test_a_wrong_expression_and_a_missing_group_are_sentences(opened: ReplaceView, qtbot: QtBot):
    click(opened.fields.options["pattern"])
    look_for(opened, qtbot, "(visits")
    assert "is no regular expression" in opened.empty.text()
    assert not opened.foot.all.isEnabled()
    look_for(opened, qtbot, "(visits)")
    opened.fields.replace.setText(r"\2")
    assert "names group 2" in opened.note.text()
    assert not opened.foot.all.isEnabled()


def test_an_expression_that_tries_without_end_is_a_sentence_and_the_window_lives(
    window: MainWindow, opened: ReplaceView, qtbot: QtBot
):
    report = window.project.report
    window.project.do(outputs.set_remarks(report, "o2", report.output("o2").components[0].id, "a" * 40 + "b"))
    click(opened.fields.options["pattern"])
    look_for(opened, qtbot, "(a|aa)+$")
    assert "takes too long and was stopped" in opened.empty.text()
    assert not opened.foot.all.isEnabled()
    look_for(opened, qtbot, "a+b")  # what is simpler is found
    assert listed(opened) == ["o2"]
    press(Qt.Key.Key_Escape)
    assert not window.workspace.covered


def test_scopes(window: MainWindow, opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "2 policies")
    assert listed(opened) == ["o5"]
    click(next(b for b in opened.fields.findChildren(QAbstractButton) if b.text() == "This table"))
    done(opened, qtbot)
    assert listed(opened) == []
    window.workspace.choose_node("ea2")
    done(opened, qtbot)
    assert listed(opened) == ["o5"]
    window.workspace.choose_node(FRONT)
    done(opened, qtbot)
    assert opened.fields.scope() == 0


def test_only_one_kind_of_text_is_searched_where_that_is_chosen(opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "visits")
    assert {entry.place.kind for entry in opened.model.entries()} == {Kind.PLANNED_TEXT, Kind.REMARKS}
    opened.fields.texts.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    done(opened, qtbot)
    assert {entry.place.kind for entry in opened.model.entries()} == {Kind.REMARKS}
    assert opened.query().kinds == {Kind.REMARKS}
    opened.fields.texts.setCurrentIndex(0)
    done(opened, qtbot)
    assert len(opened.model.entries()) == 2


def test_enter_goes_to_the_cell_and_f3_to_the_next_one(window: MainWindow, opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "visits")
    press(Qt.Key.Key_Return)
    opened.list.setCurrentIndex(opened.model.index(row_of(opened, "o2", Kind.PLANNED_TEXT)))
    press(Qt.Key.Key_Return)
    table = window.workspace.table
    assert not opened.isVisible()
    assert table.hasFocus()
    assert (table.current().output, table.current().field) == ("o2", Kind.PLANNED_TEXT)
    press(Qt.Key.Key_F3)
    assert (table.current().output, table.current().field) == ("o2", Kind.REMARKS)
    press(Qt.Key.Key_F3)
    assert table.current().field == Kind.PLANNED_TEXT
    press(Qt.Key.Key_F3, modifier=SHIFT)
    assert table.current().field == Kind.REMARKS


def test_f3_steps_through_the_open_list(opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "were")
    first = opened.list.currentIndex().row()
    press(Qt.Key.Key_F3)
    assert opened.list.currentIndex().row() == first + 1
    press(Qt.Key.Key_F3)
    assert opened.list.currentIndex().row() == first


def test_f3_without_anything_looked_for_opens_the_view(window: MainWindow):
    press(Qt.Key.Key_F3)
    assert window.workspace.covered


def test_escape_shows_the_table_again_and_rows_cannot_be_changed_behind_the_view(
    window: MainWindow, opened: ReplaceView, qtbot: QtBot
):
    assert not window.menus.actions["delete_output"].isEnabled()
    assert not window.workspace.table.isVisible()
    press(Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert window.workspace.table.hasFocus()
    assert window.menus.actions["delete_output"].isEnabled()
    assert window.workspace.inspector.isVisible()


def test_ticks_by_hand_outlive_a_change_of_the_report(window: MainWindow, opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "were")
    opened.fields.replace.setText("are")
    opened.list.setCurrentIndex(opened.model.index(row_of(opened, "o1", Kind.REMARKS)))
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    click(opened.foot.all)
    assert window.project.report.output("o1").components[0].remarks == "101 activities were conducted."
    assert opened.foot.all.isEnabled() is False


def test_a_report_for_reading_only_is_searched_but_not_changed(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    window = open_window()
    window.files.open_path(make_file(), read_only=True)
    press(Qt.Key.Key_H, modifier=CONTROL)
    view = window.workspace.replacing.view
    look_for(view, qtbot, "were")
    assert len(listed(view)) == 2
    assert not view.foot.all.isEnabled()


def test_what_a_screen_reader_hears(opened: ReplaceView, qtbot: QtBot):
    look_for(opened, qtbot, "visits")
    opened.fields.replace.setText("trips")
    index = opened.model.index(row_of(opened, "o2", Kind.REMARKS))
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("ticked, A 1.1, row 2, Remarks: 6 [-visits-]")
    assert "[+trips+] were made." in heard
    assert index.data(Role.FIELD) == "Remarks"
    for widget in opened.findChildren(QWidget):
        if isinstance(widget, (QAbstractButton, QLineEdit)) and widget.isVisible():
            own = widget.parent()
            if not isinstance(own, QLineEdit):
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_the_model_keeps_the_rules_of_qt(opened: ReplaceView, qtbot: QtBot):
    tester = QAbstractItemModelTester(opened.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    look_for(opened, qtbot, "were")
    opened.fields.replace.setText("are")
    click(opened.foot.all)
    look_for(opened, qtbot, "v")
    assert tester.model() is opened.model


def test_nothing_is_cut_off_in_a_small_window(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    window = open_window(make_file("large.rbb", make_sample(40, "en")), 1024, 700)
    press(Qt.Key.Key_H, modifier=CONTROL)
    view = window.workspace.replacing.view
    look_for(view, qtbot, "the")
    view.layout().activate()
    view.foot.all.parentWidget().layout().activate()
    for button in view.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert view.rect().contains(button.mapTo(view, button.rect().center()))
    assert window.width() == 1024


def test_typing_goes_on_while_a_long_report_is_searched(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    window = open_window(make_file("large.rbb", make_sample(400, "en")))
    press(Qt.Key.Key_H, modifier=CONTROL)
    view = window.workspace.replacing.view
    QTest.keyClicks(view.fields.wanted, "report")
    done(view, qtbot)
    assert all(hit.text.casefold() == "report" for entry in view.model.entries() for hit in entry.hits)
    assert view.model.entries()


def test_after_a_large_change_the_list_is_searched_again_and_keeps_its_ticks(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    from rbb_editor.edits import several

    window = open_window(make_file("large.rbb", make_sample(700, "en")))
    checker, report = window.project.checker, window.project.report
    qtbot.waitUntil(lambda: checker.complete, timeout=20_000)
    press(Qt.Key.Key_H, modifier=CONTROL)
    view = window.workspace.replacing.view
    look_for(view, qtbot, "meeting")
    view.model.tick_kind(Kind.PLANNED_TEXT, ticked=True)
    found, chosen = listed(view), len(view.model.chosen)
    every = [(output.id, each.id) for output in report.outputs() for each in output.components]
    window.do(several.set_explanation_of(report, every, "A meeting was missing."))
    assert view.model.rows == []
    done(view, qtbot)
    assert len(listed(view)) > len(every)
    window.undo()
    done(view, qtbot)
    assert listed(view) == found
    assert len(view.model.chosen) == chosen
