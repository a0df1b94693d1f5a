"""What a report asks of its checks where that differs from the house default."""

from typing import NamedTuple


class RuleSetting(NamedTuple):
    """One rule in one report. `severity`: "error", "warning", "advice", None = as the house has it; so `threshold`."""

    rule: str
    on: bool = True
    severity: str | None = None
    threshold: float | None = None
