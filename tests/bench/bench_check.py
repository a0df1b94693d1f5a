"""The checks on 10,000 outputs: all of them by every rule, one edit, the rest of the keyboard; and growth."""

from itertools import islice
from time import process_time

from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain.entities import Component, Entity, Output
from rbb_editor.domain.figures import suggest_labels
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.edits import outputs
from rbb_editor.project.sample import make_sample
from rbb_editor.rules.abbreviations import short_forms
from rbb_editor.rules.checker import Checker
from rbb_editor.rules.listing import RULES
from rbb_editor.rules.rule import Scope, View
from rbb_editor.rules.texts import Texts
from tests.bench.measure import seconds, tell

OUTPUTS = 10_000
EDITS = 100


def main() -> None:
    """Prints the lines."""
    for code in resources.language_codes():
        report = make_sample(OUTPUTS, code)
        tell(f"the whole check, {code}", seconds(lambda: checked(report), clock=process_time), 1.0, "s")  # noqa: B023
        other = all_different(report)
        tell(f"the same, no text twice, {code}", seconds(lambda: checked(other), clock=process_time), 1.0, "s")  # noqa: B023
        small = make_sample(OUTPUTS // 10, code)
        growth = seconds(lambda: checked(report), clock=process_time) / seconds(  # noqa: B023
            lambda: checked(small),  # noqa: B023
            clock=process_time,
        )
        tell(f"tenfold outputs, {code}", growth, 12)
        edits(report, code)
    slow()


def checked(report: Report) -> Checker:
    """A report read and checked from nothing."""
    language = resources.language(report.info.language)
    checker = Checker(report, Reader(language), language)
    checker.run()
    return checker


def all_different(report: Report) -> Report:
    """The report with a word of its own behind every text, so that no text or phrase of the made-up one comes twice.

    Labels are copied anew from the planned text, as those of any report are.
    """
    language = resources.language(report.info.language)
    letters = str.maketrans("0123456789", SIGNS.get(language.code, "bdfgklmprs"))
    made: list[Entity] = []
    for at, each in enumerate(report.entities()):
        if isinstance(each, Output):
            word = f" {at + OUTPUTS}".translate(letters)
            planned = each.planned_text + word
            components = tuple(
                replace(
                    c,
                    remarks=c.remarks and c.remarks + word,
                    explanation=c.explanation and c.explanation + word,
                    label=label,
                )
                for c, label in zip(
                    each.components, suggest_labels(planned, len(each.components), language), strict=True
                )
            )
            made.append(replace(each, planned_text=planned, components=components))
        else:
            made.append(each)
    return Report(made)


def edits(report: Report, code: str) -> None:
    """One remark after another is edited: what is found again at once, and when the keyboard rests."""
    checker = checked(report)
    all_outputs = list(report.outputs())
    at_once, resting = [], []
    for at in range(EDITS):
        output = all_outputs[(at * 97) % len(all_outputs)]
        change = outputs.set_remarks(report, output.id, output.components[0].id, f"{at} of the remarks {at + 1}")
        assert change is not None
        report.apply(change)
        at_once.append(seconds(lambda: checker.update(change), runs=1, clock=process_time))  # noqa: B023
        if at % 10 == 0:
            resting.append(seconds(checker.settle, runs=1, clock=process_time))
    tell(f"one edit checked again, median, {code}", sorted(at_once)[EDITS // 2] * 1000, 5, "ms")
    tell(f"one edit checked again, p99, {code}", sorted(at_once)[int(EDITS * 0.99)] * 1000, 5, "ms")
    tell(f"the whole seen again when the keyboard rests, {code}", sorted(resting)[len(resting) // 2] * 1000, 100, "ms")


def slow() -> None:
    """The slowest rule about wording on the slowest of many texts of 100,000 characters, in any language."""
    worst, where = 0.0, ""
    for code in resources.language_codes():
        language = resources.language(code)
        for seed in SEEDS:
            text = (seed * (LETTERS // len(seed) + 1))[:LETTERS]
            output = Output("o", "a", "1", text, (Component("c", "", text, text),))
            view = View(Report(), Reader(language), language)
            for rule in RULES:
                if rule.scope is not Scope.TEXTS and rule.check.__module__ not in OURS:
                    continue
                if rule.scope in (Scope.TEXTS, Scope.OUTPUT):
                    subject = Texts(output) if rule.scope is Scope.TEXTS else output
                    taken = seconds(lambda: list(islice(rule.check(view, subject), 1000)), 1, process_time) / 3  # type: ignore[call-arg,arg-type]  # noqa: B023
                elif rule.name == "abbreviation-unlisted":
                    taken = seconds(lambda: short_forms(view, [output]), 1, process_time) / 3  # noqa: B023
                else:
                    continue
                if taken > worst:
                    worst, where = taken, f"{rule.name} {code} {seed[:12]!r}"
    tell("100,000 characters by one rule, the worst", worst * 1000, 50, "ms", where)


SIGNS = {"zh": "甲乙丙丁戊己庚辛壬癸", "ar": "بتجدرزسعفق", "ru": "бвгджзклмн"}
LETTERS = 100_000
OURS = frozenset(f"rbb_editor.rules.{name}" for name in ("wording", "style", "abbreviations"))
SEEDS = (
    "a", "A", "的", "б", "ب", " ", "1", "(", ")", "“", "<", "<a", "&", "&a", "[", "[ ", "_", "?", "a ", "ab ab ",
    "a a ", "的一", "一二三四五六七八", "1,", "123,", "12 345 ", "5%", "A-", "AБ", "aб", "a.", "a.b", "http://", "a@",
    "é é ", "联", "联合", "联一二三", "was ", "was held ", "que ", "fue ", "который ", "которые были ", "\u200b",
    "\u202e", "\ud800", "了", "一了", "\n", "x\n", "а б ", "TBC ", "[insert ", '"', '1"', "a) ", "(a", "{", "«»",
)  # fmt: skip


if __name__ == "__main__":
    main()
