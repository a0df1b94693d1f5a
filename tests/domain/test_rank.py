"""Ranks: there is always room between two."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor.domain.rank import between, several_between, spread


@given(st.lists(st.integers(0, 60), max_size=60))
def test_ranks_keep_their_order_wherever_rows_are_put_in(places: list[int]) -> None:
    ranks: list[str] = []
    for place in places:
        at = min(place, len(ranks))
        before = ranks[at - 1] if at else None
        after = ranks[at] if at < len(ranks) else None
        ranks.insert(at, between(before, after))
    assert ranks == sorted(set(ranks))


@given(st.integers(0, 3000))
def test_spread_leaves_room(count: int) -> None:
    ranks = spread(count)
    assert len(ranks) == count
    assert ranks == sorted(set(ranks))
    for one, two in itertools.pairwise(ranks):
        assert one < between(one, two) < two


def test_several_between() -> None:
    assert len(several_between("b", "c", 5)) == 5
    assert all("b" < rank < "c" for rank in several_between("b", "c", 5))


def test_ranks_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="no rank"):
        between("c", "b")
