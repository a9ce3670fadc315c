"""The child that `tests.support.kill` kills: does deed after deed on a store, and says so after each.

Its arguments are the folder of the store and the number of deeds done before.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import assert_never

from ccsdesk.domain.clock import SystemClock
from ccsdesk.domain.draft import Mode
from ccsdesk.services.consultation import Consultation
from ccsdesk.store.opening import open_store
from tests.support.drafts import STAMP
from tests.support.flows import PlainRules, small_catalogue
from tests.support.kill import QUESTIONS, Begin, Finish, Give, deed


def main(folder: Path, done: int) -> None:
    """Go on until killed."""
    catalogue = small_catalogue(QUESTIONS)
    rules = PlainRules(catalogue, STAMP)
    clock = SystemClock()
    _say("ready")
    store = open_store(folder, clock=clock)
    visit = Consultation(catalogue, rules=rules, clock=clock, drafts=store.drafts)
    if visit.interrupted() is not None:
        visit.resume()
    _say("open")
    for number in itertools.count(done):
        now = deed(number)
        match now:
            case Begin():
                visit.start(Mode.FULL, language="sl")
            case Give(question, answer):
                visit.record(question, answer)
            case Finish():
                visit.finish()
            case _:
                assert_never(now)
        _say(str(number))


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
