"""Planned and completed figures and what comes of comparing them. Terms and kinds: interchange format, version 1."""

from enum import StrEnum

from msgspec import Struct

Number = int | float


class PlannedKind(StrEnum):
    """What a planned text promises: a count, a percentage, a deed (yes/no), or nothing that could be compared."""

    QUANTITY = "quantity"
    PERCENT = "percent"
    YES_NO = "yes_no"
    NONE = "none"


class Qualifier(StrEnum):
    """How exactly a planned figure is meant."""

    APPROXIMATELY = "approximately"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    RANGE = "range"


class ActualKind(StrEnum):
    """What stands in the completed cell; MISSING is an empty cell where a figure is expected."""

    QUANTITY = "quantity"
    PERCENT = "percent"
    YES_NO = "yes_no"
    TEXT = "text"
    MISSING = "missing"


class Outcome(StrEnum):
    """What comes of comparing; UNCLEAR is a state of its own, never a guess."""

    MET = "met"
    EXCEEDED = "exceeded"
    SHORTFALL = "shortfall"
    UNCLEAR = "unclear"


class Planned(Struct, frozen=True, gc=False):
    """A planned figure. `value` is a number (QUANTITY, PERCENT in points), True (YES_NO) or None (NONE).

    `maximum` is the upper end of a RANGE, else None.
    """

    kind: PlannedKind
    value: Number | bool | None = None
    maximum: Number | None = None
    qualifier: Qualifier | None = None


class Actual(Struct, frozen=True, gc=False):
    """A completed figure as read from its cell. `value`: number, percentage in points, bool (YES_NO), or None."""

    kind: ActualKind
    value: Number | bool | None = None


NOTHING_PLANNED = Planned(PlannedKind.NONE)
DEED_PLANNED = Planned(PlannedKind.YES_NO, True)
ONE_PLANNED = Planned(PlannedKind.QUANTITY, 1)
MISSING = Actual(ActualKind.MISSING)
