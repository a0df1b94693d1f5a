"""After a crash: the reports are open again, and the words that were being typed are in their field."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.domain.entities import Abbreviation, Comment, Waiver
from rbb_editor.gui.app import Program
from rbb_editor.gui.drafts import Draft, from_json, to_json
from rbb_editor.gui.files import Files
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.begun import Line, Title
from rbb_editor.gui.session import Session
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from rbb_editor.gui.unfinished import Unfinished
from tests import made_up
from tests.gui.conftest import press
from tests.gui.window.conftest import click


@pytest.fixture
def start(qapp: QApplication, session: Session, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Starts a program with the same settings, as after the end of another."""
    started: list[Program] = []

    def begin(*paths: Path) -> MainWindow:
        program = Program(qapp, session, tmp_path / "data")
        started.append(program)
        window = program.new_window()
        program._open_first(window, paths)
        return window

    yield begin
    for program in started:
        for window in tuple(program.windows):
            window.close()
        program.theme.setParent(None)
        program.deleteLater()
    qapp.processEvents()


def test_what_was_open_is_open_again_with_the_words_in_their_field(
    session: Session, make_file: Callable[..., Path], start: Callable[..., MainWindow], qtbot: QtBot
):
    path, other = make_file(), make_file("other.rbb")
    left = Unfinished(session)  # as the program that crashed left it
    left.opened(path)
    left.opened(other)
    left.typing(path, Draft("o2", "o2c0", "remarks", "6 visits were made, of which two"))
    window = start()
    program = window.program
    assert [each.project.path for each in program.windows] == [path, other]
    assert window.status.currentMessage().startswith("RBB Editor ended unexpectedly")
    assert not window.status.saved.isVisible()  # in whose place that stands
    window.status.clearMessage()
    assert window.status.saved.isVisible()
    window.status.showMessage("A word about this report", 15_000)
    window.status.set_open(True)
    assert (window.status.currentMessage(), window.status.saved.isVisible()) == ("", True)
    now = window.workspace.table.open_editor
    assert now is not None
    assert (now.output, now.editor.text()) == ("o2", "6 visits were made, of which two")
    window.activateWindow()
    qtbot.waitUntil(now.editor.hasFocus)
    press(" failed")  # goes on where the words ended
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.project.report.output("o2").components[0].remarks == "6 visits were made, of which two failed"


def test_a_program_that_is_ended_while_it_opens_what_was_open_keeps_the_words_for_the_next_start(
    session: Session,
    make_file: Callable[..., Path],
    start: Callable[..., MainWindow],
    monkeypatch: pytest.MonkeyPatch,
):
    path = make_file()
    left = Unfinished(session)
    left.opened(path)
    left.typing(path, Draft("o2", "o2c0", "remarks", "6 visits were made, of which two"))

    def ended(_files: Files, _path: Path) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Files, "open_again", ended)
        with pytest.raises(KeyboardInterrupt):
            start()
    window = start()
    assert window.project is None
    assert QGuiApplication.clipboard().text() == "6 visits were made, of which two"
    assert "on the clipboard" in window.status.currentMessage()
    assert _stored(session) == ""


def test_the_file_that_is_asked_for_stands_before_what_was_open(
    session: Session, make_file: Callable[..., Path], start: Callable[..., MainWindow], qtbot: QtBot
):
    path, asked = make_file(), make_file("asked.rbb")
    Unfinished(session).opened(path)
    program = start(asked).program
    holder = program.window_of(asked)
    assert [each.project.path for each in program.windows] == [path, asked]
    qtbot.waitUntil(holder.isActiveWindow)


def test_what_is_being_typed_is_kept_and_forgotten_when_it_is_done(window: MainWindow, session: Session, qtbot: QtBot):
    window.workspace.show_cell("o2", None, "completed")
    press("12")
    qtbot.waitUntil(lambda: '"12"' in _stored(session), timeout=8_000)
    press(Qt.Key.Key_Return)
    assert _stored(session) == ""


