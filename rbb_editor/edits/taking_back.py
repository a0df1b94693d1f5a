"""Taking back one earlier change by itself, where nothing newer depends on it."""

from msgspec.structs import replace

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import Component, Entity, Output
from rbb_editor.domain.report import Conflict, Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError


def take_back(report: Report, change: Change) -> Change | None:
    """What takes back a change that was made earlier, field by field: what else was changed since then stays.

    Raises UserError where a field that it changed is another one by now, or where something newer hangs on what it
    added; None when all is as it was before.
    """
    pairs = [(report.get(pair.id), _restored(report.get(pair.id), pair)) for pair in reversed(change.pairs)]
    made = Change.of(Text.of(N_("Take back: {change}"), change=change.label), pairs)
    if made is None:
        return None
    try:
        report.snapshot().apply(made)
    except Conflict as error:
        raise UserError(
            N_("Something newer depends on this change, so it cannot be taken back by itself. Nothing was changed.")
        ) from error
    return made


def _restored(now: Entity | None, pair: Pair) -> Entity | None:
    """The entity as it is now with what the pair changed put back."""
    before, after = pair.before, pair.after
    if now is None or before is None or after is None:
        if now != after:
            raise _changed()
        return before
    return replace(now, **_fields_back(now, before, after))


def _fields_back(now: Entity | Component, before: Entity | Component, after: Entity | Component) -> dict[str, object]:
    """The fields to be put back, by name."""
    back: dict[str, object] = {}
    for name in before.__struct_fields__:
        was, became, is_now = (getattr(side, name) for side in (before, after, now))
        if was == became:
            continue
        if is_now == became:
            back[name] = was
        elif name == "components" and isinstance(now, Output):
            back[name] = _figures_back(is_now, was, became)
        else:
            raise _changed()
    return back


def _figures_back(
    now: tuple[Component, ...], before: tuple[Component, ...], after: tuple[Component, ...]
) -> tuple[Component, ...]:
    """The figures of an output, each with what was changed put back; the same figures must have stood there."""
    ids = [each.id for each in before]
    if ids != [each.id for each in after] or ids != [each.id for each in now]:
        raise _changed()
    return tuple(
        replace(each, **_fields_back(each, was, became)) for each, was, became in zip(now, before, after, strict=True)
    )


def _changed() -> UserError:
    return UserError(N_("This has been changed again since then, so it cannot be taken back by itself."))
