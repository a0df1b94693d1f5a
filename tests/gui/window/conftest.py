"""A whole window with its own settings and files, driven by keys and clicks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.domain.report import Report
from rbb_editor.gui import jobs
from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs import waiting
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.session import Session
from rbb_editor.project import Project
from tests.gui.conftest import focused, small_report
from tests.gui.window.slow import SlowDisk


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Backups and dictionaries lie in a folder of the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Settings of their own, in English."""
    made = Session(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.put(settings.LANGUAGE, "en")
    made.put(settings.THEME, "light")
    made.put(settings.AUTHOR, "Tester")
    made.put(settings.SPELLING, False)  # whatever this machine has installed
    made.put(settings.FOLDER, str(tmp_path))
    return made


@pytest.fixture
def program(qapp: QApplication, session: Session, tmp_path: Path) -> Iterator[Program]:
    """The program without a window; every window it opens is closed at the end."""
    made = Program(qapp, session, tmp_path / "data")
    yield made
    for window in tuple(made.windows):
        window.close()
    QApplication.closeAllWindows()
    made._qt_words.speak("en")  # one program a process: a language would stay for the tests that follow
    made.theme.setParent(None)
    made.deleteLater()
    qapp.processEvents()


@pytest.fixture
def make_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a report (by default the small one) into a file that nobody has open."""

    def make(name: str = "small.rbb", report: Report | None = None) -> Path:
        path = tmp_path / name
        Project.create(path, report or small_report(), author="Tester").close()
        return path

    return make


@pytest.fixture
def open_window(program: Program, qtbot: QtBot) -> Callable[..., MainWindow]:
    """A shown window, with a file open where one is given (`read_only` if asked), the whole of it checked."""

    def open_(path: Path | None = None, width: int = 1440, height: int = 900, *, read_only: bool = False) -> MainWindow:
        window = program.new_window()
        window.resize(width, height)
        if path is not None and read_only:
            window.show_project(Project.open(path, author="Tester", read_only=True))
        elif path is not None:
            window.files.take(path)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        if window.project is not None:
            checker = window.project.checker
            qtbot.waitUntil(lambda: checker.complete)
        return window

    return open_


@pytest.fixture
def window(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    """A window with the small report."""
    return open_window(make_file())


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    """A slow disk, whose users are shown at once how far it is."""
    made = SlowDisk()
    for module in (jobs, waiting):
        monkeypatch.setattr(module, "PATIENCE", 1)
    yield made
    made.end()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Clicks a widget, in its middle or at a point of it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center())


def dialog_of(kind: type[QWidget]) -> QWidget:
    """The open dialog of a kind."""
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    assert len(found) == 1, [type(each).__name__ for each in QApplication.topLevelWidgets() if each.isVisible()]
    return found[0]


def open_dialogs(kind: type[QWidget]) -> list[QWidget]:
    """All open dialogs of a kind."""
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def shortcut(window: MainWindow, id: str) -> None:
    """Presses the keys of an action, where the keyboard is."""
    QTest.keySequence(focused(), window.menus.actions[id].shortcut())
    QApplication.processEvents()


def of_kind(window: MainWindow, kind: type) -> list:
    """All entities of a kind in the report."""
    return [entity for entity in window.project.report.entities() if isinstance(entity, kind)]


def to_cell(window: MainWindow, output: str, component: str | None = None, field: str = "completed") -> None:
    """The keyboard on a cell of the table."""
    window.workspace.show_cell(output, component, field)


def words_in(widget: QWidget) -> str:
    """The words of all labels that are shown in a widget."""
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def button(widget: QWidget, text: str):
    """The button with some words in a widget."""
    QApplication.processEvents()  # what was just added is shown
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible())


def answer(path: Path) -> None:
    """Chooses a file in the open file dialog."""
    dialog = dialog_of(QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def said() -> str:
    """What the open message says."""
    return dialog_of(QMessageBox).text()


def press_button(words: str) -> None:
    """Presses a button of the open message."""
    box = dialog_of(QMessageBox)
    click(next(button for button in box.buttons() if button.text() == words))
