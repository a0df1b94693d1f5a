"""Stable ids: UUIDv7-like strings, made once, carried through every exported file."""

import os
import time

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no letter that reads as a digit
LENGTH = 26
PAIRS = tuple(first + second for first in ALPHABET for second in ALPHABET)
"""Two letters for ten bits: an id is made in half the steps."""
SHIFTS = range(5 * LENGTH - 10, -1, -10)


def new_id() -> str:
    """A fresh id of 26 characters: 48 bits of milliseconds, then 80 random bits; later ids sort after earlier ones."""
    return encode((time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10)))


def encode(number: int) -> str:
    """A 128-bit number as an id."""
    return "".join([PAIRS[number >> shift & 1023] for shift in SHIFTS])


def is_id(text: str) -> bool:
    """Whether a text from outside may serve as an id: 1 to 64 letters, digits, `-` or `_`."""
    return 0 < len(text) <= 64 and all(c.isascii() and (c.isalnum() or c in "-_") for c in text)
