"""The columns of the results tables: those that are printed, or with one more that tells the outcome."""

from collections.abc import Mapping

from msgspec import Struct, field

from rbb_editor.document.blocks import Row


class Columns(Struct, frozen=True):
    """Widths in twips, 9,864 together. `outcome`: 0 where there is no such column.

    `head` stands above the outcomes; `words` holds what is printed for a component, by its id.
    """

    planned: int = 4150
    completed: int = 1240
    outcome: int = 0
    remarks: int = 4474
    head: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def widths(self) -> tuple[int, ...]:
        """Those that there are, in the order of printing."""
        first = (self.planned, self.completed)
        return (*first, self.outcome, self.remarks) if self.outcome else (*first, self.remarks)

    def outcome_of(self, row: Row) -> str:
        """What is printed in the outcome column of a row; "" for a row that is no more."""
        return self.words.get(row.component, "")


PRINTED = Columns()


def with_outcome(head: str, words: Mapping[str, str]) -> Columns:
    """The printed columns, narrowed for the outcome beside the completed figure."""
    return Columns(3650, 1180, 1190, 3844, head, words)
