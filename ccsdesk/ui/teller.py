"""What is told on the line above the buttons, said again whenever the language changes. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ccsdesk.domain.errors import CcsError
from ccsdesk.services.bug_reports import told_bug
from ccsdesk.services.telling import told
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.asked import ASKED, STAY
from ccsdesk.ui.shell import Shell


class Teller:
    """The shell's one line, in the words of the moment; a page that comes takes the line away."""

    def __init__(self, shell: Shell, words: Callable[[], Words]) -> None:
        self._shell, self._words = shell, words
        self._say: Callable[[], None] | None = None

    def tell(
        self,
        sentence: Callable[[Words], str],
        kind: str = theme.INFORMATION,
        *,
        action: Callable[[Words], str] | None = None,
        stay: Callable[[Words], str] | None = None,
        name: str = "",
    ) -> None:
        """Say something now, and again when the language changes; where one may `stay`, that has the keyboard."""

        def say() -> None:
            words = self._words()
            act, keep = ("" if one is None else one(words) for one in (action, stay))
            self._shell.tell(sentence(words), kind, action=act, stay=keep, name=name)

        self._say = say
        say()
        if stay is not None:
            self._shell.told.stay.setFocus()

    @property
    def is_telling(self) -> bool:
        """Whether something is told on the page that is shown."""
        return self._say is not None

    def error(self, error: CcsError) -> None:
        """Say what went wrong, and what to do."""
        self.tell(lambda words: told(error, words), theme.MISTAKE)

    def bug(self, report: Path | None) -> None:
        """Say that something went wrong that should not have."""
        self.tell(lambda words: told_bug(report, words), theme.MISTAKE)

    def ask_first(self, name: str) -> None:
        """Ask before answers go; `name` is a key of ASKED."""
        asked = ASKED[name]
        self.tell(
            lambda words: words.say(asked.sentence),
            theme.WARNING,
            action=lambda words: words.say(asked.action),
            stay=lambda words: words.say(STAY),
            name=name,
        )

    def again(self) -> None:
        """Say it once more, in the words of now."""
        if self._say is not None:
            self._say()

    def forget(self) -> None:
        """Another page has taken the line away."""
        self._say = None

    def clear(self) -> None:
        """Take the line away."""
        self._shell.tell("")
        self._say = None
