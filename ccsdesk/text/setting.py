"""How a text is set, whatever it says: its first letter, and what no line may part. Knows no language."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
_TOGETHER = re.compile(r"(?<=\d) (?=[€%])|(?<=\b[^\W\d_]\.) (?=[^\W\d_]\.)")


def begun(text: str) -> str:
    """The text with a capital at its beginning; an abbreviation ("s. p.") stays as it is."""
    return text if text[1:2] == "." else text[:1].upper() + text[1:]


def quoted(text: str, most: int = 40) -> str:
    """As much of what somebody typed as a sentence can quote; what is left out is marked."""
    return text if len(text) <= most else text[:most].rstrip() + "…"


def together(text: str) -> str:
    """The text with a number and its sign ("5.000 €"), and an abbreviation ("d. o. o."), on one line."""
    return _TOGETHER.sub(NO_BREAK, text)
