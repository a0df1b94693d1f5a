"""The parts of a Word package in the layout of a General Assembly document, as XML text."""
