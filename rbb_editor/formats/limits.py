"""How large a file may be that is imported, and reading one whole within that."""

from pathlib import Path

from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError

MAX_BYTES = 100_000_000
"""Size of a text or JSON file. The text of 10,000 outputs has 4 MB."""
MAX_ROWS = 100_000
"""Table rows of a document. A report of 10,000 outputs has about 20,000."""
MAX_CELL = 100_000
"""Characters of one cell; a longer one is no cell of a table but a file without line ends."""


def read_bytes(path: Path) -> bytes:
    """The content of a file. UserError for one that is empty or too large, OSError from the disk."""
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UserError(
            N_(
                "“{name}” was not read: it has more than {limit} MB, far more than any report. Nothing was changed. "
                "Is it the right file?"
            ),
            name=path.name,
            limit=MAX_BYTES // 1_000_000,
        )
    if not data.strip(b" \t\r\n\0"):
        raise UserError(N_("“{name}” was not read: it is empty. Nothing was changed."), name=path.name)
    return data


def check_rows(name: str, rows: int) -> None:
    """UserError where a document has more table rows than any report."""
    if rows > MAX_ROWS:
        raise UserError(
            N_(
                "“{name}” was not read: it has more than {limit} table rows, far more than any report. "
                "Nothing was changed. Is it the right file?"
            ),
            name=name,
            limit=MAX_ROWS,
        )
