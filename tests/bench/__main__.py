"""`python -m tests.bench [NAME …]`: runs every bench_*.py of this folder (or those named) and prints its ratios."""

import importlib
import sys
from pathlib import Path


def main(wanted: list[str]) -> int:
    """Runs the benches; each module has a `main()` that prints its lines."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    chosen = [name for name in names if not wanted or name.removeprefix("bench_") in wanted]
    if not chosen:
        print(f"no such bench; there are {', '.join(name.removeprefix('bench_') for name in names)}")
        return 2
    for name in chosen:
        module = importlib.import_module(f"tests.bench.{name}")
        print(f"== {name.removeprefix('bench_')}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
        module.main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
