"""Texts that are folded as one are folded as each of them alone."""

import pytest

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.folding import fold
from rbb_editor.rules.joined import Joined
from rbb_editor.rules.texts import WITHIN, Texts

PLAIN = ("5 Réunions", "", "ДОКЛАДЫ – все", "ΟΔΟΣ", "“٢٥” تقريرًا".replace("ً", ""))
MARKED = ("re\u0301union", "a\u200bb", "عُقدت ٥ جلسات")


def outputs(texts: tuple[str, ...]) -> list[Output]:
    return [
        Output(f"o{at}", "a", "1", text, (Component("c", "1", text, text[::-1]), Component("d", "1", "", text)))
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize("others", [(), MARKED])
def test_what_is_kept_is_the_folded_form_of_each_text(others: tuple[str, ...]) -> None:
    many = outputs((*PLAIN, *others))
    written = Joined.of([Texts(each) for each in many])
    planned, told = written.kept(written.folded(), [each.id for each in many])
    assert set(planned) == set(told) == {each.id for each in many}
    for output in many:
        assert planned[output.id] == fold(output.planned_text).text
        pairs = [(each.remarks, each.explanation) for each in output.components]
        assert told[output.id].split(WITHIN) == [fold(text).text for pair in pairs for text in pair]


@pytest.mark.parametrize("sign", ["\0", "\u0130"])
def test_nothing_is_kept_beside_a_sign_that_changes_how_others_are_joined_or_folded(sign: str) -> None:
    many = outputs((*PLAIN, f"a{sign}b"))
    written = Joined.of([Texts(each) for each in many])
    assert written.kept(written.folded(), [each.id for each in many]) == ({}, {})
