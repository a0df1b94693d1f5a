"""Typed access to the objects of an interchange file; every error names the path of the key it is about."""

import math
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from rbb_editor.domain.clean import UNPRINTABLE
from rbb_editor.domain.ids import is_id, new_id
from rbb_editor.domain.text import N_
from rbb_editor.domain.values import Number
from rbb_editor.errors import UserError


class Source(Struct, frozen=True):
    """The file as a whole: its name for the sentences, and how many unprintable characters were taken out."""

    name: str
    cleaned: list[str]

    def fail(self, path: str, message: str, **fields: object) -> UserError:
        """The error for what stands at `path`."""
        return UserError(message, name=self.name, path=path or "the top", **fields)


class Fields(Struct, frozen=True):
    """One object of the file, at `path` ("departments[0].offices[1]")."""

    values: dict[str, Any]
    path: str
    source: Source

    @classmethod
    def of(cls, value: object, path: str, source: Source, known: frozenset[str]) -> "Fields":
        """The object `value`, which may have no other keys than the `known` ones."""
        if not isinstance(value, dict):
            raise source.fail(path, N_("“{name}” was not read: an object is expected at {path}. Nothing was changed."))
        for key in value:
            if key not in known:
                raise source.fail(
                    join(path, key), N_("“{name}” was not read: the key {path} is unknown. Nothing was changed.")
                )
        return cls(value, path, source)

    def has(self, key: str) -> bool:
        """Whether the key is there with a value other than null."""
        return self.values.get(key) is not None

    def text(self, key: str, default: str | None = "") -> str:
        """A text; `default` (None: the key must be there) where it is missing or null."""
        value = self.values.get(key)
        if value is None:
            if default is None:
                raise self._missing(key)
            return default
        if not isinstance(value, str):
            raise self.wrong(key, N_("“{name}” was not read: a text is expected at {path}. Nothing was changed."))
        clean = UNPRINTABLE.sub("", value)
        if clean != value:
            self.source.cleaned.append(join(self.path, key))
        return clean

    def text_or_none(self, key: str) -> str | None:
        """A text, or None where it is missing or null."""
        return self.text(key) if self.has(key) else None

    def word(self, key: str, allowed: Iterator[str] | list[str]) -> str:
        """One of the `allowed` words; the key must be there."""
        value = self.text(key, None)
        words = list(allowed)
        if value not in words:
            raise self.wrong(
                key,
                N_("“{name}” was not read: “{value}” at {path} must be one of {words}. Nothing was changed."),
                value=value,
                words=", ".join(words),
            )
        return value

    def number(self, key: str) -> Number | None:
        """A number, or None where it is missing or null."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise self.wrong(key, N_("“{name}” was not read: a number is expected at {path}. Nothing was changed."))
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(
                key, N_("“{name}” was not read: true or false is expected at {path}. Nothing was changed.")
            )
        return value

    def time(self, key: str) -> datetime:
        """A point in time with its zone, as UTC; the key must be there."""
        value = self.text(key, None)
        try:
            time = datetime.fromisoformat(value)
        except ValueError:
            time = None
        if time is None or time.tzinfo is None:
            raise self.wrong(
                key,
                N_(
                    "“{name}” was not read: a time with its zone (2026-01-31T12:00:00Z) is expected at {path}. "
                    "Nothing was changed."
                ),
            )
        return time.astimezone(UTC)

    def id(self, key: str = "id") -> str:
        """The id of the object; a new one where there is none."""
        if not self.has(key):
            return new_id()
        value = self.text(key)
        if not is_id(value):
            raise self.wrong(
                key,
                N_(
                    "“{name}” was not read: “{value}” at {path} is no id (1 to 64 letters, digits, - or _). "
                    "Nothing was changed."
                ),
                value=value,
            )
        return value

    def each(self, key: str, known: frozenset[str]) -> list["Fields"]:
        """The objects of a list; none where it is missing."""
        value = self.values.get(key)
        if value is None:
            return []
        path = join(self.path, key)
        if not isinstance(value, list):
            raise self.wrong(key, N_("“{name}” was not read: a list is expected at {path}. Nothing was changed."))
        return [Fields.of(item, f"{path}[{index}]", self.source, known) for index, item in enumerate(value)]

    def sub(self, key: str, known: frozenset[str]) -> "Fields | None":
        """The object of a key, or None where it is missing or null."""
        return Fields.of(self.values[key], join(self.path, key), self.source, known) if self.has(key) else None

    def wrong(self, key: str, message: str, **fields: object) -> UserError:
        """The error for the value of a key."""
        return self.source.fail(join(self.path, key), message, **fields)

    def _missing(self, key: str) -> UserError:
        return self.wrong(key, N_("“{name}” was not read: the key {path} is missing. Nothing was changed."))


def join(path: str, key: str) -> str:
    """The path of a key in the object at `path`."""
    return f"{path}.{key}" if path else key
