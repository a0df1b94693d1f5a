"""The one kind of error that is shown to a user; every other exception is a bug and is never caught."""

from rbb_editor.domain.text import N_, Text


class UserError(Exception):
    """Something outside the program went wrong: what happened, to which file, what is safe, what to do.

    Carries a `Text`, so the same error is a sentence in the user's language in a dialog and on the command line.
    """

    def __init__(self, message: str, /, **fields: object) -> None:
        self.text = Text(message, tuple(sorted(fields.items())))
        super().__init__(self.text.in_english())


class Stopped(UserError):
    """The user has stopped a change on its way: the report and its file are as they were."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped; nothing was changed."))
