"""Made-up reports: the samples that a person reads, and generated ones of any size whose outcomes are known.

The generated ones serve tests and benchmarks: what every figure came to is decided first, then put into words from the
tables in resources/samples/grammar_*.toml. The same call always gives the same report, ids included.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from random import Random

from msgspec import Struct

from rbb_editor import resources
from rbb_editor.domain import rank
from rbb_editor.domain.entities import Component, Entity, Level, Output, ReportInfo, Section
from rbb_editor.domain.ids import encode
from rbb_editor.domain.lettering import sequence
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome
from rbb_editor.edits.numbering import first_number
from rbb_editor.progress import Progress, silent, tracked
from rbb_editor.project.sample_words import Facts, Words
from rbb_editor.project.transfer import read_file

USUAL_SIZE = 454
"""The number of outputs of the published addendum that the program was made after."""

OUTPUTS_IN_TABLE = 9  # of an accomplishment, and
TABLES_IN_OFFICE = 3  # of an office, as in the published addendum
MOST_DEPARTMENTS = 13
MOST_OFFICES = 6
OBJECTIVES = 3
SECTION_NUMBERS = {"ar": "ثانيا", "zh": "二"}
"""Of the section of the outputs, where it is not "II"."""


class SampleTruth(Struct, frozen=True):
    """What a generated report was made to hold, without any reading of its texts.

    `unexplained_shortfalls`, `unexplained_excesses`: component ids, in printed order.
    """

    outputs: int
    figures: int
    outcomes: Counter[Outcome]
    unexplained_shortfalls: tuple[str, ...]
    unexplained_excesses: tuple[str, ...]


def read_sample(language: str) -> Report | None:
    """The sample report written to be read, in a document language; None where there is none in it."""
    path = resources.sample(language)
    return read_file(path).report if path.is_file() else None


def make_sample(outputs: int, language: str, progress: Progress = silent) -> Report:
    """A generated report of `outputs` outputs; KeyError for a language without words."""
    return make_known_sample(outputs, language, progress)[0]


def make_known_sample(outputs: int, language: str, progress: Progress = silent) -> tuple[Report, SampleTruth]:
    """The report of `make_sample` and the truth about it."""
    with resources.grammar(language).open("rb") as stream:
        words = Words(tomllib.load(stream), resources.language(language))
    random = Random(f"{language} {outputs}")  # noqa: S311  (nothing secret)
    ids = _ids(random)
    entities: list[Entity] = [_front(words, language)]
    tables = _outline(-(-outputs // OUTPUTS_IN_TABLE), words, language, ids, entities)
    known: list[tuple[str, Facts]] = []
    for table, count in tracked(list(zip(tables, _shares(outputs, len(tables)), strict=True)), progress):
        for place in rank.spread(count):
            sentence = words.output(random)
            components = tuple(
                Component(next(ids), facts.completed, facts.remarks, facts.explanation, facts.label)
                for facts in sentence.figures
            )
            entities.append(Output(next(ids), table, place, sentence.planned, components))
            known += zip((component.id for component in components), sentence.figures, strict=True)
    return Report(entities), _truth(outputs, known)


def _front(words: Words, language: str) -> ReportInfo:
    phrases = resources.language(language).phrases
    return ReportInfo(
        language=language,
        symbol="A/80/999/Add.1",
        session=words.session,
        agenda_item="150",
        title=words.title,
        period_start="2024-07-01",
        period_end="2025-06-30",
        author=phrases["author"],
        summary=words.summary,
        section_number=SECTION_NUMBERS.get(language, "II"),
        section_title=phrases["section_title"],
    )


def _outline(tables: int, words: Words, language: str, ids: Iterator[str], entities: list[Entity]) -> list[str]:
    """Adds the sections of a report with so many accomplishments to `entities`; the ids of these, in order.

    Every third department has no offices.
    """
    accomplishments: list[str] = []

    def add(level: Level, parent: str | None, place: str, number: str, titles: list[str], index: int) -> str:
        section = Section(next(ids), level, parent, place, number, titles[index % len(titles)])
        entities.append(section)
        return section.id

    departments = min(MOST_DEPARTMENTS, -(-tables // (2 * TABLES_IN_OFFICE)))
    letters = _letters(language, Level.DEPARTMENT, departments)
    for d, (place, share) in enumerate(zip(rank.spread(departments), _shares(tables, departments), strict=True)):
        department = add(Level.DEPARTMENT, None, place, letters[d], words.departments, d)
        offices = 0 if d % 3 == 2 else min(MOST_OFFICES, -(-share // TABLES_IN_OFFICE))
        parents = [
            add(Level.OFFICE, department, place, letter, words.offices, o + d)
            for o, (place, letter) in enumerate(
                zip(rank.spread(offices), _letters(language, Level.OFFICE, offices), strict=True)
            )
        ] or [department]
        for parent, count in zip(parents, _shares(share, len(parents)), strict=True):
            for n, place in enumerate(rank.spread(count)):
                number = f"{n % OBJECTIVES + 1}.1" if count <= OBJECTIVES else _number(n, count)
                accomplishments.append(
                    add(Level.ACCOMPLISHMENT, parent, place, number, words.accomplishments, len(accomplishments))
                )
    return accomplishments


def _letters(language: str, level: Level, count: int) -> list[str]:
    return sequence([""] * count, (), first_number(language, level))


def _number(index: int, count: int) -> str:
    """The number of an accomplishment among many: "1.1", "1.2", … "3.7"."""
    size = -(-count // OBJECTIVES)
    return f"{index // size + 1}.{index % size + 1}"


def _shares(total: int, parts: int) -> list[int]:
    """`total` in so many nearly equal parts, the larger ones first."""
    return [total // parts + (part < total % parts) for part in range(parts)]


def _truth(outputs: int, known: list[tuple[str, Facts]]) -> SampleTruth:
    def unexplained(outcome: Outcome) -> tuple[str, ...]:
        return tuple(id for id, facts in known if facts.outcome is outcome and not facts.explanation)

    return SampleTruth(
        outputs,
        len(known),
        Counter(facts.outcome for _, facts in known),
        unexplained(Outcome.SHORTFALL),
        unexplained(Outcome.EXCEEDED),
    )


def _ids(random: Random) -> Iterator[str]:
    """Ids as the program makes them, but always the same: a fixed time that ticks, then numbers by lot."""
    time = 1_750_000_000_000
    while True:
        yield encode(time << 80 | random.getrandbits(80))
        time += 1
