"""A short text that stands for all that a report says: a file that was sent out is told by it from other states.

It is a sum over the entities, so that the fingerprint of an earlier state follows from a later one by the changes
between them, without looking at the rest of the report.
"""

from collections.abc import Iterable

from rbb_editor.domain.change import Change
from rbb_editor.domain.digest import blake2b
from rbb_editor.domain.entities import EarlierReport, Entity
from rbb_editor.domain.report import Report

BYTES = 16
MODULUS = 1 << (8 * BYTES)


class Fingerprint:
    """The fingerprint of one state of a report, and the way to that of the state before."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._sum = sum(map(_weight, entities)) % MODULUS

    def __str__(self) -> str:
        return f"{self._sum:0{2 * BYTES}x}"

    def go_back(self, change: Change) -> None:
        """Becomes that of the state before `change`, which led to the state that this is of."""
        for pair in change.pairs:
            gone = _weight(pair.after) if pair.after is not None else 0
            back = _weight(pair.before) if pair.before is not None else 0
            self._sum = (self._sum - gone + back) % MODULUS


def fingerprint(report: Report) -> str:
    """32 hexadecimal digits; the same for reports that say the same, ids and comments included."""
    return str(Fingerprint(report.entities()))


def _weight(entity: Entity) -> int:
    if isinstance(entity, EarlierReport):
        return 0  # the report says the same with it and without
    return int.from_bytes(blake2b(repr(entity).encode("utf-8", "surrogatepass"), digest_size=BYTES).digest())
