"""What a Word file shall show besides the report as it stands."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, field

from rbb_editor.domain.entities import Comment
from rbb_editor.domain.report import Report

Field = tuple[str, str | None, str | None]
"""Target, component and field, named as in `Comment`; the field None for a row, figure or heading as a whole, "place"
for where it stands. A line of the abbreviations and a note have their short form and mark as component."""


class Signature(Struct, frozen=True):
    """Who made a change, and when (UTC)."""

    author: str
    time: datetime


class Blackline(Struct, frozen=True):
    """An earlier state against which changes are shown as tracked ones.

    `signed`: who last changed each field since, where that is known; `by`: whose the other changes are.
    """

    earlier: Report
    by: Signature
    signed: Mapping[Field, Signature] = field(default_factory=dict)


class WordOptions(Struct, frozen=True):
    """Choices for one Word file; as they stand, the whole report with the comments and waivers of its readers.

    `departments`: ids of those to print, none for all. `comments`: whether comments and waivers go along; without
    them the file is clean. `findings`: what the checks say, as comments that are not taken over when the file returns.
    `watermark`: a word across every page, "" for none. `sign_off`: places for names, signatures and dates at the end.
    `outcome`: a column that says whether the plan was met.
    """

    departments: frozenset[str] = frozenset()
    comments: bool = True
    findings: tuple[Comment, ...] = ()
    blackline: Blackline | None = None
    watermark: str = ""
    sign_off: bool = False
    outcome: bool = False


PLAIN = WordOptions()
