"""Checks in the window: explaining a rule, the checks of a report, mends with a preview, the check report."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Output
from rbb_editor.domain.length import RULE as LONG
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.text import Text
from rbb_editor.edits import checks, front, outputs
from rbb_editor.gui.app import Program
from rbb_editor.gui.checks.explain import ExplainDialog
from rbb_editor.gui.checks.mending import SPANS, MendDialog
from rbb_editor.gui.checks.profile import ProfileDialog, _Line
from rbb_editor.gui.dialogs.crash import CrashDialog
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.findings_delegate import Link
from rbb_editor.gui.panels.findings_model import Card, Role
from rbb_editor.project import Project
from rbb_editor.rules import RULES, Mark, Mend, Rule, Scope, Severity, listing
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.style import width_mixed
from rbb_editor.rules.wording import word_doubled
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, words_in
from tests.made_up import small_report

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def doubled(view: View, output: Output) -> Iterator[Problem]:
    """A rule with a certain mend, as the house's own have."""
    for each in output.components:
        if (at := each.remarks.find("the the")) >= 0:
            mark = Mark(each.id, "remarks", at, at + 7)
            mend = Mend(mark, "the the", "the")
            evidence = Text.of("Twice.")
            yield Problem(output.id, Text.of("“the” stands twice."), each.id, "remarks", (mark,), evidence, mend, True)


RULE = Rule("the-the", Severity.WARNING, Scope.OUTPUT, doubled, "Doubled the", "Wrong: the the. Right: the.")


@pytest.fixture(autouse=True)
def _own_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [rule for rule in listing.RULES if rule.name in {"shortfall-unexplained", "excess-unexplained"}]
    monkeypatch.setattr(listing, "RULES", (*kept, RULE))


