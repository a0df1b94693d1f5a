"""Sections to and from the clipboard: as interchange JSON for this program, as text and a table for all others."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from rbb_editor.gui.clipped import clipped
from rbb_editor.gui.table.clip import to_tsv
from rbb_editor.gui.table.clip_html import to_html
from rbb_editor.gui.transfer_types import SECTIONS
from rbb_editor.project import Project
from rbb_editor.project.fragments import Fragment, as_table, packed, unpacked


def section_data(project: Project, id: str, *, notes: bool) -> QMimeData:
    """A section with all below it; `notes`: with the comments and waivers on it."""
    data = QMimeData()
    data.setData(SECTIONS, packed(project.report, id, notes=notes))
    table = as_table(project.report, id, project.language)
    data.setText(to_tsv(table))
    data.setHtml(to_html(table))
    return data


def copy(project: Project, id: str, *, notes: bool) -> None:
    """Puts a section on the clipboard."""
    QGuiApplication.clipboard().setMimeData(section_data(project, id, notes=notes))


def pasted() -> Fragment | None:
    """The section on the clipboard, None where there is none; UserError where it cannot be read."""
    data = clipped()
    return unpacked(bytes(data.data(SECTIONS).data()), "clipboard") if data.hasFormat(SECTIONS) else None
