"""Remarks that a page break put into the wrong row: shifted down, cut in two, or with their reason in the next row."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.figures import numbers_in, read_actual
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, Outcome
from rbb_editor.formats.blocks import OUTPUT
from rbb_editor.formats.drafts import Draft, Figure, Part
from rbb_editor.formats.evidence import Evidence
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.paragraphs import begins_with_reason, paragraphs, seams
from rbb_editor.formats.unspaced_seam import seam_before_own_report

SHIFT_GAIN = 0.25
"""How much more alike, summed over the rows, remarks and planned texts must be after a shift."""
NEAR = 40
"""So many letters behind its beginning a remark names its figure, where nothing else shows where it begins."""
GAIN_WHERE_IT_GOES_ON, GAIN_WHERE_IT_MAY_GO_ON, GAIN_ALONE = -0.35, -0.05, 0.5
"""How much more alike two remarks must be to what they report on when a piece of one is given to the other: where the
seam itself shows that the text goes on, and where nothing else does.
"""


class At(Struct, frozen=True):
    """One figure and the output that it belongs to."""

    draft: Draft
    figure: Figure


def repair_pages(drafts: list[Draft], evidence: Evidence, reader: Reader, notes: Notebook) -> None:
    """Puts remarks back into their rows, for the outputs of one accomplishment."""
    run = [At(draft, figure) for draft in drafts for figure in draft.figures if OUTPUT not in figure.ids]
    repairs = _Repairs(run, evidence, reader, notes)
    repairs.shifts()
    repairs.tails()
    repairs.reasons()


class _Repairs:
    def __init__(self, run: list[At], evidence: Evidence, reader: Reader, notes: Notebook) -> None:
        self.run, self.evidence, self.reader, self.notes = run, evidence, reader, notes
        self.language = evidence.language

    def _neighbours(self) -> Iterator[tuple[At, At]]:
        yield from pairwise(self.run)

    def _likeness(self, text: str, at: At) -> float:
        return self.evidence.likeness(text, at.draft.planned, at.figure.completed)

    # shifted down over several rows

    def shifts(self) -> None:
        start = 1
        while start < len(self.run):
            start += self._shift(start) or 1

    def _shift(self, start: int) -> int:
        """Undoes a shift that begins in the row at `start`; how many rows it went over.

        It begins after a page break or below an empty remark, and ends in a row whose remark goes on in a row of its
        own, which is then the remark of the last shifted one.
        """
        first = self.run[start]
        if not (first.figure.breaks or not self.run[start - 1].figure.parts) or not first.figure.parts:
            return 0
        end = start
        while end < len(self.run):
            figure = self.run[end].figure
            if end > start and figure.breaks:
                return 0
            if len(figure.parts) > 1:
                break
            if not figure.parts:
                return 0
            end += 1
        if end == len(self.run):
            return 0
        rows = self.run[start : end + 1]
        above = self.run[start - 1]
        gain = 0.0 if above.figure.parts else self._likeness(first.figure.parts[0].text, above)
        for row, after in zip(rows, [*rows[1:], None], strict=True):
            own = row.figure.parts[0].text
            moved = after.figure.parts[0].text if after is not None else row.figure.parts[1].text
            gain += self._likeness(moved, row) - self._likeness(own, row)
        if gain < SHIFT_GAIN:
            return 0
        self._undo_shift(rows, above)
        return len(rows)

    def _undo_shift(self, rows: list[At], above: At) -> None:
        first = rows[0].figure.parts.pop(0)
        above.figure.parts.append(first)
        for row, after in pairwise(rows):
            row.figure.parts.insert(0, after.figure.parts.pop(0))
        message = Text.of(
            N_("The remarks of {count} row had been moved one row down; they were moved back."),
            plural="The remarks of {count} rows had been moved one row down; they were moved back.",
            count=len(rows),
        )
        places = [above.figure.place, *(row.figure.place for row in rows), rows[-1].figure.parts[0].place]
        self.notes.add(Kind.MOVED, Certainty.LIKELY, message, places, source=first.text)

    # cut in two by a page break

    def tails(self) -> None:
        for above, row in self._neighbours():
            if row.figure.breaks and row.figure.parts and above.figure.parts:
                self._tail(above, row)

    def _tail(self, above: At, row: At) -> None:
        """The rest of the remark above at the head of this one."""
        before, text = above.figure.parts[-1].text, row.figure.parts[0].text
        if self.evidence.finished(before) is True:
            return
        hanging = self.evidence.finished(before) is False
        if not hanging and self.evidence.begins(text) is True:
            return
        least = GAIN_ALONE
        if hanging or self.evidence.begins(text) is False or self.evidence.cut_in_word(before, text):
            least = GAIN_WHERE_IT_GOES_ON
        elif self.evidence.bridged(before, text):
            least = GAIN_WHERE_IT_MAY_GO_ON
        cut = self._cut(above, row, text, least)
        if cut is None:
            return
        start, end, certainty = cut
        tail, own = text[:start], text[end:]
        above.figure.parts[-1] = Part(self.evidence.join(before, tail), above.figure.parts[-1].place)
        row.figure.parts[0].text = own
        message = Text.of(
            N_("The end of a remark stood at the head of the next one and was moved back: “{tail}”."), tail=tail
        )
        places = [above.figure.parts[-1].place, row.figure.parts[0].place]
        self.notes.add(Kind.MOVED, certainty, message, places, source=tail)

    def _cut(self, above: At, row: At, text: str, least: float) -> tuple[int, int, Certainty] | None:
        """Where the tail ends and the row's own remark begins: where the two are most like what they report on."""
        found: list[tuple[float, int, int, Certainty]] = []
        candidates = [
            (seam.start, seam.end, seam.cost, Certainty.LIKELY)
            for seam in (*seams(text, self.language), *self.evidence.run_in_seams(text))
        ]
        unspaced = seam_before_own_report(text, row.figure.completed, self.language)
        if unspaced is not None and not candidates:
            candidates.append((unspaced, unspaced, 0.4, Certainty.GUESS))
        for start, end, cost, certainty in candidates:
            tail, own = text[:start], text[end:]
            if least > GAIN_WHERE_IT_GOES_ON and begins_with_reason(tail, self.language):
                continue
            if begins_with_reason(own, self.language) and not self._is_no(row):
                continue
            gain = (
                self._likeness(own, row)
                - self._likeness(tail, row)
                + self.evidence.likeness(tail, above.draft.planned)
                - self.evidence.likeness(own, above.draft.planned)
                - cost * 0.1
            )
            if gain > least:
                found.append((gain, -start, end, certainty))
        if not found:
            return None
        _, start, end, certainty = max(found)
        return -start, end, certainty

    def _is_no(self, at: At) -> bool:
        """Whether the completed cell says no, so that its remark may well begin with the reason."""
        actual = read_actual(at.figure.completed, self.language)
        return actual.kind is ActualKind.YES_NO and not actual.value

    # the reason of the row above at the head of a remark

    def reasons(self) -> None:
        for above, row in self._neighbours():
            seam = row.figure.breaks or row.figure.place.line is not None  # inside a Word table rows are what they are
            if row.figure.parts and above.figure.parts and seam:
                self._reason(above, row)

    def _reason(self, above: At, row: At) -> None:
        text = row.figure.parts[0].text
        pieces = paragraphs(text, self.language)
        if len(pieces) == 1 and row.figure.breaks:
            pieces = self._before_own_figure(text, row)
        if len(pieces) < 2 or not begins_with_reason(pieces[0], self.language):
            return
        if begins_with_reason(pieces[1], self.language):
            return
        if (
            not self._lacks_reason(above, above.figure.remarks)
            or not split_remarks(pieces[0], self._outcome(above), self.language).explanation
        ):
            return
        rest = text[len(pieces[0]) :].lstrip()
        reported = self.evidence.reports(rest, row.figure.completed) and not self.evidence.reports(
            pieces[0], row.figure.completed
        )
        if self._lacks_reason(row, rest) and not (row.figure.breaks and reported):
            return
        above.figure.parts.append(Part(pieces[0], row.figure.parts[0].place))
        row.figure.parts[0].text = rest
        message = Text.of(N_("The reason for the figure above stood at the head of this remark and was moved back."))
        places = [above.figure.place, row.figure.place]
        self.notes.add(Kind.MOVED, Certainty.LIKELY, message, places, source=pieces[0])

    def _before_own_figure(self, text: str, row: At) -> list[str]:
        """A text cut where its own figure begins it: "原因是需求减少 13 次会议"."""
        wanted = {number.value for number in numbers_in(row.figure.completed, self.language)}
        figures = {number.start for number in numbers_in(text, self.language) if number.value in wanted}
        for seam in seams(text, self.language, numbers=True):
            if seam.end in figures and seam.cost < 1:
                return [text[: seam.start], text[seam.end :]]
        near = [seam for seam in self.evidence.run_in_seams(text) if any(0 <= at - seam.end < NEAR for at in figures)]
        if not near:
            return [text]
        seam = min(near, key=lambda seam: (seam.cost, seam.start))
        return [text[: seam.start], text[seam.end :]]

    def _lacks_reason(self, at: At, remarks: str) -> bool:
        """Whether a figure deviates and `remarks` give no reason."""
        result = self._outcome(at)
        return needs_explanation(result) and not split_remarks(remarks, result, self.language).explanation

    def _outcome(self, at: At) -> Outcome:
        components = tuple(
            Component(str(index), figure.completed, figure.remarks) for index, figure in enumerate(at.draft.figures)
        )
        output = Output("draft", "draft", "1", at.draft.planned, components)
        return self.reader.figures(output)[_index(at)].outcome


def _index(at: At) -> int:
    return next(index for index, figure in enumerate(at.draft.figures) if figure is at.figure)
