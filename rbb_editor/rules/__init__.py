"""What can be wrong: one function per rule, one line each in `RULES`."""

from rbb_editor.rules.figures import excess_unexplained, figure_missing, figure_unreadable, shortfall_unexplained
from rbb_editor.rules.rule import Finding, Rule, Scope, Severity
from rbb_editor.rules.structure import accomplishment_empty, number_doubled, planned_text_missing

__all__ = ["RULES", "Finding", "Rule", "Scope", "Severity"]

RULES = (
    Rule("shortfall-unexplained", Severity.ERROR, Scope.OUTPUT, shortfall_unexplained),
    Rule("excess-unexplained", Severity.WARNING, Scope.OUTPUT, excess_unexplained),
    Rule("figure-missing", Severity.ERROR, Scope.OUTPUT, figure_missing),
    Rule("figure-unreadable", Severity.WARNING, Scope.OUTPUT, figure_unreadable),
    Rule("planned-text-missing", Severity.ERROR, Scope.OUTPUT, planned_text_missing),
    Rule("accomplishment-empty", Severity.WARNING, Scope.CHILDREN, accomplishment_empty),
    Rule("number-doubled", Severity.WARNING, Scope.CHILDREN, number_doubled),
)
"""Every rule: name, severity, what it looks at, the function."""
