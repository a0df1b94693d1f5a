"""How any long function reports how far it is, and how it is stopped."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Protocol, TypeVar

from rbb_editor.domain.text import Text

T = TypeVar("T")


class Cancelled(Exception):
    """Raised out of `Progress.step` when the user has asked to stop; the work leaves nothing behind."""


class Progress(Protocol):
    """Called by long work with what is done and what there is to do, in the same unit; may raise `Cancelled`."""

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` is done; `total` may grow, 0 = not known yet."""


def silent(done: int, total: int) -> None:
    """The progress of work that nobody watches."""


class Waiting(Protocol):
    """How whoever asks for long work waits for it: `work` is done when this returns its result."""

    def __call__(self, work: Callable[[Progress], T], text: Text) -> T:
        """`text` says what is being done. Raises what the work raises, Cancelled too."""


def without_pause(work: Callable[[Progress], T], text: Text) -> T:  # noqa: ARG001
    """Waits where nobody watches: does the work at once."""
    return work(silent)


def tracked(items: Iterable[T], progress: Progress, *, total: int | None = None, every: int = 64) -> Iterator[T]:
    """Yields `items`, reporting every `every` items and at the end. `total` defaults to `len(items)`."""
    count = total if total is not None else (len(items) if isinstance(items, Sized) else 0)
    done = 0
    for done, item in enumerate(items, start=1):
        if (done - 1) % every == 0:
            progress(done - 1, max(count, done))
        yield item
    progress(done, max(count, done))


def part(progress: Progress, start: float, end: float) -> Progress:
    """A progress that fills only the share from `start` to `end` (0..1) of another one."""

    def scaled(done: int, total: int) -> None:
        share = start + (end - start) * (done / total if total else 1.0)
        progress(round(share * 1000), 1000)

    return scaled
