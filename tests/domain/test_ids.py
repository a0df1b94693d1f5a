"""Ids."""

from rbb_editor.domain.ids import LENGTH, encode, is_id, new_id


def test_new_ids_differ_and_are_ids() -> None:
    ids = [new_id() for _ in range(200)]
    assert len(set(ids)) == 200
    assert all(is_id(id) and len(id) == LENGTH for id in ids)


def test_greater_numbers_sort_later() -> None:
    numbers = [0, 1, 31, 32, 2**80, 2**127]
    assert [encode(number) for number in numbers] == sorted(encode(number) for number in numbers)


def test_what_is_no_id() -> None:
    assert not any(is_id(text) for text in ("", "a b", "ä", "a" * 65, "a;b", "a\n"))
    assert is_id("Row_1-b")
