"""What is asked before answers go: one sentence, the verb of what would be done, and the way to leave all as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ccsdesk.text import message

STAY = message("Keep my answers")


@dataclass(frozen=True, slots=True)
class Asked:
    """Words of the program, to be said in a language."""

    sentence: str
    action: str


ASKED: Mapping[str, Asked] = {
    "over": Asked(
        message("Starting over deletes all answers of this visit from this computer."),
        message("Delete and start over"),
    ),
    "open": Asked(
        message("Opening a file deletes the answers of this visit from this computer."),
        message("Delete and open a file"),
    ),
    "example": Asked(
        message("Showing the example deletes the answers of this visit from this computer."),
        message("Delete and show the example"),
    ),
    "close": Asked(
        message("Your answers are not saved on this computer. Closing the window deletes them."),
        message("Delete and close"),
    ),
}
