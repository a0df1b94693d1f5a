"""How a report comes in and goes out: one file per format, one line each in `registry.FORMATS`.

Readers turn a file into a stream of `blocks`; `assemble` turns the blocks into a report and says what it repaired,
guessed or left out (`imported`). Writers render what `document` composes.
"""
