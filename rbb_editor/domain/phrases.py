"""Phrases of a language table as one pattern, compiled when it is first used: a start needs few of the hundreds."""

import re
from collections.abc import Callable, Iterator


class Phrases:
    """A regular expression that compiles itself on its first use; the methods are those of `re.Pattern`."""

    __slots__ = ("finditer", "match", "search", "source")

    source: str
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name not in ("search", "match", "finditer"):
            raise AttributeError(name)
        compiled = re.compile(self.source)
        self.search, self.match, self.finditer = compiled.search, compiled.match, compiled.finditer
        found: Callable[..., object] = getattr(compiled, name)
        return found


NOTHING = r"(?!)"
"""The source of a pattern that finds nothing."""
