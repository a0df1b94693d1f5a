"""The defects that an editor listed by hand in the real text: how many of them a finding at the same place is about."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rbb_editor import resources
from rbb_editor.domain.entities import Output
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.wording import place_of, text_at
from rbb_editor.formats import text_reader
from rbb_editor.progress import silent
from rbb_editor.rules import Finding
from rbb_editor.rules.checker import Checker

pytestmark = pytest.mark.shared

LEFT_OUT = re.compile(r"^(minor|query|borderline|possible)\b")
"""Defects that the editor was not sure of."""
LEAST = 0.90
"""The share that has to be found; 0.70 is asked for."""

ABOUT: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (pattern, frozenset(rules.split()))
    for pattern, rules in (
        (r"^exceeded .*without a reason", "excess-unexplained"),
        (r"^shortfall .*without a reason|^a \"no\" without a reason", "shortfall-unexplained"),
        (r"reason given covers only", "reason-covers-part"),
        (r"reason is that of the other figure", "reason-of-other-body"),
        (r"remark restates|disagrees with the completed figure", "remark-figure-differs"),
        (r"the list adds up", "breakdown-differs"),
        (r"has no count", "figure-without-plan"),
        (r"how its numbers relate", "count-unanswered"),
        (r"contradicts itself", "no-hides-figure done-but-denied"),
        (r"answers only the first", "deliverable-unmentioned"),
        (r"(?:cell says|completed figure is|cell has one figure)", "yes-hides-figure no-hides-figure done-but-denied"),
        (r"reverse order", "figures-out-of-order"),
        (r"stray English", "stray-word"),
        (r"worded as already done", "planned-as-done"),
        (r"named as the actor", "other-department-acts"),
        (
            r"wrong word|wrong wording|typo|garbled|faulty|separator",
            "word-mistaken body-named-otherwise list-run-together",
        ),
        (r"another strategy", "deliverable-unmentioned deliverable-named-otherwise"),
    )
)
"""Which findings are about a defect, by how the editor put it; the first that fits."""

NUMBERS = re.compile(r"\d[\d ]*")
QUOTED = re.compile(r"[\u3400-\u9fff]{2,}")


class Defect(NamedTuple):
    """A listed defect, and the findings at its output."""

    line: int
    what: str
    here: list[Finding]


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return text_reader.read(shared / "data" / "addendum_zh.txt", None, silent).report


@pytest.fixture(scope="module")
def defects(report: Report, shared: Path) -> list[Defect]:
    reference = json.loads((shared / "data" / "reference_A_C.json").read_text("utf-8"))
    outputs = {line: address for address, lines in addresses(reference) for line in lines}
    language = resources.language("zh")
    checker = Checker(report, Reader(language), language)
    checker.run()
    by_address: dict[str, list[Finding]] = defaultdict(list)
    for finding in checker.findings():
        if isinstance(report.get(finding.target), Output):
            by_address[report.address(finding.target)].append(finding)
    return [
        Defect(each["line"], each["what"], by_address[outputs.get(each["line"], "")])
        for each in reference["text_defects"]
        if not LEFT_OUT.match(each["what"])
    ]


def addresses(reference: dict[str, Any]) -> Iterator[tuple[str, list[int]]]:
    """Where each output of the reference stands, as the program writes it, and its lines."""
    for department in reference["departments"]:
        for office in department["offices"]:
            for accomplishment in office["accomplishments"]:
                parts = [department["letter"], office["letter"], accomplishment["number"]]
                for number, output in enumerate(accomplishment["outputs"], 1):
                    yield "/".join(part for part in [*parts, str(number)] if part), output["lines"]


def is_about(report: Report, finding: Finding, what: str) -> bool:
    """Whether a finding is about a defect: of its kind, about its figures, and for wrong words at these words."""
    rules = next((rules for pattern, rules in ABOUT if re.search(pattern, what)), frozenset())
    if finding.rule not in rules:
        return False
    message = finding.message.in_english().replace("\u00a0", "")
    if finding.rule in ("excess-unexplained", "shortfall-unexplained"):
        bracket = re.search(r"\(([^)]*)\)", what)
        numbers = NUMBERS.findall(bracket[1]) if bracket else []
        return all(re.search(rf"(?<!\d){number.strip()}(?!\d)", message) for number in numbers)
    if finding.rule == "word-mistaken":
        (mark,) = finding.marks
        entity = report.get(finding.target)
        assert entity is not None
        place = place_of(entity, mark.component, mark.field)
        assert place is not None
        words = text_at(entity, place)[max(0, mark.start - 1) : mark.end + 1]
        return any(words[at : at + 2] in what for at in range(len(words) - 1) if QUOTED.fullmatch(words[at : at + 2]))
    return True


def test_every_kind_of_listed_defect_is_known(defects: list[Defect]) -> None:
    assert len(defects) == 54
    assert [each.what for each in defects if not any(re.search(pattern, each.what) for pattern, _ in ABOUT)] == []


def test_most_of_the_listed_defects_are_found(report: Report, defects: list[Defect]) -> None:
    missed = [(d.line, d.what) for d in defects if not any(is_about(report, each, d.what) for each in d.here)]
    assert 1 - len(missed) / len(defects) >= LEAST, missed
