"""How benches measure: the median of several runs, told as a ratio to something measured in the same run."""

import gc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

SHARED = Path(__file__).resolve().parents[3] / "shared"


def seconds(work: Callable[[], Any], runs: int = 3, clock: Callable[[], float] = perf_counter) -> float:
    """The median time of `runs` calls; garbage is collected before each, as in a process that has just started.

    `clock`: `time.process_time` for growth, which should not depend on what else the machine is doing.
    """
    times = []
    for _ in range(runs):
        gc.collect()
        start = clock()
        work()
        times.append(clock() - start)
    return median(times)


def tell(what: str, value: float, limit: float, unit: str = "×", detail: str = "") -> None:
    """One line: what was measured, the value, the limit of the project, whether it holds."""
    verdict = "ok" if value <= limit else "TOO SLOW"
    print(
        f"  {what:<58} {value:8.3f} {unit:<2} (limit {limit:g}) {verdict}{'  ' + detail if detail else ''}", flush=True
    )
