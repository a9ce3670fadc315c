"""Saying an expected error, a finding or a window to a person, in their language."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from ccsdesk.domain.errors import CcsError
from ccsdesk.rules.catalogue.mistakes import CatalogueErrors
from ccsdesk.text import Words

if TYPE_CHECKING:
    from ccsdesk.rules.catalogue.finding import Finding

HIDDEN = "\N{REPLACEMENT CHARACTER}"


def told(error: CcsError, words: Words) -> str:
    """What happened, where and what to do; of several mistakes the first, and how many there are beside it.

    One line without control characters, whatever names and texts the error quotes.
    """
    said = words.error(error)
    others = len(error.errors) - 1 if isinstance(error, CatalogueErrors) else 0
    if others:
        said += " " + words.count(
            "There is {n} more mistake; `ccsdesk check` lists all of them.",
            "There are {n} more mistakes; `ccsdesk check` lists all of them.",
            others,
        )
    return legible(said)


def legible(text: str) -> str:
    """The text on one line without control characters; bytes of a file name come back as the letters they are.

    In a locale without our letters Python keeps the bytes of arguments as lone surrogates.
    """
    with contextlib.suppress(UnicodeEncodeError):
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    line = " ".join(text.split())
    return "".join(letter if letter.isprintable() else HIDDEN for letter in line)


def said(finding: Finding, words: Words) -> tuple[str, str]:
    """The message of a finding and what to do about it."""
    error = finding.error
    if error is None:
        return finding.message, finding.remedy
    remedy = words.say(error.advice, **error.parameters) if error.advice else ""
    return words.say(error.message, **error.parameters), remedy
