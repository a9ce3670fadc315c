"""Reading a cut line piece by piece: looking ahead, expecting, and saying what was expected instead.

Knows the reserved words, but no grammar.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language.lexer import Piece, Token, cut
from ccsdesk.rules.language.place import LineSource, Span, nearest, quoted

MOST_DEEP = 30
"""Brackets, negations and operators inside one another; far beyond what can be read aloud."""

# fmt: off
RESERVED = frozenset({
    "and", "or", "not", "unless", "is", "in", "within", "has", "at", "least", "most", "more",
    "less", "than", "between", "before", "after", "on", "plus", "minus", "times", "divided",
    "by", "where", "satisfies", "of", "to", "from", "the", "last", "distinct", "million",
})
# fmt: on
"""Words that can't be names, except as options after `is`, `has` and in brackets."""


class Cursor:
    """A place in a line that moves forward."""

    def __init__(self, text: str, source: LineSource) -> None:
        self.text = text
        self.source = source
        self._pieces = cut(text, source)
        self._at = 0
        self._depth = 0
        self._closing = self._match_brackets()

    def _match_brackets(self) -> dict[int, int]:
        """For every opening round bracket the index of the piece that closes it."""
        closing: dict[int, int] = {}
        opened: list[int] = []
        for index, piece in enumerate(self._pieces):
            if piece.text == "(":
                opened.append(index)
            elif piece.text == ")" and opened:
                closing[opened.pop()] = index
        return closing

    # looking

    @property
    def piece(self) -> Piece:
        """The piece that comes next."""
        return self._pieces[self._at]

    def peek(self, ahead: int = 1) -> Piece:
        """A piece further on; the END beyond the last."""
        return self._pieces[min(self._at + ahead, len(self._pieces) - 1)]

    def sees(self, *words: str) -> bool:
        """The next pieces are these words or signs."""
        if self._pieces[self._at].text != words[0]:
            return False
        return all(self.peek(ahead).text == word for ahead, word in enumerate(words))

    def after_bracket(self) -> Piece | None:
        """The piece after the bracket that opens here is closed; None if it never is."""
        closing = self._closing.get(self._at)
        return None if closing is None else self._pieces[min(closing + 1, len(self._pieces) - 1)]

    # moving

    def take(self) -> Piece:
        """The next piece, which is then behind."""
        piece = self.piece
        if piece.kind is not Token.END:
            self._at += 1
        return piece

    def accept(self, *words: str) -> bool:
        """Take these words if they come next."""
        if not self.sees(*words):
            return False
        self._at += len(words)
        return True

    def expect(self, *words: str) -> None:
        """Take these words, one after the other.

        Raises:
            CatalogueError: something else stands there.
        """
        for word in words:
            if not self.accept(word):
                raise self.unexpected(f"“{word}”", [word])

    def close(self, sign: str, opened: Span) -> None:
        """Take a closing bracket.

        Raises:
            CatalogueError: something else stands there; the end of the line is told as a bracket left open.
        """
        if self.accept(sign):
            return
        if self.piece.kind is Token.END:
            raise self.source.mistake(
                "The bracket “{bracket}” is never closed.",
                opened,
                code="syntax",
                advice="Close it with “{sign}”.",
                bracket=self.text[opened.start : opened.end],
                sign=sign,
            )
        words = [",", "]"] if sign == "]" else [sign, "and", "or"]
        raise self.unexpected(f"“{sign}”", words)

    def span_from(self, start: int) -> Span:
        """From an offset to the end of the piece just taken."""
        return Span(start, self._pieces[self._at - 1].span.end if self._at else start)

    @contextmanager
    def deeper(self) -> Generator[None]:
        """Guard against lines nested beyond reading (and beyond the machine's stack)."""
        self._depth += 1
        self.limit(self._depth)
        yield
        self._depth -= 1

    def limit(self, depth: int) -> None:
        """Refuse what is nested or chained too far.

        Raises:
            CatalogueError: deeper than `MOST_DEEP`.
        """
        if depth > MOST_DEEP:
            raise self.source.mistake(
                "This line is nested or chained more than {most} deep.",
                self.piece.span,
                code="too-deep",
                advice="Give a part of it a name in facts.yaml or blocks.yaml.",
                most=MOST_DEEP,
            )

    def step_back_to_misspelt(self, words: Sequence[str]) -> None:
        """Go back one piece if that looks like one of these words."""
        last = self._pieces[max(self._at - 1, 0)]
        if (
            last.kind is Token.WORD
            and last.text not in RESERVED
            and get_close_matches(last.text, words)
        ):
            self._at -= 1

    # mistakes

    def unexpected(self, expected: str, words: Sequence[str], advice: str = "") -> CatalogueError:
        """The mistake of standing where something else should stand; `words` are the valid ones."""
        piece = self.piece
        found = "the end of the line" if piece.kind is Token.END else f"“{piece.text}”"
        near = nearest(piece.text, words) if piece.kind is Token.WORD else ""
        if near:
            advice = "Did you mean {nearest}?"
        elif words and not advice:
            advice = "Write {valid}." if len(words) == 1 else "Write one of {valid}."
        return self.source.mistake(
            "Expected {expected}, found {found}.",
            piece.span,
            code="syntax",
            advice=advice,
            expected=expected,
            found=found,
            nearest=near,
            valid=quoted(words),
        )
