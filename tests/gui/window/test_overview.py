"""The overview in the window: opened, walked through, its bars opened as rows, kept up, copied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.domain.entities import REPORT_ID, Output, ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome
from rbb_editor.edits import outputs, sections
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.overview.bars import BarsView
from rbb_editor.gui.overview.lines import OUTCOMES, WHOLE
from rbb_editor.gui.overview.pane import OverviewPane
from rbb_editor.gui.session import Session
from rbb_editor.project.last_year import read_earlier
from rbb_editor.project.sample import make_sample
from rbb_editor.project.transfer import write_file
from tests.gui.conftest import focused, press, small_report
from tests.gui.window.conftest import click, dialog_of, shortcut

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
SHORT = 1 + OUTCOMES.index(Outcome.SHORTFALL)


def open_overview(window: MainWindow, qtbot: QtBot) -> OverviewPane:
    """Shows the overview by its key, all of it counted."""
    press(Qt.Key.Key_2, modifier=CONTROL_ALT)
    pane = window.workspace.at_a_glance.pane
    qtbot.waitUntil(lambda: not window.workspace.at_a_glance.counting)
    assert pane.isVisible()
    return pane


@pytest.fixture
def pane(window: MainWindow, qtbot: QtBot) -> OverviewPane:
    return open_overview(window, qtbot)


@pytest.fixture
def large(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    return open_window(make_file("large.rbb", make_sample(120, "en")))


def numbers(pane: OverviewPane) -> list[str]:
    """The key numbers, with what they count and the word on that."""
    texts = [label.text() for label in pane.numbers.findChildren(QLabel) if label.text()]
    return [" | ".join(texts[at : at + 3]) for at in range(0, len(texts), 3)]


def at(bars: BarsView, row: int, column: int) -> QPoint:
    return bars.visualRect(bars.lines.index(row, column)).center()


def shown_figures(window: MainWindow) -> set[tuple[str, str]]:
    return {(row.id, row.component) for row in window.workspace.table.table_model.rows.rows if row.component}


def figures(window: MainWindow, section: str | None, outcome: Outcome | None) -> set[tuple[str, str]]:
    project = window.project
    return {
        (output.id, figure.component_id)
        for output in project.report.outputs(section)
        for figure in project.reader.figures(output)
        if outcome in (None, figure.outcome)
    }


def test_it_opens_by_its_key_over_the_outline_and_esc_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    place = window.workspace
    place.show_cell("o2", "o2c0", "remarks")
    sizes = place.splitter.sizes()
    pane = open_overview(window, qtbot)
    assert not place.pane.isVisible()
    assert window.menus.views.findChild(object, "overview").isChecked()
    assert pane.departments.bars.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert place.pane.isVisible()
    qtbot.waitUntil(lambda: place.splitter.sizes() == sizes)
    assert place.table.hasFocus()
    assert place.current_output().id == "o2"


def test_the_switch_goes_through_all_three_views(window: MainWindow) -> None:
    edit, overview, page = (window.menus.views.findChild(object, name) for name in ("edit", "overview", "page"))
    place = window.workspace
    for button, shown, outline in ((overview, "overview", False), (page, "page", True), (overview, "overview", False),
                                   (edit, "edit", True)):  # fmt: skip
        click(button)
        assert place.view_shown == shown
        assert button.isChecked()
        assert place.pane.isVisible() is outline


def test_the_numbers_say_how_it_stands_and_follow_every_change(window: MainWindow, pane: OverviewPane) -> None:
    assert numbers(pane)[:4] == [
        "60.0% | Implementation rate | 3 of 5 comparable figures",
        "5 of 6 | Figures reported | 5 outputs, 2 accomplishments",
        "2 | Shortfalls without a reason | of 2 that fall short",
        "0 | Excesses without a reason | of 1 that exceed the plan",
    ]
    assert "Findings left" in numbers(pane)[4]
    window.do(outputs.set_completed(window.project.report, "o5", "o5c0", "3"))
    assert numbers(pane)[0].startswith("66.7% | Implementation rate | 4 of 6")
    assert numbers(pane)[1].startswith("6 | Figures reported")
    assert numbers(pane)[3].startswith("1 | Excesses without a reason | of 2")
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert numbers(pane)[1].startswith("5 of 6")
    assert pane.isVisible()


def test_a_click_on_a_segment_shows_exactly_its_rows(large: MainWindow, qtbot: QtBot) -> None:
    place = large.workspace
    place.centre.header.search.setText("the")
    place.centre.header.choose("met")
    pane = open_overview(large, qtbot)
    bars = pane.departments.bars
    row = next(n for n, line in enumerate(bars.lines.lines) if line.bar.of(Outcome.SHORTFALL))
    department = bars.lines.lines[row].bar.id
    click(bars.viewport(), at(bars, row, SHORT))
    assert not place.covered
    assert place.centre.node == department
    assert shown_figures(large) == figures(large, department, Outcome.SHORTFALL) != set()
    assert place.table.hasFocus()
    assert place.current_output() is not None
    assert place.outline.current() == department


def test_the_whole_line_shows_all_its_rows(large: MainWindow, qtbot: QtBot) -> None:
    pane = open_overview(large, qtbot)
    bars = pane.departments.bars
    department = bars.lines.lines[1].bar.id
    click(bars.viewport(), QPoint(40, at(bars, 1, WHOLE).y()))
    assert shown_figures(large) == figures(large, department, None)


def test_arrows_go_from_segment_to_segment_and_enter_opens(large: MainWindow, qtbot: QtBot) -> None:
    pane = open_overview(large, qtbot)
    bars = pane.departments.bars
    row = next(n for n, line in enumerate(bars.lines.lines) if all(line.bar.counts[:3]))
    press(*[Qt.Key.Key_Down] * row, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    spoken = bars.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    line = bars.lines.lines[row]
    assert f"{line.number} {line.title}: {line.bar.of(Outcome.SHORTFALL)} short, of {line.bar.total} figures" in spoken
    press(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert shown_figures(large) == figures(large, line.bar.id, Outcome.SHORTFALL)


def test_what_there_is_nothing_of_is_passed_over(window: MainWindow, pane: OverviewPane) -> None:
    bars = pane.departments.bars
    for output in ("o2", "o3"):
        for part in window.project.report.output(output).components:
            window.do(outputs.set_completed(window.project.report, output, part.id, "99"))
    assert bars.lines.lines[0].bar.of(Outcome.SHORTFALL) == 0
    press(Qt.Key.Key_End)
    assert bars.currentIndex().column() == 1 + OUTCOMES.index(Outcome.UNCLEAR)
    press(Qt.Key.Key_Left)
    assert bars.currentIndex().column() == 1 + OUTCOMES.index(Outcome.EXCEEDED)
    press(Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageDown)
    assert (bars.currentIndex().row(), bars.currentIndex().column()) == (0, WHOLE)


def test_mirrored_the_bars_begin_at_the_right_and_the_arrows_turn(window: MainWindow, pane: OverviewPane) -> None:
    bars = pane.departments.bars
    met, short = 1 + OUTCOMES.index(Outcome.MET), SHORT
    assert at(bars, 0, met).x() < at(bars, 0, short).x()
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert at(bars, 0, met).x() > at(bars, 0, short).x()
    assert bars.indexAt(at(bars, 0, short)).column() == short
    press(Qt.Key.Key_Left)
    assert bars.currentIndex().column() == met
    press(Qt.Key.Key_Return)
    assert shown_figures(window) == figures(window, "d", Outcome.MET)


def test_the_mouse_lights_the_line_and_says_what_it_points_at(window: MainWindow, pane: OverviewPane) -> None:
    bars = pane.departments.bars
    bars.clearFocus()
    before = bars.viewport().grab().toImage()
    QTest.mouseMove(bars.viewport(), at(bars, 0, SHORT))
    assert bars.viewport().grab().toImage() != before
    assert bars.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    said = bars.lines.index(0, SHORT).data(Qt.ItemDataRole.ToolTipRole)
    assert "A. Department of Peacekeeping Operations: 2 short" in said
    assert "of 6 figures · 2 without a reason" in said


def test_shares_fill_the_room(large: MainWindow, qtbot: QtBot) -> None:
    pane = open_overview(large, qtbot)
    bars = pane.departments.bars
    ends = [bars._segments(row)[-1] for row, _ in enumerate(bars.lines.lines)]
    assert len({each.at + each.width for each in ends}) > 1
    click(pane.shares.button(1))
    ends = [bars._segments(row)[-1] for row, _ in enumerate(bars.lines.lines)]
    assert {each.at + each.width for each in ends} == {bars.lay.bar + bars.lay.room}


def test_start_with_the_first_goes_to_the_first_cell_that_lacks_a_reason(
    window: MainWindow, pane: OverviewPane
) -> None:
    assert pane.left.view.offices.offices[0].place == "A"
    click(pane.left.start)
    assert not window.workspace.covered
    current = window.workspace.table.current()
    assert (current.output, current.component, str(current.field)) == ("o2", "o2c0", "explanation")


def test_an_office_is_opened_at_its_first_missing_reason_by_keys(large: MainWindow, qtbot: QtBot) -> None:
    pane = open_overview(large, qtbot)
    view = pane.left.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    office = view.offices.offices[1]
    assert view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).startswith(f"{office.place} {office.name}, ")
    press(Qt.Key.Key_Return)
    place = large.workspace
    assert place.centre.node == office.left.id
    found = {finding.rule for finding in large.project.checker.of(place.current_output().id)}
    assert found & {"shortfall-unexplained", "excess-unexplained"}


def test_the_keyboard_stays_on_its_office_when_others_come_first_or_are_done(large: MainWindow, qtbot: QtBot) -> None:
    pane, project = open_overview(large, qtbot), large.project
    view = pane.left.view
    view.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    first, here = (view.offices.offices[row].left.id for row in (0, 2))
    for output in [each for section in project.report.sections(first) for each in project.report.outputs(section.id)]:
        for each in output.components:
            project.do(outputs.set_explanation(project.report, output.id, each.id, "Late funds."))
    row = [each.left.id for each in view.offices.offices].index(here)
    assert row < 2
    assert view.currentIndex().row() == row


def test_the_keyboard_stays_on_its_department_and_outcome_when_others_come_first(
    large: MainWindow, qtbot: QtBot
) -> None:
    bars, project = open_overview(large, qtbot).departments.bars, large.project
    bars.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    here, column = bars.lines.lines[1].bar.id, bars.currentIndex().column()
    assert column != WHOLE
    project.do(sections.move(project.report, here, None, None))
    assert bars.lines.lines[0].bar.id == here
    assert (bars.currentIndex().row(), bars.currentIndex().column()) == (0, column)
    project.do(sections.delete(project.report, [project.report.sections()[1].id]))
    assert bars.currentIndex().row() == 0
    large.undo()
    large.undo()
    assert (bars.currentIndex().row(), bars.currentIndex().column()) == (1, column)


@pytest.mark.parametrize("at", [2, 3])
def test_a_key_number_opens_the_rows_it_counts_by_mouse_and_keys(large: MainWindow, qtbot: QtBot, at: int) -> None:
    pane = open_overview(large, qtbot)
    link = pane.numbers.links[at]
    count = int(link.shown.number)
    assert count
    assert link.accessibleName().startswith(f"{count}, ")
    assert link.toolTip()
    click(link)
    assert not pane.isVisible()
    assert large.workspace.centre.node == REPORT_ID
    assert len(shown_figures(large)) == count
    open_overview(large, qtbot)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    large.workspace.centre.header.clear()
    press(Qt.Key.Key_Return)
    assert len(shown_figures(large)) == count


def test_the_other_key_numbers_open_all_rows_those_without_a_figure_and_the_findings(
    window: MainWindow, pane: OverviewPane, qtbot: QtBot
) -> None:
    click(pane.numbers.links[0])
    assert shown_figures(window) == figures(window, None, None)
    open_overview(window, qtbot)
    assert "without a figure" in pane.numbers.links[1].toolTip()
    click(pane.numbers.links[1])
    assert shown_figures(window) == {("o5", "o5c0")}
    open_overview(window, qtbot)
    click(pane.numbers.links[4])
    assert window.workspace.findings.isVisible()
    assert window.workspace.centre.node == REPORT_ID


def test_a_key_number_of_nothing_is_no_link(window: MainWindow, pane: OverviewPane) -> None:
    for output, part in (("o2", "o2c0"), ("o3", "o3c0")):
        window.do(
            outputs.set_explanation(window.project.report, output, part, "The lower output was due to late funds.")
        )
    link = pane.numbers.links[2]
    assert link.shown.number == "0"
    click(link)
    assert pane.isVisible()
    assert not link.isEnabled()


def test_in_a_small_window_the_way_to_the_first_missing_reason_is_in_sight(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(make_file("large.rbb", make_sample(120, "en")), 1024, 700)
    pane = open_overview(window, qtbot)
    start = pane.left.start
    assert (
        pane.viewport()
        .rect()
        .contains(start.geometry().translated(start.parentWidget().mapTo(pane.viewport(), QPoint(0, 0))))
    )
    window.resize(1400, 800)
    assert pane.left.foot.indexOf(start) >= 0
    window.resize(1024, 700)
    click(start)
    assert not pane.isVisible()
    assert window.workspace.table.current() is not None


def test_more_offices_than_have_room_come_when_asked_for(large: MainWindow, qtbot: QtBot) -> None:
    pane = open_overview(large, qtbot)
    left = large.workspace.at_a_glance._counting.seen().left
    if len(left) <= 13:
        assert not pane.left.all.isVisible()
        return
    assert len(pane.left.view.offices.offices) == 13
    assert pane.left.all.text() == f"All {len(left)} offices"
    click(pane.left.all)
    assert len(pane.left.view.offices.offices) == len(left)


def test_when_nothing_is_left_it_says_so(window: MainWindow, pane: OverviewPane) -> None:
    report = window.project.report
    for output, part in (("o2", "o2c0"), ("o3", "o3c0")):
        window.do(outputs.set_explanation(report, output, part, "The lower output was due to late funds."))
    assert pane.left.nothing.text() == "Every shortfall and excess has its reason."
    assert pane.left.nothing.isVisible()
    assert not pane.left.view.isVisible()
    assert not pane.left.start.isVisible()


def test_last_year_stands_beside_this_year_once_it_is_kept(
    window: MainWindow, pane: OverviewPane, qtbot: QtBot, tmp_path: Path
) -> None:
    assert pane.years.hint.isVisible()
    assert not pane.years.bars.isVisible()

    def before(entity: object) -> object:
        if isinstance(entity, Output):
            return replace(entity, components=tuple(replace(each, completed="0") for each in entity.components))
        if isinstance(entity, ReportInfo):
            return replace(entity, period_start="2015-07-01", period_end="2016-06-30")
        return entity

    path = tmp_path / "last.json"
    write_file(Report(map(before, small_report().entities())), path)
    candidate = read_earlier(window.project.report.snapshot(), path)
    window.project.keep_earlier(candidate.earlier, candidate.packed)
    bars = pane.years.bars
    qtbot.waitUntil(lambda: len(bars.lines.lines) == 2)
    assert bars.isVisible()
    assert not pane.years.hint.isVisible()
    then = bars.lines.lines[1]
    qtbot.waitUntil(lambda: bars.lines.lines[1].bar.of(Outcome.SHORTFALL) == 6)
    assert then.title == "2015/16"
    click(bars.viewport(), at(bars, 1, SHORT))
    assert pane.isVisible()  # of last year there are no rows to open
    click(bars.viewport(), at(bars, 0, SHORT))
    assert window.workspace.centre.node == "report"
    assert shown_figures(window) == figures(window, None, Outcome.SHORTFALL)
    press(Qt.Key.Key_2, modifier=CONTROL_ALT)
    assert bars.isVisible()
    window.undo()
    qtbot.waitUntil(pane.years.hint.isVisible)


def test_the_hint_leads_to_keeping_last_years_report(pane: OverviewPane) -> None:
    click(pane.years.keep)
    dialog_of(QFileDialog).close()


def test_it_is_copied_as_a_picture(window: MainWindow, pane: OverviewPane) -> None:
    QGuiApplication.clipboard().clear()
    click(pane.copy)
    image = QGuiApplication.clipboard().image()
    assert image.width() >= 2 * pane.page.width()
    assert "clipboard" in window.status.currentMessage()


def test_an_empty_report_says_so_and_leads_to_the_table(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
) -> None:
    window = open_window(make_file("empty.rbb", Report([ReportInfo(title="New")])))
    press(Qt.Key.Key_2, modifier=CONTROL_ALT)
    pane = window.workspace.at_a_glance.pane
    assert pane.empty.sentence.text() == "No figures to count yet"
    assert pane.empty.button.hasFocus()
    assert not pane.numbers.isVisible()
    press(Qt.Key.Key_Return)
    assert not window.workspace.covered


def test_it_is_shown_again_when_the_report_is_opened_again(
    window: MainWindow, open_window: Callable[..., MainWindow], session: Session, qtbot: QtBot
) -> None:
    path, width = window.project.path, window.workspace.splitter.sizes()[0]
    open_overview(window, qtbot)
    window.close()
    again = open_window(path)
    qtbot.waitUntil(lambda: again.workspace.view_shown == "overview")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: again.workspace.splitter.sizes()[0] == width)
    shortcut(again, "overview")
    again.close()
    assert session.get(settings.OUTLINE_WIDTH) == width


@pytest.mark.parametrize("id", ["next", "find", "outline", "table", "whole", "check", "filter_short"])
def test_what_is_about_rows_or_the_outline_shows_them_again(window: MainWindow, pane: OverviewPane, id: str) -> None:
    shortcut(window, id)
    assert not window.workspace.covered
    assert window.workspace.pane.isVisible()
    assert window.workspace.isAncestorOf(focused())


def test_a_section_is_added_where_it_can_be_seen(window: MainWindow, pane: OverviewPane, qtbot: QtBot) -> None:
    window.menus.actions["add_department"].trigger()
    assert window.workspace.pane.isVisible()
    assert len(window.project.report.sections()) == 2
    press("B", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.project.report.sections()[1].title == "B")


def test_find_and_replace_in_place_of_it_leaves_the_outline(window: MainWindow, pane: OverviewPane) -> None:
    shortcut(window, "replace")
    assert window.workspace.replacing.open
    assert window.workspace.pane.isVisible()
    assert window.workspace.view_shown == "edit"


def test_a_department_that_comes_or_goes_has_its_line(window: MainWindow, pane: OverviewPane, qtbot: QtBot) -> None:
    bars = pane.departments.bars
    window.do(outputs.delete_outputs(window.project.report, ["o1", "o2"]))
    assert bars.lines.lines[0].bar.total == 4
    window.do(sections.delete(window.project.report, ["d"]))
    qtbot.waitUntil(pane.empty.isVisible)
    window.undo()
    qtbot.waitUntil(lambda: len(bars.lines.lines) == 1 and bars.lines.lines[0].bar.total == 4)
    assert bars.isVisible()


def test_in_a_small_window_the_offices_stand_below_and_the_keyboard_stays_in_sight(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(make_file("large.rbb", make_sample(120, "en")), 1024, 700)
    pane = open_overview(window, qtbot)
    assert pane.left.mapTo(pane.page, QPoint(0, 0)).y() > pane.departments.mapTo(pane.page, QPoint(0, 0)).y() + 100
    bars = pane.departments.bars
    press(Qt.Key.Key_PageDown)
    seen = bars.visualRect(bars.currentIndex())
    top = bars.viewport().mapTo(pane.viewport(), seen.topLeft()).y()
    assert 0 <= top <= pane.viewport().height() - seen.height()
    assert pane.page.width() <= pane.viewport().width()


def test_a_report_for_reading_shows_it_too(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(make_file(), read_only=True)
    pane = open_overview(window, qtbot)
    assert numbers(pane)[2].startswith("2 | Shortfalls")
    assert not pane.years.keep.isVisible()
