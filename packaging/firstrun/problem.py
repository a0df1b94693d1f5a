"""The one kind of failure that `run.py` foresees."""


class Problem(Exception):
    """A sentence for the person at the keyboard: what is missing or failed, and what to do about it."""
