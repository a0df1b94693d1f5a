"""The one message a project sends: what changed, by which ids."""

from typing import Literal

from msgspec import Struct

from rbb_editor.domain.change import Change

Kind = Literal["do", "undo", "redo"]


class Happened(Struct, frozen=True):
    """A change was written and applied. `findings`: ids of entities whose findings may be others now."""

    kind: Kind
    change: Change
    findings: frozenset[str]

    def ids(self) -> frozenset[str]:
        """Everything to be drawn again."""
        return self.change.ids() | self.findings
