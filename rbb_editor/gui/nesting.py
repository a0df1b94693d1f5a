"""One layout in another."""

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout
from shiboken6 import invalidate


def nest(outer: QBoxLayout | QGridLayout, inner: QLayout, at: int = 0, column: int = 0) -> None:
    """Puts a layout into another one. `at`: its stretch; in a grid its row, `column` its column.

    `addLayout` makes a Python object for each item that the inner one holds by then, which stays at the item's address
    when the item is gone. Whatever else came to lie there crashed the program when Qt deleted it (found in the memory
    of two crashes, PySide 6.11: `Shiboken::Object::destroy` takes the object of the item for that of its own). Such
    objects are told here that they stand for nothing.
    """
    if isinstance(outer, QGridLayout):
        outer.addLayout(inner, at, column)
    else:
        outer.addLayout(inner, at)
    _forget_items(inner)


def _forget_items(layout: QLayout) -> None:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if isinstance(item, QLayout):
            _forget_items(item)
        elif item is not None:
            invalidate(item)
