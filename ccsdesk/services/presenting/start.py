"""What the start page says: how long a visit takes, what becomes of the answers, what was left behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ccsdesk.domain.draft import IDLE, Mode
from ccsdesk.flow.progress import progress
from ccsdesk.flow.script import Script
from ccsdesk.flow.state import Asker, Flow
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.presenting.pace import MINUTE, effort
from ccsdesk.text import Words


@dataclass(frozen=True, slots=True)
class StartView:
    """The start page. `private` are sentences, one a line.

    `interrupted` says what visit there is to go on with; "" where there is none.
    """

    quick: str
    full: str
    private: tuple[str, ...]
    interrupted: str


def start_view(
    catalogue: Catalogue,
    asker: Asker,
    words: Words,
    *,
    is_kept: bool,
    begun_at: datetime | None,
    answered: int = 0,
) -> StartView:
    """The view; `begun_at` is when the visit began that a crash has left, `answered` counts what one open has."""
    script = Script.of(catalogue)
    quick, full = (progress(Flow.begin(script, asker, mode)) for mode in (Mode.QUICK, Mode.FULL))
    return StartView(
        quick=effort(quick, words),
        full=effort(full, words),
        private=private_words(words, is_kept=is_kept),
        interrupted=_interrupted(words, begun_at, answered),
    )


def _interrupted(words: Words, begun_at: datetime | None, answered: int) -> str:
    if answered:
        return words.count(
            "You have answered {n} question in this visit.",
            "You have answered {n} questions in this visit.",
            answered,
        )
    if begun_at is None:
        return ""
    return words.say(
        "A visit begun at {time} was interrupted.", time=f"{begun_at.astimezone():%H:%M}"
    )


def private_words(words: Words, *, is_kept: bool) -> tuple[str, ...]:
    """What happens with the answers, sentence by sentence."""
    idle = words.count("{n} minute", "{n} minutes", int(IDLE.total_seconds()) // MINUTE)
    if is_kept:
        kept = words.say(
            "Each answer is saved on this computer as you give it, so that nothing is lost if something goes wrong."
        )
        gone = words.say(
            "Your answers are deleted when you finish, when you start over, or after {idle} without any activity.",
            idle=idle,
        )
    else:
        kept = words.say(
            "Nothing is written to this computer’s disk: if the program stops, your answers are gone."
        )
        gone = words.say(
            "Your answers are forgotten when you finish, when you start over, or after {idle} without any activity.",
            idle=idle,
        )
    return (
        kept,
        gone,
        words.say("Nothing is sent anywhere; this program does not use the internet."),
        words.say("You need no account, and you may leave out any question."),
    )
