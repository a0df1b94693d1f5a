"""Table rows as entries: cells put where they belong, by the columns that a head row names or by what they hold."""

import re

from rbb_editor.domain.figures import read_actual
from rbb_editor.domain.language import Language
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind
from rbb_editor.formats.blocks import Row
from rbb_editor.formats.drafts import Entry
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.markup import without_markup
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.tables import Columns

DIFFERENCE = re.compile(r"\(?[-−–+]?\s?\d[\d\s.,]*\s?%?\)?")
"""A figure in a column for reasons: by how much they differ, which can be reckoned. In brackets: too few."""
FOOTNOTE_MARK = re.compile(r"\s*(?:[*†‡]{1,3}|[⁰¹²³⁴-⁹]{1,2}|[(\[]?[a-j][)\]]?|[a-j]/|(?<=[^\W\d])\d)$")
BULLET = re.compile(r"^[•▪●○◦‣■□➢➤·]\s+")
LONGEST_MARKED = 24


def entry_of(row: Row, columns: Columns, language: Language, notes: Notebook) -> Entry:
    """A row with its cells where they belong; what has no place is noted."""
    typed = row.place.line is None  # in a Word file pointed brackets are what someone typed
    texts = [_without_bullet(cell.text) if typed else without_markup(cell.text, row.place, notes) for cell in row.cells]
    merged = bool(row.cells) and row.cells[0].continues
    entry = Entry("", "", "", row.place, merged=merged, ids=row.ids)
    if columns.merged is not None and len(row.cells) == columns.merged.count:
        columns = columns.merged
    if len(row.cells) == columns.count:
        entry.completed_merged = row.cells[columns.completed].continues
        entry.merged = row.cells[columns.planned].continues
        remarks = columns.remarks
        entry.remarks_merged = columns.count > 2 and remarks is not None and row.cells[remarks].continues
    if len(texts) == columns.count >= 3:
        _by_columns(entry, texts, columns, notes)
        _without_mark(entry, language, notes)
        return entry
    texts = _three(texts, entry, notes)
    if len(texts) == 2:
        first, second = texts
        kind = read_actual(second, language).kind
        if kind in (ActualKind.TEXT, ActualKind.MISSING) and len(second) > 20:
            texts = [first, "", second]
        else:
            texts = [first, second, ""]
    entry.planned, entry.completed, entry.remarks = (*texts, "", "", "")[:3]
    _without_mark(entry, language, notes)
    return entry


def _without_bullet(text: str) -> str:
    """A planned text without the bullet before it; a list of several keeps its own."""
    return BULLET.sub("", text) if "\n" not in text else text


def _without_mark(entry: Entry, language: Language, notes: Notebook) -> None:
    """Takes the mark of a footnote off a figure: "52a", "52 a/", "Yes¹" are no words."""
    text = entry.completed.strip()
    match = FOOTNOTE_MARK.search(text) if 1 < len(text) <= LONGEST_MARKED else None
    if match is None or not match.start() or read_actual(text, language).kind is not ActualKind.TEXT:
        return
    bare = text[: match.start()]
    if read_actual(bare, language).kind in (ActualKind.QUANTITY, ActualKind.PERCENT, ActualKind.YES_NO):
        entry.completed = bare
        message = Text.of(N_("The mark of a footnote was taken off the figure {figure}."), figure=bare)
        notes.add(Kind.LEFT_OUT, Certainty.LIKELY, message, [entry.place], source=text)


def _by_columns(entry: Entry, texts: list[str], columns: Columns, notes: Notebook) -> None:
    entry.planned, entry.completed = texts[columns.planned], texts[columns.completed]
    entry.remarks = texts[columns.remarks] if columns.remarks is not None else ""
    ours = {columns.planned, columns.completed, columns.remarks, columns.target}
    if columns.second is not None and not entry.completed:
        ours.add(columns.second)
        entry.completed = texts[columns.second]
    if columns.reasons is not None and DIFFERENCE.fullmatch(texts[columns.reasons].strip()) is None:
        ours.add(columns.reasons)
        if texts[columns.reasons].strip(" -–—"):
            entry.reason = texts[columns.reasons]
    if columns.target is not None:
        entry.target = texts[columns.target]
    rest = [text for index, text in enumerate(texts) if index not in ours and text]
    if rest:
        message = Text.of(N_("The row has further columns; what stands in them was left out."))
        notes.add(Kind.LEFT_OUT, Certainty.CERTAIN, message, [entry.place], source="\n".join(rest))


def _three(texts: list[str], entry: Entry, notes: Notebook) -> list[str]:
    """At most three cells: empty ones too many are dropped, full ones joined to the remarks."""
    extra = len(texts) > 3
    while len(texts) > 3:
        empty = [index for index in range(1, len(texts)) if not texts[index]]
        if not empty:
            texts = [*texts[:2], "\n".join(texts[2:])]
            message = Text.of(N_("The row has more than three cells; the last ones were taken together as remarks."))
            notes.add(Kind.JOINED, Certainty.GUESS, message, [entry.place], source=texts[2])
            return texts
        last = len(texts) - 1
        drop = last if last in empty else (last - 1 if last - 1 in empty else empty[-1])
        texts = texts[:drop] + texts[drop + 1 :]
    if extra:
        notes.gather(
            Kind.READ,
            N_("{count} row had an empty cell too many."),
            N_("{count} rows had an empty cell too many."),
            entry.place,
            "",
        )
    return texts
