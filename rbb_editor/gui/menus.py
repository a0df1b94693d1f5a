"""Menus and toolbar built from the actions declared in `actions`."""

import re
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui import actions
from rbb_editor.gui.actions import (
    ACTIONS,
    IN_SUBMENUS,
    MENUS,
    RECENT,
    SHORTER,
    SUBMENUS,
    TOOLBAR,
    WORDLESS,
    Action,
    State,
)
from rbb_editor.gui.lines import own
from rbb_editor.gui.look.icons import TOOLBAR as ICON_SIZE
from rbb_editor.gui.view_switch import ViewSwitch

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow

KEYS_APART = 16
"""Pixels between the longest entry of a menu and its keys, besides what Qt leaves there."""
MIRRORED = frozenset({"undo", "redo", "share"})
"""Actions whose icons point along the reading direction."""


class Menus:
    """The QActions of one window by id, with the menus and the toolbar that show them."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._tr = window.say
        self._state = State()
        self.actions = {action.id: self._made(action) for action in ACTIONS}
        self.recent = QMenu(self._tr(SUBMENUS[RECENT]), window)
        self.recent.aboutToShow.connect(self._fill_recent)
        self.recolour()

    def fill_menu_bar(self) -> None:
        """Puts every menu into the window's menu bar."""
        bar = self._window.menuBar()
        for title, ids in MENUS:
            self.fill(bar.addMenu(self._tr(title)), ids)

    def discard(self) -> None:
        """Lets go of all of it, before the menus of another language take its place."""
        bar = self._window.menuBar()
        for each in (*(action.menu() for action in bar.actions()), self.recent, *self.actions.values()):
            if each is not None:
                each.deleteLater()
        bar.clear()

    def fill(self, menu: QMenu, ids: Iterable[str | None]) -> QMenu:
        """Puts actions into a menu."""
        menu.setToolTipsVisible(False)
        menu.aboutToShow.connect(partial(_widen, menu))
        for id in ids:
            if id is None:
                menu.addSeparator()
            elif id == RECENT:
                menu.addMenu(self.recent)
            elif id in SUBMENUS:
                self.fill(menu.addMenu(self._tr(SUBMENUS[id])), IN_SUBMENUS[id])
            else:
                menu.addAction(self.actions[id])
        return menu

    def toolbar(self) -> QToolBar:
        """The toolbar: what begins a piece of work at the start, what ends it at the end."""
        bar = QToolBar(self._tr(N_("Toolbar")), self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.toggleViewAction().setEnabled(False)
        for at, ids in enumerate(TOOLBAR):
            if at:
                bar.addWidget(_space(bar))
                self.views = ViewSwitch(self._tr, bar)
                self.views.wanted.connect(self._window.show_view)
                bar.addWidget(self.views)
                bar.addWidget(_space(bar))
            for id in ids:
                if id is None:
                    bar.addSeparator()
                    continue
                action = self.actions[id]
                action.setToolTip(_tip(action))
                action.setIconText(without_mnemonic(self._tr(SHORTER[id]) if id in SHORTER else action.text()))
                button = QToolButton()
                button.setDefaultAction(action)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if id in WORDLESS else words)
                bar.addWidget(button)
        return bar

    def update(self, state: State) -> None:
        """Makes possible what is possible now, and names what undo and redo would do."""
        for action in ACTIONS:
            self.actions[action.id].setEnabled(action.enabled(state))
        self._name("undo", state.undo, N_("&Undo: {change}"), N_("&Undo"))
        self._name("redo", state.redo, N_("&Redo: {change}"), N_("&Redo"))
        self.recent.setEnabled(state.recent)
        self._state = state

    def choose_filters(self, keys: frozenset[str]) -> None:
        """Ticks the entries of the filters in use."""
        for action in ACTIONS:
            if action.filter is not None:
                self.actions[action.id].setChecked(action.filter in keys)

    def recolour(self) -> None:
        """Takes the icons in the colours of the theme."""
        mirrored = self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for action in ACTIONS:
            if action.icon:
                icon = self._window.theme.icon(action.icon, mirrored=mirrored and action.id in MIRRORED)
                self.actions[action.id].setIcon(icon)

    def _made(self, action: Action) -> QAction:
        made = QAction(self._tr(action.text), self._window)
        made.setObjectName(action.id)
        if isinstance(action.keys, QKeySequence.StandardKey):
            bound = QKeySequence.keyBindings(action.keys) or DEFAULT_KEYS.get(action.keys, [])
            made.setShortcuts([*bound, *(keys for keys in FURTHER_KEYS.get(action.keys, []) if keys not in bound)])
        elif action.keys:
            made.setShortcut(QKeySequence(action.keys))
        made.setStatusTip(self._tr(action.tip) if action.tip else "")
        made.setCheckable(action.filter is not None)
        made.setIconVisibleInMenu(False)
        made.setMenuRole(ROLES.get(action.id, QAction.MenuRole.NoRole))
        made.triggered.connect(partial(self._run, action))
        return made

    def _run(self, action: Action, _checked: bool = False) -> None:
        action.run(self._window)

    def _name(self, id: str, change: Text | None, named: str, plain: str) -> None:
        action = self.actions[id]
        text = self._tr(plain)
        if change is not None:
            text = self._tr(Text.of(named, change=self._tr(change).replace("&", "&&")))  # "R&D" in it is no mnemonic
        if action.text() != text:
            action.setText(text)
            action.setToolTip(_tip(action, text if change is not None else ""))
            action.setIconText(without_mnemonic(self._tr(plain)))

    def _fill_recent(self) -> None:
        self.recent.clear()
        for entry in self._window.program.session.recent():
            name = own(entry.path.replace("&", "&&"), right=self._window.isRightToLeft())
            action = self.recent.addAction(name)
            action.setData(entry.path)
            action.triggered.connect(partial(self._window.files.open_recent, entry.path))


def _widen(menu: QMenu) -> None:
    """Keeps the keys apart from the longest words."""
    menu.setMinimumWidth(0)
    if any(not action.shortcut().isEmpty() for action in menu.actions()):
        menu.setMinimumWidth(menu.sizeHint().width() + KEYS_APART)


def _tip(action: QAction, said: str = "") -> str:
    """The tooltip of an action in the toolbar: `said`, or what the status bar says of it, and its keys."""
    tip = without_mnemonic(said or action.statusTip() or action.text())
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tip} ({keys})" if keys else tip


def without_mnemonic(text: str) -> str:
    """The words of an entry: without the mark of its mnemonic (in Chinese a letter in brackets) and its dots."""
    return re.sub(r"(?<!\s)\s*\(&\w\)|&(&?)", r"\1", text).rstrip("….")


DEFAULT_KEYS = {
    actions.Key.Quit: [QKeySequence("Ctrl+Q")],
    actions.Key.Close: [QKeySequence("Ctrl+W")],
    actions.Key.SaveAs: [QKeySequence("Ctrl+Shift+S")],
    actions.Key.Preferences: [QKeySequence("Ctrl+,")],
    actions.Key.Replace: [QKeySequence("Ctrl+H")],
    actions.Key.FindNext: [QKeySequence("F3")],
    actions.Key.FindPrevious: [QKeySequence("Shift+F3")],
    actions.Key.HelpContents: [QKeySequence("F1")],
}
"""Keys where the platform defines none."""
FURTHER_KEYS = {actions.Key.Redo: [QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")]}
"""Keys that work on every platform beside its own: offices know both."""
ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}


def _space(bar: QToolBar) -> QWidget:
    """What keeps the middle of the toolbar in the middle."""
    made = QWidget(bar)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
