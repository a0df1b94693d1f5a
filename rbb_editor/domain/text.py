"""A text of the program as a value: marked where it is declared, translated where it is shown, kept in the journal."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct


def N_(message: str) -> str:  # noqa: N802  (the name that gettext tools look for)
    """Marks a literal for translation and returns it unchanged."""
    return message


class Text(Struct, frozen=True, gc=False):
    """A msgid with named fields: "{name} could not be read". Fields may be texts themselves.

    With `plural`, the field `count` picks the form.
    """

    msgid: str
    fields: tuple[tuple[str, Any], ...] = ()
    plural: str | None = None

    @classmethod
    def of(cls, message: str, /, plural: str | None = None, **fields: object) -> "Text":
        """The text `message` (marked with `N_`), its fields by name."""
        return cls(message, tuple(sorted(fields.items())), plural)

    def in_english(self) -> str:
        """The text without translation, for logs and exceptions."""
        values: Mapping[str, object] = {
            name: value.in_english() if isinstance(value, Text) else value for name, value in self.fields
        }
        one = self.plural is None or values.get("count") == 1
        pattern = self.msgid if one or self.plural is None else self.plural
        return pattern.format_map(values) if values else pattern.replace("{{", "{").replace("}}", "}")

    def to_data(self) -> list[Any]:
        """A JSON-ready form; `from_data` is its inverse."""
        fields = [[name, {"text": v.to_data()} if isinstance(v, Text) else v] for name, v in self.fields]
        return [self.msgid, fields, self.plural]

    @classmethod
    def from_data(cls, data: Iterable[Any]) -> "Text":
        """The text that `to_data` wrote."""
        msgid, fields, plural = data
        pairs = ((name, cls.from_data(v["text"]) if isinstance(v, dict) else v) for name, v in fields)
        return cls(msgid, tuple(pairs), plural)
