"""The checker: what it keeps up to date at every edit is what a whole check finds."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

import pytest

from rbb_editor import resources
from rbb_editor.domain import reading
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Output, Section
from rbb_editor.domain.figures import PlannedText
from rbb_editor.domain.language import Language
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import checks, comments, outputs
from rbb_editor.progress import Cancelled
from rbb_editor.project.sample import make_sample
from rbb_editor.rules import RULES, Rule, Scope, Severity
from rbb_editor.rules.checker import Checker
from rbb_editor.rules.rule import Problem, View
from tests.edits.test_every_edit import CASES
from tests.edits.test_every_edit import small_report as report_to_edit
from tests.made_up import NOW, small_report
from tests.random_edits import random_change

ENGLISH = resources.language("en")


def checker(report: Report) -> Checker:
    return Checker(report, Reader(ENGLISH), ENGLISH)


def checked(report: Report) -> Checker:
    made = checker(report)
    made.run()
    return made


@pytest.mark.parametrize("name", CASES)
def test_updating_finds_what_a_whole_check_finds(name: str) -> None:
    report = report_to_edit()
    live = checked(report)
    change = CASES[name](report)
    assert change is not None
    for each in (change, change.inverse(), change):
        report.apply(each)
        live.update(each)
        live.run()  # where the change asks something else of the checks
        live.settle()
        fresh = checked(report)
        assert list(live.findings()) == list(fresh.findings())
        assert live.tally() == +fresh.tally()
        for section in report.walk():
            assert +live.tally(section.id) == +fresh.tally(section.id)


@pytest.mark.parametrize("done_before", range(0, 16, 3))
def test_an_edit_in_the_middle_of_a_whole_check_loses_nothing(done_before: int) -> None:
    report = small_report()
    live = checker(report)
    live.advance(done_before)
    for edit in (CASES["sections.delete"], CASES["outputs.add_output"]):
        copy = small_report()
        change = edit(copy)
        assert change is not None
        report.apply(change)
        live.update(change)
        report.apply(change.inverse())
        live.update(change.inverse())
    while not live.advance(1):
        assert not live.complete
    assert list(live.findings()) == list(checked(report).findings())


@pytest.mark.parametrize("done_before", [7, 1000])
def test_a_change_that_touches_much_is_checked_after_it(done_before: int) -> None:
    report = small_report()
    live = checker(report)
    live.advance(done_before)
    live.advance(done_before)
    change = CASES["sections.delete"](report)
    assert change is not None
    for step in (change, change.inverse()):
        report.apply(step)
        assert live.update(step, most=1) >= {pair.id for pair in step.pairs if isinstance(pair.before, Output)}
        assert not live.complete
        assert all(live.of(id) == [] for id in change.ids())
    while not live.advance(1):
        assert not live.complete
    assert list(live.findings()) == list(checked(report).findings())
    assert live.tally() == checked(report).tally()


def test_findings_of_the_touched_are_named() -> None:
    report = small_report()
    live = checked(report)
    change = CASES["outputs.set_explanation"](report)
    assert change is not None
    report.apply(change)
    assert live.update(change) >= {"letters"}


def test_counts_leave_out_what_is_waived_and_add_up() -> None:
    live = checked(small_report())
    assert live.counts() == {Severity.ERROR: 1, Severity.WARNING: 1}
    assert live.counts("A") == {Severity.ERROR: 1, Severity.WARNING: 1}
    assert live.counts("a11") == {Severity.ERROR: 1}
    assert live.counts("B") == {}


def test_a_cancelled_check_can_go_on() -> None:
    live = checker(small_report())

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        live.run(stop)
    live.run()
    assert live.complete
    assert len(list(live.findings())) == 3


def test_a_profile_switches_rules_off_and_changes_their_severity() -> None:
    report = small_report()
    live = checked(report)
    asked = [RuleSetting("shortfall-unexplained", severity="advice"), RuleSetting("accomplishment-empty", on=False)]
    change = checks.set_profile(report, asked)
    assert change is not None
    report.apply(change)
    live.update(change)
    live.run()
    assert [(each.rule, each.severity) for each in live.findings()] == [
        ("shortfall-unexplained", Severity.ADVICE),
        ("figure-missing", Severity.ERROR),
    ]
    back = checks.set_profile(report, [RuleSetting("accomplishment-empty")])
    assert back is not None
    report.apply(back)
    live.update(back)
    live.run()
    assert list(live.findings()) == list(checked(small_report()).findings())


def test_a_new_rule_is_a_function_and_a_line() -> None:
    """Over each output, and over the whole report, which is called again when the keyboard rests."""

    def about_letters(view: View, output: Output) -> Iterator[Problem]:
        if "letters" in output.planned_text:
            yield Problem(output.id, Text.of("Letters."))

    def all_alike(view: View) -> Iterator[Problem]:
        for output in view.report.outputs():
            if view.derived("length", output, lambda _, each: len(each.planned_text)) > 30:
                yield Problem(output.id, Text.of("Long."))

    report = small_report()
    rules = (
        Rule("letters", Severity.ADVICE, Scope.OUTPUT, about_letters, "Letters", "About letters."),
        Rule("long", Severity.ADVICE, Scope.REPORT, all_alike, "Long", "Long texts."),
    )
    live = Checker(report, Reader(ENGLISH), ENGLISH, rules)
    live.run()
    assert [(each.rule, each.target) for each in live.findings()] == [
        ("letters", "letters"), ("letters", "issue"), ("long", "online"),
    ]  # fmt: skip
    change = CASES["outputs.set_planned_text"](report)
    assert change is not None
    report.apply(change)
    live.update(change)
    assert live.settle()
    assert not live.settle()
    fresh = Checker(report, Reader(ENGLISH), ENGLISH, rules)
    fresh.run()
    assert list(live.findings()) == list(fresh.findings())


def test_a_finding_of_the_whole_report_is_waived_at_once() -> None:
    def every(view: View) -> Iterator[Problem]:
        return (Problem(output.id, Text.of("Look.")) for output in view.report.outputs())

    report = small_report()
    live = Checker(report, Reader(ENGLISH), ENGLISH, (Rule("every", Severity.ERROR, Scope.REPORT, every, "E", "E"),))
    live.run()
    change = comments.waive(report, "every", "letters", "Fine", author="R", time=NOW)
    assert change is not None
    report.apply(change)
    live.update(change)
    assert [each.waived for each in live.of("letters")] == [True]
    assert live.counts()[Severity.ERROR] == 4


@pytest.mark.parametrize("seed", range(6))
def test_the_sums_stay_right_through_a_day_of_edits_and_undo(seed: int) -> None:
    """Also where sections are moved and deleted, and where the rules over the whole report are called only later."""
    chance = Random(seed)
    report = make_sample(40, "en")
    live = checked(report)
    done: list[Change] = []
    for _ in range(120):
        change = done.pop().inverse() if done and chance.random() < 0.25 else random_change(report, chance)
        if change is None:
            continue
        report.apply(change)
        live.update(change)
        done.append(change)
        if chance.random() < 0.3:
            live.settle()
        recounted: Counter[str] = Counter(
            section for finding in live.findings() if not finding.waived
            for section in {REPORT_ID, *(each.id for each in report.path(finding.target))}
        )  # fmt: skip
        sections = [REPORT_ID, *(node.id for node in report.walk() if isinstance(node, Section))]
        assert {id: live.counts(id).total() for id in sections} == {id: recounted[id] for id in sections}


def test_a_text_of_one_word_again_and_again_is_no_flood_of_findings() -> None:
    report = small_report()
    live = checked(report)
    output = report.output("letters")
    change = outputs.set_remarks(report, "letters", output.components[0].id, "word " * 100_000)
    assert change is not None
    report.apply(change)
    live.update(change)
    assert sum(each.rule == "word-doubled" for each in live.of("letters")) == 200
    report.apply(change.inverse())
    live.update(change.inverse())
    live.settle()
    assert list(live.findings()) == list(checked(report).findings())


def broken_rule(scope: Scope) -> Rule:
    """A rule that finds something, then fails."""

    def check(view: View, *subject: object) -> Iterator[Problem]:
        yield Problem(REPORT_ID, Text.of("Found before"))
        raise ZeroDivisionError(subject)

    return Rule("broken", Severity.ERROR, scope, check, "Broken", "Fails.")


@pytest.mark.parametrize("scope", Scope)
def test_a_rule_that_fails_is_told_once_and_found_and_ends_nothing(
    scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: told.append(error))
    report = make_sample(20, "en")
    others = [each for each in RULES if each.scope is not Scope.REPORT]
    live = Checker(report, Reader(ENGLISH), ENGLISH, [broken_rule(scope), *others])
    live.run()
    alone = Checker(report, Reader(ENGLISH), ENGLISH, others)
    alone.run()
    assert [type(each) for each in told] == [ZeroDivisionError]
    assert [each for each in live.findings() if each.rule != "broken"] == list(alone.findings())
    failed = [each for each in live.findings() if each.rule == "broken" and each.severity is Severity.WARNING]
    assert failed
    assert all("error in RBB Editor" in each.message.in_english() for each in failed)
    assert any(each.message.in_english() == "Found before" for each in live.of(REPORT_ID))
    output = next(report.outputs())
    change = outputs.set_remarks(report, output.id, output.components[0].id, "Of the the report")
    assert change is not None
    report.apply(change)
    assert output.id in live.update(change)
    live.settle()
    assert "word-doubled" in {each.rule for each in live.of(output.id)}
    assert len(told) == 1


def test_figures_whose_reading_fails_are_told_once_and_found_and_end_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: told.append(error))
    right = reading.read_ahead

    def broken(texts: list[str], language: Language, known: Sequence[str | None] = ()) -> list[PlannedText]:
        if any("broken" in text for text in texts):
            raise ZeroDivisionError
        return right(texts, language, known)

    monkeypatch.setattr(reading, "read_ahead", broken)
    report = make_sample(20, "en")
    live = Checker(report, Reader(ENGLISH), ENGLISH)
    live.run()
    for output in list(report.outputs())[:2]:
        change = outputs.set_planned_text(report, output.id, "5 broken reports")
        assert change is not None
        report.apply(change)
        assert output.id in live.update(change)
        (found,) = (each for each in live.of(output.id) if each.rule == "figure-unreadable")
        assert "error in RBB Editor" in found.message.in_english()
    assert [type(each) for each in told] == [ZeroDivisionError]
    whole = Checker(report, Reader(ENGLISH), ENGLISH)
    whole.run()  # reads all outputs together, of which two fail
    live.settle()
    assert Counter(whole.findings()) == Counter(live.findings())
    report.apply(change.inverse())
    live.update(change)
    assert not [each for each in live.of(output.id) if "error in RBB Editor" in each.message.in_english()]
