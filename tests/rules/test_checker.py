"""The checker: what it keeps up to date at every edit is what a whole check finds."""

import pytest

from rbb_editor import resources
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.progress import Cancelled
from rbb_editor.rules import Severity
from rbb_editor.rules.checker import Checker
from tests.edits.test_every_edit import CASES
from tests.made_up import small_report

ENGLISH = resources.language("en")


def checker(report: Report) -> Checker:
    return Checker(report, Reader(ENGLISH), ENGLISH)


def checked(report: Report) -> Checker:
    made = checker(report)
    made.run()
    return made


@pytest.mark.parametrize("name", CASES)
def test_updating_finds_what_a_whole_check_finds(name: str) -> None:
    report = small_report()
    live = checked(report)
    change = CASES[name](report)
    assert change is not None
    for each in (change, change.inverse(), change):
        report.apply(each)
        live.update(each)
        fresh = checked(report)
        assert list(live.findings()) == list(fresh.findings())
        assert live.tally() == +fresh.tally()
        for section in report.walk():
            assert +live.tally(section.id) == +fresh.tally(section.id)


@pytest.mark.parametrize("done_before", range(0, 16, 3))
def test_an_edit_in_the_middle_of_a_whole_check_loses_nothing(done_before: int) -> None:
    report = small_report()
    live = checker(report)
    live.advance(done_before)
    for edit in (CASES["sections.delete"], CASES["outputs.add_output"]):
        copy = small_report()
        change = edit(copy)
        assert change is not None
        report.apply(change)
        live.update(change)
        report.apply(change.inverse())
        live.update(change.inverse())
    while not live.advance(1):
        assert not live.complete
    assert list(live.findings()) == list(checked(report).findings())


def test_findings_of_the_touched_are_named() -> None:
    report = small_report()
    live = checked(report)
    change = CASES["outputs.set_explanation"](report)
    assert change is not None
    report.apply(change)
    assert live.update(change) >= {"letters"}


def test_counts_leave_out_what_is_waived_and_add_up() -> None:
    live = checked(small_report())
    assert live.counts() == {Severity.ERROR: 1, Severity.WARNING: 1}
    assert live.counts("A") == {Severity.ERROR: 1, Severity.WARNING: 1}
    assert live.counts("a11") == {Severity.ERROR: 1}
    assert live.counts("B") == {}


def test_a_cancelled_check_can_go_on() -> None:
    live = checker(small_report())

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        live.run(stop)
    live.run()
    assert live.complete
    assert len(list(live.findings())) == 3
