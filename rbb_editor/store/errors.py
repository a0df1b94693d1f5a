"""Why a file cannot be opened or a change not be saved: one class and one sentence for each reason."""

from datetime import datetime
from pathlib import Path

from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError


class NotSaved(UserError):
    """A change that could not be written into the open file, which takes none for now. Elsewhere it can be saved."""


class Missing(UserError):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(N_("There is no file {path}. It may have been moved, renamed or deleted."), path=str(path))


class IsFolder(UserError):
    """A folder where a file is expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(N_("{path} is a folder. Choose a report file (.rbb) in it."), path=str(path))


class EmptyFile(UserError):
    """A file of no bytes: a copy or a download that broke off."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} is empty: nothing was ever written to it, or a copy broke off. Copy it again from its source."),
            path=str(path),
        )


class Exists(UserError):
    """A new file would replace one."""

    def __init__(self, path: Path) -> None:
        super().__init__(N_("There is a file {path} already. It was not changed. Choose another name."), path=str(path))


class NameTooLong(UserError):
    """A path longer than the system or SQLite can take."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("The name of {path} is too long with its folders. Nothing was changed. Choose a shorter one."),
            path=str(path),
        )


class NotADatabase(UserError):
    """A file of another kind."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} is not a report file of RBB Editor. A Word, text or JSON file can be imported instead."),
            path=str(path),
        )


class ForeignDatabase(UserError):
    """A database that another program made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} is a database of another program, not a report of RBB Editor. It was not changed."),
            path=str(path),
        )


class ForeignSchema(UserError):
    """A report file into which someone put tables, views, triggers or columns that are not ours."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        super().__init__(
            N_(
                "{path} holds something that RBB Editor never writes ({name}), so it is not safe to open. "
                "It was not changed. Ask its sender for the original file."
            ),
            path=str(path),
            name=name,
        )


class NewerVersion(UserError):
    """A file of a later version of this program. `readable`: it can be opened read-only."""

    def __init__(self, path: Path, version: int, *, readable: bool = True) -> None:
        self.version = version
        self.readable = readable
        if readable:
            super().__init__(
                N_(
                    "{path} was written by a newer version of RBB Editor (file version {version}). "
                    "It can be opened read-only; to change it, update RBB Editor."
                ),
                path=str(path),
                version=version,
            )
        else:
            super().__init__(
                N_(
                    "{path} was written by a newer version of RBB Editor (file version {version}) that this one cannot "
                    "read. It was not changed. Update RBB Editor to open it."
                ),
                path=str(path),
                version=version,
            )


class Damaged(UserError):
    """A file whose content is not what was written. `what` is wrong; `salvaged`: how many outputs can still be read."""

    def __init__(self, path: Path, what: Text, salvaged: int = 0) -> None:
        self.path = path
        self.what = what
        self.salvaged = salvaged
        if salvaged:
            super().__init__(
                N_(
                    "{path} is damaged ({what}). What can still be read (outputs: {count}) can be recovered into "
                    "a new file. The damaged file is kept as it is."
                ),
                path=str(path),
                what=what,
                count=salvaged,
            )
        else:
            super().__init__(
                N_(
                    "{path} is damaged ({what}), and no output can be read from it. The file is kept as it is. "
                    "Open a backup or an earlier copy."
                ),
                path=str(path),
                what=what,
            )


class DamagedWhileOpen(Damaged, NotSaved):
    """An open file was damaged since it was read: what is seen is whole, and can be saved elsewhere."""

    def __init__(self, path: Path, what: Text) -> None:
        self.path = path
        self.what = what
        self.salvaged = 0
        UserError.__init__(
            self,
            N_(
                "{path} was damaged by another program or by its disk while it was open ({what}), so the last step was "
                "not saved. The report as you see it is whole: save a copy elsewhere to keep it."
            ),
            path=str(path),
            what=what,
        )


class Locked(UserError):
    """Someone else has the file open for writing. It can be opened read-only, or the lock be taken over."""

    def __init__(self, path: Path, user: str, host: str, since: datetime | None, pid: int | None = None) -> None:
        self.path = path
        self.user = user
        self.host = host
        self.since = since
        self.pid = pid
        when = since.astimezone().strftime("%Y-%m-%d %H:%M") if since is not None else "?"
        super().__init__(
            N_(
                "{path} is open for writing by {user} on {host} since {since}. It can be opened read-only until they "
                "close it, or taken over where they no longer work in it."
            ),
            path=str(path),
            user=user or "?",
            host=host or "?",
            since=when,
        )


class NotWritable(NotSaved):
    """The file or its folder may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "{path} cannot be written: the file or its folder is read-only for you. Open it read-only, or copy it "
                "to a folder of your own."
            ),
            path=str(path),
        )


class FolderNotWritable(NotWritable):
    """A new file in a folder that may not be written."""

    def __init__(self, path: Path) -> None:
        UserError.__init__(
            self,
            N_(
                "You are not allowed to write in the folder “{folder}”. Nothing was changed. Choose another place, or "
                "ask for the right to write there."
            ),
            folder=str(path.parent),
        )


class OpenedReadOnly(UserError):
    """A change to a file that was opened read-only."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} is open read-only, so nothing can be changed. Save a copy to work on."), path=str(path)
        )


class DiskFull(NotSaved):
    """No room for a change."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "The disk with {path} is full, so the last step was not saved; everything before it is safe. "
                "Free some space and try again."
            ),
            path=str(path),
        )


class NoRoom(DiskFull):
    """No room for a new file, a copy or a backup."""

    def __init__(self, path: Path) -> None:
        UserError.__init__(
            self,
            N_(
                "There is not enough room on the disk for “{path}”. Nothing was changed. Make room, or choose another "
                "place."
            ),
            path=str(path),
        )


class DiskFailed(NotSaved):
    """The disk or network drive reports an error."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            N_(
                "{path} could not be read or written ({reason}), so the last step was not saved; what was saved before "
                "is untouched. Check the disk or the network drive, or save a copy elsewhere."
            ),
            path=str(path),
            reason=reason,
        )


class Moved(NotSaved):
    """The file was moved, deleted or replaced, or its drive was removed, while it was open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "{path} was moved, deleted or replaced, or its drive was removed, while it was open, so the last step "
                "was not saved. Save a copy to keep the report as you see it."
            ),
            path=str(path),
        )


class ChangedElsewhere(NotSaved):
    """Another program wrote into the file while it was open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "Another program changed {path} while it was open, so the last step was not saved. Save a copy to keep "
                "the report as you see it, or open the file again to see the other changes."
            ),
            path=str(path),
        )


class TakenOver(NotSaved):
    """Someone else took the lock away."""

    def __init__(self, path: Path, user: str, host: str) -> None:
        super().__init__(
            N_(
                "{user} on {host} has taken over {path}, so the last step was not saved. Save a copy to keep the "
                "report as you see it."
            ),
            path=str(path),
            user=user or "?",
            host=host or "?",
        )


class Busy(UserError):
    """Another program holds the database for longer than we wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("Another program is using {path}, so the last step was not saved. Try again in a moment."),
            path=str(path),
        )
