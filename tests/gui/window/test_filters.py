"""Filters above the table combined by clicks and keys, what has changed, wider and narrower scopes, the way back."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from rbb_editor.domain.entities import REPORT_ID, Level
from rbb_editor.edits import comments, outputs, sections
from rbb_editor.gui.centre import Centre
from rbb_editor.gui.dialogs.choose_day import ChooseDay
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.chips import Chips
from rbb_editor.gui.panels.flow import Flow
from rbb_editor.project import Project
from tests.gui.conftest import focused, press
from tests.gui.window.conftest import click, dialog_of, shortcut, to_cell

Key = Qt.Key


@pytest.fixture
def centre(window: MainWindow) -> Centre:
    """The centre with the whole report."""
    assert window.workspace is not None
    window.menus.actions["whole"].trigger()
    return window.workspace.centre


def chip(centre: Centre, start: str) -> QPushButton:
    found = [each for each in centre.header.findChildren(QPushButton) if each.text().strip().startswith(start)]
    assert len(found) == 1, [each.text() for each in found]
    return found[0]


def stands(centre: Centre, start: str) -> bool:
    """Whether a chip is to be seen."""
    chips = centre.header.findChildren(QPushButton)
    return any(each.isVisible() and each.text().strip().startswith(start) for each in chips)


def shown(centre: Centre) -> list[str]:
    return [row.component for row in centre.table.table_model.rows.rows if row.component is not None]


def add(centre: Centre, start: str) -> None:
    """Chooses a further filter from the menu."""
    action = next(each for each in centre.header.chips.menu().actions() if each.text().startswith(start))
    assert action.isEnabled()
    action.trigger()


def test_the_whole_report_is_one_table_with_headings(centre: Centre) -> None:
    assert [row.id for row in centre.table.table_model.rows.rows if row.component is None] == ["ea1", "ea2"]
    assert shown(centre) == ["o1c0", "o2c0", "o3c0", "o3c1", "o4c0", "o5c0"]
    assert "A/72/701/Add.1" in centre.header.title.text()


def test_outcomes_add_up_and_other_filters_narrow(centre: Centre) -> None:
    click(chip(centre, "Short"))
    assert shown(centre) == ["o2c0", "o3c0"]
    click(chip(centre, "Exceeded"))
    assert shown(centre) == ["o1c0", "o2c0", "o3c0"]
    click(chip(centre, "Reason missing"))
    assert shown(centre) == ["o2c0", "o3c0"]
    centre.header.search.setText("visits")
    assert shown(centre) == ["o2c0"]


def test_all_is_the_way_back(centre: Centre) -> None:
    click(chip(centre, "Short"))
    add(centre, "Must be corrected")
    assert not chip(centre, "All").isChecked()
    click(chip(centre, "All"))
    assert len(shown(centre)) == 6
    assert centre.header.chosen() == {"all"}
    assert not centre.header.chips.further.isVisible()


def test_a_chip_clicked_again_lets_go(centre: Centre) -> None:
    click(chip(centre, "Short"))
    click(chip(centre, "Short"))
    assert len(shown(centre)) == 6
    assert chip(centre, "All").isChecked()
    click(chip(centre, "All"))
    assert chip(centre, "All").isChecked(), "All cannot be let go"


def test_further_filters_stand_below_while_chosen(centre: Centre) -> None:
    assert not stands(centre, "No figure")
    add(centre, "No figure")
    assert stands(centre, "No figure")
    assert shown(centre) == ["o5c0"]
    click(chip(centre, "No figure"))
    assert len(shown(centre)) == 6
    assert not stands(centre, "No figure")


def test_nothing_found_keeps_its_zero_and_offers_to_clear(centre: Centre) -> None:
    add(centre, "Commented")
    assert chip(centre, "Commented").text().strip().endswith("0")
    assert shown(centre) == []
    assert centre.empty.isVisible()
    click(centre.empty.button)
    assert len(shown(centre)) == 6


def test_comments_are_counted_and_shown(centre: Centre, window: MainWindow) -> None:
    assert window.project is not None
    note = comments.add_comment(
        window.project.report, "o3", "Why?", author="R", time=datetime.now(UTC), component="o3c1"
    )
    assert note is not None
    window.do(note)
    add(centre, "Commented\t1")
    assert shown(centre) == ["o3c1"]


def test_findings_by_severity(centre: Centre) -> None:
    add(centre, "Must be corrected")
    assert shown(centre) == ["o2c0", "o3c0", "o5c0"]
    click(chip(centre, "Short"))
    assert shown(centre) == ["o2c0", "o3c0"]


def test_changed_today(centre: Centre, window: MainWindow) -> None:
    assert window.project is not None
    add(centre, "Changed today")
    assert shown(centre) == []
    click(centre.empty.button)
    change = outputs.set_completed(window.project.report, "o4", "o4c0", "2")
    assert change is not None
    window.do(change)
    add(centre, "Changed today")
    assert shown(centre) == ["o4c0"]
    assert chip(centre, "Changed today").text().strip().endswith("1")
    window.menus.actions["undo"].trigger()
    assert chip(centre, "Changed today").text().strip().endswith("0")


def test_changed_by_me_alone_and_not_what_others_did(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
) -> None:
    path = make_file()
    with Project.open(path, author="Somebody else") as other:
        other.do(outputs.set_completed(other.report, "o1", "o1c0", "90"))
    window = open_window(path)
    assert window.project is not None
    assert window.workspace is not None
    window.do(outputs.set_completed(window.project.report, "o2", "o2c0", "7"))  # type: ignore[arg-type]
    centre = window.workspace.centre
    add(centre, "Changed by me")
    assert shown(centre) == ["o2c0"]
    assert chip(centre, "Changed by me").text().strip().endswith("1")
    add(centre, "Changed today")
    assert shown(centre) == ["o2c0"]
    click(chip(centre, "Changed by me"))
    assert shown(centre) == ["o1c0", "o2c0"]
    window.menus.actions["filter_mine"].trigger()
    assert shown(centre) == ["o2c0"]
    window.workspace.choose_node("ea2")
    assert chip(centre, "Changed by me").text().strip().endswith("0")  # none of those in this table
    window.workspace.choose_node("ea1")
    assert chip(centre, "Changed by me").text().strip().endswith("1")
    window.undo()
    window.workspace.choose_node("d")
    assert shown(centre) == []


def test_changed_since_a_day_of_ones_choice(centre: Centre, window: MainWindow) -> None:
    assert window.project is not None
    change = outputs.set_completed(window.project.report, "o4", "o4c0", "2")
    assert change is not None
    window.do(change)
    window.menus.actions["changed_day"].trigger()
    dialog = dialog_of(ChooseDay)
    assert isinstance(dialog, ChooseDay)
    day = date.today() - timedelta(days=3)  # noqa: DTZ011  (the day of whoever sits there)
    dialog.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    click(next(each for each in dialog.findChildren(QPushButton) if each.text() == "Show"))
    assert shown(centre) == ["o4c0"]
    assert chip(centre, "Changed since").text().startswith(f"Changed since {day.isoformat()}")


def test_changed_since_it_was_last_open(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> None:
    path = make_file()
    first = open_window(path)
    assert first.workspace is not None
    first.menus.actions["changed_opening"].trigger()
    assert "not open here before" in first.statusBar().currentMessage()
    first.close()
    second = open_window(path)
    assert second.workspace is not None
    assert second.project is not None
    second.menus.actions["whole"].trigger()
    change = outputs.set_completed(second.project.report, "o4", "o4c0", "2")
    assert change is not None
    second.do(change)
    add(second.workspace.centre, "Changed since it was last open")
    assert shown(second.workspace.centre) == ["o4c0"]


def test_the_menu_ticks_what_is_chosen(centre: Centre, window: MainWindow) -> None:
    click(chip(centre, "Short"))
    click(chip(centre, "Met"))
    ticked = {name for name, action in window.menus.actions.items() if action.isChecked()}
    assert ticked == {"filter_short", "filter_met"}
    press(Key.Key_0, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(shown(centre)) == 6


def test_chips_are_chosen_with_the_keyboard(centre: Centre) -> None:
    short = chip(centre, "Short")
    short.setFocus()
    QTest.keyClick(short, Key.Key_Space)
    assert shown(centre) == ["o2c0", "o3c0"]
    assert short.accessibleName() == "Show only: Short, 2 figures"


def test_wider_and_narrower_keep_the_row(window: MainWindow) -> None:
    assert window.workspace is not None
    place = window.workspace
    place.choose_node("ea1")
    place.table.show_cell("o3", "o3c1", "completed")
    place.table.setFocus()
    seen = [place.centre.node]
    for name in ("wider", "wider", "wider", "narrower", "narrower", "narrower"):
        window.menus.actions[name].trigger()
        seen.append(place.centre.node)
        current = place.table.current()
        assert current is not None
        assert current.component == "o3c1"
    assert seen == ["ea1", "d", "report", "report", "d", "ea1", "ea1"]


def test_the_next_accomplishment_is_a_key_away_and_the_column_stays(window: MainWindow) -> None:
    place = window.workspace
    place.choose_node("ea1")
    to_cell(window, "o3", "o3c1")
    shortcut(window, "next_part")
    assert (place.centre.node, place.table.current().component) == ("ea2", "o5c0")
    assert place.table.current().field == "completed"
    assert focused() is place.table
    shortcut(window, "next_part")
    assert "last expected accomplishment" in window.status.currentMessage()
    shortcut(window, "previous_part")
    assert (place.centre.node, place.table.current().component) == ("ea1", "o1c0")


def test_in_the_whole_report_it_stays_among_the_rows_that_the_filter_shows(centre: Centre, window: MainWindow) -> None:
    click(chip(centre, "Short"))
    to_cell(window, "o2", "o2c0")
    shortcut(window, "next_part")
    assert (centre.node, centre.table.current().component) == (REPORT_ID, "o2c0")
    assert shown(centre) == ["o2c0", "o3c0"]
    click(chip(centre, "All"))
    to_cell(window, "o2", "o2c0", "remarks")
    shortcut(window, "next_part")
    assert (centre.node, centre.table.current().component) == (REPORT_ID, "o5c0")


def test_the_outline_leads_back_from_the_whole_report(centre: Centre, window: MainWindow) -> None:
    assert window.workspace is not None
    outline = window.workspace.outline
    outline.setFocus()
    outline.choose("ea1")
    assert centre.node == "ea1"


def test_chips_wrap_where_the_window_is_narrow(centre: Centre) -> None:
    for start in ("Cannot compare", "No figure", "Must be corrected", "To check", "Notes", "Commented"):
        add(centre, start)
    further = centre.header.chips.further
    layout = further.layout()
    assert isinstance(layout, Flow)
    assert layout.heightForWidth(300) > layout.heightForWidth(1200)
    boxes = [each.geometry() for each in further.findChildren(QPushButton) if each.isVisible()]
    assert all(further.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    assert isinstance(centre.header.chips, Chips)


def test_the_chips_follow_an_accomplishment_that_moves_into_another_department(window: MainWindow) -> None:
    centre, report = window.workspace.centre, window.project.report
    window.do(sections.add_section(report, Level.DEPARTMENT, None, "d", "B", "Department of Field Support"))
    window.workspace.choose_node("d")
    assert stands(centre, "All  6")
    window.do(sections.move(report, "ea2", report.sections()[1].id, None))
    assert stands(centre, "All  5")
    window.project.undo()
    assert stands(centre, "All  6")


def test_tab_goes_over_chips_search_and_rows_as_they_stand(centre: Centre, window: MainWindow) -> None:
    shortcut(window, "find")
    assert focused() is centre.header.search
    press(Key.Key_Backtab)
    assert focused() is centre.header.chips.more
    press(Key.Key_Tab, Key.Key_Tab)
    assert centre.table.hasFocus()
