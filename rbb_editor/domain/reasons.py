"""Remarks apart into what was delivered and why it differs from the plan.

A reason explains this deviation. Not every "because" does: it may say why something else was done, why a report was
late, or why the few that were made were made. So a cause is taken for a reason only with the right thing beside it: a
statement of the deviation; for a shortfall what was cancelled, missing or done instead; for an excess what was asked
for in addition. What only restates the figure or a status is no reason.
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.cues import SHORTEST, cue_beside_the_plan
from rbb_editor.domain.deliverable import Deliverable
from rbb_editor.domain.entities import Component
from rbb_editor.domain.folding import Folded, fold
from rbb_editor.domain.happenings import Happenings
from rbb_editor.domain.language import Language
from rbb_editor.domain.likelihood import DOUBTED, TAKEN, likelihood
from rbb_editor.domain.main_clauses import (
    without_degrees,
    without_described,
)
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.openings import starts_of
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.restating import restates
from rbb_editor.domain.signs import FIGURE
from rbb_editor.domain.something_else import tells_an_effect, tells_something_else
from rbb_editor.domain.statuses import Statuses
from rbb_editor.domain.turns import Turns
from rbb_editor.domain.values import Outcome

LONGEST = 4000
"""Characters of a sentence that are looked at."""

MOST_TURNS = 40
"""Sentences in which a reason is looked for that no word announces."""

_FIRST_CLAUSE = re.compile(r"[^,;:。]{1,40}")


class Split(Struct, frozen=True):
    """A remark in two verbatim parts. `cue`: the words that show the reason; "" where there is none.

    `start`, `end`: where the cue stands in the remark as it was given.
    """

    remarks: str
    explanation: str
    cue: str
    start: int = 0
    end: int = 0


def reason_apart(component: Component, outcome: Outcome, language: Language, planned: str) -> Component:
    """A figure without a reason whose remarks give it: with the reason and the rest apart. Any other as it is."""
    if component.explanation or not needs_explanation(outcome):
        return component
    split = split_remarks(component.remarks.strip(), outcome, language, planned)
    return replace(component, remarks=split.remarks, explanation=split.explanation) if split.explanation else component


def split_remarks(text: str, outcome: Outcome, language: Language, planned: str = "") -> Split:
    """The part of a remark from the first sentence that gives a cause for this deviation, apart from the rest.

    Both parts are verbatim and, with the white space between them, are the text. A remark whose first sentence holds
    the cause is an explanation as a whole. For a figure that is met or unclear only a stated deviation is a reason.
    With the `planned` text also a sentence is one that tells what happened in the world without any word of a cause,
    and at last one that tells nothing of the work. Where no word of a cause stands, all words of the remark are weighed
    together (see `likelihood`): what no pattern knows may be one, and what a pattern found may be none.
    """
    read = _Read(text, outcome, language, planned)
    split = _by_cues(read)
    if split is not None or not planned or not needs_explanation(outcome):
        return split or Split(text, "", "")
    split, words = _by_happenings(read), language.reasons
    if not language.weights or any(each.search(read.folded.text) for each in (words.causes, words.denials)):
        return split or Split(text, "", "")
    if split is not None:
        return split if likelihood(text, outcome, language, planned) > DOUBTED else Split(text, "", "")
    likely = likelihood(text, outcome, language, planned) > language.weights[TAKEN]
    return _by_weights(read) if likely else Split(text, "", "")


class _Read:
    """A remark as it is read: its folded text, where its sentences start, and what it is about."""

    def __init__(self, text: str, outcome: Outcome, language: Language, planned: str) -> None:
        self.text, self.outcome, self.language = text, outcome, language
        self.folded = fold(text)
        self.starts = starts_of(text, self.folded, language.reasons)
        self.deliverable = Deliverable(planned, language)
        if not language.reasons.spaced:
            self.folded = replace(self.folded, text=_in_digits(self.folded.text, self.deliverable))
        self.statuses = Statuses(self.deliverable)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Where each sentence starts, and its words without a mere status, and of the first without what describes a
        noun; nothing for one too short to tell anything.
        """
        text, words = self.folded.text, self.statuses.words
        for start, end in zip(self.starts, [*self.starts[1:], len(text)], strict=True):
            sentence = text[start : min(end, start + LONGEST)] if end - start >= SHORTEST else ""
            sentence = without_degrees(sentence, words)
            yield start, self.statuses.without(without_described(sentence, words) if start == 0 else sentence)

    def tells_something_else(self, sentence: str, *, first: bool) -> bool:
        """Whether a sentence explains something else than the figure."""
        return tells_something_else(sentence, self.outcome, self.deliverable, self.folded.text, first=first)

    def restates(self, sentence: str) -> bool:
        """Whether a sentence only says again that there were more or fewer than planned."""
        return restates(sentence, self.deliverable)

    def split(self, start: int, cue: tuple[int, int]) -> Split:
        """The remark in two at the sentence that starts at a place and holds a cue."""
        return _split(self.text, self.folded, start, cue)


