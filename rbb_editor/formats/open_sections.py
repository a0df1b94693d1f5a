"""The sections of a document as they are opened by its headings, and which of them are open where we are."""

from rbb_editor.domain.entities import Level
from rbb_editor.domain.ids import is_id, new_id
from rbb_editor.domain.text import N_, Text
from rbb_editor.formats.blocks import Place
from rbb_editor.formats.drafts import DraftSection
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook


class OpenSections:
    """A department, an office in it and an accomplishment in these; None where none is open. `all`: opened so far."""

    def __init__(self, notes: Notebook) -> None:
        self._notes = notes
        self.all: list[DraftSection] = []
        self.department: DraftSection | None = None
        self.office: DraftSection | None = None
        self.accomplishment: DraftSection | None = None

    def open(self, level: Level, number: str, title: str, place: Place, id: str | None = None) -> None:
        """Opens a section, and a department without a title above it where there is none. `id`: its own in the file."""
        parent = self._parent_of(level, place)
        section = DraftSection(level, number, title, place, id if id and is_id(id) else new_id(), parent)
        self.all.append(section)
        if level is Level.DEPARTMENT:
            self.department, self.office, self.accomplishment = section, None, None
        elif level is Level.OFFICE:
            self.office, self.accomplishment = section, None
        else:
            self.accomplishment = section
        if not number and level is Level.ACCOMPLISHMENT and title:
            message = Text.of(N_("The accomplishment “{title}” has no number."), title=title)
            self._notes.add(Kind.DOUBT, Certainty.CERTAIN, message, [place], target=section.id)

    def _parent_of(self, level: Level, place: Place) -> str | None:
        if level is Level.DEPARTMENT:
            return None
        if self.department is None:
            self.open(Level.DEPARTMENT, "", "", place)
            message = Text.of(N_("No department stands above this heading; one without a title was made."))
            self._notes.add(Kind.GUESSED, Certainty.CERTAIN, message, [place])
        assert self.department is not None
        if level is Level.ACCOMPLISHMENT and self.office is not None:
            return self.office.id
        return self.department.id
