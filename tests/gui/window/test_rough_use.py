"""What a hurried user meets: Enter at once, keys held down, Ctrl+Y, folders that are gone, windows that flash."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QStandardPaths, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.domain.text import Text
from rbb_editor.errors import UserError
from rbb_editor.gui import lines
from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.jobs import Job
from rbb_editor.gui.look import fonts
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.problems import Listed
from rbb_editor.gui.session import Recent, Session
from rbb_editor.gui.table.editors.figure import FigureEdit
from rbb_editor.gui.table.standing import Current
from rbb_editor.progress import Progress
from rbb_editor.project import Project
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Shown(QObject):
    """Notes every widget that appears as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt)
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


def test_opening_a_report_shows_one_window_and_nothing_else(
    qapp: QApplication,
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("rbb_editor.gui.jobs.PATIENCE", 60_000)  # however busy the machine is
    shown = Shown()
    qapp.installEventFilter(shown)
    open_window(make_file())
    qapp.removeEventFilter(shown)
    assert shown.kinds == ["MainWindow"]


def selected(window: MainWindow) -> list[tuple[int, int]]:
    return [(index.row(), index.column()) for index in window.workspace.table.selectedIndexes()]


def test_keys_held_down_while_going_to_a_cell_select_that_cell_alone(window: MainWindow):
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F8, modifier=SHIFT)
    assert len(selected(window)) == 1
    window.workspace.show_cell("o2", None, "completed")
    press("10", Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert window.workspace.table.current().output == "o2"
    assert len(selected(window)) == 1
    press(Qt.Key.Key_Tab, modifier=SHIFT)
    assert len(selected(window)) == 1


def test_shift_extends_the_selection_from_where_the_keyboard_is(window: MainWindow):
    table = window.workspace.table
    first = table.visualRect(table.table_model.index(0, 3)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    press(Qt.Key.Key_Down)
    row = table.currentIndex().row()
    press(Qt.Key.Key_Down, modifier=SHIFT)
    assert {at for at, _ in selected(window)} == {row, row + 1}


def test_ctrl_y_makes_a_change_again(window: MainWindow):
    window.workspace.show_cell("o2", None, "completed")
    press("10", Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, modifier=CONTROL)
    press(Qt.Key.Key_Y, modifier=CONTROL)
    assert window.project.report.output("o2").components[0].completed == "10"


@pytest.fixture
def review(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, shared: Path
) -> tuple[MainWindow, ImportReview]:
    """The review of the real addendum."""
    source = tmp_path / "addendum_zh.txt"
    source.write_bytes((shared / "data" / "addendum_zh.txt").read_bytes())
    window = open_window()
    window.files.take(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)), timeout=30_000)
    return window, dialog_of(ImportReview)


def test_enter_in_the_review_imports(review: tuple[MainWindow, ImportReview], qtbot: QtBot):
    window, dialog = review
    assert "1 of 76" in dialog.view.certainty.text()
    press(Qt.Key.Key_F8)
    assert "2 of 76" in dialog.view.certainty.text()
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert not open_dialogs(QFileDialog)
    qtbot.waitUntil(lambda: window.project is not None)
    assert window.project.path.name == "addendum_zh.rbb"


def test_files_are_asked_for_in_a_folder_that_is_there(
    open_window: Callable[..., MainWindow], session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    session.put(settings.FOLDER, str(tmp_path / "gone"))
    home = tmp_path / "home"
    home.mkdir()
    places = {QStandardPaths.StandardLocation.HomeLocation: str(home)}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: places.get(place, str(home / "Documents")))
    open_window().menus.actions["open"].trigger()
    dialog = dialog_of(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.directory().absolutePath()) == home


def test_an_outline_node_takes_no_more_room_than_its_title(window: MainWindow, qtbot: QtBot):
    outline, model = window.workspace.outline, window.workspace.model
    for opened in (False, True):
        outline.setExpanded(model.index_of("d"), opened)
        QApplication.processEvents()
        kept = outline.visualRect(model.index_of("d")).height()
        outline.measure_again()
        QApplication.processEvents()
        assert outline.visualRect(model.index_of("d")).height() == kept


