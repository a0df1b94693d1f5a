"""The command line: `rbb-editor SUB-COMMAND …`. Thin: arguments, texts and exit codes over `project`."""

from rbb_editor.cli.run import NAMES, main

__all__ = ["NAMES", "main"]
