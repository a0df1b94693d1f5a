"""What can be wrong: one function per rule, one line each in `listing.RULES`.

The list is loaded when it is first asked for: a start shows no finding yet.
"""

from typing import TYPE_CHECKING

from rbb_editor.rules.rule import SEVERITY_NAMES, Finding, Mark, Mend, Rule, Scope, Severity

if TYPE_CHECKING:
    from rbb_editor.rules.listing import RULES

__all__ = ["RULES", "SEVERITY_NAMES", "Finding", "Mark", "Mend", "Rule", "Scope", "Severity"]


def __getattr__(name: str) -> object:
    if name == "RULES":
        from rbb_editor.rules.listing import RULES

        return RULES
    raise AttributeError(name)
