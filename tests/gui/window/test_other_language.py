"""Another language of the interface: what is seen stays as it is seen, however often the language changes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.gui.app import Program
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.session import Session
from rbb_editor.project.earlier import AfterStep
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import press

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Speak = Callable[[str], None]


@pytest.fixture
def large(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    return open_window(make_file("large.rbb", make_sample(120, "en")), 1024, 700)


@pytest.fixture
def speak(program: Program, session: Session) -> Speak:
    """Chooses a language, as the settings do."""

    def change(language: str) -> None:
        session.put(settings.LANGUAGE, language)
        program.apply_settings()
        QApplication.processEvents()

    return change


def test_the_rows_stay_selected_and_where_they_are(large: MainWindow, speak: Speak) -> None:
    large.workspace.choose_node(REPORT_ID)
    large.workspace.table.setFocus()
    for _ in range(6):
        press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=SHIFT)
    large.workspace.table.verticalScrollBar().setValue(large.workspace.table.verticalScrollBar().value() - 90)
    large.menus.actions["counts"].trigger()

    def seen() -> tuple[object, ...]:
        table = large.workspace.table
        top = table.rowAt(0)
        return table.current(), table.selection.figures(), top, table.rowViewportPosition(top)

    before = seen()
    assert len(before[1]) > 1
    assert before[2]
    for language in ("zh", "en", "zh", "en"):
        speak(language)
        assert large.say.language == language
        assert seen() == before
        assert large.workspace.outline.nodes.show_outputs


def test_the_overview_stays_as_it_is(large: MainWindow, speak: Speak, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, modifier=CONTROL_ALT)
    qtbot.waitUntil(lambda: not large.workspace.at_a_glance.counting)
    large.workspace.at_a_glance.pane.shares.button(1).click()
    bar = large.workspace.at_a_glance.pane.verticalScrollBar()
    bar.setValue(60)
    assert bar.value() == 60
    for language in ("zh", "en", "zh"):
        speak(language)
        assert large.workspace.view_shown == "overview"
        pane = large.workspace.at_a_glance.pane
        assert pane.shares.checkedId() == 1
        qtbot.waitUntil(lambda: large.workspace.at_a_glance.pane.verticalScrollBar().value() == 60)
        assert large.menus.views.findChild(QPushButton, "overview").isChecked()
    press(Qt.Key.Key_Escape)
    assert large.workspace.view_shown == "edit"


def test_the_pages_stay_where_they_are_and_as_large(large: MainWindow, speak: Speak, qtbot: QtBot) -> None:
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    pane = large.workspace.paging.pane
    qtbot.waitUntil(lambda: pane.pages.complete, timeout=20_000)
    pane.view.set_zoom(1.5)
    pane.view.go_to_page(4)

    def scrolled() -> int:
        return large.workspace.paging.pane.view.verticalScrollBar().value()

    value = scrolled()
    for language in ("zh", "en"):
        speak(language)
        pane = large.workspace.paging.pane
        assert large.workspace.view_shown == "page"
        qtbot.waitUntil(lambda: scrolled() == value, timeout=20_000)
        assert pane.view.zoom == 1.5
        assert pane.view.page == 4


def test_what_pages_are_being_made_for_goes_on(large: MainWindow, speak: Speak, tmp_path: Path, qtbot: QtBot) -> None:
    large.menus.actions["page_view"].trigger()
    paging = large.workspace.paging
    assert paging is not None
    paging.show_changes(AfterStep(large.project.history(1)[0].seq))
    paging.write_pdf(tmp_path / "pages.pdf")
    speak("zh")
    qtbot.waitUntil(lambda: not large.work.going_on, timeout=30_000)
    qtbot.waitUntil(lambda: large.say.language == "zh")
    assert large.workspace.paging is not paging
    assert (tmp_path / "pages.pdf").read_bytes().startswith(b"%PDF")
    assert large.workspace.paging.pane.earlier is not None
