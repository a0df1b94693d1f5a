"""What a Word file shall show besides the report as it stands."""

from datetime import datetime

from msgspec import Struct

from rbb_editor.domain.entities import Comment
from rbb_editor.domain.report import Report


class Blackline(Struct, frozen=True):
    """An earlier state against which changes are shown as tracked ones, by whom and when they were made."""

    earlier: Report
    author: str
    time: datetime


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
