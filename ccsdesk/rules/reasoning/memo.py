"""What was worked out, kept for as long as the answers it hangs on stay as they are. Knows nothing of what it keeps."""

from __future__ import annotations

from typing import Generic, TypeVar

ValueT = TypeVar("ValueT")


class Memo(Generic[ValueT]):
    """Values by key, each with the questions (bits) it hangs on."""

    __slots__ = ("_known",)

    def __init__(self, known: dict[object, tuple[int, ValueT]] | None = None) -> None:
        self._known = {} if known is None else known

    def get(self, key: object) -> ValueT | None:
        """The value of this key, where there is one."""
        known = self._known.get(key)
        return None if known is None else known[1]

    def keep(self, key: object, reach: int, value: ValueT) -> ValueT:
        """Remember a value until one of the questions in its reach changes."""
        self._known[key] = (reach, value)
        return value

    def without(self, changed: int) -> Memo[ValueT]:
        """Those values that hang on none of these questions."""
        return Memo({key: entry for key, entry in self._known.items() if not entry[0] & changed})
