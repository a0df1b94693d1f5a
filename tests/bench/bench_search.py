"""Finding words in all texts of 10,000 outputs, replacing them as one change; the redline of a long text."""

from rbb_editor.domain.redline import redline
from rbb_editor.domain.report import Report
from rbb_editor.edits.replacing import Replacement, replace_hits
from rbb_editor.project.sample import make_sample
from rbb_editor.project.search import Query, find
from tests.bench.measure import seconds, tell

OUTPUTS = 10_000


def main() -> None:
    """Prints the lines."""
    for language, words in (("en", "report"), ("zh", "会议")):
        searching(make_sample(OUTPUTS, language), language, words)
    comparing()


def searching(report: Report, language: str, words: str) -> None:
    """Each kind of search over every text, and the change that replaces what was found."""
    for name, query, limit in (
        ("words", Query(words), 0.1),
        ("whole words", Query(words, whole_word=True), 0.2),
        ("a regular expression", Query(rf"{words}\w?", pattern=True), 0.5),
    ):
        hits = find(report, query)
        time = seconds(lambda query=query: find(report, query))
        tell(f"{language}: finding {name} in 10,000 outputs", time, limit, "s", f"{len(hits)} hits")
    hits = find(report, Query(words))
    time = seconds(lambda: replace_hits(report, hits, Replacement("X"), planned=True))
    tell(f"{language}: the change that replaces them all", time, 0.3, "s")


def comparing() -> None:
    """A text of 100,000 letters with three words put in, and the same text backwards: all is replaced."""
    before = "".join(f"word{number} and the " for number in range(6_000))
    middle = len(before) // 2
    for what, after in (
        ("three words more", f"X {before[:middle]} Y {before[middle:]} Z"),
        ("all words other", before[::-1]),
    ):
        tell(f"redline of 100,000 letters, {what}", seconds(lambda after=after: redline(before, after)), 0.3, "s")


if __name__ == "__main__":
    main()
