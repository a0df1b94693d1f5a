"""Killing an editor at a random moment and looking at what it leaves behind; for the test and for the figures."""

import random
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from rbb_editor import store

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Killings:
    """What came of it: edits that were acknowledged, rows that were lost, journals left to roll back."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unsound: int = 0
    rolled_back: int = 0


def kill_editors(path: Path, kills: int, seed: int = 1) -> Killings:
    """Lets `kills` editors of the report at `path` work one after the other, each killed within a quarter second."""
    chance = random.Random(seed)
    came = Killings()
    for _ in range(kills):
        seqs = _killed(path, chance.uniform(0.0, 0.25))
        came.kills += 1
        came.acknowledged += len(seqs)
        came.rolled_back += path.with_name(f"{path.name}-journal").exists()
        try:
            with store.open_file(path) as opened:
                opened.verify()
                last = opened.journal()[-1].seq
                text = opened.load().output("letters").planned_text
                acknowledged = seqs[-1] if seqs else 1
                came.lost += max(0, acknowledged - last)
                came.unsound += last > 1 and text != str(last)
                came.unsound += last > acknowledged + 1 and bool(seqs)
        except store.Damaged:
            came.unsound += 1
    return came


def _killed(path: Path, after: float) -> list[int]:
    """The seqs that an editor acknowledged before it was killed, `after` seconds from its start of work."""
    command = [sys.executable, "-m", "tests.store.killed", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as editor:
        assert editor.stdout is not None
        assert editor.stdout.readline() == "ready\n", "the editor did not start"
        timer = threading.Timer(after, editor.kill)
        timer.start()
        lines = editor.stdout.read().split("\n")
        editor.wait()
        timer.join()
    return [int(line) for line in lines[:-1]]
