"""What a reader of answers carries along: the question, the place in the file, the day; and how it complains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ccsdesk.domain.errors import AnswerError
from ccsdesk.domain.question import Field
from ccsdesk.rules.catalogue.marks import Data, Entries
from ccsdesk.rules.catalogue.mistakes import nearest
from ccsdesk.rules.catalogue.spot import Spot, advice_for
from ccsdesk.rules.language.facts import Dictionary

SETS: Final = ("between", "at_least", "at_most", "one_of")


@dataclass(frozen=True)
class Asked:
    """A question or column, with the piece of the file that answers it. `name` is `table.column` for a column."""

    field: Field
    name: str
    spot: Spot
    dictionary: Dictionary
    day: date
    may_not_apply: bool = False

    @property
    def data(self) -> Data:
        """What the file says."""
        return self.spot.data

    def at(self, *steps: int | str) -> Asked:
        """The same question with a piece of its answer."""
        return replace(self, spot=self.spot.at(*steps))

    def wrong(
        self, message: str, /, *, advice: str, code: str = "wrong-kind", **parameters: object
    ) -> AnswerError:
        """A mistake in this piece; message and advice may use {question} and {given}."""
        given = str(self.data) if isinstance(self.data, str) else ""
        return placed(
            self.spot,
            message,
            advice=advice,
            code=code,
            **{"question": self.name, "given": given[:60], **parameters},
        )


def placed(
    spot: Spot, message: str, /, *, advice: str, code: str, **parameters: object
) -> AnswerError:
    """A mistake at this spot."""
    return AnswerError(
        message,
        advice=advice,
        code=code,
        file=spot.file,
        line=spot.mark.line,
        column=spot.mark.column,
        **parameters,
    )


def refuse_unknown_keys(spot: Spot, known: Iterable[str], hints: Mapping[str, str]) -> None:
    """Only these keys may stand in a map; `hints` gives an advice of its own for some wrong ones.

    Raises:
        AnswerError: another key stands there.
    """
    names = sorted(known)
    if not isinstance(spot.data, Entries):
        return
    for key in spot.data:
        if key in names:
            continue
        guess = nearest(key, names)
        raise placed(
            Spot(spot.file, None, spot.data.keys_at[key]),
            "The key “{key}” is not known here.",
            advice=hints.get(key) or advice_for(guess, names),
            code="unknown-key",
            key=key,
            nearest=guess,
            known=", ".join(names),
        )


def set_of(asked: Asked, allowed: tuple[str, ...] = SETS) -> str | None:
    """Which kind of set a piece is, or None if it is no map.

    Raises:
        AnswerError: a map that is no set, or not one this question can have.
    """
    entries = asked.data
    if not isinstance(entries, Entries):
        return None
    refuse_unknown_keys(asked.spot, SETS, {})
    if len(entries) != 1:
        raise asked.wrong(
            "A set for “{question}” has exactly one of between, at_least, at_most, one_of.",
            advice="Write it as {{between: [10, 49]}}, {{at_least: 5}}, {{at_most: 5}} or {{one_of: [...]}}.",
            code="bad-set",
        )
    kind = next(iter(entries))
    if kind not in allowed:
        raise asked.wrong(
            "“{question}” has no order, so “{set}” says nothing.",
            advice="List what it may be: {{one_of: [...]}}.",
            code="bad-set",
            set=kind,
        )
    return kind
