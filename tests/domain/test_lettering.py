"""What follows what among letters and numbers, in every script that documents use."""

import pytest

from rbb_editor.domain.lettering import STYLES, following, is_sound, sequence


@pytest.mark.parametrize(
    ("numbers", "mended", "next_one"),
    [
        (["A", "B", "D"], ["A", "B", "C"], "E"),
        (["A", "A", "B"], ["A", "B", "C"], "C"),
        (["b", "a"], ["a", "b"], "b"),
        (["Y", "Z"], ["A", "B"], "AA"),
        (["I", "II", "IV"], ["I", "II", "III"], "V"),
        (["i", "iii"], ["i", "ii"], "iv"),
        (["C", "D"], ["A", "B"], "E"),
        (["أ", "ب", "د"], ["أ", "ب", "ج"], "ه"),
        (["ا", "ج"], ["أ", "ب"], "د"),
        (["ألف", "جيم"], ["ألف", "باء"], "دال"),
        (["А", "Б", "Г"], ["А", "Б", "В"], "Д"),
        (["а", "в"], ["а", "б"], "г"),
        (["一", "三"], ["一", "二"], "四"),
        (["九", "十", "十二"], ["一", "二", "三"], "十三"),
        (["1", "5"], ["1", "2"], "6"),
        (["١", "٣"], ["١", "٢"], "٤"),
        (["1.1", "3.1"], ["1.1", "2.1"], "4.1"),
        (["1.1", "1.1", "2.1"], ["1.1", "2.1", "3.1"], "3.1"),
        (["1.1", "1.2", "3.1", "3.3"], ["1.1", "1.2", "2.1", "2.2"], "3.4"),
        (["1.1", "", ""], ["1.1", "2.1", "3.1"], "2.1"),
        (["1-1", "3-1"], ["1-1", "2-1"], "4-1"),
    ],
)
def test_gaps_are_closed_and_the_next_number_given_in_the_style_at_hand(
    numbers: list[str], mended: list[str], next_one: str
) -> None:
    assert sequence(numbers, (), "A") == mended
    assert is_sound(mended)
    assert not is_sound(numbers) or numbers == sequence(numbers, (), "A", start=numbers[0])
    assert following([number for number in numbers if number], numbers, "A") == next_one


def test_siblings_without_numbers_take_the_style_of_the_level_elsewhere() -> None:
    assert sequence(["", ""], ["أ", "ب"], "a") == ["أ", "ب"]
    assert sequence(["", ""], (), "a") == ["a", "b"]
    assert following([], ["一", "二"], "a") == "一"
    assert following([], (), "1.1") == "1.1"


def test_a_sequence_begins_where_it_is_told_to() -> None:
    assert sequence(["C", "E"], (), "A", start="C") == ["C", "D"]
    assert sequence(["3.1", "5.1"], (), "1.1", start="3.1") == ["3.1", "4.1"]
    assert is_sound(["C", "D"])


def test_what_no_style_reads_stays_as_it_is() -> None:
    assert following(["Annex"], (), "A") == ""
    assert is_sound(["A"])
    assert not is_sound(["A", ""])
    assert not is_sound([])


@pytest.mark.parametrize("style", STYLES)
def test_every_style_reads_what_it_writes(style) -> None:
    symbols = [symbol for number in range(1, 60) if (symbol := style.symbol(number))]
    assert len(set(symbols)) == len(symbols) >= 28
    assert [style.value(symbol) for symbol in symbols] == list(range(1, len(symbols) + 1))
