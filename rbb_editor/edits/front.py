"""Edits of the front matter: everything that is printed outside the tables."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Abbreviation, Note, ReportInfo
from rbb_editor.domain.folding import fold
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text

EDITABLE = frozenset(ReportInfo.__struct_fields__) - {"id", "profile"}
MANY_LINES = frozenset({"summary"})
DATES = (
    re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})([-/.])(?P<month>\d{1,2})\2(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"),
)
"""How a date may be typed."""


def set_info(report: Report, **values: Any) -> Change | None:
    """Fields of the front matter by their names; KeyError for a name that is none."""
    unknown = values.keys() - EDITABLE
    if unknown:
        raise KeyError(*sorted(unknown))
    cleaned: dict[str, Any] = {name: _cleaned(name, value) for name, value in values.items()}
    label = N_("Change the document language") if values.keys() == {"language"} else N_("Edit front matter")
    return Change.of(Text.of(label), [(report.info, replace(report.info, **cleaned))])


def iso_date(text: str) -> str | None:
    """A date as it may be typed ("2016-07-01", "2016/7/1", "1.7.2016", "2016年7月1日") as an ISO date; None for none.

    The day stands before the month where the year is last. "" stays "".
    """
    text = text.strip()
    if not text:
        return ""
    for pattern in DATES:
        if match := pattern.fullmatch(text):
            try:
                return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
            except ValueError:
                return None
    return None


def add_note(report: Report) -> Change | None:
    """An empty note behind the last one, marked as the first in the series *, **, ***."""
    notes = report.info.notes
    return _info(report, N_("Add note"), notes=(*notes, Note("*" * (len(notes) + 1), "")))


def set_note(report: Report, at: int, mark: str, text: str) -> Change | None:
    """Mark and text of the note `at`, counted from 0; IndexError for one that is not there."""
    notes = list(report.info.notes)
    notes[at] = Note(clean.line(mark), clean.lines(text))
    return _info(report, N_("Edit note"), notes=tuple(notes))


def move_note(report: Report, at: int, step: int) -> Change | None:
    """Moves the note `at` one place up (-1) or down (1); None at the end, or without such a note."""
    notes = list(report.info.notes)
    if at not in range(len(notes)) or at + step not in range(len(notes)):
        return None
    notes.insert(at + step, notes.pop(at))
    return _info(report, N_("Move note"), notes=tuple(notes))


def delete_note(report: Report, at: int) -> Change | None:
    """Deletes the note `at`."""
    notes = report.info.notes
    return _info(report, N_("Delete note"), notes=(*notes[:at], *notes[at + 1 :]))


def add_abbreviations(report: Report, entries: Iterable[tuple[str, str]]) -> Change | None:
    """Adds abbreviations behind the last one; those that stand in the list already, and empty ones, are passed over."""
    listed = list(report.info.abbreviations)
    known = set(listed)
    for short, long in entries:
        entry = Abbreviation(clean.line(short), clean.line(long))
        if entry.short and entry not in known:
            listed.append(entry)
            known.add(entry)
    count = len(listed) - len(report.info.abbreviations)
    return _info(report, _counted(N_("Add abbreviation"), N_("Add {count} abbreviations"), count), abbreviations=listed)


def set_abbreviation(report: Report, at: int, short: str, long: str) -> Change | None:
    """Short and long form of the abbreviation `at`, counted from 0; IndexError for one that is not there."""
    listed = list(report.info.abbreviations)
    listed[at] = Abbreviation(clean.line(short), clean.line(long))
    return _info(report, N_("Edit abbreviation"), abbreviations=listed)


def delete_abbreviations(report: Report, places: Collection[int]) -> Change | None:
    """Deletes the abbreviations at some places, counted from 0."""
    kept = [each for at, each in enumerate(report.info.abbreviations) if at not in places]
    count = len(report.info.abbreviations) - len(kept)
    done = _counted(N_("Delete abbreviation"), N_("Delete {count} abbreviations"), count)
    return _info(report, done, abbreviations=kept)


def sort_abbreviations(report: Report) -> Change | None:
    """Sorts the abbreviations by their short forms, whatever their case and accents."""
    listed = sorted(report.info.abbreviations, key=lambda each: (fold(each.short).text, each.short))
    return _info(report, N_("Sort abbreviations"), abbreviations=listed)


def _info(report: Report, done: Text | str, **values: Any) -> Change | None:
    lists: dict[str, Any] = {name: tuple(value) for name, value in values.items()}
    label = done if isinstance(done, Text) else Text.of(done)
    return Change.of(label, [(report.info, replace(report.info, **lists))])


def _counted(one: str, many: str, count: int) -> Text:
    return Text.of(one, plural=many, count=count)


def _cleaned(name: str, value: object) -> object:
    if isinstance(value, str):
        return clean.lines(value) if name in MANY_LINES else clean.line(value)
    return value
