"""Which earlier report is kept is a change like any other."""

from rbb_editor.domain.entities import EarlierReport
from rbb_editor.domain.fingerprint import fingerprint
from rbb_editor.edits.earlier import set_earlier
from tests.made_up import small_report


def test_it_is_set_replaced_and_taken_out():
    report = small_report()
    state = fingerprint(report)
    assert set_earlier(report, None) is None
    first, other = EarlierReport("a", "last.docx"), EarlierReport("b", "other.rbb")
    for earlier in (first, other, None):
        change = set_earlier(report, earlier)
        assert change is not None
        report.apply(change)
        assert report.earlier == earlier
        assert set_earlier(report, earlier) is None
        assert fingerprint(report) == state  # the report says the same
    assert "last.docx" not in repr(report.entities())


def test_its_name_stands_in_the_label():
    report = small_report()
    change = set_earlier(report, EarlierReport("a", "last.docx"))
    assert change is not None
    assert change.label.in_english() == "Keep last year’s report “last.docx”"
