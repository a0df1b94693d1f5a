"""The overview: the whole report at a glance, every bar a way to its rows."""
