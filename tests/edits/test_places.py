"""Where a step up or down leads among siblings."""

import pytest

from rbb_editor.edits.places import NOWHERE, step_target

SIBLINGS = ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("moving", "step", "behind"),
    [
        ("c", -1, "a"),
        ("c", 1, "d"),
        ("b", -1, None),
        ("a", -1, NOWHERE),
        ("e", 1, NOWHERE),
        ("bc", 1, "d"),
        ("bc", -1, None),
        ("bd", 1, "c"),  # what lies between stays before them
        ("bd", -1, "a"),  # or behind
    ],
)
def test_a_step_leads_behind_the_next_one_or_nowhere(moving: str, step: int, behind: str | None):
    assert step_target(SIBLINGS, moving, step) == behind
