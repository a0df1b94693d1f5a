"""Language: the words and number shapes of one document language, parsed from resources/languages/CODE.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One document language: what a report prints in it, and the words from which figures and reasons are read.

    `phrases`: the fixed phrases of the printed form by key; `verified`: the keys whose wording was seen in a
    published source. `number_form` among them is the thousands separator; `department_form`, `office_form`,
    `accomplishment_form` and `agenda_item` hold the fields {number} and {title}.
    """

    code: str
    name: str
    rtl: bool
    phrases: Mapping[str, str]
    verified: frozenset[str]


def parse_language(code: str, table: Mapping[str, Any]) -> Language:
    """The language of a parsed toml file; KeyError where a key is missing."""
    return Language(
        code=code,
        name=table["name"],
        rtl=table["rtl"],
        phrases=MappingProxyType(dict(table["phrases"])),
        verified=frozenset(table["verified"]),
    )
