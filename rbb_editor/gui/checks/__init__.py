"""Around the findings: explaining a rule, the checks of a report, several mends at once, the check report."""
