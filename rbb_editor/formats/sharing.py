"""The remarks of figures that shared a cell: cut where they are most like what each figure counts."""

from collections.abc import Sequence

from rbb_editor.domain.figures import numbers_in, read_actual
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome
from rbb_editor.formats.evidence import Evidence
from rbb_editor.formats.paragraphs import Seam, begins_with_reason, paragraphs, seams

NAMES_FIRST, NAMES = 1.2, 1.0
NOTHING_LEFT, NOTHING_FOR_THE_FIRST = -1.5, -1.6
"""For a figure without remarks: one remark that speaks of none of the figures stands beside the first."""
REASON_APART = -1.0
TORN = -2.0
"""For a piece that would begin where nothing but a capital letter speaks for it, and that does not name its figure."""
OTHER_NUMBER_FIRST = -0.4
MOST_SEAMS, MOST_FIGURES = 60, 20
"""So many places are tried, for so many figures: the work grows with both. Remarks on more figures are not cut."""


def share(remarks: str, figures: Sequence[str], labels: Sequence[str | None], evidence: Evidence) -> list[str]:
    """As many consecutive pieces of `remarks` as there are figures, cut at seams; "" for a figure without remarks.

    A piece should name its figure, be about its label, and not begin with a reason, for that goes with the one before.
    """
    lines = [line for line in remarks.split("\n") if line.strip()]
    if len(lines) == len(figures) and not any(begins_with_reason(line, evidence.language) for line in lines):
        return lines
    if len(figures) > MOST_FIGURES:
        return [remarks, *("" for _ in figures[1:])]
    return _Sharing(remarks, figures, labels, evidence).pieces()


class _Sharing:
    """All ways to cut one text for several figures, the best of them found from the end."""

    def __init__(self, remarks: str, figures: Sequence[str], labels: Sequence[str | None], evidence: Evidence) -> None:
        self.remarks, self.labels, self.evidence = remarks, labels, evidence
        language = evidence.language
        self.values = [{number.value for number in numbers_in(figure, language)} for figure in figures]
        self.numbers = numbers_in(remarks, language)
        self.negative = [read_actual(figure, language).value in (False, 0) for figure in figures]
        self.run_in: frozenset[int] = frozenset()
        end = Seam(len(remarks), len(remarks), 0.0)
        self.cuts = [Seam(0, 0, 0.0), *self._inner(len(figures))[:MOST_SEAMS], end]

    def _inner(self, figures: int) -> list[Seam]:
        """Where the text can be cut: at its line ends if there are enough, else wherever one may have been lost."""
        found = {seam.start: seam for seam in seams(self.remarks, self.evidence.language, numbers=True)}
        lines = [seam for seam in found.values() if seam.cost == 0.0]
        if len(lines) >= figures - 1 and sum(map(self._reports, self.remarks.split("\n"))) >= figures:
            return lines
        run_in = {seam.start: seam for seam in self.evidence.run_in_seams(self.remarks)}
        self.run_in = frozenset(run_in.keys() - found.keys())
        found = run_in | found
        return sorted(found.values(), key=lambda seam: seam.start)

    def pieces(self) -> list[str]:
        last = len(self.cuts) - 1
        # best[start]: (worth, ends) of the best way for the figures from the current one on, beginning at a cut
        best: dict[int, tuple[float, tuple[int, ...]]] = {
            start: (self._worth(len(self.values) - 1, start, last), (last,)) for start in range(last + 1)
        }
        for figure in reversed(range(len(self.values) - 1)):
            best = {start: self._best(figure, start, best) for start in (range(last + 1) if figure else (0,))}
        ends = best[0][1]
        return [
            self.remarks[self.cuts[start].end : self.cuts[end].start].strip()
            for start, end in zip((0, *ends[:-1]), ends, strict=True)
        ]

    def _best(
        self, figure: int, start: int, rest: dict[int, tuple[float, tuple[int, ...]]]
    ) -> tuple[float, tuple[int, ...]]:
        options = [
            (self._worth(figure, start, end) + rest[end][0], (end, *rest[end][1]))
            for end in range(start, len(self.cuts))
        ]
        return max(options, key=lambda option: (option[0], [-end for end in option[1]]))

    def _worth(self, figure: int, start: int, end: int) -> float:
        """How good the piece between two cuts is for a figure."""
        begin, stop = self.cuts[start].end, self.cuts[end].start
        piece = self.remarks[begin:stop]
        if not piece.strip():
            return NOTHING_LEFT if figure else NOTHING_FOR_THE_FIRST
        score = self._names(figure, begin, stop, first=start == 0) - self.cuts[start].cost
        label = self.labels[figure] if figure < len(self.labels) else None
        if label:
            score += self.evidence.likeness(piece, label)
        first, *more = paragraphs(piece, self.evidence.language)
        reports = not more and self._has(figure, begin, stop)  # a word such as "sick leave" need not be a reason
        if start and not reports and self._explains_another(first, figure):
            score += REASON_APART
        if self.cuts[start].start in self.run_in and not self._has(figure, begin, stop):
            score += TORN
        return score

    def _reports(self, line: str) -> bool:
        """Whether a line can be the report on a figure: on a "no" or a zero also one that begins with its reason."""
        return bool(line.strip()) and (any(self.negative) or not begins_with_reason(line, self.evidence.language))

    def _explains_another(self, text: str, figure: int) -> bool:
        """Whether a text is the reason for the figure before; that of a "no" may well begin with its own."""
        if self.negative[figure]:
            split = split_remarks(text, Outcome.EXCEEDED, self.evidence.language)
            return bool(split.explanation) and not split.remarks.strip()
        return begins_with_reason(text, self.evidence.language)

    def _has(self, figure: int, begin: int, stop: int) -> bool:
        """Whether the figure itself stands between two places."""
        inside = (number for number in self.numbers if begin <= number.start and number.end <= stop)
        return any(number.value in self.values[figure] for number in inside)

    def _names(self, figure: int, begin: int, stop: int, *, first: bool) -> float:
        """What the numbers in a piece say for it."""
        inside = [number for number in self.numbers if begin <= number.start and number.end <= stop]
        if not inside:
            return 0.0
        wanted = self.values[figure]
        score = OTHER_NUMBER_FIRST if not first and inside[0].start == begin and inside[0].value not in wanted else 0.0
        if inside[0].value in wanted:
            return score + NAMES_FIRST
        return score + NAMES if any(number.value in wanted for number in inside) else score
