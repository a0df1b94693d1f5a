"""What a rule and a finding are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rbb_editor.domain.entities import Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text


class Severity(StrEnum):
    """How bad a finding is: an ERROR must be corrected or waived before submission."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Scope(StrEnum):
    """What a rule looks at in one call, and so when it is called again."""

    OUTPUT = "output"
    """One output: its rules run again when it changes."""
    CHILDREN = "children"
    """A section (or the report, for its departments) with its direct children: run again when any of these changes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found, before the checker adds who found it.

    `target`: id of the output or section (or REPORT_ID); `component` and `field` lead to the cell: "planned_text",
    "completed", "remarks", "explanation", "number" or "title".
    """

    target: str
    message: Text
    component: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with the name and severity of its rule. `waived`: someone decided, with a reason, that it is right."""

    rule: str
    severity: Severity
    target: str
    component: str | None
    field: str | None
    message: Text
    waived: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """What a rule may look at."""

    report: Report
    reader: Reader
    language: Language


OutputCheck = Callable[[View, Output], Iterator[Problem]]
ChildrenCheck = Callable[[View, str | None], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its function takes the view and an output (Scope.OUTPUT), or the id of a section or None (CHILDREN)."""

    name: str
    severity: Severity
    scope: Scope
    check: OutputCheck | ChildrenCheck
