"""The end side of the window: the inspector beside the table, or folded to a rail and opened over it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QSplitter

from rbb_editor.gui.panels.inspector import Inspector

if TYPE_CHECKING:
    from rbb_editor.gui.panels.rail import Rail

OVERLAY = 336
WIDE_OVERLAY = 420
"""Of the history."""


class Side(QObject):
    """Moves one inspector between its places. `make_rail`: how to make what it folds to.

    `shown_changed()`: what can be seen of it is other now. `left()`: the keyboard was in it and is to go elsewhere.
    """

    shown_changed = Signal()
    left = Signal()

    def __init__(
        self,
        splitter: QSplitter,
        inspector: Inspector,
        make_rail: "Callable[[], Rail]",
        *,
        shown: bool,
    ) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._inspector = inspector
        self._make_rail = make_rail
        self.folded = False
        self._wanted = shown
        inspector.escaped.connect(self._escaped)
        inspector.tab_changed.connect(self._turned)
        splitter.installEventFilter(self)
        inspector.setVisible(shown)

    @cached_property
    def rail(self) -> "Rail":
        """The rail, made when it is first folded."""
        made = self._make_rail()
        made.pressed.connect(self._pressed)
        return made

    @property
    def wanted(self) -> bool:
        """Whether the user wants to see it where there is room."""
        return self._wanted

    @property
    def visible(self) -> bool:
        """Whether the inspector can be seen now."""
        return not self._inspector.isHidden()

    def fold(self, folded: bool) -> None:
        """Folds to the rail, or goes back beside the table."""
        if folded == self.folded:
            return
        self.folded = folded
        self.rail.setVisible(folded)
        self.rail.show_open(None)
        if folded:
            self._inspector.hide()
        else:
            if self._inspector.parent() is not self._splitter:
                self._splitter.addWidget(self._inspector)
                self._draw_edge(drawn=False)
            self._inspector.setVisible(self._wanted)
        self.shown_changed.emit()

    def _draw_edge(self, *, drawn: bool) -> None:
        """A line between what lies over the table and the table."""
        right = self._splitter.isRightToLeft()
        self._inspector.setProperty("edge", ("end" if right else "start") if drawn else "")
        self._inspector.setContentsMargins(int(drawn and not right), 0, int(drawn and right), 0)
        self._inspector.style().unpolish(self._inspector)
        self._inspector.style().polish(self._inspector)
        self._inspector.fit()

    def toggle(self) -> None:
        """Shows or hides it."""
        if self.folded:
            self._pressed(self._inspector.key())
            return
        self._wanted = not self._wanted
        with self._keyboard_kept():
            self._inspector.setVisible(self._wanted)
        self.shown_changed.emit()

    def reveal(self, key: str) -> None:
        """Shows a page of it, wherever it is."""
        self._inspector.choose(key)
        if self.folded:
            self._lay_over()
        elif not self._wanted:
            self.toggle()

    def close_overlay(self) -> None:
        """Folds it back to the rail."""
        if self.folded and self.visible:
            with self._keyboard_kept():
                self._inspector.hide()
            self.rail.show_open(None)
            self.shown_changed.emit()

    @contextmanager
    def _keyboard_kept(self) -> Iterator[None]:
        """Where the keyboard is in the inspector and that goes, the keyboard does not fall to whatever comes next."""
        held = self._inspector.isAncestorOf(QApplication.focusWidget() or self._splitter)
        yield
        if held and not self.visible:
            self.left.emit()

    def _escaped(self) -> None:
        if self.folded:
            self.close_overlay()
        else:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the inspector at its edge while the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.folded and self.visible:
            self._place()
        return super().eventFilter(watched, event)

    def _pressed(self, key: str) -> None:
        if self.visible and self._inspector.key() == key:
            self.close_overlay()
        else:
            self._inspector.choose(key)
            self._lay_over()

    def _turned(self, key: str) -> None:
        if self.folded and self.visible:
            self.rail.show_open(key)
        self.shown_changed.emit()

    def _lay_over(self) -> None:
        """Moves it over the table, which takes the style sheet over anew: not before it is asked for."""
        if self._inspector.parent() is self._splitter:
            self._inspector.setParent(self._splitter.parentWidget())
            self._draw_edge(drawn=True)
        self._place()
        self._inspector.show()
        self._inspector.raise_()
        self._inspector.setFocus()
        self.rail.show_open(self._inspector.key())
        self.shown_changed.emit()

    def _place(self) -> None:
        area = self._splitter.geometry()
        right = self._splitter.isRightToLeft()
        wanted = WIDE_OVERLAY if self._inspector.key() == "history" else OVERLAY
        width = max(wanted, self._inspector.minimumWidth())
        left = area.left() if right else area.right() + 1 - width
        self._inspector.setGeometry(left, area.top(), width, area.height())
