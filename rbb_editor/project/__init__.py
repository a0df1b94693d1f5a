"""One open report: all that the window and the command line talk to."""

from rbb_editor.project.happened import Happened
from rbb_editor.project.pending import AT_ONCE, Pending
from rbb_editor.project.project import Project
from rbb_editor.project.rescue import salvage
from rbb_editor.store import SUFFIX, Damaged, Locked, NewerVersion, NotSaved, warm_up

__all__ = [
    "AT_ONCE",
    "SUFFIX",
    "Damaged",
    "Happened",
    "Locked",
    "NewerVersion",
    "NotSaved",
    "Pending",
    "Project",
    "salvage",
    "warm_up",
]
