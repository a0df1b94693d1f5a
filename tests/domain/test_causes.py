"""Every causal word of a grammar with causes that reports have, at every place of a remark, and what is no reason.

A cell is a row of 12 workshops, 8 or 17 of them held: what was held, then a frame with a causal word and a cause.
"""

from collections.abc import Iterator
from itertools import product

import pytest

from rbb_editor import resources
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome

SHORT, MORE = Outcome.SHORTFALL, Outcome.EXCEEDED
PLANNED = {
    "en": "Organization of 12 workshops for local officials",
    "ru": "Проведение 12 семинаров для местных властей",
}
HELD = {
    ("en", SHORT): "8 workshops were held",
    ("en", MORE): "17 workshops were held",
    ("ru", SHORT): "Проведено 8 семинаров",
    ("ru", MORE): "Проведено 17 семинаров",
}
CAUSES = {
    ("en", SHORT): (
        "the deterioration of the security situation", "the late receipt of funds", "heavy rains",
        "prolonged vacancies in the Section", "the merger of two committees", "lower demand from partners",
        "the late delivery of equipment", "the COVID-19 pandemic",
    ),
    ("en", MORE): (
        "increased demand from Member States", "requests from host Governments", "a new mandate from the Council",
        "the rise in the number of displaced persons",
    ),
    ("ru", SHORT): (
        "ухудшения обстановки", "позднего поступления средств", "нехватки персонала", "сильных дождей",
        "слияния двух комитетов", "падения спроса", "поздней доставки оборудования", "пандемии COVID-19",
    ),
    ("ru", MORE): (
        "роста спроса", "просьб правительств", "нового мандата Совета", "увеличения числа перемещенных лиц",
    ),
}  # fmt: skip
WORDS = {
    "en": (
        "because of", "due to", "owing to", "on account of", "as a result of", "as a direct consequence of",
        "in view of", "in the light of", "by reason of", "by virtue of", "in the wake of", "in the face of",
        "against the backdrop of", "amid", "in connection with", "mainly due to", "in part because of",
        "under the impact of",
    ),
    "ru": (
        "из-за", "ввиду", "вследствие", "по причине", "в силу", "в результате", "на фоне", "под влиянием",
        "главным образом из-за", "отчасти ввиду", "во многом из-за",
    ),
}  # fmt: skip
FRAMES = {
    "en": (
        "{held} {word} {cause}.", "{held}, {word} {cause}.", "{held} ({word} {cause}).",
        "{held}. The difference was {word} {cause}.",
    ),
    "ru": ("{held} {word} {cause}.", "{held}, {word} {cause}.", "{held} ({word} {cause}).", "{held}. {word} {cause}."),
}  # fmt: skip
LATER = {
    ("en", SHORT): (
        "{word} {cause}, the remaining workshops were cancelled.", "{word} {cause}, fewer workshops were held.",
        "The others were cancelled {word} {cause}.",
    ),
    ("en", MORE): (
        "{word} {cause}, 5 additional workshops were held.", "{word} {cause}, it was possible to hold 5 more.",
        "The additional workshops were held {word} {cause}.",
    ),
    ("ru", SHORT): (
        "{word} {cause} остальные семинары были отменены.", "{word} {cause} было проведено меньше семинаров.",
        "Остальные были отменены {word} {cause}.",
    ),
    ("ru", MORE): (
        "{word} {cause} было проведено 5 дополнительных семинаров.", "{word} {cause} было проведено больше семинаров.",
        "Дополнительные семинары были проведены {word} {cause}.",
    ),
}  # fmt: skip
NAMED = {
    ("en", SHORT): (
        "The lower number was occasioned by {cause}.", "The shortfall is to be attributed to {cause}.",
        "The slower pace was the effect of {cause}.", "This was brought about by {cause}.",
        "This can be put down to {cause}.", "The reason was {cause}.", "The main factor was {cause}.",
        "Underperformance has its origin in {cause}.", "The remaining workshops fell victim to {cause}.",
    ),
    ("en", MORE): (
        "The intensification of contacts was prompted by {cause}.", "The higher number is the fruit of {cause}.",
        "The increase originated in {cause}.", "The excess was necessitated by {cause}.",
        "This is the consequence of {cause}.", "The main reason was {cause}.",
    ),
    ("ru", SHORT): (
        "Меньшее число семинаров является следствием {cause}.", "Замедление темпов стало результатом {cause}.",
        "Это произошло из-за {cause}.", "Именно из-за {cause} остальные провести не удалось.",
    ),
    ("ru", MORE): (
        "Большее число семинаров является следствием {cause}.", "Наращивание темпов стало результатом {cause}.",
        "Это произошло вследствие {cause}.",
    ),
}  # fmt: skip
NONE = {
    "en": (
        "The number of workshops was different from the number budgeted.", "The number was not due to {cause}.",
        "The workshops addressed the causes of conflict.", "As a result of the workshops, two disputes were settled.",
        "The agenda was shortened because of {cause}.", "Owing to {cause}, the workshops were held in French only.",
        "{cause} did not affect the workshops.", "{cause} was not the reason for the difference.",
        "Pumps have been ordered.", "Topics included the lack of water and the closure of schools.",
    ),
    "ru": (
        "Разница составляет несколько семинаров.", "Число семинаров не является следствием {cause}.",
        "На семинарах рассматривались причины конфликта.", "В результате семинаров урегулированы два спора.",
        "Повестка дня была сокращена из-за {cause}.", "Из-за {cause} семинары проводились только на французском языке.",
        "Из-за {cause} введен новый контрольный перечень.", "Печать материалов осуществлялась в Найроби.",
        "Слушатели звонили из всех провинций.", "Еще два пройдут осенью.",
    ),
}  # fmt: skip


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def remarks(code: str, outcome: Outcome) -> Iterator[str]:
    """Remarks that give a reason."""
    held, causes = HELD[code, outcome], CAUSES[code, outcome]
    later = [f"{held}. {frame}" for frame in LATER[code, outcome]]
    for frame, word, cause in product([*FRAMES[code], *later], WORDS[code], causes):
        yield ". ".join(capital(each) for each in frame.format(held=held, word=word, cause=cause).split(". "))
    for frame, cause in product(NAMED[code, outcome], causes):
        yield f"{held}. {frame.format(cause=cause)}"


@pytest.mark.parametrize(("code", "outcome"), HELD)
def test_every_causal_word_is_read_at_every_place(code: str, outcome: Outcome) -> None:
    language = resources.language(code)
    missed = [each for each in remarks(code, outcome) if not split_remarks(each, outcome, language, PLANNED[code]).cue]
    assert missed == []


@pytest.mark.parametrize(("code", "outcome"), HELD)
def test_what_is_about_something_else_is_no_reason(code: str, outcome: Outcome) -> None:
    language = resources.language(code)
    texts = [
        f"{HELD[code, outcome]}. {capital(frame.format(cause=cause))}"
        for frame, cause in product(NONE[code], CAUSES[code, outcome])
    ]
    found = {each for each in texts if split_remarks(each, outcome, language, PLANNED[code]).cue}
    assert found == set()
