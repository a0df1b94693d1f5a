"""Language: the words and number shapes of one document language, parsed from resources/languages/CODE.toml."""

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from rbb_editor.domain.count_words import CountWords, parse_count_words
from rbb_editor.domain.folding import fold
from rbb_editor.domain.nouns import Nouns, parse_nouns
from rbb_editor.domain.numeral import Numerals, parse_numerals

if TYPE_CHECKING:
    from rbb_editor.domain.reason_words import ReasonWords
    from rbb_editor.domain.remark_words import RemarkWords
    from rbb_editor.domain.slips import Slip
    from rbb_editor.domain.style import Style
    from rbb_editor.domain.turn_words import TurnWords

CELL_WORDS: Mapping[str, bool | int] = MappingProxyType({"yes": True, "no": False, "zero": 0})
"""What the words of a completed cell mean, by the key of their list in a language's [cell] table."""


class Language(Struct, frozen=True, eq=False, dict=True):
    """One document language: what a report prints in it, and the words from which figures and reasons are read.

    `rtl`: from right to left; `spaced`: there are spaces between the words; `square`: signs are as wide as high;
    `signs_apart`: a space stands before “:” and inside «»; `tag`, `letter`: how a document and a job number name it;
    `common`: words by which its texts are known among those of other languages in its script.
    `phrases`: the fixed phrases of the printed form by key; `verified`: the keys whose wording was seen in a
    published source. `number_form` among them is the thousands separator; `department_form` (see the function),
    `office_form`, `accomplishment_form` and `agenda_item` hold the fields {number} and {title}.
    `first_numbers`: of a section, by level, where it is no letter or number of Latin script.
    `cell`: folded words that may stand in a completed cell: True for yes, False for no, 0 for none.
    `alls`: folded words for "all" there, which is an answer, but no figure that can be compared.
    `remark_tables`: the words of `reasons`, `turns`, `remarks`, `style` and `slips` as they stand in the file,
    read when the first of them is asked for: to show a report needs none, and they are most of the file.
    `weight_table`: what the words of a remark weigh (see `likelihood`), read as late; {} where nobody weighed them.
    """

    code: str
    name: str
    rtl: bool
    spaced: bool
    square: bool
    signs_apart: bool
    tag: str
    letter: str
    common: frozenset[str]
    phrases: Mapping[str, str]
    verified: frozenset[str]
    nouns: Nouns
    numerals: Numerals
    counts: CountWords
    remark_tables: Callable[[], Mapping[str, Any]]
    weight_table: Callable[[], Mapping[str, float]]
    first_numbers: Mapping[str, str]
    cell: Mapping[str, bool | int]
    alls: frozenset[str]

    @property
    def cased(self) -> bool:
        """Whether its script has capital letters."""
        return self.name.upper() != self.name.lower()

    @cached_property
    def _late(self) -> Mapping[str, Any]:
        return self.remark_tables()

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What the words of a remark weigh for its being a reason."""
        return self.weight_table()

    @cached_property
    def style(self) -> "Style":
        """How the language is written; made when the first text is checked."""
        from rbb_editor.domain.style import parse_style

        return parse_style(self._late["style"], spaced=self.spaced)

    @cached_property
    def slips(self) -> "tuple[Slip, ...]":
        """Known slips of the pen."""
        from rbb_editor.domain.slips import parse_slips

        return parse_slips(self._late.get("slips", {}), spaced=self.spaced)

    @cached_property
    def reasons(self) -> "ReasonWords":
        """The words with which a remark gives a reason; made when the first remark is read."""
        from rbb_editor.domain.reason_words import parse_reason_words

        return parse_reason_words(self._late.get("reasons", {}), self.turns.verbs, spaced=self.spaced)

    @cached_property
    def turns(self) -> "TurnWords":
        """The words with which a remark tells what happened; made when the first remark without a cause is read."""
        from rbb_editor.domain.turn_words import parse_turn_words

        return parse_turn_words(self._late.get("turns", {}), spaced=self.spaced)

    @cached_property
    def remarks(self) -> "RemarkWords":
        """The words with which a remark speaks of its figures."""
        from rbb_editor.domain.remark_words import parse_remark_words

        return parse_remark_words(self._late.get("remark", {}), spaced=self.spaced)


def department_form(number: str, phrases: Mapping[str, str]) -> str:
    """How the number of a department or of the section is printed: “A.”, and where it is a word in Arabic “ألف -”."""
    return phrases["department_form" if number.isascii() else "department_form_in_words"]


def parse_language(
    code: str,
    table: Mapping[str, Any],
    remarks: Callable[[], Mapping[str, Any]],
    weights: Callable[[], Mapping[str, float]] = dict,
) -> Language:
    """The language of the parsed tables of a toml file; KeyError where a key is missing. `remarks`, `weights`: see
    the tables of Language.
    """
    spaced: bool = table.get("spaced", True)
    nouns = parse_nouns(table.get("nouns", {}))
    return Language(
        code=code,
        name=table["name"],
        rtl=table["rtl"],
        spaced=spaced,
        square=table.get("square", False),
        signs_apart=table.get("signs_apart", False),
        tag=table.get("tag", code),
        letter=table.get("letter", code.upper()),
        common=frozenset(table.get("common", ())),
        phrases=MappingProxyType(dict(table["phrases"])),
        verified=frozenset(table["verified"]),
        nouns=nouns,
        numerals=parse_numerals(table["numerals"], nouns.article, spaced=spaced),
        counts=parse_count_words(table["counts"], nouns, spaced=spaced),
        remark_tables=remarks,
        weight_table=weights,
        first_numbers=MappingProxyType(table.get("first_numbers", {})),
        cell=MappingProxyType(
            {fold(word).text: value for key, value in CELL_WORDS.items() for word in table["cell"][key]}
        ),
        alls=frozenset(fold(word).text for word in table["cell"]["all"]),
    )
