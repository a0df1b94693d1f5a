"""The search for slow inputs: every pattern of the program on long texts, of all that it may begin with and of signs.

Patterns that stand in functions are read from the source. Those that functions put together are noted while the program
checks, writes and reads; a call of `re` that was not reached is told.

All of it takes some minutes. `python -m tests.bench.bench_patterns PART …` tries a part of it: "functions", a layer
("rules"), a language ("zh"). A part tells of all texts that take too long, and of the slowest text of each of its ten
slowest patterns.
"""

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

import rbb_editor
from rbb_editor import resources
from rbb_editor.domain.language import Language
from rbb_editor.domain.phrases import Phrases
from tests.bench.beginnings import beginnings
from tests.bench.measure import tell

Trial = tuple[float, str, str]
"""Seconds for a long text, the name of the pattern, and the piece of which the text is made."""

LONG = 100_000
LIMIT = 0.05
"""Seconds that a pattern may take for a long text."""
TOLD = 10
"""Patterns of a part whose slowest texts are told, also where none takes too long."""
SHORT = 10_000
"""Signs of a text that is tried first: a pattern takes at most a hundred times as long for the long one."""
SHORTEST = 1_000
"""Signs of one that is tried first where a pattern takes just as many times longer as the text is."""
UNENDING = re.compile(r"(?<!\\)(?:\*|(?<!\})\+|\{\d+,\})")
"""A repetition without an end."""
HAN = re.compile("[\u3400-\u9fff]")
DOUBTFUL = 0.03
"""Seconds for a long text that are measured anew, and that a short text must exclude."""
LAYERS = ("domain", "rules", "formats", "edits", "merge", "document", "project", "store")
TABLES = ("counts", "reasons", "remarks", "turns", "numerals", "style", "slips")
SIGNS = (
    " ", "\n", "1", "1 ", "1,", "1.", "12 345 ", "(", " (", ")", "a", "a ", "aa, ", "A", "A ", "AB-", "a.", "a.b@",
    "的", "的 ", "一", "б ", "ب ", "، ", "\u200b", "\ud800", "“", '"', "<a ", "&a", "[", "_", "?", "-", "- ", "1-",
    "|", "\t", "的，", "。”", "a) ", "http://a", "\u00a0",
    ".", "…", "\r", " \n",
)  # fmt: skip
ELSEWHERE = {
    "domain.sentences._LAST_WORD": "is looked for in 16 characters",
    "rules.cells._GROUPED": "has to be the whole of a cell",
    "domain.deliverable._VERB": "is looked for in the stem of a word",
    "domain.cells._COUNTED": "has to be the whole of a cell",
    "domain.named_numbers._LAST_WORD": "is looked for in 48 characters",
    "formats.entries.FOOTNOTE_MARK": "is looked for in cells of 24 characters",
    "formats.headings.CONTENTS_ENTRY": "is looked for in paragraphs of 1,000 characters",
    "formats.front_matter.CONTENTS_ENTRY": "is the same",
    "formats/front_matter.py _is_contents_entry": "is looked for in paragraphs of 1,000 characters",
    "numerals.open_dual_form": "is matched to words of 20 letters",
    "reasons.of_what": "is looked for between the start of a clause and a cause in it",
    "rules.bodies._LONG": "stands behind another word",
    "rules.style._BEFORE": "is looked for in 24 characters",
    "rules/organs.py _ending": "is looked for in the 8,000 characters of a text that are read",
}
"""Patterns that are never looked for in a whole text, and why."""
IN_TABLES = ("domain/numerals.py", "domain/style.py", "domain/phrases.py")
"""Modules whose functions make what the tables of a language hold."""


def main(wanted: Sequence[str] = ()) -> None:
    """Prints for each part what is too slow in it, and its slowest patterns."""
    for part in wanted or ("functions", *LAYERS, *resources.language_codes()):
        if part == "functions":
            patterns = iter(in_functions())
        elif part in LAYERS:
            patterns = of_modules(part)
        else:
            patterns = of_language(resources.language(part))
        for spent, name, piece in to_be_told(trials(patterns)):
            tell(f"{part}: {name} on {LONG} characters", spent * 1e3, LIMIT * 1e3, "ms", repr(piece))


def to_be_told(tried: Iterable[Trial]) -> list[Trial]:
    """All that took too long, and the slowest trial of each of the slowest patterns; the slowest first."""
    too_slow: list[Trial] = []
    by_pattern: dict[str, Trial] = {}
    for trial in tried:
        name = trial[1]
        by_pattern[name] = max(trial, by_pattern.get(name, trial))
        if trial[0] > LIMIT:
            too_slow.append(trial)
    return sorted({*too_slow, *sorted(by_pattern.values(), reverse=True)[:TOLD]}, reverse=True)


def in_functions() -> list[tuple[str, re.Pattern[str]]]:
    """The patterns of calls in functions, by the names of the calls; what was not reached is told."""
    calls = list(calls_in_functions())
    made = noted(calls)
    missed = sorted({call.name for call in calls if call.source is None} - {name for name, _ in made})
    tell("calls of re in functions that were not reached", len(missed), 0, "", ", ".join(missed))
    return [*made, *((call.name, re.compile(call.source)) for call in calls if call.source is not None)]


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


class Call(NamedTuple):
    """A call of `re` in a function: `source` is its pattern, None where it is put together when it runs."""

    name: str
    file: str
    lines: range
    source: str | None


