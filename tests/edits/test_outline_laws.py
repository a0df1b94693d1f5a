"""Laws of the edits of the outline over any report: undo restores all, the tree stays legal, nothing is lost."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.report import ALLOWED_PARENTS, Report
from rbb_editor.edits import copying, levels, numbering, places, sections
from tests.strategies import reports

SEEDS = st.integers(0, 2**32)


def random_edit(report: Report, chance: Random) -> Change | None:
    """Moves, copies, raises, lowers, renumbers or deletes a section at random."""
    every = [node for node in report.walk() if isinstance(node, Section)]
    if not every:
        return sections.add_section(report, Level.DEPARTMENT, None, None)
    section = chance.choice(every)
    homes = [None, *(each.id for each in every if not places.within(report, each.id, section.id))]
    homes = [home for home in homes if places.may_stand(report, section.level, home)]
    home = chance.choice(homes)
    after = chance.choice([None, *(node.id for node in report.children(home) if node.id != section.id)])
    match chance.randrange(7):
        case 0:
            return sections.move(report, section.id, home, after)
        case 1:
            return copying.duplicate(report, section.id)
        case 2:
            return levels.raise_level(report, section.id)
        case 3:
            return levels.lower_level(report, section.id)
        case 4:
            return numbering.renumber(report, section.parent, section.level)
        case 5:
            return copying.insert(report, report.snapshot(), section.id, home, after)
        case _:
            return sections.delete(report, [section.id]) if chance.random() < 0.3 else None


def assert_legal(report: Report) -> None:
    for node in report.walk():
        above = report.get(node.parent) if node.parent is not None else None
        if isinstance(node, Output):
            assert isinstance(above, Section)
            assert above.level is Level.ACCOMPLISHMENT
        else:
            assert (above.level if isinstance(above, Section) else None) in ALLOWED_PARENTS[node.level]


@given(reports(), SEEDS)
def test_every_way_through_the_outline_leads_back_and_stays_legal(report: Report, seed: int) -> None:
    chance = Random(seed)
    before = report.snapshot()
    order = [entity.id for entity in report.walk()]
    made = []
    for _ in range(10):
        if (change := random_edit(report, chance)) is not None:
            report.apply(change)
            made.append(change)
            assert_legal(report)
    for change in reversed(made):
        report.apply(change.inverse())
    assert report == before
    assert [entity.id for entity in report.walk()] == order


@given(reports(), SEEDS)
def test_a_copy_holds_all_that_the_original_holds_under_ids_of_its_own(report: Report, seed: int) -> None:
    every = [node for node in report.walk() if isinstance(node, Section)]
    if not every:
        return
    original = Random(seed).choice(every)
    change = copying.duplicate(report, original.id)
    assert change is not None
    report.apply(change)
    siblings = [node.id for node in report.children(original.parent)]
    copy = siblings[siblings.index(original.id) + 1]
    assert words(report, copy) == words(report, original.id)
    ids = [id for output in report.outputs() for id in (output.id, *(each.id for each in output.components))]
    assert len(set(ids)) == len(ids)
    assert not any(report.about(node.id) for node in report.walk(copy))


@given(reports())
def test_numbers_closed_up_have_no_gaps_and_closing_twice_changes_nothing(report: Report) -> None:
    for parent in [None, *(node.id for node in report.walk() if isinstance(node, Section))]:
        for level in Level:
            change = numbering.renumber(report, parent, level)
            if change is not None:
                report.apply(change)
            assert numbering.renumber(report, parent, level) is None
            numbers = [section.number for section in numbering.siblings_of(report, parent, level)]
            assert len(set(numbers)) == len(numbers)


def words(report: Report, id: str) -> list[object]:
    """Everything below a section that is printed, in order."""
    found: list[object] = [report.section(id).title]
    for node in report.walk(id):
        if isinstance(node, Output):
            found.append((node.planned_text, [(c.completed, c.remarks, c.explanation) for c in node.components]))
        else:
            found.append((node.level, node.number, node.title))
    return found
