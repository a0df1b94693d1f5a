"""The table of planned outputs: which rows it has, how they are drawn, how they are edited in place."""
