"""What the table needs of an open report; `project.Project` is one."""

from typing import Protocol

from rbb_editor.domain.change import Change
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.rules.checker import Checker


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

    def do(self, change: Change | None) -> None:
        """Makes a change; UserError when it cannot be written."""
