"""Word files: `render` writes the composed blocks as parts of a package, `read` reads any producer's package.

Both work on the XML itself: it is the only way to read what other producers write to the letter (tracked changes,
content controls, merged cells), and to write thousands of rows in a second.
"""
