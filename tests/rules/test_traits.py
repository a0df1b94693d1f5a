"""Traits: a rule that is called only where its traits show finds all that it finds when it is called everywhere."""

from collections.abc import Iterator
from random import Random

import pytest
from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.project.sample import make_sample, read_sample
from rbb_editor.rules import RULES, Finding, Rule
from rbb_editor.rules.checker import Checker
from tests.rules.rows import report_of
from tests.rules.test_wording import NASTY, WRONG

SLIPS = (
    "(", "”", "<br>", "&nbsp;", " and ", " the the ", "的的", "咨询意见咨询意见", "XXX", "[ ]", "待定",
    " To Be Confirmed ",
    "\u200b", "12345", "12,345", " 5%", " 5 percent", "UNMIX", "(DFS)", "，", ",", "\n", " not ", "没有", "不", "لم ",
    " 3 of 4 ", "：其中 3 份", " Committee ", "委员会", " лиги des ", "é", "１２", "é ", "İ", "\u0301", "\u2028",
    "тест",
    " heads of mission ", "团长", " Untied Nations ", "联和国",
    " were held ", " был проведен ", "了", "举行了 5 次", " of which 3 ", "、其中 3 次", " ont été tenues ",
    " fueron hechas ",
)  # fmt: skip
DONE = ("Conducted ", "Проведено ", "已开展", "Il a été ", "Se han publicado ", "تم ", "The the ")
CELLS = ("", "是", "否", "Yes", "No", "70%", "all", "100")


def with_slips(report: Report, seed: int) -> Report:
    """A report with all that rules look for strewn over its texts."""
    lot = Random(seed)

    def strewn(text: str) -> str:
        while lot.random() < 0.5:
            at = lot.randrange(len(text) + 1)
            text = text[:at] + lot.choice(SLIPS) + text[at:]
        return text

    def component(each: Component) -> Component:
        completed = lot.choice(CELLS) if lot.random() < 0.2 else each.completed
        explanation = "" if lot.random() < 0.2 else strewn(each.explanation)
        return Component(each.id, completed, strewn(each.remarks), explanation, each.label)

    def changed() -> Iterator[Output]:
        for each in report.outputs():
            planned = "" if lot.random() < 0.05 else lot.choice(("", "", *DONE)) + strewn(each.planned_text)
            yield Output(each.id, each.parent, each.rank, planned, tuple(component(c) for c in each.components))

    return Report([each for each in report.entities() if not isinstance(each, Output)] + list(changed()))


def found(report: Report, rules: tuple[Rule, ...]) -> list[Finding]:
    language = resources.language(report.info.language)
    checker = Checker(report, Reader(language), language, rules)
    checker.run()
    return list(checker.findings())


@pytest.mark.parametrize("code", resources.language_codes())
def test_no_finding_is_lost_to_a_trait(code: str) -> None:
    everywhere = tuple(replace(rule, needs=0) for rule in RULES)
    sample = read_sample(code)
    reports = [with_slips(make_sample(150, code), seed) for seed in range(3)]
    reports += [with_slips(sample, 9)] if sample is not None else []
    wrong = [text for _, language, text, _ in WRONG if language == code]
    reports.append(report_of(code, *((text, [("1", text)]) for text in (*wrong, *NASTY))))
    for report in reports:
        findings = found(report, RULES)
        assert findings == found(report, everywhere)
        assert len(findings) > 20
