"""What a user can change: pure functions (report, …) -> Change, or None where nothing changes."""
