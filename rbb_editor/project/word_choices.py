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
from rbb_editor.project.findings_in_word import as_comments
from rbb_editor.project.transfer import Blackline, WordOptions, read_file
from rbb_editor.rules.checker import Checker


class Choices(Struct, frozen=True):
    """See `WordOptions`. `earlier`: a file with an earlier state; what changed since is shown as tracked changes."""

    departments: frozenset[str] = frozenset()
    comments: bool = True
    findings: bool = False
    earlier: Path | None = None
    watermark: str = ""
    sign_off: bool = False
    outcome: bool = False


def options(
    choices: Choices,
    report: Report,
    language: Language,
    *,
    author: str,
    now: datetime,
    say: Callable[[Text], str],
    progress: Progress,
) -> WordOptions:
    """Checks the report and reads the earlier file where that is asked for. May run off the GUI thread on a snapshot.

    `author`, `now`: whose changes a blackline shows, and when. Raises UserError for an earlier file that cannot be
    read, Cancelled out of `progress`.
    """
    findings: tuple[Comment, ...] = ()
    if choices.findings:
        checker = Checker(report, Reader(language), language)
        checker.run(part(progress, 0.0, 0.5))
        findings = as_comments(checker.findings(), report, say, now)
    blackline = None
    if choices.earlier is not None:
        earlier = read_file(choices.earlier, language=language.code, progress=part(progress, 0.5, 1.0)).report
        blackline = Blackline(earlier, author, now)
    return WordOptions(
        choices.departments,
        choices.comments,
        findings,
        blackline,
        choices.watermark,
        choices.sign_off,
        choices.outcome,
    )
