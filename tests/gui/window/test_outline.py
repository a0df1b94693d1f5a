"""The outline: a sound model under every change, commands on sections by menu and keys, counts and marks."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAction, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import REPORT_ID, Level, Section
from rbb_editor.edits import front, outputs, sections
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.tree.model import OutlineModel
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT, children
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.rules import Severity
from tests.gui.conftest import press
from tests.gui.window.conftest import dialog_of


@pytest.fixture
def model(project: Project, qtbot: QtBot) -> OutlineModel:
    """The outline of the small report, followed by Qt's model tester."""
    made = OutlineModel(project, Translator())
    project.subscribe(made.update)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def drawn(model: OutlineModel, above=None) -> list:
    """The tree as nested lists of names."""
    found = []
    for id in ids_below(model, above):
        below = drawn(model, id)
        found.append([model.name(id), below] if below else model.name(id))
    return found


def ids_below(model: OutlineModel, above=None) -> list[str]:
    """The nodes directly below one, in order."""
    parent = model.index_of(above) if above else model.index(-1, -1)
    return [model.id_of(model.index(row, 0, parent)) for row in range(model.rowCount(parent))]


def expected(project: Project, above=None) -> list[str]:
    """All ids in order, as the report has them."""
    return [each for id in children(project.report, above) for each in (id, *expected(project, id))]


def held(model: OutlineModel, above=None) -> list[str]:
    """All ids in order, as the model has them."""
    return [each for id in ids_below(model, above) for each in (id, *held(model, id))]


def test_the_outline_shows_front_matter_and_sections(model: OutlineModel):
    assert drawn(model) == [
        "Masthead, summary",
        "Abbreviations (0)",
        "Whole report",
        ["A. Department of Peacekeeping Operations", ["1.1 Improved reporting", "2.1 Rapid deployment"]],
    ]


