"""How Qt is loaded: without what PySide adds for those who write programs, and none that runs needs."""

import builtins

STUB_WRITERS = ("signature/lib/pyi_generator.py", "signature/lib/enum_sig.py")
"""What PySide writes its stub files with. It carries them as source and compiles them at every start."""


def load_qt() -> None:
    """Loads Qt; PySide's writers of stub files stay empty, and Python's own import is put back.

    The writers, with what they load, are a twentieth of a start. PySide's import reads the source of every module that
    is imported after it (ours and the standard library's), to learn whether the module may ask for other spellings of
    Qt's names (`from __feature__ import snake_case`). No module of this program does, and the reading is a thirtieth.
    """
    own_import, own_compile = builtins.__import__, builtins.compile

    def compile_but_writers(source: object, filename: object, *rest: object, **more: object) -> object:
        return own_compile("" if str(filename).endswith(STUB_WRITERS) else source, filename, *rest, **more)  # type: ignore[call-overload]

    builtins.compile = compile_but_writers  # type: ignore[assignment]
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile, builtins.__import__ = own_compile, own_import
