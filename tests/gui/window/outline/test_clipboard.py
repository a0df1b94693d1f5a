"""Sections cut, copied and pasted in the outline."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Level
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.transfer_types import SECTIONS
from rbb_editor.gui.tree.outline import ABBREVIATIONS
from tests.gui.conftest import press
from tests.gui.window.outline.conftest import ids

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_cut_and_paste_brings_the_section_with_its_comments_to_its_new_place(window: MainWindow):
    press(Qt.Key.Key_X, modifier=CONTROL)
    assert "a" not in window.project.report
    window.workspace.choose_node("B")
    window.commands.focus_outline()
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert ids(window, "B") == ["B11", "a"]
    assert [note.id for note in window.project.report.about("letters")] == ["c1", "c2"]
    assert window.workspace.outline.current() == "a"


def test_copy_offers_text_and_a_table_to_other_programs(window: MainWindow):
    press(Qt.Key.Key_C, modifier=CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(SECTIONS)
    assert data.text().startswith("(a) Office of the Postmaster\n1.1 Letters arrive\n40 letters to Member States\t35\t")
    assert "<td" in data.html()


def test_a_section_is_pasted_into_another_window(
    window: MainWindow, open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    press(Qt.Key.Key_C, modifier=CONTROL)
    other = open_window(make_file("other.rbb"))
    other.workspace.choose_node("d")
    other.commands.focus_outline()
    other.menus.actions["paste"].trigger()
    pasted = other.project.report.sections("d")[-1]
    assert (pasted.title, pasted.level) == ("Office of the Postmaster", Level.OFFICE)
    assert len(list(other.project.report.outputs(pasted.id))) == 3
    assert len(list(window.project.report.outputs("a"))) == 3


def test_pasting_without_a_section_or_a_place_for_it_is_said(window: MainWindow):
    QGuiApplication.clipboard().setText("words")
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert "no section on the clipboard" in window.status.currentMessage()
    press(Qt.Key.Key_C, modifier=CONTROL)
    window.workspace.choose_node(ABBREVIATIONS)
    window.commands.focus_outline()
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert "choose the department first" in window.status.currentMessage()


def test_a_clipboard_of_another_version_is_refused_in_a_sentence(window: MainWindow, qtbot: QtBot):
    data = QMimeData()
    data.setData(SECTIONS, b"{}")
    QGuiApplication.clipboard().setMimeData(data)
    before = window.project.report.snapshot()
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert window.project.report == before
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()
