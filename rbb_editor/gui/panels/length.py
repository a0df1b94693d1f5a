"""What the status bar says of the length of a report."""

from rbb_editor.domain.length import ADVISED, Length
from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator


def length_said(length: Length, say: Translator) -> tuple[str, str]:
    """How long a report is, and the advice there is about that ("" where there is none)."""
    count = length.total()
    number = say.number(count)
    if length.in_characters:
        characters = Text.of(N_("{number} character"), plural=N_("{number} characters"), count=count, number=number)
        return say(characters), ""
    said = Text.of(N_("{number} word"), plural=N_("{number} words"), count=count, number=number)
    advice = N_("Reports of the Secretariat are advised to stay within {number} words.")
    return say(said), say(Text.of(advice, number=say.number(ADVISED)))
