"""Every rule, a line each: name, severity of the house, what it looks at, the function, its title and explanation."""

from rbb_editor.domain.text import N_
from rbb_editor.rules.figures import excess_unexplained, figure_missing, figure_unreadable, shortfall_unexplained
from rbb_editor.rules.rule import Rule, Scope, Severity, Threshold
from rbb_editor.rules.structure import accomplishment_empty, number_doubled, planned_text_missing

ERROR, WARNING, ADVICE = Severity
OUTPUT, CHILDREN, REPORT = Scope
PER_CENT = N_("per cent more than planned")

# ruff: noqa: E501  (a list is read line by line)
# fmt: off
RULES = (
    Rule("shortfall-unexplained", ERROR, OUTPUT, shortfall_unexplained, N_("Shortfall without a reason"), N_("Every shortfall needs a reason. Wrong: planned 40, completed 35, “35 letters were sent”. Right: “… The lower output was due to the closure of the office”.")),
    Rule("excess-unexplained", WARNING, OUTPUT, excess_unexplained, N_("Excess without a reason"), N_("The reports explain what was exceeded, too. Wrong: planned 290, completed 345, no reason. Right: “… The higher output was due to additional requests”."), Threshold(0, 0, 500, PER_CENT)),
    Rule("figure-missing", ERROR, OUTPUT, figure_missing, N_("No completed figure"), N_("Every output is answered by a number, a percentage, yes or no. Wrong: an empty cell. Right: 3, 70%, Yes.")),
    Rule("figure-unreadable", WARNING, OUTPUT, figure_unreadable, N_("Completed figure not understood"), N_("What cannot be read cannot be compared, so a shortfall may hide in it. Wrong: “All”. Right: 25, or Yes.")),
    Rule("planned-text-missing", ERROR, OUTPUT, planned_text_missing, N_("No planned output"), N_("Every row says what was planned. Wrong: figures without a planned output. Right: “Conduct of 85 briefings”.")),
    Rule("accomplishment-empty", WARNING, CHILDREN, accomplishment_empty, N_("Accomplishment without outputs"), N_("An expected accomplishment has planned outputs; one without prints a heading over nothing.")),
    Rule("number-doubled", WARNING, CHILDREN, number_doubled, N_("Number given twice"), N_("Letters and numbers are given once among neighbours. Wrong: 1.1, 2.1, 2.1. Right: 1.1, 2.1, 3.1.")),
)
# fmt: on
"""Every rule, in the order in which problems of one row are listed."""