@pytest.mark.parametrize("width", range(150, 260, 7))
def test_a_text_cut_short_fits_in_every_mix_of_scripts(qapp: QApplication, width: int):
    font = fonts.font()
    text = "A planned text that a page break had cut was joined: “…军事行动和支助” and more of it"
    shown = lines.broken(text, font, width, 2)
    assert shown[-1].endswith("…")
    assert max(map(QFontMetricsF(font).horizontalAdvance, shown)) < width + 1


def test_another_language_of_the_interface_keeps_the_cell_and_the_keyboard(
    window: MainWindow, program: Program, session: Session, qtbot: QtBot
):
    window.workspace.show_cell("o3", "o3c1", "remarks")
    session.put(settings.LANGUAGE, "zh")
    program.apply_settings()
    table = window.workspace.table
    assert table.current() == Current("o3", "o3c1", "remarks")
    qtbot.waitUntil(table.hasFocus)


def test_a_job_under_way_can_be_cancelled_after_the_language_changed(
    window: MainWindow, program: Program, session: Session, qtbot: QtBot
):
    pressed = threading.Event()
    job = Job(partial(held, pressed), window)
    window.work.start(job, Text.of("Working"))
    session.put(settings.LANGUAGE, "zh")
    program.apply_settings()
    qtbot.waitUntil(window.work.strip.isVisible)
    click(window.work.strip.cancel)
    with qtbot.waitSignal(job.cancelled):
        pressed.set()
    qtbot.waitUntil(lambda: not window.work.strip.isVisible())


def test_a_job_goes_on_telling_how_far_it_is_after_the_language_changed(
    window: MainWindow, program: Program, session: Session, qtbot: QtBot
):
    ready = threading.Event()
    job = Job(partial(held, ready), window)
    window.work.start(job, Text.of("Working"))
    session.put(settings.LANGUAGE, "zh")
    program.apply_settings()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    job.progressed.emit(1, 4)
    qtbot.waitUntil(lambda: window.work.strip.bar.value() == 250)
    with qtbot.waitSignal(job.finished):
        ready.set()


def test_of_two_jobs_the_one_still_under_way_keeps_its_progress_and_its_cancel(window: MainWindow, qtbot: QtBot):
    first, second = threading.Event(), threading.Event()
    long, short = Job(partial(held, first), window), Job(partial(held, second), window)
    window.work.start(long, Text.of("Reading"))
    window.work.start(short, Text.of("Writing"))
    strip = window.work.strip
    qtbot.waitUntil(strip.isVisible)
    assert strip.label.toolTip() == "Writing"
    with qtbot.waitSignal(short.finished):
        second.set()
    assert strip.isVisible()
    assert strip.label.toolTip() == "Reading"
    click(strip.cancel)
    with qtbot.waitSignal(long.cancelled):
        first.set()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_all_who_wait_for_a_job_hear_of_its_end_before_it_is_taken_away(window: MainWindow, qtbot: QtBot):
    ready, gone = threading.Event(), threading.Event()
    job = Job(partial(held, ready), window)
    job.destroyed.connect(gone.set)
    window.work.start(job, Text.of("Working"))
    job.finished.connect(lambda _: gone.wait(0.1), Qt.ConnectionType.DirectConnection)  # a thread that is made to wait
    with qtbot.waitSignal(job.finished):
        ready.set()


def held(until: threading.Event, progress: Progress) -> None:
    """Work that ends when it is let, unless it is cancelled."""
    until.wait(60)
    progress(1, 1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_foot_of_the_findings_fits_the_narrowest_inspector(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], session: Session, program: Program,
    language: str,
):  # fmt: skip
    session.put(settings.LANGUAGE, language)
    program.apply_settings()
    window = open_window(make_file())
    findings = window.workspace.findings
    findings.show_findings(Listed((), (), False), "ea1", "", 12_345, complete=True)
    assert findings.minimumSizeHint().width() <= settings.INSPECTOR_WIDTH.least


