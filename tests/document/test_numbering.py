"""Numbers are printed in the form of the document language and read back from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor import resources
from rbb_editor.document.numbering import (
    accomplishment_label,
    department_number,
    office_number,
    split_accomplishment,
    split_department,
    split_heading,
    split_office,
    unprinted,
)
from tests.strategies import LANGUAGES


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar", "zh"])
@pytest.mark.parametrize("number", ["A", "a", "1.1", "二", "ثانيا"])
def test_what_is_printed_is_read_back(code: str, number: str) -> None:
    language = resources.language(code)
    for form, printed in (("office_form", office_number(number, language)),):
        assert unprinted(printed, language.phrases[form]) == number
    printed = department_number(number, language)
    assert split_department(f"\t{printed}\tA title: with (signs).", language) == (number, "A title: with (signs).")
    printed = office_number(number, language)
    assert split_office(f"\t{printed}\tA title: with (signs).", language) == (number, "A title: with (signs).")
    for each in (number, ""):
        label = accomplishment_label(each, language)
        gap = "" if label.endswith("：") else " "
        assert split_accomplishment(f"{label}{gap}Title: more", language) == (each, "Title: more")


def test_arabic_letters_are_printed_as_arabic_documents_have_them() -> None:
    arabic = resources.language("ar")
    assert department_number("ثانيا", arabic) == "ثانيا -"
    assert department_number("ألف", arabic) == "ألف -"
    assert office_number("أ", arabic) == "(أ)"
    assert department_number("A", arabic) == "A."
    assert split_department("ألف - إدارة عمليات السلام", arabic) == ("ألف", "إدارة عمليات السلام")
    assert split_department("ألف. إدارة عمليات السلام", arabic) == (
        "ألف",
        "إدارة عمليات السلام",
    )  # as it was printed once


@given(
    number=st.text("Aa1.-)( ألف", max_size=6).map(lambda text: " ".join(text.split())), code=st.sampled_from(LANGUAGES)
)
def test_no_number_changes_between_printing_and_reading(number: str, code: str) -> None:
    language = resources.language(code)
    assert split_department(f"\t{department_number(number, language)}\tTitle", language) == (number, "Title")
    assert split_office(f"\t{office_number(number, language)}\tTitle", language) == (number, "Title")


def test_headings_typed_by_hand() -> None:
    forms = resources.language("en").phrases
    assert split_heading("B. New department", forms["department_form"]) == ("B", "New department")
    assert split_heading("(c) New office", forms["office_form"]) == ("c", "New office")
    assert split_heading("No number", forms["office_form"]) == ("", "No number")


def test_no_number_prints_nothing() -> None:
    language = resources.language("en")
    assert department_number("", language) == office_number("", language) == ""
    assert accomplishment_label("", language) == "Expected accomplishment:"
