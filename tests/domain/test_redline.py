"""A redline gives both texts back, says the least by words, and ends in time on any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor.domain.redline import Kind, Span, redline

WORDS = st.lists(st.sampled_from(["the", " ", "visit", ", ", "6", "7", "举行", "会", "。", "تقرير", "\n", "😀"])).map(
    "".join
)
TEXTS = st.text() | WORDS


def shown(before: str, after: str) -> str:
    signs = {Kind.EQUAL: "{}", Kind.DELETED: "[-{}-]", Kind.INSERTED: "[+{}+]"}
    return "".join(signs[span.kind].format(span.text) for span in redline(before, after))


@given(TEXTS, TEXTS)
def test_what_stayed_and_went_is_before_and_what_stayed_and_came_is_after(before: str, after: str):
    spans = redline(before, after)
    assert "".join(span.text for span in spans if span.kind is not Kind.INSERTED) == before
    assert "".join(span.text for span in spans if span.kind is not Kind.DELETED) == after
    assert all(span.text for span in spans)
    assert all(one.kind != other.kind for one, other in pairwise(spans))


@given(TEXTS)
def test_a_text_that_stays_is_one_stretch(text: str):
    assert redline(text, text) == ((Span(Kind.EQUAL, text),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("5", "6", "[-5-][+6+]"),
        ("conducted five visits", "conducted 6 visits", "conducted [-five-][+6+] visits"),
        ("6 visits", "6 visits, because he could not travel", "6 visits[+, because he could not travel+]"),
        ("the old man came", "the young king came", "the [-old man-][+young king+] came"),
        ("举行了85次会议", "举行了101次会议", "举行了[-85-][+101+]次会议"),
        ("副秘书长主持会议", "秘书长主持了会议", "[-副-]秘书长主持[+了+]会议"),
        ("عُقد اجتماع واحد", "عُقد اجتماعان", "عُقد [-اجتماع واحد-][+اجتماعان+]"),
        ("", "new", "[+new+]"),
        ("gone", "", "[-gone-]"),
    ],
)
def test_words_are_struck_out_and_put_in_whole(before: str, after: str, expected: str):
    assert shown(before, after) == expected


@pytest.mark.parametrize("unit", ["word{} and the ", "字{}与其"])
def test_long_texts_come_out_whole(unit: str):
    before = "".join(unit.format(number) for number in range(100_000 // len(unit)))
    changed = "X " + before[: len(before) // 2] + " Y " + before[len(before) // 2 :] + " Z"
    for after in (changed, before[::-1]):
        spans = redline(before, after)
        assert "".join(span.text for span in spans if span.kind is not Kind.DELETED) == after
