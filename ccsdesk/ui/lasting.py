"""Keeps None, True and False alive in Python 3.11, where Qt for Python 6.12 lets go of them once too often.

Its wheels are built as if these objects could not die, which is so from Python 3.12 on. Under 3.11 each call
without a result and each signal takes away a reference that nobody gave; after some thousand calls the
program ends with "none_dealloc". Knows nothing of windows; imports no Qt.
"""

from __future__ import annotations

import ctypes
import sys

IMMORTAL_SINCE = (3, 12)
PLENTY = 1 << 40
"""References given in advance: a thousand a second would last for thirty years."""
LASTING: tuple[object, ...] = (None, True, False, NotImplemented, ...)


def keep_constants() -> None:
    """Give them references that no visit can use up; once is enough, and more does no harm."""
    if sys.version_info >= IMMORTAL_SINCE or sys.implementation.name != "cpython":
        return
    for lasting in LASTING:
        count = ctypes.c_ssize_t.from_address(id(lasting))
        known = sys.getrefcount(lasting)
        # where an object does not begin with its count (a build for finding faults), leave it alone
        if count.value < PLENTY and abs(count.value - known) < 100:
            count.value += PLENTY
