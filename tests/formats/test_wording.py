"""The wordings by which an import knows headings, as data of each document language."""

import pytest

from rbb_editor import resources
from rbb_editor.formats.wording import BESIDE, Words, words_of


@pytest.mark.parametrize("code", resources.language_codes())
def test_every_kind_is_one_that_an_import_looks_for_and_has_words(code: str) -> None:
    others = resources.wordings(code)
    assert set(others) <= {*Words.__struct_fields__, *BESIDE}
    assert not [kind for kind in Words.__struct_fields__ if not getattr(words_of(code), kind)]


def test_a_language_without_other_wordings_has_none() -> None:
    assert resources.wordings("tlh") == {}