def _by_weights(read: _Read) -> Split:
    """A remark apart at its likeliest sentence, which is its cue as a whole."""
    text, folded, planned = read.text, read.folded, read.deliverable.planned
    ends = [*read.starts[1:], len(folded.text)]
    start, end = max(
        zip(read.starts, ends, strict=True),
        key=lambda place: likelihood(
            text[folded.source(place[0]) : folded.source(place[1])], read.outcome, read.language, planned
        ),
    )
    return Split(text, "", "") if read.restates(folded.text[start:end]) else read.split(start, (0, end - start))


def _by_cues(read: _Read) -> Split | None:
    """A remark apart at the first sentence with a word of a cause and the right thing beside it."""
    text, outcome, deliverable = read.folded.text, read.outcome, read.deliverable
    for place, (start, sentence) in enumerate(read.sentences()):
        cue = cue_beside_the_plan(sentence, outcome, deliverable, text, first=place == 0)
        if cue is None or (outcome is Outcome.MET and read.language.turns.effects.search(sentence)):
            continue
        if place == 0 and tells_an_effect(sentence, deliverable):
            continue
        goes_on = text[:start].rstrip().endswith(",")  # "3 notes were issued,", and on the next line why
        if goes_on or not (read.tells_something_else(sentence, first=place == 0) or read.restates(sentence)):
            return read.split(start, cue.span())
    return None


def _by_happenings(read: _Read) -> Split | None:
    """A remark apart at the first sentence that tells of a turn of events, or of what happened in the world."""
    turns = Turns(read.deliverable, read.folded.text)
    sentences = list(islice(read.sentences(), MOST_TURNS))
    for place, (start, sentence) in enumerate(sentences):
        found = turns.find(sentence, read.outcome, first=place == 0)
        if found and not (read.tells_something_else(sentence, first=place == 0) or read.restates(sentence)):
            return read.split(start, found.span())
    happenings = Happenings(turns)
    for place, (start, sentence) in enumerate(sentences):
        told = place == 0 and happenings.tells_a_figure(" ".join(each for _, each in sentences[1:]))
        span = happenings.find(sentence, read.outcome, first=place == 0, told=told)
        if span is None or read.restates(sentence):
            continue
        if happenings.missing.opens_with_several(sentence) or not read.tells_something_else(sentence, first=place == 0):
            return read.split(start, span)
    return None


def _in_digits(text: str, deliverable: Deliverable) -> str:
    """A folded Chinese text with digits for the number in words behind the verb of its first clause, if it is none of
    the planned ones, so that it is known as what was delivered: 举行了五次会议. Places are kept.
    """
    mark = _FIRST_CLAUSE.match(text)
    numerals = deliverable.language.numerals
    told = () if mark is None or FIGURE.search(text.partition("。")[0]) else find_numerals(mark[0], numerals)
    if not told or not text[: told[0].start].strip() or not deliverable.is_measured(text, told[0].end):
        return text  # "two departments were merged"
    if told[0].value in {each.value for each in find_numerals(fold(deliverable.planned).text, numerals)}:
        return text
    start, end = told[0].start, told[0].number_end
    digits = str(told[0].value)
    return text[:start] + digits.zfill(end - start) + text[end:] if len(digits) <= end - start else text


def _split(text: str, folded: Folded, start: int, cue: tuple[int, int]) -> Split:
    """A text in two at the sentence that starts at a place of its folded form and holds a cue."""
    cut = folded.source(start)
    begin, stop = folded.source(start + cue[0]), folded.source(start + cue[1] - 1) + 1
    begin += len(text[begin:stop]) - len(text[begin:stop].lstrip())
    shown = text[begin:stop].rstrip()
    return Split(text[:cut].rstrip(), text[cut:].strip(), shown, begin, begin + len(shown))
