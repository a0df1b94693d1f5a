"""The outline at the left: front matter, abbreviations, whole report, departments, offices and accomplishments."""
