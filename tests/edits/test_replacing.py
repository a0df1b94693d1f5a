"""Replacing: what was chosen and nothing else, approved wording only where asked, one change that undo takes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor.domain.report import Report
from rbb_editor.domain.wording import Kind, texts
from rbb_editor.edits.replacing import Replacement, replace_hits
from rbb_editor.errors import UserError
from rbb_editor.project.search import Query, find
from tests.made_up import small_report
from tests.strategies import WORDS, reports

WANTED = st.sampled_from((*WORDS, "a", "1", "会", "due", "次"))


@given(reports(), WANTED, st.sampled_from(("维和", "zz", "", "X Y")))
def test_replaced_and_searched_again_finds_nothing_and_undo_restores(report: Report, wanted: str, new: str):
    before = report.snapshot()
    change = replace_hits(report, find(report, Query(wanted)), Replacement(new), planned=True)
    if change is None:
        assert find(report, Query(wanted)) == []
        return
    report.apply(change)
    if new and wanted.casefold() not in new.casefold():
        after = find(report, Query(wanted))
        assert all(new[:1] in hit.text or new[-1:] in hit.text for hit in after)  # only words made anew at its edges
    report.apply(change.inverse())
    assert report == before


@given(reports(), WANTED)
def test_approved_wording_is_left_alone_unless_asked(report: Report, wanted: str):
    change = replace_hits(report, find(report, Query(wanted)), Replacement("zz"))
    planned = {output.id: output.planned_text for output in report.outputs()}
    if change is not None:
        report.apply(change)
    assert {output.id: output.planned_text for output in report.outputs()} == planned


def test_several_hits_in_one_text_and_several_texts_in_one_output_are_one_change():
    report = small_report()
    hits = find(report, Query("were"))
    change = replace_hits(report, hits, Replacement("are"))
    assert change is not None
    assert change.label.in_english() == "Replace 3 texts"
    report.apply(change)
    assert [c.remarks for c in report.output("visits").components] == ["2 visits are made", "5 workshops are held"]


def test_only_the_chosen_hits_are_replaced():
    report = small_report()
    hits = [hit for hit in find(report, Query("letters")) if hit.place.kind is Kind.REMARKS]
    change = replace_hits(report, hits, Replacement("notes"))
    assert change is not None
    assert change.ids() == {"letters"}
    assert change.label.in_english() == "Replace 1 text"


def test_front_matter_and_titles_are_replaced_in_their_lists():
    report = small_report()
    change = replace_hits(report, find(report, Query("made-up")), Replacement("invented"))
    assert change is not None
    report.apply(change)
    assert report.info.title == "Budget performance of a invented mission (MUM)"
    assert report.info.abbreviations[0].long == "invented Mission"
    assert find(report, Query("made-up")) == []
    assert all(text == text.strip() for *_, text in texts(report.info))


def test_groups_of_the_expression_stand_in_the_replacement():
    report = small_report()
    hits = find(report, Query(r"(\d+) (letters|visits) were", pattern=True))
    change = replace_hits(report, hits, Replacement(r"\2 (\g<1>) \\ \0", groups=True))
    assert change is not None
    report.apply(change)
    assert report.output("letters").components[0].remarks == "letters (35) \\ 35 letters were sent"


def test_without_groups_a_backslash_is_a_backslash():
    report = small_report()
    change = replace_hits(report, find(report, Query("stamp")), Replacement(r"\1"), planned=True)
    assert change is not None
    report.apply(change)
    assert report.output("online").planned_text == r"Maintenance of the \1 catalogue"


def test_a_group_that_is_not_there_is_a_sentence():
    report = small_report()
    hits = find(report, Query(r"(\d+) letters", pattern=True))
    with pytest.raises(UserError, match="names group 2"):
        replace_hits(report, hits, Replacement(r"\2", groups=True))


def test_what_is_put_in_is_made_fit_to_be_stored():
    report = small_report()
    change = replace_hits(report, find(report, Query("35 letters")), Replacement("a\r\nb\x00"))
    assert change is not None
    report.apply(change)
    assert report.output("letters").components[0].remarks == "a\nb were sent"


def test_a_report_that_has_moved_on_is_not_touched():
    report = small_report()
    hits = find(report, Query("were"))
    change = replace_hits(report, hits, Replacement("will be"))
    assert change is not None
    report.apply(change)
    with pytest.raises(ValueError, match="is not at"):
        replace_hits(report, hits, Replacement("are"))


def test_nothing_to_replace_is_no_change():
    report = small_report()
    assert replace_hits(report, [], Replacement("x")) is None
    assert replace_hits(report, find(report, Query("were")), Replacement("were")) is None
