"""No-break spaces, which French and Russian figures have, stay where an editor was open."""

import gc

from PySide6.QtCore import Qt

from rbb_editor.edits import front, outputs
from rbb_editor.gui.clipped import clipped
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.tree.outline import FRONT
from tests.gui.conftest import press

CONTROL = Qt.KeyboardModifier.ControlModifier
REMARK = "36\u00a0cases (45\u00a0%) were closed"


def test_an_editor_of_long_text_leaves_them(window: MainWindow):
    output = next(window.project.report.outputs())
    component = output.components[0].id
    window.do(outputs.set_remarks(window.project.report, output.id, component, REMARK))
    steps = len(window.project.history())
    window.workspace.edit_cell(output.id, component, "remarks")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert len(window.project.history()) == steps
    window.workspace.edit_cell(output.id, component, "remarks")
    press(".")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project.report.output(output.id).components[0].remarks == f"{REMARK}."


def test_the_front_matter_leaves_them(window: MainWindow):
    window.do(front.set_info(window.project.report, title="For 2016\u00a0and 2017", summary=f"{REMARK}\nAnd more."))
    steps = len(window.project.history())
    window.workspace.choose_node(FRONT)
    fields = window.workspace.centre.page.fields
    for name in ("title", "summary"):
        fields[name].setFocus()
        press(Qt.Key.Key_Tab)
    assert len(window.project.history()) == steps
    fields["summary"].setFocus()
    press("!", Qt.Key.Key_Tab)
    assert window.project.report.info.summary == f"!{REMARK}\nAnd more."


def test_what_is_copied_out_of_an_editor_keeps_them(window: MainWindow):
    output = next(window.project.report.outputs())
    component = output.components[0].id
    window.do(outputs.set_remarks(window.project.report, output.id, component, f"{REMARK}\nAnd more."))
    window.do(front.set_info(window.project.report, summary=REMARK))
    window.workspace.edit_cell(output.id, component, "remarks")
    press(Qt.Key.Key_A, Qt.Key.Key_C, modifier=CONTROL)
    assert clipped().text() == f"{REMARK}\nAnd more."
    press(Qt.Key.Key_X, modifier=CONTROL)
    assert window.workspace.table.open_editor.editor.text() == ""
    gc.collect()
    press(Qt.Key.Key_V, modifier=CONTROL)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project.report.output(output.id).components[0].remarks == f"{REMARK}\nAnd more."
    window.workspace.choose_node(FRONT)
    window.workspace.centre.page.fields["summary"].setFocus()
    press(Qt.Key.Key_A, Qt.Key.Key_C, modifier=CONTROL)
    assert clipped().text() == REMARK
