"""What is remembered, settings without a restart, crashes, and the program as a process."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.gui.actions import ACTIONS, IN_SUBMENUS, MENUS, OUTLINE_MENU, SUBMENUS, TOOLBAR
from rbb_editor.gui.app import Program
from rbb_editor.gui.crash import QUIET, CrashReporter
from rbb_editor.gui.dialogs.about import About
from rbb_editor.gui.dialogs.crash import CrashDialog
from rbb_editor.gui.dialogs.paste_preview import PastePreview
from rbb_editor.gui.dialogs.settings import SettingsDialog
from rbb_editor.gui.dialogs.shortcuts import ShortcutList
from rbb_editor.gui.log import NAME, Log
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.session import Recent, Session
from rbb_editor.gui.tree.outline import FRONT
from rbb_editor.project import Project
from rbb_editor.settings import Setting
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of


def test_a_value_of_another_type_or_outside_its_limits_counts_as_not_stored(tmp_path: Path):
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    store.setValue(settings.OUTLINE_WIDTH.name, "wide")
    store.setValue(settings.THEME.name, "purple")
    store.setValue(settings.RECENT.name, "{not json")
    session = Session(store)
    assert session.get(settings.THEME) == "system"
    assert session.get(settings.OUTLINE_WIDTH) >= settings.OUTLINE_WIDTH.least
    assert session.recent() == []


def test_values_keep_their_type_through_the_file(tmp_path: Path):
    path = str(tmp_path / "s.ini")
    first = Session(QSettings(path, QSettings.Format.IniFormat))
    first.put(settings.OUTLINE_WIDTH, 300)
    first.put(settings.INSPECTOR_SHOWN, False)
    first.put(settings.GEOMETRY, b"\x00\x01geometry")
    first.save()
    second = Session(QSettings(path, QSettings.Format.IniFormat))
    assert second.get(settings.OUTLINE_WIDTH) == 300
    assert second.get(settings.INSPECTOR_SHOWN) is False
    assert second.get(settings.GEOMETRY) == b"\x00\x01geometry"


def test_the_recent_list_is_short_and_holds_each_file_once(session: Session):
    for number in range(14):
        session.remember(Recent(path=f"/reports/{number}.rbb"))
    session.remember(Recent(path="/reports/9.rbb", title="Nine"))
    paths = [entry.path for entry in session.recent()]
    assert len(paths) == settings.RECENT_KEPT
    assert paths[0] == "/reports/9.rbb"
    assert paths.count("/reports/9.rbb") == 1


def test_every_setting_has_a_name_of_its_own():
    names = [each.name for each in vars(settings).values() if isinstance(each, Setting)]
    assert len(names) == len(set(names))


def test_sizes_are_restored(window: MainWindow, open_window: Callable[..., MainWindow], session: Session):
    path = window.project.path
    sizes = window.workspace.splitter.sizes()
    window.workspace.splitter.setSizes([320, sizes[1], sizes[2]])
    wanted = window.workspace.splitter.sizes()[0]
    window.workspace.inspector.choose("details")
    window.close()
    again = open_window(path)
    assert again.workspace.splitter.sizes()[0] == wanted
    assert again.workspace.inspector.key() == "details"


def test_the_inspector_stays_hidden(window: MainWindow, open_window: Callable[..., MainWindow]):
    window.menus.actions["inspector"].trigger()
    assert not window.workspace.inspector.isVisible()
    path = window.project.path
    window.close()
    assert not open_window(path).workspace.inspector.isVisible()


def test_settings_take_effect_at_once(window: MainWindow, program: Program, tmp_path: Path):
    window.workspace.choose_node("ea2")
    window.menus.actions["settings"].trigger()
    dialog = dialog_of(SettingsDialog)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.author.setText("Ms. Ng")
    dialog.typeface.setCurrentIndex(dialog.typeface.findData("DejaVu Sans"))
    dialog.text_size.setCurrentIndex(dialog.text_size.findData(150))
    before = window.workspace.table.rowHeight(0)
    dialog.accept()
    assert program.theme.dark
    assert window.workspace.table.dress.zoom == 1.5
    assert window.workspace.table.rowHeight(0) > before
    assert window.workspace.table.painter.setter.metrics.family == dialog.typeface.currentData()
    assert window.project.author == "Ms. Ng"


def test_the_language_of_the_interface_changes_without_a_restart(
    window: MainWindow, program: Program, session: Session, qtbot: QtBot
):
    window.workspace.choose_node("ea2")
    session.put(settings.LANGUAGE, "zh")
    program.apply_settings()
    assert window.say.language == "zh"
    assert window.menus.actions["undo"].text() != "&Undo"
    assert window.workspace.centre.node == "ea2"
    assert window.workspace.outline.current() == "ea2"
    assert window.project.report.section("ea2").title in window.workspace.centre.header.title.text()
    session.put(settings.LANGUAGE, "en")
    program.apply_settings()
    assert window.menus.actions["undo"].text() == "&Undo"


def test_another_language_keeps_the_filters(window: MainWindow, program: Program, session: Session):
    header = window.workspace.centre.header
    window.menus.actions["changed_today"].trigger()
    header.choose(*header.chosen(), "exceeded")
    header.search.setText("visits")
    chosen, rows = header.chosen(), len(window.workspace.table.table_model.rows)
    session.put(settings.LANGUAGE, "zh")
    program.apply_settings()
    header = window.workspace.centre.header
    assert (header.chosen(), header.search.text()) == (chosen, "visits")
    assert header.since() is not None
    assert len(window.workspace.table.table_model.rows) == rows


def test_another_language_sends_no_comment_and_no_waiver_that_is_being_written(
    window: MainWindow, program: Program, session: Session, qtbot: QtBot
):
    window.workspace.show_cell("o2", "o2c0", "remarks")
    window.workspace.review.waive_here()
    press("Agreed wi")
    window.workspace.review.comment_here()
    press("Which on")
    before = window.project.report.snapshot()
    session.put(settings.LANGUAGE, "zh")
    program.apply_settings()
    assert window.say.language == "zh"
    assert window.project.report == before
    assert window.workspace.findings.form.reason.words() == "Agreed wi"
    QTest.keySequence(window, window.menus.actions["comments"].shortcut())
    review = window.workspace.review
    qtbot.waitUntil(lambda: review.comments is not None and review.comments.new.words() == "Which on")


def test_another_language_keeps_a_date_that_cannot_be_read_yet_in_its_field(
    window: MainWindow, program: Program, session: Session
):
    window.workspace.choose_node(FRONT)
    window.workspace.centre.page.fields["period_start"].setFocus()
    press("1 July of")
    session.put(settings.LANGUAGE, "zh")
    program.apply_settings()
    assert window.say.language == "zh"
    assert window.workspace.centre.page.fields["period_start"].words == "1 July of"


def test_another_language_waits_for_the_answer_to_an_open_dialog(
    window: MainWindow, program: Program, session: Session, qtbot: QtBot
):
    """The language can be changed in one window while another asks what to paste."""
    window.workspace.choose_node("ea1")
    window.workspace.table.setFocus()
    window.workspace.table.show_cell("o4", None, "planned_text")
    QGuiApplication.clipboard().setText("1 report to the Assembly\t1\tIssued.\n3 seminars\t2\tTwo were held.\n")
    press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    asking = dialog_of(PastePreview)
    session.put(settings.LANGUAGE, "zh")
    program.apply_settings()
    assert window.menus.actions["undo"].text() == "&Undo", "the language changed under the question"
    click(next(each for each in asking.findChildren(QPushButton) if each.property("primary")))
    qtbot.waitUntil(lambda: window.say.language == "zh")
    texts = [each.planned_text for each in window.project.report.children("ea1")]
    assert "3 seminars" in texts
    assert window.menus.actions["undo"].text() != "&Undo"


def test_a_crash_is_told_in_a_sentence_and_not_again_at_once(window: MainWindow, program: Program, tmp_path: Path):
    now = [0.0]
    reporter = CrashReporter(Log(tmp_path), clock=lambda: now[0])
    told: list[str] = []
    reporter.crashed.connect(told.append)
    reporter.crashed.connect(program._crashed)
    for moment in (0.0, 1.0, QUIET - 1, QUIET + 1):
        now[0] = moment
        _fail(reporter)
        if moment == 0.0:
            dialog = dialog_of(CrashDialog)
            click(dialog.copy)
            dialog.close()
    assert len(told) == 2
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert "RBB Editor" in QGuiApplication.clipboard().text().splitlines()[0]
    dialog_of(CrashDialog).close()
    assert (tmp_path / NAME).read_text("utf-8").count("ERROR crash") == 4


def test_a_bug_while_the_first_report_opens_leaves_a_window(
    program: Program, make_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    window = program.new_window()
    monkeypatch.setattr(Project, "open", broken)
    with pytest.raises(RuntimeError):
        program._open_first(window, [make_file()])
    assert window.isVisible()
    assert window.project is None


def _fail(reporter: CrashReporter) -> None:
    try:
        _ = 1 // 0
    except ZeroDivisionError as error:
        reporter.report(type(error), error, error.__traceback__)


def test_about_and_the_list_of_shortcuts(window: MainWindow):
    window.menus.actions["about"].trigger()
    dialog_of(About).close()
    window.menus.actions["keys"].trigger()
    dialog_of(ShortcutList).close()
    window.menus.actions["diagnostic"].trigger()
    assert QGuiApplication.clipboard().text().startswith("RBB Editor ")


def test_every_action_is_in_a_menu_and_no_two_share_a_key(window: MainWindow):
    listed = {id for _, ids in MENUS for id in ids if id is not None}
    ids = {action.id for action in ACTIONS}
    within = {id for part in IN_SUBMENUS.values() for id in part if id is not None}
    assert ids == (listed - SUBMENUS.keys()) | within
    assert {id for part in (*TOOLBAR, OUTLINE_MENU) for id in part if id is not None} <= ids
    keys = [key.toString() for action in window.menus.actions.values() for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_every_menu_entry_has_a_mnemonic_of_its_own(window: MainWindow):
    for title, ids in MENUS:
        texts = [window.menus.actions[id].text() for id in ids if id in window.menus.actions]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), f"{title}: {letters}"
        assert len(letters) == len(texts)


PROGRAM = """
import sys
LATER = {"openpyxl", "docx", "lxml", "rbb_editor.gui.table.editing", "rbb_editor.gui.replace", "rbb_editor.gui.page",
         "rbb_editor.gui.overview"}
