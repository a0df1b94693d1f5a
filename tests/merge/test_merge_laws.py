"""What must hold of any merge: nothing is changed unseen, and no edit of either side is lost."""

from random import Random

import pytest

from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.report import ALLOWED_PARENTS, Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import levels, sections
from rbb_editor.merge import Comparison, Decision, Side, compare, merged
from rbb_editor.merge.differences import Spot
from tests.made_up import small_report
from tests.random_edits import random_change

LABEL = Text.of("Merge")
SEEDS = range(60)


def edited(report: Report, seed: int, edits: int) -> Report:
    """The report after some random edits."""
    chance, copy = Random(seed), report.snapshot()
    for _ in range(edits):
        change = random_change(copy, chance)
        if change is not None:
            copy.apply(change)
    return copy


def decided(comparison: Comparison, side: Side, *, conflicts: bool = True) -> Report:
    """Ours after one decision about everything."""
    wanted = [each for each in comparison.differences if conflicts or not each.conflict]
    change = merged(comparison, {each.spot: Decision(side) for each in wanted}, LABEL)
    result = comparison.ours.snapshot()
    if change is not None:
        result.apply(change)
    return result


def says(report: Report) -> list[object]:
    """All that a report says in its order, ranks apart."""
    lines: list[object] = [report.info]
    for node in report.walk():
        if isinstance(node, Section):
            lines.append((node.id, node.level, node.parent, node.number, node.title))
        else:
            lines.append((node.id, node.parent, node.planned_text, node.components))
        lines += report.about(node.id)
    return lines + list(report.about("report"))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_only_they_changed_makes_theirs(seed: int):
    base = small_report()
    theirs = edited(base, seed, 1 + seed % 12)
    comparison = compare(base, base, theirs)
    assert not list(comparison.conflicts())
    assert says(decided(comparison, Side.THEIRS)) == says(theirs)
    assert not compare(base, decided(comparison, Side.THEIRS), theirs).differences


@pytest.mark.parametrize("seed", SEEDS)
def test_what_only_we_changed_is_no_difference(seed: int):
    base = small_report()
    ours = edited(base, seed, 1 + seed % 12)
    assert compare(base, ours, base).differences == ()
    assert compare(base, ours, ours).differences == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_rejecting_everything_changes_nothing(seed: int):
    base = small_report()
    comparison = compare(base, edited(base, seed, 6), edited(base, seed + 1000, 6))
    assert merged(comparison, {each.spot: Decision(Side.OURS) for each in comparison.differences}, LABEL) is None
    assert merged(comparison, {}, LABEL) is None


@pytest.mark.parametrize("seed", range(200))
def test_no_edit_is_lost(seed: int):
    base = small_report()
    ours, theirs = edited(base, seed, 1 + seed % 9), edited(base, seed + 5000, 1 + seed % 7)
    comparison = compare(base, ours, theirs)
    clashing = {each.spot.target for each in comparison.conflicts()}
    result = decided(comparison, Side.THEIRS, conflicts=False)
    for side in (ours, theirs):
        for node in side.walk():
            kept = result.get(node.id)
            if node != base.get(node.id) and not clashing & above(node.id, ours, theirs, base):
                assert kept is not None, f"{node.id} is lost"
                if isinstance(node, Output):
                    assert isinstance(kept, Output)
                    assert_texts_kept(base, node, kept)


def above(id: str, *reports: Report) -> set[str]:
    """A node and all sections that stand above it in any of the reports."""
    return {id, *(section.id for report in reports for section in report.path(id))}


def assert_texts_kept(base: Report, edited_node: Output, kept: Output) -> None:
    was = base.get(edited_node.id)
    before = {each.id: each for each in was.components} if isinstance(was, Output) else {}
    after = {each.id: each for each in kept.components}
    for each in edited_node.components:
        if each.id in before and each.id in after:
            for name in ("completed", "remarks", "explanation", "planned", "label"):
                if getattr(each, name) != getattr(before[each.id], name):
                    assert getattr(after[each.id], name) == getattr(each, name)


@pytest.mark.parametrize("seed", range(200))
def test_taking_theirs_everywhere_gives_a_sound_report(seed: int):
    base = small_report()
    ours, theirs = edited(base, seed, 8), edited(base, seed + 9000, 8)
    result = decided(compare(base, ours, theirs), Side.THEIRS)
    assert Report(result.entities()) == result
    again = compare(base, result, theirs)
    assert not again.differences, "what was taken is still a difference"


def restructured(report: Report, seed: int, edits: int) -> Report:
    """The report after some random edits of its structure."""
    chance, copy = Random(seed), report.snapshot()
    for _ in range(edits):
        nodes = [node for node in copy.walk() if isinstance(node, Section)]
        if not nodes:
            break
        node, above = chance.choice(nodes), chance.choice(nodes)
        change = None
        match chance.randrange(5):
            case 0:
                change = levels.raise_level(copy, node.id)
            case 1:
                change = levels.lower_level(copy, node.id)
            case 2 if above.level in ALLOWED_PARENTS[node.level]:
                change = sections.move(copy, node.id, above.id, None)
            case 3 if node.level is Level.DEPARTMENT:
                change = sections.add_section(copy, Level.OFFICE, node.id, None, "", "Office")
            case 4 if chance.random() < 0.3:
                change = sections.delete(copy, [node.id])
        if change is not None:
            copy.apply(change)
    return copy


@pytest.mark.parametrize("seed", range(300))
def test_any_decisions_about_the_structure_give_a_sound_report(seed: int):
    """Whatever is taken alone: an office may not stay where theirs made an office of its department."""
    chance = Random(seed)
    base = restructured(small_report(), seed + 100, 6)
    ours, theirs = (
        restructured(base, seed, chance.randrange(7)),
        restructured(base, seed + 7000, 1 + chance.randrange(9)),
    )
    comparison = compare(base, ours, theirs)
    for each in comparison.differences:
        assert_sound(comparison, {each.spot})
    for _ in range(3):
        assert_sound(comparison, {each.spot for each in comparison.differences if chance.random() < 0.5})


def assert_sound(comparison: Comparison, spots: set[Spot]) -> None:
    change = merged(comparison, {spot: Decision(Side.THEIRS) for spot in spots}, LABEL)
    result = comparison.ours.snapshot()
    if change is not None:
        result.apply(change)
    assert Report(result.entities()) == result
