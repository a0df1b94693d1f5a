"""What taking one change of a file that came back would do to the findings. May run off the GUI thread."""

from msgspec import Struct

from rbb_editor import resources
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.text import Text
from rbb_editor.merge import Comparison, Decision, Difference, Side, merged
from rbb_editor.rules import Finding
from rbb_editor.rules.checker import Checker


class Consequence(Struct, frozen=True):
    """Findings that would be closed, and those that would come up."""

    closed: tuple[Finding, ...]
    opened: tuple[Finding, ...]


class Consequences:
    """Foresees what single decisions do to ours; each is worked out once."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        language = resources.language(comparison.ours.info.language)
        self._report = comparison.ours.snapshot()
        self._checker = Checker(self._report, Reader(language), language)
        self._known: dict[Difference, Consequence] = {}

    def of(self, difference: Difference) -> Consequence:
        """What taking theirs at this one difference would close and bring up."""
        known = self._known.get(difference)
        if known is None:
            known = self._known[difference] = self._foreseen(difference)
        return known

    def _foreseen(self, difference: Difference) -> Consequence:
        change = merged(self._comparison, {difference.spot: Decision(Side.THEIRS)}, Text(""))
        if change is None:
            return Consequence((), ())
        self._checker.update(change)  # the state now, of what will be touched
        before = self._standing(change.ids())
        self._report.apply(change)
        self._checker.update(change)
        after = self._standing(change.ids())
        back = change.inverse()
        self._report.apply(back)
        self._checker.update(back)
        return Consequence(
            tuple(each for each in before if each not in after), tuple(each for each in after if each not in before)
        )

    def _standing(self, ids: frozenset[str]) -> list[Finding]:
        return [finding for id in sorted(ids) for finding in self._checker.of(id) if not finding.waived]
