"""Calling the command line inside the test: what it prints, and how it ends."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias, cast

from ccsdesk import cli
from ccsdesk.cli.session import Session
from ccsdesk.domain.clock import FixedClock

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Object: TypeAlias = "dict[str, Json]"

DAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Ran:
    """One call: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Object:
        """The output as a JSON object."""
        return cast("Object", json.loads(self.out))

    @property
    def items(self) -> list[Object]:
        """The output as a JSON list of objects."""
        return cast("list[Object]", json.loads(self.out))


class _Piped(io.TextIOWrapper):
    """Standard input with these bytes."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8")


def call(*arguments: str | Path, piped: str | None = None, day: date = DAY) -> Ran:
    """Run one command as on that day; `piped` is what stands on standard input."""
    with _streams(piped) as (out, err):
        code = cli.run([str(one) for one in arguments], FixedClock(day), without_command=_no_window)
    return Ran(code, out.getvalue(), err.getvalue())


def _no_window(_session: Session) -> int:
    message = "no command was given"
    raise AssertionError(message)


@contextlib.contextmanager
def _streams(piped: str | None) -> Iterator[tuple[io.StringIO, io.StringIO]]:
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        if piped is not None:
            sys.stdin = _Piped(piped.encode("utf-8", "surrogateescape"))
        try:
            yield out, err
        finally:
            sys.stdin = before
