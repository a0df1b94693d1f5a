"""What the status bar says of the length of a report."""

from rbb_editor.domain.language import Language
from rbb_editor.domain.length import Length
from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator

ADVICE = N_("At most {number} words are advised.")
ADVICE_IN_CHARACTERS = N_("At most {number} words are advised, which are about {characters} characters.")


def length_said(length: Length, language: Language, say: Translator) -> tuple[str, str]:
    """How long a report is, and the advice there is about that ("" where none is wanted)."""
    count = length.total()
    number = say.number(count)
    if length.in_characters:
        said = Text.of(N_("{number} character"), plural=N_("{number} characters"), count=count, number=number)
    else:
        said = Text.of(N_("{number} word"), plural=N_("{number} words"), count=count, number=number)
    advised = length.advised()
    if advised is None:
        return say(said), ""
    most, per_word = say.number(round(advised)), language.style.signs_per_word
    if not length.in_characters:
        return say(said), say(Text.of(ADVICE, number=most))
    return say(said), say(Text.of(ADVICE_IN_CHARACTERS, number=most, characters=say.number(round(advised * per_word))))
