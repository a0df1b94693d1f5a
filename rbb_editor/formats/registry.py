"""The formats, one line each. A format's module and its library are imported when that format is used."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from msgspec import Struct

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.formats.blocks import Passage
from rbb_editor.formats.imported import Imported
from rbb_editor.progress import Progress

Read = Callable[[Path, str | None, Progress], Imported]
"""(path, code of the document language or None to recognise it, progress) -> what was read; raises UserError."""
Write = Callable[[Report, Path, Progress], None]
"""(report, path, progress): writes the file whole or leaves what was there; raises UserError."""


Passages = Callable[[Path, Progress], list[Passage]]
"""(path, progress) -> what stands in the file, to be shown; raises UserError."""


class Format(Struct, frozen=True):
    """One file format. `suffixes`: in lower case, the one that is written first.

    `read`, `write`: "module:function" of a `Read` or `Write`, None where the format cannot be read or written; so
    `passages` of a `Passages`.
    """

    name: str
    suffixes: tuple[str, ...]
    title: Text
    read: str | None
    write: str | None
    passages: str | None = None

    def reader(self) -> Read:
        """The reading function, its module imported now."""
        assert self.read is not None
        return cast(Read, _load(self.read))

    def lister(self) -> Passages:
        """The function that lists what stands in a file, its module imported now."""
        assert self.passages is not None
        return cast(Passages, _load(self.passages))

    def writer(self) -> Write:
        """The writing function, its module imported now."""
        assert self.write is not None
        return cast(Write, _load(self.write))


HERE = "rbb_editor.formats"
WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt")  # the reader says which of them it cannot read
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")

FORMATS: tuple[Format, ...] = (
    Format(
        "word",
        WORD_SUFFIXES,
        Text.of(N_("Word document")),
        f"{HERE}.docx_reader:read",
        f"{HERE}.docx_writer:write",
        f"{HERE}.docx_reader:passages",
    ),
    Format("excel", (".xlsx",), Text.of(N_("Excel workbook")), None, f"{HERE}.xlsx_writer:write"),
    Format(
        "text",
        (".txt", ".tsv", ".text", ".csv", ".md"),
        Text.of(N_("Tab-separated text")),
        f"{HERE}.text_reader:read",
        None,
        f"{HERE}.text_reader:passages",
    ),
    Format(
        "json", (".json",), Text.of(N_("Interchange JSON")), f"{HERE}.json_reader:read", f"{HERE}.json_writer:write"
    ),
)


def format_to_read(path: Path) -> Format:
    """The format to read a file with, by its name; UserError naming those that can be read."""
    return _by_suffix(path, [each for each in FORMATS if each.read is not None], to_write=False)


def format_to_write(path: Path) -> Format:
    """The format to write a file in, by its name; UserError naming those that can be written."""
    return _by_suffix(path, [each for each in FORMATS if each.write is not None], to_write=True)


def _by_suffix(path: Path, formats: list[Format], *, to_write: bool) -> Format:
    suffix = path.suffix.lower()
    for each in formats:
        if suffix in (each.suffixes[:1] if to_write else each.suffixes):
            return each
    known = ", ".join(each.suffixes[0] for each in formats)
    if to_write:
        raise UserError(
            N_("“{name}” was not written: its ending must be one of {known}. Give the file another name."),
            name=path.name,
            known=known,
        )
    if suffix in WORKBOOKS:
        raise UserError(
            N_(
                "“{name}” was not read: workbooks are written by RBB Editor, not read. Nothing was changed. Import the "
                "Word file of the report, or save the sheet in Excel as text with tabs (.txt) and import that."
            ),
            name=path.name,
        )
    raise UserError(
        N_("“{name}” was not read: a file to import ends in one of {known}. Nothing was changed."),
        name=path.name,
        known=known,
    )


def _load(name: str) -> object:
    module, function = name.split(":")
    return getattr(import_module(module), function)
