"""One gettext catalogue for window, command line and rules.

Texts are marked where they are declared (`N_`), kept as `Text` (msgid + named fields), and looked up where they are
shown (`Translator`). No global state: whoever shows texts holds a `Translator`.
"""

import gettext
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from msgspec import Struct, field

from rbb_editor import resources
from rbb_editor.domain.text import N_, Text

__all__ = ["N_", "RIGHT_TO_LEFT", "Text", "Translator", "interface_languages", "isolated"]

RIGHT_TO_LEFT = frozenset({"ar"})
"""Interface languages whose windows are mirrored."""
GAPS = {"zh": ""}
"""What stands between two sentences, where that is not a space."""
COMMAS = {"zh": "，", "ar": "، "}
THOUSANDS = {"en": ","}
"""What stands between groups of three figures, where that is not a no-break space."""


def isolated(text: str) -> str:
    """A text of a document among words of the interface: it runs in its own direction and leaves theirs alone."""
    return f"\u2068{text}\u2069" if text else ""


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
        values: Mapping[str, object] = {name: self._field(value) for name, value in text.fields}
        if text.plural is not None:
            count = values.get("count", 0)
            pattern = self.catalogue.ngettext(text.msgid, text.plural, count if isinstance(count, int) else 0)
        else:
            pattern = self.catalogue.gettext(text.msgid) if text.msgid else ""
        return pattern.format_map(values) if values else pattern.replace("{{", "{").replace("}}", "}")

    def sentences(self, said: Iterable[str]) -> str:
        """Sentences in this language, one after another."""
        return GAPS.get(self.language, " ").join(filter(None, said))

    def listed(self, said: Iterable[str]) -> str:
        """Parts of a sentence in this language, with commas."""
        return COMMAS.get(self.language, ", ").join(said)

    def number(self, number: int) -> str:
        """A whole number as the interface writes it; its figures are Western in every language."""
        return f"{number:,}".replace(",", THOUSANDS.get(self.language, "\u00a0"))

    def _field(self, value: object) -> object:
        """What stands in the place of a field; a name or a path does not run against the words around it."""
        if isinstance(value, Text):
            return self(value)
        mixed = self.language in RIGHT_TO_LEFT and isinstance(value, (str, PurePath))
        return isolated(str(value)) if mixed else value


def interface_languages() -> tuple[str, ...]:
    """Codes of the languages the interface can speak, English first."""
    return ("en", *sorted(resources.catalogues()))
