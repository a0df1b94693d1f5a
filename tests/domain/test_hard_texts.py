"""Texts that no drafter writes are read without a fault: lone surrogates, unseen marks, endless words and numbers."""

import re

import pytest

from rbb_editor import resources
from rbb_editor.domain.figures import numbers_in, read_actual, read_planned, split_actuals, suggest_labels
from rbb_editor.domain.outcome import outcome
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome

PIECES = (
    "\ud800",
    "\u200b1\u200f",
    "\u202e5 visits\u202c ",
    "(((",
    "1 000 ",
    "9" * 50,
    "الزيارت",
    "because ",
    "由于没有…",
    "\x00",
)

ENDLESS = re.compile(r"(?<!\\)(?:\*|(?<!\})\+|\{\d+,\})")
"""A repetition without an end."""
OF_A_CLAUSE = {"ReasonWords.of_what", "TurnWords.counted"}
"""Patterns of Chinese that are looked for in a few words, not in a text."""


@pytest.mark.parametrize("code", resources.language_codes())
def test_the_words_of_a_language_reach_only_so_far_so_that_a_text_ten_times_as_long_takes_ten_times_as_long(
    code: str,
) -> None:
    language = resources.language(code)
    tables = (language.counts, language.reasons, language.remarks, language.turns)
    found = {
        f"{type(table).__name__}.{name}": getattr(table, name) for table in tables for name in table.__struct_fields__
    }
    patterns = {name: each.source for name, each in found.items() if isinstance(each, Phrases)}
    assert len(patterns) > 100
    assert {name for name, source in patterns.items() if ENDLESS.search(source)} <= OF_A_CLAUSE
    assert ENDLESS.search(r"a+")
    assert ENDLESS.search(r"[ab]{2,}")
    assert not ENDLESS.search(r"\+[ab]{0,9}+")


@pytest.mark.parametrize("code", resources.language_codes())
@pytest.mark.parametrize("piece", PIECES)
def test_any_text_is_read(code: str, piece: str) -> None:
    language = resources.language(code)
    text = piece * (20_000 // len(piece))
    actuals = [read_actual(text, language), read_actual("3", language)]
    for planned in read_planned(text, actuals, suggest_labels(text, 2, language), language, [text, text]):
        outcome(planned, actuals[1])
    split = split_remarks(text, Outcome.SHORTFALL, language, text)
    assert "".join((split.remarks + split.explanation).split()) == "".join(text.split())
    assert split_actuals(text, language, text, text) == [text.strip()]
    assert all(0 <= number.start < number.end <= len(text) for number in numbers_in(text, language))


def test_a_remark_of_a_megabyte_is_split_at_its_reason() -> None:
    delivered = "3 visits were made to the field. " * 30_000
    reason = "The lower output was due to the closure of the airport."
    split = split_remarks(delivered + reason, Outcome.SHORTFALL, resources.language("en"))
    assert split.explanation == reason
