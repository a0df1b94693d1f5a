"""Hunspell at work beside the window: words are sent to it, what it answers is remembered."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QProcess, Signal

from rbb_editor.project.spelling import Speller, answer_of

UNDERWAY = 40
"""Words sent and not answered at a time: more would fill its pipe."""
MOST = 20_000
"""Words remembered and asked about in one run."""
GRACE = 500
"""Milliseconds that it has to end."""


class Asking(QObject):
    """`answered()`: more words are known. `ended()`: it has ended by itself and answers no more."""

    answered = Signal()
    ended = Signal()

    def __init__(self, speller: Speller, parent: QObject) -> None:
        super().__init__(parent)
        self._answers: dict[str, tuple[str, ...] | None] = {}
        self._wanted: deque[str] = deque()
        self._sent: deque[str] = deque()
        self._asked: set[str] = set()
        self._lines: list[str] = []
        self._rest = b""
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.started.connect(self._send)
        self._process.finished.connect(self.ended)
        self._process.errorOccurred.connect(self.ended)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.start(speller.command[0], list(speller.command[1:]))

    def is_wrong(self, word: str) -> bool:
        """Whether a word is known to be wrong."""
        return self._answers.get(word) is not None

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What could stand in the place of a wrong word."""
        return self._answers.get(word) or ()

    def ask(self, words: Iterable[str]) -> None:
        """Asks about the words that are not known yet; those asked last are answered first."""
        new = [word for word in dict.fromkeys(words) if word not in self._asked and len(self._asked) < MOST]
        self._asked.update(new)
        self._wanted.extendleft(reversed(new))
        self._send()

    def close(self) -> None:
        """Ends it."""
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(GRACE)

    def _send(self) -> None:
        if self._process.state() is not QProcess.ProcessState.Running:
            return
        while self._wanted and len(self._sent) < UNDERWAY:
            word = self._wanted.popleft()
            self._sent.append(word)
            self._process.write(f"^{word}\n".encode())

    def _read(self) -> None:
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(b"\n")
        before = len(self._sent)
        for line in lines:
            said = line.decode("utf-8", "replace").strip()
            if said.startswith("@"):
                continue  # who it is
            if said:
                self._lines.append(said)
            elif self._sent:
                self._answers[self._sent.popleft()] = answer_of(self._lines)
                self._lines = []
        if len(self._sent) < before:
            self._send()
            self.answered.emit()
