"""A finished file put in its place: written beside it, then swapped in, so that nothing half-written is ever left."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from ccsdesk.domain.errors import ExportError

FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_file(path: Path, content: bytes) -> None:
    """Write the file and have it on disk. Raises ExportError; what stood there before stays if it fails."""
    try:
        if path.is_dir():
            raise ExportError(
                "The file was not saved: {path} is a folder.",
                advice="Give the name of a file in it.",
                path=str(path),
            )
        _write(path, content)
    except OSError as problem:
        raise _told(problem, path) from problem
    except ValueError as problem:
        # what Python says of a name with a NUL or half a character in it
        raise ExportError(
            "The file was not saved: its name has a sign in it that no name can have.",
            advice="Choose another name.",
        ) from problem


def _write(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        # a device or a pipe: there is nothing to swap, and swapping would put a file in its place
        path.write_bytes(content)
        return
    # behind a link the file is replaced, not the link
    target = path.resolve() if path.is_symlink() else path
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        with contextlib.suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)


def _told(problem: OSError, path: Path) -> ExportError:
    if problem.errno in FULL:
        return ExportError(
            "The file was not saved: the disk is full.",
            advice="Free some space, or choose another folder.",
        )
    if problem.errno in {errno.ENOENT, errno.ENOTDIR} and not path.parent.is_dir():
        return ExportError(
            "The file was not saved: there is no folder {folder}.",
            advice="Make it, or choose another folder.",
            folder=str(path.parent),
        )
    if problem.errno in DENIED:
        return ExportError(
            "The file was not saved: you may not write to {path}.",
            advice="Close the file if it is open elsewhere, or choose another folder.",
            path=str(path),
        )
    if problem.errno == errno.ENAMETOOLONG:
        return ExportError(
            "The file was not saved: its name is too long.", advice="Choose a shorter name."
        )
    return ExportError(
        "The file was not saved: {path} could not be written ({reason}).",
        advice="Choose another folder.",
        path=str(path),
        reason=problem.strerror or type(problem).__name__,
    )
