"""Two rewordings of one text put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor.merge import combined


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("conducted 6 visits, because of leave", "conducted six visits, because of leave",
         "conducted 6 visits, owing to leave", "conducted six visits, owing to leave"),
        ("进行了 6 次访问，由于事件", "进行了 7 次访问，由于事件",
         "进行了 6 次访问，因为事件", "进行了 7 次访问，因为事件"),
        ("one two", "one two", "one three", "one three"),
        ("one two", "one three", "one two", "one three"),
        ("one two", "one three", "one three", "one three"),
        ("one two three", "one 2 three", "one zwei three", None),
        ("one two three", "two three", "one two", "two"),
        ("one two", "one two more", "one two else", None),
    ],
)  # fmt: skip
def test_what_touches_other_words_goes_together(base: str, ours: str, theirs: str, expected: str | None):
    assert combined(base, ours, theirs) == expected
    assert combined(base, theirs, ours) == expected


WORDS = st.lists(st.sampled_from(("a", "bb", "c.", "字", "d", " ", "\n")), max_size=12).map("".join)


@given(WORDS, WORDS, WORDS)
def test_it_takes_sides_alike(base: str, ours: str, theirs: str):
    assert combined(base, ours, theirs) == combined(base, theirs, ours)
    assert combined(base, ours, ours) == ours
    assert combined(base, base, theirs) == theirs
