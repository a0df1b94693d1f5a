"""The review of a file that came back: each of its changes beside what was sent out and what stands now."""
