"""Last year's report beside this one: choosing it, and showing what it said."""
