"""The outline at the left: front matter, abbreviations, departments, offices and accomplishments."""
