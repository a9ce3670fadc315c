"""A bug of ours, written down without any answers: where it happened and in which version, nothing a person said."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ccsdesk import __version__
from ccsdesk.text import Words

MOST_CAUSES = 5
MOST_FRAMES = 60


def write_report(error: BaseException, folder: Path, at: datetime) -> Path | None:
    """Write a report beside the program's data; None when even that is not possible.

    The message of an error may quote an answer, so only its type and the places in the code are kept.
    """
    path = folder / f"bug-{at:%Y%m%dT%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report(error), encoding="utf-8")
    except OSError:
        return None
    return path


def report(error: BaseException) -> str:
    """What happened, as text: version, system, kinds of error, the places in the code."""
    lines = [f"CCS Desk {__version__}, Python {platform.python_version()}, {platform.system()}"]
    for number, one in enumerate(_chain(error)):
        lines.append(type(one).__qualname__ if number == 0 else f"after {type(one).__qualname__}")
        lines.extend(
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(one.__traceback__)[-MOST_FRAMES:]
        )
    return "\n".join(lines) + "\n"


def told_bug(path: Path | None, words: Words) -> str:
    """What a person is told about it; `path` is where the report is, None if there is none."""
    sorry = words.say("Something unexpected happened; this is a mistake of ours.")
    if path is None:
        return sorry
    where = words.say("A report without your answers is in {path}.", path=str(path))
    return f"{sorry} {where}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what led to it."""
    seen: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or seen.__context__
