"""The filters of the table as data: chips above it and entries of the View menu."""

from typing import NamedTuple

from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.table.rows import EVERYTHING, Filter
from rbb_editor.gui.table.tally import ALL, NO_FIGURE, REASON_MISSING


class Choice(NamedTuple):
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


CHOICES = (
    Choice(ALL, Text.of(N_("All")), "", EVERYTHING),
    _outcome(Outcome.MET, Text.of(N_("Met"))),
    _outcome(Outcome.EXCEEDED, Text.of(N_("Exceeded"))),
    _outcome(Outcome.SHORTFALL, Text.of(N_("Short"))),
    _outcome(Outcome.UNCLEAR, Text.of(N_("Cannot compare")), always=False),
    Choice(REASON_MISSING, Text.of(N_("Reason missing")), "warning", Filter(reason_missing=True)),
    Choice(NO_FIGURE, Text.of(N_("No figure")), "warning", Filter(no_figure=True), always=False),
)
BY_KEY = {choice.key: choice for choice in CHOICES}
