"""Ranks: texts that sort siblings, so that moving one row changes one entity, also when two people move rows offline.

A rank is a fraction between 0 and 1 written in base 36 without "0."; there is always room between two of them
(David Greenspan, "Implementing Fractional Indexing", 2020).
"""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)


def between(before: str | None, after: str | None) -> str:
    """A rank after `before` and before `after`; None is the open end. ValueError unless `before` < `after`."""
    low, high = before or "", after
    if high is not None and not low < high:
        raise ValueError(f"no rank between {low!r} and {high!r}")
    digits: list[str] = []
    place = 0
    while True:
        a = DIGITS.index(low[place]) if place < len(low) else 0
        b = DIGITS.index(high[place]) if high is not None and place < len(high) else BASE
        if b - a > 1:
            digits.append(DIGITS[(a + b) // 2])
            return "".join(digits)
        digits.append(DIGITS[a])
        if b > a:
            high = None
        place += 1


def spread(count: int) -> list[str]:
    """`count` ascending ranks of equal length with room between all of them."""
    width = 2
    while BASE**width < 8 * (count + 1):
        width += 1
    step = BASE**width // (count + 1)
    return [_digits(step * (i + 1), width) for i in range(count)]


def several_between(before: str | None, after: str | None, count: int) -> list[str]:
    """`count` ascending ranks between two, the middle one first, so that a thousand of them stay short."""
    if count < 1:
        return []
    middle, left = between(before, after), count // 2
    return [*several_between(before, middle, left), middle, *several_between(middle, after, count - left - 1)]


def _digits(number: int, width: int) -> str:
    letters = []
    for _ in range(width):
        number, rest = divmod(number, BASE)
        letters.append(DIGITS[rest])
    text = "".join(reversed(letters)).rstrip("0")
    return text or DIGITS[1]
