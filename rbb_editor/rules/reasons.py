"""Rules about the reason that is given for a shortfall or an excess."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rbb_editor.domain.deliverable import Deliverable, blanked
from rbb_editor.domain.entities import Output
from rbb_editor.domain.nouns import beginning
from rbb_editor.domain.outcome import deviation, needs_explanation
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.remark import STEM, Told
from rbb_editor.domain.scripts import RUNS
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import mark, number, rows, telling

EXPLANATION = "explanation"
MOST = 20
"""Words of one text that are looked at."""
STEM_OF_ANY = 3
"""Letters at the beginning of a word that its forms have in common in any language."""
CIRCLE = 120
"""Characters of a cause that may say nothing new."""
LONGEST_CAUSE = 30
"""Characters of words for a cause that tell none themselves."""
_LONG = re.compile(r"[^\W\d_]{6,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
BESIDE_CAUSE = 2
"""Characters between two words of one cause: "объясняется тем, что"."""
BESIDE = 40
"""Characters beside an ordinal in which its noun stands."""
NAME = 6
"""Characters behind a Chinese ordinal in which its measure word and noun stand."""


def explanation_without_cause(view: View, output: Output) -> Iterator[Problem]:
    """What stands as the reason gives a cause.

    Source: practice of the reports; a restated figure, a bare status or a circle is no reason. Wrong: "35 letters were
    sent in all", "due to the lower number of letters sent"; right: "Fewer were sent, as the office was closed".
    """
    for row in rows(view, output):
        component, result = row.component, row.figure.outcome
        if not component.explanation.strip() or not needs_explanation(result):
            continue
        reasons, text = view.language.reasons, row.explanation.folded.text
        cause = reasons.causes.search(text)
        told = cause or reasons.links.search(text)
        if told and (circle := _circle(view, output, row.explanation, told)):
            message = Text.of(N_("The reason only says again that there were more or fewer: “{words}”."),
                              words=row.explanation.quote(*circle))  # fmt: skip
            marks = (mark(row.explanation, component.id, EXPLANATION, *circle),)
            yield Problem(output.id, message, component.id, EXPLANATION, marks, guess=True)
            continue
        if cause and reasons.deviation.search(text):  # the usual form
            continue
        if split_remarks(component.explanation, result, view.language, output.planned_text).cue:
            continue
        if split_remarks(
            f"{component.remarks}\n{component.explanation}", result, view.language, output.planned_text
        ).cue:
            continue
        message = Text.of(N_("What stands as the reason seems to give no cause."))
        yield Problem(output.id, message, component.id, EXPLANATION, guess=True)


def _circle(view: View, output: Output, told: Told, first: re.Match[str]) -> tuple[int, int] | None:
    """The words of a cause, the `first` one, that are but the deliverable and words for more and fewer again.

    Where what came of it stands behind it, of the whole text: "fewer visits were made, so that the target was not
    reached". A long word for a cause tells it: 根据政府的决定取消.
    """
    text, remarks = told.folded.text, view.language.remarks
    longest = LONGEST_CAUSE if remarks.spaced else NAME
    if (
        len(text) - first.end() > CIRCLE
        or len(first[0]) > longest
        or remarks.restating.search(text, first.end()) is None
    ):
        return None
    start, end = _behind_causes(view, text, first.end()), len(text)
    told_of = telling(view, output).planned
    planned = told_of.folded.text
    words = blanked(text[start:end], remarks.restating)
    if not _stands_in(words, planned, view):  # so are nearly all causes
        return None
    if remarks.so.search(text) is not None:
        if len(text) > CIRCLE:
            return None
        start, words = 0, blanked(blanked(text, remarks.so), remarks.restating)
        if not _stands_in(words, planned, view):
            return None
    if len(told.sentences) > 2:
        return None
    deliverable = Deliverable(output.planned_text, view.language, told_of.counts)
    nouns = deliverable.nouns(words, 0, len(words))
    if not _all_of(deliverable, nouns):
        return None
    if not remarks.spaced and ((not nouns and any(map(str.isalpha, words))) or max(map(len, nouns), default=0) > NAME):
        return None
    return (start, end) if text[start:end].strip(" .。") else None


def _behind_causes(view: View, text: str, start: int) -> int:
    """Where the words for a cause end whose first ends at `start`: it alone, where another one is not beside it."""
    causes, end = view.language.reasons.causes, start
    if not any(causes.match(text, at) for at in range(start, start + BESIDE_CAUSE + 1)):  # as nearly always
        return start
    for match in islice(causes.finditer(text, start), MOST - 1):
        if match.start() - end > BESIDE_CAUSE:
            return start
        end = match.end()
    return end


def _all_of(deliverable: Deliverable, nouns: Sequence[str]) -> bool:
    """Whether all words name the deliverable, or say of it behind its name what the planned text says."""
    known = False
    for noun in nouns:
        known = _is_of(deliverable, noun) or (known and deliverable.is_named(noun))
        if not known:
            return False
    return True


def _is_of(deliverable: Deliverable, noun: str) -> bool:
    """Whether a word names the deliverable or what is done with it, also in another form: "trained" of "Training"."""
    if deliverable.is_known(noun) or deliverable.is_deed(noun) or noun in deliverable.language.numerals.words:
        return True
    if not deliverable.spaced or deliverable.words.people.match(noun):
        return False
    return any(noun.startswith(deed[:STEM]) for deed in deliverable.deed)


def _stands_in(words: str, planned: str, view: View) -> bool:
    """Whether all long words, or all Chinese pairs, of some words stand in a planned text, in any form."""
    if not view.language.remarks.spaced:
        runs = RUNS.findall(words)
        return all(run[at : at + 2] in planned for run in runs for at in range(max(1, len(run) - 1)))
    nouns = view.language.nouns
    letters = STEM_OF_ANY - nouns.rooted  # an Arabic plural changes behind its second consonant
    stems = []
    for word in _LONG.findall(words):
        stem = beginning(word, nouns)[:letters]
        if stem not in planned:  # as nearly always
            return False
        stems.append(stem)
    return not nouns.rooted or {beginning(word, nouns)[:letters] for word in _WORD.findall(planned)}.issuperset(stems)


def reason_covers_part(view: View, output: Output) -> Iterator[Problem]:
    """A reason covers all that is missing.

    Source: A/72/701/Add.1, 4 of 6 evaluations, with a reason for the fifth alone. Wrong: 4 of 6, "The fifth review was
    postponed because …"; right: "The fifth and sixth reviews were postponed because …".
    """
    for row in rows(view, output):
        figure = row.figure
        if figure.outcome is not Outcome.SHORTFALL or not row.component.explanation:
            continue
        by, done, planned = deviation(figure.planned, figure.total), figure.total.value, figure.planned.value
        if by is None or by > -2 or done is None or planned is None:
            continue
        text = row.explanation.folded.text
        found = [
            (place, match)
            for place, pattern in enumerate(view.language.remarks.ordinals, 1)
            if done < place <= planned and (match := pattern.search(text))
        ]
        if len(found) != 1 or any(not count.article for count in row.explanation.counts):
            continue
        _, match = found[0]
        if not _is_of_plan(view, text, match, telling(view, output).planned.folded.text):
            continue
        yield Problem(
            output.id,
            Text.of(
                N_("{missing} are missing; the reason speaks of one only (“{words}”)."),
                missing=number(view, -by),
                words=row.explanation.quote(match.start(), match.end()),
            ),
            row.component.id,
            EXPLANATION,
            (mark(row.explanation, row.component.id, EXPLANATION, match.start(), match.end()),),
            guess=True,
        )


def postponed_without_date(view: View, output: Output) -> Iterator[Problem]:
    """What was postponed has a new date or a condition; what was cancelled, a decision or a cause.

    Source: A/72/701/Add.1, "讲习班被推迟" without a date; OIOS tells postponed from terminated outputs. Wrong: "The
    workshop was postponed"; right: "The workshop was postponed to March 2018".
    """
    for row in rows(view, output):
        if row.figure.outcome is not Outcome.SHORTFALL:
            continue
        words = view.language.remarks
        for field, told, beside in (
            ("explanation", row.explanation, row.remarks),
            ("remarks", row.remarks, row.explanation),
        ):
            if not told.text:
                continue
            text = told.folded.text
            match = _of_itself(view, told, words.postponed)
            message = N_("Postponed, but no new date is given.")
            if match is None:
                match = _of_itself(view, told, words.cancelled)
                message = N_("Cancelled, but neither who decided so nor why is told.")
                reasons = view.language.reasons
                if match and (reasons.causes.search(text) or reasons.waits.search(text)):
                    match = None
            if match is None or _is_settled(view, text, match.end()) or _tells_when(view, beside):
                continue
            marks = (mark(told, row.component.id, field, match.start(), match.end()),)
            yield Problem(output.id, Text.of(message), row.component.id, field, marks)
            break


def _is_of_plan(view: View, text: str, ordinal: re.Match[str], plan: str) -> bool:
    """Whether an ordinal counts what the plan counts: "the fifth review", not "the fourth quarter"."""
    start, end = ordinal.span()
    if ordinal[0] in plan:  # the name of a committee
        return False
    if view.language.remarks.undone.match(text, end + 1):  # "the fifth was postponed"
        return True
    if not view.language.remarks.spaced:  # a measure word stands between
        name = text[end + 1 : end + NAME]
        return any(name[at : at + 2] in plan for at in range(len(name) - 1))
    behind, before = text[end : end + BESIDE].split()[:2], text[max(0, start - BESIDE) : start].split()[-1:]
    article = view.language.nouns.article
    nouns = [word.removeprefix(article) for word in before] if view.language.remarks.ordinals_behind else behind
    return any(len(noun) >= STEM and noun[:STEM] in plan for noun in nouns)


def _is_settled(view: View, text: str, end: int) -> bool:
    """Whether a text tells a date, a condition or a decision for what it says, up to a place, to have been put off.

    An event of its cause is none: "postponed because the scope was reviewed after a rise in costs".
    """
    words, causes = view.language.remarks, view.language.reasons.causes
    for match in islice(words.settled.finditer(text), MOST):
        if words.afterwards.match(text, match.start()) is None:
            return True
        cause = causes.search(text, end, match.start()) if end < match.start() else None
        if cause is None or any(sign in text[cause.end() : match.start()] for sign in ",;"):
            return True
    return False


def _tells_when(view: View, told: Told) -> bool:
    """Whether a sentence says when or after what something will be done."""
    text, words = told.folded.text, view.language.remarks
    for match in islice(words.ahead.finditer(text), MOST):
        start, end = told.sentence(match.start())
        if words.settled.search(text, start, end):
            return True
    return False


def _of_itself(view: View, told: Told, pattern: Phrases) -> re.Match[str] | None:
    """Where a text says that the output was put off; not where what was put off is the cause (the session)."""
    text = told.folded.text
    for match in islice(pattern.finditer(text), MOST):
        cause = told.ahead(view.language.reasons.causes, match.start())
        if cause is None or any(sign in text[cause.end() : match.start()] for sign in ",;"):
            return match
        and_so = view.language.reasons.and_so
        if and_so and and_so in text[cause.end() : match.start()]:  # 因缺乏资金而推迟
            return match
    return None
