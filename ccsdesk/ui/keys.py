"""The one table of keys: what the window reacts to and what the sheet of keys lists. Decides nothing.

AltGr of a Slovenian keyboard is Ctrl+Alt, so no key here has both; letters keep clear of what fields
of text use themselves (A, C, V, X, Y, Z and the Emacs keys D, E, H, K, U).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ccsdesk.text import Words, message


class Group(StrEnum):
    """What the keys are for; the headings of the sheet."""

    ANSWERING = "answering"
    MOVING = "moving"
    DOING = "doing"
    LOOKING = "looking"


GROUP_TITLES: Mapping[Group, str] = {
    Group.ANSWERING: message("Answering"),
    Group.MOVING: message("Getting around"),
    Group.DOING: message("Doing"),
    Group.LOOKING: message("Text, colours and language"),
}

CAPS: Mapping[str, str] = {
    "Left": message("Left arrow"),
    "Up": message("Up arrow"),
    "Down": message("Down arrow"),
    "Enter": message("Enter"),
    "Space": message("Space bar"),
    "Tab": message("Tab"),
    "Shift": message("Shift"),
    "Esc": message("Esc"),
    "-": "\N{MINUS SIGN}",
}
"""What is written for a key; one that is not here is written as it is."""


@dataclass(frozen=True, slots=True)
class Key:
    """What one key does.

    `sequences` all do the same, the first is shown; `caps` are shown instead of it where they say
    more. With `numbered` each sequence does something of its own. `by_window` False: a page or a
    control reacts by itself.
    """

    id: str
    group: Group
    sequences: tuple[str, ...]
    sentence: str
    caps: tuple[str, ...] = ()
    numbered: bool = False
    by_window: bool = True

    def handlers(self) -> Iterator[tuple[str, str]]:
        """For every sequence the name of what it does: the id, or "id-1", "id-2" where numbered."""
        for number, sequence in enumerate(self.sequences, 1):
            yield (f"{self.id}-{number}" if self.numbered else self.id), sequence


KEYS: tuple[Key, ...] = (
    Key(
        "choose",
        Group.ANSWERING,
        (),
        message("Choose an answer by its number"),
        caps=("1 … 9",),
        by_window=False,
    ),
    Key(
        "dont-know",
        Group.ANSWERING,
        (),
        message("Answer “I don’t know”, where its row shows 0"),
        caps=("0",),
        by_window=False,
    ),
    Key(
        "arrows",
        Group.ANSWERING,
        (),
        message("Go through answers or a list"),
        caps=("Up", "Down"),
        by_window=False,
    ),
    Key(
        "press",
        Group.ANSWERING,
        (),
        message("Choose or press what has the keyboard"),
        caps=("Space",),
        by_window=False,
    ),
    Key(
        "remove-entry",
        Group.ANSWERING,
        (),
        message("Remove the marked entry of a list you fill in"),
        caps=("Del",),
        by_window=False,
    ),
    Key(
        "onward",
        Group.MOVING,
        (),
        message("Continue"),
        caps=("Enter",),
        by_window=False,
    ),
    Key(
        "text-onward",
        Group.MOVING,
        (),
        message("Continue from a field of several lines"),
        caps=("Ctrl", "Enter"),
        by_window=False,
    ),
    Key("back", Group.MOVING, ("Alt+Left",), message("Go back")),
    Key(
        "next-control",
        Group.MOVING,
        (),
        message("Next field or button; with Shift the one before"),
        caps=("Tab",),
        by_window=False,
    ),
    Key(
        "step",
        Group.MOVING,
        ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5"),
        message("Go to one of the steps at the top of the window"),
        caps=("Alt", "1 … 5"),
        numbered=True,
    ),
    Key("overview", Group.MOVING, ("Ctrl+G",), message("Show the sections of the questionnaire")),
    Key("review", Group.MOVING, ("Ctrl+R",), message("Review your answers")),
    Key("browse", Group.MOVING, ("Ctrl+B",), message("Look through all programmes")),
    Key("search", Group.MOVING, ("Ctrl+F",), message("Search on this page")),
    Key(
        "close",
        Group.MOVING,
        (),
        message("Close what was opened on top of the page"),
        caps=("Esc",),
        by_window=False,
    ),
    Key("open", Group.DOING, ("Ctrl+O",), message("Open an answers file")),
    Key("save", Group.DOING, ("Ctrl+S",), message("Save the plan, or the programme shown, as PDF")),
    Key("print", Group.DOING, ("Ctrl+P",), message("Print the plan, or the programme shown")),
    Key(
        "move",
        Group.DOING,
        (),
        message("Move a programme of the plan up; with the down arrow, down"),
        caps=("Alt", "Up"),
        by_window=False,
    ),
    Key("help", Group.DOING, ("F1",), message("Show this list of keys")),
    Key("larger", Group.LOOKING, ("Ctrl++", "Ctrl+="), message("Larger text")),
    Key("smaller", Group.LOOKING, ("Ctrl+-",), message("Smaller text")),
    Key("normal", Group.LOOKING, ("Ctrl+0",), message("Text of normal size")),
    Key("language", Group.LOOKING, ("Ctrl+L",), message("Switch the language")),
    Key("theme", Group.LOOKING, ("Ctrl+T",), message("Switch between light, dark and contrast")),
)


def make_shortcuts(window: QWidget, does: Mapping[str, Callable[[], None]]) -> None:
    """Give the window every key that is its own.

    `does` has a handler for each: by id, for numbered keys "step-1" and so on. Raises KeyError
    where one is missing, so that no key is listed that does nothing.
    """
    for key in KEYS:
        if key.by_window:
            for handler, sequence in key.handlers():
                QShortcut(QKeySequence(sequence), window, does[handler])


def caps(key: Key, words: Words) -> tuple[str, ...]:
    """What is printed on the keys to press, for a person who looks for them."""
    names = key.caps or tuple(_parts(key.sequences[0]))
    return tuple(words.say(CAPS[name]) if name in CAPS else name for name in names)


def said(key: Key, words: Words) -> str:
    """The keys as one text: "Ctrl + G"."""
    joined = " / " if key.id == "arrows" else " + "
    return joined.join(caps(key, words))


def _parts(sequence: str) -> list[str]:
    """The keys of a sequence; the last may be a plus sign itself."""
    parts = sequence.removesuffix("+").split("+")
    if sequence.endswith("+"):
        parts[-1] = "+"
    return parts
