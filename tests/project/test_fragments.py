"""Sections on the clipboard: out of one report and into another, and what other programs read of them."""

import pytest
from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.edits import copying
from rbb_editor.errors import UserError
from rbb_editor.project.fragments import as_table, packed, unpacked
from tests.made_up import small_report


@pytest.mark.parametrize("id", ["A", "a", "a11", "B11"])
def test_a_section_arrives_whole(id: str) -> None:
    report = small_report()
    fragment = unpacked(packed(report, id, notes=True), "clipboard")
    assert (fragment.section.id, fragment.section.level) == (id, report.section(id).level)
    assert [node.id for node in fragment.report.walk(id)] == [node.id for node in report.walk(id)]
    pairs = zip(report.outputs(id), fragment.report.outputs(id), strict=True)
    assert all(there == replace(here, rank=there.rank) for here, there in pairs)
    assert [note.id for note in fragment.report.about("letters")] == (
        [note.id for note in report.about("letters")] if id[0] in "Aa" else []
    )


def test_comments_stay_where_they_are_unless_asked_for() -> None:
    fragment = unpacked(packed(small_report(), "A", notes=False), "clipboard")
    assert fragment.report.noted() == []


def test_it_goes_into_another_report() -> None:
    report, other = small_report(), small_report()
    fragment = unpacked(packed(report, "b", notes=False), "clipboard")
    change = copying.insert(other, fragment.report, fragment.section.id, "B", "B11")
    assert change is not None
    other.apply(change)
    assert [section.title for section in other.sections("B")] == ["Parcels are wrapped", "Office of Stamps"]


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"section": "x", "report": {}}', b'{"section": 5}'])
def test_garbage_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        unpacked(data, "clipboard")
    assert "Nothing was changed." in caught.value.text.in_english()


def test_a_section_the_fragment_does_not_hold_is_refused() -> None:
    data = packed(small_report(), "b", notes=False).replace(b'"section": "b"', b'"section": "gone"')
    with pytest.raises(UserError):
        unpacked(data, "clipboard")


def test_other_programs_get_headings_and_the_table() -> None:
    rows = as_table(small_report(), "a", resources.language("en"))
    assert rows[:2] == [["(a) Office of the Postmaster"], ["1.1 Letters arrive"]]
    assert rows[2] == ["40 letters to Member States", "35", "35 letters were sent"]
    assert rows[4][0] == ""
