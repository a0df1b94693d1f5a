"""Which report of an earlier period is kept beside this one."""

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import EarlierReport
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text


def set_earlier(report: Report, earlier: EarlierReport | None) -> Change | None:
    """Keeps another earlier report beside this one; None: none any more."""
    if earlier is not None:
        label = Text.of(N_("Keep last year’s report “{name}”"), name=earlier.name)
    elif report.earlier is not None:
        label = Text.of(N_("Take last year’s report “{name}” out"), name=report.earlier.name)
    else:
        return None
    return Change.of(label, [(report.earlier, earlier)])
