"""Reading figures and reasons: time of an output in each language, and the slowest text that is found for a pattern."""

import random
import re
from collections.abc import Iterator
from functools import partial
from time import process_time

from rbb_editor.domain.figures import numbers_in, read_actual, read_planned, suggest_labels
from rbb_editor.domain.language import Language
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome
from rbb_editor.project.sample import make_sample
from rbb_editor.resources import language, language_codes
from tests.bench.measure import seconds, tell

OUTPUTS = 3_000
LONG = 100_000
DOUBTFUL = 0.03
PIECES_OF_A_PATTERN = 3
PLAIN_PIECES = (" ", "1", "1 ", "1,", "(", " (", "a", "aa ", "的", "n", "، ", "1 000 ", "\u200b", "\ud800", "\u202e ")
WORD = re.compile(r"[^\W\d_]{2,}(?:\\ [^\W\d_]+)*")


def main() -> None:
    """Prints the lines."""
    for code in language_codes():
        words = language(code)
        outputs = list(make_sample(OUTPUTS, code).outputs())
        seconds(partial(read, outputs[:50], words), runs=1)  # the patterns are made when they are first used
        spent = seconds(partial(read, outputs, words), clock=process_time)
        tell(f"{code}: an output is read", spent / OUTPUTS * 1e3, 0.12, "ms")
        spent = seconds(partial(explain, outputs, words), clock=process_time)
        tell(f"{code}: the reasons of an output", spent / OUTPUTS * 1e3, 0.06, "ms")
        spent = seconds(partial(explain, outputs, words, planned=True), clock=process_time)
        tell(f"{code}: what happened beside an output", spent / OUTPUTS * 1e3, 0.15, "ms")
    for code in language_codes():
        worst, name, piece = max(slow_patterns(language(code)))
        tell(f"{code}: slowest pattern on {LONG} characters", worst * 1e3, 50, "ms", f"{name} on {piece!r}")
        worst, name, piece = max(slow_readings(language(code)))
        tell(f"{code}: slowest reading of {LONG} characters", worst * 1e3, 400, "ms", f"{name} of {piece!r}")


def read(outputs: list, words: Language) -> None:  # type: ignore[type-arg]
    """The figures of outputs, nothing remembered."""
    reader = Reader(words)
    for output in outputs:
        reader.figures(output)


def explain(outputs: list, words: Language, *, planned: bool = False) -> None:  # type: ignore[type-arg]
    """The reasons in all remarks; `planned`: also those that no word announces."""
    for output in outputs:
        for component in output.components:
            text = f"{component.remarks} {component.explanation}"
            split_remarks(text, Outcome.SHORTFALL, words, output.planned_text if planned else "")


def slow_patterns(words: Language) -> Iterator[tuple[float, str, str]]:
    """How long each pattern of a language takes for texts made of its own words again and again."""
    chance = random.Random(7)
    for name, source in patterns(words):
        found = sorted({word.replace("\\ ", " ") for word in WORD.findall(source)})
        pieces = [
            each + end for each in chance.sample(found, min(len(found), PIECES_OF_A_PATTERN)) for end in ("", " ")
        ]
        compiled = re.compile(source)
        for piece in (*pieces, *PLAIN_PIECES):
            yield spent_on(lambda text, compiled=compiled: sum(1 for _ in compiled.finditer(text)), piece), name, piece


def slow_readings(words: Language) -> Iterator[tuple[float, str, str]]:
    """How long what reads a text takes for long ones."""
    actuals = [read_actual("3", words), read_actual("2", words)]
    works = {
        "numbers": lambda text: numbers_in(text, words),
        "planned figure": lambda text: read_planned(text, actuals[:1], [None], words, [text]),
        "planned figures": lambda text: read_planned(text, actuals, [None, None], words, [text, text]),
        "labels": lambda text: suggest_labels(text, 2, words),
        "reason": lambda text: split_remarks(text, Outcome.SHORTFALL, words),
        "reason of an excess": lambda text: split_remarks(text, Outcome.EXCEEDED, words),
        "turn of events": lambda text: split_remarks(text, Outcome.SHORTFALL, words, "3 visits"),
    }
    cause = str(words.remark_tables()["reasons"]["causes"][0])
    for name, work in works.items():
        for piece in (*PLAIN_PIECES, f"{cause} ", f"{cause}. A ", "12 visits, ", "3 名 ", "، 5 ", "1-2 ", "一百"):
            yield spent_on(work, piece), name, piece


def patterns(words: Language) -> Iterator[tuple[str, str]]:
    """The patterns of a language by name."""
    for table in (words.counts, words.reasons, words.turns, words.numerals):
        for field in table.__struct_fields__:
            value = getattr(table, field)
            for each in value if isinstance(value, tuple) else [value]:
                pattern = each[0] if isinstance(each, tuple) and each else each
                if isinstance(pattern, Phrases):
                    yield field, pattern.source
                elif isinstance(pattern, re.Pattern):
                    yield field, pattern.pattern


def spent_on(work, piece: str) -> float:  # type: ignore[no-untyped-def]
    """Seconds of the processor for a long text of one piece; what seems slow is measured twice."""
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    times = []
    while len(times) < 2 and (not times or times[0] > DOUBTFUL):
        start = process_time()
        work(text)
        times.append(process_time() - start)
    return min(times)
