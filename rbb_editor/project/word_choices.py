"""What a person chooses for a Word file, and the options that come of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from rbb_editor.domain.entities import Comment
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.progress import Progress, part
from rbb_editor.project.earlier import Earlier, blackline
from rbb_editor.project.findings_in_word import as_comments
from rbb_editor.project.transfer import Signature, WordOptions
from rbb_editor.rules.checker import Checker


class Choices(Struct, frozen=True):
    """See `WordOptions`. `earlier`: a state of the report; what changed since is shown as tracked changes."""

    departments: frozenset[str] = frozenset()
    comments: bool = True
    findings: bool = False
    earlier: Earlier | None = None
    watermark: str = ""
    sign_off: bool = False
    outcome: bool = False


def options(
    choices: Choices,
    report: Report,
    language: Language,
    *,
    own: Path | None,
    author: str,
    now: datetime,
    say: Callable[[Text], str],
    progress: Progress,
) -> WordOptions:
    """Checks the report and finds the earlier state where that is asked for. May run off the GUI thread on a snapshot.

    `own`: the file of the report, None where it has none; `author`, `now`: whose changes those are of which no history
    tells. Raises UserError for an earlier state that cannot be found or read, Cancelled out of `progress`.
    """
    findings: tuple[Comment, ...] = ()
    if choices.findings:
        checker = Checker(report, Reader(language), language)
        checker.run(part(progress, 0.0, 0.5))
        findings = as_comments(checker.findings(), report, say, now)
    shown = None
    if choices.earlier is not None:
        by = Signature(author, now)
        shown = blackline(choices.earlier, report, own, by, progress=part(progress, 0.5, 1.0))
    return WordOptions(
        choices.departments,
        choices.comments,
        findings,
        shown,
        choices.watermark,
        choices.sign_off,
        choices.outcome,
    )
