"""What stands on a row besides its own words: findings, comments, the reason that is missing, what is searched for."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from rbb_editor.domain.entities import Comment, Waiver
from rbb_editor.gui.table.columns import EDITABLE, Field
from rbb_editor.project.tally import reason_missing
from rbb_editor.rules.rule import Finding, Severity

if TYPE_CHECKING:
    from rbb_editor.gui.table.model import TableModel

SEARCHED = (Field.PLANNED_TEXT, Field.COMPLETED, Field.LABEL, Field.REMARKS, Field.EXPLANATION)
MOST_SEARCHED = 50
"""Places of one text that are tinted."""
UNEXPLAINED = ("shortfall-unexplained", "excess-unexplained")
"""The rules that ask for a reason."""
MARKED = frozenset(EDITABLE) - {Field.PLANNED}
"""The fields in whose words a finding can be shown."""


def missing_reason(model: "TableModel", at: int) -> Severity | None:
    """How bad it is that the reason of a row is missing; None where it is there, not needed or waived."""
    component, figure = model.component(at)
    if not reason_missing(component, figure.outcome):
        return None
    for finding in model.source.checker.of(model.rows[at].id):
        if finding.component == component.id and finding.field == Field.EXPLANATION:
            return None if finding.waived else finding.severity
    # not checked yet, as when the window has just opened
    for note in model.source.report.about(model.rows[at].id):
        if isinstance(note, Waiver) and note.component == component.id and note.rule in UNEXPLAINED:
            return None
    return Severity.ERROR if figure.outcome == "shortfall" else Severity.WARNING


def findings_on(model: "TableModel", at: int) -> list[Finding]:
    """What is wrong with a row and not waived, the worst first; what concerns the whole output stands first."""
    row = model.rows[at]
    return [
        finding
        for finding in model.source.checker.of(row.id)
        if not finding.waived and (finding.component == row.component or (not finding.component and not row.place))
    ]


def marked_words(model: "TableModel", at: int) -> Iterator[tuple[Severity, Field, str, int]]:
    """The words of a row that findings are about: how bad it is, the field, the words, how often they stand before.

    Marks that no longer fit the text, as it is being changed, are passed over.
    """
    row = model.rows[at]
    for finding in model.source.checker.of(row.id):
        for mark in () if finding.waived else finding.marks:
            if mark.component not in (None, row.component) or mark.field not in MARKED:
                continue
            text = model.text(at, Field(mark.field))
            words = text[mark.start : mark.end]
            if words.strip():
                yield finding.severity, Field(mark.field), words, text.count(words, 0, mark.start)


def searched_words(model: "TableModel", at: int) -> Iterator[tuple[Field, str, int]]:
    """Where what is searched for stands in a row: the field, the words, how often they stand before."""
    wanted = model.filter.text.strip()
    if not wanted:
        return
    from rbb_editor.project.words import plain_places  # nothing is searched for at a start

    places = plain_places(wanted, match_case=False)
    for field in SEARCHED:
        text = model.text(at, field)
        for start, end in islice(places(text), MOST_SEARCHED):
            yield field, text[start:end], text.count(text[start:end], 0, start)


def comments_on(model: "TableModel", at: int) -> list[Comment]:
    """The open comments on a row; those on the whole output stand at its first row."""
    row = model.rows[at]
    return [
        note
        for note in model.source.report.about(row.id)
        if isinstance(note, Comment)
        and not note.resolved
        and (note.component == row.component or (not note.component and not row.place))
    ]
