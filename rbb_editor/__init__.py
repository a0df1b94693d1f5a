"""RBB Editor: drafts, checks and submits results-based-budgeting performance addenda."""

__version__ = "0.1.0"
