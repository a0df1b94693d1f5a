"""The model under Qt's own tester while the report changes, and what the view draws again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome
from rbb_editor.edits import outputs, sections
from rbb_editor.gui.table.annotations import marked_words
from rbb_editor.gui.table.cells import Cells
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.lay import Mark
from rbb_editor.gui.table.model import ExplanationRole, TableModel
from rbb_editor.gui.table.rows import Filter
from rbb_editor.gui.table.standing import Current
from rbb_editor.gui.table.view import TableView
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import small_report
from tests.made_up import WHY

CHANGES: list[Callable[[Report], Change | None]] = [
    lambda report: outputs.set_completed(report, "o2", "o2c0", "9"),
    lambda report: outputs.add_output(report, "ea1", "o2", "3 more visits"),
    lambda report: outputs.add_output(report, "ea1", None, "First of all"),
    lambda report: outputs.add_output(report, "ea2", "o5", "Last of all"),
    lambda report: outputs.delete_outputs(report, ["o1"]),
    lambda report: outputs.delete_outputs(report, ["o1", "o3", "o5"]),
    lambda report: outputs.move_outputs(report, ["o1"], "ea1", "o4"),
    lambda report: outputs.move_outputs(report, ["o3"], "ea2", None),
    lambda report: outputs.duplicate_outputs(report, ["o3"]),
    lambda report: outputs.add_component(report, "o2", "o2c0"),
    lambda report: outputs.delete_component(report, "o3", "o3c0"),
    lambda report: sections.delete(report, ["ea1"]),
    lambda report: sections.rename(report, "ea1", "Another title"),
]


def shown(model: TableModel) -> list[tuple[str, str | None]]:
    return [(row.id, row.component) for row in model.rows.rows]


@pytest.mark.parametrize("scope", [None, "d", "ea1", "o3"])
@pytest.mark.parametrize("chosen", [Filter(), Filter(text="briefings")], ids=["all", "filtered"])
@pytest.mark.parametrize("change", CHANGES)
def test_the_model_is_sound_through_change_undo_and_redo(
    project: Project, scope: str | None, chosen: Filter, change: Callable[[Report], Change | None]
) -> None:
    model = TableModel(project, Translator())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    project.subscribe(lambda happened: model.refresh(happened.ids()))
    model.show(scope, chosen)
    before = shown(model)
    project.do(change(project.report))
    if not chosen:
        fresh = TableModel(project, Translator())
        fresh.show(scope)
        assert shown(model) == shown(fresh)
    project.undo()
    if not chosen:
        assert shown(model) == before
    project.redo()
    assert tester.model() is model


def test_numbers_follow_rows_that_are_not_shown(table: TableView, project: Project) -> None:
    table.set_filter(Filter(text="visits"))
    assert table.table_model.index(0, 0).data() == "2"
    project.do(outputs.delete_outputs(project.report, ["o1"]))
    assert table.table_model.index(0, 0).data() == "1"


def test_data_says_in_words_what_is_drawn(project: Project) -> None:
    model = TableModel(project, Translator())
    model.show("d")
    assert model.index(0, 0).data() == "Expected accomplishment 1.1: Improved reporting"
    assert [model.index(1, column).data() for column in range(5)] == [
        "1",
        "85 outreach activities",
        "85",
        "101\n16 over",
        f"101 activities were conducted.\nReason: {WHY}",
    ]
    assert model.index(2, 3).data() == "6\n4 short"
    assert model.index(2, 4).data() == "6 visits were made.\nReason missing"
    assert model.index(2, 5).data().startswith("Must be corrected: ")


def test_the_model_writes_through_the_project(project: Project) -> None:
    model = TableModel(project, Translator())
    model.show("ea1")
    assert model.setData(model.index(1, 3), "9")
    assert model.setData(model.index(1, 4), "Because.", ExplanationRole)
    assert not model.setData(model.index(1, 3), "9"), "nothing changes"
    component = project.report.output("o2").components[0]
    assert (component.completed, component.explanation) == ("9", "Because.")


def test_a_reason_typed_into_the_remarks_becomes_the_explanation(project: Project) -> None:
    model = TableModel(project, Translator())
    model.show("ea1")
    model.setData(model.index(1, 4), "6 visits were made. The lower output was due to travel restrictions.")
    component = project.report.output("o2").components[0]
    assert component.remarks == "6 visits were made."
    assert component.explanation == "The lower output was due to travel restrictions."
    project.undo()
    assert project.report.output("o2").components[0].remarks == "6 visits were made."


def test_the_current_cell_stays_when_rows_come_and_go(table: TableView, project: Project) -> None:
    table.show_cell("o3", "o3c1", "remarks")
    project.do(outputs.add_output(project.report, "ea1", None, "A new first"))
    current = table.current()
    assert current is not None
    assert (current.output, current.component, current.field) == ("o3", "o3c1", "remarks")
    project.do(outputs.delete_outputs(project.report, ["o3"]))
    current = table.current()
    assert current is not None
    assert current.output == "o4"


def test_a_figure_that_the_filter_hides_cannot_be_shown(table: TableView) -> None:
    table.set_filter(Filter(outcomes=frozenset({Outcome.MET})))
    assert not table.show_cell("o3", "o3c0", "explanation")
    assert table.show_cell("o3", "o3c1", "completed")
    assert table.show_cell("o3", "o3c0", "planned_text")


def test_a_row_does_not_vanish_under_the_hand_that_edits_it(table: TableView, project: Project) -> None:
    table.set_filter(Filter(reason_missing=True))
    table.show_cell("o2", "o2c0", "explanation")
    project.do(outputs.set_explanation(project.report, "o2", "o2c0", "Because of the weather."))
    current = table.current()
    assert current is not None
    assert current.output == "o2"


def test_an_empty_scope_has_no_current_cell(table: TableView) -> None:
    table.set_filter(Filter(text="nowhere"))
    assert table.current() is None
    assert (table.model().rowCount(), table.table_model.rows.hidden) == (0, 5)
    table.set_filter()
    assert table.model().rowCount() == 5


def test_a_filter_leads_from_a_row_that_it_hides_to_the_next_one_shown(table: TableView) -> None:
    table.set_scope(None)
    table.show_cell("o2", "o2c0", "completed")
    table.set_filter(Filter(outcomes=frozenset({Outcome.MET})))
    assert table.current() == Current("o3", "o3c1", Field.COMPLETED)
    table.show_cell("o4", "o4c0", "completed")
    table.set_filter(Filter(outcomes=frozenset({Outcome.EXCEEDED})))
    assert table.current() == Current("o1", "o1c0", Field.COMPLETED)


def test_a_filter_that_hides_all_leads_back_to_the_row_when_it_is_taken_away(table: TableView) -> None:
    table.show_cell("o3", "o3c1", "remarks")
    table.set_filter(Filter(text="nowhere"))
    table.set_filter()
    assert table.current() == Current("o3", "o3c1", Field.REMARKS)


def test_another_section_is_shown_from_its_first_row(open_project: Callable, show_table: Callable) -> None:
    report = small_report()
    more = [Output(f"p{n}", "ea2", f"i{n}", "1 thing", (Component(f"p{n}c", "1", "", ""),)) for n in range(1, 9)]
    table = show_table(open_project(Report([*report.entities(), *more])))
    table.set_scope("ea1")
    table.show_cell("o4", "o4c0", "remarks")
    table.set_scope("ea2")
    assert table.current() == Current("o5", "o5c0", Field.COMPLETED)


class Watched(TableView):
    """A table that notes what it is asked to paint."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.painted = event.region().boundingRect()
        super().paintEvent(event)


