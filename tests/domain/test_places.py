"""Where something stands, in the words that people write."""

import pytest

from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.places import place_seen, place_words, section_words, several_places
from rbb_editor.i18n import Translator
from rbb_editor.resources import language
from tests.made_up import small_report


@pytest.mark.parametrize(
    ("id", "words"), [("visits", "A (a) 1.1, row 2"), ("posts", "B 1.1, row 1"), ("a11", "A (a) 1.1"), ("B", "B")]
)
def test_a_place_is_numbers_and_a_row(id: str, words: str) -> None:
    assert place_words(small_report(), id, language("en")).in_english() == words


def test_a_section_is_its_numbers_as_they_are_printed() -> None:
    assert section_words(small_report(), "b11", language("en")) == "A (b) 1.1"


def test_several_places_follow_one_another_in_every_interface_language() -> None:
    places = several_places(small_report(), ["letters", "posts", "a21"], language("en"))
    assert places.in_english() == "A (a) 1.1, row 1; B 1.1, row 1; A (a) 2.1"
    assert Translator.load("zh")(places) == "A (a) 1.1，第 1 行；B 1.1，第 1 行；A (a) 2.1"
    assert several_places(small_report(), ["posts"], language("en")).in_english() == "B 1.1, row 1"


def test_sections_that_stood_in_one_another_at_different_times_are_named_once() -> None:
    gone = {
        "x": Section("x", Level.OFFICE, "y", "a", number="X"),
        "y": Section("y", Level.OFFICE, "x", "a", number="Y"),
    }
    assert place_seen(small_report(), "x", "", language("en"), gone).in_english() == "(Y) (X)"
