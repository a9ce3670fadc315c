"""A place in a file to complain about, the ids seen so far, all mistakes found: what every builder carries along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.marks import Data, Entries, Mark, follow
from ccsdesk.rules.catalogue.mistakes import Mistakes, nearest
from ccsdesk.rules.catalogue.values import Frame
from ccsdesk.rules.language.facts import Dictionary, Setting, Tree
from ccsdesk.text import message

MOST_LISTED: Final = 20
"""Names that an advice lists; more would hide the sentence."""


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


_UNKNOWN: Final[Mapping[str, str]] = {
    "code": message("There is no code “{name}”."),
    "code tree": message("There is no code tree “{name}”."),
    "column with days": message("There is no column “{name}” with days."),
    "condition": message("There is no condition with the id “{name}”."),
    "kind": message("There is no kind “{name}”."),
    "level": message("There is no level “{name}”."),
    "need": message("There is no need “{name}”."),
    "option": message("There is no option “{name}”."),
    "place": message("There is no place “{name}”."),
    "programme": message("There is no programme “{name}”."),
    "question": message("There is no question “{name}”."),
    "question of kind scale": message("There is no question “{name}” of the kind scale."),
    "question with one answer": message("There is no question “{name}” of the kind single."),
    "section": message("There is no section “{name}”."),
    "stage": message("There is no stage “{name}”."),
    "subject": message("There is no subject “{name}”."),
}


def unknown(what: str, name: str, known: Iterable[str], spot: Spot) -> CatalogueError:
    """The mistake of naming something that is not there; `what` is a key of the table above."""
    names = sorted(known)
    guess = nearest(name, names)
    return spot.error(
        _UNKNOWN[what],
        advice=advice_for(guess, names),
        code=f"unknown-{what.replace(' ', '-')}",
        name=name[:60],
        nearest=guess,
        known=", ".join(names[:MOST_LISTED]),
    )


def advice_for(guess: str | None, names: Collection[str]) -> str:
    """What to do about a wrong name: take the nearest, or one of the few there are."""
    if guess:
        return message("Did you mean “{nearest}”?")
    return (
        message("Known: {known}.")
        if 0 < len(names) <= MOST_LISTED
        else message("Check the spelling.")
    )
