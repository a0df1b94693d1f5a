"""Which rows a scope and a filter show, and what the chips count. No screen needed."""

import pytest

from rbb_editor import resources
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome
from rbb_editor.edits import outputs
from rbb_editor.gui.table.rows import EVERYTHING, Filter, Rows
from rbb_editor.project.tally import ALL, NO_FIGURE, REASON_MISSING, Tally
from rbb_editor.rules.checker import Checker
from rbb_editor.rules.rule import Severity
from tests.gui.conftest import small_report


class Small:
    """The small report with what reads and checks it."""

    def __init__(self) -> None:
        language = resources.language("en")
        self.report: Report = small_report()
        self.reader = Reader(language)
        self.checker = Checker(self.report, self.reader, language)
        self.checker.run()

    def rows(self, scope: str | None, chosen: Filter = EVERYTHING, keep: frozenset[str] = frozenset()) -> Rows:
        return Rows.of(self.report, self.reader, self.checker, scope, chosen, keep)


@pytest.fixture
def small() -> Small:
    return Small()


def shown(rows: Rows) -> list[str]:
    return [row.component or row.id for row in rows.rows]


def test_an_accomplishment_has_no_heading_row(small: Small) -> None:
    rows = small.rows("ea1")
    assert shown(rows) == ["o1c0", "o2c0", "o3c0", "o3c1", "o4c0"]
    assert [(row.place, row.span) for row in rows.rows][2:4] == [(0, 2), (1, 2)]


@pytest.mark.parametrize("scope", [None, "d"])
def test_a_wider_scope_opens_each_accomplishment_with_a_heading(small: Small, scope: str | None) -> None:
    assert shown(small.rows(scope)) == ["ea1", "o1c0", "o2c0", "o3c0", "o3c1", "o4c0", "ea2", "o5c0"]


def test_one_output_may_be_the_scope(small: Small) -> None:
    assert shown(small.rows("o3")) == ["o3c0", "o3c1"]


def test_an_unknown_scope_has_no_rows(small: Small) -> None:
    assert shown(small.rows("gone")) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(outcomes=frozenset({Outcome.SHORTFALL})), ["ea1", "o2c0", "o3c0"]),
        (Filter(outcomes=frozenset({Outcome.EXCEEDED})), ["ea1", "o1c0"]),
        (Filter(reason_missing=True), ["ea1", "o2c0", "o3c0"]),
        (Filter(no_figure=True), ["ea2", "o5c0"]),
        (Filter(text="WEEKLY"), ["ea1", "o3c0", "o3c1"]),
        (Filter(text="a/71/587"), ["ea1", "o4c0"]),
        (Filter(text="visits", reason_missing=True), ["ea1", "o2c0"]),
        (Filter(severities=frozenset({Severity.ERROR})), ["ea1", "o2c0", "o3c0", "ea2", "o5c0"]),
        (Filter(only=frozenset({"o4"})), ["ea1", "o4c0"]),
        (Filter(text="nowhere"), []),
    ],
)
def test_filters(small: Small, wanted: Filter, found: list[str]) -> None:
    rows = small.rows("d", wanted)
    assert shown(rows) == found
    assert rows.hidden == 6 - sum(1 for row in rows.rows if row.component)


def test_a_row_that_is_kept_stays_whatever_the_filter_says(small: Small) -> None:
    rows = small.rows("d", Filter(text="nowhere"), frozenset({"o2"}))
    assert shown(rows) == ["ea1", "o2c0"]


def test_find_falls_back_to_the_output(small: Small) -> None:
    rows = small.rows("d")
    assert rows.find("o3", "o3c1") == 4
    assert rows.find("o3", "gone") == 3
    assert rows.find("gone") is None


def test_the_chips_count_figures_and_follow_an_edit(small: Small) -> None:
    tally = Tally(small.report, small.reader, "d")
    assert not tally.advance(2)
    assert tally.advance(100)
    assert tally.counts[ALL] == 6
    assert (tally.counts["shortfall"], tally.counts["exceeded"], tally.counts["met"]) == (2, 1, 2)
    assert (tally.counts[REASON_MISSING], tally.counts[NO_FIGURE]) == (2, 1)
    change = outputs.set_completed(small.report, "o2", "o2c0", "10")
    assert change is not None
    small.report.apply(change)
    tally.update(change.ids())
    assert (tally.counts["shortfall"], tally.counts["met"], tally.counts[REASON_MISSING]) == (1, 3, 1)


def test_the_chips_of_another_section_do_not_count_an_edit_elsewhere(small: Small) -> None:
    tally = Tally(small.report, small.reader, "ea2")
    tally.advance(10)
    tally.update(["o1"])
    assert tally.counts[ALL] == 1
