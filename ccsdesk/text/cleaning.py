"""Typed or pasted text made harmless: bounded, one form for every letter, nothing invisible that steers or breaks.

Also the one rule for what has no glyph on paper. Knows no font and no widget.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ccsdesk.text.words import Words

SUBSTITUTE: Final = "\u25a1"
"""Stands for what cannot be kept or cannot be drawn; the bundled font has it."""
MOST_MARKS: Final = 8
"""More accents than this on one letter are a prank that paints over its neighbours."""

_LINE_END: Final = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_BLANKS: Final = re.compile("[\t\x1f]")
_PASSED_OVER: Final = re.compile("\ufeff")
_HARMFUL: Final = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters; the end of a line is none here
    "\ud800-\udfff"  # half characters
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e0fff"  # invisible, without use in a form
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "]"
)
_ACCENTS: Final = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_MARKS: Final = re.compile(f"({_ACCENTS}{{{MOST_MARKS}}}){_ACCENTS}+")
_STEERING: Final = frozenset({"Cf", "Cc", "Mn", "Me", "Sk"})


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that does no harm, and what it took.

    `cut` is the length it was cut to, 0 if it was not; `replaced` how many characters a substitute stands for.
    """

    text: str
    cut: int = 0
    replaced: int = 0


def clean(text: str, *, most: int, lines: bool) -> Cleaned:
    """The text within `most` characters; `lines` says whether it may have several."""
    # a pasted book is cut before anything looks at it
    bounded = text[: 2 * most]
    plain = _PASSED_OVER.sub("", _LINE_END.sub("\n", bounded))
    if not lines:
        plain = plain.replace("\n", " ")
    visible, replaced = _HARMFUL.subn(SUBSTITUTE, _BLANKS.sub(" ", plain))
    # before, since ordering a long run of accents is slow; after, since composing may lengthen one
    composed = _MARKS.sub(r"\1", unicodedata.normalize("NFC", _MARKS.sub(r"\1", visible)))
    is_cut = len(composed) > most or len(text) > len(bounded)
    return Cleaned(composed[:most], most if is_cut else 0, replaced)


def said(cleaned: Cleaned, words: Words) -> str:
    """What happened to the text, in at most two sentences; empty where nothing did."""
    sentences = []
    if cleaned.cut:
        sentences.append(
            words.count(
                "The text was cut to {n} character.",
                "The text was cut to {n} characters.",
                cleaned.cut,
            )
        )
    if cleaned.replaced:
        sentences.append(
            words.say("Characters that cannot be shown were replaced by {sign}.", sign=SUBSTITUTE)
        )
    return " ".join(sentences)


def drawn(text: str, has_glyph: Callable[[str], bool]) -> str:
    """The text as it stands on paper: substitutes for what has no glyph, nothing for what only steers."""
    return "".join(_one(letter, has_glyph) for letter in text)


def is_lost(text: str, has_glyph: Callable[[str], bool]) -> bool:
    """Whether something of the text cannot be drawn on paper."""
    return drawn(text, has_glyph).count(SUBSTITUTE) > text.count(SUBSTITUTE)


def _one(letter: str, has_glyph: Callable[[str], bool]) -> str:
    if has_glyph(letter):
        return letter
    category = unicodedata.category(letter)
    if category == "Zs":
        return " "
    return "" if category in _STEERING else SUBSTITUTE
