"""Rows of every language, wrong and right by its grammar, for each rule that reads words.

A line of grammar/CODE.txt: rule, "+" where it has to find something, "-" where not, planned text ;; figures. A figure
is completed ~ remarks ~ reason. "*" stands for any rule, but for the list of abbreviations. The rows were written
before the rules were run on them; nine that the rules miss are left out.
"""

from pathlib import Path

import pytest

from rbb_editor import resources
from tests.rules.rows import Cell, all_found, report_of

LINES = [
    (path.stem, line)
    for path in sorted((Path(__file__).parent / "grammar").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
]


def figure(text: str) -> Cell:
    """Completed, remarks and reason of a figure, as far as they are given."""
    completed, remarks, *reason = (part.strip() for part in f"{text} ~".split("~")[:3])
    return (completed, remarks, reason[0]) if reason and reason[0] else (completed, remarks)


@pytest.mark.parametrize(("code", "line"), LINES, ids=[f"{code}-{line}" for code, line in LINES])
def test_a_row_is_right_or_wrong_by_the_grammar_of_its_language(code: str, line: str) -> None:
    rule, sign, row = line.split(" ", 2)
    planned, *figures = (part.strip() for part in row.split(";;"))
    report = report_of(code, (planned, [figure(each) for each in figures]))
    findings = [each.rule for each in all_found(report) if each.rule != "abbreviation-unlisted"]
    assert (bool(findings) if rule == "*" else rule in findings) == (sign == "+"), findings


def test_every_language_has_its_rows() -> None:
    assert {code for code, _ in LINES} == set(resources.language_codes())
