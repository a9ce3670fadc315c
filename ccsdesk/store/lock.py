"""One program a store: a lock that the operating system holds, and lets go when its owner dies.

The file beside the store stays where it is; only the lock on it counts, so nothing left behind by
a crash is in anybody's way. Not a lock between threads.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Self

from ccsdesk.domain.errors import StorageError
from ccsdesk.store.faults import of_system

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class InstanceLock:
    """Held from `take` until `release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> Self:
        """Take the lock at once. Raises StorageError when another program holds it."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise of_system(error, self._path) from error
        try:
            taken = _try_lock(handle)
        except OSError as error:
            os.close(handle)
            raise of_system(error, self._path) from error
        if not taken:
            os.close(handle)
            raise StorageError(
                "CCS Desk is already open on this computer and uses {folder}.",
                advice="Go on in the window that is open, or close it first.",
                folder=self._path.parent,
            )
        self._handle = handle
        return self

    def renew(self) -> None:
        """Take it again where its file was deleted. Raises StorageError as `take` does."""
        if not self._path.exists():
            self.release()
            self.take()

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._handle is not None:
            # Closing lets the lock go on every system.
            os.close(self._handle)
            self._handle = None