def test_what_is_typed_into_the_front_matter_is_kept_and_in_its_field_again(
    window: MainWindow, session: Session, start: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
):
    window.workspace.choose_node(FRONT)
    window.workspace.centre.page.fields["summary"].setFocus()
    press("Work went on")
    qtbot.waitUntil(lambda: "Work went on" in _stored(session), timeout=8_000)
    shutil.copy(window.project.path, tmp_path / "left.rbb")  # as a program that is killed leaves it
    left = _stored(session).replace("small.rbb", "left.rbb")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _stored(session) == "", timeout=8_000)
    window.close()
    session.put(settings.DRAFT, left)
    Unfinished(session).opened(tmp_path / "left.rbb")
    again = start()
    assert again.workspace.centre.node == FRONT
    assert again.workspace.centre.page.typed() == {"summary": "Work went on"}
    assert again.workspace.finish()
    assert again.project.report.info.summary == "Work went on"


def killed(window: MainWindow, path: Path) -> None:
    """The file and the settings as a program that is killed leaves them now, under another name."""
    shutil.copy(window.project.path, path)
    drafts = from_json(_stored(window.program.session))
    drafts[str(path)] = drafts.pop(str(window.project.path))
    window.close()
    window.program.session.put(settings.DRAFT, to_json(drafts))
    Unfinished(window.program.session).opened(path)


def test_a_comment_an_answer_and_a_cell_that_are_being_typed_are_there_again(
    window: MainWindow, session: Session, start: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
):
    window.workspace.show_cell("o1", None, "remarks")
    window.workspace.review.comment_here()
    press("Which towns?", Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    window.workspace.show_cell("o2", None, "remarks")
    window.workspace.review.comment_here()
    press("Since when?")
    (card,) = window.workspace.review.comments.cards
    card.setFocus()
    card.chosen.emit()
    card.answer.setFocus()
    press("All of them")
    window.workspace.show_cell("o1", None, "completed")
    press("12")
    qtbot.waitUntil(lambda: all(each in _stored(session) for each in ("Since when?", "All of them", '"12"')))
    killed(window, tmp_path / "left.rbb")
    assert "Since when?" in _stored(session)
    again = start()
    panel = again.workspace.review
    again.workspace.start()
    qtbot.waitUntil(lambda: panel.comments is not None)
    assert panel.comments.new.words() == "Since when?"
    assert "Remarks" in panel.comments.begun.about.text()
    assert panel.comments.written().answers == {card.said.root.id: "All of them"}
    assert again.workspace.table.open_editor.editor.text() == "12"
    assert again.workspace.finish_all()
    said = [each.text for each in again.project.report.about("o2") if isinstance(each, Comment)]
    assert said == ["Since when?"]


def test_the_reason_of_a_waiver_that_is_being_typed_is_there_again(
    window: MainWindow, session: Session, start: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
):
    window.workspace.show_cell("o2", None, "completed")
    window.workspace.review.waive_here()
    press("Agreed with the desk")
    qtbot.waitUntil(lambda: "Agreed with the desk" in _stored(session), timeout=8_000)
    killed(window, tmp_path / "left.rbb")
    again = start()
    again.workspace.start()
    form = again.workspace.findings.form
    qtbot.waitUntil(form.isVisible)
    assert form.reason.words() == "Agreed with the desk"
    click(form.done)
    waivers = [each.reason for each in again.project.report.about("o2") if isinstance(each, Waiver)]
    assert waivers == ["Agreed with the desk"]
    qtbot.waitUntil(lambda: _stored(session) == "", timeout=8_000)


def test_the_title_that_is_being_typed_in_the_outline_is_there_again(
    window: MainWindow, session: Session, start: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
):
    window.workspace.choose_node("ea1")
    window.workspace.outline.setFocus()
    press(Qt.Key.Key_F2)
    press("Better supp")
    qtbot.waitUntil(lambda: "Better supp" in _stored(session), timeout=8_000)
    left = session.get(settings.DRAFT)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: _stored(session) == "", timeout=8_000)
    session.put(settings.DRAFT, left)
    killed(window, tmp_path / "left.rbb")
    again = start()
    outline = again.workspace.outline
    assert outline.current() == "ea1"
    again.activateWindow()
    qtbot.waitUntil(outline.indexWidget(outline.currentIndex()).hasFocus)
    press("ort")
    qtbot.waitUntil(lambda: "Better support" in _stored(session), timeout=8_000)  # kept again, for a next crash
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.project.report.section("ea1").title == "Better support")


