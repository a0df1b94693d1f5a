"""The start page: ways to begin, and the reports worked on last."""
