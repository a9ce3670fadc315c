"""Mistakes of an author, gathered: everything wrong with a catalogue is told at once, not one error a run."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from types import TracebackType

from ccsdesk.domain.errors import CatalogueError


class CatalogueErrors(CatalogueError):  # noqa: N818 - more than one
    """Several mistakes, in the order of files and lines. It speaks as the first of them; `errors` holds all."""

    def __init__(self, errors: Iterable[CatalogueError]) -> None:
        self.errors = tuple(sorted(errors, key=_place_of))
        first = self.errors[0]
        super().__init__(
            first.message,
            advice=first.advice,
            code=first.code,
            file=first.file,
            line=first.line,
            column=first.column,
            **first.parameters,
        )

    def __str__(self) -> str:
        others = len(self.errors) - 1
        if not others:
            return super().__str__()
        more = "one more mistake" if others == 1 else f"{others} more mistakes"
        return f"{super().__str__()} ({more}: see `ccsdesk check`)"


def _place_of(error: CatalogueError) -> tuple[str, int, int]:
    return (error.file or "", error.line or 0, error.column or 0)


class Mistakes:
    """Gathers errors while work goes on with what is still good."""

    def __init__(self) -> None:
        self.found: list[CatalogueError] = []

    def add(self, error: CatalogueError) -> None:
        """Keep one mistake (or all of several)."""
        errors = error.errors if isinstance(error, CatalogueErrors) else (error,)
        self.found.extend(errors)

    def kept(self) -> _Keeping:
        """A context that keeps a mistake raised inside instead of letting it stop the work."""
        return _Keeping(self)

    def tell(self) -> None:
        """Raise all that was found.

        Raises:
            CatalogueErrors: something was found.
        """
        if self.found:
            raise CatalogueErrors(_once(self.found))


class _Keeping:
    def __init__(self, mistakes: Mistakes) -> None:
        self._mistakes = mistakes

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, CatalogueError):
            return False
        self._mistakes.add(error)
        return True


def _once(errors: list[CatalogueError]) -> list[CatalogueError]:
    seen: dict[tuple[str | None, int | None, int | None, str], CatalogueError] = {}
    for error in errors:
        seen.setdefault((error.file, error.line, error.column, str(error)), error)
    return list(seen.values())


def nearest(wrong: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """The known name most like a wrong one, if any is like it enough (1: the same)."""
    names = sorted(known)
    folded = {name.casefold().replace("-", "_"): name for name in names}
    close = get_close_matches(wrong.casefold().replace("-", "_"), folded, n=1, cutoff=likeness)
    return folded[close[0]] if close else None
