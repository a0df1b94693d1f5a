"""What was decided about the differences of a file that came back, with a way back for each step. No Qt."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from rbb_editor.merge import Comparison, Decision, Difference, Side, Spot, Topic


class State(StrEnum):
    """How far a difference is decided."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Decisions:
    """The decisions about one comparison. Nothing is changed by them before they are carried out."""

    def __init__(self, comparison: Comparison, kept: Mapping[Spot, Decision] | None = None) -> None:
        """`kept`: decisions of an earlier look at the same file; those about what is no difference now are dropped."""
        self.comparison = comparison
        spots = {each.spot for each in comparison.differences}
        self._made = {spot: decision for spot, decision in (kept or {}).items() if spot in spots}
        self._steps: list[dict[Spot, Decision]] = []

    @property
    def made(self) -> Mapping[Spot, Decision]:
        """All decisions, by spot."""
        return self._made

    def of(self, difference: Difference) -> Decision | None:
        """What was decided about a difference."""
        return self._made.get(difference.spot)

    def state(self, difference: Difference) -> State:
        """How far a difference is decided."""
        decision = self.of(difference)
        if decision is None:
            return State.UNDECIDED
        taken = decision.side is Side.THEIRS or decision.text is not None
        return State.ACCEPTED if taken else State.REJECTED

    def decide(self, differences: Iterable[Difference], decision: Decision | None) -> None:
        """Decides about some differences alike, as one step; None takes a decision back."""
        before = dict(self._made)
        for each in differences:
            if decision is None:
                self._made.pop(each.spot, None)
            else:
                self._made[each.spot] = decision
        if self._made != before:
            self._steps.append(before)

    def undo(self) -> bool:
        """Takes the last step back; False where there is none."""
        if not self._steps:
            return False
        self._made = self._steps.pop()
        return True

    def calm(self) -> list[Difference]:
        """What is undecided and may be taken at once: nothing that clashes, and no approved wording."""
        undecided = self.undecided(self.comparison.differences)
        return [each for each in undecided if not each.conflict and each.topic is not Topic.APPROVED]

    def undecided(self, among: Iterable[Difference]) -> list[Difference]:
        """What of some differences is not decided yet."""
        return [each for each in among if self.of(each) is None]

    def count(self, state: State) -> int:
        """How many differences are in a state."""
        return sum(1 for each in self.comparison.differences if self.state(each) is state)

    def clashing(self) -> int:
        """How many that clash are undecided."""
        return sum(1 for each in self.comparison.conflicts() if self.of(each) is None)
