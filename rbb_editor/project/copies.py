"""An open report saved in another file, whatever has become of its own."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from rbb_editor import store
from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.progress import Progress
from rbb_editor.store.journal import Entry


def save_copy(own: "store.Store", report: Report, path: Path, author: str, progress: Progress) -> None:
    """See `Project.save_copy`; `report`: as it is seen."""
    own.save_copy(path, progress)
    if not own.read_only and own.changed_elsewhere:
        label = Text.of(N_("Undo what was changed elsewhere in the meantime"))
        with store.open_file(path, holder=author) as copy:
            unseen = copy.load()
            ids = dict.fromkeys(each.id for side in (unseen, report) for each in side.entities())
            change = Change.of(label, [(unseen.get(id), report.get(id)) for id in ids])
            if change is not None:
                copy.commit(change, Entry(author, datetime.now(UTC)))


def save_elsewhere(own: "store.Store", report: Report, path: Path, author: str, progress: Progress) -> None:
    """See `Project.save_elsewhere`."""
    try:
        save_copy(own, report, path, author, progress)
    except (store.DiskFailed, store.Damaged):
        label = Text.of(N_("Saved from {file}, which could no longer be read"), file=own.path.name)
        entry = Entry(author, datetime.now(UTC))
        whole, packed = _with_what_is_left_of_earlier(own, report)
        store.create(
            path, whole, entry, label=label, replace=True, holder=author, earlier=packed, progress=progress
        ).close()


def _with_what_is_left_of_earlier(own: "store.Store", report: Report) -> tuple[Report, bytes | None]:
    """The report, with the earlier one packed anew, or without it where that can no longer be read."""
    earlier, then = report.earlier, None
    if earlier is None:
        return report, None
    with suppress(UserError):
        then = own.earlier(earlier.content)
    rest = (each for each in report.entities() if each is not earlier)
    if then is None:
        return Report(rest), None
    key, packed = store.pack_earlier(then)
    return Report((*rest, replace(earlier, content=key))), packed