def test_an_edit_draws_its_row_only(project: Project, theme: object, qtbot: object, show_table: object) -> None:
    view = Watched(project, Translator(), theme)  # type: ignore[arg-type]
    qtbot.addWidget(view)  # type: ignore[attr-defined]
    project.subscribe(lambda happened: view.refresh(happened.ids()))
    view.resize(900, 700)
    view.show()
    view.set_scope("ea1")
    QApplication.processEvents()
    project.do(outputs.set_completed(project.report, "o4", "o4c0", "1 "))
    project.do(outputs.set_remarks(project.report, "o4", "o4c0", "Report A/71/588"))
    QApplication.processEvents()
    row = view.visualRect(view.table_model.place("o4", "o4c0", "remarks"))
    assert view.painted.top() >= row.top()
    assert view.painted.height() <= row.height() + 1


def test_only_rows_in_view_are_laid_out(
    open_project: Callable[[Report], Project],
    show_table: Callable[[Project], TableView],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = show_table(open_project(make_sample(2000, "en")))
    asked: list[int] = []
    heights = Cells.heights
    monkeypatch.setattr(Cells, "heights", lambda cells, first: asked.append(first) or heights(cells, first))
    view.set_scope(None)
    assert 0 < len(asked) < 100
    asked.clear()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    assert 0 < len(asked) < 100


def test_the_row_at_the_top_stays_while_rows_above_get_their_heights(
    open_project: Callable[[Report], Project], show_table: Callable[[Project], TableView]
) -> None:
    view = show_table(open_project(make_sample(300, "en")))
    view.set_scope(None)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(20):
        top = view.rowAt(0)
        at = view.rowViewportPosition(top)
        bar.setValue(bar.value() - 40)
        assert abs(view.rowViewportPosition(top) - at - 40) <= 1


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off_at_any_zoom(table: TableView, percent: int) -> None:
    table.dress.set_zoom(percent)
    for at, row in enumerate(table.table_model.rows.rows):
        shapes = [table.cells.shape(at, field).height for field in (Field.PLANNED, Field.COMPLETED, Field.REMARKS)]
        assert table.rowHeight(at) >= max(shapes)
        if row.place == 0:
            whole = sum(table.rowHeight(at + other) for other in range(row.span))
            assert whole >= table.cells.shape(at, Field.PLANNED_TEXT).height


def test_the_wording_stays_in_sight_with_the_figure_that_is_gone_to(
    show_table: Callable[[Project], TableView], open_project: Callable[[Report], Project]
) -> None:
    """Far down the table its figure alone stood at the upper edge, beside an empty cell."""
    view = show_table(open_project(make_sample(120, "en")))
    view.set_scope(None)
    model, room = view.table_model, view.viewport().height()
    seen = 0
    for first, row in enumerate(list(model.rows.rows)):
        if row.component is None or row.place or row.span < 2:
            continue
        last = first + row.span - 1
        view.show_cell(model.rows.rows[min(last + 9, len(model.rows) - 1)].id)
        view.show_cell(row.id, model.row(last).component, "completed")
        top = view.rowViewportPosition(first)
        bottom = view.rowViewportPosition(last) + view.rowHeight(last)
        if bottom - top <= room:
            seen += 1
            assert top >= 0
            assert bottom <= room
    assert seen > 5


def test_a_notch_of_the_wheel_moves_a_few_lines(
    show_table: Callable[[Project], TableView], open_project: Callable[[Report], Project]
) -> None:
    """Rows are high: one and a half of them were half the screen, and the eye lost its place."""
    view = show_table(open_project(make_sample(120, "en")))
    view.set_scope(None)
    at = QPointF(view.viewport().rect().center())
    there = QPointF(view.viewport().mapToGlobal(at.toPoint()))
    turn = QWheelEvent(
        at, there, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    lines = view.verticalScrollBar().value() / view.painter.setter.metrics.body.pitch
    assert 3 <= lines <= 8


def test_the_current_cell_is_brought_into_view_sideways(table: TableView) -> None:
    table.resize(600, 500)
    table.dress.set_zoom(200)
    table.show_cell("o1", "o1c0", "remarks")
    assert table.visualRect(table.currentIndex()).right() <= table.viewport().width()
    table.show_cell("o1", "o1c0", "planned_text")
    assert table.visualRect(table.currentIndex()).left() >= 0


def test_headings_and_columns_have_names_for_screen_readers(table: TableView) -> None:
    model = table.table_model
    for column in range(model.columnCount()):
        assert model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert table.accessibleName()


def test_of_a_huge_remark_the_beginning_is_shown_and_how_much_is_not(table: TableView, project: Project) -> None:
    from rbb_editor.gui.table.shapes import MOST_SHOWN

    text = "The meeting was held. " * 5_000
    project.do(outputs.set_remarks(project.report, "o4", "o4c0", text))
    index = table.table_model.place("o4", "o4c0", "remarks")
    assert index.data() == text.strip(), "a screen reader and the clipboard get all of it"
    shape = table.cells.shape(index.row(), Field.REMARKS)
    assert shape.height < MOST_SHOWN
    assert len(shape.pieces) == 2
    table.show_cell("o4", "o4c0", "remarks")
    table.edit_field(Field.REMARKS)
    editor = table.open_editor
    assert editor is not None
    assert editor.editor.text() == text.strip()
    assert editor.editor.height() <= table.viewport().height()
    assert table.commit_pending()
    assert project.report.output("o4").components[0].remarks == text.strip()


def test_the_words_a_finding_is_about_are_marked_in_the_text_itself(table: TableView, project: Project) -> None:
    plain = table.viewport().grab().toImage()
    project.do(outputs.set_remarks(project.report, "o1", "o1c0", "85 activities were conducted. 85 in all."))
    marked = {(field, words, before) for _, field, words, before in marked_words(table.table_model, 0)}
    assert (Field.REMARKS, "85", 0) in marked
    assert (Field.COMPLETED, "101", 0) in marked
    rect = table.visualRect(table.table_model.place("o1", "o1c0", "remarks"))
    tint = table.painter.colour("mark").rgb()
    image = table.viewport().grab().toImage()
    ratio = image.width() / table.viewport().width()
    shown = {
        image.pixelColor(round(x * ratio), round(y * ratio)).rgb()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.top() + 40)
    }
    assert tint in shown
    project.undo()
    table.standing.go(table.standing.moves().settle(table.standing.spot()))  # type: ignore[arg-type]
    assert not list(marked_words(table.table_model, 0))
    assert table.viewport().grab().toImage() == plain


def test_only_the_word_meant_is_marked_where_it_stands_twice(table: TableView) -> None:
    setter = table.painter.setter
    laid = setter.lay("85 of 85 in 1 851", setter.metrics.body, 400)
    ground = table.painter.colour("mark")
    found = laid._range(Mark("85", ground, ground, 1))
    assert found is not None
    assert (found.start, found.length) == (6, 2)
    assert laid._range(Mark("85", ground, ground, 5)) is None


def test_figures_deleted_everywhere_at_once_while_scrolled_down(
    open_project: Callable[[Report], Project], show_table: Callable[[Project], TableView]
) -> None:
    project = open_project(make_sample(60, "en"))
    view = show_table(project, height=300)  # type: ignore[call-arg]
    tester = QAbstractItemModelTester(view.table_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.set_scope(None)
    view.standing.go(view.standing.moves().by_rows(view.standing.spot(), 55))  # type: ignore[arg-type]
    before = project.report.snapshot()
    places = [(output.id, each.id) for output in project.report.outputs() for each in output.components]
    project.do(outputs.delete_components(project.report, places))
    assert len([row for row in view.table_model.rows.rows if row.component]) == 60
    project.undo()
    assert project.report == before
    assert tester.model() is view.table_model


def test_a_current_row_that_was_seen_whole_stays_so_in_a_smaller_table(table: TableView) -> None:
    table.resize(900, 700)
    last = table.table_model.rows.rows[-1]
    table.show_cell(last.id, last.component, "remarks")
    row = table.currentIndex().row()
    for width, height in ((900, 420), (620, 420), (900, 300)):
        table.resize(width, height)
        QApplication.processEvents()
        top, room = table.rowViewportPosition(row), table.viewport().height()
        assert top >= 0
        assert top == 0 or top + table.rowHeight(row) <= room


def test_rows_stay_where_they_are_when_the_current_one_is_out_of_sight(table: TableView) -> None:
    table.resize(900, 240)
    table.show_cell("o1", "o1c0", "remarks")
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert table.rowViewportPosition(table.currentIndex().row()) < 0
    before = bar.value()
    table.resize(900, 200)
    QApplication.processEvents()
    assert bar.value() == before
