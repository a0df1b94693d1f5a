"""How Qt is loaded: what PySide brings for those who write programs waits until it is asked for."""

import builtins

LATER = tuple(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
"""What says how a function is called: for the message about a wrong call, for `help` and for stub files."""
FIRST = """
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    del globals()["__getattr__"]
    exec(compile(__loader__.zfile.read(__file__), __file__, "exec"), globals())
    return globals()[name]
"""
"""What stands for a module of `LATER` until it is asked for something; then the module takes its place."""


def load_qt() -> None:
    """Loads Qt without what most runs never ask of PySide, and puts Python's own import back.

    PySide carries the modules of `LATER` as source and compiles them at every start, which takes a twelfth of it.

    PySide's import reads the source of every module that is imported after it (ours and the standard library's), to
    learn whether the module may ask for other spellings of Qt's names (`from __feature__ import snake_case`). No module
    of this program does, and the reading is a thirtieth of a start.
    """
    own_import, own_compile = builtins.__import__, builtins.compile

    def compile_first(source: object, filename: object, *rest: object, **more: object) -> object:
        return own_compile(FIRST if filename in LATER else source, filename, *rest, **more)  # type: ignore[call-overload]

    builtins.compile = compile_first  # type: ignore[assignment]
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile, builtins.__import__ = own_compile, own_import
