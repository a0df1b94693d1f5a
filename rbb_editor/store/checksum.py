"""A checksum for every row, so that damage is noticed instead of printed.

SQLite's own integrity check looks at the structure of the file and misses nearly every changed letter.
"""

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b
from json import JSONEncoder

SIZE = 8

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@cache
def summer(table: str) -> Callable[[Sequence[str | int | None]], int]:
    """The function that sums a row of a table: the columns but the checksum, in order, as a signed 64-bit number.

    It is BLAKE2b of the row's JSON, keyed with the table's name, so that a row is valid in its own table only.
    """
    copy = blake2b(digest_size=SIZE, key=table.encode()).copy

    def of_row(row: Sequence[str | int | None]) -> int:
        digest = copy()
        digest.update(_encode(row).encode())
        return int.from_bytes(digest.digest(), "big", signed=True)

    return of_row


def of_bytes(data: bytes) -> int:
    """The checksum of a packed change."""
    return int.from_bytes(blake2b(data, digest_size=SIZE).digest(), "big", signed=True)
