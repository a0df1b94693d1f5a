"""Languages that nobody speaks, every text of the interface with its fields and access keys kept.

One is English, 40 % longer; one is English in Arabic letters, from right to left.
"""

import gettext
import re
from collections.abc import Callable

from rbb_editor.i18n import Translator

LONGER = 0.4
PARTS = re.compile(r"\{\w*\}|\{\{|\}\}|\(&\w\)|\*|\n")
"""What must stay as it is: named fields, braces, access keys in brackets, the star of a pattern for file names."""


ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz", "ابچدعفگهيجكلمنوپقرستوڤوخيز"
)  # fmt: skip
"""A letter for a letter, near in sound."""
MARKS = str.maketrans({",": "،", ";": "؛", "?": "؟"})


def longer(text: str) -> str:
    """The text with every word drawn out; access keys stay on their letter."""
    return _but_for_its_parts(text, _drawn_out)


def mirrored(text: str) -> str:
    """The text in Arabic letters; an access key becomes one in brackets, as where letters have no keys of their own."""
    made = _but_for_its_parts(re.sub(r"&(\w)(?!\))", r"\1", text), _in_arabic)
    key = re.search(r"&(\w)", text)
    return f"{made} (&{key.group(1).upper()})" if key and "(&" not in made else made


def _but_for_its_parts(text: str, change: Callable[[str], str]) -> str:
    made, at = [], 0
    for part in PARTS.finditer(text):
        made += [change(text[at : part.start()]), part.group()]
        at = part.end()
    return "".join([*made, change(text[at:])])


def _drawn_out(text: str) -> str:
    return re.sub(r"\w+", lambda word: word.group() + "ö" * round(len(word.group()) * LONGER), text)


def _in_arabic(text: str) -> str:
    return text.lower().translate(ARABIC).translate(MARKS)


class Changed(gettext.NullTranslations):
    """The catalogue of a language that is English, changed."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def gettext(self, message: str) -> str:
        """The text, changed."""
        return self._change(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for the number, changed."""
        return self._change(msgid1 if n == 1 else msgid2)


SPOKEN: dict[str, Callable[[], Translator]] = {
    "pseudo": lambda: Translator("en", Changed(longer)),
    "mirrored": lambda: Translator("ar", Changed(mirrored)),
}
"""How to make a translator of each of them."""
