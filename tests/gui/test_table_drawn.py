"""What the table leaves on the screen by drawing only what has changed is what it would draw anew, after any step."""

import random
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rbb_editor.domain.values import Outcome
from rbb_editor.edits import outputs
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.rows import EVERYTHING, Filter
from rbb_editor.gui.table.view import TableView
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample

KEYS = (
    *(Qt.Key.Key_Down,) * 12,
    *(Qt.Key.Key_Up,) * 4,
    Qt.Key.Key_Right,
    Qt.Key.Key_Left,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp,
)

OVERHANG = 40
"""Pixels by which letters may reach over the edge of their cell: whether they show depends on what is drawn first."""


def on_screen(view: TableView) -> QImage:
    """The rows as they stand on the screen."""
    QApplication.processEvents()
    QApplication.processEvents()
    top = view.viewport().mapTo(view.window(), QPoint(0, 0))
    size = view.viewport().size()
    shown = view.screen().grabWindow(view.window().winId(), top.x(), top.y(), size.width(), size.height())
    return shown.toImage().convertToFormat(QImage.Format.Format_RGB32)


def anew(view: TableView) -> QImage:
    """The rows drawn from nothing."""
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def check(view: TableView, step: object) -> None:
    """The same picture both ways."""
    stands, wanted = on_screen(view), anew(view)
    assert stands.size() == wanted.size()
    assert stands == wanted or other_pixels(stands, wanted) <= OVERHANG, step


def other_pixels(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures differ."""
    here, there = bytes(one.constBits()), bytes(other.constBits())
    return sum(here[at : at + 4] != there[at : at + 4] for at in range(0, len(here), 4))


def test_after_keys_and_wheel(open_project: Callable, show_table: Callable[[Project], TableView]):
    for language in ("en", "ar"):
        view = show_table(open_project(make_sample(120, language)))
        view.resize(900, 620)
        view.set_scope(None)
        check(view, "opened")
        chance = random.Random(7)
        for number in range(120):
            if chance.random() < 0.25:
                turn(view, chance.choice((-360, -120, -17, 55, 120)))
                check(view, (language, number, "wheel"))
            else:
                key = chance.choice(KEYS)
                QTest.keyClick(view, key)
                check(view, (language, number, key))
        QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        check(view, "end")
        QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        check(view, "home")
        view.close()


def test_after_edits_filters_and_other_sizes(open_project: Callable, show_table: Callable[[Project], TableView]):
    project = open_project(make_sample(60, "en"))
    view = show_table(project)
    view.resize(900, 620)
    view.set_scope(None)
    chance = random.Random(3)
    for number in range(30):
        QTest.keyClick(view, chance.choice(KEYS))
        place = view.current()
        assert place is not None
        text = "Held as planned. " * chance.choice((0, 1, 9, 40))
        project.do(outputs.set_remarks(project.report, place.output, place.component, text))
        check(view, (number, "remarks"))
        if number % 5 == 0:
            project.do(outputs.delete_outputs(project.report, [place.output]))
            check(view, (number, "deleted"))
            project.undo()
            check(view, (number, "undone"))
    view.set_filter(Filter(outcomes=frozenset({Outcome.SHORTFALL})))
    check(view, "few")
    view.set_filter(Filter(text="there is no such text"))
    check(view, "none")
    view.set_filter(EVERYTHING)
    check(view, "all")
    view.set_scope(project.report.output(place.output).parent)
    check(view, "a short table")
    for width, height in ((700, 500), (1300, 900), (500, 300)):
        view.resize(width, height)
        check(view, (width, height))
    view.dress.set_zoom(150)
    check(view, "zoomed")
    view.edit_field(Field.REMARKS)
    QTest.keyClicks(QApplication.focusWidget(), "some words more " * 40)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    check(view, "typed and given up")


def turn(view: TableView, by: int) -> None:
    """Turns the wheel."""
    at = QPointF(200, 200)
    none = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(0, by), QPoint(0, by), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
