"""Phrases with gaps: those that are alike up to their last gap are sought as one, and find what each finds alone."""

import re

import pytest

from rbb_editor.domain.choices import openings
from rbb_editor.domain.gaps import cut, together
from rbb_editor.domain.wildcards import pattern

PHRASES = (
    "no … (received|requested)",
    "no … need(ed|s)?",
    "others … (was|were) … online",
    "others … (was|were) … by (telephone|letter)",
    "delay* … caused",
    "(un)?able … ?to",
    "moved (from … )?to later",
)
TEXTS = (
    "no visits were requested",
    "no  need",
    "no visit of any kind at all that anyone had ever dreamed of was needed",
    "no visit. Needed",
    "one no more than needless",
    "the others, in Juba, were held online and by letter",
    "others were not by telephone",
    "others online",
    "delays of the contractor caused it",
    "they were unable to, and able as well to go",
    "it moved from May to later",
    "moved to later",
)


@pytest.mark.parametrize("text", TEXTS)
def test_together_phrases_are_found_where_each_is_found_alone(text: str) -> None:
    all_of_them = pattern(PHRASES, "", spaced=True)
    alone = [pattern([phrase], "", spaced=True) for phrase in PHRASES]
    for at in range(len(text)):
        assert (all_of_them.match(text, at) is not None) == any(each.match(text, at) for each in alone), text[at:]


def test_of_phrases_that_are_alike_up_to_a_gap_the_nearest_words_are_found() -> None:
    found = pattern(("no … (received|requested)", "no … was"), "", spaced=True).search("no visit was requested")
    assert found is not None
    assert found.group() == "no visit was"


def test_a_chinese_gap_is_as_wide_as_sixteen_characters() -> None:
    wide = pattern(("因…(推迟|取消)", "因…延误"), "", spaced=False)
    assert wide.search("因" + "天" * 16 + "取消")
    assert wide.search("因" + "天" * 17 + "延误") is None


def test_a_gap_within_a_choice_parts_no_phrase() -> None:
    assert cut("a … (b … c)? … d") == ("a … ", "(b … c)? … ", "d")
    assert cut("(from … )?to") == ("(from … )?to",)


def test_what_opens_behind_a_gap_is_sought_ahead_of_it() -> None:
    assert openings("(re)?quest*", 3) == {"req", "que"}
    assert openings("*ed", 3) == {""}
    ahead = together(("no … ",), ("received", "(was|were) late"), spaced=True)
    assert re.compile(ahead).match("no word received")
    assert ahead.startswith(r"no(?=\ (?:[^.;。;!?\n]{0,40}\ |)(?:rece|w(?:as\ |ere)))")
