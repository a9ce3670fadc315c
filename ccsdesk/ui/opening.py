"""With what the window is opened; said once at the start, and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ccsdesk.domain.errors import CcsError


@dataclass(frozen=True, slots=True)
class Opening:
    """How the window was opened.

    `example`: an answers file to show what the program does. `problem`: what is wrong with the files of
    the catalogue, so that its last good copy is used. `trouble`: why visits are not kept on the disk.
    `folder`: where data live.
    """

    example: Path | None = None
    problem: CcsError | None = None
    trouble: CcsError | None = None
    folder: Path | None = None