def calls_in_functions() -> Iterator[Call]:
    """All calls of `re` in functions, but for those that a table of a language or `Phrases` holds."""
    home = Path(rbb_editor.__file__).parent
    for layer in (*LAYERS, "gui"):
        for path in sorted((home / layer).rglob("*.py")):
            name = str(path.relative_to(home))
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef) and name not in IN_TABLES:
                    yield from _calls_in(node, path, name)


def _calls_in(function: ast.FunctionDef, path: Path, name: str) -> Iterator[Call]:
    for call in ast.walk(function):
        match call:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=way), args=[first, *_]) if way != "escape":
                source = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
                if source is not None and way == "match":
                    source = rf"\A(?:{source})"
                lines = range(call.lineno, (call.end_lineno or call.lineno) + 1)
                yield Call(f"{name} {function.name}", str(path), lines, source)


def noted(calls: list[Call]) -> list[tuple[str, re.Pattern[str]]]:
    """The patterns that some calls put together while the program is used, by the names of the calls."""
    made: dict[tuple[str, re.Pattern[str]], None] = {}
    by_file: dict[str, list[Call]] = {}
    for call in calls:
        by_file.setdefault(call.file, []).append(call)
    compiled = re._compile  # type: ignore[attr-defined]  # what all functions of `re` go through

    def noting(pattern: object, flags: int) -> object:
        found = compiled(pattern, flags)
        frame = sys._getframe(1)
        at_start = frame.f_code.co_name == "match"
        while frame.f_back is not None and frame.f_globals["__name__"] == "re":
            frame = frame.f_back
        for call in by_file.get(frame.f_code.co_filename, ()):
            if frame.f_lineno in call.lines and call.source is None and isinstance(found.pattern, str):
                made[call.name, re.compile(rf"\A(?:{found.pattern})", found.flags) if at_start else found] = None
        return found

    re._compile = noting  # type: ignore[attr-defined]
    try:
        use_everything()
    finally:
        re._compile = compiled  # type: ignore[attr-defined]
    return list(made)


def use_everything() -> None:
    """Checks, writes and reads in every language, all that rules look for strewn over the texts."""
    from rbb_editor.document.numbering import split_accomplishment, split_department
    from rbb_editor.domain.reading import Reader
    from rbb_editor.domain.values import Outcome
    from rbb_editor.errors import UserError
    from rbb_editor.project.reasons_used import ReasonsUsed
    from rbb_editor.project.sample import make_sample, read_sample
    from rbb_editor.project.transfer import read_file, write_file
    from rbb_editor.rules import RULES
    from rbb_editor.rules.checker import Checker
    from tests.rules.test_traits import with_slips

    everywhere = [replace(rule, needs=0) for rule in RULES]
    with TemporaryDirectory() as folder:
        for code in resources.language_codes():
            language = resources.language(code)
            for report in (with_slips(make_sample(60, code), 1), read_sample(code) or make_sample(20, code)):
                Checker(report, Reader(language), language, everywhere).run()
                ReasonsUsed(report, Reader(language), language).offers("requests", Outcome.SHORTFALL)
                path = Path(folder) / f"{code}.docx"
                write_file(report, path)
                read_file(path)
            split_department("A. Office", language)
            split_accomplishment("1.1", language)
            path = Path(folder) / f"{code}.txt"
            forms = (language.phrases[each] for each in ("agenda_item", "office_form", "accomplishment_form"))
            path.write_text("\n".join(form.format(number="1", title="A") for form in forms), "utf-8")
            with suppress(UserError):
                read_file(path)


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


def trials(patterns: Iterator[tuple[str, re.Pattern[str]]]) -> Iterator[Trial]:
    """How long each pattern takes for texts of one piece again and again."""
    for name, pattern in patterns:
        if name in ELSEWHERE:
            continue
        own = beginnings(pattern, "的" if HAN.search(pattern.pattern) else "a")
        pieces = {*own, *(sign for each in own for sign in each)}
        for piece in sorted({*pieces, *(f"{piece} " for piece in pieces), *SIGNS}):
            yield spent_on(pattern, piece), name, piece


def spent_on(pattern: re.Pattern[str], piece: str) -> float:
    """Seconds of the processor to find all of a pattern in a long text; what seems slow is measured twice more.

    Where a short text shows that the long one is quickly done with, the long one is reckoned from it: of a pattern that
    reaches only so far, each sign takes as long in both. So it is, too, where the short one alone takes too long: the
    long one may take hours.
    """
    length, growth = (SHORTEST, 1) if UNENDING.search(pattern.pattern) is None else (SHORT, 2)
    once = spent_at_least(pattern, piece, length, DOUBTFUL * (length / LONG) ** growth)
    if once < DOUBTFUL * (length / LONG) ** growth or once > LIMIT:
        return once * LONG / length
    return spent_at_least(pattern, piece, LONG, DOUBTFUL)


def spent_at_least(pattern: re.Pattern[str], piece: str, length: int, doubtful: float) -> float:
    """The shortest of three times; where one is not `doubtful`, no more are measured: others were at work meanwhile."""
    spent = spent_once(pattern, piece, length)
    for _ in range(2):
        if spent >= doubtful:
            spent = min(spent, spent_once(pattern, piece, length))
    return spent


def spent_once(pattern: re.Pattern[str], piece: str, length: int) -> float:
    """Seconds of the processor to find all of a pattern in a text of one piece again and again."""
    text = (piece * (length // len(piece) + 1))[:length]
    start = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
