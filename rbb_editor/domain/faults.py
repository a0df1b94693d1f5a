"""A bug of ours in one part of the work whose rest has nothing to do with it, and goes on: it is told all the same."""

import sys


def tell(error: Exception) -> None:
    """Hands a bug to whoever is told of those that nothing caught: the window's report of crashes, or the terminal."""
    sys.excepthook(type(error), error, error.__traceback__)