@pytest.fixture
def window(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    report = small_report()
    for id, component, text in (
        ("letters", "letters1", "35 letters to the the States"),
        ("issue", "issue1", "See the the report"),
    ):
        change = outputs.set_remarks(report, id, component, text)
        assert change is not None
        report.apply(change)
    opened = open_window(make_file("checks.rbb", report))
    opened.workspace.side.reveal("findings")
    opened.workspace.refresh_inspector()
    return opened


def card_of(window: MainWindow, rule: str, target: str) -> int:
    return next(
        at
        for at, item in enumerate(window.workspace.findings.model.items)
        if isinstance(item, Card) and (item.finding.rule, item.finding.target) == (rule, target)
    )


def press_link(window: MainWindow, link: Link, row: int) -> None:
    view = window.workspace.findings.list
    index = view.model().index(row, 0)
    view.scrollTo(index)
    boxes = view.delegate._boxes(index, QRectF(view.visualRect(index)), right=False)
    click(view.viewport(), boxes[link].center().toPoint())


def focus(widget: QWidget, qtbot: QtBot) -> None:
    """The keyboard goes to a widget of a dialog."""
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def remarks(window: MainWindow, id: str) -> str:
    return window.project.report.output(id).components[0].remarks


def test_a_certain_mend_is_one_click_and_one_undo(window: MainWindow):
    window.workspace.show_cell("letters", "letters1", "remarks")
    window.workspace.refresh_inspector()
    row = card_of(window, "the-the", "letters")
    index = window.workspace.findings.model.index(row)
    assert [span.text for span in index.data(Role.MENDED)] == ["35 letters to ", "the the", "the", " States"]
    assert index.data(Role.EVIDENCE) == "Twice. This is likely, not certain."
    press_link(window, Link.MEND, row)
    assert remarks(window, "letters") == "35 letters to the States"
    window.menus.actions["undo"].trigger()
    assert remarks(window, "letters") == "35 letters to the the States"


def test_several_mends_are_previewed_ticked_and_one_undo(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    press(Qt.Key.Key_D, modifier=CONTROL_ALT)
    dialog = dialog_of(MendDialog)
    assert isinstance(dialog, MendDialog)
    assert dialog.go.text() == "&Mend 2 places"
    dialog.list.setCurrentRow(0)
    focus(dialog.list, qtbot)
    press(Qt.Key.Key_Space)
    assert dialog.go.text() == "&Mend 1 place"
    press(Qt.Key.Key_Space)
    click(dialog.go)
    assert remarks(window, "letters") == "35 letters to the States"
    assert remarks(window, "issue") == "See the report"
    assert list((tmp_path / "data").rglob("*before-mending*.rbb"))
    window.menus.actions["undo"].trigger()
    assert "the the" in remarks(window, "letters")
    assert "the the" in remarks(window, "issue")


def test_a_mend_reaches_the_front_matter_and_shows_its_words(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
):
    twice = Rule("word-doubled", Severity.WARNING, Scope.TEXTS, word_doubled, "Word written twice", "Wrong: the the.")
    monkeypatch.setattr(listing, "RULES", (twice,))
    report = small_report()
    change = front.set_info(report, summary="Read the the report.")
    assert change is not None
    report.apply(change)
    window = open_window(make_file("front.rbb", report))
    press(Qt.Key.Key_D, modifier=CONTROL_ALT)
    dialog = dialog_of(MendDialog)
    assert isinstance(dialog, MendDialog)
    assert ["".join(span.text for span in dialog.list.item(0).data(SPANS))] == ["Read the thethe report."]
    click(dialog.go)
    assert window.project.report.info.summary == "Read the report."
    window.menus.actions["undo"].trigger()
    assert window.project.report.info.summary == "Read the the report."


def test_a_mend_of_the_whole_report_says_how_much_it_changes_and_waits_for_a_tick(
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
):
    widths = Rule("width-mixed", Severity.ADVICE, Scope.REPORT, width_mixed, "Two widths", "Wrong: , and ，")
    monkeypatch.setattr(listing, "RULES", (widths,))
    report = small_report()
    for change in (
        front.set_info(report, language="zh"),
        outputs.set_remarks(report, "letters", "letters1", "会议,访问,审查"),
        outputs.set_remarks(report, "issue", "issue1", "会议,访问，审查，报告，说明"),
    ):
        assert change is not None
        report.apply(change)
    window = open_window(make_file("widths.rbb", report))
    press(Qt.Key.Key_D, modifier=CONTROL_ALT)
    dialog = dialog_of(MendDialog)
    assert isinstance(dialog, MendDialog)
    item = dialog.list.item(0)
    assert item.text().startswith("Punctuation of half width")
    assert item.text().endswith("3 places")
    assert (item.checkState(), dialog.go.isEnabled()) == (Qt.CheckState.Unchecked, False)
    dialog.list.setCurrentRow(0)
    focus(dialog.list, qtbot)
    press(Qt.Key.Key_Space)
    assert dialog.go.text() == "&Mend 3 places"
    click(dialog.go)
    assert [remarks(window, id) for id in ("letters", "issue")] == ["会议，访问，审查", "会议，访问，审查，报告，说明"]
    window.menus.actions["undo"].trigger()
    assert remarks(window, "letters") == "会议,访问,审查"


def test_nothing_to_mend_is_said(window: MainWindow):
    for id in ("letters", "issue"):
        component = window.project.report.output(id).components[0].id
        window.do(outputs.set_remarks(window.project.report, id, component, "Fine"))
    press(Qt.Key.Key_D, modifier=CONTROL_ALT)
    assert "mend" in window.status.currentMessage()


def test_a_rule_is_explained(window: MainWindow):
    window.workspace.show_cell("letters", "letters1", "remarks")
    window.workspace.refresh_inspector()
    press_link(window, Link.EXPLAIN, card_of(window, "shortfall-unexplained", "letters"))
    dialog = dialog_of(ExplainDialog)
    assert isinstance(dialog, ExplainDialog)
    assert "The lower output was due to" in dialog.about.text()
    press(Qt.Key.Key_Escape)


def line_of(dialog: ProfileDialog, rule: str) -> _Line:
    """The fields of a rule."""
    return next(line for line in dialog._lines if line.rule.name == rule)


def test_the_checks_of_a_report_are_switched_and_come_back(window: MainWindow, qtbot: QtBot):
    window.menus.actions["profile"].trigger()
    dialog = dialog_of(ProfileDialog)
    assert isinstance(dialog, ProfileDialog)
    off = line_of(dialog, "the-the")
    focus(off.on, qtbot)
    press(Qt.Key.Key_Space)
    assert not off.severity.isEnabled()
    short = line_of(dialog, "shortfall-unexplained")
    focus(short.severity, qtbot)
    press(Qt.Key.Key_Down)
    excess = line_of(dialog, "excess-unexplained")
    focus(excess.threshold, qtbot)
    excess.threshold.selectAll()
    press("15", Qt.Key.Key_Return)
    assert window.project.report.info.profile == (
        RuleSetting("excess-unexplained", threshold=15),
        RuleSetting("shortfall-unexplained", severity="warning"),
        RuleSetting("the-the", on=False),
    )
    checker = window.project.checker
    qtbot.waitUntil(lambda: checker.complete)
    assert {(each.rule, each.severity) for each in checker.findings()} == {
        ("shortfall-unexplained", Severity.WARNING),
    }
    window.menus.actions["profile"].trigger()
    again = dialog_of(ProfileDialog)
    assert isinstance(again, ProfileDialog)
    assert not line_of(again, "the-the").on.isChecked()
    click(again.house)
    assert line_of(again, "the-the").on.isChecked()
    again.accept()
    assert window.project.report.info.profile == ()
    window.menus.actions["undo"].trigger()
    assert len(window.project.report.info.profile) == 3


def test_a_rule_is_found_by_its_words(window: MainWindow, qtbot: QtBot):
    window.menus.actions["profile"].trigger()
    dialog = dialog_of(ProfileDialog)
    assert isinstance(dialog, ProfileDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.search.hasFocus)
    press("SHORTFALL without")
    assert [line.rule.name for line in dialog._lines if line.on.isVisible()] == ["shortfall-unexplained"]
    press(Qt.Key.Key_Return)  # goes on to the rule and leaves the dialog open
    assert dialog.isVisible()
    press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert window.project.report.info.profile == (RuleSetting("shortfall-unexplained", on=False),)
    window.menus.actions["profile"].trigger()
    again = dialog_of(ProfileDialog)
    assert isinstance(again, ProfileDialog)
    again.search.setText("no such rule")
    assert "No rule is about this." in words_in(again)
    again.search.clear()
    assert all(line.on.isVisible() for line in again._lines)


def test_the_check_report_is_written(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    window.checks.write_report(tmp_path / "checks.xlsx")
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)
    assert (tmp_path / "checks.xlsx").stat().st_size > 4_000


def test_a_check_that_fails_is_told_and_the_typed_text_is_kept_and_shown(
    program: Program,
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
):
    def broken(view: View, output: Output) -> Iterator[Problem]:
        if "typed" in output.components[0].remarks:
            raise ZeroDivisionError
        yield from ()

    rule = Rule("broken", Severity.ADVICE, Scope.OUTPUT, broken, "Broken", "Fails.")
    monkeypatch.setattr(listing, "RULES", (rule, *listing.RULES))
    monkeypatch.setattr(sys, "excepthook", program.crash.report)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    opened = open_window(make_file("failing.rbb", small_report()))
    opened.workspace.show_cell("letters", "letters1", "remarks")
    press(" typed the the end")
    press(Qt.Key.Key_Tab)
    dialog_of(CrashDialog).close()
    assert remarks(opened, "letters") == "35 letters were sent typed the the end"
    with Project.open(opened.project.path, author="Another", read_only=True) as again:
        assert again.report.output("letters").components[0].remarks == remarks(opened, "letters")
    opened.workspace.refresh_inspector()
    assert card_of(opened, "broken", "letters") >= 0
    assert card_of(opened, "the-the", "letters") >= 0
    opened.menus.actions["undo"].trigger()
    assert "typed" not in remarks(opened, "letters")
    assert "broken" not in {each.rule for each in opened.project.checker.of("letters")}


def test_the_advice_on_the_length_is_that_of_the_report(window: MainWindow, qtbot: QtBot) -> None:
    length = window.status.length
    qtbot.waitUntil(lambda: length.toolTip() == "At most 8,500 words are advised.")
    window.do(checks.set_profile(window.project.report, [RuleSetting(LONG, threshold=12_000)]))
    qtbot.waitUntil(lambda: length.toolTip() == "At most 12,000 words are advised.")
    window.do(checks.set_profile(window.project.report, [RuleSetting(LONG, on=False)]))
    qtbot.waitUntil(lambda: length.toolTip() == "")
    window.do(checks.set_profile(window.project.report, []))
    window.do(front.set_info(window.project.report, language="zh"))
    qtbot.waitUntil(lambda: length.toolTip().endswith("which are about 13,600 characters."))
    assert LONG in [rule.name for rule in RULES]
