"""Whether everything that a window says can be read: nothing cut off, nothing beside its place, nothing overlapping."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QToolButton,
    QWidget,
)

from rbb_editor.gui.look import fonts

SLACK = 1
"""Pixels that rounding may take."""
FRAME = 4
"""Pixels that the frame of a button takes from its height."""
HEAD_PADDING = 16
ARROW = 36
"""Pixels of a drop-down field that its arrow and its frame take."""
BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)
EXTENSIONS = ("qt_menubar_ext_button", "qt_toolbar_ext_button")
"""The arrows that appear where a menu bar or a toolbar has no room for all that is in it."""


def misfits(root: QWidget) -> list[str]:
    """A line for each thing that is shown and cannot be read whole, once words that came just now have their room."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # type: ignore[arg-type]
    found = list(_of_menu(root)) if isinstance(root, QMenu) else []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window():
            found += [f"{_name(widget)}: {what}" for what in _of(widget)]
    return found


def _of(widget: QWidget) -> Iterator[str]:
    if widget.objectName() in EXTENSIONS:
        yield "not everything has room"
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    elif isinstance(widget, BUTTONS) and (widget.text() or not widget.icon().isNull()):
        yield from _of_button(widget)
    elif isinstance(widget, QComboBox):
        yield from _of_choice(widget)
    elif isinstance(widget, QLineEdit):
        yield from _of_line(widget)
    elif isinstance(widget, QTabBar):
        yield from _of_tabs(widget)
    elif isinstance(widget, QHeaderView):
        yield from _of_header(widget)
    elif isinstance(widget, QMenuBar):
        yield from _of_menu_bar(widget)
    yield from _beside(widget)


def _of_button(button: QAbstractButton) -> Iterator[str]:
    if isinstance(button.parentWidget(), (QLineEdit, QTabBar)):
        return  # Qt's own: the cross that empties a field, the arrows beside tabs
    wanted, line = button.sizeHint().width(), button.fontMetrics().height() + FRAME
    if wanted > button.width() + SLACK or line > button.height():
        yield f"wants {wanted}×{line}, has {button.width()}×{button.height()}"


def _of_choice(choice: QComboBox) -> Iterator[str]:
    metrics = choice.fontMetrics()
    longest = max((metrics.horizontalAdvance(choice.itemText(at)) for at in range(choice.count())), default=0)
    if longest + ARROW > choice.width() + SLACK:
        yield f"its longest entry wants {longest + ARROW}, it has {choice.width()}"


def _of_menu_bar(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if not bar.rect().contains(bar.actionGeometry(action)):
            yield f"“{action.text()}” has no room"


def _of_label(label: QLabel) -> Iterator[str]:
    if not label.text() or not label.pixmap().isNull():
        return
    room = label.contentsRect()
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        if wanted > label.height() + SLACK:
            yield f"wants a height of {wanted}, has {label.height()}"
        if label.textFormat() is not Qt.TextFormat.RichText:
            words = label.text().split()
            longest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
            if longest > room.width() + SLACK and not _can_break_anywhere(label.text()):
                yield f"its longest word wants {longest}, there are {room.width()}"
        return
    wanted_size = label.sizeHint()
    if wanted_size.width() > label.width() + SLACK and label.minimumWidth() == 0:
        yield f"wants a width of {wanted_size.width()}, has {label.width()}"
    if wanted_size.height() > label.height() + SLACK:
        yield f"wants a height of {wanted_size.height()}, has {label.height()}"


def _can_break_anywhere(text: str) -> bool:
    return any(letter >= "\u2e80" for letter in text) or "/" in text or "\\" in text


def _of_line(field: QLineEdit) -> Iterator[str]:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    room = inside.width() - margins.left() - margins.right() - 4
    words = field.placeholderText() if not field.text() else ""
    if words and field.fontMetrics().horizontalAdvance(words) > room:
        yield f"its hint “{words}” wants {field.fontMetrics().horizontalAdvance(words)}, there are {room}"
    if field.fontMetrics().height() > inside.height() + SLACK:
        yield f"a line wants {field.fontMetrics().height()}, there are {inside.height()}"


def _of_tabs(bar: QTabBar) -> Iterator[str]:
    shown = [at for at in range(bar.count()) if bar.isTabVisible(at)]
    wanted = sum(bar.fontMetrics().horizontalAdvance(bar.tabText(at)) for at in shown)
    if wanted > bar.width() + SLACK:
        yield f"its tabs want {wanted}, there are {bar.width()}"
    for at in shown:
        if not bar.rect().adjusted(-SLACK, 0, SLACK, 0).contains(bar.tabRect(at)):
            yield f"the tab “{bar.tabText(at)}” has no room"


def _of_header(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is None or header.orientation() is Qt.Orientation.Vertical:
        return
    for at in range(header.count()):
        if header.isSectionHidden(at):
            continue
        words = str(model.headerData(at, header.orientation(), Qt.ItemDataRole.DisplayRole) or "")
        wanted = QFontMetrics(fonts.font(fonts.NOTE_PX, fonts.MEDIUM)).horizontalAdvance(words)
        if words and wanted + HEAD_PADDING > header.sectionSize(at):
            yield f"the head “{words}” wants {wanted}, there are {header.sectionSize(at)}"


def _of_menu(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        if not action.isSeparator() and action.isVisible():
            room = menu.actionGeometry(action).width()
            wanted = menu.fontMetrics().horizontalAdvance(action.text().replace("\t", "  "))
            if wanted > room:
                yield f"menu entry “{action.text()}” wants {wanted}, there are {room}"


def _beside(widget: QWidget) -> Iterator[str]:
    """What says something lies inside its parent, and on no neighbour."""
    if not isinstance(widget, (QLabel, *BUTTONS, QComboBox, QLineEdit)):
        return
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _scrolled(widget):
        return
    place = widget.geometry()
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
        yield f"lies outside its parent: {_rect(place)} in {_rect(parent.rect())} of {_name(parent)}"
    elif not _in_a_list(widget):
        window = widget.window()
        seen = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if not window.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(seen):
            yield f"lies outside its window: {_rect(seen)} in {_rect(window.rect())}"
    if isinstance(widget, (QLabel, *BUTTONS)):
        for other in parent.children():
            if (
                other is not widget
                and isinstance(other, (QLabel, *BUTTONS))
                and other.isVisible()
                and id(other) > id(widget)
                and other.geometry().intersects(place)
            ):
                yield f"overlaps {_name(other)}"


def _in_a_list(widget: QWidget) -> bool:
    """Whether a widget can be scrolled into sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) or (
        parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)
        and parent is parent.parentWidget().viewport()  # type: ignore[union-attr]
    )  # fmt: skip


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else widget.accessibleName()
    return f"{type(widget).__name__} “{words[:60]}”"


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"
