"""What last year's report said of a figure, as names and values; what it counted beside what this one counts. No Qt."""

from collections.abc import Iterator, Mapping

from rbb_editor.domain.entities import Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look.signs import OUTCOME_NAMES
from rbb_editor.gui.panels.facts import PLANNED, Fact, answer
from rbb_editor.gui.table.notation import write_planned
from rbb_editor.merge import Match
from rbb_editor.project.last_year import Past
from rbb_editor.project.tally import ALL, REASON_MISSING

FOUND = Text.of(N_("Found by"))
PLANNED_TEXT = Text.of(N_("Planned output"))
MATCHES = {
    Match.ID: Text.of(N_("its id")),
    Match.WORDING: Text.of(N_("place and wording")),
    Match.COUNTS: Text.of(N_("place and wording, with other figures")),
    Match.LIKE: Text.of(N_("place and a similar wording")),
    Match.ELSEWHERE: Text.of(N_("its wording, at another place")),
}
"""How an output was found in last year's report."""
COUNTED = (
    (ALL, Text.of(N_("Figures"))),
    *((str(outcome), OUTCOME_NAMES[outcome]) for outcome in Outcome),
    (REASON_MISSING, Text.of(N_("Reason missing"))),
)
"""What is counted of a section, by the keys of a tally."""


def of_past(past: Past, now: Output, language: Language) -> Iterator[Fact]:
    """The same figure as last year's report had it; its planned output where that was worded otherwise."""
    yield Fact(FOUND, MATCHES[past.match])
    if past.output.planned_text != now.planned_text:
        yield Fact(PLANNED_TEXT, past.output.planned_text, document=True)
    yield Fact(PLANNED, write_planned(past.figure.planned, language))
    yield from answer(past.component, past.figure, language)


def beside(then: Mapping[str, int], now: Mapping[str, int]) -> Iterator[tuple[Text, str, str]]:
    """What is counted, last year's number, this year's."""
    for key, name in COUNTED:
        yield name, str(then.get(key, 0)), str(now.get(key, 0))
