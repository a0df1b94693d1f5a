"""Why a regular expression is none, in the user's words: the library says so in English."""

from rbb_editor.domain.text import N_, Text

NO_SET_END = N_("a set that begins with “[” has no “]”")
NO_END = N_("a “(” has no “)”")
NO_GROUP = N_("it refers to a group that is not there")
UNFINISHED = N_("a code that begins with a backslash is not complete")
BAD_NAME = N_("the name of a group is missing, or begins with a digit or holds a sign that it may not")
NO_PROPERTY = N_("it names a kind of characters that is not known")
BEHIND = {
    "unterminated character set": NO_SET_END,
    "missing ]": NO_SET_END,
    "missing )": NO_END,
    "bad escape (end of pattern)": N_("nothing stands behind the last backslash"),
    "bad character range": N_("a range of characters runs backwards"),
    "min repeat greater than max repeat": N_("it is to repeat at least more often than at most"),
    "repeat count too big": N_("it is to repeat too often"),
    "missing group name": BAD_NAME,
    "missing >": BAD_NAME,
    "bad character in group name": BAD_NAME,
    "invalid group reference": NO_GROUP,
    "unknown group": NO_GROUP,
    "cannot refer to an open group": N_("a group refers to itself"),
    "unknown extension": N_("what stands behind “(?” has no meaning"),
    "unknown property": NO_PROPERTY,
    "undefined character name": NO_PROPERTY,
}
"""By what the library says where it has read the fault."""
BEFORE = {
    "unbalanced parenthesis": N_("a “)” has no “(”"),
    "nothing to repeat": N_("there is nothing to repeat before a sign that repeats"),
    "multiple repeat": N_("two signs that repeat stand side by side"),
}
"""By what it says where it is about to."""
BY_BEGINNING = {
    "bad escape": N_("a letter behind a backslash has no meaning"),
    "incomplete escape": UNFINISHED,
    "bad hex escape": UNFINISHED,
}
TOO_LARGE = N_("it is too large")


def why(pattern: str, error: Exception) -> Text:
    """What is wrong in an expression, and at which character; in the library's own words where we have none."""
    said, at = getattr(error, "msg", None), getattr(error, "pos", None)
    if not isinstance(said, str) or not isinstance(at, int):
        return Text.of(TOO_LARGE)
    begins = (words for beginning, words in BY_BEGINNING.items() if said.startswith(beginning))
    reason = BEHIND.get(said) or BEFORE.get(said) or next(begins, None)
    place = max(1, min(len(pattern), at + (said in BEFORE)))
    return Text.of(N_("{reason} (character {place})"), reason=Text.of(reason) if reason else said, place=place)
