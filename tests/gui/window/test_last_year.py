"""Last year's report in the window: chosen, recognised, kept, shown beside a figure, its reason taken with a key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Component, Entity, Output, ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.edits import outputs
from rbb_editor.gui.app import Program
from rbb_editor.gui.jobs import Job
from rbb_editor.gui.last_year.dialog import CandidateDialog, KeptDialog
from rbb_editor.gui.last_year.panel import LastYearPanel
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.offers import Offers
from rbb_editor.gui.tree.outline import FRONT
from rbb_editor.project import Project
from rbb_editor.project.last_year import read_earlier
from rbb_editor.project.transfer import write_file
from tests.gui.conftest import focused, press, small_report
from tests.gui.window.conftest import click, dialog_of, open_dialogs
from tests.store.test_refusals import alter

CONTROL = Qt.KeyboardModifier.ControlModifier
SAVING = QFileDialog.AcceptMode.AcceptSave
WHY = "The lower output was due to the late arrival of the aircraft."
MORE = "The higher output was due to additional requests."


def year_before(report: Report) -> Report:
    """The same rows a year before: other figures, a reason where there is none now, an excess where it falls short."""

    def earlier(entity: Entity) -> Entity:
        match entity:
            case ReportInfo():
                return replace(entity, symbol="A/71/701/Add.1", title="The year before")
            case Output(id="o2"):
                part = Component("o2c0", "7", "7 visits were made.", WHY)
                return replace(entity, planned_text="12 visits to peacekeeping operations", components=(part,))
            case Output(id="o3"):
                parts = tuple(replace(each, completed="99", explanation=MORE) for each in entity.components)
                return replace(entity, components=parts)
            case _:
                return entity

    return Report(map(earlier, report.entities()))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "last year.json"
    write_file(year_before(small_report()), path)
    return path


def choose(window: MainWindow, qtbot: QtBot, path: Path) -> CandidateDialog:
    """Tools, last year's report, this file."""
    window.menus.actions["last_year"].trigger()
    chooser = dialog_of(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.close()
    qtbot.waitUntil(lambda: any(isinstance(each, CandidateDialog) for each in QApplication.topLevelWidgets()))
    dialog = dialog_of(CandidateDialog)
    assert isinstance(dialog, CandidateDialog)
    return dialog


def keep(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    choose(window, qtbot, path).accept()
    assert window.project.report.earlier is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def words(widget: object) -> list[str]:
    labels = widget.findChildren(QLabel)  # type: ignore[attr-defined]
    return [label.text() for label in labels if not label.isHidden()]


def ask_why(window: MainWindow, qtbot: QtBot, output: str = "o2") -> None:
    """Opens the reason of a figure; last year's report is at hand."""
    window.workspace.edit_cell(output, f"{output}c0", "explanation")
    qtbot.waitUntil(lambda: window.workspace.beside.at_hand is not None)
    QApplication.processEvents()


def offered(window: MainWindow) -> list[str]:
    lists = [each for each in window.workspace.table.findChildren(Offers) if each.isVisible()]
    return [each.item(row).text() for each in lists for row in range(each.count())]


def test_what_was_recognised_is_shown_before_it_is_kept(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    dialog = choose(window, qtbot, source)
    said = words(dialog)
    assert "last year.json" in said
    assert "A/71/701/Add.1 The year before" in said
    assert said[said.index("Found in this report") + 1] == "5"
    assert said[said.index("Only in last year’s report") + 1] == "0"
    dialog.reject()
    assert window.project.report.earlier is None
    assert window.project.can_undo is None


def test_what_was_read_while_a_large_change_is_made_is_shown_after_it(
    window: MainWindow, qtbot: QtBot, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reads = window.last_years.read, list[Path]()
    monkeypatch.setattr(window.last_years, "read", lambda path: (reads.append(path), read(path)))
    window.project.busy = True
    window.last_years.read(source)
    qtbot.waitUntil(lambda: len(reads) > 1)
    assert not open_dialogs(CandidateDialog)
    window.project.busy = False
    qtbot.waitUntil(lambda: bool(open_dialogs(CandidateDialog)))
    keep_it = dialog_of(CandidateDialog)
    assert isinstance(keep_it, CandidateDialog)
    keep_it.accept()
    assert window.project.report.earlier is not None


def test_it_is_kept_shown_replaced_taken_out_and_undone(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    window.menus.actions["last_year"].trigger()
    dialog = dialog_of(KeptDialog)
    qtbot.waitUntil(lambda: "Found in this report" in words(dialog))
    assert "last year.json" in words(dialog)
    buttons = {each.text().replace("&", ""): each for each in dialog.findChildren(QPushButton)}
    click(buttons["Take out"])
    assert window.project.report.earlier is None
    window.undo()
    assert window.project.report.earlier is not None
    window.undo()
    assert window.project.report.earlier is None


def test_last_years_reason_is_offered_and_taken_with_one_key(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    ask_why(window, qtbot)
    assert offered(window) == ["Last year (Ctrl+L): … the late arrival of the aircraft."]
    QTest.keyClick(focused(), Qt.Key.Key_L, CONTROL)
    assert offered(window) == []
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project.report.output("o2").components[0].explanation == WHY


def test_a_click_takes_it_too(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    ask_why(window, qtbot)
    (offers,) = [each for each in window.workspace.table.findChildren(Offers) if each.isVisible()]
    point = offers.visualItemRect(offers.item(0)).center()
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project.report.output("o2").components[0].explanation == WHY


def test_the_key_works_on_the_row_before_any_field_is_open(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    window.workspace.show_cell("o2", "o2c0", "completed")
    QTest.keyClick(window.workspace.table, Qt.Key.Key_L, CONTROL)
    now = window.workspace.table.open_editor
    assert now is not None
    qtbot.waitUntil(lambda: now.editor.text() == WHY)  # it is read first
    assert now.field is Field.EXPLANATION


def test_one_escape_leaves_the_question_for_later(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    ask_why(window, qtbot)
    press(Qt.Key.Key_Escape)
    assert window.workspace.table.open_editor is None
    assert window.project.report.output("o2").components[0].explanation == ""


def test_a_reason_for_more_is_not_offered_where_there_was_less(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    ask_why(window, qtbot, "o3")
    assert offered(window) == []
    QTest.keyClick(focused(), Qt.Key.Key_L, CONTROL)
    assert "gives no reason that fits" in window.status.currentMessage()


def test_nothing_is_offered_or_enabled_where_none_is_kept(window: MainWindow) -> None:
    window.workspace.edit_cell("o2", "o2c0", "explanation")
    QApplication.processEvents()
    assert offered(window) == []
    assert not window.menus.actions["last_reason"].isEnabled()
    assert "beside" not in vars(window.workspace)  # nothing of it is loaded


def show_last_year(window: MainWindow, output: str = "o2", component: str = "o2c0") -> LastYearPanel:
    """The page of the inspector on last year's report, at a figure."""
    window.workspace.side.reveal("last_year")
    window.workspace.show_cell(output, component, "completed")
    return window.workspace.last_year


def test_the_figure_is_shown_as_it_was_last_year(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    panel = show_last_year(window)
    qtbot.waitUntil(lambda: WHY in words(panel))
    said = words(panel)
    assert "A/71/701/Add.1 The year before" in said
    assert said[said.index("Found by") + 1] == "its id"
    assert said[said.index("Planned output") + 1] == "12 visits to peacekeeping operations"
    assert said[said.index("Planned figure") + 1] == "12"
    assert said[said.index("Completed figure") + 1] == "7"
    assert said[said.index("Outcome") + 1] == "5 short"
    assert said[said.index("Remarks") + 1] == "7 visits were made."
    window.row_editing.add_output()
    qtbot.waitUntil(lambda: "Not in last year’s report." in words(panel))
    assert "Planned figure" not in words(panel)
    assert not panel.take.isVisible()


def test_the_open_section_has_its_counts_of_both_years_side_by_side(
    window: MainWindow, qtbot: QtBot, source: Path
) -> None:
    keep(window, qtbot, source)
    panel = show_last_year(window)

    def counts() -> dict[str, tuple[str, str]]:
        said = words(panel.counts)
        return {said[at]: (said[at + 1], said[at + 2]) for at in range(0, len(said) - 2, 3)}

    qtbot.waitUntil(lambda: counts().get("Figures") == ("5", "5"))
    assert counts()["This accomplishment"] == ("Last year", "This year")
    assert counts()["Short"] == ("1", "2")
    assert counts()["Exceeded"] == ("3", "1")
    assert counts()["Reason missing"] == ("0", "2")
    press("1", "2", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counts()["Short"] == ("1", "1"))
    window.workspace.choose_node("report")
    qtbot.waitUntil(lambda: counts().get("Report") is not None and counts()["Figures"] == ("6", "6"))
    window.workspace.choose_node("front")  # which has none
    qtbot.waitUntil(lambda: not panel.counts.isVisible())
    window.workspace.choose_node("ea2")
    qtbot.waitUntil(lambda: panel.counts.isVisible() and counts()["Figures"] == ("1", "1"))


def test_nothing_goes_on_counting_on_a_page_of_the_front_matter_that_has_no_counts(
    window: MainWindow, qtbot: QtBot, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(window, qtbot, source)
    monkeypatch.setattr("rbb_editor.gui.last_year.panel.CHUNK", 0)  # a report that takes for ever
    timer = show_last_year(window).findChild(QTimer)
    qtbot.waitUntil(timer.isActive)
    window.workspace.inspector.choose("details")
    window.workspace.choose_node(FRONT)
    qtbot.waitUntil(lambda: not timer.isActive())


def test_last_years_reason_is_taken_over_from_there_with_a_click(
    window: MainWindow, qtbot: QtBot, source: Path
) -> None:
    keep(window, qtbot, source)
    panel = show_last_year(window)
    qtbot.waitUntil(panel.take.isVisible)
    click(panel.take)
    editor = window.workspace.table.open_editor.editor
    assert focused() is editor
    qtbot.waitUntil(lambda: editor.text() == WHY)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project.report.output("o2").components[0].explanation == WHY
    window.workspace.show_cell("o2", "o2c0", "completed")
    qtbot.waitUntil(lambda: not panel.take.isVisible())  # it is there already
    window.workspace.show_cell("o3", "o3c0", "completed")
    qtbot.waitUntil(lambda: MORE in words(panel))
    assert not panel.take.isVisible()  # it was for more, and there was less


def test_in_a_small_window_the_rail_leads_to_it_and_the_reason_goes_to_the_table(
    window: MainWindow, qtbot: QtBot, source: Path
) -> None:
    keep(window, qtbot, source)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.workspace.side.folded)
    window.workspace.show_cell("o2", "o2c0", "completed")
    rail = window.workspace.side.rail
    click(next(each for each in rail.findChildren(QToolButton) if each.accessibleName() == "Last year"))
    panel = window.workspace.last_year
    qtbot.waitUntil(panel.take.isVisible)
    click(panel.take)
    assert not window.workspace.side.visible
    assert focused() is window.workspace.table.open_editor.editor


def test_without_one_it_teaches_to_keep_one(window: MainWindow, qtbot: QtBot) -> None:
    panel = show_last_year(window)
    qtbot.waitUntil(lambda: "No report of an earlier year is kept" in words(panel))
    assert not panel.counts.isVisible()
    assert "beside" not in vars(window.workspace)  # nothing of it is read
    click(panel.keep)
    dialog_of(QFileDialog).close()


@pytest.fixture
def holding(open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot, source: Path) -> Path:
    """A file that keeps last year's report, closed again."""
    path = make_file()
    window = open_window(path)
    keep(window, qtbot, source)
    window.close()
    return path


def test_it_is_still_there_after_a_restart(open_window: Callable[..., MainWindow], holding: Path, qtbot: QtBot) -> None:
    window = open_window(holding)
    ask_why(window, qtbot)
    assert len(offered(window)) == 1


def test_a_damaged_one_is_said_once_and_the_work_goes_on(
    open_window: Callable[..., MainWindow], holding: Path, qtbot: QtBot
) -> None:
    alter(holding, "DELETE FROM kept")
    window = open_window(holding)
    panel = show_last_year(window)
    qtbot.waitUntil(lambda: "Last year’s report could not be read." in words(panel))
    press("8", Qt.Key.Key_Return)
    assert window.project.report.output("o2").components[0].completed == "8"


def test_damage_to_it_found_while_a_reason_is_typed_is_no_fault_of_the_reason(
    open_window: Callable[..., MainWindow], holding: Path, qtbot: QtBot
) -> None:
    alter(holding, "UPDATE kept SET content = x'00'")
    window = open_window(holding)
    window.workspace.edit_cell("o2", "o2c0", "explanation")
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    box = dialog_of(QMessageBox)
    assert "the earlier report in it is not what was written" in box.text()
    assert [each.text() for each in box.buttons()] == ["OK"]
    box.reject()


def test_a_read_only_report_shows_it_and_keeps_no_other(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot, source: Path
) -> None:
    path = make_file()
    window = open_window(path)
    keep(window, qtbot, source)
    window.close_project()
    window.show_project(Project.open(path, author="T", read_only=True))
    window.menus.actions["last_year"].trigger()
    dialog = dialog_of(KeptDialog)
    qtbot.waitUntil(lambda: "Found in this report" in words(dialog))
    buttons = {each.text().replace("&", ""): each.isEnabled() for each in dialog.findChildren(QPushButton)}
    assert buttons == {"Close": True, "Choose another…": False, "Take out": False}


def test_all_fields_of_a_figure_are_shown_and_the_ids_on_demand(window: MainWindow, qtbot: QtBot) -> None:
    place = window.workspace
    place.side.reveal("details")
    place.show_cell("o1", "o1c0", "completed")
    qtbot.waitUntil(lambda: "101" in words(place.details))
    said = words(place.details)
    facts = dict(zip(said[1::2], said[2::2], strict=False))
    assert facts["Place"] == "A 1.1, row 1"
    assert facts["Planned figure"] == "85, read from the planned output"
    assert facts["Completed figure"] == "101"
    assert facts["Outcome"] == "16 over"
    assert facts["Remarks"] == "101 activities were conducted."
    assert facts["Reason"] == "The higher output was due to increased demand."
    assert "o1c0" not in said
    click(place.details.ids)
    qtbot.waitUntil(lambda: {"o1", "o1c0", "ea1", "d"} <= set(words(place.details)))
    place.show_cell("o4", "o4c0", "completed")
    qtbot.waitUntil(lambda: "o4c0" in words(place.details))
    assert "Reason" not in words(place.details)
    click(place.details.ids)
    assert "o4c0" not in words(place.details)


def test_reading_it_again_leaves_nothing_behind(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    beside = window.workspace.beside
    for number in range(3):
        window.do(outputs.set_planned_text(window.project.report, "o2", f"{number + 20} visits to operations"))
        beside.want()
        qtbot.waitUntil(lambda: not beside.reading)
    qtbot.waitUntil(lambda: not beside.findChildren(Job))


def test_a_row_that_came_or_was_reworded_finds_its_counterpart(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    keep(window, qtbot, source)
    beside, report = window.workspace.beside, window.project.report
    beside.want()
    qtbot.waitUntil(lambda: beside.at_hand is not None)
    text = report.output("o3").planned_text
    window.do(outputs.delete_outputs(report, ["o3"]))
    window.do(outputs.add_output(report, "ea1", None, text))
    new = next(each for each in report.outputs("ea1") if each.planned_text == text)
    assert beside.want() is not None  # what is at hand, until it is matched anew
    qtbot.waitUntil(lambda: beside.at_hand.output(new.id) is not None)


def test_another_one_that_is_kept_while_the_first_is_being_read_is_shown(
    open_window: Callable[..., MainWindow], holding: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(holding)
    other = tmp_path / "other.json"
    write_file(small_report(), other)
    candidate = read_earlier(window.project.report.snapshot(), other)
    beside = window.workspace.beside
    beside.want()
    window.project.keep_earlier(candidate.earlier, candidate.packed)
    qtbot.waitUntil(lambda: beside.at_hand is not None)
    assert beside.at_hand.then.info.title == small_report().info.title


def save_as(path: Path, qtbot: QtBot) -> None:
    """Answers where a report is to be kept."""
    qtbot.waitUntil(lambda: bool(open_dialogs(QFileDialog)))
    dialog = dialog_of(QFileDialog)
    dialog.activateWindow()
    line = dialog.findChild(QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    press(Qt.Key.Key_A, modifier=CONTROL)
    press(str(path), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not open_dialogs(QFileDialog))


def test_the_open_report_is_rolled_forward_and_stands_beside_the_new_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.activateWindow()
    press(Qt.Key.Key_N, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    save_as(tmp_path / "this year.rbb", qtbot)
    new = next(each for each in window.program.windows if each is not window)
    assert "5 planned outputs taken over" in new.status.currentMessage()
    assert not any(each.completed for output in new.project.report.outputs() for each in output.components)
    assert new.project.can_undo is None
    new.resize(1440, 900)
    qtbot.waitUntil(lambda: new.workspace.side.visible)
    assert "“Last year”" in new.status.currentMessage()
    assert new.workspace.inspector.key() == "last_year"
    panel = show_last_year(new)
    qtbot.waitUntil(lambda: "6 visits were made." in words(panel))
    assert window.project.report.output("o2").components[0].completed == "6"  # which stays as it was


def test_a_file_is_rolled_forward_from_the_start_page(
    program: Program, open_window: Callable[..., MainWindow], qtbot: QtBot, source: Path, tmp_path: Path
) -> None:
    window = open_window()
    click(window.centralWidget().ways["roll"])
    chooser = dialog_of(QFileDialog)
    chooser.setDirectory(str(source.parent))
    chooser.selectFile(source.name)
    chooser.accept()
    qtbot.waitUntil(lambda: any(each.acceptMode() is SAVING for each in open_dialogs(QFileDialog)))
    save_as(tmp_path / "new.rbb", qtbot)
    assert window.project.path == tmp_path / "new.rbb"
    assert window.project.report.earlier.name == source.name


def test_a_report_without_rows_is_not_rolled_forward_but_another_file_asked_for(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
) -> None:
    empty = make_file("empty.rbb", Report([ReportInfo(title="New")]))
    window = open_window(empty)
    window.menus.actions["roll"].trigger()
    chooser = dialog_of(QFileDialog)
    chooser.setDirectory(str(empty.parent))
    nothing = empty.with_name("nothing.json")
    write_file(Report([ReportInfo(title="New")]), nothing)
    chooser.selectFile(nothing.name)
    chooser.accept()
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    assert "nothing to roll forward" in dialog_of(QMessageBox).text()
    dialog_of(QMessageBox).reject()