@pytest.mark.parametrize("new", [False, True])
def test_the_abbreviation_that_is_being_typed_is_there_again(
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    session: Session,
    start: Callable[..., MainWindow],
    qtbot: QtBot,
    tmp_path: Path,
    new: bool,
):
    window = open_window(make_file("listed.rbb", made_up.small_report()))
    listed = window.project.report.info.abbreviations
    window.workspace.choose_node(ABBREVIATIONS)
    page = window.workspace.centre.page
    page.table.setFocus()
    if new:
        press(Qt.Key.Key_Insert)
    else:
        page.table.setCurrentIndex(page.model.index(0, 1))
        press(Qt.Key.Key_F2)
    press("United Nat")
    qtbot.waitUntil(lambda: "United Nat" in _stored(session), timeout=8_000)
    left = session.get(settings.DRAFT)
    press(Qt.Key.Key_Escape)
    session.put(settings.DRAFT, left)
    killed(window, tmp_path / "left.rbb")
    again = start()
    page = again.workspace.centre.page
    assert again.workspace.centre.node == ABBREVIATIONS
    again.activateWindow()
    qtbot.waitUntil(page.table.indexWidget(page.table.currentIndex()).hasFocus)
    press("ions", Qt.Key.Key_Return)
    wanted = Abbreviation("United Nations", "") if new else Abbreviation(listed[0].short, "United Nations")
    qtbot.waitUntil(lambda: wanted in again.project.report.info.abbreviations)
    assert len(again.project.report.info.abbreviations) == len(listed) + new


def test_words_whose_place_is_gone_are_on_the_clipboard(
    session: Session, make_file: Callable[..., Path], start: Callable[..., MainWindow]
):
    path = make_file()
    left = Unfinished(session)
    left.opened(path)
    left.typing(path, Draft(title=Title("no such section", "A title"), line=Line("NSA", 1, "no such abbreviation")))
    window = start()
    assert window.project.path == path
    assert QGuiApplication.clipboard().text() == "A title\nno such abbreviation"


def test_words_in_two_windows_are_kept_apart_and_forgotten_when_a_report_is_closed_in_order(
    window: MainWindow,
    make_file: Callable[..., Path],
    open_window: Callable[..., MainWindow],
    session: Session,
    qtbot: QtBot,
):
    other = open_window(make_file("other.rbb"))
    for each, words in ((window, "One"), (other, "Two")):
        with qtbot.waitActive(each):
            each.activateWindow()
        each.workspace.show_cell("o2", None, "remarks")
        each.workspace.review.comment_here()
        press(words)
    qtbot.waitUntil(lambda: len(from_json(_stored(session))) == 2, timeout=8_000)
    other.close()
    (kept,) = from_json(_stored(session)).values()
    assert kept.words() == "One"
    window.close()
    assert _stored(session) == ""


def test_after_an_orderly_end_the_start_page_comes(
    session: Session, make_file: Callable[..., Path], start: Callable[..., MainWindow]
):
    start(make_file()).close()
    assert start().project is None
    assert Unfinished(session).take() == ([], {})


def test_a_report_that_is_gone_is_passed_over(
    session: Session, make_file: Callable[..., Path], start: Callable[..., MainWindow], tmp_path: Path
):
    path = make_file()
    left = Unfinished(session)
    left.opened(tmp_path / "gone.rbb")
    left.typing(path, Draft("no such output", "x", "remarks", "words"))
    left.opened(path)
    window = start(path)
    assert [each.project.path for each in window.program.windows] == [path]
    assert window.workspace.table.open_editor is None
    assert QGuiApplication.clipboard().text() == "words"  # which have no place any more
    assert "on the clipboard" in window.status.currentMessage()


def test_words_of_a_report_that_cannot_be_opened_now_are_not_lost(
    session: Session, start: Callable[..., MainWindow], tmp_path: Path
):
    left = Unfinished(session)
    left.opened(tmp_path / "gone.rbb")
    left.typing(tmp_path / "gone.rbb", Draft(front={"title": "A title", "summary": "Work went on"}))
    window = start()
    assert window.project is None
    assert QGuiApplication.clipboard().text() == "A title\nWork went on"
    assert "on the clipboard" in window.status.currentMessage()


def _stored(session: Session) -> str:
    return session.get(settings.DRAFT)
