"""Numbers in digits and words, in six languages."""

from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor import resources
from rbb_editor.domain.counts import find_counts
from rbb_editor.domain.duals import find_duals
from rbb_editor.domain.figures import format_number, numbers_in, read_actual
from rbb_editor.domain.folding import fold
from rbb_editor.domain.number_characters import chinese_value
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.values import Actual, ActualKind

CODES = ("en", "fr", "es", "ru", "ar", "zh")

NUMBERS = [
    ("en", "two hundred and forty-one letters", [241]),
    ("en", "a dozen notes, one note and thirty-three calls", [12, 1, 33]),
    ("en", "12,345 messages in 2.5 hours", [12345, 2.5]),
    ("en", "1 234 files, 3 million pages", [1234, 3_000_000]),
    ("en", "one, two and three", [1, 2, 3]),
    ("fr", "quatre-vingt-dix-sept lettres et soixante et onze notes", [97, 71]),
    ("fr", "deux cent trente-six dossiers, vingt et une fiches", [236, 21]),
    ("fr", "3,5 jours et 1 234 567 pages", [3.5, 1234567]),
    ("fr", "dix-neuf appels, mille deux cents cartes", [19, 1200]),
    ("es", "treinta y nueve cartas, doscientas diez fichas", [39, 210]),
    ("es", "12.345 mensajes y veintidós llamadas", [12345, 22]),
    ("ru", "сорока пяти писем, двумя записками и тысячи карточек", [45, 2, 1000]),
    ("ru", "ста двадцати восьми дел; 12 345 обращений", [128, 12345]),
    ("ar", "خمس وعشرون رسالة وثلاث مذكرات", [25, 3]),
    ("ar", "ثلاثة عشر ملفا ومائة بطاقة", [13, 100]),
    ("ar", "٢ ٣٤٥ رسالة و ١٢٫٥ صفحة", [2345, 12.5]),
    ("ar", "رسالتان", [2]),
    ("zh", "二十五封信、一百零八份函件和两次电话会议", [25, 108, 2]),
    ("zh", "１２３ 封信，３万份", [123, 30000]),
    ("zh", "第三次会议、统一项目、十二周年", []),
]


@pytest.mark.parametrize(("code", "text", "expected"), NUMBERS)
def test_numbers_in_text(code: str, text: str, expected: list[float]) -> None:
    assert [number.value for number in numbers_in(text, resources.language(code))] == expected


PERCENTAGES = [
    ("en", "85 per cent", 85),
    ("en", "12.5%", 12.5),
    ("fr", "85 %", 85),
    ("fr", "quatre-vingts pour cent", 80),
    ("es", "el 40 por ciento", 40),
    ("ru", "75 процентов", 75),
    ("ar", "60 في المائة", 60),
    ("ar", "٦٠٪", 60),
    ("zh", "百分之七十五", 75),
    ("zh", "75％", 75),
]


@pytest.mark.parametrize(("code", "text", "expected"), PERCENTAGES)
def test_percentages(code: str, text: str, expected: float) -> None:
    (number,) = find_numerals(fold(text).text, resources.language(code).numerals)
    assert (number.value, number.percent) == (expected, True)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"])
@pytest.mark.parametrize("code", CODES)
def test_any_space_groups_thousands(code: str, space: str) -> None:
    assert read_actual(f"12{space}345", resources.language(code)) == Actual(ActualKind.QUANTITY, 12345)


def test_places_lead_back_to_the_text() -> None:
    text = "وجرى\u200f إعدادُ ١٢ رسالةً و 3 مذكرات"
    assert [text[n.start : n.end] for n in numbers_in(text, resources.language("ar"))] == ["١٢", "3"]


NAMES = [
    ("en", "resolution 64/12, A/64/12, 4 June 2019, in 2019, 2018/19, phase 3, within 30 days, No. 7, version 2.1"),
    ("fr", "résolution 64/12, le 4 juin 2019, phase 3, dans un délai de 30 jours, article 9"),
    ("es", "resolución 64/12, 4 de junio de 2019, fase 3, en un plazo de 30 días, artículo 9"),
    ("ru", "резолюция 64/12, 4 июня 2019 года, этап 3, в течение 30 дней, статья 9"),
    ("ar", "القرار 64/12، 4 حزيران/يونيه 2019، المرحلة 3، خلال 30 يوما، المادة 9"),
    ("zh", "第 64/12 号决议、2019 年 6 月 4 日、阶段 3、30 天内、第 9 条、12 个月内"),
]


@pytest.mark.parametrize(("code", "text"), NAMES)
def test_numbers_that_count_nothing(code: str, text: str) -> None:
    assert [count for count in find_counts(fold(text).text, resources.language(code)) if not count.article] == []


@given(st.integers(0, 10**9), st.sampled_from(CODES))
def test_written_numbers_are_read_back(value: int, code: str) -> None:
    language = resources.language(code)
    assert read_actual(format_number(value, language), language) == Actual(ActualKind.QUANTITY, value)
    percent = read_actual(format_number(value, language, percent=True), language)
    assert percent == Actual(ActualKind.PERCENT, value)


@given(st.integers(0, 9999).map(lambda n: n / 10), st.sampled_from(CODES))
def test_written_fractions_are_read_back(value: float, code: str) -> None:
    language = resources.language(code)
    assert read_actual(format_number(value, language), language) == Actual(ActualKind.QUANTITY, value)


@given(st.text(alphabet="〇一二三四五六七八九十百千万亿两零", max_size=9))
def test_any_chinese_characters_are_a_number_or_none(text: str) -> None:
    value = chinese_value(text)
    assert value is None or value >= 0


def test_chinese_numbers() -> None:
    values = [
        chinese_value(text) for text in ("十", "一百二十五", "三千零四", "两万", "一亿二千万", "二〇一九", "一二百")
    ]
    assert values == [10, 125, 3004, 20000, 120_000_000, 2019, None]


class Watched(str):
    """A text that counts the letters which are copied out of it."""

    copied = 0

    def __getitem__(self, part: SupportsIndex | slice) -> str:
        found = super().__getitem__(part)
        self.copied += len(found)
        return found


def test_no_dual_looks_at_all_of_the_text_before_it() -> None:
    text = Watched(fold("تقريرين، اجتماعين، " * 2000).text)
    assert len(list(find_duals([text], resources.language("ar").numerals))) == 4000
    assert text.copied < 20 * len(text)
