"""The search for slow inputs: every pattern of the program on long texts, of its own words and of signs."""

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator
from time import process_time

from msgspec import Struct

import rbb_editor
from rbb_editor import resources
from rbb_editor.domain.language import Language
from rbb_editor.domain.phrases import Phrases
from tests.bench.measure import tell

LONG = 100_000
DOUBTFUL = 0.03
OF_ITS_OWN = 4
LAYERS = ("domain", "rules", "formats", "edits", "merge", "document", "project", "store")
TABLES = ("counts", "reasons", "remarks", "turns", "numerals", "style", "slips")
WORD = re.compile(r"[^\W\d_]{2,}(?:\\? [^\W\d_]+)*")
SIGNS = (
    " ", "\n", "1", "1 ", "1,", "1.", "12 345 ", "(", " (", ")", "a", "a ", "aa, ", "A", "A ", "AB-", "a.", "a.b@",
    "的", "的 ", "一", "б ", "ب ", "، ", "\u200b", "\ud800", "“", '"', "<a ", "&a", "[", "_", "?", "-", "- ", "1-",
    "|", "\t", "的，", "。”", "a) ", "http://a", "\u00a0",
)  # fmt: skip
ELSEWHERE = {
    "domain.sentences._LAST_WORD": "is looked for in 16 characters",
    "rules.cells._GROUPED": "has to be the whole of a cell",
    "rules.bodies._LONG": "stands behind another word",
}
"""Patterns that are never looked for in a whole text, and why."""


def main() -> None:
    """Prints a line for each layer and language: its slowest pattern."""
    for layer in LAYERS:
        worst, name, piece = max(slowest(of_modules(layer)), default=(0.0, "", ""))
        tell(f"{layer}: slowest pattern on {LONG} characters", worst * 1e3, 50, "ms", f"{name} on {piece!r}")
    for code in resources.language_codes():
        worst, name, piece = max(slowest(of_language(resources.language(code))))
        tell(f"{code}: slowest pattern on {LONG} characters", worst * 1e3, 50, "ms", f"{name} on {piece!r}")


def of_modules(layer: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that the modules of a layer hold, by name."""
    package = importlib.import_module(f"{rbb_editor.__name__}.{layer}")
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            yield from ((f"{found.name.removeprefix('rbb_editor.')}.{name}", each) for each in patterns_in(value))


def of_language(language: Language) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of all tables of a language, by name."""
    for table in TABLES:
        value = getattr(language, table)
        parts = (
            {each: getattr(value, each) for each in value.__struct_fields__}
            if isinstance(value, Struct)
            else {"": value}
        )
        for name, part in parts.items():
            yield from ((f"{table}.{name}", each) for each in patterns_in(part))


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns over text in a value, also within tuples, lists and tables."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Phrases):
        yield re.compile(value.source)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from patterns_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from patterns_in(each)


def slowest(patterns: Iterator[tuple[str, re.Pattern[str]]]) -> Iterator[tuple[float, str, str]]:
    """How long each pattern takes for texts of one piece again and again."""
    lot = random.Random(7)
    for name, pattern in patterns:
        if name in ELSEWHERE:
            continue
        words = sorted({word.replace("\\", "") for word in WORD.findall(pattern.pattern)})
        own = [each + end for each in lot.sample(words, min(len(words), OF_ITS_OWN)) for end in ("", " ")]
        for piece in (*own, *SIGNS):
            yield spent_on(pattern, piece), name, piece


def spent_on(pattern: re.Pattern[str], piece: str) -> float:
    """Seconds of the processor to find all of a pattern in a long text; what seems slow is measured twice more."""
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    times: list[float] = []
    while len(times) < 3 and (not times or min(times) > DOUBTFUL):
        start = process_time()
        for _ in pattern.finditer(text):
            pass
        times.append(process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
