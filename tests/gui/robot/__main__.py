"""Lets a robot loose, and tells what it met."""

import faulthandler
import os
import sys
from argparse import ArgumentParser
from collections import deque
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.gui.robot.robot import REMEMBERED, Robot, work_off

HANGS = 150
"""Seconds without a further action after which the window hangs."""


class Logged(deque[str]):
    """The last actions, each written to a file as it is begun and again when it is done: a crash leaves them there."""

    def __init__(self, path: Path) -> None:
        super().__init__(maxlen=REMEMBERED)
        self._file = path.open("w", encoding="utf-8", buffering=1)

    def append(self, action: str) -> None:
        """Remembers and writes one."""
        super().append(action)
        self._file.write(f"{action} …\n")

    def __setitem__(self, at: Any, action: Any) -> None:
        super().__setitem__(at, action)
        self._file.write(f"{action}\n")


def watch(robot: Robot) -> None:
    """Ends the process where the window hangs, and tells where. Runs on a thread of its own."""
    before = 0
    while True:
        sleep(HANGS)
        if robot.steps == before:
            print("\n".join(["The window hangs. The last actions:", *robot.done]), flush=True)
            faulthandler.dump_traceback(all_threads=True)
            os._exit(3)
        before = robot.steps


def main() -> None:
    """What the command line says."""
    parser = ArgumentParser()
    parser.add_argument("--actions", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--document", default="en")
    parser.add_argument("--log", type=Path, help="a file for each action as it is begun: what a crash was met at")
    chosen = parser.parse_args()
    app = QApplication.instance() or QApplication([])  # noqa: F841  (kept until the end)
    with TemporaryDirectory() as name:
        os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = name
        started = perf_counter()
        robot = Robot(Path(name), chosen.seed, chosen.document)
        if chosen.log:
            robot.done = Logged(chosen.log)

        def tell(number: int) -> None:
            project = robot.window.project
            outputs, steps = (project.report.counts().outputs, len(project.history())) if project else (0, 0)
            print(f"{number} actions, {perf_counter() - started:.0f} s, {outputs} outputs, {steps} steps", flush=True)

        Thread(target=watch, args=(robot,), daemon=True).start()
        robot.run(chosen.actions, tell)
        print("\n".join(["What it did and met:", *(f"{count:7} {what}" for what, count in sorted(robot.seen.items()))]))
        print("\n".join(["The last actions:", *robot.done, "", *robot.trouble]) if robot.trouble else
              f"{chosen.actions} actions with seed {chosen.seed}: nothing went wrong.", flush=True)  # fmt: skip
        for window in tuple(robot.program.windows):
            window.close()
        robot.program.theme.setParent(None)
        robot.program.deleteLater()
        work_off()
    sys.stdout.flush()
    os._exit(1 if robot.trouble else 0)  # what is left of the menus and dialogs it opened is not taken down one by one


if __name__ == "__main__":
    main()
