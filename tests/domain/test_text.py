"""Texts as values."""

import json

from rbb_editor.domain.text import N_, Text


def test_fields_and_plural() -> None:
    assert Text.of(N_("{name} was read"), name="A").in_english() == "A was read"
    rows = {n: Text.of(N_("{count} row"), plural="{count} rows", count=n).in_english() for n in (0, 1, 2)}
    assert rows == {0: "0 rows", 1: "1 row", 2: "2 rows"}


def test_texts_in_texts_survive_the_journal() -> None:
    inner = Text.of("{count} row", plural="{count} rows", count=3)
    outer = Text.of("{what}: {{as is}} {number}", what=inner, number=7)
    back = Text.from_data(json.loads(json.dumps(outer.to_data())))
    assert back == outer
    assert back.in_english() == "3 rows: {as is} 7"


def test_braces_without_fields() -> None:
    assert Text.of("a {{b}}").in_english() == "a {b}"
