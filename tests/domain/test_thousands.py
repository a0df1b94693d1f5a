"""Numbers that are written with the thousands of another language, and rows of groups of figures in long texts."""

import re

import pytest

from rbb_editor import resources
from rbb_editor.domain.numeral import LONGEST
from rbb_editor.domain.numerals import find_numerals

CODES = ("en", "fr", "es", "ru", "ar", "zh")
OTHERS = {"en": " \u00a0\u2009\u202f", "fr": ".,", "es": ".,", "ru": ".,", "ar": ".,٬", "zh": ","}
"""What parts groups of thousands in other languages, but not in this one."""


@pytest.mark.parametrize("groups", range(1, 6))
@pytest.mark.parametrize(("code", "sign"), [(code, sign) for code, signs in OTHERS.items() for sign in signs])
def test_thousands_of_another_language_are_found_whole(code: str, sign: str, groups: int) -> None:
    number = "12" + f"{sign}345" * groups
    found = resources.language(code).style.other_thousands.search(f"({number}) (")
    assert found is not None
    assert found.group() == number


@pytest.mark.parametrize("first", ["11", "111", "in 111"])
@pytest.mark.parametrize("groups", [7, 60])
@pytest.mark.parametrize(("code", "sign"), [(code, signs[0]) for code, signs in OTHERS.items()])
def test_a_row_of_groups_is_no_number(code: str, sign: str, groups: int, first: str) -> None:
    assert resources.language(code).style.other_thousands.search(first + f"{sign}111" * groups) is None


@pytest.mark.parametrize("code", CODES)
def test_no_pattern_for_thousands_goes_on_without_end(code: str) -> None:
    """One that did took half a minute for a text of nothing but groups, as it began again at each of them."""
    assert re.findall(r"\)[*+]|\{\d*,\}", resources.language(code).style.other_thousands.pattern) == []


@pytest.mark.parametrize("groups", [6, 60, 6000])
@pytest.mark.parametrize("code", CODES)
def test_a_row_of_groups_is_passed_over_at_once(code: str, groups: int) -> None:
    numerals, row = resources.language(code).numerals, "11" + " 111" * groups
    assert [found.span() for found in numerals.digits.finditer(row)] == [(0, len(row))]
    assert len(row) > LONGEST
    assert [found.value for found in find_numerals(f"{row}; 12", numerals)] == [12]
