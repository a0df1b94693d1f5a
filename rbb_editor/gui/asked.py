"""What is asked of a drive in passing: on a thread of its own, as the drive may be slow, or never answer."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
PATIENCE = 0.3
"""Seconds that a window waits for an answer."""


class Asked(Generic[T]):
    """One question, under way from now on. The program can end before it is answered."""

    def __init__(self, ask: Callable[[], T]) -> None:
        """`ask` raises nothing and touches no widget."""
        self._ask = ask
        self._answers: list[T] = []
        self._thread = threading.Thread(target=self._run, name="rbb-editor question", daemon=True)
        self._thread.start()

    def answer(self, within: float = PATIENCE) -> T | None:
        """The answer, waited for so many seconds at most; None where there is none by then."""
        if not self._answers:
            self._thread.join(within)
        return self._answers[0] if self._answers else None

    def _run(self) -> None:
        self._answers.append(self._ask())
