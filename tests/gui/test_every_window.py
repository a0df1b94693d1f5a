"""What a screen reader and a hand on the keyboard meet in every window, dialog, panel and menu."""

import gc
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import getAllValidWrappers

from rbb_editor import gui
from rbb_editor.gui.actions import ACTIONS
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.flow import Flow
from rbb_editor.i18n import interface_languages
from tests.gui.every_window import Tour, make_program

TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)
CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QTabBar, *TEXTS)
UNDER_THE_HANDS = ("typing", "reasons", "writing")
"""Steps of the tour in which the keyboard is needed where it is."""
LETTER = re.compile(r"&(?=[^&\s])(.)")


@pytest.fixture
def language() -> str:
    return "en"


@pytest.fixture
def tour(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> Iterator[Tour]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    program = make_program(tmp_path, language=language)
    yield Tour(program, tmp_path)
    for window in tuple(program.windows):
        window.close()
    program.theme.setParent(None)
    program.deleteLater()
    qapp.processEvents()


def is_qts_own(widget: QWidget) -> bool:
    """Parts that Qt puts into its own widgets: the cross of a field, the arrows beside tabs, the days of a calendar."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QLineEdit, QTabBar, QComboBox, QCalendarWidget)):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a control: its name, its words, or those of the label it belongs to."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    buddies = (each.text() for each in widget.window().findChildren(QLabel) if each.buddy() is widget)
    return widget.accessibleName() or words or next(buddies, "")


def shown(root: QWidget) -> list[QWidget]:
    return [each for each in root.findChildren(QWidget) if each.isVisible() and each.window() is root.window()]


def test_every_control_says_its_name_and_can_be_reached(tour: Tour) -> None:
    bad = set()
    for where, root in tour.see(1440, 900):
        for control in shown(root):
            if not isinstance(control, CONTROLS) or is_qts_own(control):
                continue
            if not name_of(control).strip():
                bad.add(f"{where}: a {type(control).__name__} without a name")
            if control.isEnabled() and control.focusPolicy() is Qt.FocusPolicy.NoFocus and control.focusProxy() is None:
                bad.add(f"{where}: the keyboard does not reach {type(control).__name__} “{name_of(control)}”")
    assert bad == set()


@pytest.mark.parametrize("language", interface_languages())
def test_no_letter_is_given_twice_in_a_menu_or_a_dialog(tour: Tour) -> None:
    bad = set()
    for where, root in tour.see(1440, 900):
        if isinstance(root, QMenu):
            texts = [action.text() for action in root.actions() if not action.isSeparator()]
        else:
            texts = [each.text() for each in shown(root) if isinstance(each, (QAbstractButton, QLabel))
                     and not (isinstance(each, QLabel) and each.buddy() is None)]  # fmt: skip
            texts += [action.text() for bar in root.findChildren(QMenuBar) for action in bar.actions()]
        letters = Counter(found.group(1).lower() for text in texts if (found := LETTER.search(text)))
        bad |= {f"{where}: {letter} stands for {count} entries" for letter, count in letters.items() if count > 1}
    assert bad == set()


def looks_of(control: QWidget, root: QWidget) -> tuple[QImage, QImage]:
    """A control alone, and as it is seen on its window, with what shines through it."""
    place = QRect(control.mapTo(root, QPoint(0, 0)), control.size())
    return control.grab().toImage(), root.grab(place).toImage()


def test_the_keyboard_can_be_seen_on_every_control(tour: Tour, qapp: QApplication) -> None:
    """A control with the keyboard does not look like one without: a ring, a frame, another border."""
    alike, seen = set(), set()
    for where, root in tour.see(1440, 900):
        if isinstance(root, QMenu) or where.startswith(UNDER_THE_HANDS):
            continue
        root.activateWindow()
        controls = [each for each in shown(root) if isinstance(each, CONTROLS) and not is_qts_own(each)
                    and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
                    and each.focusProxy() is None]  # fmt: skip
        for control in controls:
            kind = (type(control).__name__, control.property("kind"), control.property("primary"), name_of(control))
            other = next((each for each in controls if each is not control), None)
            if kind in seen or other is None:
                continue
            seen.add(kind)
            other.setFocus(Qt.FocusReason.TabFocusReason)
            without = looks_of(control, root)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            if control.hasFocus() and looks_of(control, root) == without:
                alike.add(f"{where}: {type(control).__name__} “{name_of(control)}”")
    assert alike == set()
    assert len(seen) > 100


def ours(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    """All classes of the program that are a `kind` of widget, but for those that only others are made of."""
    for each in kind.__subclasses__():
        if each.__module__.startswith("rbb_editor") and not each.__subclasses__():
            yield each
        yield from ours(each)


def test_the_tour_shows_every_window_dialog_and_panel_there_is(tour: Tour) -> None:
    """A new window without its place in the tour would not be looked at by any of the tests here."""
    for module in walk_packages(gui.__path__, "rbb_editor.gui."):
        import_module(module.name)
    met: set[type[QWidget]] = set()
    for _, root in tour.see(1440, 900):
        met |= {type(widget) for widget in (root, *shown(root))}
    assert {f"{kind.__module__}.{kind.__name__}" for kind in ours(QWidget)} - {
        f"{kind.__module__}.{kind.__name__}" for kind in met
    } == set()


def test_no_python_object_stands_for_an_item_of_a_layout_of_qt(tour: Tour) -> None:
    """It would stay when the item goes, and whatever came to lie at its place could not be deleted without a crash."""
    seen = 0
    for _, _root in tour.see(1440, 900):
        items = [
            each for each in getAllValidWrappers() if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)
        ]
        flows = [each for each in gc.get_objects() if isinstance(each, Flow)]  # also of windows that are gone
        kept = {id(flow.itemAt(at)) for flow in flows for at in range(flow.count())}
        assert [each for each in items if id(each) not in kept] == []
        seen += len(kept)
    assert seen


def test_every_action_says_in_the_status_bar_what_it_does(tour: Tour) -> None:
    for _, window in tour.see(1440, 900):
        assert isinstance(window, MainWindow)
        actions = window.menus.actions
        assert [action.id for action in ACTIONS if not actions[action.id].statusTip()] == []
        assert [action.id for action in ACTIONS if not actions[action.id].toolTip()] == []
        titles = [action.text() for bar in window.findChildren(QMenuBar) for action in bar.actions()]
        letters = [found.group(1).lower() for text in titles if (found := LETTER.search(text))]
        assert len(letters) == len(set(letters)) == len(titles)
        window.close()
        break


def test_every_model_keeps_the_rules_of_qt(tour: Tour) -> None:
    """Each model is watched from the first time it is shown, through all that happens to it afterwards."""
    kinds = set()
    for _, root in tour.see(1440, 900):
        for view in root.findChildren(QAbstractItemView):
            model = view.model()
            if isinstance(view, QHeaderView) or not type(model).__module__.startswith("rbb_editor"):
                continue
            kinds.add(type(model).__name__)
            if model.findChild(QAbstractItemModelTester) is None:
                watch(model)
    assert {"TableModel", "OutlineModel", "FindingsModel"} <= kinds


def watch(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
