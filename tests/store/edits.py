"""One edit, as tests of the store make many of."""

from msgspec.structs import replace

from rbb_editor import store
from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from tests.made_up import NOW

LABEL = Text.of(N_("Edit planned text of {address}"), address="A/a/1.1/1")


def planned_text(report: Report, words: str, id: str = "letters") -> Change:
    """The change that gives an output another planned text."""
    output = report.output(id)
    change = Change.of(LABEL, [(output, replace(output, planned_text=words))])
    assert change is not None
    return change


def edit(opened: store.Store, report: Report, words: str, id: str = "letters") -> int:
    """Gives an output another planned text, in the file and in the report; the seq of the record."""
    change = planned_text(report, words, id)
    seq = opened.commit(change, store.Entry("Drafter", NOW))
    report.apply(change)
    return seq
