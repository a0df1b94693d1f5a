"""Many texts at once are read as each alone: the folding of texts, the counts of planned texts, whole outputs."""

from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain.entities import Output
from rbb_editor.domain.figures import LONGEST, read_ahead
from rbb_editor.domain.folding import REMEMBERED, fold, fold_all
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.remark import Told, count_ahead
from rbb_editor.project.sample import make_sample
from tests.strategies import LANGUAGES

STRANGE = (
    "\0", "\t", "\n", "\x1f", "\x7f", "\u0301", "e\u0301", "\u064b", "\u0640", "\u200b", "\u200f", "\u202e", "\ufeff",
    "\ud800", "\udfff", "\ue000", "\ufffe", "𠮷", "\U0010ffff", "İ", "ı", "ẞ", "Σ", "ΑΣ", "ΣΑ", "ǅ", "É", "ё", "Й",
    "’", "–", "\u00a0", "\u3000", "\u2028", "１２", "％", "٣", "۴", "٪", "٫", "آ", "ى", "أربعة", "اجتماعان", "三", "次",
    "（", "15", "5%", " ", "- ", ",", "،", "; ", "two ", "(3) ",
)  # fmt: skip
MANY_SIGNS = "àéîöùçñăşžœýðłřÀÉÎÖÙ"
"""More signs than are put right one after the other."""


def strange_texts() -> SearchStrategy[str]:
    """Any text at all, lone surrogates among it, and texts of the signs that folding treats in a way of their own."""
    return st.one_of(
        st.text(st.characters(), max_size=12),
        st.lists(st.sampled_from(STRANGE), max_size=6).map("".join),
        st.sampled_from(("", MANY_SIGNS, "عقد ٣ حلقات عمل", "开展 85 次外联活动", "x" * (REMEMBERED + 1))),
    )


@cache
def rows(code: str) -> list[Output]:
    return list(make_sample(200, code).outputs())


def outputs(code: str) -> SearchStrategy[list[Output]]:
    """Rows of a made-up report, each with ids of its own and something strange put into its texts."""

    def changed(drawn: list[tuple[Output, float, str, str]]) -> list[Output]:
        return [_changed(replace(row, id=f"o{at}"), *rest) for at, (row, *rest) in enumerate(drawn)]

    row = st.sampled_from(rows(code))
    return st.lists(st.tuples(row, st.floats(0, 1), strange_texts(), strange_texts()), max_size=8).map(changed)


def _changed(row: Output, place: float, planned: str, said: str) -> Output:
    def into(text: str, new: str) -> str:
        at = round(place * len(text))
        return text[:at] + new + text[at:]

    components = tuple(
        replace(each, completed=into(each.completed, said[:2]), remarks=into(each.remarks, said))
        for each in row.components
    )
    return replace(row, planned_text=into(row.planned_text, planned), components=components)


@given(st.lists(strange_texts(), max_size=6))
@example([])
@example([""])
@example(["", ""])
@example(["\0"])
@example(["a\0", "b"])
@example(["a\0b", "\u200b"])
@example(["\u200b", "É"])
@example(["ΑΣ", "Α"])
@example(["İ", "Σ", "ΑΣ"])
@example([MANY_SIGNS, "é"])
def test_texts_folded_together_are_folded_as_each_alone(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


@pytest.mark.parametrize("code", LANGUAGES)
@given(data=st.data())
def test_planned_texts_read_together_are_read_as_each_alone(code: str, data: DataObject) -> None:
    language = resources.language(code)
    texts = [each.planned_text for each in data.draw(outputs(code))] + data.draw(st.lists(strange_texts(), max_size=3))
    assert read_ahead(texts, language) == [read_ahead([text], language)[0] for text in texts]


@pytest.mark.parametrize("code", LANGUAGES)
@given(data=st.data())
def test_remarks_counted_together_are_counted_as_each_alone(code: str, data: DataObject) -> None:
    language = resources.language(code)
    texts = [figure.remarks for each in data.draw(outputs(code)) for figure in each.components]
    texts += data.draw(st.lists(strange_texts(), max_size=3))
    together = [Told(text, language) for text in texts]
    count_ahead(together, language)
    alone = [Told(text, language) for text in texts]
    assert [(each.folded, [*each.counts]) for each in together] == [(each.folded, [*each.counts]) for each in alone]


def test_a_remark_that_was_read_keeps_what_it_counts() -> None:
    language = resources.language("en")
    read = Told("4 visits were made.", language)
    counts = read.counts
    assert counts
    count_ahead([read, Told("5 reports", language)], language)
    assert read.counts is counts


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_end_of_a_text_too_long_to_be_read_stays_out_of_the_next(code: str) -> None:
    language = resources.language(code)
    row = rows(code)[0].planned_text
    texts = [(row + " ") * (LONGEST // len(row) + 1), row]
    assert read_ahead(texts, language) == [read_ahead([text], language)[0] for text in texts]


@pytest.mark.parametrize("code", LANGUAGES)
@given(data=st.data())
def test_outputs_read_together_are_read_as_each_alone(code: str, data: DataObject) -> None:
    language = resources.language(code)
    drawn = data.draw(outputs(code))
    together, one_by_one = Reader(language), Reader(language)
    together.read(drawn)
    alone = [one_by_one.figures(each) for each in drawn]
    assert [together.figures(each) for each in drawn] == alone
    assert not together.failed
    assert not one_by_one.failed
