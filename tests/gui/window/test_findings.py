"""The findings in the window: the way through them, their list, those of the front matter."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rbb_editor.edits import front
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.findings_model import Role
from rbb_editor.gui.panels.problems import Listed
from rbb_editor.gui.tree.outline import FRONT
from tests.gui.conftest import press
from tests.gui.window.conftest import shortcut


def test_the_way_through_the_problems_says_where_it_begins_again(window: MainWindow):
    window.workspace.show_cell("o1", "o1c0", "completed")
    assert not window.status.currentMessage()
    seen = []
    while not window.status.currentMessage():
        press(Qt.Key.Key_F8)
        seen.append(window.workspace.table.current())
        assert len(seen) < 30
    assert "first one of the report follows" in window.status.currentMessage()
    assert seen[-1] == seen[0]
    window.status.clearMessage()
    press(Qt.Key.Key_F8, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert "last one of the report follows" in window.status.currentMessage()


def test_on_the_front_matter_its_own_findings_come_first(window: MainWindow, qtbot: QtBot):
    project = window.project
    project.do(front.add_abbreviations(project.report, [("UNX", "One"), ("UNX", "Two")]))
    window.workspace.choose_node(FRONT)
    model = window.workspace.findings.model
    qtbot.waitUntil(lambda: str(model.index(0).data()).startswith("Front matter"))
    heads = [
        str(model.index(row).data()) for row in range(model.rowCount()) if model.index(row).data(Role.FINDING) is None
    ]
    assert [head.split("  ")[0] for head in heads] == ["Front matter", "In the report"]
    first = model.index(1).data(Role.FINDING)
    assert first.target == "report"
    others = [
        model.index(row).data(Role.FINDING) for row in range(model.rowCount()) if not model.index(row).data(Role.HERE)
    ]
    assert all(each.target != "report" for each in others if each is not None)


def test_f7_stands_on_a_finding_so_that_enter_goes_to_it(window: MainWindow):
    window.workspace.show_cell("o1", "o1c0", "planned_text")
    shortcut(window, "check")
    cards = window.workspace.findings.list
    assert cards.hasFocus()
    wanted = cards.currentIndex().data(Role.FINDING)
    assert wanted is not None
    press(Qt.Key.Key_Return)
    assert window.workspace.table.current().output == wanted.target
    assert window.workspace.table.hasFocus()


def test_while_the_report_is_checked_its_panel_says_so_within_its_margins(window: MainWindow):
    panel = window.workspace.findings
    panel.show_findings(Listed((), (), False), "ea1", "", 0, complete=False)
    assert panel._empty.text() == "The report is being checked."
    assert panel._empty.margin() == 16
    assert panel._total.text() == ""
