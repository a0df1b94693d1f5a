"""What the journal of a file says about each change: who, when, what, and which earlier change it takes back."""

from datetime import datetime
from typing import Literal, get_args

from msgspec import Struct

from rbb_editor.domain.text import N_, Text

Kind = Literal["do", "undo", "redo", "create"]
KINDS: tuple[str, ...] = get_args(Kind)
CREATED = Text.of(N_("Report created"))


class Entry(Struct, frozen=True):
    """What a caller says about a change. `time`: UTC. `refers`: the seq of the change that is undone or redone."""

    author: str
    time: datetime
    kind: Kind = "do"
    refers: int | None = None


class Record(Struct, frozen=True):
    """One line of the journal. `seq` counts from 1 without gaps; 1 is the making of the file (kind "create")."""

    seq: int
    time: datetime
    author: str
    kind: Kind
    refers: int | None
    label: Text
