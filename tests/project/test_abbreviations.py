"""Where short forms are used, and lists of abbreviations out of pasted lines."""

from rbb_editor.domain.report import Report
from rbb_editor.edits import front
from rbb_editor.project.abbreviations import counting, from_table
from tests.made_up import small_report


def uses(report: Report, *shorts: str) -> list[int]:
    counts = list(counting(report, shorts, at_a_time=2))[-1]
    return [counts[short] for short in shorts]


def test_texts_are_counted_not_places_and_only_whole_words() -> None:
    report = small_report()
    assert uses(report, "letters", "letter", "visits", "ACABQ", "") == [3, 0, 2, 0, 0]


def test_words_of_scripts_without_spaces_are_found_within_others() -> None:
    report = small_report()
    change = front.set_info(report, summary="维和部和外勤部。维和部", title="联合国维和部")
    assert change is not None
    report.apply(change)
    assert uses(report, "维和部", "外勤部", "安保部") == [2, 1, 0]


def test_the_list_itself_is_no_use() -> None:
    report = small_report()
    change = front.add_abbreviations(report, [("ACABQ", "ACABQ in full")])
    assert change is not None
    report.apply(change)
    assert uses(report, "ACABQ") == [0]


def test_lines_of_a_pasted_list_in_the_forms_people_use() -> None:
    rows = [["AU", "African Union"], ["", "EU", "European Union"], ["OIOS: Oversight"], ["维和部：维持和平行动部"],
            ["DPKO – Department"], ["A  B"], ["alone"], [""], []]  # fmt: skip
    assert from_table(rows) == [
        ("AU", "African Union"),
        ("EU", "European Union"),
        ("OIOS", "Oversight"),
        ("维和部", "维持和平行动部"),
        ("DPKO", "Department"),
        ("A", "B"),
        ("alone", ""),
    ]
