"""Planned against completed."""

import pytest

from rbb_editor.domain.outcome import deviation, needs_explanation, outcome
from rbb_editor.domain.values import (
    DEED_PLANNED,
    MISSING,
    NOTHING_PLANNED,
    Actual,
    ActualKind,
    Outcome,
    Planned,
    Qualifier,
)
from rbb_editor.domain.values import PlannedKind as Kind

YES, NO = Actual(ActualKind.YES_NO, True), Actual(ActualKind.YES_NO, False)
TEN = Planned(Kind.QUANTITY, 10)


def plan(value: float, qualifier: Qualifier | None = None, maximum: float | None = None) -> Planned:
    return Planned(Kind.QUANTITY, value, maximum, qualifier)


def got(value: float) -> Actual:
    return Actual(ActualKind.QUANTITY, value)


CASES = [
    (TEN, got(10), "met"),
    (TEN, got(9), "shortfall"),
    (TEN, got(11), "exceeded"),
    (TEN, YES, "met"),
    (TEN, NO, "shortfall"),
    (TEN, MISSING, "unclear"),
    (TEN, Actual(ActualKind.TEXT), "unclear"),
    (TEN, Actual(ActualKind.PERCENT, 10), "unclear"),
    (Planned(Kind.PERCENT, 80), Actual(ActualKind.PERCENT, 70), "shortfall"),
    (Planned(Kind.PERCENT, 80), got(80), "unclear"),
    (DEED_PLANNED, YES, "met"),
    (DEED_PLANNED, NO, "shortfall"),
    (DEED_PLANNED, got(3), "unclear"),
    (NOTHING_PLANNED, got(3), "unclear"),
    (NOTHING_PLANNED, NO, "shortfall"),
    (plan(100, Qualifier.APPROXIMATELY), got(90), "met"),
    (plan(100, Qualifier.APPROXIMATELY), got(110), "met"),
    (plan(100, Qualifier.APPROXIMATELY), got(89), "shortfall"),
    (plan(100, Qualifier.APPROXIMATELY), got(111), "exceeded"),
    (plan(4, Qualifier.UP_TO), got(1), "met"),
    (plan(4, Qualifier.UP_TO), got(0), "shortfall"),
    (plan(4, Qualifier.UP_TO), got(5), "exceeded"),
    (plan(4, Qualifier.AT_LEAST), got(4), "met"),
    (plan(4, Qualifier.AT_LEAST), got(5), "exceeded"),
    (plan(6, Qualifier.RANGE, 8), got(8), "met"),
    (plan(6, Qualifier.RANGE, 8), got(5), "shortfall"),
    (plan(6, Qualifier.RANGE, 8), got(9), "exceeded"),
]


@pytest.mark.parametrize(("planned", "actual", "expected"), CASES)
def test_outcome(planned: Planned, actual: Actual, expected: str) -> None:
    assert outcome(planned, actual) == expected


def test_what_has_to_be_explained() -> None:
    assert [each for each in Outcome if needs_explanation(each)] == [Outcome.EXCEEDED, Outcome.SHORTFALL]


def test_deviation_is_from_the_nearest_bound() -> None:
    assert deviation(TEN, got(7)) == -3
    assert deviation(plan(6, Qualifier.RANGE, 8), got(9)) == 1
    assert deviation(plan(6, Qualifier.RANGE, 8), got(7)) == 0
    assert deviation(plan(100, Qualifier.APPROXIMATELY), got(95)) == 0
    assert deviation(plan(100, Qualifier.APPROXIMATELY), got(80)) == -20
    assert deviation(TEN, YES) is None
