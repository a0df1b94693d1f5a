"""A change that is still to be worked out."""

from collections.abc import Callable

from msgspec import Struct

from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.progress import Progress

AT_ONCE = 500
"""Outputs and sections whose change is made and checked at once, in a tenth of a second."""


class Pending(Struct, frozen=True):
    """An edit that may take long. `label` says what it does; `size`: about how many outputs and sections it touches.

    `work` gets the report, or a copy of it on another thread, and may raise Cancelled; None where nothing changes.
    """

    label: Text
    size: int
    work: Callable[[Report, Progress], Change | None]

    @property
    def large(self) -> bool:
        """Whether it takes longer than a user waits without a word."""
        return self.size > AT_ONCE
