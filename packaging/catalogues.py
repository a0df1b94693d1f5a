#!/usr/bin/env python3
"""The gettext catalogues of the interface: resources/i18n/LANGUAGE/rbb_editor.po and, compiled, .mo. For developers.

    python packaging/catalogues.py update [LANGUAGE …]   marked texts of the program into every .po (new languages too)
    python packaging/catalogues.py compile               every .po into its .mo
    python packaging/catalogues.py list zh               what is not translated yet

A text is marked by N_("…"). Singular and plural are `Text.of("…", plural="…")`, or two marked texts side by side, the
second of which names {count}.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
NAME = "rbb_editor"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
HEADER = "# Texts of the interface of RBB Editor. Made by packaging/catalogues.py; translate here, then compile."

Message = str | tuple[str, str]


def marked_texts() -> Catalog:
    """Every marked text of the program, by module, in a catalogue without language."""
    found: list[tuple[Message, str]] = []
    for path in sorted((ROOT / NAME).rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"), str(path))
        found += [(message, path.relative_to(ROOT).as_posix()) for message in _messages(module)]
    plurals = {message[1] for message, _ in found if isinstance(message, tuple)}
    catalogue = _empty(None)
    for message, name in found:
        if message not in plurals:  # the second mark of a pair
            catalogue.add(message, locations=[(name, 0)])
    return catalogue


def _messages(module: ast.Module) -> Iterator[Message]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            if (literal := _marked(node)) is not None:
                yield literal
            plurals = [keyword.value for keyword in node.keywords if keyword.arg == "plural"]
            if plurals and node.args and (one := _text(node.args[0])) and (many := _text(plurals[0])):
                yield one, many
        siblings = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        for first, second in pairwise(siblings):
            one, many = _marked(first), _marked(second)
            if one is not None and many is not None and "{count}" in many:
                yield one, many


def _marked(node: ast.expr) -> str | None:
    """The literal of N_("…")."""
    named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_"
    return _literal(node.args[0]) if named and isinstance(node, ast.Call) and node.args else None


def _text(node: ast.expr) -> str | None:
    return _marked(node) or _literal(node)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def languages() -> list[str]:
    """Codes of the languages that have a .po."""
    return sorted(path.parent.name for path in FOLDER.glob(f"*/{NAME}.po"))


def read(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    path = FOLDER / language / f"{NAME}.po"
    if not path.is_file():
        return _empty(language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language, domain=NAME, abort_invalid=True)


def updated(language: str) -> Catalog:
    """The catalogue of a language with exactly the texts that the program has now; no translation is guessed."""
    old, new = read(language), _empty(language)
    for message in marked_texts():
        if message.id:
            known = old.get(message.id)
            fits = known is not None and isinstance(known.id, str) == isinstance(message.id, str)
            new.add(message.id, known.string if known is not None and fits else "", locations=message.locations)
    return new


def po_bytes(catalogue: Catalog) -> bytes:
    """A catalogue as the text of a .po: sorted, without places and dates, so that a change shows only what changed."""
    stream = BytesIO()
    catalogue.header_comment = HEADER
    write_po(stream, catalogue, width=110, sort_output=True, no_location=True)
    dated = ("Creation-Date", "Revision-Date", "Generated-By", "Last-Translator", "Project-Id", "Report-Msgid")
    lines = stream.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not any(word in line for word in dated)).encode("utf-8")


def mo_bytes(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it; the same at any time, so that nothing but texts changes it."""
    catalogue.creation_date = catalogue.revision_date = UNDATED
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def untranslated(catalogue: Catalog) -> list[object]:
    """The texts that have no translation, or not all forms of it."""
    return [
        message.id
        for message in catalogue
        if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,))
    ]


def _empty(language: str | None) -> Catalog:
    return Catalog(locale=language, domain=NAME, fuzzy=False)


def main() -> int:
    """Does what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("update", "compile", "list"))
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="default: those that are there")
    arguments = parser.parse_args()
    for language in arguments.languages or languages():
        po = FOLDER / language / f"{NAME}.po"
        if arguments.task == "update":
            catalogue = updated(language)
            po.parent.mkdir(parents=True, exist_ok=True)
            po.write_bytes(po_bytes(catalogue))
            print(f"{language}: {len(catalogue)} texts, {len(untranslated(catalogue))} not translated")
        elif arguments.task == "compile":
            po.with_suffix(".mo").write_bytes(mo_bytes(read(language)))
            print(f"{language}: compiled")
        else:
            for message in untranslated(updated(language)):
                print(repr(message))
    return 0


if __name__ == "__main__":
    sys.exit(main())
