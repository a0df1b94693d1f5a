"""What the status bar says of the length of a report."""

from PySide6.QtCore import QLocale

from rbb_editor.domain.length import ADVISED, Length
from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator

WORDS = (N_("{number} word"), N_("{number} words"))
CHARACTERS = (N_("{number} character"), N_("{number} characters"))


def length_said(length: Length, say: Translator) -> tuple[str, str]:
    """How long a report is, and the advice there is about that ("" where there is none)."""
    locale, count = QLocale(say.language), length.total()
    one, many = CHARACTERS if length.in_characters else WORDS
    said = say(Text.of(one, plural=many, count=count, number=locale.toString(count)))
    if length.in_characters:
        return said, ""
    advice = N_("Reports of the Secretariat are advised to stay within {number} words.")
    return said, say(Text.of(advice, number=locale.toString(ADVISED)))
