"""Laws of changes over any report and any edits: inverse, composition, nothing outside the named ids moves."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from tests.random_edits import random_change
from tests.strategies import reports

SEEDS = st.integers(0, 2**32)


def edits(report: Report, seed: int, count: int) -> list[Change]:
    """Makes up to `count` random edits and returns them."""
    chance = Random(seed)
    made = []
    for _ in range(count):
        change = random_change(report, chance)
        if change is not None:
            report.apply(change)
            made.append(change)
    return made


@given(reports(), SEEDS)
def test_undoing_in_reverse_restores_the_whole_report(report: Report, seed: int) -> None:
    before = report.snapshot()
    order = [entity.id for entity in report.walk()]
    for change in reversed(edits(report, seed, 12)):
        report.apply(change.inverse())
    assert report == before
    assert [entity.id for entity in report.walk()] == order


@given(reports(), SEEDS)
def test_several_changes_as_one_do_and_undo_the_same(report: Report, seed: int) -> None:
    before = report.snapshot()
    made = edits(report, seed, 8)
    if not made:
        return
    whole = made[0]
    for change in made[1:]:
        whole = whole.then(change)
    once = before.snapshot()
    once.apply(whole)
    assert once == report
    once.apply(whole.inverse())
    assert once == before


@given(reports(), SEEDS)
def test_only_the_named_ids_change(report: Report, seed: int) -> None:
    before = report.snapshot()
    named = {id for change in edits(report, seed, 5) for id in change.ids()}
    for entity in before.entities():
        assert entity.id in named or report.get(entity.id) == entity
    for entity in report.entities():
        assert entity.id in named or before.get(entity.id) == entity
