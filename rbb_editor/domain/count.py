"""A count in a text: what it counts, and how deep in the sentence it stands."""

from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct

from rbb_editor.domain.values import Number, Qualifier


class Role(IntEnum):
    """What a count counts, the more likely planned figure first."""

    ITEM = 0
    PLACE = 1
    PERSON = 2


class Depth(IntEnum):
    """Where a count stands, the more likely planned figure first."""

    MAIN = 0
    PART = 1  # after "including", "namely"
    ASIDE = 2  # in the description of a purpose, a topic, a basis
    BRACKET = 3


ITEM, PLACE, PERSON = Role
MAIN, PART, ASIDE, BRACKET = Depth
RANGE = Qualifier.RANGE
"""Names of their own: to look a member up in its class takes as long as the rest of a comparison ten times over."""


class Count(Struct, frozen=True, gc=False):
    """A count at [start:end] of a folded text; [start:reach] holds the noun phrase that it counts.

    `noun`: the beginning of the counted noun, in Chinese the measure word; "" where it is not plain.
    """

    start: int
    end: int
    reach: int
    value: Number
    maximum: Number | None
    qualifier: Qualifier | None
    percent: bool
    role: Role
    depth: Depth
    segment: int
    clause: int
    article: bool
    joined: bool
    noun: str

    @property
    def middle(self) -> Number:
        """One number for the count: the middle of a range."""
        return self.value if self.maximum is None else (self.value + self.maximum) / 2


def naming(counts: Sequence[Count], value: Number | bool | None) -> list[Count]:
    """Those counts of a remark that name its figure; else its only one of a deliverable: the figure changed since."""
    told = [count for count in counts if not count.article]
    named = [count for count in told if count.value == value]
    return named or [count for count in told if len(told) == 1 and count.role is ITEM]