def test_the_whole_report_is_a_node_that_is_chosen_while_it_is_shown(window: MainWindow):
    place, outline = window.workspace, window.workspace.outline
    window.commands.show_report()
    assert outline.model().data(outline.currentIndex(), Qt.ItemDataRole.AccessibleTextRole).startswith("Whole report")
    assert outline.selectionModel().isSelected(outline.currentIndex())
    place.choose_node("ea1")
    outline.setFocus()
    while outline.current() != REPORT_ID:
        press(Qt.Key.Key_Up)
    assert place.centre.node == REPORT_ID
    assert len(place.table.table_model.rows.ids()) == window.project.report.counts().outputs
    before = window.project.report.snapshot()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        press(key)
    press(Qt.Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.project.report == before
    outline.startDrag(Qt.DropAction.MoveAction)
    press(Qt.Key.Key_Return)
    assert place.table.hasFocus()


def test_the_model_follows_every_change_of_the_outline_and_its_undo(model: OutlineModel, project: Project):
    luck = random.Random(7)
    for _ in range(60):
        every = [node for node in project.report.walk() if isinstance(node, Section)]
        chosen = luck.choice(every)
        siblings = [each.id for each in project.report.sections(chosen.parent)]
        parents = {
            Level.DEPARTMENT: [None],
            Level.OFFICE: [each.id for each in every if each.level is Level.DEPARTMENT],
            Level.ACCOMPLISHMENT: [each.id for each in every if each.level is not Level.ACCOMPLISHMENT],
        }
        match luck.randrange(6):
            case 0:
                project.do(sections.add_section(project.report, Level.DEPARTMENT, None, None, "", "New"))
            case 1:
                above = luck.choice(parents[Level.OFFICE])
                project.do(sections.add_section(project.report, Level.OFFICE, above, None, "", "Office"))
            case 2:
                above = luck.choice(parents[Level.ACCOMPLISHMENT])
                project.do(sections.add_section(project.report, Level.ACCOMPLISHMENT, above, None, "", "Goal"))
            case 3:
                above = luck.choice(parents[chosen.level])
                there = [each.id for each in project.report.sections(above) if each.id != chosen.id]
                project.do(sections.move(project.report, chosen.id, above, luck.choice([None, *there])))
            case 4 if len(every) > 4 and len(siblings) > 1:
                project.do(sections.delete(project.report, [chosen.id]))
            case _:
                project.do(sections.rename(project.report, chosen.id, f"Title {luck.randrange(99)}"))
        assert held(model) == expected(project)
    while project.undo() is not None:
        assert held(model) == expected(project)
    while project.redo() is not None:
        assert held(model) == expected(project)


def test_a_closed_node_carries_the_worst_below_it_and_an_open_one_leaves_it(model: OutlineModel):
    mark = model.mark("d", closed=True)
    assert mark.severity is Severity.ERROR
    assert mark.count == 3
    assert model.mark("d", closed=False) is None
    assert model.mark("ea1", closed=True).count == 2
    assert model.outputs("d") == 5
    assert model.outputs("ea1") == 4


def test_what_is_wrong_in_the_list_of_abbreviations_is_marked_at_its_node(model: OutlineModel, project: Project):
    before = model.mark(FRONT, closed=True)
    assert model.mark(ABBREVIATIONS, closed=True) is None
    project.do(front.add_abbreviations(project.report, [("QX", "One thing"), ("QX", "Another thing")]))
    project.checker.settle()
    mark = model.mark(ABBREVIATIONS, closed=True)
    assert mark is not None
    assert str(mark.count) in model.described(ABBREVIATIONS, "; ")
    assert model.mark(FRONT, closed=True) == before


def test_the_current_node_tells_a_screen_reader_what_it_holds(window: MainWindow, qtbot: QtBot):
    node = window.workspace.model.index_of("ea1")
    window.workspace.choose_node("ea1")

    def spoken() -> str:
        return node.data(Qt.ItemDataRole.AccessibleTextRole)

    qtbot.waitUntil(lambda: spoken() == "1.1 Improved reporting, 4 outputs, 5 figures, Must be corrected: 2")
    window.do(outputs.delete_outputs(window.project.report, ["o1"]))
    qtbot.waitUntil(lambda: spoken().startswith("1.1 Improved reporting, 3 outputs, "))
    window.workspace.choose_node("ea2")
    assert window.workspace.model.index_of("ea2").data(Qt.ItemDataRole.AccessibleTextRole).startswith("2.1 Rapid")


def test_a_screen_reader_that_listens_hears_all_about_every_node_in_sight(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    model, outline = window.workspace.model, window.workspace.outline
    window.workspace.choose_node("ea1")

    def spoken(id: str) -> str:
        return model.index_of(id).data(Qt.ItemDataRole.AccessibleTextRole) or ""

    assert "outputs" not in spoken("d")
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    outline.collapse(model.index_of("d"))
    outline.expand(model.index_of("d"))
    qtbot.waitUntil(lambda: "5 outputs" in spoken("d") and "1 output" in spoken("ea2"))
    window.do(outputs.delete_outputs(window.project.report, ["o1"]))
    qtbot.waitUntil(lambda: "4 outputs" in spoken("d"))


def test_the_mouse_over_a_node_shows_what_it_holds(window: MainWindow):
    outline, model = window.workspace.outline, window.workspace.model
    window.do(sections.rename(window.project.report, "ea1", "Fewer <b> than planned"))
    at = outline.visualRect(model.index_of("ea1")).center()
    QApplication.sendEvent(outline.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, outline.viewport().mapToGlobal(at)))
    assert "Fewer &lt;b&gt; than planned<br>4 outputs<br>5 figures" in QToolTip.text()


def test_a_section_is_renamed_in_place(window: MainWindow, qtbot: QtBot):
    window.commands.focus_outline()
    press(Qt.Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press("Better reporting", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.project.report.section("ea1").title == "Better reporting")
    assert "Better reporting" in window.workspace.centre.header.title.text()
    assert window.menus.actions["undo"].text() == "&Undo: Rename section – A 1.1"


def test_escape_leaves_the_title(window: MainWindow):
    window.commands.focus_outline()
    press(Qt.Key.Key_F2)
    press("Something", Qt.Key.Key_Escape)
    assert window.project.report.section("ea1").title == "Improved reporting"


def test_sections_are_added_where_they_belong(window: MainWindow):
    window.workspace.choose_node("ea1")
    window.menus.actions["add_accomplishment"].trigger()
    press("Safer missions", Qt.Key.Key_Return)
    report = window.project.report
    assert [section.number for section in report.sections("d")][:2] == ["1.1", "2.1"]
    window.menus.actions["add_department"].trigger()
    press(Qt.Key.Key_Escape)
    assert [section.number for section in report.sections()] == ["A", "B"]
    window.menus.actions["add_office"].trigger()
    press(Qt.Key.Key_Escape)
    office = report.sections(report.sections()[1].id)[0]
    assert (office.level, office.number) == (Level.OFFICE, "a")


def test_sections_move_and_go(window: MainWindow):
    window.workspace.choose_node("ea2")
    window.menus.actions["section_up"].trigger()
    assert [section.id for section in window.project.report.sections("d")] == ["ea2", "ea1"]
    assert window.workspace.outline.current() == "ea2"
    window.menus.actions["delete_section"].trigger()
    assert "ea2" not in window.project.report
    assert window.workspace.centre.node in window.project.report
    window.menus.actions["undo"].trigger()
    assert window.workspace.outline.current() == "ea2"
    assert window.project.report.output("o5").parent == "ea2"


def test_an_empty_accomplishment_offers_a_row(window: MainWindow):
    window.workspace.choose_node("ea2")
    window.workspace.show_cell("o5", None, "completed")
    window.menus.actions["delete_output"].trigger()
    empty = window.workspace.centre.empty
    assert empty.isVisible()
    empty.button.click()
    assert len(window.project.report.children("ea2")) == 1


def test_the_context_menu_has_the_commands_on_sections(window: MainWindow):
    window.workspace.outline.menu_wanted.emit(window.pos())
    menu = dialog_of(QMenu)
    names = [action.objectName() for action in menu.actions() if isinstance(action, QAction) and action.objectName()]
    assert "add_office" in names
    assert "delete_section" in names
    menu.close()


def test_a_change_of_one_row_redraws_its_nodes_alone(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    from rbb_editor.edits import outputs
    from rbb_editor.project.sample import make_sample

    window = open_window(make_file("large.rbb", make_sample(200, "en")))
    model, project = window.workspace.model, window.project
    output = next(iter(project.report.outputs()))
    heard: list[str] = []
    model.dataChanged.connect(lambda first, last: heard.append(model.id_of(first)))
    project.do(outputs.set_completed(project.report, output.id, output.components[0].id, "7"))
    assert set(heard) == {section.id for section in project.report.path(output.id)}


def test_after_a_large_change_marks_and_counts_come_in_idle_moments(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    from rbb_editor.edits import several
    from rbb_editor.project.sample import make_sample

    window = open_window(make_file("large.rbb", make_sample(700, "en")))
    window.commands.show_report()
    checker, report = window.project.checker, window.project.report
    qtbot.waitUntil(lambda: checker.complete, timeout=20_000)
    before = checker.tally().copy()
    every = [(output.id, each.id) for output in report.outputs() for each in output.components]
    window.do(several.set_completed_of(report, every, ""))
    assert not checker.complete
    qtbot.waitUntil(lambda: checker.complete, timeout=20_000)
    assert checker.tally() != before
    qtbot.waitUntil(lambda: window.workspace.centre.counting.tally.counts["no_figure"] == len(every))
    window.undo()
    qtbot.waitUntil(lambda: checker.complete, timeout=20_000)
    assert checker.tally() == before


def test_the_front_page_cannot_be_renamed_or_deleted(window: MainWindow):
    window.workspace.choose_node(FRONT)
    assert not window.menus.actions["rename"].isEnabled()
    assert not window.menus.actions["delete_section"].isEnabled()
    assert window.menus.actions["add_department"].isEnabled()


def test_the_heights_of_nodes_follow_whatever_is_done(window: MainWindow, qtbot: QtBot):
    """They are kept between two layouts: each must be what it would be if it were measured now."""
    outline, model, project = window.workspace.outline, window.workspace.model, window.project

    def shown() -> dict[str, int]:
        QApplication.processEvents()
        return {id: outline.visualRect(model.index_of(id)).height() for id in ("d", "ea1", "ea2") if id in known()}

    def known() -> set[str]:
        return {id for id in ("d", "ea1", "ea2") if outline.visualRect(model.index_of(id)).height()}

    def right() -> bool:
        now = shown()
        outline.measure_again()
        return now == shown()

    long = "Improved reporting and decision-making on all matters that concern peacekeeping, with more words than fit"
    outline.setExpanded(model.index_of("d"), True)
    one_line = shown()["ea1"]
    window.do(sections.rename(project.report, "ea1", long))
    assert shown()["ea1"] > one_line
    assert right()
    window.undo()
    assert shown()["ea1"] == one_line
    for work in (
        lambda: window.do(sections.rename(project.report, "d", long)),
        lambda: outline.setExpanded(model.index_of("d"), False),
        lambda: outline.setExpanded(model.index_of("d"), True),
        outline.toggle_counts,
        lambda: window.do(sections.move(project.report, "ea2", "d", None)),
        lambda: window.do(outputs.set_completed(project.report, "o2", "o2c0", "10")),
        lambda: window.workspace.splitter.setSizes([180, 800, 300]),
        window.undo,
        window.undo,
    ):
        work()
        assert right()


def test_a_node_without_others_below_keeps_its_mark_when_something_was_dragged_over_it(window: MainWindow):
    outline, model = window.workspace.outline, window.workspace.model
    outline.setExpanded(model.index_of("d"), True)
    QApplication.processEvents()
    before = outline.viewport().grab().toImage()
    outline.setExpanded(model.index_of("ea1"), True)  # as Qt does after a while
    QApplication.processEvents()
    assert outline.viewport().grab().toImage() == before
