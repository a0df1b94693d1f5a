"""The choices in a phrase of a language's file, (a|b) and (a|b)?, and what it may begin with."""


def expanded(phrase: str) -> list[str]:
    """A phrase that begins with a choice as one for each: so they are found by their first letters, too."""
    if not phrase.startswith("(") or phrase.startswith("(?"):
        return [phrase]
    firsts, end = choice(phrase)
    if phrase[end : end + 1] == "*":  # any ending of whichever it is
        return [each for first in firsts for each in expanded(first + phrase[end:])]
    optional = phrase[end : end + 1] == "?"
    return [
        each
        for first in [*firsts, *([""] if optional else [])]
        for each in expanded((first + phrase[end + optional :]).lstrip())
    ]


def choice(phrase: str) -> tuple[list[str], int]:
    """What a phrase that begins with a choice begins with, choices inside of them kept, and where the choice ends."""
    depth, start, firsts = 0, 1, []
    for place, sign in enumerate(phrase):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 or (depth == 1 and sign == "|"):
            firsts.append(phrase[start:place])
            start = place + 1
        if depth == 0:
            return firsts, place + 1
    raise ValueError(f"a choice without an end: {phrase}")


def alternative(text: str) -> str:
    """What of a text behind something in a choice belongs to the same alternative."""
    depth = 0
    for place, sign in enumerate(text):
        if depth == 0 and sign in "|)":
            return text[:place]
        depth += (sign == "(") - (sign == ")")
    return text


def openings(phrase: str, most: int) -> set[str]:
    """All beginnings of a phrase, of at most so many signs: shorter where anything may follow, "" where that is so at
    once.
    """
    if most == 0 or not phrase or phrase[0] in "*…‥#":
        return {""}
    if phrase.startswith("(?"):  # what must or must not stand before or behind
        return openings(phrase[choice(phrase)[1] :], most)
    choices, end = choice(phrase) if phrase[0] == "(" else ([phrase[0]], 1)
    optional = phrase[end : end + 1] == "?"
    rest = phrase[end + optional :]
    if phrase[0] == "(":
        found = {opening for each in choices for opening in openings(each + rest, most)}
    else:
        found = {phrase[0] + opening for opening in openings(rest, most - 1)}
    return found | openings(rest, most) if optional else found
