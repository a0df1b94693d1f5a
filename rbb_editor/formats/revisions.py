"""Tracked changes of a Word file that nobody has accepted or rejected yet, as data: who changed which words where.

What an import makes of them: `Imported.report` is the file with all of them accepted, `Imported.revisions` says who
made each, when, and in which field it stands, so that every difference from another state has a name and a time.
Comments are no revisions: they are entities of the report, each on the words it was made on.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from rbb_editor.formats.blocks import Place


class Action(StrEnum):
    """What a reviewer did."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"


class Extent(StrEnum):
    """How much of the file a revision covers."""

    WORDS = "words"
    PARAGRAPH = "paragraph"  # the end of a paragraph: two became one, or one two
    ROW = "row"
    CELL = "cell"


class Revision(Struct, frozen=True):
    """One tracked change. `text`: the words inserted or deleted, of a row all its cells parted by tabs.

    `author` may be ""; `time`: as the file gives it, None where it gives none. `place`: where in the file. `target`,
    `component`, `field`: where in the report as accepted, named as in `Comment` (the field of a planned text has no
    component); `target` alone for a whole row, None for what has no place there. The target of a deleted row of our
    own is the output that it was.
    """

    action: Action
    extent: Extent
    author: str
    time: datetime | None
    text: str
    place: Place
    target: str | None = None
    component: str | None = None
    field: str | None = None
