"""What an import guessed and nobody has accepted: kept as comments, each on its row, to be looked at later."""

from collections.abc import Iterable
from datetime import datetime

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.edits.comments import add_comment
from rbb_editor.formats.imported import Certainty, ImportNote
from rbb_editor.i18n import Translator

GUESSED = N_("Guessed at import, not yet accepted: {message}")


def comment_on(report: Report, notes: Iterable[ImportNote], say: Translator, *, author: str, time: datetime) -> int:
    """Comments on the rows that guesses among `notes` are about, in a report that is in no file yet; how many.

    What is certain or likely, and what is about no row that is there, needs none.
    """
    count = 0
    for note in notes:
        if note.certainty is Certainty.GUESS and note.target is not None and note.target in report:
            text = say(GUESSED, message=say(note.message))
            change = add_comment(report, note.target, text, author=author, time=time)
            if change is not None:
                report.apply(change)
                count += 1
    return count
