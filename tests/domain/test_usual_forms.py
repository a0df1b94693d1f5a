"""The usual forms of a reason, and of none: every word for a deviation with every form in which its cause is given.

usual/CODE.txt, parted by tabs: `planned`: the planned text; `done`: a sentence that tells how many; `more`, `fewer`:
subjects; `form`: {s} the subject, with the cause as it stands; `again fewer`, `again more`: what only restates.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from rbb_editor import resources
from rbb_editor.domain.language import Language
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome

FOLDER = Path(__file__).parent / "usual"
SUBJECTS = {"more": Outcome.EXCEEDED, "fewer": Outcome.SHORTFALL}


def table_of(code: str) -> dict[str, list[str]]:
    """The words of each key of a file."""
    table: dict[str, list[str]] = defaultdict(list)
    for line in (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        key, words = line.split("\t")
        table[key].append(words)
    return table


def ways(sentence: str, table: dict[str, list[str]], language: Language) -> Iterator[str]:
    """A sentence as a remark of its own and behind the one that tells how many."""
    space, end = (" ", ".") if language.spaced else ("", "。")
    yield f"{sentence}{end}"
    yield f"{table['done'][0]}{space}{sentence}{end}"


@pytest.mark.parametrize("asked", SUBJECTS)
@pytest.mark.parametrize("code", resources.language_codes())
def test_a_deviation_with_its_cause_is_a_reason_in_every_form(code: str, asked: str) -> None:
    table, language = table_of(code), resources.language(code)
    reasons = [form.format(s=subject) for subject, form in product(table[asked], table["form"])]
    remarks = [remark for reason in reasons for remark in ways(reason, table, language)]
    read = [split_remarks(each, SUBJECTS[asked], language, table["planned"][0]).explanation for each in remarks]
    assert [remark for remark, reason in zip(remarks, read, strict=True) if not reason] == []


@pytest.mark.parametrize("asked", SUBJECTS)
@pytest.mark.parametrize("code", resources.language_codes())
def test_what_only_says_again_that_there_were_more_or_fewer_is_none(code: str, asked: str) -> None:
    table, language = table_of(code), resources.language(code)
    remarks = [remark for sentence in table[f"again {asked}"] for remark in ways(sentence, table, language)]
    read = [split_remarks(each, SUBJECTS[asked], language, table["planned"][0]).explanation for each in remarks]
    assert remarks
    assert [remark for remark, reason in zip(remarks, read, strict=True) if reason] == []
