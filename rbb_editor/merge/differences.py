"""What a compare finds: one difference for each thing that can be taken or left by itself."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from rbb_editor.domain.entities import Abbreviation, Component, Entity, Note
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Planned

Value = str | bool | Planned | Component | Entity | tuple[Note | Abbreviation, ...] | None
"""One side of a difference: a field's value, or the whole thing where it was added or deleted; None: not there."""


class Kind(StrEnum):
    """What theirs did to a thing that was sent out."""

    CHANGED = "changed"
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"


class Topic(StrEnum):
    """What a difference is about, for a reader who goes through them by subject."""

    APPROVED = "approved"
    """The planned text: wording approved by the Assembly, taken only when someone asks for it."""
    WORDING = "wording"
    FIGURES = "figures"
    REASONS = "reasons"
    ROWS = "rows"
    """Outputs, sections and figures that came, went or moved."""
    COMMENTS = "comments"
    FRONT = "front"


class Side(StrEnum):
    """Whose version stands after a decision."""

    THEIRS = "theirs"
    OURS = "ours"


class Spot(Struct, frozen=True):
    """The place of a difference, and its key. `target`: the id of the entity; `component`: of a figure in it.

    `field`: a field of the entity or figure; "whole" for an entity or figure that came or went with all below it;
    "place" for where a node stands among the others; "order" for the order of an output's figures;
    "abbreviations/SHORT" for one line of the list of abbreviations.
    """

    target: str
    component: str | None
    field: str


class Difference(Struct, frozen=True):
    """What theirs changed at one spot, with all three sides. `conflict`: ours changed it too, and otherwise.

    For a moved node the sides are the ids of its parents (None: the report).
    """

    spot: Spot
    kind: Kind
    topic: Topic
    base: Value
    theirs: Value
    ours: Value
    conflict: bool = False


class Comparison(Struct, frozen=True):
    """All that theirs would change in ours, in printed order, and the three reports it was found in.

    `unchanged`: outputs that stand in ours and theirs without any difference; `ours_only`: outputs that only ours
    changed, which stay as they are whatever is decided.
    """

    base: Report
    ours: Report
    theirs: Report
    differences: tuple[Difference, ...]
    unchanged: int
    ours_only: int

    def conflicts(self) -> Iterator[Difference]:
        """The differences that ours changed too, and otherwise."""
        return (each for each in self.differences if each.conflict)


class Decision(Struct, frozen=True):
    """What shall stand at a spot: theirs, ours, or, where both reworded a text, `text` in the place of either."""

    side: Side
    text: str | None = None
