"""What a rule and a finding are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct, field

from rbb_editor.domain.entities import Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text

if TYPE_CHECKING:
    from rbb_editor.rules.texts import Texts

Derived = TypeVar("Derived")

MANY = 500
"""Outputs from which something is derived at once: their texts are read as one, and are no burden to the memory."""


class Severity(StrEnum):
    """How bad a finding is: an ERROR must be corrected or waived before submission."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


SEVERITY_NAMES = {
    Severity.ERROR: Text.of(N_("Must be corrected")),
    Severity.WARNING: Text.of(N_("Check")),
    Severity.ADVICE: Text.of(N_("Note")),
}


class Scope(StrEnum):
    """What a rule looks at in one call, and so when it is called again."""

    OUTPUT = "output"
    """One output: its rules run again when it changes."""
    CHILDREN = "children"
    """A section (or the report, for its departments) with its children, and the numbers of theirs: run again when any
    of these sections changes, or an output directly below it.
    """
    TEXTS = "texts"
    """The texts of one output, section or front matter (`texts.Texts`): run again when it changes."""
    REPORT = "report"
    """The whole report: run again when the keyboard rests after a change."""


class Mark(Struct, frozen=True):
    """Words that a finding is about: from `start` to `end` in a field, of a figure where `component` is given."""

    component: str | None
    field: str
    start: int
    end: int


class Mend(Struct, frozen=True):
    """A certain mend: `text` in the place of the words `before` at a mark.

    `target`: the entity, where it is another than that of the finding. `also`: further words that belong to the same
    mend; all of it is made, or nothing.
    """

    mark: Mark
    before: str
    text: str
    target: str | None = None
    also: "tuple[Mend, ...]" = ()

    def parts(self) -> "tuple[Mend, ...]":
        """All places of the mend, the first one first."""
        return (self, *self.also)


class Problem(Struct, frozen=True):
    """What a rule found, before the checker adds who found it.

    `target`: id of the output or section (or REPORT_ID); `component` and `field` lead to the cell: "planned_text",
    "completed", "remarks", "explanation", "number" or "title". `marks`: the words it is about. `evidence`: what it
    rests on, a second line. `mend`: what certainly puts it right. `guess`: it rests on what is only likely.
    """

    target: str
    message: Text
    component: str | None = None
    field: str | None = None
    marks: tuple[Mark, ...] = ()
    evidence: Text | None = None
    mend: Mend | None = None
    guess: bool = False


class Finding(Struct, frozen=True, gc=False):
    """A problem with the name and severity of its rule. `waived`: someone decided, with a reason, that it is right.

    `lapsed`: the reason with which it was waived while it had other figures (see `waivers`).
    """

    rule: str
    severity: Severity
    target: str
    component: str | None
    field: str | None
    message: Text
    waived: bool = False
    marks: tuple[Mark, ...] = ()
    evidence: Text | None = None
    mend: Mend | None = None
    guess: bool = False
    lapsed: str = ""

    @property
    def grounds(self) -> tuple[Text, ...]:
        """What it rests on, and that it was waived before, for the lines below its message."""
        found = () if self.evidence is None else (self.evidence,)
        if not self.lapsed:
            return found
        return (*found, Text.of(N_("It was waived with other figures: “{reason}”."), reason=self.lapsed))


class View(Struct, frozen=True):
    """What a rule may look at.

    `settings`: those of the report that differ from the house default, by rule. `traits`: what shows at a glance in
    each output, by its id; the checker keeps it. `told`: while the rules are called that look at one output, its folded
    remarks and reasons with `texts.WITHIN` between them, by its id, where these are known.
    """

    report: Report
    reader: Reader
    language: Language
    settings: Mapping[str, RuleSetting] = field(default_factory=dict)
    traits: dict[str, int] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    _order: list[Output] = field(default_factory=list)
    _shown: list[int] = field(default_factory=list)
    _derived: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    _whole: dict[str, Any] = field(default_factory=dict)

    def outputs(self, needs: int = 0) -> Iterator[Output]:
        """The outputs of the report that show some traits, in printed order, for rules over the whole report."""
        if not self._order:
            self._order.extend(self.report.outputs())
        wanted = int(needs)
        if not wanted:
            return iter(self._order)
        if not self._shown:
            self._shown.extend([self.traits[output.id] for output in self._order])
        return (output for output, shown in zip(self._order, self._shown, strict=True) if shown & wanted == wanted)

    def changed(self, ids: Iterable[str]) -> None:
        """To be called when something of these ids may have come, gone, changed or moved."""
        self._order.clear()
        self._shown.clear()
        self._whole.clear()
        for kept in self._derived.values():
            for id in ids:
                kept.pop(id, None)

    def threshold(self, rule: str, default: float) -> float:
        """The threshold of a rule in this report."""
        setting = self.settings.get(rule)
        return default if setting is None or setting.threshold is None else setting.threshold

    def derived(self, name: str, output: Output, make: Callable[["View", Output], Derived]) -> Derived:
        """What `make` finds in an output, made once for each state of it."""
        kept: dict[str, Derived] = self._derived[name]
        known = kept.get(output.id)
        if known is None:
            known = kept[output.id] = make(self, output)
        return known

    def each_derived(
        self, name: str, make: Callable[["View", Sequence[Output]], Iterable[Derived]], needs: int = 0
    ) -> Iterator[tuple[Output, Derived]]:
        """The outputs that show some traits, in printed order, each with what `make` finds in it.

        That is made once for each state of an output, and for many at once: rules over the whole report stay quick.
        """
        kept: dict[str, Derived] = self._derived[name]
        outputs = list(self.outputs(needs))
        ids = [output.id for output in outputs]
        new = iter([output for output, id in zip(outputs, ids, strict=True) if id not in kept])
        while some := list(islice(new, MANY)):
            kept.update(zip([output.id for output in some], make(self, some), strict=True))
        return zip(outputs, map(kept.__getitem__, ids), strict=True)

    def of_all(self, name: str, make: "Callable[[View], Derived]") -> Derived:
        """What `make` finds in the whole report, made once for all rules that ask for it, until something changes."""
        known: Derived | None = self._whole.get(name)
        if known is None:
            known = self._whole[name] = make(self)
        return known

    def forget(self, name: str, ids: Iterable[str]) -> None:
        """Drops what was derived from some outputs and will hardly be asked for again."""
        kept = self._derived[name]
        for id in kept.keys() & ids:
            del kept[id]


OutputCheck = Callable[[View, Output], Iterator[Problem]]
ChildrenCheck = Callable[[View, str | None], Iterator[Problem]]
TextsCheck = Callable[[View, "Texts"], Iterator[Problem]]
ReportCheck = Callable[[View], Iterator[Problem]]


class Threshold(Struct, frozen=True):
    """A number that a report may set for a rule: its default, its limits, what it counts (a marked text)."""

    default: float
    least: float
    most: float
    unit: str


class Rule(Struct, frozen=True):
    """A rule: its function takes the view, and what its scope names.

    `title` names what is looked for, `about` explains it with an example: marked texts. `needs`: what an output or
    section must show at a glance (`traits.Trait`) for the rule to find anything in it; it is called for no other.
    """

    name: str
    severity: Severity
    scope: Scope
    check: OutputCheck | ChildrenCheck | TextsCheck | ReportCheck
    title: str
    about: str
    threshold: Threshold | None = None
    needs: int = 0
