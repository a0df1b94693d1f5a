"""A report in a file: what was put in comes out, and the journal tells how it came about."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rbb_editor import store
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Component, Entity, Level, Output, Section
from rbb_editor.domain.report import Conflict, Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Planned, PlannedKind, Qualifier
from tests.made_up import NOW, RANKS, small_report
from tests.store.conftest import ENTRY
from tests.store.edits import LABEL, edit, planned_text
from tests.strategies import reports


@settings(max_examples=25)
@given(reports())
def test_a_report_comes_out_of_its_file_as_it_went_in(tmp_path_factory: pytest.TempPathFactory, report: Report):
    path = tmp_path_factory.mktemp("round") / "x.rbb"
    with store.create(path, report, ENTRY) as made:
        assert made.load() == report
        made.verify()
    with store.open_file(path, read_only=True) as opened:
        assert opened.load() == report
        assert Report(pair.after for pair in opened.change_of(1).pairs if pair.after is not None) == report


@settings(max_examples=25)
@given(reports("en"), reports("en"), st.data())
def test_any_change_leaves_in_the_file_what_it_leaves_in_the_report(
    tmp_path_factory: pytest.TempPathFactory, before: Report, after: Report, data: st.DataObject
):
    """From one report to any other one and back, as a merge would do it."""
    path = tmp_path_factory.mktemp("change") / "x.rbb"
    old = {entity.id: entity for entity in before.entities()}
    new = {entity.id: entity for entity in after.entities()}
    shared = {id for id in old.keys() & new.keys() if type(old[id]) is not type(new[id])}
    if shared:  # an id never changes its kind
        return
    change = Change.of(LABEL, [(old.get(id), new.get(id)) for id in data.draw(st.permutations(sorted({*old, *new})))])
    with store.create(path, before, ENTRY) as made:
        if change is None:
            assert before == after
            return
        assert made.commit(change, ENTRY) == 2
        assert made.load() == after
        assert made.change_of(2) == change
        made.verify()
        assert made.commit(change.inverse(), store.Entry("Officer", NOW, "undo", 2)) == 3
        assert made.load() == before
        made.verify()


def test_everything_an_output_can_hold_survives(opened: store.Store):
    report = opened.load()
    odd = Output(
        "odd",
        "a21",
        RANKS[0],
        "line one\nline two\ttab \u00a0 𠮷 \u200f عقد",
        (
            Component("x", "", "", "", "", Planned(PlannedKind.QUANTITY, 6, 8, Qualifier.RANGE)),
            Component("x", "1", "r", "e", None, Planned(PlannedKind.YES_NO, True)),
            Component("y", "2", "r", "e", "None", Planned(PlannedKind.PERCENT, 99.5, None, Qualifier.AT_LEAST)),
            Component("z", "3", "", "", None, Planned(PlannedKind.NONE)),
        ),
    )
    opened.commit(Change.of(LABEL, [(None, odd)]), ENTRY)
    found = opened.load().output("odd")
    assert found == odd
    assert [type(each.planned.value) for each in found.components if each.planned] == [int, bool, float, type(None)]
    reordered = replace(odd, components=(odd.components[3], odd.components[0]))
    opened.commit(Change.of(LABEL, [(odd, reordered)]), ENTRY)
    assert opened.load().output("odd") == reordered
    report.apply(Change.of(LABEL, [(None, reordered)]))
    assert opened.load() == report


def test_the_journal_tells_who_did_what_and_when(opened: store.Store, path: Path):
    report = opened.load()
    at = datetime(2026, 11, 22, 12, 30, 1, 5, tzinfo=UTC)
    first = planned_text(report, "41 letters")
    label = Text.of(N_("{count} row"), plural="{count} rows", count=3, of=LABEL)
    opened.commit(Change(label, first.pairs), store.Entry("Ｄｒａｆｔｅｒ 起草人", at))
    opened.commit(first.inverse(), store.Entry("Officer", at, "undo", 2))
    opened.commit(first, store.Entry("Officer", at, "redo", 2))
    opened.close()
    with store.open_file(path) as again:
        made, *records = again.journal()
        assert (made.seq, made.kind, made.author, made.label.in_english()) == (1, "create", "Officer", "Report created")
        assert records == [
            store.Record(2, at, "Ｄｒａｆｔｅｒ 起草人", "do", None, label),
            store.Record(3, at, "Officer", "undo", 2, LABEL),
            store.Record(4, at, "Officer", "redo", 2, LABEL),
        ]
        assert again.change_of(3) == first.inverse()
        with pytest.raises(KeyError):
            again.change_of(5)


def test_the_journal_is_read_in_pages(opened: store.Store):
    report = opened.load()
    for number in range(9):
        edit(opened, report, f"{number} letters")
    seqs = [record.seq for record in opened.journal()]
    assert seqs == list(range(1, 11))
    assert [record.seq for record in opened.journal(limit=3)] == [8, 9, 10]
    assert [record.seq for record in opened.journal(limit=3, before=8)] == [5, 6, 7]
    assert [record.seq for record in opened.journal(before=3)] == [1, 2]
    assert opened.journal(limit=3, before=1) == []


def test_a_change_that_starts_from_something_else_is_refused_whole(opened: store.Store):
    report = opened.load()
    output = report.output("letters")
    stale = replace(output, planned_text="never written")
    visits = report.output("visits")
    pairs: list[tuple[Entity | None, Entity | None]] = [
        (visits, replace(visits, planned_text="4 visits")),
        (stale, replace(stale, planned_text="mine")),
    ]
    with pytest.raises(Conflict):
        opened.commit(Change.of(LABEL, pairs), ENTRY)
    assert opened.load() == report
    assert len(opened.journal()) == 1
    assert edit(opened, report, "41 letters") == 2
    assert opened.load() == report


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, Output("new", "nowhere", RANKS[0], "no parent", (Component("c"),))),
        (Section("B", Level.DEPARTMENT, None, RANKS[1], "B", "Department of Parcels"), None),
        (None, Section("A", Level.DEPARTMENT, None, RANKS[2], "C", "an id that is taken")),
    ],
)
def test_a_change_that_would_leave_no_tree_is_refused(opened: store.Store, before: Entity | None, after: Entity | None):
    report = opened.load()
    with pytest.raises(Conflict):
        opened.commit(Change.of(LABEL, [(before, after)]), ENTRY)
    assert opened.load() == report
    opened.verify()


@pytest.mark.parametrize("words", ["\ud800 half a letter", "\udcff"])
def test_what_could_not_be_read_back_is_never_written(opened: store.Store, words: str):
    report = opened.load()
    with pytest.raises(ValueError, match="surrogates"):
        edit(opened, report, words)
    output = report.output("letters")
    with pytest.raises(ValueError, match="no place"):
        opened.commit(Change.of(LABEL, [(output, replace(output, rank="A!"))]), ENTRY)
    assert opened.load() == report
    assert edit(opened, report, "41 letters") == 2


def test_a_file_at_rest_is_exactly_one_file(opened: store.Store, path: Path):
    edit(opened, opened.load(), "41 letters")
    opened.close()
    opened.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_new_file_never_replaces_one_unless_told_to(closed: Path):
    before = closed.read_bytes()
    with pytest.raises(store.Exists, match="There is a file"):
        store.create(closed, Report(), ENTRY)
    assert closed.read_bytes() == before
    store.create(
        closed, small_report(), ENTRY, replace=True, label=Text.of(N_("Imported from {name}"), name="x.txt")
    ).close()
    with store.open_file(closed) as opened:
        assert [record.label.in_english() for record in opened.journal()] == ["Imported from x.txt"]


def test_a_read_only_file_takes_no_change(closed: Path):
    before = closed.read_bytes()
    with store.open_file(closed, read_only=True) as opened:
        assert opened.read_only
        report = opened.load()
        with pytest.raises(store.OpenedReadOnly, match="read-only"):
            edit(opened, report, "42 letters")
        assert len(opened.journal()) == 2
        assert opened.change_of(2).ids() == {"letters"}
        assert [each.name for each in closed.parent.iterdir()] == [closed.name]
    assert closed.read_bytes() == before


def test_several_may_read_while_one_writes(opened: store.Store, path: Path):
    report = opened.load()
    with store.open_file(path, read_only=True) as first, store.open_file(path, read_only=True) as second:
        edit(opened, report, "41 letters")
        first.load()
        assert first.load() == report
        assert len(second.journal()) == 2
