"""Find and replace over the report: what is looked for, a list of all that would change, one step to change it."""
