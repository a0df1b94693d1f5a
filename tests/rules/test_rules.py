"""Each rule with a wrong and a right case; the frame is tested in test_checker.py."""

from collections.abc import Callable

import pytest

from rbb_editor import resources
from rbb_editor.domain.change import Change
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.edits import comments, front, outputs, sections
from rbb_editor.rules import Finding, Severity
from rbb_editor.rules.checker import Checker
from rbb_editor.rules.waivers import said_by
from tests.made_up import NOW, small_report


def findings(report: Report) -> list[Finding]:
    language = resources.language(report.info.language)
    checker = Checker(report, Reader(language), language)
    checker.run()
    return list(checker.findings())


def about(report: Report, rule: str) -> list[tuple[str, str | None]]:
    return [(finding.target, finding.component) for finding in findings(report) if finding.rule == rule]


def do(report: Report, change: Change | None) -> None:
    assert change is not None
    report.apply(change)


def test_the_made_up_report_has_just_these_findings() -> None:
    assert [(f.rule, f.target, f.component, f.severity, f.waived) for f in findings(small_report())] == [
        ("shortfall-unexplained", "letters", "letters1", Severity.ERROR, False),
        ("accomplishment-empty", "a21", None, Severity.WARNING, False),
        ("figure-missing", "posts", "posts1", Severity.ERROR, True),
    ]


def test_the_message_names_the_figures() -> None:
    (first, *_) = findings(small_report())
    assert first.message.in_english() == "Completed 35 of 40 planned (5 fewer); the remarks give no reason."
    assert first.field == "explanation"


def test_percentages_differ_by_points() -> None:
    report = small_report()
    do(report, outputs.set_planned_text(report, "letters", "90% of the letters answered within a week"))
    for figure, by in (("80%", "10 points"), ("89%", "1 point")):
        do(report, outputs.set_completed(report, "letters", "letters1", figure))
        (first, *_) = findings(report)
        assert (
            first.message.in_english() == f"Completed {figure} of 90% planned ({by} fewer); the remarks give no reason."
        )


def test_nothing_of_up_to_so_many_is_told_as_not_done() -> None:
    report = small_report()
    do(report, outputs.set_planned_text(report, "letters", "Up to 40 letters"))
    do(report, outputs.set_completed(report, "letters", "letters1", "0"))
    (first, *_) = findings(report)
    assert first.message.in_english() == "Planned, but not done; the remarks give no reason."


def test_a_reason_ends_the_finding() -> None:
    report = small_report()
    do(report, outputs.set_explanation(report, "letters", "letters1", "owing to a strike"))
    assert not about(report, "shortfall-unexplained")


def test_no_counts_as_a_shortfall_in_the_language_of_the_document() -> None:
    report = small_report()
    do(report, outputs.set_completed(report, "online", "online1", "No"))
    assert ("online", "online1") in about(report, "shortfall-unexplained")
    do(report, front.set_info(report, language="zh"))
    do(report, outputs.set_completed(report, "online", "online1", "否"))
    assert ("online", "online1") in about(report, "shortfall-unexplained")
    do(report, outputs.set_completed(report, "online", "online1", "是"))
    assert ("online", "online1") not in about(report, "shortfall-unexplained")


def test_an_excess_without_a_reason_is_a_warning() -> None:
    report = small_report()
    do(report, outputs.set_explanation(report, "visits", "visits2", ""))
    assert about(report, "excess-unexplained") == [("visits", "visits2")]


@pytest.mark.parametrize(("cell", "rule"), [("", "figure-missing"), ("several", "figure-unreadable")])
def test_a_cell_that_tells_no_figure(cell: str, rule: str) -> None:
    report = small_report()
    assert ("issue", "issue1") not in about(report, rule)
    do(report, outputs.set_completed(report, "issue", "issue1", cell))
    assert ("issue", "issue1") in about(report, rule)


def test_an_output_without_a_planned_text() -> None:
    report = small_report()
    do(report, outputs.set_planned_text(report, "issue", ""))
    assert about(report, "planned-text-missing") == [("issue", None)]


