"""How an output was found again in another year's report."""

import pytest
from msgspec.structs import replace

from rbb_editor.domain.entities import Component, Output
from rbb_editor.merge import Match, matched_by

NOW = Output("o", "ea", "h", "Conduct of 85 outreach activities", (Component("c"),))
THEN = Output("p", "eb", "h", NOW.planned_text, (Component("d"),))


@pytest.mark.parametrize(
    ("then", "same_place", "how"),
    [
        (replace(THEN, id="o", planned_text="Other words"), False, Match.ID),
        (replace(THEN, components=(Component("c"),), planned_text="Other words"), True, Match.ID),
        (THEN, True, Match.WORDING),
        (replace(THEN, planned_text="conduct of 85  outreach activities"), True, Match.WORDING),
        (replace(THEN, planned_text="Conduct of 60 outreach activities"), True, Match.COUNTS),
        (replace(THEN, planned_text="Conduct of 60 outreach and media activities"), True, Match.LIKE),
        (THEN, False, Match.ELSEWHERE),
    ],
)
def test_what_tells_that_it_is_the_same(then: Output, same_place: bool, how: Match) -> None:
    assert matched_by(NOW, then, same_place=same_place) is how
