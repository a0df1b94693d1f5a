"""What the tests of the window share: Qt without a screen, the look, a small report in a file, a table to show it."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Component
from rbb_editor.domain.report import Report
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.table.view import TableView
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from tests.made_up import outcomes_report

small_report = outcomes_report


@pytest.fixture(scope="module", autouse=True)
def old_garbage() -> Iterator[None]:
    """What outlived some tests of a module goes at its end."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def garbage_of_a_test() -> Iterator[None]:
    """Collected in Qt's thread, as `rbb_editor.gui.garbage` does: on a worker thread it ends the whole run.

    Not left to Python again afterwards: a worker thread may outlive the test.
    """
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look on the one application of the test run."""
    return Theme(qapp, dark=False)


@pytest.fixture
def open_project(tmp_path: Path) -> Iterator[Callable[[Report], Project]]:
    """Puts a report into a real file and opens it; closed at the end of the test."""
    opened: list[Project] = []

    def make(report: Report) -> Project:
        project = Project.create(tmp_path / f"report{len(opened)}.rbb", report, author="Tester")
        project.checker.run()
        opened.append(project)
        return project

    yield make
    for project in opened:
        project.close()


@pytest.fixture
def project(open_project: Callable[[Report], Project]) -> Project:
    """The small report in a file."""
    return open_project(small_report())


@pytest.fixture
def show_table(qtbot: QtBot, theme: Theme) -> Callable[[Project], TableView]:
    """Shows a project in a table that hears of every change, as in the window, with the keyboard's focus."""

    def show(project: Project, width: int = 900, height: int = 700) -> TableView:
        view = TableView(project, Translator(), theme)
        project.subscribe(lambda happened: view.refresh(happened.ids()))
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        return view

    return show


@pytest.fixture
def table(show_table: Callable[[Project], TableView], project: Project) -> TableView:
    """The first accomplishment of the small report in a table."""
    view = show_table(project)
    view.set_scope("ea1")
    return view


def focused() -> QWidget:
    """The widget that gets the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys, or types Latin text, where the focus is."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(focused(), letter)
        else:
            QTest.keyClick(focused(), key, modifier)


def compose(text: str) -> None:
    """Types through an input method: composes `text`, then commits it."""
    QApplication.sendEvent(focused(), QInputMethodEvent(text, []))
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(focused(), done)


def place(view: TableView) -> tuple[str, str, str]:
    """Where the keyboard is in the table: output, component, field."""
    current = view.current()
    assert current is not None
    return current.output, current.component, current.field


def figure(project: Project, id: str, at: int = 0) -> Component:
    """A figure of an output."""
    return project.report.output(id).components[at]
