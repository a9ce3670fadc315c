"""Log records a test did not announce make it fail.

`LogWatch` collects every record at WARNING or above; a test announces what it provokes with
`watch.expect(...)`. It never changes what is logged.
"""

from __future__ import annotations

import logging
import re


class LogWatch(logging.Handler):
    """Collects warnings and errors, and knows which ones the test has announced."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self._seen: list[logging.LogRecord] = []
        self._expected: list[tuple[str, re.Pattern[str]]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record for the end of the test."""
        self._seen.append(record)

    def expect(self, pattern: str, *, logger: str = "") -> None:
        """Announce records whose text matches `pattern`, from `logger` or any below it."""
        self._expected.append((logger, re.compile(pattern)))

    def unexpected(self) -> list[str]:
        """List what nobody announced, one line a record."""
        return [_line(record) for record in self._seen if not self._announced(record)]

    def unmet(self) -> list[str]:
        """List announced patterns that no record matched: the test no longer provokes them."""
        return [
            pattern.pattern
            for logger, pattern in self._expected
            if not any(_matches(record, logger, pattern) for record in self._seen)
        ]

    def _announced(self, record: logging.LogRecord) -> bool:
        return any(_matches(record, logger, pattern) for logger, pattern in self._expected)


def _matches(record: logging.LogRecord, logger: str, pattern: re.Pattern[str]) -> bool:
    from_there = not logger or record.name == logger or record.name.startswith(f"{logger}.")
    return from_there and pattern.search(record.getMessage()) is not None


def _line(record: logging.LogRecord) -> str:
    return f"{record.levelname} {record.name}: {record.getMessage()}"
