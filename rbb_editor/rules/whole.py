"""Rules about the outline's numbers, rows that repeat one another, and the length of the report."""

import re
from collections.abc import Iterable, Iterator

from rbb_editor.domain.entities import REPORT_ID, Level, Output, ReportInfo, Section
from rbb_editor.domain.figures import format_number
from rbb_editor.domain.length import ADVISED
from rbb_editor.domain.places import place_words
from rbb_editor.domain.scripts import RUNS
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.wording import texts
from rbb_editor.rules.likeness import (
    ROWS,
    SEVERAL,
    departments,
    is_answered,
    plan_of,
    rows_alike,
    same_noun_counted,
    same_text,
)
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.texts import text_of


def number_gap(view: View, section: str | None) -> Iterator[Problem]:
    """Letters and numbers follow one another. Wrong: A, B, D; 1.1, 1.3; 2.1 before 1.1. Right: 1.1, 2.1, 3.1.

    Source: form of the performance reports. An accomplishment's first number is its objective, which a department need
    not serve: 1.1, 3.1 is no gap, but 1.1, 2.2 is one. The accomplishments of an office start anew or go on from the
    office before it.
    """
    last: dict[Level, Section] = {}
    in_office = section is not None and view.report.section(section).level is Level.OFFICE
    ahead: Section | None = None
    for child in view.report.sections(section):
        before = last.get(child.level)
        last[child.level] = child
        message = None if before is None and in_office else _out_of_turn(child, before)
        if message is not None:
            yield Problem(child.id, message, field="number")
        if child.level is Level.OFFICE and (below := view.report.sections(child.id)):
            message = _out_of_turn(below[0], None)
            if message is not None and not _goes_on(below[0], ahead):
                yield Problem(below[0].id, message, field="number")
            ahead = below[-1]


def _goes_on(section: Section, before: Section | None) -> bool:
    """Whether a number is the next one after that of another section."""
    number, previous = _place(section), _place(before) if before else None
    return number is not None and previous is not None and number == (*previous[:-1], previous[-1] + 1)


def _out_of_turn(section: Section, before: Section | None) -> Text | None:
    """What is wrong with the number of a section after that of its neighbour of the same level."""
    number = _place(section)
    if not section.number.strip() and before is not None and before.number.strip():
        return Text.of(N_("This heading has no number, the one before it has."))
    if number is None:
        return None
    if before is None:
        first = number[-1] == 1
        return None if first else Text.of(N_("The first number is {number}."), number=section.number)
    previous = _place(before)
    if previous is None or previous == number:
        return None
    if number < previous:
        return Text.of(N_("The number {number} comes after {before}."), number=section.number, before=before.number)
    if number[-1] > (previous[-1] + 1 if number[:-1] == previous[:-1] else 1):
        return Text.of(
            N_("Between {before} and {number} a number is missing."), number=section.number, before=before.number
        )
    return None


def output_repeated(view: View) -> Iterator[Problem]:
    """An output is planned once. Wrong: the same words in two rows of one office; right: each row its own.

    Source: an output is counted once in the approved budget. White space, capitals, a last full stop do not count; nor
    do, which is only likely, another word for the deed and the figure in words: "Holding of 4 sessions of the
    committee", "Four sessions of the committee". In another office of the department it is the same output where it
    is answered by the same figure, too.
    """
    places = departments(view)
    found: list[tuple[Output, Output]] = []
    for rows in rows_alike(view):
        by_plan: dict[tuple[str, object], list[Output]] = {}
        for output in rows:
            key = places[output.parent], view.reader.figures(output)[0].planned.value
            others = by_plan.get(key)
            if others is None:
                by_plan[key] = [output]
                continue
            same = _repeated(view, output, others)
            if len(others) < ROWS:
                others.append(output)
            if same is not None:
                found.append((output, same))
    for output, same in found:
        address = place_words(view.report, same.id, view.language)
        message = Text.of(N_("The same output is planned in another row: {address}."), address=address)
        certain = same_text(same, output) and _office(view, same) == _office(view, output)
        yield Problem(output.id, message, field="planned_text", guess=not certain)


def _repeated(view: View, output: Output, others: Iterable[Output]) -> Output | None:
    """The first of some outputs of one wording and department that is planned again."""
    office = _office(view, output)
    completed = [each.completed for each in output.components]
    for other in others:
        beside = _office(view, other) == office
        if not beside and [each.completed for each in other.components] != completed:
            continue
        if beside and same_text(other, output):
            return other
        mine, theirs = plan_of(view, output), plan_of(view, other)
        if mine is None or theirs is None or mine[:2] != theirs[:2] or mine.figures[0] < SEVERAL:
            continue
        if (beside or is_answered(mine)) and same_noun_counted(other, output, view.language):
            return other
    return None


def report_long(view: View) -> Iterator[Problem]:
    """Reports of the Secretariat keep within 8,500 words. Advice: the Assembly asks for it, it is no bar.

    Source: the limit on the length of Secretariat documents. Wrong: 12,000 words; right: 8,000. Chinese is counted by
    its characters, 1.6 to a word.
    """
    limit = view.threshold("report-long", ADVISED)
    others: list[ReportInfo | Section] = [view.report.info, *view.report.headings()]
    words = sum([length for _, length in view.each_derived("length", _lengths)])
    words += _count(view, "\n".join(text for each in others for *_, text in texts(each)))
    if words > limit:
        message = Text.of(
            N_("The report has about {words} words; at most {limit} are advised."),
            words=format_number(round(words), view.language),
            limit=format_number(round(limit), view.language),
        )
        yield Problem(REPORT_ID, message, field="summary")


def _place(section: Section) -> tuple[int, ...] | None:
    """A number as figures: "C" is 3, "2.1" is 2 and 1; None for any other kind."""
    number = section.number.strip()
    if NUMBERS.fullmatch(number):
        return tuple(int(part) for part in number.split("."))
    if len(number) == 1 and number.isascii() and number.isalpha():
        return (ord(number.lower()) - ord("a") + 1,)
    return None


def _office(view: View, output: Output) -> str:
    parent = view.report.section(output.parent)
    return parent.parent or parent.id


def _lengths(view: View, outputs: Iterable[Output]) -> list[float]:
    return [_count(view, text_of(output)) for output in outputs]


def _count(view: View, text: str) -> float:
    """The words of a text; Chinese characters by how many make a word."""
    per_word = view.language.style.signs_per_word
    if not per_word:
        return len(text.split())
    han = len(text) - len(RUNS.sub("", text)) if not text.isascii() else 0
    return han / per_word + len(OTHER_WORD.findall(text))


NUMBERS = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,4}")
OTHER_WORD = re.compile(r"[A-Za-z0-9]+")
