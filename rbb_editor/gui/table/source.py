"""What the table needs: an open report, as `project.Project` is one, and what is known of it from elsewhere."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from rbb_editor.domain.change import Change
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.project import Pending
from rbb_editor.rules.checker import Checker

Earlier = Callable[[str, str], Sequence[str] | None]
"""The reasons that earlier reports give for a figure, by the ids of output and component; the last year's first.

None while they are being read: `Answering.refresh` is called when that is done.
"""


def none_earlier(_output: str, _component: str) -> Sequence[str]:
    """Where no earlier report is at hand."""
    return ()


Misspelled = Callable[[str], Iterable[tuple[int, int]]]
"""Where wrong words stand in a text."""


class Source(Protocol):
    """An open report: reading by its parts, changing through `do`."""

    report: Report
    reader: Reader
    checker: Checker

    @property
    def language(self) -> Language:
        """The words of the document language."""

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""

    def do(self, change: Change | Pending | None) -> Change | None:
        """Makes a change, and returns the one made; UserError when it cannot be written."""
