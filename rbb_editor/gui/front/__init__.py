"""The pages for what is printed outside the tables: masthead, titles, summary, notes, abbreviations."""
