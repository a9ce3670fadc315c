"""A bug of ours, written down without any answers: where it happened and in which version, nothing a person said."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from importlib import metadata
from pathlib import Path


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
    """What happened, as text: version, system, kind of error, the places in the code."""
    lines = [
        f"CCS Desk {_version()}, Python {platform.python_version()}, {platform.system()}",
        type(error).__qualname__,
    ]
    lines.extend(
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    )
    return "\n".join(lines) + "\n"


def _version() -> str:
    try:
        return metadata.version("ccsdesk")
    except metadata.PackageNotFoundError:
        return "from a checkout"
