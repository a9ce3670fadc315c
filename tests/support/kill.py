"""Kill a program in the middle of saving, look what is left, and let the next one go on from there.

What the child does is a fixed sequence of numbered deeds (`deed`), so that after any number of them
the right content of the store is known. Needs a system with SIGKILL.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import IO

from ccsdesk.domain.answers import Answer, Written
from ccsdesk.domain.clock import SystemClock
from ccsdesk.domain.question import Kind, Question
from ccsdesk.store.opening import open_store
from tests.support.checkout import ROOT

MARKER = "zmajčkova skrivnost"
VISIT = 40
"""Deeds in a visit: it is begun, answered, finished, and begun again."""

QUESTIONS = tuple(
    Question(f"t{number}", Kind.TEXT, {"en": "?"}, {"en": "?"}, section="plans")
    for number in range(8)
)


@dataclass(frozen=True)
class Begin:
    """Begin a visit."""


@dataclass(frozen=True)
class Give:
    """Answer a question."""

    question: str
    answer: Written


@dataclass(frozen=True)
class Finish:
    """Finish the visit."""


def deed(number: int) -> Begin | Give | Finish:
    """What is done as number `number`, counted from 0."""
    step = number % VISIT
    if step == 0:
        return Begin()
    if step == VISIT - 1:
        return Finish()
    # Answers from a few letters to several pages of the database.
    length = random.Random(number).choice([0, 10, 500, 9000])  # noqa: S311 - the same every time
    return Give(f"t{number % len(QUESTIONS)}", Written(f"{MARKER} {number} " + "x" * length))


def content(done: int) -> dict[str, Answer] | None:
    """The answers kept after the first `done` deeds; None while there is no visit."""
    kept: dict[str, Answer] | None = None
    for number in range(done - (done - 1) % VISIT - 1 if done else 0, done):
        match deed(number):
            case Begin():
                kept = {}
            case Give(question, answer):
                kept = {**(kept or {}), question: answer}
            case Finish():
                kept = None
    return kept


@dataclass(frozen=True)
class Kill:
    """One kill: deeds acknowledged before it by this child, and deeds found on the disk in all."""

    acknowledged: int
    found: int
    was_working: bool
    """True if the child had opened the store when it was killed."""


class TrialError(AssertionError):
    """The store did not hold what it had acknowledged."""


def kills(folder: Path, *, seed: int, count: int) -> Iterator[Kill]:
    """Start and kill a child `count` times on one store, and check the store after each.

    Raises TrialError when an acknowledged deed is missing, the store is damaged, or an answer of
    a deleted visit is still in a file.
    """
    chance = random.Random(seed)  # noqa: S311 - a trial can be repeated
    done = 0
    for _ in range(count):
        # A third die while opening, the others somewhere in the deed after so many words.
        words = chance.choice([0, chance.randrange(1, 20), chance.randrange(20, 100)])
        seconds = chance.uniform(0, 0.02 if words == 0 else 0.008)
        lines = _run_and_kill(folder, done, words, seconds)
        acknowledged = [int(line) for line in lines if line.isdigit()]
        if acknowledged != list(range(done, done + len(acknowledged))):
            raise TrialError(f"The child said {lines} after {done} deeds.")
        done = _look(folder, done + len(acknowledged))
        yield Kill(len(acknowledged), done, "open" in lines)


def _run_and_kill(folder: Path, done: int, words: int, seconds: float) -> list[str]:
    """Everything the child said before it died, so long after so many words."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.support.kill_child", str(folder), str(done)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        bufsize=0,  # what is read here by lines and there by `select` must not wait in between
    )
    with child:
        said = child.stdout
        if said is None or said.readline() != b"ready\n":
            raise TrialError("The child did not start.")
        heard = b"".join(said.readline() for _ in range(words))
        heard += _listen(said, seconds)
        child.send_signal(signal.SIGKILL)
        heard += said.read()
    if child.returncode != -signal.SIGKILL:
        raise TrialError(f"The child ended by itself with {child.returncode}.")
    return heard.decode().split("\n")[:-1]


def _listen(said: IO[bytes], seconds: float) -> bytes:
    heard = b""
    end = perf_counter() + seconds
    while (left := end - perf_counter()) > 0:
        ready, _, _ = select.select([said], [], [], left)
        if ready:
            piece = os.read(said.fileno(), 65536)
            if not piece:
                break
            heard += piece
    return heard


def _look(folder: Path, acknowledged: int) -> int:
    """How many deeds the store holds: those acknowledged, or one more that nobody heard of."""
    with open_store(folder, clock=SystemClock()) as store:
        if store.notice is not None:
            raise TrialError(str(store.notice))
        draft = store.drafts.current()
        found = None if draft is None else dict(draft.answers.answers)
    if found is None and _holds_marker(folder):
        raise TrialError("Answers of a deleted visit are still in a file.")
    for done in (acknowledged, acknowledged + 1):
        if found == content(done):
            return done
    raise TrialError(f"After {acknowledged} deeds the store holds something else.")


def _holds_marker(folder: Path) -> bool:
    return any(MARKER.encode() in file.read_bytes() for file in folder.iterdir())
