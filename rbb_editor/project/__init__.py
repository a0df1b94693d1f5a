"""One open report: all that the window and the command line talk to."""

from rbb_editor.project.happened import Happened
from rbb_editor.project.project import Project

__all__ = ["Happened", "Project"]
