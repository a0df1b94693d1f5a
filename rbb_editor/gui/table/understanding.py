"""How a figure is understood while it is typed: the words below it, their colour, the outcome it would give. No Qt."""

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.figures import format_number, read_actual
from rbb_editor.domain.language import Language
from rbb_editor.domain.outcome import outcome
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.totals import added
from rbb_editor.domain.values import ActualKind, Outcome
from rbb_editor.gui.look.signs import figure_words
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.notation import read_typed, write_planned


class Understood(Struct, frozen=True):
    """What a typed figure means. `token`: the colour of the words; `outcome`: the sign before them, if any."""

    words: Text
    token: str
    outcome: Outcome | None = None


def understand_completed(text: str, figure: Figure, language: Language) -> Understood:
    """A completed figure: the number as it was read where that is not plain from the typing, and what comes of it.

    `figure`: as it was, for what is planned and what other figures add to it.
    """
    actual = read_actual(text, language)
    total = added(actual, figure.total, figure.actual)
    typed = replace(figure, actual=actual, total=total, outcome=outcome(figure.planned, total))
    result, words = typed.outcome, figure_words(typed, language)
    match actual.kind:
        case ActualKind.TEXT:
            return Understood(Text.of(N_("text · cannot compare")), "check", result)
        case ActualKind.YES_NO:
            read = language.phrases["yes" if actual.value else "no"]
        case ActualKind.QUANTITY | ActualKind.PERCENT if actual.value is not None:
            read = format_number(actual.value, language, percent=actual.kind is ActualKind.PERCENT)
        case _:
            return Understood(words, str(result), result)
    if read == text.strip():
        return Understood(words, str(result), result)
    return Understood(Text.of(N_("{figure} · {outcome}"), figure=read, outcome=words), str(result), result)


def understand_planned(text: str, language: Language) -> Understood:
    """A planned figure as it would be shown, or that it is none."""
    try:
        planned = read_typed(text, language)
    except ValueError:
        return Understood(texts.NOT_UNDERSTOOD, "shortfall")
    if planned is None:
        return Understood(texts.AS_READ, "text3")
    return Understood(Text.of(N_("{figure} by hand"), figure=write_planned(planned, language)), "text3")
