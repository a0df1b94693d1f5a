"""Spelling marks in the editors of long text and, on demand, in the table."""
