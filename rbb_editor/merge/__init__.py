"""What two copies of a report mean: a three-way compare, and the change that a set of decisions makes.

`base` is what both started from (what was sent out), `ours` what stands now, `theirs` what came back. Pure functions of
reports; they may run off the GUI thread on snapshots. `compare` says what theirs would change, `combined` puts two
rewordings of one text together, `merged` makes the one change out of what was decided, `identified` finds again the
rows of a copy that has lost its ids, `counterparts` and `figure_pairs` those of another year's report, `matched_by`
how.
"""

from rbb_editor.merge.compare import compare
from rbb_editor.merge.decide import merged
from rbb_editor.merge.differences import Comparison, Decision, Difference, Kind, Side, Spot, Topic
from rbb_editor.merge.matching import Match, counterparts, figure_pairs, identified, matched_by
from rbb_editor.merge.words import combined

__all__ = [
    "Comparison",
    "Decision",
    "Difference",
    "Kind",
    "Match",
    "Side",
    "Spot",
    "Topic",
    "combined",
    "compare",
    "counterparts",
    "figure_pairs",
    "identified",
    "matched_by",
    "merged",
]
