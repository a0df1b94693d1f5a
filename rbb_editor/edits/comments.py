"""Comments of readers, and waivers of findings."""

import re
from datetime import datetime

from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Comment, Waiver
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.report import Report
from rbb_editor.domain.scripts import UNSPACED
from rbb_editor.domain.text import N_, Text

WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
"""A word, or in Chinese a character."""


def quoted(text: str, start: int, end: int) -> str:
    """The words of a text from `start` to `end` as a comment quotes them: with as many words behind or before them as
    it takes to tell them from the same words elsewhere in the text. "" for none.
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = [match.span() for match in WORD.finditer(text)]
    while start < end and text.find(text[start:end]) != text.rfind(text[start:end]):
        behind = next((until for _, until in words if until > end), None)
        before = next((begin for begin, _ in reversed(words) if begin < start), None)
        if behind is not None:
            end = behind
        elif before is not None:
            start = before
        else:
            break
    return text[start:end]


def add_comment(
    report: Report,
    target: str,
    text: str,
    *,
    author: str,
    time: datetime,
    component: str | None = None,
    field: str | None = None,
    quote: str = "",
    answers: str | None = None,
) -> Change | None:
    """A comment on a section, an output or the report, or an answer to one; None for an empty text."""
    _check_target(report, target)
    text = clean.lines(text)
    if not text:
        return None
    label = Text.of(N_("Answer comment") if answers else N_("Add comment"))
    return Change.of(
        label, [(None, Comment(new_id(), target, text, author, time, component, field, quote, answers, resolved=False))]
    )


def set_resolved(report: Report, id: str, resolved: bool) -> Change | None:
    """Closes a comment, or opens it again."""
    comment = _comment(report, id)
    label = Text.of(N_("Resolve comment") if resolved else N_("Reopen comment"))
    return Change.of(label, [(comment, replace(comment, resolved=resolved))])


def delete_comment(report: Report, id: str) -> Change | None:
    """Deletes a comment and the answers to it."""
    comment = _comment(report, id)
    thread = [
        note for note in report.about(comment.target) if isinstance(note, Comment) and id in (note.id, note.answers)
    ]
    return Change.of(Text.of(N_("Delete comment")), [(note, None) for note in thread])


def waive(
    report: Report,
    rule: str,
    target: str,
    reason: str,
    *,
    author: str,
    time: datetime,
    component: str | None = None,
    said: str = "",
) -> Change | None:
    """Says that a finding is right as it is; None without a reason. `said`: what it names, for which this holds."""
    _check_target(report, target)
    reason = clean.lines(reason)
    if not reason:
        return None
    waiver = Waiver(new_id(), rule, target, reason, author, time, component, said)
    return Change.of(Text.of(N_("Waive finding")), [(None, waiver)])


def withdraw_waiver(report: Report, id: str) -> Change | None:
    """Takes a waiver back: its finding stands again."""
    waiver = report.get(id)
    if not isinstance(waiver, Waiver):
        raise KeyError(id)
    return Change.of(Text.of(N_("Withdraw waiver")), [(waiver, None)])


def _check_target(report: Report, target: str) -> None:
    if target not in report:
        raise KeyError(target)


def _comment(report: Report, id: str) -> Comment:
    comment = report.get(id)
    if not isinstance(comment, Comment):
        raise KeyError(id)
    return comment
