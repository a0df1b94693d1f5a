"""The rules that one report is checked by: those it has switched on, by scope and by what they need to find any."""

from collections import defaultdict
from collections.abc import Container, Iterable
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


class Apt(dict[int, list[Rule]]):
    """Which of some rules can find anything where just some traits show, found out once for each lot of traits.

    `asked`: the traits that any of the rules needs; no others may be asked for.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._needs = [(int(rule.needs), rule) for rule in rules]  # flags are ten times as slow to compare
        self.asked = reduce(or_, (needs for needs, _ in self._needs), 0)

    def __missing__(self, traits: int) -> list[Rule]:
        self[traits] = apt = [rule for needs, rule in self._needs if needs & traits == needs]
        return apt
