"""The title that is being typed in the outline: what it is so far, and how it is typed again after a crash."""

from PySide6.QtWidgets import QLineEdit

from rbb_editor.gui.panels.begun import Title
from rbb_editor.gui.tree.view import OutlineView


def typed(view: OutlineView) -> Title | None:
    """Other words than the report holds, of the section whose title is being typed."""
    id, field = view.current(), view.indexWidget(view.currentIndex())
    if id is None or not isinstance(field, QLineEdit) or field.text() == view.outline.typed_title(id):
        return None
    return Title(id, field.text())


def type_again(view: OutlineView, title: Title) -> None:
    """Puts words into the field of a title, where the section still is."""
    if not view.index_of(title.section).isValid():
        return
    view.rename(title.section)
    field = view.indexWidget(view.currentIndex())
    if isinstance(field, QLineEdit):
        field.selectAll()
        field.insert(title.text)
