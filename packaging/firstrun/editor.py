"""What a person gets: the window on a fresh copy of the sample or, without a display, the main job without a window."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from firstrun import display, libraries, places, program
from firstrun.display import Display
from firstrun.environment import Environment
from firstrun.problem import Problem

SEVERITIES = {"error": "errors", "warning": "warnings", "advice": "pieces of advice"}


def run(environment: Environment, arguments: Sequence[str], **more: str) -> int:
    """Run rbb-editor in the foreground; its exit code, 128 + the signal where one ended it."""
    return _exit_code(subprocess.call(_command(environment, arguments), env=program.environment(os.environ, **more)))


def python(environment: Environment, arguments: Sequence[str], cwd: Path | None = None, **more: str) -> int:
    """Run the environment's Python in the foreground; its exit code."""
    command = [str(environment.python), *arguments]
    return _exit_code(subprocess.call(command, env=program.environment(os.environ, **more), cwd=cwd))


def usable_display() -> Display:
    """The display a window can be shown on, its system libraries brought; `Display.NONE` where there is none."""
    named = display.named(os.environ)
    if not named:
        return Display.NONE
    # A desktop may offer two; the libraries of one are enough.
    complete = [each for each in named if not libraries.missing(libraries.needed(each))]
    if not complete:
        libraries.bring(named[-1])
    answering = [each for each in complete or named[-1:] if display.answers(each, os.environ)]
    if not answering:
        return Display.NONE
    libraries.bring_chinese_font()
    return answering[0]


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether rbb-editor, called so, would show a window: nothing is named, or a file rather than a sub-command."""
    if not arguments:
        return True
    first = Path(arguments[0])
    return not arguments[0].startswith("-") and (first.exists() or first.suffix != "" or len(first.parts) > 1)


def open_sample(environment: Environment, window: Display) -> int:
    """Open the window on a fresh copy of the sample; without a display check and export it."""
    sample = places.sample_file(places.CHECKOUT, os.environ)
    samples = places.user_folder("data", os.environ) / "samples"
    places.clear_untouched_samples(samples)
    report = places.new_sample_folder(samples) / f"{sample.stem}.rbb"
    _do(environment, "import", str(sample), "-o", str(report))
    places.mark_untouched(report)
    print(f"A fresh copy of the sample report: {report}")
    if window is not Display.NONE:
        return run(environment, [str(report)])
    print("There is no display here, so no window is opened: the sample is checked and exported instead.")
    print(findings(_do(environment, "check", str(report), "--json", allowed=(0, 1))))
    for kind, suffix in zip(("Word", "Excel"), places.EXPORTED, strict=True):
        exported = report.with_suffix(suffix)
        _do(environment, "export", str(report), "-o", str(exported))
        print(f"{kind + ':':9}{exported}")
    return 0


def findings(answer: str) -> str:
    """What `check --json` found, counted by severity and by rule."""
    found = [finding for finding in json.loads(answer)["findings"] if not finding["waived"]]
    severities = Counter(finding["severity"] for finding in found)
    lines = ["Findings: " + ", ".join(f"{severities[severity]} {plural}" for severity, plural in SEVERITIES.items())]
    for severity in SEVERITIES:
        rules = Counter(finding["rule"] for finding in found if finding["severity"] == severity)
        lines += [f"  {count:5} × {rule} ({severity})" for rule, count in rules.most_common()]
    return "\n".join(lines)


def _do(environment: Environment, *arguments: str, allowed: Sequence[int] = (0,)) -> str:
    """Run a command of rbb-editor that must succeed; what it printed. Its errors reach the person as they are."""
    answer = subprocess.run(
        _command(environment, arguments),
        env=program.environment(os.environ, PYTHONUTF8="1"),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if answer.returncode not in allowed:
        msg = f"rbb-editor {arguments[0]} ended with exit code {_exit_code(answer.returncode)}."
        raise Problem(msg)
    return answer.stdout


def _command(environment: Environment, arguments: Sequence[str]) -> list[str]:
    # -P: a file of the current folder must not stand in for a package.
    return [str(environment.python), "-P", "-m", "rbb_editor", *arguments]


def _exit_code(code: int) -> int:
    if code >= 0:
        return code
    print(f"The program was ended by signal {-code}.", file=sys.stderr)
    return 128 - code
