"""What is being typed in an open report and is not in it yet: how it is told, and typed again after a crash."""

import json
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from rbb_editor.domain.entities import Output
from rbb_editor.gui.panels.begun import Line, Reason, Title, Written
from rbb_editor.gui.table.columns import EDITABLE
from rbb_editor.gui.tree import titles
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT

if TYPE_CHECKING:
    from rbb_editor.gui.workspace import Workspace


class Draft(Struct, frozen=True):
    """Words for a cell, the front matter (`front`, by field), the title of a section, an abbreviation (`line`);
    comments and reasons of waivers.
    """

    output: str = ""
    component: str = ""
    field: str = ""
    text: str = ""
    front: dict[str, str] = {}
    title: Title | None = None
    line: Line | None = None
    comments: Written | None = None
    reasons: tuple[Reason, ...] = ()

    def words(self) -> str:
        """All that is being typed, a line or more for each field."""
        comments = (self.comments.text, *self.comments.answers.values()) if self.comments is not None else ()
        single = (each.text for each in (self.title, self.line, *self.reasons) if each is not None)
        typed = (self.text, *self.front.values(), *comments, *single)
        return "\n".join(text for text in typed if text).strip()


def to_json(drafts: dict[str, Draft]) -> str:
    """The drafts of reports by their path, to be stored; "" for none."""
    return json.dumps(msgspec.to_builtins(drafts)) if drafts else ""


def from_json(text: str) -> dict[str, Draft]:
    """Stored drafts; none where another version of the program wrote them."""
    try:
        return msgspec.convert(json.loads(text), dict[str, Draft]) if text else {}
    except (ValueError, msgspec.ValidationError):
        return {}


def draft_of(place: "Workspace") -> Draft | None:
    """What is being typed now."""
    now = place.table.open_editor
    cell = Draft()
    if now is not None and now.editor.text() != now.before:
        cell = Draft(now.output, now.component, str(now.field), now.editor.text())
    draft = replace(
        cell,
        front=typed_front(place),
        title=titles.typed(place.outline),
        line=typed_line(place),
        comments=place.review.written(),
        reasons=place.findings.begun() if place.has_findings else (),
    )
    return draft if draft != Draft() else None


def typed_front(place: "Workspace") -> dict[str, str]:
    """What is typed into the front matter, by field, where that is shown."""
    if place.centre.page is None:
        return {}
    from rbb_editor.gui.front.page import FrontPage  # loaded by now

    return place.centre.page.typed() if isinstance(place.centre.page, FrontPage) else {}


def typed_line(place: "Workspace") -> Line | None:
    """The abbreviation that is being typed, where they are shown."""
    if place.centre.page is None:
        return None
    from rbb_editor.gui.front.abbreviations import AbbreviationsPage  # loaded by now

    return place.centre.page.typed() if isinstance(place.centre.page, AbbreviationsPage) else None


def type_again(place: "Workspace", draft: Draft) -> None:
    """Opens the cells and pages that a draft belongs to, where they still are, and puts the words into their fields."""
    if place.project.read_only:
        return
    place.review.go_on_with(draft.comments, draft.reasons)
    if draft.front:
        from rbb_editor.gui.front.page import FrontPage

        place.choose_node(FRONT)
        if isinstance(place.centre.page, FrontPage):
            place.centre.page.type_again(draft.front)
    if draft.line is not None:
        from rbb_editor.gui.front.abbreviations import AbbreviationsPage

        place.choose_node(ABBREVIATIONS)
        if isinstance(place.centre.page, AbbreviationsPage):
            place.centre.page.type_again(draft.line)
    if draft.title is not None:
        titles.type_again(place.outline, draft.title)
    entity = place.project.report.get(draft.output)
    if not isinstance(entity, Output) or draft.field not in [str(field) for field in EDITABLE]:
        return
    place.edit_cell(entity.id, draft.component, draft.field)
    now = place.table.open_editor
    if now is not None and now.output == entity.id:
        now.editor.setText(draft.text)
        if isinstance(now.editor, QTextEdit):
            now.editor.moveCursor(QTextCursor.MoveOperation.End)
