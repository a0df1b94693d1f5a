"""Numbers are printed in the form of the document language and read back from it."""

import pytest

from rbb_editor import resources
from rbb_editor.document.numbering import (
    accomplishment_label,
    department_number,
    office_number,
    split_accomplishment,
    split_heading,
    unprinted,
)


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar", "zh"])
@pytest.mark.parametrize("number", ["A", "a", "1.1", "二", "ثانيا"])
def test_what_is_printed_is_read_back(code: str, number: str) -> None:
    language = resources.language(code)
    for form, printed in (
        ("department_form", department_number(number, language)),
        ("office_form", office_number(number, language)),
    ):
        assert unprinted(printed, language.phrases[form]) == number
        assert split_heading(f"\t{printed}\tA title: with (signs).", language.phrases[form]) == (
            number,
            "A title: with (signs).",
        )
    for given in (number, ""):
        label = accomplishment_label(given, language)
        gap = "" if label.endswith("：") else " "
        assert split_accomplishment(f"{label}{gap}Title: more", language) == (given, "Title: more")


def test_headings_typed_by_hand() -> None:
    forms = resources.language("en").phrases
    assert split_heading("B. New department", forms["department_form"]) == ("B", "New department")
    assert split_heading("(c) New office", forms["office_form"]) == ("c", "New office")
    assert split_heading("No number", forms["office_form"]) == ("", "No number")


def test_no_number_prints_nothing() -> None:
    language = resources.language("en")
    assert department_number("", language) == office_number("", language) == ""
    assert accomplishment_label("", language) == "Expected accomplishment:"
