"""Work off the main thread: run a function, deliver its result or its expected error back on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from ccsdesk.domain.errors import CcsError

ResultT = TypeVar("ResultT")


class _Messenger(QObject):
    done = Signal(object)
    failed = Signal(object)
    broken = Signal(object)


class Job(QRunnable, Generic[ResultT]):
    """One function to run elsewhere. An unexpected error is raised again on the main thread."""

    def __init__(
        self,
        work: Callable[[], ResultT],
        *,
        then: Callable[[ResultT], None],
        otherwise: Callable[[CcsError], None],
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self._messenger = _Messenger()
        self._messenger.done.connect(then)
        self._messenger.failed.connect(otherwise)
        self._messenger.broken.connect(_raise)

    @Slot()
    def run(self) -> None:
        """Called by the thread pool."""
        try:
            result = self._work()
        except CcsError as error:
            self._messenger.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - nothing may die in silence on another thread
            self._messenger.broken.emit(error)
        else:
            self._messenger.done.emit(result)

    def start(self) -> None:
        """Hand over to the thread pool."""
        QThreadPool.globalInstance().start(self)


def _raise(error: BaseException) -> None:
    raise error
