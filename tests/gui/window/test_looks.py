"""What a window looks like beside its design: what stands where, and what says what."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication, QDateEdit, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.look.tokens import DARK, LIGHT, Palette
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.findings_delegate import Link
from rbb_editor.gui.panels.history import HistoryPanel
from rbb_editor.gui.table.columns import Field
from rbb_editor.project.sample import make_sample
from tests.formats.text_reports import table
from tests.gui.conftest import press
from tests.gui.every_window import TORN
from tests.gui.window.conftest import dialog_of, open_dialogs

GROUNDS = ("chrome", "surface", "sel")
WORDS = ("text", "text2", "text3", "accent", "met", "exceeded", "shortfall", "unclear", "check", "inserted", "deleted")


def _light(colour: str) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_colour_of_words_can_be_read(palette: Palette, ground: str):
    for words in WORDS:
        assert contrast(getattr(palette, words), getattr(palette, ground)) >= 4.5, words


def middle(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, widget.rect().center()).y()


def test_the_search_stands_level_with_the_chips(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]):
    window = open_window(make_file())
    header = window.workspace.centre.header
    assert abs(middle(header.search, window) - middle(header.chips.more, window)) <= 1


@pytest.mark.parametrize(("width", "hint"), [(1440, "Search this table"), (880, "Search")])
def test_the_hint_of_the_search_is_as_long_as_there_is_room(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], width: int, hint: str
):
    window = open_window(make_file(), width, 700)
    assert window.workspace.centre.header.search.placeholderText() == hint


def test_the_keys_of_a_menu_stand_apart_from_its_words(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file())
    menu = window.menuBar().actions()[1].menu()
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    metrics = QFontMetrics(menu.font())
    words = max(metrics.horizontalAdvance(action.text().replace("&", "")) for action in menu.actions())
    keys = max(metrics.horizontalAdvance(action.shortcut().toString()) for action in menu.actions())
    assert menu.width() >= words + keys + 2 * 16 + 32
    menu.close()


def test_the_status_bar_says_which_cell_is_typed_into(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file())
    place = window.workspace
    place.step(1)
    cell = place.table.current()
    place.edit_cell(cell.output, cell.component, Field.REMARKS)
    number = place.project.report.number_of(place.project.report.output(cell.output))
    assert window.status.editing.text() == f"Editing: Remarks, row {number}"
    assert window.status.editing.isVisible()
    press(Qt.Key.Key_Escape)
    assert not window.status.editing.isVisible()
    assert window.status.document.isVisible()


def test_a_finding_without_a_reason_leads_to_giving_it(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file())
    place = window.workspace
    place.side.reveal("findings")
    place.step(1)
    place.showing.now()
    cards = place.findings.list
    said = {
        cards.model().items[row].finding.rule: cards.delegate.link_words(Link.GO, cards.model().index(row))
        for row in range(cards.model().rowCount())
        if hasattr(cards.model().items[row], "finding")
    }
    assert said["shortfall-unexplained"] == "Give the reason"
    assert set(said.values()) <= {"Give the reason", "Go to"}


def test_from_the_history_one_can_compare_with_an_earlier_state(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    window = open_window(make_file())
    window.workspace.side.reveal("history")
    window.workspace.showing.now()
    panel = window.workspace.review.history
    assert isinstance(panel, HistoryPanel)
    panel.compare.click()
    qtbot.waitUntil(lambda: window.workspace.paging is not None and window.workspace.paging.open)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_a_list_without_abbreviations_says_so(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]):
    window = open_window(make_file())
    window.workspace.choose_node("abbreviations")
    page = window.workspace.centre.page
    empty = page.table.viewport().grab().toImage()
    ground = QColor(empty.pixel(1, empty.height() - 2))
    inked = sum(QColor(empty.pixel(x, y)) != ground for x in range(0, empty.width(), 2) for y in range(40, 140))
    assert inked > 200


def test_the_tabs_begin_above_what_the_pages_say(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file())
    place = window.workspace
    place.side.reveal("details")
    place.showing.now()
    bar, heading = place.inspector.bar, place.details.heading
    words = bar.tabRect(0).left() + 7  # its padding and margin
    assert abs(bar.mapTo(window, QPoint(words, 0)).x() - heading.mapTo(window, QPoint(0, 0)).x()) <= 1


def test_days_of_rest_are_not_red_in_any_calendar(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    window = open_window(make_file())
    window.menus.actions["page_changes"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    calendars = [field.calendarWidget() for field in dialog.findChildren(QDateEdit)]
    assert calendars
    for calendar in calendars:
        rest = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
        assert rest == window.theme.colour("text")
    dialog.close()


def test_qts_own_file_dialog_speaks_our_language(open_window: Callable[..., MainWindow]):
    window = open_window()
    window.menus.actions["open"].trigger()
    dialog = window.findChildren(QFileDialog)[-1]
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "Look in:"
    assert dialog.labelText(QFileDialog.DialogLabel.FileType) == "Files of type:"
    dialog.close()


def test_the_head_of_the_table_of_an_import_is_that_of_every_table(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], tmp_path: Path, qtbot: QtBot
):
    window = open_window(make_file())
    source = tmp_path / "torn.txt"
    source.write_text(table(TORN), "utf-8")
    window.transfers.import_path(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)))
    review = dialog_of(ImportReview)
    ours, theirs = window.workspace.table.horizontalHeader(), review.view.result.horizontalHeader()
    assert theirs.viewport().font().pixelSize() == ours.viewport().font().pixelSize() == 12
    review.reject()


def test_repairs_stand_close_below_one_another(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot):
    window = open_window()
    source = tmp_path / "torn.txt"
    source.write_text(table(TORN), "utf-8")
    window.transfers.import_path(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)))
    review = dialog_of(ImportReview)
    QApplication.processEvents()
    notes = review.notes
    for at in range(3):
        note = notes.topLevelItem(1).child(at)
        lines = notes.itemDelegate()._lines(notes.indexFromItem(note))
        assert notes.visualItemRect(note).height() == 12 + 18 * len(lines)
    review.reject()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_arrow_of_more_filters_stands_behind_the_word(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], language: str
):
    window = open_window(make_file("a.rbb", make_sample(12, language)))
    chips = window.workspace.centre.header.chips
    assert chips.isRightToLeft() is (language == "ar")
    assert chips.more.isRightToLeft() is not chips.isRightToLeft()  # Qt puts an icon where a button begins


def test_a_narrow_window_says_less_in_its_status_bar_and_nothing_is_cut(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file(), 1440, 700)
    status = window.status
    words = {rule: link.text() for rule, link in status.links.items()}
    assert "·" in status.amount.text()
    shorter: list[str] = []
    for width in range(1440, 799, -20):
        window.resize(width, 700)
        QApplication.processEvents()
        shown = [each for each in status.children() if isinstance(each, QWidget) and each.isVisible()]
        assert all(each.geometry().right() < width for each in shown), width
        state = status.amount.text() * status.amount.isVisible() + "".join(map(QPushButton.text, status.links.values()))
        if state not in shorter:
            shorter.append(state)
    assert len(shorter) > 1
    assert all(link.accessibleName() == words[rule] for rule, link in status.links.items())
    window.resize(1440, 700)
    assert {rule: link.text() for rule, link in status.links.items()} == words


def test_the_folded_inspector_shows_how_bad_the_findings_are(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file(), 1024, 700)
    place = window.workspace
    place.step(1)
    place.showing.now()
    button = place.side.rail._buttons["findings"]
    assert button.text() != ""
    assert button.palette().buttonText().color() == window.theme.colour("shortfall")


def test_the_comments_say_what_they_are_on(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]):
    window = open_window(make_file("a.rbb", make_sample(30, "en")))
    place = window.workspace
    place.side.reveal("comments")
    report, said = place.project.report, []
    paths = [report.path(output.id) for output in report.outputs()]
    for section in (None, *max(paths, key=len)):
        place.choose_node(section.id if section is not None else REPORT_ID)
        place.showing.now()
        assert place.review.comments is not None
        said.append(place.review.comments._where.text())
    assert said == ["Report", "This department", "This office", "This accomplishment"]
