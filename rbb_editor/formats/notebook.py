"""Collects what an import has to say, each thing once, in the order of the source."""

from collections.abc import Iterable

from rbb_editor.domain.text import Text
from rbb_editor.formats.blocks import Place
from rbb_editor.formats.imported import Certainty, ImportNote, Kind


class Notebook:
    """The notes of one import. Things of no consequence (head rows, page numbers) are gathered into one note each."""

    def __init__(self) -> None:
        self._notes: list[ImportNote] = []
        self._gathered: dict[tuple[Kind, str, str], list[tuple[Place, str]]] = {}

    def add(
        self,
        kind: Kind,
        certainty: Certainty,
        message: Text,
        places: Iterable[Place],
        *,
        target: str | None = None,
        source: str = "",
    ) -> None:
        """Notes one repair or doubt."""
        self._notes.append(ImportNote(kind, certainty, message, tuple(dict.fromkeys(places)), target, source))

    def gather(self, kind: Kind, message: str, plural: str, place: Place, source: str) -> None:
        """Notes one more of the things that make one note together; `message` has the field {count}."""
        self._gathered.setdefault((kind, message, plural), []).append((place, source))

    def retarget(self, targets: dict[Place, str]) -> None:
        """Gives each note that has none the output or section that was made from its first place."""
        for index, note in enumerate(self._notes):
            if note.target is None:
                found = next((targets[place] for place in note.places if place in targets), None)
                if found is not None:
                    self._notes[index] = ImportNote(
                        note.kind, note.certainty, note.message, note.places, found, note.source
                    )

    def notes(self) -> list[ImportNote]:
        """All notes by their first place; notes without a place first."""
        gathered = []
        for (kind, message, plural), things in self._gathered.items():
            text = Text.of(message, plural=plural, count=len(things))
            source = "\n".join(dict.fromkeys(source for _, source in things))
            places = tuple(place for place, _ in things)
            gathered.append(ImportNote(kind, Certainty.CERTAIN, text, places, None, source))
        order = {id(note): index for index, note in enumerate(self._notes)}
        return [*gathered, *sorted(self._notes, key=lambda note: (_line(note), order[id(note)]))]


def _line(note: ImportNote) -> int:
    return next((place.line for place in note.places if place.line is not None), 0)
