"""Mends reach every text of a report; each is made whole or not at all, all of them are one undo step."""

import pytest
from msgspec.structs import replace

from rbb_editor.domain.entities import REPORT_ID, Note
from rbb_editor.domain.report import Report
from rbb_editor.edits import checks
from rbb_editor.edits.checks import Replacement
from tests.made_up import small_report


def report_with_front() -> Report:
    report = small_report()
    front = replace(report.info, title="The the report", summary="It is is short.", notes=(Note("*", "See  see A."),))
    return Report([front, *(each for each in report.snapshot().walk())])


@pytest.mark.parametrize(
    ("field", "start", "before", "text"),
    [
        ("title", 0, "The the", "The"),
        ("summary", 3, "is is", "is"),
        ("notes.0.text", 0, "See  see", "See"),
        ("abbreviations.0.long", 0, "Made-up", "Invented"),
        ("abbreviations.0.short", 0, "MUM", "MIM"),
    ],
)
def test_a_mend_reaches_the_front_matter(field: str, start: int, before: str, text: str) -> None:
    report = report_with_front()
    kept = report.snapshot()
    change = checks.mend(report, [[Replacement(REPORT_ID, None, field, start, before, text)]])
    assert change is not None
    report.apply(change)
    assert before not in repr(report.info)
    assert text in repr(report.info)
    report.apply(change.inverse())
    assert report == kept


def test_several_places_of_one_finding_are_one_change_and_count_once() -> None:
    report = report_with_front()
    places = [
        Replacement("letters", "letters1", "remarks", 0, "35", "36"),
        Replacement("A", None, "title", 0, "Department", "Office"),
        Replacement(REPORT_ID, None, "title", 0, "The the", "The"),
    ]
    change = checks.mend(report, [places])
    assert change is not None
    assert change.label.in_english() == "Mend 1 finding"
    report.apply(change)
    assert report.output("letters").components[0].remarks.startswith("36")
    assert report.section("A").title.startswith("Office")
    assert report.info.title == "The report"


def test_a_finding_is_mended_whole_or_not_at_all() -> None:
    report = report_with_front()
    stands = Replacement("letters", "letters1", "remarks", 0, "35", "36")
    gone = Replacement("A", None, "title", 0, "Ministry", "Office")
    assert checks.mend(report, [[stands, gone]]) is None
    change = checks.mend(report, [[stands, gone], [Replacement(REPORT_ID, None, "summary", 3, "is is", "is")]])
    assert change is not None
    report.apply(change)
    assert report.output("letters").components[0].remarks.startswith("35")
    assert report.info.summary == "It is short."


def test_mends_that_overlap_do_not_spoil_each_other() -> None:
    report = report_with_front()
    first = [Replacement(REPORT_ID, None, "title", 0, "The the", "The")]
    second = [Replacement(REPORT_ID, None, "title", 4, "the report", "the Report")]
    change = checks.mend(report, [first, second])
    assert change is not None
    report.apply(change)
    assert report.info.title == "The report"


@pytest.mark.parametrize("target", ["nothing", "letters", REPORT_ID])
def test_a_place_that_there_is_not_is_left_alone(target: str) -> None:
    assert checks.mend(report_with_front(), [[Replacement(target, None, "notes.7.text", 0, "", "x")]]) is None
