"""Comments as threads, in the order of what they are about. No Qt."""

from msgspec import Struct

from rbb_editor.domain.entities import Comment, Output
from rbb_editor.domain.report import Report
from rbb_editor.gui.panels.problems import noted
from rbb_editor.project import Project


class Thread(Struct, frozen=True):
    """A comment with the answers to it, oldest first."""

    root: Comment
    answers: tuple[Comment, ...]

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All that was said."""
        return (self.root, *self.answers)

    def about(self, target: str | None, component: str | None) -> bool:
        """Whether it is about a figure, or about the output of that figure as a whole."""
        return self.root.target == target and self.root.component in (None, component)


def threads(project: Project, node: str) -> list[Thread]:
    """The threads on a node (REPORT_ID: the whole report) and on all that lies in it: the open ones first."""
    found: list[Thread] = []
    for id in noted(project, node):
        found += _threads_on(project, id)
    return sorted(found, key=lambda thread: thread.root.resolved)


def open_threads(project: Project, node: str) -> int:
    """How many threads are not resolved."""
    return sum(not thread.root.resolved for thread in threads(project, node))


def stands(report: Report, comment: Comment) -> bool:
    """Whether the words that a comment is about still stand in its field; True where it is about no words."""
    entity = report.get(comment.target)
    if not comment.quote or not comment.field or not isinstance(entity, Output):
        return True
    sides = [each for each in entity.components if comment.component in (None, each.id)]
    texts = [getattr(side, comment.field, "") for side in (entity, *sides)]
    quote = _letters(comment.quote)
    return any(quote in _letters(text) for text in texts if isinstance(text, str))


def _letters(text: str) -> str:
    """A text without white space, which other programs change."""
    return "".join(text.split())


def _threads_on(project: Project, id: str) -> list[Thread]:
    comments = [note for note in project.report.about(id) if isinstance(note, Comment)]
    known = {comment.id: comment for comment in comments}

    def root_of(comment: Comment) -> str:
        seen = {comment.id}
        while comment.answers in known and comment.answers not in seen:
            comment = known[comment.answers]
            seen.add(comment.id)
        return comment.id

    answers: dict[str, list[Comment]] = {}
    for comment in comments:
        answers.setdefault(root_of(comment), []).append(comment)
    return [Thread(known[root], tuple(each for each in said if each.id != root)) for root, said in answers.items()]
