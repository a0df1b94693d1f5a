"""A fingerprint tells states of a report apart, and is found backwards along the changes."""

from random import Random

import pytest

from rbb_editor.domain.fingerprint import Fingerprint, fingerprint
from rbb_editor.edits import outputs
from tests.made_up import small_report
from tests.random_edits import random_change


@pytest.mark.parametrize("seed", range(10))
def test_it_goes_back_along_the_changes(seed: int):
    chance, report = Random(seed), small_report()
    states, changes = [fingerprint(report)], []
    for _ in range(12):
        change = random_change(report, chance)
        if change is not None:
            report.apply(change)
            changes.append(change)
            states.append(fingerprint(report))
    found = Fingerprint(report.entities())
    for change, state in zip(reversed(changes), reversed(states[:-1]), strict=True):
        found.go_back(change)
        assert str(found) == state
    assert str(found) == fingerprint(small_report())


def test_every_word_counts():
    report = small_report()
    report.apply(outputs.set_remarks(report, "visits", "visits1", "2 visits were made."))
    assert fingerprint(report) != fingerprint(small_report())


def test_it_is_the_same_in_every_version_of_the_program():
    """A file that was sent out by one version and comes back to the next is told by it.

    Where this fails, an entity has a field more or is written otherwise: leave that out of `_weight` where it says what
    it said before.
    """
    assert fingerprint(small_report()) == "6ea91d2d7fa225ca3b47048cdfa1e61c"
