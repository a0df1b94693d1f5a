"""The lines of the history: which field of which figure a change made another."""

from rbb_editor.domain.differences import Difference, differences, touched
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.edits import checks, comments, front, outputs, sections
from tests.made_up import NOW, small_report


def seen(change) -> list[tuple[object, ...]]:
    return [(each.id, each.component, each.field, each.before, each.after) for each in differences(change)]


def test_a_field_of_a_figure():
    change = outputs.set_remarks(small_report(), "visits", "visits2", "Five")
    assert seen(change) == [("visits", "visits2", "remarks", "5 workshops were held", "Five")]
    assert touched(change) == {"visits", "a11"}


def test_a_deleted_output_shows_all_that_went_with_it():
    change = outputs.delete_outputs(small_report(), ["letters"])
    assert ("letters", None, "planned_text", "40 letters to Member States", "") in seen(change)
    assert ("letters", "letters1", "completed", "35", "") in seen(change)
    assert ("letters", "letters1", "comment", "Why fewer?", "") in seen(change)


def test_an_added_and_a_deleted_figure():
    report = small_report()
    assert seen(outputs.add_component(report, "visits")) == []  # nothing is in it yet
    gone = seen(outputs.delete_component(report, "visits", "visits1"))
    assert gone == [
        ("visits", "visits1", "completed", "2", ""),
        ("visits", "visits1", "remarks", "2 visits were made", ""),
    ]


def test_nodes_front_matter_and_notes():
    report = small_report()
    assert seen(sections.rename(report, "A", "Mail")) == [("A", None, "title", "Department of Letters", "Mail")]
    assert seen(outputs.move_outputs(report, ["letters"], "B11", None)) == [("letters", None, "place", None, None)]
    assert seen(front.set_info(report, abbreviations=())) == [
        ("report", None, "abbreviations", "MUM Made-up Mission", "")
    ]
    resolved = comments.set_resolved(report, "c1", resolved=True)
    assert list(differences(resolved)) == [Difference("letters", "letters1", "resolved", None, None)]
    waived = comments.waive(report, "excess-unexplained", "visits", "Fine", author="R", time=NOW)
    assert seen(waived) == [("visits", None, "waiver", "", "Fine")]
    assert "visits" in touched(waived)


def test_what_a_report_asks_of_its_checks_is_told_rule_by_rule():
    report = small_report()
    off, strict = RuleSetting("report-long", on=False), RuleSetting("excess-unexplained", severity="error")
    change = checks.set_profile(report, [off, strict])
    assert seen(change) == [
        ("report", None, "profile", RuleSetting("excess-unexplained"), strict),
        ("report", None, "profile", RuleSetting("report-long"), off),
    ]
    assert seen(change.inverse())[0] == ("report", None, "profile", strict, RuleSetting("excess-unexplained"))
