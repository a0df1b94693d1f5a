"""The words of the workbook in the language of the document, and names of sheets that Excel accepts."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from rbb_editor import resources
from rbb_editor.domain.language import Language

LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
RESERVED = {"history"}


def words_of(language: Language) -> Mapping[str, str]:
    """The words by key: those of resources/templates/workbook.toml and the phrases of the document language."""
    with resources.template("workbook.toml").open("rb") as stream:
        tables = tomllib.load(stream)
    return {**language.phrases, **tables.get(language.code, tables["en"])}


def sheet_names(wanted: Iterable[str]) -> Iterator[str]:
    """A name for each wanted one: at most 31 characters, without forbidden ones, unique whatever the case."""
    used = set(RESERVED)
    for name in wanted:
        base = " ".join(FORBIDDEN.sub(" ", name).split()).strip("' ") or "-"
        made, count = base[:LONGEST_NAME].strip("' "), 1
        while made.casefold() in used:
            count += 1
            tail = f" ({count})"
            made = base[: LONGEST_NAME - len(tail)].strip("' ") + tail
        used.add(made.casefold())
        yield made
