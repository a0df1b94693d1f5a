"""What an import gives: the report, and what was repaired, guessed or left out on the way."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.formats.blocks import Place
from rbb_editor.formats.revisions import Revision


class Kind(StrEnum):
    """What happened to a piece of the source."""

    JOINED = "joined"  # parts that a page break separated are one text again
    TAKEN_APART = "taken_apart"  # several figures or texts shared one cell
    MOVED = "moved"  # a text stood in the wrong row or column
    GUESSED = "guessed"  # something missing was supplied
    LEFT_OUT = "left_out"  # it is not in the report; `source` holds it to the letter
    READ = "read"  # how the file was read: encoding, language, tracked changes
    DOUBT = "doubt"  # it was taken as it stands, and someone should look


class Certainty(StrEnum):
    """How sure the importer is of what it did."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


class ImportNote(Struct, frozen=True):
    """One repair or doubt. `places`: where in the source; `target`: id of the section or output it is about.

    `source`: the words of the source that it is about, to the letter, where they help or stand nowhere else.
    """

    kind: Kind
    certainty: Certainty
    message: Text
    places: tuple[Place, ...] = ()
    target: str | None = None
    source: str = ""


class Imported(Struct, frozen=True):
    """A report as read from a file, with its notes in the order of the source.

    `sent`: where this program wrote the file, the fingerprint of the report that it was written from. `revisions`: the
    tracked changes of a Word file; `report` is the file with all of them accepted. `origins`: which section or output
    was made of a place of the source; of a file that this program wrote it says nothing.
    """

    report: Report
    notes: tuple[ImportNote, ...] = ()
    language: str = "en"
    sent: str = ""
    departments: frozenset[str] = frozenset()
    """Ids of the departments that the file was written with, where it was written with only some."""
    revisions: tuple[Revision, ...] = ()
    origins: Mapping[Place, str] = field(default_factory=dict)

    def with_notes(self, more: Iterable[ImportNote]) -> "Imported":
        """The same with `more` notes before the others: what a reader has to say about the file as a whole."""
        return replace(self, notes=(*more, *self.notes))
