"""The main job in the window: choosing a node, editing by keys, undo and redo, findings, filters."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rbb_editor.domain.values import Outcome
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from rbb_editor.project import Project
from tests.gui.conftest import press, small_report
from tests.gui.window.conftest import click, to_cell

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(window: MainWindow) -> str:
    """The title above the table."""
    return window.workspace.centre.header.title.accessibleName()


def node_rect(window: MainWindow, id: str):
    view = window.workspace.outline
    return view.viewport(), view.visualRect(window.workspace.model.index_of(id)).center()


def completed(window: MainWindow, output: str, at: int = 0) -> str:
    return window.project.report.output(output).components[at].completed


def test_a_report_opens_at_its_first_accomplishment(window: MainWindow):
    assert "Improved reporting" in shown(window)
    assert window.workspace.table.table_model.rowCount() == 5
    assert window.windowTitle() == "A/72/701/Add.1 – small.rbb[*] – RBB Editor"
    assert window.workspace.table.hasFocus()


def test_clicking_a_node_shows_its_rows(window: MainWindow):
    click(*node_rect(window, "ea2"))
    assert "Rapid deployment" in shown(window)
    assert window.workspace.table.table_model.rowCount() == 1
    click(*node_rect(window, "d"))
    assert "Department of Peacekeeping Operations" in shown(window)
    assert window.workspace.table.table_model.rowCount() == 8  # six figures, and a heading for each accomplishment


def test_the_keyboard_walks_the_outline(window: MainWindow, qtbot: QtBot):
    press(Qt.Key.Key_O, modifier=CONTROL | SHIFT)
    qtbot.waitUntil(window.workspace.outline.hasFocus)
    press(Qt.Key.Key_Down)
    assert "Rapid deployment" in shown(window)
    press(Qt.Key.Key_T, modifier=CONTROL | SHIFT)
    qtbot.waitUntil(window.workspace.table.hasFocus)


def test_a_figure_is_edited_by_keys_and_is_on_disk_at_once(window: MainWindow):
    to_cell(window, "o2")
    press("10", Qt.Key.Key_Return)
    assert completed(window, "o2") == "10"
    with Project.open(window.project.path, author="Reader", read_only=True) as other:
        assert other.report.output("o2").components[0].completed == "10"
    assert window.status.saved.text().startswith("Saved ")


def test_undo_and_redo_by_shortcut_name_the_change_and_lead_to_it(window: MainWindow):
    to_cell(window, "o2")
    press("10", Qt.Key.Key_Return)
    undo, redo = window.menus.actions["undo"], window.menus.actions["redo"]
    assert undo.text() == "&Undo: Edit completed figure – A 1.1, row 2"
    assert not redo.isEnabled()
    window.workspace.choose_node("ea2")

    QTest.keySequence(window, undo.shortcut())
    assert completed(window, "o2") == "6"
    assert window.workspace.centre.node == "ea1"
    assert window.workspace.table.current().output == "o2"
    assert redo.text() == "&Redo: Edit completed figure – A 1.1, row 2"
    QTest.keySequence(window, redo.shortcut())
    assert completed(window, "o2") == "10"
    QTest.keySequence(window, undo.shortcut())
    assert not undo.isEnabled()
    assert undo.text() == "&Undo"


def test_undo_survives_a_restart(window: MainWindow, open_window: Callable[..., MainWindow]):
    to_cell(window, "o2")
    press("10", Qt.Key.Key_Return)
    path = window.project.path
    window.close()
    again = open_window(path)
    QTest.keySequence(again, again.menus.actions["undo"].shortcut())
    assert completed(again, "o2") == "6"


def test_the_chips_count_and_filter(window: MainWindow):
    header, table = window.workspace.centre.header, window.workspace.table
    reader, outputs = window.project.reader, window.project.report.outputs("ea1")
    outcomes = Counter(figure.outcome for output in outputs for figure in reader.figures(output))
    chips = {key: chip.text().strip() for key, chip in header.chips._chips.items() if chip.isVisible()}
    assert chips == {
        "all": "All  5",
        str(Outcome.MET): f"Met  {outcomes[Outcome.MET]}",
        str(Outcome.EXCEEDED): "Exceeded  1",
        str(Outcome.SHORTFALL): "Short  2",
        "reason_missing": "Reason missing  2",
    }
    click(header.chips._chips[str(Outcome.SHORTFALL)])
    assert table.table_model.rowCount() == 2
    assert window.menus.actions["filter_short"].isChecked()
    window.menus.actions["filter_all"].trigger()
    assert table.table_model.rowCount() == 5


def test_an_edit_changes_the_counts(window: MainWindow):
    to_cell(window, "o2")
    press("10", Qt.Key.Key_Return)
    header = window.workspace.centre.header
    assert header.chips._chips[str(Outcome.SHORTFALL)].text().strip() == "Short  1"
    assert header.chips._chips["reason_missing"].text().strip() == "Reason missing  1"
    assert window.status.links["shortfall-unexplained"].text() == "1 shortfall without a reason"


def test_find_searches_this_table_and_escape_clears_it(window: MainWindow, qtbot: QtBot):
    search, table = window.workspace.centre.header.search, window.workspace.table
    press(Qt.Key.Key_F, modifier=CONTROL)
    qtbot.waitUntil(search.hasFocus)
    press("outreach")
    assert table.table_model.rowCount() == 1
    press(Qt.Key.Key_Escape)
    assert table.table_model.rowCount() == 5
    qtbot.waitUntil(table.hasFocus)


def test_an_empty_filter_says_how_to_clear_it(window: MainWindow):
    centre = window.workspace.centre
    centre.header.search.setText("no such words")
    assert centre.empty.isVisible()
    assert centre.empty.why.text() == "The filter hides 5 rows of this table."
    click(centre.empty.button)
    assert centre.table.isVisible()
    assert centre.table.table_model.rowCount() == 5


def test_f8_walks_the_problems_over_the_report_and_back(window: MainWindow):
    table = window.workspace.table
    to_cell(window, "o1")
    visited = []
    for _ in range(4):
        press(Qt.Key.Key_F8)
        visited.append((window.workspace.centre.node, table.current().output, table.current().field))
    assert visited == [
        ("ea1", "o2", "explanation"),
        ("ea1", "o3", "explanation"),
        ("ea2", "o5", "completed"),
        ("ea1", "o2", "explanation"),
    ]
    press(Qt.Key.Key_F8, modifier=SHIFT)
    assert table.current().output == "o5"


def test_a_click_on_a_finding_leads_to_its_cell(window: MainWindow, qtbot: QtBot):
    findings = window.workspace.findings.list
    qtbot.waitUntil(lambda: findings.model().rowCount() == 3)
    card = findings.visualRect(findings.model().index(2, 0))
    click(findings.viewport(), card.center())
    current = window.workspace.table.current()
    assert (current.output, current.component, current.field) == ("o3", "o3c0", "explanation")


def test_a_finding_that_the_filter_hides_is_reached_all_the_same(window: MainWindow):
    window.menus.actions["filter_met"].trigger()
    window.workspace.choose_node("ea2")
    press(Qt.Key.Key_F8, modifier=SHIFT)
    assert window.workspace.table.current().output == "o3"
    assert window.workspace.centre.header.chosen() == {"all"}


def test_findings_of_the_row_come_first_and_go_when_it_is_corrected(window: MainWindow, qtbot: QtBot):
    model = window.workspace.findings.model
    to_cell(window, "o3", "o3c0")
    qtbot.waitUntil(lambda: model.index(0).data() == "This row  1")
    first = model.index(1).data()
    assert "50" in first
    press("60", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(model.index(row).data() == first for row in range(model.rowCount())))


def test_the_links_of_the_status_bar_lead_to_what_is_left(window: MainWindow):
    window.workspace.choose_node("ea2")
    click(window.status.links["shortfall-unexplained"])
    assert window.workspace.table.current().output == "o2"
    assert not window.status.links["excess-unexplained"].isEnabled()


def test_rows_are_added_and_deleted(window: MainWindow):
    to_cell(window, "o2")
    window.menus.actions["add_output"].trigger()
    assert window.menus.actions["undo"].text() == "&Undo: Add output – A 1.1, row 3"
    press("3 seminars")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    texts = [output.planned_text for output in window.project.report.children("ea1")]
    assert texts[2] == "3 seminars"
    window.menus.actions["delete_output"].trigger()
    assert len(window.project.report.children("ea1")) == 4
    window.menus.actions["undo"].trigger()
    assert len(window.project.report.children("ea1")) == 5


def test_a_figure_is_added_to_an_output_and_deleted(window: MainWindow):
    to_cell(window, "o2")
    assert not window.menus.actions["delete_figure"].isEnabled()
    window.menus.actions["add_figure"].trigger()
    press("4", Qt.Key.Key_Return)
    assert [c.completed for c in window.project.report.output("o2").components] == ["6", "4"]
    to_cell(window, "o2", window.project.report.output("o2").components[1].id)
    window.menus.actions["delete_figure"].trigger()
    assert [c.completed for c in window.project.report.output("o2").components] == ["6"]


def test_an_output_moves_up_and_down(window: MainWindow):
    to_cell(window, "o2")
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert [output.id for output in window.project.report.children("ea1")] == ["o2", "o1", "o3", "o4"]
    assert window.workspace.table.current().output == "o2"
    press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert [output.id for output in window.project.report.children("ea1")] == ["o1", "o2", "o3", "o4"]


def test_the_front_matter_is_a_form(window: MainWindow):
    window.workspace.choose_node(FRONT)
    page = window.workspace.centre._pages[FRONT]
    field = page.fields["symbol"]
    field.setFocus()
    field.selectAll()
    press("A/73/1", Qt.Key.Key_Tab)
    assert window.project.report.info.symbol == "A/73/1"
    assert window.windowTitle().startswith("A/73/1 – ")
    window.menus.actions["undo"].trigger()
    assert field.text() == "A/72/701/Add.1"


def test_abbreviations_are_added_and_deleted(window: MainWindow, qtbot: QtBot):
    window.workspace.choose_node(ABBREVIATIONS)
    page = window.workspace.centre._pages[ABBREVIATIONS]
    click(page.add)
    press("ACABQ", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.short for each in window.project.report.info.abbreviations] == ["ACABQ"])
    assert window.workspace.model.title(ABBREVIATIONS) == "Abbreviations (1)"
    page.table.selectRow(0)
    click(page.remove)
    assert window.project.report.info.abbreviations == ()


def test_a_small_window_folds_the_inspector_to_a_rail(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file(), 1024, 700)
    place = window.workspace
    assert window.width() == 1024
    assert place.side.rail.isVisible()
    assert not place.inspector.isVisible()
    click(place.side.rail._buttons["findings"])
    assert place.inspector.isVisible()
    assert place.inspector.geometry().right() < place.side.rail.geometry().left()
    press(Qt.Key.Key_Escape)
    assert not place.inspector.isVisible()
    window.resize(1440, 900)
    assert place.inspector.isVisible()
    assert not place.side.rail.isVisible()


def test_every_control_has_an_accessible_name(window: MainWindow):
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

    for node in ("ea1", FRONT, ABBREVIATIONS):
        window.workspace.choose_node(node)
        QApplication.processEvents()
        for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
            for widget in window.findChildren(kind):
                if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    named = widget.accessibleName() or getattr(widget, "text", str)()
                    assert named, f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}"


def test_an_arabic_report_runs_right_to_left_in_the_centre_only(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file("ar.rbb", small_report("ar")))
    assert window.workspace.centre.header.isRightToLeft()
    assert window.workspace.table.isRightToLeft()
    assert not window.workspace.outline.isRightToLeft()
