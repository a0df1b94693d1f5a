"""Reasons that stand in a report already, offered where another is typed."""

from rbb_editor import resources
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome
from rbb_editor.edits import several
from rbb_editor.project.reasons_used import ReasonsUsed
from tests.made_up import WHY, outcomes_report

ENGLISH = resources.language("en")
LOWER = "The lower output was due to "


def report_with(**reasons: str) -> Report:
    report = outcomes_report()
    for component, reason in reasons.items():
        change = several.set_explanation_of(report, [(component[:2], component)], reason)
        assert change is not None
        report.apply(change)
    return report


def used(report: Report, leaving: str | None = None) -> ReasonsUsed:
    return ReasonsUsed(report, Reader(resources.language(report.info.language)), ENGLISH, leaving)


def test_only_reasons_for_the_same_outcome_are_offered() -> None:
    book = used(report_with(o2c0=LOWER + "travel restrictions."))
    assert [offer.text for offer in book.offers("", Outcome.SHORTFALL)] == [LOWER + "travel restrictions."]
    assert [offer.text for offer in book.offers("", Outcome.EXCEEDED)] == [WHY]


def test_the_words_typed_must_begin_words_of_the_reason() -> None:
    book = used(report_with(o2c0=LOWER + "travel restrictions.", o3c0=LOWER + "fewer requests."))
    assert [offer.cause for offer in book.offers(LOWER + "tra", Outcome.SHORTFALL)] == ["travel restrictions."]
    assert [offer.cause for offer in book.offers("requ few", Outcome.SHORTFALL)] == ["fewer requests."]
    assert book.offers("avel", Outcome.SHORTFALL) == []
    assert book.offers(LOWER + "travel restrictions.", Outcome.SHORTFALL) == [], "it stands there already"


def test_the_most_used_come_first_and_the_row_itself_does_not_count() -> None:
    book = used(report_with(o2c0="Travel.", o3c0="Demand."), leaving="o3c0")
    assert [offer.text for offer in book.offers("", Outcome.SHORTFALL)] == ["Travel."]
    assert used(report_with(o2c0="Travel.", o3c0="Travel.")).offers("", Outcome.SHORTFALL)[0].uses == 2


def test_earlier_reasons_stand_first() -> None:
    book = used(report_with(o2c0="Travel."))
    offers = book.offers("", Outcome.SHORTFALL, earlier=["Snow."])
    assert [(offer.text, offer.earlier) for offer in offers] == [("Snow.", True), ("Travel.", False)]


def test_a_chinese_reason_is_found_behind_its_opening_whatever_the_comma() -> None:
    chinese = resources.language("zh")
    report = outcomes_report("zh")
    change = several.set_explanation_of(report, [("o1", "o1c0")], "产出高于计划数目, 原因是需求增加")
    assert change is not None
    report.apply(change)
    book = ReasonsUsed(report, Reader(chinese), chinese)
    typed = chinese.phrases["stock_excess"] + "需求"
    assert [offer.cause for offer in book.offers(typed, Outcome.EXCEEDED)] == ["需求增加"]
