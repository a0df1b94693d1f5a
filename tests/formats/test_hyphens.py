"""Words that a line end has hyphenated."""

from collections import Counter

import pytest

from rbb_editor.formats.hyphens import joined_word


@pytest.mark.parametrize(
    ("before", "after", "words", "joined"),
    [
        ("on the manage-", "ment of fuel", "", "on the management of fuel"),
        ("in the peace-", "keeping series", "", "in the peace-keeping series"),
        ("in the peace-", "keeping series", "peacekeeping", "in the peacekeeping series"),
        ("the fuel-", "truck", "fuel-truck", "the fuel-truck"),
        ("the store-", "keeper", "store store keeper keeper", "the store-keeper"),
        ("of the Secretary-", "General", "", None),
        ("held 4 -", "and more", "", None),
        ("with the Union", "and others", "", None),
        ("оборудо-", "вание", "", "оборудование"),
    ],
)
def test_halves_of_a_word(before: str, after: str, words: str, joined: str | None) -> None:
    assert joined_word(before, after, Counter(words.split())) == joined
