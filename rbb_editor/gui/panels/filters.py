"""The filters of the table as data: chips above it and entries of the View menu. They are combined as chosen."""

from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.table.rows import EVERYTHING, Filter
from rbb_editor.project.tally import ALL, COMMENTED, MINE, NO_FIGURE, REASON_MISSING
from rbb_editor.rules.rule import Severity

CHANGED = "changed"
"""The key of the filter for what has changed since a time; which rows those are is read from the journal."""


class Choice(Struct, frozen=True):
    """One filter: its key in the tally, its words, the sign before them, and what it lets through.

    `always`: its chip stands there even while it is not chosen.
    """

    key: str
    text: Text
    sign: str
    filter: Filter
    always: bool = True


def _outcome(outcome: Outcome, text: Text, *, always: bool = True) -> Choice:
    return Choice(str(outcome), text, str(outcome), Filter(outcomes=frozenset({outcome})), always)


def _severity(severity: Severity, text: Text) -> Choice:
    return Choice(str(severity), text, str(severity), Filter(severities=frozenset({severity})), always=False)


CHOICES = (
    Choice(ALL, Text.of(N_("All")), "", EVERYTHING),
    _outcome(Outcome.MET, Text.of(N_("Met"))),
    _outcome(Outcome.EXCEEDED, Text.of(N_("Exceeded"))),
    _outcome(Outcome.SHORTFALL, Text.of(N_("Short"))),
    Choice(REASON_MISSING, Text.of(N_("Reason missing")), "warning", Filter(reason_missing=True)),
    _outcome(Outcome.UNCLEAR, Text.of(N_("Cannot compare")), always=False),
    Choice(NO_FIGURE, Text.of(N_("No figure")), "warning", Filter(no_figure=True), always=False),
    _severity(Severity.ERROR, Text.of(N_("Must be corrected"))),
    _severity(Severity.WARNING, Text.of(N_("To check"))),
    _severity(Severity.ADVICE, Text.of(N_("Notes"))),
    Choice(COMMENTED, Text.of(N_("Commented")), "", Filter(commented=True), always=False),
    Choice(MINE, Text.of(N_("Changed by me")), "", EVERYTHING, always=False),
    Choice(CHANGED, Text.of(N_("Changed")), "", EVERYTHING, always=False),
)
BY_KEY = {choice.key: choice for choice in CHOICES}


def combined(keys: Iterable[str], text: str = "") -> Filter:
    """What all the chosen filters and the searched text let through: any of the outcomes, any of the severities."""
    chosen = [BY_KEY[key].filter for key in keys]
    return Filter(
        outcomes=frozenset[Outcome]().union(*(each.outcomes for each in chosen)),
        text=text if text.strip() else "",
        reason_missing=any(each.reason_missing for each in chosen),
        no_figure=any(each.no_figure for each in chosen),
        severities=frozenset[Severity]().union(*(each.severities for each in chosen)),
        commented=any(each.commented for each in chosen),
    )
