"""Rows to outputs: which row begins an output, which is a further figure of one, which goes on with a cut text."""

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.text import N_, Text
from rbb_editor.formats.blocks import COMPONENT, OUTPUT, Place
from rbb_editor.formats.drafts import Draft, Entry, Figure, Part
from rbb_editor.formats.evidence import LIST_MARK, Evidence
from rbb_editor.formats.headings import without_continued
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.paragraphs import begins_with_reason

CLEARER = 1.5
"""A remark must look so many times more like another planned text than like its own to be put there."""


def drafts_of(entries: list[Entry], evidence: Evidence, notes: Notebook) -> list[Draft]:
    """The outputs of one accomplishment, in order."""
    return _Grouping(evidence, notes, entries).drafts()


class _Grouping:
    def __init__(self, evidence: Evidence, notes: Notebook, entries: list[Entry]) -> None:
        self.evidence, self.notes, self.entries = evidence, notes, entries
        self.made: list[Draft] = []
        self.reader = Reader(evidence.language)
        self.blank_figures = sum(bool(each.planned and not each.completed and not _is_bare(each)) for each in entries)

    def drafts(self) -> list[Draft]:
        index = 0
        while index < len(self.entries):
            index += self._take(index)
        return self.made

    def _take(self, index: int) -> int:
        """Puts the row at `index` where it belongs, and with it those that belong together; how many it took."""
        entry = self.entries[index]
        if entry.reason and not entry.planned and not entry.completed:
            self._further_reason(entry)
        if entry.merged and entry.planned:
            message = Text.of(N_("Words that stand hidden in a merged cell were left out."))
            self.notes.add(Kind.LEFT_OUT, Certainty.CERTAIN, message, [entry.place], source=entry.planned)
        if OUTPUT in entry.ids:
            self._by_id(entry)
        elif entry.loose:
            self._loose(entry)
        elif _bare(entry.planned) and not entry.merged:
            return self._with_planned(index)
        elif entry.completed:
            self._further_figure(entry)
        elif entry.remarks:
            self._further_remarks(entry)
        elif entry.target and self.made:
            _add(entry, self.made[-1].figures[-1])
        elif entry.target:
            self._left_out(entry)
        return 1

    def _by_id(self, entry: Entry) -> None:
        """A row of a file that this program wrote: it says itself what it belongs to."""
        last = self.made[-1] if self.made else None
        figure = _figure(entry)
        if last is not None and last.figures[0].ids.get(OUTPUT) == entry.ids[OUTPUT]:
            same = last.figures[-1].ids.get(COMPONENT) == entry.ids.get(COMPONENT)
            if same and not entry.completed:
                last.figures[-1].parts += figure.parts
            else:
                last.figures.append(figure)
            return
        self.made.append(Draft(entry.planned, [figure], [entry.place], entry.breaks))

    # a row with a planned text

    def _with_planned(self, index: int) -> int:
        entry = self.entries[index]
        last = self.made[-1] if self.made else None
        if last is not None and self._is_tail(entry, last):
            self._join_planned(entry, last)
            return 1
        run = self._same_planned(index)
        if last is not None and _bare(entry.planned) == _bare(last.planned):
            self._repeated(self.entries[index : index + run], last)
            return run
        if last is not None and run > 1 and self._belongs_above(entry, last):
            self._shifted_planned(entry, last)
            return 1
        draft = Draft(entry.planned, [_figure(entry)], [entry.place], entry.breaks)
        self.made.append(draft)
        if run > 1:
            self._repeated(self.entries[index + 1 : index + run], draft)
        return run

    def _same_planned(self, index: int) -> int:
        """How many rows from `index` on have the same planned text."""
        text, count = _bare(self.entries[index].planned), 1
        for entry in self.entries[index + 1 :]:
            if entry.loose or OUTPUT in entry.ids or _bare(entry.planned) != text:
                break
            count += 1
        return count

    def _is_tail(self, entry: Entry, last: Draft) -> bool:
        """Whether the planned text is the rest of the one above, cut off by a page break."""
        before = last.planned
        if not entry.completed:
            if self.evidence.begins(entry.planned) is False or self.evidence.finished(before) is False:
                return True
            rare = self.blank_figures <= max(1, len(self.entries) // 8)
            cut = entry.breaks or (entry.place.line is not None and self._goes_on(entry, before))
            return cut and rare and any(figure.completed for figure in last.figures)
        return (
            entry.breaks and self.evidence.finished(before) is False and self.evidence.begins(entry.planned) is not True
        )

    def _goes_on(self, entry: Entry, before: str) -> bool:
        """Whether the planned text of a row of a text with nothing beside it may be the rest of the one above."""
        return not entry.remarks and self.evidence.goes_on(before, entry.planned)

    def _join_planned(self, entry: Entry, last: Draft) -> None:
        last.planned = self.evidence.join(last.planned, entry.planned)
        last.places.append(entry.place)
        message = Text.of(
            N_("A planned text that a page break had cut was joined: “…{seam}…”."), seam=entry.planned[:20]
        )
        certainty = Certainty.GUESS if entry.completed else Certainty.LIKELY
        self.notes.add(Kind.JOINED, certainty, message, [last.places[0], entry.place], source=entry.planned)
        if entry.completed:
            last.figures.append(_figure(entry))
        else:
            self._add_rest(entry, last.figures[-1])

    def _add_rest(self, entry: Entry, figure: Figure) -> None:
        """What a row without a figure says more of one, where it goes on in the middle of a sentence."""
        figures = len(figure.parts)
        _add(entry, figure)
        for part in figure.parts[figures:]:
            if not part.breaks and self.evidence.begins(part.text) is False:
                part.breaks = part.noted = True

    def _repeated(self, entries: list[Entry], draft: Draft) -> None:
        """Rows that repeat the planned text above: further figures of the same output."""
        for entry in entries:
            if entry.breaks and not entry.completed:  # what the page break cut off
                _add(entry, draft.figures[-1])
            else:
                draft.figures.append(_figure(entry))
        message = Text.of(N_("The same planned text stands in neighbouring rows; they were taken as one output."))
        places = [*draft.places[:1], *(entry.place for entry in entries)]
        self.notes.add(Kind.JOINED, Certainty.LIKELY, message, places, source=draft.planned)
        draft.places += [entry.place for entry in entries]

    def _belongs_above(self, entry: Entry, last: Draft) -> bool:
        """Whether the first of several rows with one planned text reports on the output above instead."""
        own = self.evidence.likeness(entry.remarks, entry.planned)
        above = self.evidence.likeness(entry.remarks, last.planned)
        return bool(entry.remarks) and above > CLEARER * own and above > 0.1

    def _shifted_planned(self, entry: Entry, last: Draft) -> None:
        last.figures.append(_figure(entry))
        last.places.append(entry.place)
        message = Text.of(N_("The planned text of the next row stood beside this figure; it reports on the one above."))
        self.notes.add(Kind.MOVED, Certainty.LIKELY, message, [entry.place, last.places[0]], source=entry.remarks)

    # a row without a planned text

    def _further_figure(self, entry: Entry) -> None:
        if not self.made:
            self.made.append(Draft("", [_figure(entry)], [entry.place], entry.breaks))
            message = Text.of(N_("A figure without a planned text stands at the head of the table."))
            self.notes.add(Kind.DOUBT, Certainty.CERTAIN, message, [entry.place])
            return
        above = self.made[-1].figures[-1]
        if entry.remarks_merged and above.remarks and above.completed and not entry.remarks:
            above.completed += f"\n{entry.completed}"  # they share a cell of remarks, and are taken apart with it
            _add(entry, above)
        else:
            self.made[-1].figures.append(_figure(entry))
        self.made[-1].places.append(entry.place)

    def _further_remarks(self, entry: Entry) -> None:
        if not self.made:
            self._left_out(entry)
            return
        self.made[-1].places.append(entry.place)
        if self._lacks_figure(entry, self.made[-1].figures[-1]):
            self.made[-1].figures.append(_figure(entry))
            message = Text.of(N_("The row has remarks but no figure; a further figure was taken to be missing."))
            self.notes.add(Kind.DOUBT, Certainty.LIKELY, message, [entry.place], source=entry.remarks)
            return
        self._add_rest(entry, self.made[-1].figures[-1])
        if not entry.breaks:
            self.notes.gather(
                Kind.JOINED,
                N_("{count} row with remarks alone was added to the remarks above it."),
                N_("{count} rows with remarks alone were added to the remarks above them."),
                entry.place,
                entry.remarks,
            )

    def _further_reason(self, entry: Entry) -> None:
        """A reason in a row without a figure goes on with that of the figure above."""
        if not self.made:
            entry.remarks, entry.reason = _joined(entry.remarks, entry.reason), ""
            return
        above = self.made[-1].figures[-1]
        above.reason, entry.reason = _joined(above.reason, entry.reason), ""
        self.made[-1].places.append(entry.place)

    def _lacks_figure(self, entry: Entry, above: Figure) -> bool:
        """Whether a row with remarks alone reports a figure that is missing.

        In a plain text such rows are further lines of a cell. In a Word table those stand in their cell, so a row of
        its own says more, unless it goes on with the remarks above.
        """
        if entry.place.line is not None or entry.breaks or entry.completed_merged:
            return False
        goes_on = self.evidence.finished(above.remarks) is False or self.evidence.begins(entry.remarks) is False
        if goes_on or LIST_MARK.match(entry.remarks):
            return False
        return not (begins_with_reason(entry.remarks, self.evidence.language) and self._unexplained(above))

    def _unexplained(self, above: Figure) -> bool:
        """Whether a figure deviates from the plan, as far as can be told from its row, and no reason is given."""
        planned = self.made[-1].planned
        output = Output("draft", "draft", "1", planned, (Component("draft", above.completed, above.remarks),))
        outcome = self.reader.figures(output)[0].outcome
        return (
            needs_explanation(outcome) and not split_remarks(above.remarks, outcome, self.evidence.language).explanation
        )

    def _loose(self, entry: Entry) -> None:
        """A line outside the table: the rest of the remarks above, in a text; in a Word file only if it goes on."""
        last = self.made[-1] if self.made else None
        if last is None or not self._fits(entry, last.figures[-1].remarks):
            self._left_out(entry)
            return
        last.figures[-1].parts.append(Part(entry.remarks, entry.place, entry.breaks, noted=True))
        last.places.append(entry.place)
        message = Text.of(N_("A line outside the table was added to the remarks above it."))
        places = [last.figures[-1].place, entry.place]
        self.notes.add(Kind.JOINED, Certainty.LIKELY, message, places, source=entry.remarks)

    def _fits(self, entry: Entry, above: str) -> bool:
        if entry.place.line is not None:
            return True
        if begins_with_reason(entry.remarks, self.evidence.language):
            return True
        return self.evidence.finished(above) is False and self.evidence.begins(entry.remarks) is not True

    def _left_out(self, entry: Entry) -> None:
        message = Text.of(N_("A line that belongs to no output was left out."))
        source = _joined(entry.remarks, entry.target)
        self.notes.add(Kind.LEFT_OUT, Certainty.LIKELY, message, [entry.place], source=source)


def _add(entry: Entry, figure: Figure) -> None:
    """What a row that is no figure of its own says more of one."""
    figure.parts += _figure(entry).parts
    figure.reason = _joined(figure.reason, entry.reason)
    if entry.target != figure.target:  # a repeated one is the same
        figure.target = _joined(figure.target, entry.target)


def _joined(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _figure(entry: Entry) -> Figure:
    parts = [Part(entry.remarks, entry.place, entry.breaks)] if entry.remarks else []
    return Figure(
        entry.completed,
        parts,
        entry.place,
        entry.breaks,
        entry.ids,
        entry.reason,
        entry.target,
        completed_merged=entry.completed_merged,
        remarks_merged=entry.remarks_merged,
    )


def _is_bare(entry: Entry) -> bool:
    """Whether a row right behind a page break has a planned text alone."""
    return entry.breaks and not entry.completed and not entry.remarks


def _bare(text: str) -> str:
    """A planned text as it is compared: repeated on a new page, it may say so."""
    return "".join(without_continued(text).split())


def places_of(draft: Draft) -> list[Place]:
    """All places that an output was made from."""
    parts = [part.place for figure in draft.figures for part in figure.parts]
    return list(dict.fromkeys([*draft.places, *(figure.place for figure in draft.figures), *parts]))
