"""Changes: pairs, inverse, and one after the other."""

import pytest

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.text import Text

LABEL = Text.of("Change")
ONE, TWO, THREE = ReportInfo(title="1"), ReportInfo(title="2"), ReportInfo(title="3")


def made(*pairs: tuple[ReportInfo | None, ReportInfo | None]) -> Change:
    change = Change.of(LABEL, pairs)
    assert change is not None
    return change


def test_what_changes_nothing_is_no_change() -> None:
    assert Change.of(LABEL, [(ONE, ONE), (None, None)]) is None


def test_a_pair_is_two_states_of_one_entity() -> None:
    with pytest.raises(ValueError, match="one entity"):
        Pair(ONE, ReportInfo(id="other"))
    with pytest.raises(ValueError, match="one entity"):
        Pair(None, None)


def test_the_inverse_swaps_the_sides() -> None:
    change = made((ONE, TWO))
    assert change.inverse().pairs == (Pair(TWO, ONE),)
    assert change.inverse().inverse() == change
    assert change.ids() == {"report"}


def test_two_changes_as_one() -> None:
    assert made((ONE, TWO)).then(made((TWO, THREE))).pairs == (Pair(ONE, THREE),)
    assert made((None, TWO)).then(made((TWO, None))).pairs == ()
    with pytest.raises(ValueError, match="in between"):
        made((ONE, TWO)).then(made((ONE, THREE)))
