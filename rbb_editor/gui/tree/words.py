"""What is said of an edit of the outline, without Qt."""

from collections import Counter

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Comment, Level, Output, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits import numbering

MOST_NUMBERS = 8
"""Numbers that are shown of a row of neighbours."""


def along(change: Change, id: str) -> list[Text]:
    """What goes along with the deleted section, in words."""
    gone = [pair.before for pair in change.pairs if pair.id != id]
    levels_gone = Counter(each.level for each in gone if isinstance(each, Section))
    rows = sum(isinstance(each, Output) for each in gone)
    comments = sum(isinstance(each, Comment) for each in gone)
    words = (
        (levels_gone[Level.OFFICE], N_("{count} office"), N_("{count} offices")),
        (levels_gone[Level.ACCOMPLISHMENT], N_("{count} accomplishment"), N_("{count} accomplishments")),
        (rows, N_("{count} output"), N_("{count} outputs")),
        (comments, N_("{count} comment"), N_("{count} comments")),
    )
    return [Text.of(one, plural=many, count=count) for count, one, many in words if count]


def gaps(report: Report, mending: Change) -> Text:
    """Which numbers no longer follow one another."""
    broken = numbering.numbers_of(report, numbering.groups_of(mending)).values()
    shown = "; ".join(", ".join(each if len(each) <= MOST_NUMBERS else [*each[:MOST_NUMBERS], "…"]) for each in broken)
    return Text.of(N_("The numbers no longer follow one another: {numbers}."), numbers=shown)
