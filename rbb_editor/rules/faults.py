"""A rule that fails: a bug of ours, told as any other, though the edit it was called for and all other rules go on.

Nothing else catches bugs. Here the edit is on the disk already and the rest of the work has nothing to do with what
failed; to end it would leave the window with what stood there before.
"""

from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Problem


def fault_at(target: str) -> Problem:
    """What stands for the findings that a rule did not get to: the user looks for himself."""
    return Problem(
        target,
        Text.of(
            N_(
                "This check could not be made here, by an error in RBB Editor that has been noted down. Please look "
                "for yourself; all other checks were made."
            )
        ),
    )
