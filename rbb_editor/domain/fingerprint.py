"""A short text that stands for all that a report says: a file that was sent out is told by it from other states.

It is a sum over the entities, so that the fingerprint of an earlier state follows from a later one by the changes
between them, without looking at the rest of the report.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec.json import Encoder

from rbb_editor.domain.change import Change
from rbb_editor.domain.digest import blake2b
from rbb_editor.domain.entities import EarlierReport, Entity, Waiver
from rbb_editor.domain.report import Report

BYTES = 16
MODULUS = 1 << (8 * BYTES)


class Form(StrEnum):
    """In what form entities are weighed; files that were sent out hold fingerprints of any. The value begins the text.

    `REPR` was the first; `JSON` takes a third of its time.
    """

    REPR = ""
    JSON = "2-"


class Fingerprint:
    """The fingerprint of one state of a report, and the way to that of the state before."""

    def __init__(self, entities: Iterable[Entity], form: Form = Form.JSON) -> None:
        self._form = form
        self._sum = sum(_weights(entities, form)) % MODULUS

    def __str__(self) -> str:
        return f"{self._form}{self._sum:0{2 * BYTES}x}"

    def go_back(self, change: Change) -> None:
        """Becomes that of the state before `change`, which led to the state that this is of."""
        for pair in change.pairs:
            gone = sum(_weights([pair.after] if pair.after is not None else [], self._form))
            back = sum(_weights([pair.before] if pair.before is not None else [], self._form))
            self._sum = (self._sum - gone + back) % MODULUS


def fingerprint(report: Report, form: Form = Form.JSON) -> str:
    """32 hexadecimal digits after the form; the same for reports that say the same, ids and comments included."""
    return str(Fingerprint(report.entities(), form))


def form_of(state: str) -> Form:
    """The form of a fingerprint that was read from a file."""
    return Form.JSON if state.startswith(Form.JSON) else Form.REPR


def _weights(entities: Iterable[Entity], form: Form) -> list[int]:
    """A number of each entity; the report says the same with an earlier report beside it and without."""
    told, number = BYTES_OF[form], int.from_bytes
    return [
        number(blake2b(told(each), digest_size=BYTES).digest())
        for each in entities
        if not isinstance(each, EarlierReport)
    ]


def _by_repr(entity: Entity) -> bytes:
    return _as_before(entity, repr(entity).encode("utf-8", "surrogatepass"), b", said=''")


def _by_json(entity: Entity) -> bytes:
    try:
        return _as_before(entity, _encode(entity), b',"said":""')
    except UnicodeEncodeError:  # JSON holds no lone surrogates
        return _by_repr(entity)


def _as_before(entity: Entity, told: bytes, nothing_said: bytes) -> bytes:
    """A waiver that keeps nothing of what it is for as it was told before waivers kept that, in their last field."""
    return told.replace(nothing_said, b"") if isinstance(entity, Waiver) and not entity.said else told


_encode = Encoder().encode
BYTES_OF: dict[Form, Callable[[Entity], bytes]] = {Form.REPR: _by_repr, Form.JSON: _by_json}
