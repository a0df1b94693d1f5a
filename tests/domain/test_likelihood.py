"""The weighing of remarks in which no pattern finds a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain.likelihood import BASE, TAKEN, likelihood, signs_of
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome
from tests.domain.rows import lines

WEIGHED = ("ar", "en", "es", "fr", "ru")


def test_a_plain_statement_no_pattern_knows_is_taken_for_the_reason() -> None:
    remark = "4,600 handed out. Two battalions nobody had planned for arrived in February and needed cards too."
    split = split_remarks(remark, Outcome.EXCEEDED, resources.language("en"), "Distribution of 3,000 pocket cards")
    assert split.remarks == "4,600 handed out."
    assert split.explanation == "Two battalions nobody had planned for arrived in February and needed cards too."
    assert split.cue == split.explanation
    assert remark[split.start : split.end] == split.cue


def test_what_was_done_is_not() -> None:
    remark = "4,600 cards were handed out in 12 missions, in English and French, and were praised by the contingents."
    split = split_remarks(remark, Outcome.EXCEEDED, resources.language("en"), "Distribution of 3,000 pocket cards")
    assert (split.remarks, split.explanation) == (remark, "")


def test_a_cause_that_patterns_take_for_one_of_something_else_is_not_weighed() -> None:
    remark = "17 workshops were held. Owing to requests from host Governments, the workshops were held in French only."
    assert not split_remarks(remark, Outcome.EXCEEDED, resources.language("en"), "12 workshops").explanation


def test_words_of_the_plan_and_numbers_are_each_one_sign() -> None:
    signs = signs_of("12 mine surveys, 3 of roads", Outcome.SHORTFALL, resources.language("en"), "15 mine surveys")
    assert {"#", "P", "# P", "P P", "roads", "=shortfall"} <= signs.keys()
    assert not {"12", "mine", "surve*"} & signs.keys()


def test_forms_of_a_word_are_one_sign() -> None:
    english = resources.language("en")
    one, other = (signs_of(text, Outcome.SHORTFALL, english, "") for text in ("postponed", "postponement"))
    assert one == other


@pytest.mark.parametrize("code", WEIGHED)
def test_the_weights_of_a_language_are_those_of_its_words(code: str) -> None:
    """Nothing stands in the table that no remark can hold; most words of the rows have a weight."""
    language = resources.language(code)
    read = {BASE, TAKEN}
    for line in (*lines("sentences", code), *lines("learned", code)):
        planned, _, remarks, *_ = line.split("|")
        for remark in remarks.split("&&"):
            for outcome in (Outcome.SHORTFALL, Outcome.EXCEEDED):
                read |= signs_of(remark.strip(), outcome, language, planned.strip()).keys()
    assert language.weights.keys() <= read
    assert len(language.weights) > 3000


def test_a_language_without_weights_is_read_by_its_patterns() -> None:
    plain = replace(resources.language("en"), weight_table=dict)
    assert plain.weights == {}
    remark = "4,600 handed out. Two battalions nobody had planned for arrived in February and needed cards too."
    assert not split_remarks(remark, Outcome.EXCEEDED, plain, "Distribution of 3,000 pocket cards").explanation


def test_what_a_pattern_takes_for_a_reason_is_doubted_where_no_word_of_a_cause_stands() -> None:
    remark = "Transit camps were visited by 5 teams. The camps have room for 150 soldiers each."
    planned, english = "12 visits of inspection teams to transit camps", resources.language("en")
    assert split_remarks(remark, Outcome.SHORTFALL, replace(english, weight_table=dict), planned).explanation
    assert split_remarks(remark, Outcome.SHORTFALL, english, planned).remarks == remark


@given(text=st.text(max_size=200), planned=st.text(max_size=60))
def test_any_text_has_a_likelihood(text: str, planned: str) -> None:
    for code in ("en", "ru", "zh"):
        assert 0 < likelihood(text, Outcome.EXCEEDED, resources.language(code), planned) < 1


def test_nothing_is_no_reason() -> None:
    for code in WEIGHED:
        weights = resources.language(code).weights
        assert likelihood("", Outcome.SHORTFALL, resources.language(code), "12 workshops") < weights[TAKEN]
