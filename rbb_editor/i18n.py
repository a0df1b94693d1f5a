"""One gettext catalogue for window, command line and rules.

Texts are marked where they are declared (`N_`), kept as `Text` (msgid + named fields), and looked up where they are
shown (`Translator`). No global state: whoever shows texts holds a `Translator`.
"""

import gettext
from collections.abc import Mapping

from msgspec import Struct, field

from rbb_editor import resources
from rbb_editor.domain.text import N_, Text

__all__ = ["N_", "Text", "Translator", "interface_languages"]

DOMAIN = "rbb_editor"


class Translator(Struct, frozen=True):
    """Turns `Text` values and marked literals into one interface language; English where a text is not translated."""

    language: str = "en"
    catalogue: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)

    @classmethod
    def load(cls, language: str) -> "Translator":
        """The translator of `language` ("zh", "fr", …); English for a language without a catalogue."""
        path = resources.catalogue(language)
        if path is None:
            return cls("en")
        with path.open("rb") as stream:
            return cls(language, gettext.GNUTranslations(stream))

    def __call__(self, text: Text | str, /, **fields: object) -> str:
        """The text in this language, its named fields filled in. A literal must have been marked with `N_`."""
        if isinstance(text, str):
            text = Text(text, tuple(sorted(fields.items())))
        values: Mapping[str, object] = {
            name: self(value) if isinstance(value, Text) else value for name, value in text.fields
        }
        if text.plural is not None:
            count = values.get("count", 0)
            pattern = self.catalogue.ngettext(text.msgid, text.plural, count if isinstance(count, int) else 0)
        else:
            pattern = self.catalogue.gettext(text.msgid) if text.msgid else ""
        return pattern.format_map(values) if values else pattern.replace("{{", "{").replace("}}", "}")


def interface_languages() -> tuple[str, ...]:
    """Codes of the languages the interface can speak, English first."""
    return ("en", *sorted(resources.catalogues()))
