"""Alphabetical order without Qt and without the system's locales.

Č after c, š after s, ž after z in Slovenian.

Only letters with a place of their own in the alphabet are listed; every other accent counts after
the base letter alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

SortKey: TypeAlias = tuple[tuple[tuple[int, str], ...], tuple[str, ...], tuple[bool, ...], str]

_OWN_PLACE: Mapping[str, Mapping[str, str]] = {
    "sl": {"č": "c1", "ć": "c2", "đ": "d1", "š": "s1", "ž": "z1"},
}
_SPACE, _SIGN, _DIGIT, _LETTER = range(4)


# the same names are sorted again for every page and every change of an answer
@lru_cache(maxsize=4096)
def sort_key(text: str, language: str) -> SortKey:
    """A key for `sorted`.

    Letters first, then accents, then small before capital, then the text itself.
    """
    own = _OWN_PLACE.get(language, {})
    primary: list[tuple[int, str]] = []
    accents: list[str] = []
    capitals: list[bool] = []
    for letter in unicodedata.normalize("NFC", text):
        small = letter.lower()
        base, accent = (own[small], "") if small in own else _split(small)
        primary.append((_rank(base), base))
        accents.append(accent)
        capitals.append(letter != small)
    return tuple(primary), tuple(accents), tuple(capitals), text


def _split(letter: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", letter)
    return decomposed[:1], decomposed[1:]


def _rank(letter: str) -> int:
    if letter.isspace():
        return _SPACE
    if letter[:1].isalpha():
        return _LETTER
    return _DIGIT if letter.isdigit() else _SIGN
