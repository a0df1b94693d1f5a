"""Python's own import, kept while Qt is loaded."""

import builtins


def load_qt() -> None:
    """Loads Qt, and puts back the import that PySide replaces with its own.

    PySide's import reads the source of every module that is imported after it (ours and the standard library's), to
    learn whether the module may ask for other spellings of Qt's names (`from __feature__ import snake_case`). No module
    of this program does, and the reading is a thirtieth of a start.
    """
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own