def test_a_sentence_that_begins_with_a_quoted_arabic_word_runs_as_the_interface_does(qapp: QApplication):
    def ink(runs: Qt.LayoutDirection) -> list[int]:
        image = QImage(300, 24, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        lines.draw(painter, ("معظمها: no number",), QPointF(), 300, 24, right=False, runs=runs)
        painter.end()
        return [sum(255 - image.pixelColor(x, y).value() for y in range(24)) for x in range(300)]

    own, auto = ink(Qt.LayoutDirection.LeftToRight), ink(Qt.LayoutDirection.LayoutDirectionAuto)
    assert own != auto
    assert auto == ink(Qt.LayoutDirection.RightToLeft)


def test_a_full_disk_is_told_once_and_what_was_typed_waits_in_its_field(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    def full(change: object) -> None:
        raise UserError("The disk is full.")

    window.workspace.show_cell("o2", None, "completed")
    monkeypatch.setattr(window.project, "do", full)
    press("8", Qt.Key.Key_Return)
    box = dialog_of(QMessageBox)
    qtbot.waitUntil(box.isActiveWindow)
    assert len(open_dialogs(QMessageBox)) == 1
    press(Qt.Key.Key_Return)
    window.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), FigureEdit))
    assert not open_dialogs(QMessageBox)
    assert window.workspace.table.editing.now.editor.text() == "8"
    monkeypatch.undo()
    press(Qt.Key.Key_Return)
    assert window.project.report.output("o2").components[0].completed == "8"


def test_what_can_never_be_written_goes_to_the_clipboard_and_the_window_can_be_closed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    def gone(change: object) -> None:
        raise UserError("The file was replaced.")

    window.workspace.show_cell("o2", None, "completed")
    before = window.project.report.snapshot()
    project = window.project
    monkeypatch.setattr(project, "do", gone)
    press("8")
    window.close()
    box = dialog_of(QMessageBox)
    assert window.isVisible()
    give_up = next(button for button in box.buttons() if button is not box.escapeButton())
    QTest.mouseClick(give_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace.table.open_editor is None)
    assert QApplication.clipboard().text() == "8"
    assert project.report == before
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_tabs_of_the_inspector_stand_side_by_side_with_their_counts(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], session: Session, program: Program,
    language: str,
):  # fmt: skip
    session.put(settings.LANGUAGE, language)
    program.apply_settings()
    inspector = open_window(make_file()).workspace.inspector
    inspector.show_count("findings", 99)
    inspector.show_count("comments", 12)
    assert inspector.bar.sizeHint().width() <= settings.INSPECTOR_WIDTH.default


def test_a_report_just_opened_keeps_what_is_known_of_it_in_the_list_of_recent_files(
    program: Program, make_file: Callable[..., Path], session: Session
):
    path = make_file()
    session.remember(Recent(str(path), errors=3, warnings=5))
    window = program.new_window()
    window.files.take(path)
    assert not window.project.checker.complete
    known = session.recent_of(path)
    assert (known.errors, known.warnings) == (3, 5)
    assert window.close_project()
    assert session.recent_of(path).outputs == 5


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_file_that_goes_under_the_open_window_is_told_and_the_report_saved_elsewhere(
    window: MainWindow, tmp_path: Path, how: str
):
    path = window.project.path
    before = window.project.report.snapshot()
    if how == "deleted":
        path.unlink()
    else:
        other = tmp_path / "other.rbb"
        other.write_bytes(b"another file")
        other.replace(path)
    window.workspace.show_cell("o2", None, "completed")
    press("12", Qt.Key.Key_Return)
    box = dialog_of(QMessageBox)
    assert "was moved, deleted or replaced, or its drive was removed" in box.text()
    click(next(button for button in box.buttons() if button.text() == "Keep it in the field"))
    now = window.workspace.table.open_editor
    assert now is not None
    assert now.editor.text() == "12"  # what was typed is still there
    assert window.project.report == before
    window.project.save_copy(tmp_path / "copy.rbb")
    now.editor.setText(now.before)
    press(Qt.Key.Key_Escape)
    with Project.open(tmp_path / "copy.rbb", author="Reader") as copy:
        assert copy.report == before
