"""A place in a file to complain about, the ids seen so far, all mistakes found: what every builder carries along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.marks import Data, Entries, Mark, follow
from ccsdesk.rules.catalogue.mistakes import Mistakes, nearest
from ccsdesk.rules.catalogue.values import Frame
from ccsdesk.rules.language.facts import Dictionary, Setting, Tree


@dataclass(frozen=True)
class Spot:
    """A piece of a file's data; steps lead further into it."""

    file: str
    data: Data
    mark: Mark

    @classmethod
    def of_file(cls, file: str, data: Data) -> Spot:
        """A whole file."""
        return cls(file, data, Mark(1, 1) if data is None else data.mark)

    def maybe(self, key: str) -> Spot:
        """The piece under this key, or a spot without data if there is none."""
        if isinstance(self.data, Entries) and key in self.data:
            return self.at(key)
        return Spot(self.file, None, self.mark)

    def at(self, *steps: int | str) -> Spot:
        """The piece at the end of these steps."""
        data, _, mark = follow(self.data, steps)
        return Spot(self.file, data, mark)

    def error(
        self,
        message: str,
        /,
        *steps: int | str,
        advice: str,
        code: str,
        **parameters: object,
    ) -> CatalogueError:
        """A mistake at the end of these steps."""
        _, _, mark = follow(self.data, steps)
        if self.data is None or not steps:
            mark = self.mark
        return CatalogueError(
            message,
            advice=advice,
            code=code,
            file=self.file,
            line=mark.line,
            column=mark.column,
            **parameters,
        )


class Later(Protocol):
    """A derived fact or block that can only be derived where a programme's round and grant are known."""

    @property
    def uses(self) -> frozenset[str]:
        """All names in its lines."""

    def derived(self, dictionary: Dictionary, setting: Setting) -> Dictionary:
        """The dictionary with it, as it is meant in a setting."""


def _nothing() -> Dictionary:
    return Dictionary((), "", {}, {}, Tree({}, {}), {})


@dataclass
class Workshop:
    """What is known while a catalogue is built; `dictionary` is empty until the questions are read."""

    frame: Frame
    mistakes: Mistakes
    dictionary: Dictionary = field(default_factory=_nothing)
    later: dict[str, Later] = field(default_factory=dict)
    """Names whose meaning differs from programme to programme, each after those it uses."""
    _seen: dict[tuple[str, str], Spot] = field(default_factory=dict)

    def unique(self, space: str, name: str, spot: Spot) -> bool:
        """Whether this id is the first of its name space; a second one is a mistake."""
        first = self._seen.setdefault((space, name), spot)
        if first is spot:
            return True
        self.mistakes.add(
            spot.error(
                "The id “{id}” is used twice (first in {first}).",
                advice="Choose another id; an id is never used again for something else.",
                code="duplicate-id",
                id=name,
                first=f"{first.file}:{first.mark.line}",
            )
        )
        return False

    def known(self, what: str, name: str, known: Iterable[str], spot: Spot) -> bool:
        """Whether a name is among the known ones; otherwise it is a mistake that tells the nearest."""
        names = list(known)
        if name in names:
            return True
        self.mistakes.add(unknown(what, name, names, spot))
        return False

    def wrong(
        self, spot: Spot, message: str, /, *, advice: str, code: str, **parameters: object
    ) -> None:
        """Keep a mistake that stands at this spot."""
        self.mistakes.add(spot.error(message, advice=advice, code=code, **parameters))


def unknown(what: str, name: str, known: Iterable[str], spot: Spot) -> CatalogueError:
    """The mistake of naming something that is not there; `what` is an English noun such as “stage”."""
    names = sorted(known)
    guess = nearest(name, names)
    if guess:
        advice = "Did you mean “{nearest}”?"
    else:
        advice = "Known: {known}." if 0 < len(names) <= 20 else "Check the spelling."
    return spot.error(
        "There is no {what} “{name}”.",
        advice=advice,
        code=f"unknown-{what.replace(' ', '-')}",
        what=what,
        name=name,
        nearest=guess,
        known=", ".join(names[:20]),
    )
