"""Dialogs. None blocks: each is opened and answers by a signal or a callback."""
