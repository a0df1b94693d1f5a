"""The rules that one report is checked by: those it has switched on, by scope and by what they need to find any."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from rbb_editor.rules.rule import Rule, Scope


class ChosenRules:
    """`wanted` None: all rules there are; `off`: the names of those that are switched off."""

    def __init__(self, wanted: Iterable[Rule] | None, off: Container[str]) -> None:
        self._wanted, self._off = wanted, off
        self._by_scope: dict[Scope, list[Rule]] | None = None
        self._by_traits: dict[Scope, Apt] = {}

    def of(self, scope: Scope) -> list[Rule]:
        """The rules of a scope."""
        if self._by_scope is None:
            from rbb_editor.rules.listing import RULES  # no start needs them before its first picture

            self._by_scope = defaultdict(list)
            for rule in RULES if self._wanted is None else self._wanted:
                if rule.name not in self._off:
                    self._by_scope[rule.scope].append(rule)
        return self._by_scope[scope]

    def apt(self, scope: Scope) -> "Apt":
        """The rules of a scope by the traits that they need."""
        apt = self._by_traits.get(scope)
        if apt is None:
            apt = self._by_traits[scope] = Apt(self.of(scope))
        return apt


class Apt(dict[int, list[int]]):
    """Which of some rules, by their place among them, can find anything where just some traits show, found out once for
    each lot of traits.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = list(rules)
        self._needs = [int(rule.needs) for rule in self._rules]  # flags are ten times as slow to compare
        self._asked = reduce(or_, self._needs, 0)

    def __missing__(self, traits: int) -> list[int]:
        self[traits] = apt = [at for at, needs in enumerate(self._needs) if needs & traits == needs]
        return apt

    def due(self, traits: Sequence[int], places: Iterable[int]) -> Iterator[tuple[Rule, list[int]]]:
        """The rules in their order, each with those of some places in `traits` where it can find anything."""
        due: dict[int, list[int]] = {}
        for place in places:
            for at in self[traits[place] & self._asked]:
                due.setdefault(at, []).append(place)
        return ((self._rules[at], due[at]) for at in sorted(due))
