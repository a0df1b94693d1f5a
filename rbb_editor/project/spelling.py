"""Spelling by the user's own Hunspell: where it and its dictionaries lie, which words it is asked about, its answers.

Hunspell is a program of its own, talked to by its pipe (`hunspell -a`): it is no part of this program, reads every
dictionary of LibreOffice and of the systems, suggests as they do, and neither its loading nor a slow suggestion holds
up a key. The libraries that could be a part do not fit: they are no longer kept up, reject right French words, or are
not freely licensed.
"""

import os
import re
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.store.data_folder import data_folder

PREFERRED = {
    "en": ("en_GB-oxendict", "en_GB-ise", "en_GB", "en_US", "en"),
    "fr": ("fr_FR", "fr", "fr-classique"),
    "es": ("es_ES", "es", "es_ANY"),
    "ru": ("ru_RU", "ru"),
    "ar": ("ar",),
}
"""The names of dictionaries of a document language, the one that suits a United Nations text best first."""
LETTERS = {
    "ru": re.compile(r"[\u0400-\u04ff]+"),
    "ar": re.compile(r"[\u0600-\u06ff]+"),
}
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'’]+")
PLACES = (
    "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell", "/Library/Spelling", "~/Library/Spelling",
    "/usr/lib/libreoffice/share/extensions/dict-*", "/opt/libreoffice*/share/extensions/dict-*",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*",
    "~/.config/libreoffice/4/user/uno_packages/cache/uno_packages/*/*.oxt",
    "C:/Program Files/LibreOffice/share/extensions/dict-*",
)  # fmt: skip
"""Folders in which systems, LibreOffice and its extensions keep dictionaries."""
PROGRAMS = ("/opt/homebrew/bin/hunspell", "/usr/local/bin/hunspell")
"""Where Hunspell may lie when a program that was not started from a terminal does not find it."""
LETTER = r"[^\W\d_][\u0300-\u036f\u064b-\u065f\u0670]*"
"""A letter with the accents or vowel signs on it."""
WORD = re.compile(rf"(?:{LETTER})+(?:['’](?:{LETTER})+)*")
BESIDE = frozenset("/@\\_0123456789")
"""What makes the letters beside it a symbol, an address or a unit."""
PREFIX = 3
"""Letters of a part before or behind a hyphen that are no word: "re-", "pre-"."""


class Speller(Struct, frozen=True):
    """How Hunspell is called for a language. `dictionary`: the name of the one it reads."""

    command: tuple[str, ...]
    dictionary: str


def own_folder() -> Path:
    """Where a user may put dictionaries (.dic and .aff) for this program alone."""
    return data_folder() / "dictionaries"


def find_speller(code: str) -> Speller | None:
    """Hunspell with a dictionary of a document language; None where either is missing."""
    program = find_program()
    dictionary = find_dictionary(code)
    if program is None or dictionary is None:
        return None
    base = dictionary.with_suffix("")
    return Speller((program, "-a", "-i", "utf-8", "-d", str(base)), base.name)


def find_program() -> str | None:
    """Hunspell: on the path, beside the user's own dictionaries, or where package systems put it."""
    suffix = ".exe" if sys.platform == "win32" else ""
    found = shutil.which("hunspell") or shutil.which(str(own_folder() / f"hunspell{suffix}"))
    return found or next(filter(None, map(shutil.which, PROGRAMS)), None)


def find_dictionary(code: str) -> Path | None:
    """The .dic file of a language, its .aff file beside it; the user's own folder comes first."""
    if code not in PREFERRED:
        return None
    for folder in folders():
        there = {path.stem: path for path in folder.glob("*.dic") if path.with_suffix(".aff").is_file()}
        named = (there[name] for name in PREFERRED[code] if name in there)
        others = (there[name] for name in sorted(there) if name.startswith((f"{code}-", f"{code}_")))
        if (found := next(named, None) or next(others, None)) is not None:
            return found
    return None


def folders() -> Iterator[Path]:
    """The folders that may hold dictionaries."""
    yield own_folder()
    yield from (Path(each) for each in os.environ.get("DICPATH", "").split(os.pathsep) if each)
    for place in PLACES:
        path = Path(place).expanduser()
        if "*" in place:
            anchor = Path(path.anchor)
            yield from sorted(anchor.glob(str(path.relative_to(anchor)))) if path.is_absolute() else ()
        else:
            yield path


def lacking(code: str) -> Text | None:
    """What is to be done for spelling marks in a language, in a sentence; None where all is there."""
    if code not in PREFERRED:
        return Text.of(N_("There is no spelling check for this language."))
    if find_program() is None:
        words = N_("Install Hunspell with a dictionary “{name}”: its spelling marks then appear here.")
        return Text.of(words, name=PREFERRED[code][0])
    if find_dictionary(code) is None:
        words = N_("Install a Hunspell dictionary “{name}”, or put its .dic and .aff files into {folder}.")
        return Text.of(words, name=PREFERRED[code][0], folder=str(own_folder()))
    return None


def words_in(text: str, code: str, known: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Where the words lie that are to be looked up: no symbols, abbreviations or numbers, none of another script.

    `known`: words that are right, whatever their case.
    """
    script = LETTERS.get(code, LATIN)
    for match in WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        before, behind = text[start - 1 : start] or " ", text[end : end + 1] or " "
        least = PREFIX + 1 if "-" in (before, behind) else 2
        symbol = before == "." or before in BESIDE or behind in BESIDE
        if len(word) < least or symbol or any(letter.isupper() for letter in word[1:]):
            continue
        if script.fullmatch(word) is not None and word.casefold() not in known:
            yield start, end


def known_words(report: Report, more: Iterable[str] = ()) -> frozenset[str]:
    """The words that a report itself explains, its abbreviations, and others of the user's; without case."""
    listed = (word for each in report.info.abbreviations for word in WORD.findall(f"{each.short} {each.long}"))
    return frozenset(word.casefold() for word in (*listed, *more))


def answer_of(lines: Iterable[str]) -> tuple[str, ...] | None:
    """What Hunspell suggests for a word by the lines of its answer; () for nothing, None where the word is right."""
    for line in lines:
        if line.startswith("&"):
            return tuple(each.strip() for each in line.partition(":")[2].split(",") if each.strip())
        if line.startswith("#"):
            return ()
    return None
