"""A checksum for every row, so that damage is noticed instead of printed.

SQLite's own integrity check looks at the structure of the file and misses nearly every changed letter.
"""

from collections.abc import Callable, Sequence
from functools import cache

from rbb_editor.domain.digest import blake2b

SIZE = 8
BETWEEN = "\x00"


@cache
def summer(table: str) -> Callable[[Sequence[str | int | None]], int]:
    """The function that sums a row of a table: the columns but the checksum, in order, as a signed 64-bit number.

    It is BLAKE2b of the columns as text in UTF-8 with a zero byte between them (NULL is "None"), keyed with the
    table's name, so that a row is valid in its own table only.
    """
    copy = blake2b(digest_size=SIZE, key=table.encode()).copy
    from_bytes = int.from_bytes

    def of_row(row: Sequence[str | int | None]) -> int:
        digest = copy()
        digest.update(BETWEEN.join(map(str, row)).encode())
        return from_bytes(digest.digest(), "big", signed=True)

    return of_row


def of_bytes(data: bytes) -> int:
    """The checksum of a packed change."""
    return int.from_bytes(blake2b(data, digest_size=SIZE).digest(), "big", signed=True)
