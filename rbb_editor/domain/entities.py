"""The things a report consists of: frozen values with stable ids.

Figures that can be computed are not stored: the planned figure is read from the planned text (unless overridden), the
completed figure from the text of its cell, the outcome from both (see `figures.py`, `outcome.py`).
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.values import Planned

REPORT_ID = "report"
"""The id of the one `ReportInfo` of a report."""
EARLIER_ID = "earlier"
"""The id of the one `EarlierReport` of a report."""


class Level(StrEnum):
    """The levels of the outline above the outputs. An office is optional."""

    DEPARTMENT = "department"
    OFFICE = "office"
    ACCOMPLISHMENT = "accomplishment"


class Note(Struct, frozen=True):
    """A note to the section title: its mark ("*") and its text."""

    mark: str
    text: str


class Abbreviation(Struct, frozen=True):
    """One line of the list of abbreviations."""

    short: str
    long: str


class ReportInfo(Struct, frozen=True):
    """The front matter: what is printed outside the tables. `language` is the code of the document language.

    `profile`: what the report asks of its checks where that differs from the house default; it is not printed.

    `period_start` and `period_end` are ISO dates ("2016-07-01") or empty.
    """

    language: str = "en"
    symbol: str = ""
    session: str = ""
    agenda_item: str = ""
    agenda_title: str = ""
    title: str = ""
    period_start: str = ""
    period_end: str = ""
    author: str = ""
    summary: str = ""
    section_number: str = ""
    section_title: str = ""
    notes: tuple[Note, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    profile: tuple[RuleSetting, ...] = ()
    id: str = REPORT_ID


class Section(Struct, frozen=True):
    """A department ("A", no parent), office ("a", in a department) or accomplishment ("1.1", in either).

    `number` is the bare letter or number; the printed form "A.", "(a)" is the document language's. `rank` orders it
    among its siblings.
    """

    id: str
    level: Level
    parent: str | None
    rank: str
    number: str = ""
    title: str = ""


class Component(Struct, frozen=True):
    """One reported figure of an output.

    `label`: what is counted, copied from the planned text, where an output has several figures. `completed`: the text
    of the completed cell as typed ("2 091", "是", ""). `remarks`: what was delivered; `explanation`: why it differs
    ("" = no reason given). `planned`: an override of the figure read from the planned text, else None.
    """

    id: str
    completed: str = ""
    remarks: str = ""
    explanation: str = ""
    label: str | None = None
    planned: Planned | None = None


class Output(Struct, frozen=True):
    """A planned output of an accomplishment with its 1..n components: the unit of edit, undo, check and merge."""

    id: str
    parent: str
    rank: str
    planned_text: str
    components: tuple[Component, ...]

    def __post_init__(self) -> None:
        if not self.components:
            raise ValueError("an output has at least one component")


class Comment(Struct, frozen=True):
    """A remark of a reader. `target`: id of an output or section (or REPORT_ID); `component`, `field`, `quote`: the
    words it is about, where it is about words. `answers`: the comment it replies to. `time`: UTC.
    """

    id: str
    target: str
    text: str
    author: str
    time: datetime
    component: str | None = None
    field: str | None = None
    quote: str = ""
    answers: str | None = None
    resolved: bool = False


class Waiver(Struct, frozen=True):
    """Someone's decision, with a reason, that a finding is right as it is. `time`: UTC.

    `said`: what the finding named then (`rules.waivers`); it holds only for that. "" in older files: for any.
    """

    id: str
    rule: str
    target: str
    reason: str
    author: str
    time: datetime
    component: str | None = None
    said: str = ""


class EarlierReport(Struct, frozen=True):
    """Which report of an earlier period is kept beside this one, to be looked at while this one is written.

    `content`: the key under which the file keeps what it says (see `store.kept`). `name`: that of the file it was read
    from. `language`, `title`, `period_start`, `period_end`: of its front matter; `outputs`: how many it has.
    """

    content: str
    name: str = ""
    language: str = ""
    title: str = ""
    period_start: str = ""
    period_end: str = ""
    outputs: int = 0
    id: str = EARLIER_ID


Entity = ReportInfo | Section | Output | Comment | Waiver | EarlierReport
