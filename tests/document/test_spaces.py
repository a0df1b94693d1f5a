"""No-break spaces of the printed form: where they stand, and that a text is known again from what is printed of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor import resources
from rbb_editor.document.blocks import Table
from rbb_editor.document.compose import compose
from rbb_editor.document.spaces import NO_BREAK, OWN, printer, read_back, unspaced
from rbb_editor.domain.entities import Abbreviation, Component, Level, Note, Output, ReportInfo, Section
from rbb_editor.domain.report import Report
from rbb_editor.project.sample import make_sample

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
PIECES = st.sampled_from(
    [
        "1",
        "600",
        "2018",
        "12",
        "000",
        " ",
        NO_BREAK,
        OWN,
        "per cent",
        "%",
        "km",
        "июня",
        "天",
        "visits",
        ",",
        "\n",
        "٣",
        ":",
        "«",
        "»",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "1 600 000 visits", "1~600~000 visits"),
        ("en", "from 1 July 2017 to 30 June 2018", "from 1~July 2017 to 30~June 2018"),
        ("en", "80 per cent, 12 km, 5 days", "80~per cent, 12~km, 5~days"),
        ("en", "in 2018 150 visits and 12 reports", "in 2018 150 visits and 12 reports"),
        ("en", "1 6000 and 10 00", "1 6000 and 10 00"),
        ("fr", "30 juin, 1 600 jours, 12 %", "30~juin, 1~600~jours, 12~%"),
        ("fr", "Budget : « oui » ; non ? Si !", "Budget~: «~oui~»~; non~? Si~!"),
        ("en", "Budget : « yes »", "Budget : « yes »"),
        ("ru", "30 июня и 5 миллионов", "30~июня и 5~миллионов"),
        ("ar", "1 762 و 30 حزيران", "1~762 و 30~حزيران"),
        ("zh", "2 091 次，30 天", "2~091 次，30~天"),
        ("es", "12 informes y 3 reuniones", "12 informes y 3 reuniones"),
    ],
)
def test_numbers_units_and_months_stay_together(language: str, text: str, printed: str) -> None:
    assert printer(resources.language(language))(text) == printed.replace("~", NO_BREAK)


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_a_text_is_known_again_from_what_is_printed(text: str, language: str) -> None:
    printed = printer(resources.language(language))(text)
    text = text.replace(OWN, "")  # no text holds it
    assert read_back(printed) == text
    assert unspaced(printed) == unspaced(text)
    assert len(printed) == len(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_texts_of_the_printed_form_have_them(language: str) -> None:
    words = resources.language(language)
    info = ReportInfo(
        language=language,
        title="1 600",
        summary="2 600",
        section_title="3 600",
        notes=(Note("*", "4 600"),),
        abbreviations=(Abbreviation("A", "5 600"),),
    )
    texts = ("6 600", "7 600", "8 600", "9 600", "10 600", "11 600")
    blocks = compose(
        Report(
            [
                info,
                Section("d", Level.DEPARTMENT, None, "i", "A", texts[0]),
                Section("a", Level.ACCOMPLISHMENT, "d", "i", "1.1", texts[1]),
                Output("p", "a", "i", texts[2], (Component("c", texts[3], texts[4], texts[5]),)),
            ]
        ),
        words,
    )
    printed = repr(blocks)
    assert not re.findall(r"\d 600", printed)
    assert printed.count(f"{ascii(NO_BREAK)[1:-1]}600") == 5 + len(texts) + 2  # the contents tell two of them again


@pytest.mark.parametrize("language", LANGUAGES)
def test_blocks_change_in_their_spaces_only(language: str) -> None:
    words = resources.language(language)
    blocks = compose(make_sample(60, language), words)
    assert NO_BREAK in repr(blocks).replace("\\xa0", NO_BREAK)
    printed = printer(words)
    again = [row.planned for block in blocks if isinstance(block, Table) for row in block.rows if row.planned]
    assert [printed(read_back(each)) for each in again] == again
