"""Finding words in all texts of a report: plainly, as whole words, or by a regular expression.

Regular expressions run on the `regex` library, not on `re`: an expression that tries without end cannot be stopped in
`re`, which holds the interpreter for as long as it tries, so that neither a thread nor a timer could end it. `regex`
takes a time limit for each text; the first text that reaches it, or all together, ends the search with a sentence.
"""

from collections.abc import Callable, Iterable, Iterator
from time import thread_time

from msgspec import Struct

from rbb_editor.domain.entities import REPORT_ID, Entity
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.domain.wording import Hit, Kind, Place, texts
from rbb_editor.errors import UserError
from rbb_editor.project.words import is_whole_word, plain_places

LIMIT = 0.1
"""Seconds that a regular expression may take for one text; the longest real remark takes a thousandth of that."""
LIMIT_OF_ALL = 3.0
"""Seconds that it may take for all texts together; those of 10,000 outputs take a fortieth of that."""

Found = tuple[int, int, tuple[str | None, ...]]
Matcher = Callable[[str], Iterable[Found]]
EVERY_KIND = frozenset(Kind)


class Query(Struct, frozen=True):
    """What is looked for. `pattern`: `text` is a regular expression. `scope`: the id of a section; None: the report."""

    text: str
    match_case: bool = False
    whole_word: bool = False
    pattern: bool = False
    kinds: frozenset[Kind] = EVERY_KIND
    scope: str | None = None


def find(report: Report, query: Query) -> list[Hit]:
    """All hits in printed order. UserError for a regular expression that is wrong or takes too long."""
    return [hit for hits in scan(report, query) for hit in hits]


def scan(report: Report, query: Query) -> Iterator[list[Hit]]:
    """The hits of one entity after the other (mostly none), so that a window can search between two key presses.

    The report must not change before the end. UserError at once for a wrong regular expression, later for a slow one.
    """
    matcher = matcher_of(query)
    return (_hits(entity, query.kinds, matcher) for entity in _entities(report, query.scope))


def matcher_of(query: Query) -> Matcher:
    """A function from a text to the places of what is found in it, none of them empty, none within another."""
    if not query.text:
        return lambda text: ()  # noqa: ARG005
    find_in = _pattern(query) if query.pattern else _plain(query)
    if not query.whole_word:
        return find_in
    return lambda text: [found for found in find_in(text) if is_whole_word(text, found[0], found[1])]


def _entities(report: Report, scope: str | None) -> Iterator[Entity]:
    if scope is None or scope == REPORT_ID:
        yield report.info
        yield from report.walk()
    elif (own := report.get(scope)) is not None:
        yield own
        yield from report.walk(scope)


def _hits(entity: Entity, kinds: frozenset[Kind], matcher: Matcher) -> list[Hit]:
    hits: list[Hit] = []
    for kind, component, field, text in texts(entity):
        if text and kind in kinds and (found := list(matcher(text))):
            place = Place(entity.id, kind, component, field)
            hits += [Hit(place, start, end, text[start:end], groups) for start, end, groups in found]
    return hits


def _plain(query: Query) -> Matcher:
    places = plain_places(query.text, match_case=query.match_case)
    return lambda text: [(start, end, ()) for start, end in places(text)]


def _pattern(query: Query) -> Matcher:
    import regex  # type: ignore[import-untyped]  # only who searches with expressions needs it

    from rbb_editor.project.pattern_faults import why

    try:
        flags = regex.MULTILINE if query.match_case else regex.MULTILINE | regex.IGNORECASE
        compiled = regex.compile(query.text, flags)
    except (regex.error, RecursionError, OverflowError) as error:
        raise UserError(
            N_("“{text}” is no regular expression: {reason}. Nothing was searched."),
            text=query.text,
            reason=why(query.text, error),
        ) from error

    too_long = UserError(
        N_("The regular expression “{text}” takes too long and was stopped. Make it simpler."), text=query.text
    )
    left = LIMIT_OF_ALL

    def found_in(text: str) -> Iterator[Found]:
        nonlocal left
        if left <= 0:
            raise too_long
        start = thread_time()
        try:
            for match in compiled.finditer(text, timeout=min(LIMIT, left)):
                if match.end() > match.start():
                    yield match.start(), match.end(), match.groups()
        except TimeoutError as error:
            raise too_long from error
        left -= thread_time() - start

    return found_in
