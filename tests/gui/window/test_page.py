"""The page view in the window: opened, turned, zoomed, searched, clicked; written as PDF."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPointF, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLineEdit, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from rbb_editor.domain.text import Text
from rbb_editor.edits import front, outputs
from rbb_editor.gui.dialogs.since import NONE, STEP
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.ask_changes import AskChanges
from rbb_editor.gui.page.pane import PagePane
from rbb_editor.project.earlier import AfterStep
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def large(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    return open_window(make_file("large.rbb", make_sample(80, "en")))


@pytest.fixture
def pane(large: MainWindow, qtbot: QtBot) -> PagePane:
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    shown = large.workspace.paging.pane
    qtbot.waitUntil(lambda: shown.pages.complete)
    qtbot.waitUntil(shown.view.hasFocus)
    return shown


def test_it_opens_by_its_key_at_the_current_row_and_esc_goes_back(large: MainWindow, qtbot: QtBot):
    last = list(large.project.report.outputs())[-1]
    large.workspace.show_cell(last.id, last.components[0].id, "remarks")
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    pane = large.workspace.paging.pane
    qtbot.waitUntil(lambda: pane.pages.complete)
    assert pane.isVisible()
    assert pane.view.page >= len(pane.pages.sheets) - 1
    qtbot.waitUntil(pane.view.hasFocus)
    press(Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert large.workspace.table.hasFocus()
    assert large.workspace.current_output().id == last.id


def test_the_switch_in_the_toolbar_shows_and_changes_the_view(large: MainWindow, qtbot: QtBot):
    edit, page = (large.menus.views.findChild(object, name) for name in ("edit", "page"))
    click(page)
    assert large.workspace.paging.open
    assert page.isChecked()
    click(edit)
    assert not large.workspace.covered
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    assert page.isChecked()
    press(Qt.Key.Key_1, modifier=CONTROL_ALT)
    assert edit.isChecked()


def test_page_keys_turn_and_the_rail_follows(pane: PagePane):
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert pane.view.page == 3
    press(Qt.Key.Key_PageDown, modifier=Qt.KeyboardModifier.ControlModifier)
    assert pane.view.page == 4
    press(Qt.Key.Key_PageUp, modifier=Qt.KeyboardModifier.ControlModifier)
    assert pane.view.page == 3
    assert pane.view.isVisible()
    assert pane.rail.currentIndex().row() == 2
    assert pane.number.text() == f"Page 3 of {len(pane.pages.sheets)}"
    press(Qt.Key.Key_End)
    assert pane.view.page == len(pane.pages.sheets)
    assert not pane.on.isEnabled()
    rect = pane.rail.visualRect(pane.rail.model().index(pane.rail.currentIndex().row() - 1, 0))
    click(pane.rail.viewport(), rect.center())
    assert pane.view.page == len(pane.pages.sheets) - 1


def test_zoom_keeps_the_page(pane: PagePane):
    pane.view.go_to_page(4)
    before = pane.view.shown_zoom()
    click(pane.larger)
    assert pane.view.shown_zoom() > before
    assert pane.view.page == 4
    press(Qt.Key.Key_Minus, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Minus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert pane.view.shown_zoom() < before
    click(pane.zoom)
    assert pane.view.zoom == 0


def test_another_width_keeps_the_place(large: MainWindow, pane: PagePane, qtbot: QtBot):
    pane.view.go_to_page(4)
    press(Qt.Key.Key_PageDown)
    page, scale = pane.view.page, pane.view.scale
    assert page > 4
    large.resize(large.width() - 240, large.height())
    qtbot.waitUntil(lambda: pane.view.scale < scale)
    assert pane.view.page == page
    large.resize(large.width() + 240, large.height())
    qtbot.waitUntil(lambda: pane.view.scale == scale)
    assert pane.view.page == page


def test_a_click_on_a_row_goes_to_its_cell(large: MainWindow, pane: PagePane):
    sheet = pane.pages.sheets[3]
    placed = next(each for each in sheet.placed() if each.spot.field == "remarks")
    pane.view.set_zoom(0.75)
    pane.view.go_to_page(4)
    inside = (placed.rect.topLeft() + QPointF(m.LEFT + 200, m.TOP + 60)) * pane.view.scale
    at = (pane.view._corner(3) + inside).toPoint()
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().value() + max(0, at.y() - 300))
    at = (pane.view._corner(3) + inside).toPoint()
    click(pane.view.viewport(), at)
    place = large.workspace.table.current()
    assert (place.output, place.component, str(place.field)) == (
        placed.spot.target, placed.spot.component, "remarks",
    )  # fmt: skip
    assert not large.workspace.covered


def test_words_are_found_on_the_pages(large: MainWindow, pane: PagePane, qtbot: QtBot):
    press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(pane.search.hasFocus)
    word = next(iter(large.project.report.outputs())).planned_text.split()[1]
    QTest.keyClicks(pane.search, word)
    count = int(pane.found.text().split()[0])
    assert count > 0
    first = pane.view._hit
    press(Qt.Key.Key_F3)
    assert pane.view._hit == (first + 1) % count
    press(Qt.Key.Key_Escape)
    assert pane.search.text() == ""
    assert pane.isVisible()


def test_pages_follow_the_report(large: MainWindow, pane: PagePane, qtbot: QtBot):
    output = next(iter(large.project.report.outputs()))
    large.do(outputs.set_remarks(large.project.report, output.id, output.components[0].id, "Quite another remark"))
    qtbot.waitUntil(
        lambda: any(
            "Quite another remark" in each.paragraph.text for sheet in pane.pages.sheets for each in sheet.placed()
        )
    )


def test_the_outline_leads_to_pages(large: MainWindow, pane: PagePane):
    department = large.project.report.sections()[-1]
    large.workspace.outline.choose(department.id)
    assert pane.view.page == pane.pages.numbers[department.id]
    assert pane.isVisible()


def test_a_pdf_has_all_pages_bookmarks_and_text(large: MainWindow, qtbot: QtBot, tmp_path: Path):
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    large.workspace.paging.write_pdf(tmp_path / "pages.pdf")
    qtbot.waitUntil((tmp_path / "pages.pdf").exists, timeout=20_000)
    pages = large.workspace.paging.pane.pages
    reader = PdfReader(tmp_path / "pages.pdf")
    assert len(reader.pages) == len(pages.sheets)
    titles = [each.title for each in reader.outline if not isinstance(each, list)]
    first = next(iter(pages.headings()))[0]
    assert titles[0] == first.title
    text = "".join(page.extract_text() for page in reader.pages)
    squeezed = "".join(text.split())
    for output in large.project.report.outputs():
        assert "".join(output.planned_text.split())[:20] in squeezed.replace("\u2060", "")


def test_a_pdf_that_cannot_be_written_is_told(
    large: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    told: list[object] = []
    monkeypatch.setattr(large, "tell", lambda text, *rest, **more: told.append(text))
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    large.workspace.paging.write_pdf(tmp_path / "nowhere" / "pages.pdf")
    qtbot.waitUntil(lambda: len(told) == 1, timeout=20_000)


def test_writing_a_pdf_leaves_the_window_usable_and_can_be_stopped(large: MainWindow, qtbot: QtBot, tmp_path: Path):
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    pane, path = large.workspace.paging.pane, tmp_path / "pages.pdf"
    large.workspace.paging.write_pdf(path)
    project = large.project
    project.do(front.set_info(project.report, symbol="A/99/77/Add.5"))  # the work goes on with what was there before
    large.work.strip.show()
    click(large.work.strip.cancel)
    assert "Stopped" in large.status.currentMessage()
    assert not path.exists()
    qtbot.waitUntil(lambda: pane.pages.complete, timeout=20_000)
    large.workspace.paging.write_pdf(path)
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert "/99/77/Add.5" in PdfReader(path).pages[0].extract_text()


class Printer(QPrinter):
    """A printer: whatever it does to a file, nobody knows of that."""

    def outputFileName(self) -> str:  # noqa: N802  (as Qt calls it)
        """None."""
        return ""


def printer_to(path: Path, first: int = 0, last: int = 0, kind: type[QPrinter] = Printer) -> QPrinter:
    """A printer whose paper is a PDF."""
    made = kind(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setFromTo(first, last)
    return made


@pytest.mark.parametrize(("first", "last"), [(0, 0), (2, 3), (2, 999)])
def test_the_pages_that_were_chosen_are_printed(
    large: MainWindow, pane: PagePane, qtbot: QtBot, tmp_path: Path, first: int, last: int
):
    path = tmp_path / "printed.pdf"
    large.workspace.paging.print_on(printer_to(path, first, last))
    qtbot.waitUntil(lambda: "Sent to the printer" in large.status.currentMessage(), timeout=20_000)
    qtbot.waitUntil(lambda: pane.pages.complete, timeout=20_000)
    chosen = pane.pages.sheets[max(first - 1, 0) : last or None]
    pages = PdfReader(path).pages
    assert len(pages) == len(chosen)
    assert f"{chosen[-1].number}/{len(pane.pages.sheets)}" in pages[-1].extract_text()


@pytest.mark.parametrize("as_file", [True, False])
def test_pages_beyond_the_last_one_are_said_to_be_none_and_nothing_is_written(
    large: MainWindow, pane: PagePane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_file: bool
):
    told: list[Text] = []
    monkeypatch.setattr(large, "tell", lambda text, *rest, **more: told.append(text))
    path = tmp_path / "printed.pdf"
    large.workspace.paging.print_on(printer_to(path, 900, 901, QPrinter if as_file else Printer))
    qtbot.waitUntil(lambda: len(told) == 1, timeout=20_000)
    assert f"no page 900: the report ends with page {len(pane.pages.sheets)}" in told[0].in_english()
    assert not path.exists()
    assert "Sent to" not in large.status.currentMessage()


def pressed_for(dialog: QPrintDialog, role: QDialogButtonBox.ButtonRole) -> QAbstractButton:
    """The button of a print dialog with a role; its words are in the language that Qt speaks."""
    (box,) = dialog.findChildren(QDialogButtonBox)
    return next(each for each in box.buttons() if box.buttonRole(each) is role)


@pytest.mark.skipif(sys.platform != "linux", reason="the dialog is the system's own elsewhere")
@pytest.mark.parametrize(("first", "last"), [(0, 0), (2, 3)])
def test_printing_to_a_file_writes_the_pdf_that_is_named_after_the_report(
    large: MainWindow,
    pane: PagePane,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    first: int,
    last: int,
):
    qtbot.waitUntil(lambda: pane.pages.complete, timeout=20_000)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    press(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    (field,) = (each for each in dialog.findChildren(QLineEdit) if each.text().endswith(".pdf"))
    assert Path(field.text()) == large.project.path.with_suffix(".pdf")
    field.setText(str(tmp_path / "printed.pdf"))
    if last:
        click(pressed_for(dialog, QDialogButtonBox.ButtonRole.ResetRole))  # shows the options
        dialog.findChild(QRadioButton, "printRange").setChecked(True)
        for name, number in (("from", first), ("to", last)):
            dialog.findChild(QSpinBox, name).setValue(number)
    click(pressed_for(dialog, QDialogButtonBox.ButtonRole.AcceptRole))
    qtbot.waitUntil((tmp_path / "printed.pdf").exists, timeout=20_000)
    qtbot.waitUntil(lambda: large.written == tmp_path / "printed.pdf")
    read = PdfReader(tmp_path / "printed.pdf")
    assert len(read.pages) == (last - first + 1 if last else len(pane.pages.sheets))
    assert f"{last or len(pane.pages.sheets)}/{len(pane.pages.sheets)}" in read.pages[-1].extract_text()
    assert bool(read.outline)


def test_printing_that_is_stopped_says_that_some_pages_may_come(large: MainWindow, tmp_path: Path):
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    large.workspace.paging.print_on(printer_to(tmp_path / "printed.pdf"))
    large.work.strip.show()
    click(large.work.strip.cancel)
    assert "may still print the first pages" in large.status.currentMessage()
    assert not large.work.going_on


def test_the_rail_is_a_sound_model(pane: PagePane, qtbot: QtBot):
    tester = QAbstractItemModelTester(pane.rail.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    pane.follow()
    pane._set_anew()
    qtbot.waitUntil(lambda: pane.pages.complete, timeout=20_000)
    assert tester.model().rowCount() == len(pane.pages.sheets)


def shown_changes(pane: PagePane) -> list[tuple[str, str]]:
    """Struck out and underlined words in the order of the pages, as they are drawn."""
    found = []
    for sheet in pane.pages.sheets:
        for placed in sheet.placed():
            layout = placed.paragraph._layout
            for part in layout.formats():
                for kind, on in (("gone", part.format.fontStrikeOut()), ("come", part.format.fontUnderline())):
                    if on:
                        words = layout.text()[part.start : part.start + part.length]
                        found.append((kind, words.replace("\u2060", "").replace("\u00a0", " ")))
    return found


def test_changes_are_shown_since_a_step_and_taken_away_again(large: MainWindow, pane: PagePane, qtbot: QtBot):
    project = large.project
    first, second = list(project.report.outputs())[:2]
    planned = second.planned_text
    project.do(outputs.set_remarks(project.report, first.id, first.components[0].id, "Seven visits were paid."))
    step = project.history(1)[0].seq
    project.do(outputs.set_remarks(project.report, first.id, first.components[0].id, "Seven long visits were paid."))
    project.do(outputs.delete_outputs(project.report, [second.id]))
    click(pane.changes)
    dialog = dialog_of(AskChanges)
    dialog.since.choose(STEP)
    steps = [dialog.since.step.itemData(at) for at in range(dialog.since.step.count())]
    dialog.since.step.setCurrentIndex(steps.index(step))
    dialog.accept()
    qtbot.waitUntil(lambda: bool(shown_changes(pane)), timeout=10_000)
    qtbot.waitUntil(lambda: pane.pages.complete)
    changes = shown_changes(pane)
    assert ("come", "long ") in changes
    assert ("gone", planned) in changes
    assert all(kind == "gone" for kind, text in changes if text != "long ")
    marked = [sheet.number for sheet in pane.pages.sheets if list(sheet.bars())]
    assert marked == sorted({pane.pages.page_of(first.id), *marked})
    every = [each for sheet in pane.pages.sheets for each in sheet.placed()]
    struck = next(each for each in every if each.paragraph.text.replace("\u00a0", " ") == planned)
    assert struck.spot.target == ""
    click(pane.changes)
    dialog = dialog_of(AskChanges)
    dialog.since.choose(NONE)
    dialog.accept()
    assert shown_changes(pane) == []


def test_shown_changes_follow_what_is_changed(large: MainWindow, pane: PagePane, qtbot: QtBot):
    project = large.project
    large.workspace.paging.show_changes(AfterStep(project.history(1)[0].seq))
    first = next(project.report.outputs())
    project.do(outputs.set_completed(project.report, first.id, first.components[0].id, "12 345"))
    qtbot.waitUntil(lambda: ("come", "12 345") in shown_changes(pane))


def test_the_symbol_and_notes_are_shown_as_changed(large: MainWindow, pane: PagePane, tmp_path: Path, qtbot: QtBot):
    project = large.project
    before = project.report.info.symbol
    large.workspace.paging.show_changes(AfterStep(project.history(1)[0].seq))
    project.do(front.set_info(project.report, symbol="A/99/77/Add.5"))
    qtbot.waitUntil(lambda: pane.pages.painting is not None and pane.pages.painting._was is not None, timeout=10_000)
    qtbot.waitUntil(lambda: pane.pages.complete, timeout=20_000)
    large.workspace.paging.write_pdf(tmp_path / "changes.pdf")
    qtbot.waitUntil((tmp_path / "changes.pdf").exists, timeout=20_000)
    text = PdfReader(tmp_path / "changes.pdf").pages[1].extract_text()
    assert before.split("/")[1] in text
    assert "77" in text


@pytest.fixture
def slow(open_window: Callable[..., MainWindow], make_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    """A window on a report whose pages are set a few at a time."""
    monkeypatch.setattr("rbb_editor.gui.page.pages.SLICE", 1)
    return open_window(make_file("slow.rbb", make_sample(300, "en")))


def test_the_page_of_a_late_row_is_shown_once_it_is_set(slow: MainWindow, qtbot: QtBot):
    last = list(slow.project.report.outputs())[-1]
    slow.workspace.show_cell(last.id, last.components[0].id, "remarks")
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    pane = slow.workspace.paging.pane
    assert not pane.pages.complete  # nobody waits for the last page
    assert pane.isVisible()
    qtbot.waitUntil(lambda: pane.pages.complete)
    assert pane.view.page >= len(pane.pages.sheets) - 1


def test_who_turns_pages_meanwhile_stays_there(slow: MainWindow, qtbot: QtBot):
    last = list(slow.project.report.outputs())[-1]
    slow.workspace.show_cell(last.id, last.components[0].id, "remarks")
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    pane = slow.workspace.paging.pane
    qtbot.waitUntil(lambda: len(pane.pages.sheets) > 3)
    pane.view.setFocus()
    press(Qt.Key.Key_PageDown)
    assert not pane.pages.complete
    qtbot.waitUntil(lambda: pane.pages.complete)
    assert pane.view.page == 2


def test_pages_set_later_are_searched_too(slow: MainWindow, qtbot: QtBot):
    press(Qt.Key.Key_3, modifier=CONTROL_ALT)
    pane = slow.workspace.paging.pane
    qtbot.waitUntil(lambda: len(pane.pages.sheets) > 3)
    pane.focus_search()
    QTest.keyClicks(pane.search, "report")
    assert not pane.pages.complete
    assert pane.found.text().endswith("…")
    soon, page = int(pane.found.text().split()[0]), pane.view.page
    qtbot.waitUntil(lambda: pane.pages.complete)
    assert int(pane.found.text().split()[0]) > soon
    assert not pane.found.text().endswith("…")
    assert pane.view.page == page


def test_every_place_of_a_letter_is_counted_and_gone_through(pane: PagePane):
    texts = [each.paragraph for sheet in pane.pages.sheets for each in sheet.placed() if each.first == 0]

    def count(words: str) -> int:
        return sum(each.text.casefold().count(words) for each in texts)

    letter = next(each for each in "qxjkvwbf" if count(each) > 9)
    press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(pane.search, letter.upper())
    assert pane.found.text().split()[0] == str(count(letter))
    gone = []
    for _ in range(count(letter)):
        press(Qt.Key.Key_F3)
        gone.append((pane.view._hits.place(pane.view._hit)[0], pane.view._hit))
    assert len(set(gone)) == count(letter)
    assert len({page for page, _ in gone}) > 1
    assert pane.view.page == gone[-1][0] + 1
