"""What the robot does with the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from tests.gui.robot.robot import Robot

KEYS = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab) * 3,
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F2) * 3,
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Space),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_F8, Qt.Key.Key_F6, Qt.Key.Key_Menu, Qt.Key.Key_Insert, Qt.Key.Key_F4),
)  # fmt: skip
MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 8,
    *(Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier) * 2,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
WORDS = (
    "12",
    "2 091",
    "yes",
    "70%",
    "No",
    "<b>bold</b> & more",
    "The lower output was due to",
    "the",
    "x" * 300,
    "[(",
    "0",
)
HAN = ("会议", "全部", "是", "实际产出较低是因为", "٧", "أسباب")
PASTES = (
    "1\t2\t3\n4\t5\t6",
    "one\nline\nafter another",
    "=1+1\t+2\t@x",
    'quoted "text"\t"with\nnewline"',
    "\x00\x07 control \x1f characters\u200b",
    "plain",
    "",
    "\t\t\n\n\t",
    "5\n" * 60,
    "a long text " * 400,
)
ENDING = ("Ctrl+Q", "Ctrl+P")
"""Shortcuts that end the program or ask the computer for a printer."""

NAMED = frozenset({"Up", "Down", "Left", "Right", "Del", "Ins", "Home", "End", "PgUp", "PgDown", "Return", "Backspace"})
"""Keys with a name that every keyboard has."""


def key(robot: "Robot") -> str:
    """A key that moves, ends or changes something."""
    pressed, modifier = robot.chance.choice(KEYS), robot.chance.choice(MODIFIERS)
    target = type(robot.target()).__name__
    QTest.keyClick(robot.target(), pressed, modifier)
    return f"{target} ← {modifier.name} {pressed.name}"  # the last entry of a menu may have ended the window


def type_text(robot: "Robot") -> str:
    """Some letters."""
    text = robot.chance.choice(WORDS)
    target = robot.target()
    for letter in text[: robot.chance.randint(1, 20)]:
        QTest.keyClick(target, letter)
        target = robot.target()
    return text[:20]


def compose(robot: "Robot") -> str:
    """Some letters through an input method."""
    text, target = robot.chance.choice(HAN), robot.target()
    QApplication.sendEvent(target, QInputMethodEvent(text, []))
    event = QInputMethodEvent()
    if robot.chance.random() < 0.8:
        event.setCommitString(text)
    if target is robot.target():
        QApplication.sendEvent(target, event)
    return text


def shortcut(robot: "Robot") -> str:
    """The keys of an entry of a menu, whatever has the keyboard."""
    actions = robot.window.menus.actions
    known = {each.toString() for action in actions.values() for each in action.shortcuts()} - {*ENDING}
    usual = sorted(each for each in known if _is_usual(each.rsplit("+", 1)[-1]))
    chosen = robot.chance.choice([*usual, "Ctrl+D", "Ctrl+Shift+Left", "Ctrl+Shift+Right", "Ins"])
    QTest.keySequence(robot.target(), QKeySequence(chosen))
    return chosen


def _is_usual(name: str) -> bool:
    """Whether keyboards have a key, which is not so for one named "Cut" or "Save"."""
    return len(name) == 1 or name[1:].isdigit() or name in NAMED


def paste(robot: "Robot") -> str:
    """Pastes anything, or copies or cuts what is chosen."""
    if robot.chance.random() < 0.4:
        data = QMimeData()
        text = robot.chance.choice(PASTES)
        data.setText(text)
        if robot.chance.random() < 0.3:
            cells = "".join(f"<td>{cell}</td>" for cell in text.split("\t"))
            data.setHtml(f"<table><tr>{cells}</tr></table>")
        QGuiApplication.clipboard().setMimeData(data)
    standard = QKeySequence.StandardKey
    which = robot.chance.choice((*(standard.Paste,) * 4, *(standard.Copy,) * 2, standard.Cut))
    QTest.keySequence(robot.target(), QKeySequence(which))
    return which.name