from pathlib import Path
from PySide6.QtCore import QTimer, QStandardPaths
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
QStandardPaths.setTestModeEnabled(True)
from rbb_editor.gui import app
def look():
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
    print(window.windowTitle(), window.isVisible(), sorted(LATER & set(sys.modules)))
    window.close()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, look))
sys.exit(app.run([Path(sys.argv[1])]))
"""


def test_the_program_starts_with_a_report_without_loading_office_libraries(
    make_file: Callable[..., Path], tmp_path: Path
):
    import os

    path = make_file()
    root = Path(__file__).resolve().parents[3]
    # QTimer before QApplication needs an event dispatcher: the program is wrapped, as its tests are
    wrapped = PROGRAM.replace("QTimer.singleShot(0, lambda: QTimer.singleShot(0, look))", HOOK)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", wrapped, str(path)],
        capture_output=True, text=True, cwd=root, timeout=60, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "A/72/701/Add.1 – small.rbb[*] – RBB Editor True []"


HOOK = """
started = app.Program.start
def start(self, paths):
    started(self, paths)
    QTimer.singleShot(200, look)
app.Program.start = start
"""


def test_another_language_leaves_nothing_of_the_one_before(window: MainWindow, program: Program, session: Session):
    """Menus, actions, toolbar and status bar of a language that is left are gone: they would add up in a long day."""
    counts = []
    for language in ("zh", "en", "zh", "en"):
        session.put(settings.LANGUAGE, language)
        program.apply_settings()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        counts.append((len(window.findChildren(QWidget)), len(window.findChildren(QAction))))
    assert counts[1] == counts[3]
    assert counts[0] == counts[2]


def test_the_history_has_a_width_of_its_own_and_each_is_kept(
    window: MainWindow, open_window: Callable[..., MainWindow], session: Session, qtbot: QtBot
):
    place = window.workspace
    narrow = place.inspector.width()
    place.side.reveal("history")
    assert place.inspector.width() >= settings.HISTORY_WIDTH.default > narrow
    place.side.reveal("details")
    assert place.inspector.width() == narrow
    place.side.reveal("history")
    outline, centre, wide = place.splitter.sizes()
    place.splitter.setSizes([outline, centre - 40, wide + 40])
    place.side.reveal("findings")
    assert place.inspector.width() == narrow
    window.close()
    assert session.get(settings.HISTORY_WIDTH) == wide + 40
    assert session.get(settings.INSPECTOR_WIDTH) == narrow


def test_a_page_that_was_turned_to_out_of_sight_has_its_own_width(window: MainWindow, session: Session, qtbot: QtBot):
    place = window.workspace
    narrow, wide = place.inspector.width(), settings.HISTORY_WIDTH.default
    for page, width in (("history", wide), ("findings", narrow)):
        place.side.toggle()
        qtbot.waitUntil(lambda: place.splitter.sizes()[2] == 0)
        place.side.reveal(page)
        qtbot.waitUntil(lambda width=width: place.inspector.width() == width)
    window.menus.actions["replace"].trigger()
    qtbot.waitUntil(lambda: place.splitter.sizes()[2] == 0)
    place.inspector.choose("history")
    place.uncover()
    qtbot.waitUntil(lambda: place.inspector.width() == wide)
    window.close()
    assert session.get(settings.HISTORY_WIDTH) == wide
    assert session.get(settings.INSPECTOR_WIDTH) == narrow


def test_a_wide_history_leaves_the_table_its_room(open_window: Callable[..., MainWindow], make_file, qtbot: QtBot):
    window = open_window(make_file(), width=1200)
    before = window.workspace.centre.width()
    window.workspace.side.reveal("history")
    assert window.workspace.centre.width() >= min(560, before)
