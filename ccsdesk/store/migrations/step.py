"""What a migration step is. A step that was released is never changed; a new one follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alembic.operations import Operations


@dataclass(frozen=True, slots=True)
class Step:
    """Brings a store from version `number - 1` to `number`. `up` must not commit."""

    number: int
    title: str
    up: Callable[[Operations], None]
