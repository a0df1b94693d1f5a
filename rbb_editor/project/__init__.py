"""One open report: all that the window and the command line talk to."""

from rbb_editor.project.happened import Happened
from rbb_editor.project.pending import AT_ONCE, Pending
from rbb_editor.project.project import Project
from rbb_editor.project.rescue import salvage
from rbb_editor.store import (
    SUFFIX,
    Damaged,
    IsFolder,
    Locked,
    Mark,
    Missing,
    NewerVersion,
    NotADatabase,
    NotSaved,
    NotWritable,
    mark_of,
    warm_up,
)

__all__ = [
    "AT_ONCE",
    "SUFFIX",
    "Damaged",
    "Happened",
    "IsFolder",
    "Locked",
    "Mark",
    "Missing",
    "NewerVersion",
    "NotADatabase",
    "NotSaved",
    "NotWritable",
    "Pending",
    "Project",
    "mark_of",
    "salvage",
    "warm_up",
]
