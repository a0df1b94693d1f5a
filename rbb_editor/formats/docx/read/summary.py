"""What is said about a Word file as a whole: tracked changes, comments, hidden text, text boxes."""

from collections.abc import Iterator, Sequence, Set

from rbb_editor.domain.entities import REPORT_ID, Comment
from rbb_editor.domain.text import N_, Text
from rbb_editor.formats.docx.read.words import Counts
from rbb_editor.formats.imported import Certainty, ImportNote, Kind
from rbb_editor.formats.revisions import Action, Revision

MOST_NAMES = 5
"""So many authors are named; more are counted."""


def notes_of(
    counts: Counts, revisions: Sequence[Revision], comments: Sequence[Comment], known: Set[str]
) -> list[ImportNote]:
    """The notes that come before all others.

    `known`: ids of comments that we wrote into the file, which stand where they were made.
    """
    found = [*_of_changes(revisions), *_of_the_rest(counts, comments, known)]
    return [ImportNote(Kind.READ, Certainty.CERTAIN, message) for count, message in found if count]


def _of_changes(revisions: Sequence[Revision]) -> Iterator[tuple[int, Text]]:
    actions = [each.action for each in revisions]
    inserted, deleted = actions.count(Action.INSERTED), actions.count(Action.DELETED)
    moved = actions.count(Action.MOVED_HERE)
    yield _counted(
        inserted,
        N_("{count} tracked insertion was taken into the text."),
        N_("{count} tracked insertions were taken into the text."),
    )
    yield _counted(
        deleted, N_("{count} tracked deletion was left out."), N_("{count} tracked deletions were left out.")
    )
    yield _counted(
        moved,
        N_("{count} tracked move was followed: the text stands where it was moved to."),
        N_("{count} tracked moves were followed: the texts stand where they were moved to."),
    )
    names = list(dict.fromkeys(each.author for each in revisions if each.author))
    if len(names) > MOST_NAMES:
        yield (
            len(names),
            Text.of(
                N_("The tracked changes are by {names} and {count} other."),
                N_("The tracked changes are by {names} and {count} others."),
                names=", ".join(names[:MOST_NAMES]),
                count=len(names) - MOST_NAMES,
            ),
        )
    else:
        yield len(names), Text.of(N_("The tracked changes are by {names}."), names=", ".join(names))


def _of_the_rest(counts: Counts, comments: Sequence[Comment], known: Set[str]) -> Iterator[tuple[int, Text]]:
    yield _counted(
        counts.unread,
        N_("{count} embedded document could not be read and was left out; saved once by Word, the file holds it."),
        N_("{count} embedded documents could not be read and were left out; saved once by Word, the file holds them."),
    )
    yield _counted(counts.hidden, N_("{count} hidden text was left out."), N_("{count} hidden texts were left out."))
    yield _counted(
        counts.boxes,
        N_("{count} text box was read after the paragraph to which it belongs."),
        N_("{count} text boxes were read after the paragraphs to which they belong."),
    )
    yield _counted(
        len(comments),
        N_("{count} comment was taken over, on the words that it was made on."),
        N_("{count} comments were taken over, each on the words that it was made on."),
    )
    loose = sum(1 for each in comments if each.target == REPORT_ID and each.field is None and each.id not in known)
    yield _counted(
        loose,
        N_("{count} comment stands on words that are not in the report, and was put on the report as a whole."),
        N_("{count} comments stand on words that are not in the report, and were put on the report as a whole."),
    )


def _counted(count: int, one: str, many: str) -> tuple[int, Text]:
    return count, Text.of(one, plural=many, count=count)