@pytest.mark.parametrize(
    ("edit", "doubled"),
    [
        (lambda r: sections.set_number(r, "a21", "1.1"), "a21"),
        (lambda r: sections.set_number(r, "B", "A"), "B"),
        (lambda r: sections.set_number(r, "b", "a"), "b"),
    ],
)
def test_a_number_given_twice_among_neighbours(edit: Callable[[Report], Change | None], doubled: str) -> None:
    report = small_report()
    assert not about(report, "number-doubled")
    do(report, edit(report))
    assert about(report, "number-doubled") == [(doubled, None)]


def test_a_waiver_is_for_one_rule_and_one_figure() -> None:
    report = small_report()
    do(report, comments.waive(report, "shortfall-unexplained", "letters", "Fine", author="R", time=NOW, component="x"))
    assert not next(f for f in findings(report) if f.target == "letters").waived
    do(
        report,
        comments.waive(report, "shortfall-unexplained", "letters", "Fine", author="R", time=NOW, component="letters1"),
    )
    assert next(f for f in findings(report) if f.target == "letters").waived


def test_a_waiver_holds_for_the_figures_that_it_was_given_for() -> None:
    report = small_report()
    (finding, *_) = [each for each in findings(report) if each.rule == "shortfall-unexplained"]
    said = said_by(report, finding)
    waived = {"author": "R", "time": NOW, "component": finding.component, "said": said}
    do(report, comments.waive(report, finding.rule, finding.target, "Agreed", **waived))
    assert finding.component is not None

    def now() -> list[tuple[bool, str]]:
        return [(each.waived, each.lapsed) for each in findings(report) if each.rule == finding.rule and
                each.component == finding.component]  # fmt: skip

    assert now() == [(True, "")]
    do(report, outputs.set_remarks(report, finding.target, finding.component, "30 letters were sent, all by post"))
    assert now() == [(True, "")]
    do(report, outputs.set_completed(report, finding.target, finding.component, "30"))
    assert now() == [(False, "Agreed")]
    (again,) = [each for each in findings(report) if each.lapsed]
    assert "Agreed" in again.grounds[-1].in_english()
    do(
        report,
        comments.waive(report, finding.rule, finding.target, "Still", **{**waived, "said": said_by(report, again)}),
    )
    assert now() == [(True, "")]
    do(report, outputs.set_completed(report, finding.target, finding.component, "35"))
    assert now() == [(True, "")]


def test_a_waiver_holds_where_the_other_row_that_the_finding_names_stands_elsewhere() -> None:
    report = small_report()
    do(report, outputs.set_planned_text(report, "issue", "3 issue papers on 5 subjects"))
    do(report, outputs.set_planned_text(report, "letters", "3 issue papers on 5 subjects"))

    def now() -> Finding:
        (found,) = [each for each in findings(report) if each.rule == "output-repeated"]
        return found

    finding = now()
    waived = {"author": "R", "time": NOW, "component": finding.component, "said": said_by(report, finding)}
    do(report, comments.waive(report, finding.rule, finding.target, "Agreed", **waived))
    do(report, sections.set_number(report, "a11", "1.9"))
    assert now().message != finding.message
    assert now().waived


def test_a_waiver_of_one_doubled_word_is_none_of_the_next() -> None:
    report = small_report()
    do(report, outputs.set_remarks(report, "letters", "letters1", "35 letters of the the office"))
    (finding,) = [each for each in findings(report) if each.rule == "word-doubled"]
    waived = {"author": "R", "time": NOW, "component": finding.component, "said": said_by(report, finding)}
    do(report, comments.waive(report, finding.rule, finding.target, "Agreed", **waived))
    do(report, outputs.set_remarks(report, "letters", "letters1", "35 letters of of the the office"))
    both = {
        each.message.in_english(): (each.waived, each.lapsed) for each in findings(report) if each.rule == finding.rule
    }
    assert both == {"“the” is written twice.": (True, ""), "“of” is written twice.": (False, "")}
