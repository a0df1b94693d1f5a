"""Edits of the front matter: everything that is printed outside the tables."""

from dataclasses import fields, replace
from typing import Any

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text

EDITABLE = frozenset(field.name for field in fields(ReportInfo)) - {"id", "profile"}
MANY_LINES = frozenset({"summary"})


def set_info(report: Report, **values: Any) -> Change | None:
    """Fields of the front matter by their names; KeyError for a name that is none."""
    unknown = values.keys() - EDITABLE
    if unknown:
        raise KeyError(*sorted(unknown))
    cleaned: dict[str, Any] = {name: _cleaned(name, value) for name, value in values.items()}
    return Change.of(Text.of(N_("Edit front matter")), [(report.info, replace(report.info, **cleaned))])


def _cleaned(name: str, value: object) -> object:
    if isinstance(value, str):
        return clean.lines(value) if name in MANY_LINES else clean.line(value)
    return value
