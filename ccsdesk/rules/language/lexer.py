"""Cuts a condition line into words, numbers, days and signs. Knows no grammar and no fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language.place import LineSource, Span

MOST_CHARACTERS = 1000
MOST_DIGITS = 15


class Token(Enum):
    """What a piece of the line is."""

    WORD = auto()
    NUMBER = auto()
    DAY = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """One token: its kind, its text ("" at the end of the line), its place."""

    kind: Token
    text: str
    span: Span


_PATTERN = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![A-Za-z0-9_.]))"
    r"|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9_.]))"
    r"|(?P<word>[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*(?![A-Za-z0-9_.]))"
    r"|(?P<sign>[()\[\],%])"
)
_SYMBOLS = {
    ">=": "at least",
    "=>": "at least",
    "≥": "at least",
    "<=": "at most",
    "=<": "at most",
    "≤": "at most",
    "==": "is",
    "!=": "is not",
    "<>": "is not",
    "=": "is",
    ">": "more than",
    "<": "less than",
    "+": "plus",
    "*": "times",
    "/": "divided by",
    "&": "and",
    "|": "or",
    "!": "not",
    "€": "EUR",
}


def cut(text: str, source: LineSource) -> tuple[Piece, ...]:
    """All pieces of the line, closed by an END.

    Raises:
        CatalogueError: a character no line can have, a number or line that is too long, a day that does not exist.
    """
    if len(text) > MOST_CHARACTERS:
        raise source.mistake(
            "This line has {length} characters; a line may have {most}.",
            Span(MOST_CHARACTERS, len(text)),
            code="too-long",
            advice="Give a part of it a name in facts.yaml or blocks.yaml.",
            length=len(text),
            most=MOST_CHARACTERS,
        )
    pieces: list[Piece] = []
    at = 0
    while at < len(text):
        match = _PATTERN.match(text, at)
        if match is None:
            raise _refusal(text, at, source)
        at = match.end()
        if match.lastgroup != "space":
            pieces.append(_piece(match, source))
    pieces.append(Piece(Token.END, "", Span(len(text), len(text))))
    return tuple(pieces)


def _piece(match: re.Match[str], source: LineSource) -> Piece:
    text, span = match.group(), Span(match.start(), match.end())
    match match.lastgroup:
        case "day":
            _check_day(text, span, source)
            return Piece(Token.DAY, text, span)
        case "number":
            if sum(character.isdigit() for character in text) > MOST_DIGITS:
                raise source.mistake(
                    "“{number}” has more than {most} digits.",
                    span,
                    code="number",
                    advice="Round it.",
                    number=text,
                    most=MOST_DIGITS,
                )
            return Piece(Token.NUMBER, text, span)
        case "sign":
            return Piece(Token.SIGN, text, span)
        case _:
            return Piece(Token.WORD, text, span)


def _check_day(text: str, span: Span, source: LineSource) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise source.mistake(
            "The day {day} does not exist.",
            span,
            code="day",
            advice="Write a day of the calendar as year-month-day, as in 2027-03-15.",
            day=text,
        ) from error


def _refusal(text: str, at: int, source: LineSource) -> CatalogueError:
    for length in (2, 1):
        symbol = text[at : at + length]
        if symbol in _SYMBOLS:
            return source.mistake(
                "“{symbol}” is not part of the language.",
                Span(at, at + length),
                code="syntax",
                advice="Write “{word}”.",
                symbol=symbol,
                word=_SYMBOLS[symbol],
            )
    return source.mistake(
        "“{character}” can't stand here.",
        Span(at, at + 1),
        code="syntax",
        advice="Names have the letters a to z, digits, “_” and “.” inside; minus is written “minus”.",
        character=text[at],
    )
